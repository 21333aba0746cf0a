"""What a matrix says of each file: small rows that outlive the results, the same for every format of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from sys import intern
from typing import Literal

from khumue.document import TextQuality
from khumue.finding import SEVERITIES, DraftReport
from khumue.frozen import frozen
from khumue.reports.summary import VERDICTS, Asked, is_near, required_parts, required_references, standing, verdict_of
from khumue.vocabulary import Basis, PlanDocument

Outcome = Literal["mend", "should", "confirm", "clean", "unread", "unchecked", "failed"]
"""The verdict on a draft; `failed`: the file could not be checked."""
OUTCOMES: tuple[Outcome, ...] = (*VERDICTS, "failed")

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
    "not-checked": "·",
    "error": "✗",
    "warning": "!",
    "note": "~",
    "verdict-mend": "✗",
    "verdict-should": "!",
    "verdict-confirm": "~",
    "verdict-clean": "✓",
    "verdict-unread": "?",
    "verdict-unchecked": "–",
    "failed": "⊘",
}
"""The sign of each status, severity and outcome, by the key of its word. `set-aside` is what the author waived,
`not-checked` what was not looked for: where the text is not legible, or nothing is a heading."""

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
    "not-checked",
)
"""Those of MARKS that a part or reference may have."""


def key_of(outcome: Outcome) -> str:
    """The key of an outcome's word and sign."""
    return outcome if outcome == "failed" else f"verdict-{outcome}"


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
    verdict: Outcome
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
    sections = {each.section: _mark(each, draft) for each in required_parts(draft)}
    references = {each.reference: _mark(each, draft) for each in required_references(draft)}
    return Row(
        number=number,
        path=facts.path,
        verdict=verdict_of(draft, required),
        procedure=intern(draft.procedure),
        counts=tuple(draft.count(severity) for severity in SEVERITIES),
        waived=len(draft.waived),
        fiscal_years=intern(facts.years_written) if facts.legible else "",
        pages=facts.pages,
        text_quality=facts.text_quality,
        recognised=facts.recognised,
        parts=tuple(sections.get(each.section, "not-checked") for each in required.sections),
        references=tuple(references.get(each.reference, "not-checked") for each in required.references),
    )


def share(marks: Iterable[str]) -> tuple[int, int]:
    """How many are as they should be, and of how many that were looked for. What is waived is required, too."""
    asked = [mark for mark in marks if mark != "not-checked"]
    return sum(mark in RIGHT for mark in asked), len(asked)


def clean(text: str) -> str:
    """A text in one line, without what no spreadsheet holds: control characters and halves of characters."""
    return _UNWRITABLE.sub("\ufffd", _BREAKS.sub(" ", text))


_BREAKS = re.compile("[\t\r\n]+")
_UNWRITABLE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")


def _mark(result: Asked, draft: DraftReport) -> str:
    if is_near(result):
        return "near"
    return "set-aside" if standing(result, draft) == "waived" else intern(result.status)
