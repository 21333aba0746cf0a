"""R: the laws, plans and policies that a plan cites. A fact that is not verified never makes an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khumue.editions import JudgedMention, edition_in_force
from khumue.finding import ReferenceResult, Severity
from khumue.frozen import replace
from khumue.headings import heading_above
from khumue.past import is_of_past, speaks_of_past
from khumue.rules.context import Checked, Remark
from khumue.vocabulary import Edition, Reference, Text

_BY_TRUST: dict[str, Severity] = {"verified": "error", "known": "warning", "uncertain": "note"}


def missing(checked: Checked) -> Iterator[Remark]:
    """R201."""
    for result in checked.references:
        if result.requirement != "optional" and result.status == "missing":
            trust = _BY_TRUST[checked.registry.references[result.reference].checked.level]
            severity = "warning" if result.requirement == "derived" and trust == "error" else trust
            yield _remark(checked, result, severity, ())


def no_edition(checked: Checked) -> Iterator[Remark]:
    """R202."""
    for result in checked.references:
        if result.requirement != "optional" and result.status == "no-edition":
            by_year = checked.registry.references[result.reference].cited_by == "fiscal-year"
            severity: Severity = "note" if by_year or result.requirement == "derived" else "warning"
            yield _remark(checked, result, severity, _with_status(checked, result, "no-edition"))


def wrong_years(checked: Checked) -> Iterator[Remark]:
    """R203. A wrong year is wrong also where another mention is right."""
    for result in checked.references:
        if found := _with_status(checked, result, "wrong-years"):
            certain = any(each.verdict.verified for each in found)
            beside: Severity = "warning" if result.status == "cited" else "error"
            yield _remark(checked, result, beside if certain else "note", found)


def outdated(checked: Checked) -> Iterator[Remark]:
    """R204. Beside a right mention an older edition may be history: a note. Told as history it is no error."""
    for result in checked.references:
        ended = checked.registry.references[result.reference].status == "ended"
        found = () if ended else _with_status(checked, result, "outdated")
        if found:
            certain = any(each.verdict.verified for each in found)
            past = all(_is_past(checked, each) for each in found)
            needed: Severity = "error" if result.requirement == "stated" and not past else "warning"
            yield _remark(checked, result, needed if certain and result.status != "cited" else "note", found)


def ended(checked: Checked) -> Iterator[Remark]:
    """R205. A kind of plan that no longer exists."""
    for result in checked.references:
        found = _with_status(checked, result, "outdated")
        if found and checked.registry.references[result.reference].status == "ended":
            certain = found[0].verdict.verified and not all(_is_past(checked, each) for each in found)
            replaced = checked.registry.references[result.reference].replaced_by
            remark = _remark(checked, result, "warning" if certain else "note", found)
            yield replace(remark, variant="replaced" if replaced else "gone")


def unknown(checked: Checked) -> Iterator[Remark]:
    """R206. Something cited like a law or a national plan that the registry does not have."""
    for citation in checked.unknown:
        yield Remark(
            severity="note",
            values={"text": citation.text},
            place=citation.place,
            under=heading_above(checked.headings, citation.block),
        )


def near_name(checked: Checked) -> Iterator[Remark]:
    """R207. A name that is nearly known counts as cited, and the author confirms it."""
    for result in checked.references:
        found = [each for each in checked.judged if each.mention.reference == result.reference and each.mention.near]
        if found:
            yield _remark(checked, result, "note", found)


def _is_past(checked: Checked, judged: JudgedMention) -> bool:
    """Whether a mention speaks of what was, by its own words or by the heading above it."""
    mention = judged.mention
    return speaks_of_past(mention.before, mention.after) or is_of_past(
        heading_above(checked.headings, mention.block) or ""
    )


def _with_status(checked: Checked, result: ReferenceResult, status: str) -> Sequence[JudgedMention]:
    return [
        each for each in checked.judged if each.mention.reference == result.reference and each.verdict.status == status
    ]


def _remark(checked: Checked, result: ReferenceResult, severity: Severity, found: Sequence[JudgedMention]) -> Remark:
    reference = checked.registry.references[result.reference]
    return Remark(
        severity=severity,
        values={
            "reference": reference.title,
            "name_needed": reference.title.th,  # drafts are Thai whatever the reader's language
            "expected": _with_thai(_expected(checked, reference, result, found)),
            "text": found[0].mention.text if found else "",
            "years": checked.facts.years_written,
        },
        reference=reference.id,
        place=found[0].mention.place if found else None,
        under=heading_above(checked.headings, found[0].mention.block) if found else None,
        elsewhere=tuple(each.mention.place for each in found[1:]),
        basis=checked.reference_source(reference.id),
    )


def _with_thai(expected: Text) -> Text:
    """What to write, in Thai in both languages; in English it is explained."""
    return Text(th=expected.th, en=f"{expected.th}, {expected.en}")


def _amended(law: Edition) -> Text:
    """A law with the numbers and years of its amendments, as plans write them."""
    numbered = [each for each in law.amendments if each.number]
    return Text(
        th=law.title.th + "".join(f" (ฉบับที่ {each.number}) พ.ศ. {each.year}" for each in numbered),
        en=law.title.en + "".join(f", no. {each.number}, BE {each.year}" for each in numbered),
    )


def _expected(checked: Checked, reference: Reference, result: ReferenceResult, found: Sequence[JudgedMention]) -> Text:
    """What to cite: the law and its amendments, the edition in force in the plan's years, the successor, the series."""
    editions = {each.id: each for each in reference.editions}
    meant = found[0].verdict.edition if found else None
    if meant is not None and meant.amendments and (found[0].mention.edition or found[0].mention.amendments):
        return _amended(meant)
    if result.expected:
        return editions[result.expected].title
    if not reference.replaced_by:
        return reference.title
    successor = checked.registry.references[reference.replaced_by]
    in_force = edition_in_force(successor, checked.facts.fiscal_years)
    return in_force.title if in_force else successor.title
