"""The tables of a draft's report: each required part and reference, with what the draft has of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from khumue.document import Place
from khumue.finding import Citation, DraftReport, ReferenceResult, Requirement, SectionResult, Severity, Source
from khumue.frozen import frozen
from khumue.registry import Registry
from khumue.reports.belonging import Neighbours, neighbours
from khumue.reports.summary import (
    Asked,
    Standing,
    cover,
    first_found,
    is_about,
    is_near,
    is_whole,
    standing,
    status_of,
)
from khumue.rules.context import reference_source, section_source
from khumue.vocabulary import PlanRequirements, Text


@frozen
class Row:
    """One required part or reference. `quote` and `place` are those of its first mention with this status.

    `expected` is an edition's title. `findings` are the numbers of those about it, `severity` is that of the gravest.
    """

    title: Text
    status: str
    mark: Standing
    requirement: Requirement
    source: Source | None
    why: Text | None
    quote: str | None
    place: Place | None
    beside: Neighbours | None
    near: bool
    expected: Text | None
    findings: tuple[int, ...]
    severity: Severity | None


@frozen
class Bar:
    """How much of what is required is there; one mark for each, in the order of the plan."""

    of: Literal["sections", "references", "projects"]
    marks: tuple[Standing, ...]

    @property
    def done(self) -> int:
        """How many are as they should be."""
        return cover(self.marks).done

    @property
    def waived(self) -> int:
        """How many the author waived."""
        return cover(self.marks).waived


def rows(results: Sequence[Asked], draft: DraftReport, plan: PlanRequirements, registry: Registry) -> tuple[Row, ...]:
    """A row for each of these results of a draft, which its procedure requires."""
    return tuple(_row(each, draft, plan, registry) for each in results)


def _row(result: Asked, draft: DraftReport, plan: PlanRequirements, registry: Registry) -> Row:
    first = first_found(result)
    findings = [(number, each) for number, each in enumerate(draft.findings, 1) if is_about(each, result)]
    beside = (neighbours(finding, draft, registry) for _, finding in findings)
    if isinstance(result, SectionResult):
        title, expected = registry.sections[result.section].title, None
        source, why = section_source(plan, result.section), _why(plan, result.section)
    else:
        title, expected = registry.references[result.reference].title, _expected(result, registry)
        source, why = reference_source(plan, result.reference), _why(plan, result.reference)
    return Row(
        title=title,
        status=status_of(result, draft.findings),
        mark=standing(result, draft),
        requirement=result.requirement,
        source=source,
        why=why,
        quote=(first.text if isinstance(first, Citation) else first.heading) if first else None,
        place=first.place if first else None,
        beside=next((each for each in beside if each), None),
        near=is_near(result),
        expected=expected,
        findings=tuple(number for number, _ in findings),
        severity=findings[0][1].severity if findings else None,  # the gravest come first
    )


def _why(plan: PlanRequirements, required: str) -> Text | None:
    """Why it is required, where the manual does not state it; parts and references share no id."""
    sections = {each.section: each.why for each in plan.document.sections}
    references = {each.reference: each.why for each in plan.document.references}
    return (sections | references)[required]


def _expected(result: ReferenceResult, registry: Registry) -> Text | None:
    editions = registry.references[result.reference].editions
    return next((each.title for each in editions if each.id == result.expected), None)


def bars(draft: DraftReport, sections: Sequence[Row], references: Sequence[Row]) -> Iterator[Bar]:
    """How much is there of what was looked for."""
    if sections:
        yield Bar(of="sections", marks=tuple(each.mark for each in sections))
    if references:
        yield Bar(of="references", marks=tuple(each.mark for each in references))
    if draft.projects:
        yield Bar(of="projects", marks=tuple("done" if is_whole(each) else "lacking" for each in draft.projects))
