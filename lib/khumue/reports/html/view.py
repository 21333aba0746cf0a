"""What the HTML report shows of one draft: the verdict, findings with their evidence, tables; no words, no markup."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from khumue.document import Place
from khumue.finding import SEVERITIES, DraftReport, Finding, Severity
from khumue.frozen import frozen
from khumue.registry import Registry
from khumue.reports.html.rows import Coverage, Row, cover, reference_rows, section_rows
from khumue.vocabulary import Manual, PlanRequirements, Text

Verdict = Literal["mend", "should", "confirm", "clean", "unread", "unchecked"]


@frozen
class Evidence:
    """What the draft says, and its places with the heading above each. `quote` is None where only places are known."""

    quote: str | None
    places: tuple[tuple[Place, str | None], ...]


@frozen
class Numbered:
    """A finding with its number in the draft's report and what the draft says at its places."""

    number: int
    finding: Finding
    evidence: tuple[Evidence, ...]


@frozen
class Group:
    """The findings of one rule that weigh the same."""

    code: str
    severity: Severity
    findings: tuple[Numbered, ...]


@frozen
class DraftView:
    """One draft, ready to be laid out. `number` counts the files of the call from 1."""

    number: int
    report: DraftReport
    plan: PlanRequirements
    manual: Manual
    verdict: Verdict
    groups: tuple[Group, ...]
    sections: tuple[Row, ...]
    references: tuple[Row, ...]
    coverage: tuple[Coverage, ...]
    other_sections: tuple[Text, ...]
    other_references: tuple[Text, ...]

    @property
    def to_mend(self) -> tuple[Numbered, ...]:
        """The findings that ask for something to be done."""
        return tuple(each for group in self.groups if group.severity != "note" for each in group.findings)


def view_draft(number: int, draft: DraftReport, registry: Registry) -> DraftView:
    """The view of a draft."""
    plan = registry.plans[draft.procedure]
    sections = section_rows(draft, plan, registry)
    references = reference_rows(draft, plan, registry)
    return DraftView(
        number=number,
        report=draft,
        plan=plan,
        manual=registry.manuals[plan.manual],
        verdict=_verdict(draft, plan),
        groups=_groups(draft),
        sections=sections,
        references=references,
        coverage=cover(sections, references, draft.projects),
        other_sections=tuple(
            registry.sections[each.section].title
            for each in draft.sections
            if each.requirement == "optional" and each.status == "present"
        ),
        other_references=tuple(
            registry.references[each.reference].title
            for each in draft.references
            if each.requirement == "optional" and each.status == "cited"
        ),
    )


def _verdict(draft: DraftReport, plan: PlanRequirements) -> Verdict:
    if not draft.document.legible:
        return "unread"
    if draft.document.recognised:
        return "confirm"
    if draft.count("error"):
        return "mend"
    if draft.count("warning"):
        return "should"
    return "clean" if plan.document.sections or plan.document.references else "unchecked"


def _groups(draft: DraftReport) -> tuple[Group, ...]:
    numbered = [
        Numbered(number=number, finding=finding, evidence=_evidence(finding, draft))
        for number, finding in enumerate(draft.findings, 1)
    ]
    by_rule = groupby(numbered, lambda each: (SEVERITIES.index(each.finding.severity), each.finding.code))
    return tuple(Group(code=code, severity=SEVERITIES[rank], findings=tuple(own)) for (rank, code), own in by_rule)


def _evidence(finding: Finding, draft: DraftReport) -> tuple[Evidence, ...]:
    """What the draft says at the places of a finding; the same words are quoted once."""
    said = {place: (quote, under) for quote, place, under in _said(finding, draft)}
    places: dict[str | None, list[tuple[Place, str | None]]] = {}
    for place in (finding.place, *finding.elsewhere):
        if place:
            quote, under = said.get(place, (None, None))
            places.setdefault(quote, []).append((place, under or (finding.under if place == finding.place else None)))
    return tuple(Evidence(quote=quote, places=tuple(own)) for quote, own in places.items())


def _said(finding: Finding, draft: DraftReport) -> Iterator[tuple[str, Place, str | None]]:
    """Headings or citations of what a finding is about: words, place, heading above."""
    for section in draft.sections:
        if section.section == finding.section:
            yield from ((each.heading, each.place, None) for each in section.found)
    for reference in draft.references:
        if reference.reference == finding.reference:
            yield from ((each.text, each.place, each.under) for each in reference.found)
