"""Check a draft against its procedure: pure, from a document and the registry to a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khumue.citations import find_mentions
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
from khumue.matching import find_occurrences, overall
from khumue.names import NameIndex
from khumue.quality import measure
from khumue.registry import Registry
from khumue.rules import Checked, find_all
from khumue.vocabulary import PlanDocument, PlanRequirements, RuleText


def check(
    document: Document,
    plan: PlanRequirements,
    registry: Registry,
    rules: Mapping[str, RuleText],
    *,
    today_fiscal_year: int,
    fiscal_years: Sequence[int] = (),
    chosen_by: ChosenBy = "option",
) -> DraftReport:
    """Check one draft.

    `fiscal_years` (Buddhist era) override what the draft says of itself; where it says nothing, citations are judged
    for `today_fiscal_year`, and a finding says so.
    """
    years, years_from = _years(document, fiscal_years, today_fiscal_year)
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
    checked = Checked(facts=facts, plan=plan, registry=registry)
    if facts.legible:
        checked = _read(document, checked)
    return DraftReport(
        document=facts,
        procedure=plan.id,
        chosen_by=chosen_by,
        sections=checked.sections,
        references=checked.references,
        findings=find_all(checked, rules),
    )


def _read(document: Document, checked: Checked) -> Checked:
    """With the headings, parts and citations that the text has."""
    required, registry, years = checked.plan.document, checked.registry, checked.facts.fiscal_years
    headings = find_headings(document, NameIndex(registry.section_names))
    found = find_occurrences(document, headings)
    judged = _mentions(document, registry, years)
    return replace(
        checked,
        headings=headings,
        sections=_sections(required, _to_confirm(found) if document.recognised else found),
        references=_references(required, registry, headings, judged, years),
        judged=judged,
    )


def _years(document: Document, given: Sequence[int], today: int) -> tuple[tuple[int, ...], YearsFrom]:
    if given:
        return tuple(given), "option"
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


def _mentions(document: Document, registry: Registry, years: Sequence[int]) -> tuple[JudgedMention, ...]:
    found = find_mentions(document, registry.reference_names)
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
    opening = [heading for heading in headings if not heading.contents_entry]
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
                found=tuple(_citation(each, opening) for each in own),
            )
        )
    return tuple(results)


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
