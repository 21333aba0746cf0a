"""What a matrix says of each file: small rows that outlive the results, the same for every format of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from sys import intern
from typing import Literal

from khumue.document import TextQuality
from khumue.finding import SEVERITIES, DraftReport, ReferenceResult, SectionResult
from khumue.frozen import frozen
from khumue.vocabulary import Basis, PlanDocument

Verdict = Literal["error", "warning", "note", "clean", "unchecked", "failed"]
"""The worst that was found in a draft; `unchecked`: there was nothing to compare, or no text to read."""
VERDICTS: tuple[Verdict, ...] = ("error", "warning", "note", "clean", "unchecked", "failed")

RIGHT = ("present", "cited", "near")
"""How a draft has a part or reference that counts as there. A near name does, and is to be confirmed."""

# Each differs from the others without colour, and stands in the fonts of every office program.
MARKS = {
    "present": "✓",
    "cited": "✓",
    "near": "~",
    "empty": "○",
    "placeholder": "…",
    "toc-only": "≡",
    "missing": "✗",
    "no-edition": "?",
    "wrong-years": "≠",
    "outdated": "«",
    "set-aside": "–",
    "unread": "·",
    "error": "✗",
    "warning": "!",
    "note": "~",
    "clean": "✓",
    "unchecked": "–",
    "failed": "⊘",
}
"""The sign of each status, then that of each verdict. `set-aside` is what the author waived, `unread` what is not known
of a draft whose text is not legible."""

STATUSES = (
    "present",
    "near",
    "empty",
    "placeholder",
    "toc-only",
    "missing",
    "cited",
    "no-edition",
    "wrong-years",
    "outdated",
    "set-aside",
    "unread",
)
"""Those of MARKS that a part or reference may have."""


@frozen
class Column:
    """One part or reference that a procedure requires."""

    kind: Literal["part", "reference"]
    title: str
    basis: Basis


@frozen
class Row:
    """One file of a run. `remark` says why it could not be checked; what follows is known of drafts alone.

    `counts` are the findings of each severity; `parts` and `references` are marks in the order of the procedure.
    """

    number: int
    path: str
    verdict: Verdict
    remark: str = ""
    procedure: str | None = None
    counts: tuple[int, ...] = ()
    waived: int = 0
    fiscal_years: str = ""
    pages: int | None = None
    text_quality: TextQuality = "clean"
    recognised: bool = False
    parts: tuple[str, ...] = ()
    references: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """The parts, then the references."""
        return self.parts + self.references


def draft_row(number: int, draft: DraftReport, required: PlanDocument) -> Row:
    """The row of a draft, of what its procedure requires."""
    facts = draft.document
    sections = {each.section: each for each in draft.sections}
    references = {each.reference: each for each in draft.references}
    set_aside = {each.finding.section or each.finding.reference for each in draft.waived}
    return Row(
        number=number,
        path=facts.path,
        verdict=_verdict(draft, checked=facts.legible and bool(required.sections or required.references)),
        procedure=intern(draft.procedure),
        counts=tuple(draft.count(severity) for severity in SEVERITIES),
        waived=len(draft.waived),
        fiscal_years=intern(facts.years_written) if facts.legible else "",
        pages=facts.pages,
        text_quality=facts.text_quality,
        recognised=facts.recognised,
        parts=tuple(_mark(sections.get(each.section), each.section in set_aside) for each in required.sections),
        references=tuple(
            _mark(references.get(each.reference), each.reference in set_aside) for each in required.references
        ),
    )


def share(marks: Iterable[str]) -> tuple[int, int]:
    """How many are as they should be, and of how many: not those that are waived or could not be read."""
    asked = [mark for mark in marks if mark not in ("set-aside", "unread")]
    return sum(mark in RIGHT for mark in asked), len(asked)


def clean(text: str) -> str:
    """A text in one line, without what no spreadsheet holds: control characters and halves of characters."""
    return _UNWRITABLE.sub("\ufffd", _BREAKS.sub(" ", text))


_BREAKS = re.compile("[\t\r\n]+")
_UNWRITABLE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")


def _verdict(draft: DraftReport, *, checked: bool) -> Verdict:
    for severity in SEVERITIES:
        if draft.count(severity):
            return severity
    return "clean" if checked else "unchecked"


def _mark(result: SectionResult | ReferenceResult | None, set_aside: bool) -> str:
    if result is None:
        return "unread"
    if isinstance(result, SectionResult) and result.status == "present":
        return "near" if all(each.match == "near" for each in result.found) else "present"
    return "set-aside" if set_aside and result.status != "cited" else intern(result.status)
