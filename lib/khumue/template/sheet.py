"""The project sheet: its fields in the order of the vocabulary, which is that of the forms in use."""

from __future__ import annotations

from collections.abc import Iterator

from khumue.model import Catalogue
from khumue.template.outline import Blank, Block, Field, Form, Guidance, Signatures
from khumue.template.tables import blank_table, form_tables
from khumue.template.wording import Wording
from khumue.vocabulary import Language, ProjectField

_LEFT_OUT = frozenset({"target-group", "scope"})
"""Seldom fields of their own in the forms seen (2 and 1 of 12); the targets say both."""
_FIRST_OF_BODY = "rationale"
_SIGNERS = ("ผู้เสนอโครงการ", "ผู้เห็นชอบโครงการ", "ผู้อนุมัติโครงการ")


def sheet_form(catalogue: Catalogue, language: Language) -> Form:
    """A project sheet of its own."""
    wording = Wording(language)
    blocks = (Guidance(text=wording.say("sheet-guidance")), *sheet_blocks(catalogue, wording))
    return Form(title=(wording.printed("sheet"),), language=language, blocks=blocks)


def sheet_blocks(catalogue: Catalogue, wording: Wording) -> Iterator[Block]:
    """The fields of one blank sheet: those at its head with the blank beside the label, the others numbered."""
    tables = form_tables(catalogue, "project-sheet")
    number = 0
    for field in catalogue.project_fields.values():
        if field.id in _LEFT_OUT:
            continue
        if field.id == "signatures":
            post = wording.specify(wording.text("post"))
            yield Signatures(signers=_SIGNERS, signed=wording.printed("signed"), post=post)
            continue
        number += number > 0 or field.id == _FIRST_OF_BODY
        blank = wording.specify(field.title)
        guidance = Guidance(text=_guidance(field, wording.language))
        if number == 0:
            yield from (Field(label=field.title.th, blank=blank), guidance)
            continue
        yield from (Field(label=f"{number}. {field.title.th}"), guidance, Blank(text=blank))
        if field.id in tables:
            yield from blank_table(tables[field.id], wording, None)


def _guidance(field: ProjectField, language: Language) -> str:
    return field.guidance.th if language == "th" else f"{field.title.en}. {field.guidance.en}"
