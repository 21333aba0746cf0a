"""What every report says of a draft, in values: the verdict, what is required of it, and how it has each of these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from khumue.finding import Citation, DraftReport, Finding, Occurrence, ReferenceResult, SectionResult
from khumue.frozen import frozen
from khumue.projects.results import Project
from khumue.vocabulary import PlanDocument

Verdict = Literal["mend", "should", "confirm", "clean", "unread", "unchecked"]
"""Something must be mended; should be; all is to be confirmed, as letters were read from pictures; there is nothing to
mend; the text cannot be read; the procedure asks for nothing that can be checked."""
VERDICTS: tuple[Verdict, ...] = ("mend", "should", "confirm", "clean", "unread", "unchecked")
PASSING: tuple[Verdict, ...] = ("should", "clean", "unchecked")
"""The verdicts on drafts in which nothing must be mended or confirmed."""

Asked = SectionResult | ReferenceResult
"""How a draft has a part, or cites a series of references."""

Standing = Literal["done", "lacking", "waived"]
"""How something required stands: `waived` is what is not as it should be, for a reason that the author gave."""


def verdict_of(draft: DraftReport, required: PlanDocument) -> Verdict:
    """The verdict on a draft of which its procedure requires this."""
    if not draft.document.legible:
        return "unread"
    if draft.count("error"):
        return "mend"
    if draft.document.recognised:
        return "confirm"
    if draft.count("warning"):
        return "should"
    return "clean" if required.sections or required.references else "unchecked"


def required_parts(draft: DraftReport) -> Sequence[SectionResult]:
    """The parts that are required, in the order of the procedure; none where no part was looked for."""
    return () if lacks_headings(draft) else [each for each in draft.sections if each.requirement != "optional"]


def required_references(draft: DraftReport) -> Sequence[ReferenceResult]:
    """The references that are required, in the order of the procedure."""
    return [each for each in draft.references if each.requirement != "optional"]


def lacks_headings(draft: DraftReport) -> bool:
    """Whether no part was looked for, because nothing in the draft is a heading (D001)."""
    return any(each.code == "D001" for each in (*draft.findings, *(waived.finding for waived in draft.waived)))


def passes(result: Asked) -> bool:
    """Whether a part is there, or a reference rightly cited."""
    return result.status in ("present", "cited")


def status_of(result: Asked, findings: Iterable[Finding]) -> str:
    """Its status, by the key of its word: of a reference that is rightly cited but not everywhere, `cited-partly`."""
    partly = any(each.code in _WRONGLY_CITED and is_about(each, result) for each in findings)
    return "cited-partly" if result.status == "cited" and partly else result.status


_WRONGLY_CITED = ("R202", "R203", "R204", "R205")
"""The findings that say of a reference that it is cited in another way than it should be."""


def is_near(result: Asked) -> bool:
    """Whether a part is there only under names that are not quite its own: it counts, and is to be confirmed."""
    return (
        isinstance(result, SectionResult)
        and result.status == "present"
        and all(each.match == "near" for each in result.found)
    )


def first_found(result: Asked) -> Occurrence | Citation | None:
    """The first place where a draft has it in the way that its status says."""
    return next((each for each in result.found if each.status == result.status), None)


def standing(result: Asked, draft: DraftReport) -> Standing:
    """How it stands in a draft."""
    if passes(result):
        return "done"
    waived = any(each.finding.code in _LACKING and is_about(each.finding, result) for each in draft.waived)
    return "waived" if waived else "lacking"


_LACKING = ("S101", "S102", "S103", "S104", "R201", "R202", "R203", "R204", "R205")
"""The findings that say of a part or reference that it is not as it should be."""


def is_about(finding: Finding, result: Asked) -> bool:
    """Whether a finding is about this part or reference itself; those of projects only name the part that has them."""
    if isinstance(result, SectionResult):
        return finding.code.startswith("S") and finding.section == result.section
    return finding.code.startswith("R") and finding.reference == result.reference


def is_whole(project: Project) -> bool:
    """Whether a project sheet lacks no field and its sums agree."""
    return not (project.lacking or project.mismatches)


@frozen
class Coverage:
    """How much of what is required is there; waived things are required, too."""

    done: int
    waived: int
    required: int


def cover(standings: Iterable[Standing]) -> Coverage:
    """The coverage of things that stand so."""
    marks = list(standings)
    return Coverage(done=marks.count("done"), waived=marks.count("waived"), required=len(marks))
