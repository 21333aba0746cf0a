"""What the HTML report shows of one draft: the verdict, findings with their evidence, tables; no words, no markup."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from khumue.document import Place
from khumue.finding import SEVERITIES, DraftReport, Finding, Severity
from khumue.frozen import frozen
from khumue.registry import Registry
from khumue.reports.belonging import Neighbours, neighbours
from khumue.reports.html.rows import Bar, Row, bars, rows
from khumue.reports.summary import Verdict, passes, required_parts, required_references, verdict_of
from khumue.vocabulary import Manual, PlanRequirements, Text


@frozen
class Evidence:
    """What the draft says, and its places with the heading above each. `quote` is None where only places are known."""

    quote: str | None
    places: tuple[tuple[Place, str | None], ...]


@frozen
class Numbered:
    """A finding with its number in the draft's report and what the draft says at its places.

    `beside` are the neighbours of a part that is not in the text.
    """

    number: int
    finding: Finding
    evidence: tuple[Evidence, ...]
    beside: Neighbours | None


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
    coverage: tuple[Bar, ...]
    other_sections: tuple[Text, ...]
    other_references: tuple[Text, ...]

    @property
    def to_mend(self) -> tuple[Numbered, ...]:
        """The findings that ask for something to be done."""
        return tuple(each for group in self.groups if group.severity != "note" for each in group.findings)


def view_draft(number: int, draft: DraftReport, registry: Registry) -> DraftView:
    """The view of a draft."""
    plan = registry.plans[draft.procedure]
    sections = rows(required_parts(draft), draft, plan, registry)
    references = rows(required_references(draft), draft, plan, registry)
    return DraftView(
        number=number,
        report=draft,
        plan=plan,
        manual=registry.manuals[plan.manual],
        verdict=verdict_of(draft, plan.document),
        groups=_groups(draft, registry),
        sections=sections,
        references=references,
        coverage=tuple(bars(draft, sections, references)),
        other_sections=tuple(
            registry.sections[each.section].title
            for each in draft.sections
            if each.requirement == "optional" and passes(each)
        ),
        other_references=tuple(
            registry.references[each.reference].title
            for each in draft.references
            if each.requirement == "optional" and passes(each)
        ),
    )


def _groups(draft: DraftReport, registry: Registry) -> tuple[Group, ...]:
    numbered = [
        Numbered(
            number=number,
            finding=finding,
            evidence=_evidence(finding, draft),
            beside=neighbours(finding, draft, registry),
        )
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
