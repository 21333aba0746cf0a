"""Whether a citation is right for a plan of given fiscal years, as far as the registry's facts are verified."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khumue.citations import Mention
from khumue.finding import ReferenceStatus
from khumue.frozen import frozen
from khumue.vocabulary import Edition, Reference, Years

# The best mention is the status of the series: a plan may name an older edition in its history.
ORDER: tuple[ReferenceStatus, ...] = ("cited", "outdated", "wrong-years", "no-edition", "missing")


@frozen
class Verdict:
    """How a mention stands: its status, the edition that it means, and whether the facts behind it are verified."""

    status: ReferenceStatus
    edition: Edition | None = None
    verified: bool = False


@frozen
class JudgedMention:
    """A mention of a series and how it stands."""

    mention: Mention
    verdict: Verdict


def edition_in_force(reference: Reference, fiscal_years: Sequence[int]) -> Edition | None:
    """The edition that plans of these years rest on: the latest one that covers any of them, a draft last."""
    covering = [each for each in reference.editions if any(each.covers(year) for year in fiscal_years)]
    return max(covering, key=lambda each: (each.status != "draft", (each.fiscal_years or (0,))[0]), default=None)


def judge_mention(mention: Mention, reference: Reference, fiscal_years: Sequence[int]) -> Verdict:
    """Judge one mention by what the series asks a citation to give."""
    if reference.status == "ended" and edition_in_force(reference, fiscal_years) is None:
        certain = reference.checked.level == "verified" and "status" not in reference.checked.unverified
        return Verdict(status="outdated", verified=certain)
    if reference.cited_by == "name" or not reference.editions:
        return Verdict(status="cited")
    edition = _meant(mention, reference)
    if edition is None:
        return _without_edition(mention, reference, fiscal_years)
    if _misnumbers(mention, edition):
        return Verdict(status="wrong-years", edition=edition, verified=_verified(edition, "amendments"))
    if not _same_years(mention, edition):
        return Verdict(status="wrong-years", edition=edition, verified=_verified(edition, "years", "year"))
    if edition.fiscal_years and not any(edition.covers(year) for year in fiscal_years):
        return Verdict(status="outdated", edition=edition, verified=_verified(edition, "fiscal_years"))
    return Verdict(status="cited", edition=edition)


def _without_edition(mention: Mention, reference: Reference, fiscal_years: Sequence[int]) -> Verdict:
    """Judge a mention that means no edition that the registry knows."""
    if reference.cited_by == "law-year" and mention.edition:
        return Verdict(status="cited")  # an amendment, perhaps newer than the registry
    if reference.cited_by == "fiscal-year" and mention.years:
        return _by_fiscal_year(mention.years, fiscal_years)
    if not (mention.years or mention.edition) or _is_year_within(mention, reference):
        return Verdict(status="no-edition")
    if _is_older(mention, reference):
        return Verdict(status="outdated")
    return Verdict(status="wrong-years", verified=_all_known(reference.editions))


def _meant(mention: Mention, reference: Reference) -> Edition | None:
    """The edition that a mention means: by its own name, by number, by years, or by the number of an amendment."""
    by_name = [each for each in reference.editions if each.id == mention.edition_id]
    by_number = [each for each in reference.editions if mention.edition and each.edition == mention.edition]
    by_years = [each for each in reference.editions if mention.years and mention.years in _spans(each)]
    by_amendment = [each for each in reference.editions if _amended_by(mention.edition, each)]
    return next(iter(by_name or by_number or by_years or by_amendment), None)


def _amended_by(number: str | None, edition: Edition) -> bool:
    return number is not None and any(str(each.number) == number for each in edition.amendments)


def _misnumbers(mention: Mention, edition: Edition) -> bool:
    """Whether a law is said to be amended by a number and a year that the registry knows not to go together."""
    said = (*mention.amendments, *([(mention.edition, mention.years)] if edition.edition is None else ()))
    return any(_contradicts(number, years, edition) for number, years in said)


def _contradicts(number: str | None, years: Years | None, edition: Edition) -> bool:
    if number is None or years is None:
        return False
    known = [(str(each.number), each.year) for each in edition.amendments if each.number is not None]
    return (number, years[0]) not in known and any(number == n or years[0] == year for n, year in known)


def _spans(edition: Edition) -> list[tuple[int, int]]:
    spans = [*edition.also_written]
    spans += [edition.years] if edition.years else []
    spans += [(edition.year, edition.year)] if edition.year else []
    return spans + [(each.year, each.year) for each in edition.amendments]


def _same_years(mention: Mention, edition: Edition) -> bool:
    if mention.years is None or not (spans := _spans(edition)):
        return True
    first_only = mention.years[0] == mention.years[1]
    return mention.years in spans or (first_only and any(a <= mention.years[0] <= b for a, b in spans))


def _is_older(mention: Mention, reference: Reference) -> bool:
    """Whether a plan is cited in an edition from before those that the registry knows."""
    numbers = [int(each.edition) for each in reference.editions if each.edition]
    if mention.edition and numbers:
        return int(mention.edition) < min(numbers)
    firsts = [each.years[0] for each in reference.editions if each.years]
    return mention.years is not None and bool(firsts) and mention.years[1] < min(firsts)


def _is_year_within(mention: Mention, reference: Reference) -> bool:
    """Whether the only thing said is one year of a plan of several: the plan's own fiscal year, not an edition."""
    if mention.edition or not mention.years or mention.years[0] != mention.years[1]:
        return False
    spans = [span for each in reference.editions for span in _spans(each)]
    return any(first < last and first <= mention.years[0] <= last for first, last in spans)


def _by_fiscal_year(said: Years, fiscal_years: Sequence[int]) -> Verdict:
    """Policies of a year: the year said is one of the plan's, or it is not."""
    return Verdict(status="cited" if any(said[0] <= year <= said[1] for year in fiscal_years) else "outdated")


def _verified(edition: Edition, *facts: str) -> bool:
    return edition.checked.level == "verified" and not set(facts) & set(edition.checked.unverified)


def _all_known(editions: Iterable[Edition]) -> bool:
    """Whether years that fit no edition are wrong for certain: every edition's years are verified."""
    return all(_verified(each, "years", "year") for each in editions)
