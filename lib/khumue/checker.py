"""Check a draft against its procedure: pure, from a document and the registry to a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from khumue.blanks import waiting_labels, without_form
from khumue.choices import NO_CHOICES, Choices
from khumue.citations import Mention, find_citations
from khumue.detection import detect_fiscal_years
from khumue.document import Document
from khumue.editions import ORDER, JudgedMention, edition_in_force, judge_mention
from khumue.finding import (
    ChosenBy,
    Citation,
    DocumentFacts,
    DraftReport,
    Occurrence,
    ReferenceResult,
    SectionResult,
    YearsFrom,
)
from khumue.frozen import replace
from khumue.headings import Heading, find_headings, heading_above
from khumue.joined import with_headings_apart
from khumue.matching import find_occurrences, overall
from khumue.projects.lines import Lines
from khumue.projects.results import NO_PROJECTS, Projects
from khumue.quality import measure
from khumue.registry import Registry
from khumue.rules import Checked, find_all
from khumue.vocabulary import PlanDocument, PlanRequirements, RuleText

if TYPE_CHECKING:
    from khumue.waivers import Waiver


def check(
    document: Document,
    plan: PlanRequirements,
    registry: Registry,
    rules: Mapping[str, RuleText],
    *,
    today_fiscal_year: int,
    fiscal_years: Sequence[int] = (),
    years_from: YearsFrom = "option",
    chosen_by: ChosenBy = "option",
    choices: Choices = NO_CHOICES,
    waivers: Sequence[Waiver] = (),
) -> DraftReport:
    """Check one draft.

    `fiscal_years` (Buddhist era) override what the draft says; where it says nothing, citations are judged for
    `today_fiscal_year`, and a finding says so. `choices` say which rules apply; `waivers` are added to the draft's own.
    """
    if fiscal_years:
        years = tuple(fiscal_years)
    else:
        years, years_from = _years(document, today_fiscal_year)
    facts = DocumentFacts(
        path=str(document.path),
        kind=document.kind,
        title=document.title,
        pages=document.pages,
        text_quality=measure(document),
        fiscal_years=years,
        years_from=years_from,
        recognised=document.recognised,
    )
    checked = Checked(document=document, facts=facts, plan=plan, registry=registry)
    if facts.legible:
        checked = _read(document, checked)
    findings, waived = find_all(checked, rules, choices, [*_own_waivers(document), *waivers])
    return DraftReport(
        document=facts,
        procedure=plan.id,
        chosen_by=chosen_by,
        sections=checked.sections,
        references=checked.references,
        projects=checked.projects.sheets,
        findings=findings,
        waived=waived,
    )


def _read(document: Document, checked: Checked) -> Checked:
    """With the headings, parts and citations that the text has."""
    required, registry, years = checked.plan.document, checked.registry, checked.facts.fiscal_years
    document = with_headings_apart(without_form(document), registry.section_index)
    found_headings = find_headings(document, registry.section_index)
    headings = [heading for heading in found_headings if not heading.contents_entry]
    citations = find_citations(document.blocks, registry.reference_names)
    judged = _judged(citations.mentions, registry, years)
    labels = waiting_labels(document, registry.project_field_index)
    found = find_occurrences(document, found_headings, registry.section_structure, labels)
    return replace(
        checked,
        document=document,
        headings=headings,
        sections=_sections(required, _to_confirm(found) if document.recognised else found),
        references=_references(required, registry, headings, judged, years),
        judged=judged,
        unknown=citations.unknown,
        projects=_projects(document, required, registry, found_headings),
    )


def _own_waivers(document: Document) -> Iterable[Waiver]:
    if not document.comments:
        return ()
    from khumue.waivers import read_waivers  # seldom needed

    return read_waivers(document.comments)


def _years(document: Document, today: int) -> tuple[tuple[int, ...], YearsFrom]:
    if found := detect_fiscal_years(document):
        return found, "document"
    return (today,), "today"


def _to_confirm(found: Mapping[str, tuple[Occurrence, ...]]) -> Mapping[str, tuple[Occurrence, ...]]:
    """No match is certain where letters were read from a picture."""
    return {section: tuple(replace(each, match="near") for each in own) for section, own in found.items()}


def _sections(required: PlanDocument, found: Mapping[str, tuple[Occurrence, ...]]) -> tuple[SectionResult, ...]:
    """The required sections in the order of the procedure, then the others that the draft has."""
    bases = {each.section: each.basis for each in required.sections}
    others = [section for section in found if section not in bases]
    return tuple(
        SectionResult(
            section=section,
            status=overall(found.get(section, ())),
            requirement=bases.get(section, "optional"),
            found=found.get(section, ()),
        )
        for section in (*bases, *others)
    )


def _judged(found: Sequence[Mention], registry: Registry, years: Sequence[int]) -> tuple[JudgedMention, ...]:
    return tuple(
        JudgedMention(mention=each, verdict=judge_mention(each, registry.references[each.reference], years))
        for each in found
    )


def _references(
    required: PlanDocument,
    registry: Registry,
    headings: Sequence[Heading],
    judged: Sequence[JudgedMention],
    years: Sequence[int],
) -> tuple[ReferenceResult, ...]:
    """The required series in the order of the procedure, then the others that the draft cites."""
    bases = {each.reference: each.basis for each in required.references}
    cited = dict.fromkeys(each.mention.reference for each in judged)
    others = [reference for reference in cited if reference not in bases]
    results = []
    for reference in (*bases, *others):
        own = [each for each in judged if each.mention.reference == reference]
        expected = edition_in_force(registry.references[reference], years)
        results.append(
            ReferenceResult(
                reference=reference,
                status=min((each.verdict.status for each in own), key=ORDER.index, default="missing"),
                requirement=bases.get(reference, "optional"),
                expected=expected.id if expected else None,
                found=tuple(_citation(each, headings) for each in own),
            )
        )
    return tuple(results)


def _projects(document: Document, required: PlanDocument, registry: Registry, headings: Sequence[Heading]) -> Projects:
    """The projects of a plan that must have some; a report on a plan repeats them in a form of its own.

    An office whose data has no fields of project sheets has no checks of projects.
    """
    sections = {each.section for each in required.sections}
    if (
        not registry.project_fields
        or required.type.endswith("report")
        or not sections & {"projects", "project-proposal"}
    ):
        return NO_PROJECTS
    lines = Lines(document)
    if lines.first_opening() is None and not lines.project_tables():
        return NO_PROJECTS
    from khumue.projects.reading import read_projects  # most of the reading of projects is in what it imports

    return read_projects(lines, headings, registry)


def _citation(judged: JudgedMention, headings: Sequence[Heading]) -> Citation:
    mention = judged.mention
    return Citation(
        text=mention.text,
        edition=mention.edition,
        years=mention.years,
        status=judged.verdict.status,
        place=mention.place,
        under=heading_above(headings, mention.block),
    )
