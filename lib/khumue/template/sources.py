"""The laws, plans and policies that a plan cites, in the editions in force in its own years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khumue.editions import edition_in_force
from khumue.model import Catalogue
from khumue.template.outline import Block, Guidance, Line
from khumue.template.wording import Wording
from khumue.vocabulary import Edition, PlanDocument, Reference

_OF_ITS_TITLE = frozenset({"title", "edition", "year", "years"})


def source_blocks(
    document: PlanDocument, catalogue: Catalogue, years: Sequence[int], wording: Wording
) -> Iterator[Block]:
    """A line for each series that is required, after the names of those that the author has to confirm."""
    required = [catalogue.references[each.reference] for each in document.references]
    editions = [edition_in_force(series, years) for series in required]
    yield Guidance(text=wording.say("sources-guidance"))
    doubtful = [
        edition.title.th if edition else series.title.th
        for series, edition in zip(required, editions, strict=True)
        if series.checked.level != "verified" or (edition and _is_doubtful(edition, years))
    ]
    if doubtful:
        yield Guidance(text=wording.say("sources-doubtful", names="; ".join(doubtful)))
    for series, edition in zip(required, editions, strict=True):
        yield _line(series, edition, years, wording)


def _line(series: Reference, edition: Edition | None, years: Sequence[int], wording: Wording) -> Line:
    """A citation, whole where an edition is in force; a policy of the year is that of the plan's first year."""
    if edition is not None:
        return Line(text=edition.title.th.replace(" - ", "-"))
    if series.cited_by == "fiscal-year":
        return Line(text=f"{series.title.th} {wording.printed('in-year', year=str(years[0]))}")
    return Line(text=series.title.th, blank=wording.say("specify-edition"))


def _is_doubtful(edition: Edition, years: Sequence[int]) -> bool:
    """Whether its title, or that it holds in all of the plan's years, is not verified."""
    if edition.checked.level != "verified" or _OF_ITS_TITLE.intersection(edition.checked.unverified):
        return True
    in_title = edition.years is not None and edition.years[0] <= min(years) and max(years) <= edition.years[1]
    return "fiscal_years" in edition.checked.unverified and not in_title
