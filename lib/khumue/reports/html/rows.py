"""The tables of a draft's report: each required part and reference, with what the draft has of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from khumue.document import Place
from khumue.finding import DraftReport, Finding, ReferenceResult, Requirement, SectionResult, Severity, Source
from khumue.frozen import frozen
from khumue.projects.results import Project
from khumue.registry import Registry
from khumue.rules.context import reference_source, section_source
from khumue.vocabulary import PlanRequirements, ReferenceRequirement, SectionRequirement, Text

Mark = Literal["done", "lacking", "waived"]


@frozen
class Row:
    """One required part or reference. `quote` and `place` are those of its first mention with this status.

    `expected` is an edition's title. `findings` are the numbers of those about it, `severity` is that of the gravest.
    """

    title: Text
    status: str
    mark: Mark
    requirement: Requirement
    source: Source | None
    why: Text | None
    quote: str | None
    place: Place | None
    near: bool = False
    expected: Text | None = None
    findings: tuple[int, ...]
    severity: Severity | None


@frozen
class Coverage:
    """How much of what is required is there; one mark for each, in the order of the plan."""

    of: Literal["sections", "references", "projects"]
    marks: tuple[Mark, ...]

    def count(self, mark: Mark) -> int:
        """How many have this mark."""
        return self.marks.count(mark)


def section_rows(draft: DraftReport, plan: PlanRequirements, registry: Registry) -> tuple[Row, ...]:
    """The required parts; none where the draft has no headings, so that no part was looked for."""
    if any(finding.code == "D001" for finding in _findings(draft)):
        return ()
    required = {each.section: each for each in plan.document.sections}
    return tuple(
        _section_row(result, required[result.section], draft, plan, registry)
        for result in draft.sections
        if result.requirement != "optional"
    )


def reference_rows(draft: DraftReport, plan: PlanRequirements, registry: Registry) -> tuple[Row, ...]:
    """The required references."""
    required = {each.reference: each for each in plan.document.references}
    return tuple(
        _reference_row(result, required[result.reference], draft, plan, registry)
        for result in draft.references
        if result.requirement != "optional"
    )


def _section_row(
    result: SectionResult,
    required: SectionRequirement,
    draft: DraftReport,
    plan: PlanRequirements,
    registry: Registry,
) -> Row:
    first = next((each for each in result.found if each.status == result.status), None)
    own = [(number, each) for number, each in enumerate(draft.findings, 1) if each.section == result.section]
    waived = any(each.finding.section == result.section for each in draft.waived)
    return Row(
        title=registry.sections[result.section].title,
        status=result.status,
        mark=_mark(done=result.status == "present", waived=waived),
        requirement=result.requirement,
        source=section_source(plan, result.section),
        why=required.why,
        quote=first.heading if first else None,
        place=first.place if first else None,
        near=bool(first) and all(each.match == "near" for each in result.found),
        findings=tuple(number for number, _ in own),
        severity=_gravest(own),
    )


def _reference_row(
    result: ReferenceResult,
    required: ReferenceRequirement,
    draft: DraftReport,
    plan: PlanRequirements,
    registry: Registry,
) -> Row:
    reference = registry.references[result.reference]
    first = next((each for each in result.found if each.status == result.status), None)
    own = [(number, each) for number, each in enumerate(draft.findings, 1) if each.reference == result.reference]
    waived = any(each.finding.reference == result.reference for each in draft.waived)
    return Row(
        title=reference.title,
        status=result.status,
        mark=_mark(done=result.status == "cited", waived=waived),
        requirement=result.requirement,
        source=reference_source(plan, result.reference),
        why=required.why,
        quote=first.text if first else None,
        place=first.place if first else None,
        expected=next((each.title for each in reference.editions if each.id == result.expected), None),
        findings=tuple(number for number, _ in own),
        severity=_gravest(own),
    )


def _findings(draft: DraftReport) -> list[Finding]:
    return [*draft.findings, *(each.finding for each in draft.waived)]


def _gravest(numbered: Sequence[tuple[int, Finding]]) -> Severity | None:
    """Of findings in the order of a report, where the gravest come first."""
    return numbered[0][1].severity if numbered else None


def _mark(*, done: bool, waived: bool = False) -> Mark:
    return "done" if done else "waived" if waived else "lacking"


def is_whole(project: Project) -> bool:
    """Whether a project sheet lacks no field and its sums agree."""
    return not (project.lacking or project.mismatches)


def cover(sections: Sequence[Row], references: Sequence[Row], projects: Sequence[Project]) -> tuple[Coverage, ...]:
    """How much is there of what was looked for."""
    covered = (
        Coverage(of="sections", marks=tuple(each.mark for each in sections)),
        Coverage(of="references", marks=tuple(each.mark for each in references)),
        Coverage(of="projects", marks=tuple(_mark(done=is_whole(each)) for each in projects)),
    )
    return tuple(each for each in covered if each.marks)
