"""Who gives what to whom, from what procedures say they feed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khumue.model import Catalogue, Feed, MapPlace, Procedure

# From the ministry down to the school; those outside come last.
ORDER: tuple[MapPlace, ...] = (
    "ministry",
    "region",
    "province",
    "committee",
    "provincial-office",
    "area-office",
    "school",
    "elsewhere",
)


@dataclass(frozen=True, kw_only=True)
class Handover:
    """One thing that goes from the office of a procedure to another place. `role` or `procedure` receives it."""

    giver: Procedure
    feed: Feed
    start: MapPlace
    end: MapPlace
    role: str | None
    procedure: Procedure | None


def handovers(catalogue: Catalogue) -> dict[tuple[MapPlace, MapPlace], list[Handover]]:
    """What goes from one place to another, by giver and receiver in the order of the map; not what stays inside."""
    found = [each for procedure in catalogue.procedures.values() for each in _of(catalogue, procedure)]
    pairs = sorted({(each.start, each.end) for each in found}, key=lambda pair: tuple(map(ORDER.index, pair)))
    return {pair: [each for each in found if (each.start, each.end) == pair] for pair in pairs}


def _of(catalogue: Catalogue, giver: Procedure) -> Iterator[Handover]:
    start = catalogue.manuals[giver.manual].office_kind
    for feed in giver.feeds:
        procedure = catalogue.procedures.get(feed.to)
        end = catalogue.manuals[procedure.manual].office_kind if procedure else catalogue.roles[feed.to].place
        if end != start:
            role = None if procedure else feed.to
            yield Handover(giver=giver, feed=feed, start=start, end=end, role=role, procedure=procedure)
