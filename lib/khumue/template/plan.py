"""The form of a plan: every part that its procedure requires, in order, with what to write and what asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khumue.choices import PROCEDURE, YEAR, write_years
from khumue.model import Catalogue, FormTable, Manual, Procedure
from khumue.problems import CommandError
from khumue.template.outline import Blank, Block, Form, Guidance, Heading, Line
from khumue.template.sheet import sheet_blocks
from khumue.template.sources import source_blocks
from khumue.template.tables import blank_table, form_tables
from khumue.template.wording import Wording
from khumue.vocabulary import Language, PlanDocument, Section, SectionRequirement, Text

_SHEET = "project-proposal"
# A plan is a book of its own; minutes or a request of three parts begin under their title.
_BOOK = 6
_YEARLY = "ประจำปี"


def plan_form(procedure: Procedure, catalogue: Catalogue, years: Sequence[int], language: Language) -> Form:
    """The form of a procedure's plan for these fiscal years. Raises CommandError where it has no parts to set out."""
    document = procedure.document
    if document is None or not document.sections:
        raise CommandError("form-no-parts", value=procedure.id)
    wording = Wording(language)
    title = _title(catalogue.documents[document.type].title.th, years, wording)
    is_book = len(document.sections) >= _BOOK
    return Form(
        title=title,
        language=language,
        blocks=tuple(_blocks(document, catalogue.manuals[procedure.manual], catalogue, years, wording)),
        cover=_cover(catalogue.manuals[procedure.manual], wording) if is_book else (),
        contents=Heading(text=wording.printed("contents"), numbered=False) if is_book else None,
        properties={PROCEDURE: procedure.id, YEAR: write_years(years)},
    )


def _title(kind: str, years: Sequence[int], wording: Wording) -> tuple[str, str]:
    """The plan's title with its years, on two lines: แผนปฏิบัติการประจำปีงบประมาณ / พ.ศ. 2570."""
    if len(years) > 1:
        return kind, wording.printed("years", years=write_years(years))
    words = wording.printed("in-year", year=write_years(years))
    if not kind.endswith(_YEARLY):
        return kind, words
    of_year, era = words.removeprefix(_YEARLY).split(" ", 1)
    return f"{kind}{of_year}", era


def _cover(manual: Manual, wording: Wording) -> tuple[Line | Blank, ...]:
    area = manual.office_kind == "area-office"
    return (
        Blank(text=wording.say("area-office" if area else "provincial-office")),
        Blank(text=wording.say("date")),
        Line(text=wording.printed("group")),
        Line(text=wording.printed("above-area" if area else "above-province")),
        Line(text=wording.printed("ministry")),
    )


def _blocks(
    document: PlanDocument, manual: Manual, catalogue: Catalogue, years: Sequence[int], wording: Wording
) -> Iterator[Block]:
    tables = form_tables(catalogue, "plan")
    number = 0
    pieces: tuple[str, ...] = ()
    for required in document.sections:
        section = catalogue.sections[required.section]
        table = tables.get(section.id)
        level = 2 if section.id in pieces else 1
        pieces = section.pieces if level == 1 else pieces
        yield Heading(text=section.title.th, level=level, wide=table is not None and table.wide)
        yield Guidance(text=_guidance(section, wording.language), source=_source(required, manual, wording))
        if section.id == _SHEET and catalogue.project_fields:
            yield from sheet_blocks(catalogue, wording)
            continue
        number += table is not None
        yield from _content(section, table, number, wording)
    if document.references:
        yield Heading(text=wording.printed("sources"), numbered=False)
        yield from source_blocks(document, catalogue, years, wording)


def _guidance(section: Section, language: Language) -> str:
    return section.guidance.th if language == "th" else f"{section.title.en}. {section.guidance.en}"


def _source(required: SectionRequirement, manual: Manual, wording: Wording) -> str:
    """What asks for a part: the manual's number, or that it is inferred and why."""
    if required.basis == "derived":
        return wording.say("derived", why=required.why or Text(th="", en=""))
    return wording.say("stated", manual=manual.short, locators=", ".join(required.locators))


def _content(section: Section, table: FormTable | None, number: int, wording: Wording) -> Iterator[Block]:
    """A blank for each thing that the part usually holds, and its table last, which is never alone."""
    if not any(part.kind != "table" for part in section.contains):
        yield Blank(text=wording.say("say") if table is not None else wording.specify(section.title))
    for part in section.contains:
        if part.kind == "picture" or (part.kind == "table" and table is None):
            yield Blank(text=wording.insert(part))
        elif part.kind != "table":
            yield Blank(text=wording.specify(part), item=part.kind == "list")
    if table is not None:
        yield from blank_table(table, wording, number)
