"""The map of hand-overs as a picture: places in a column, downward arrows on the right, upward ones on the left.

Each arrow carries the number of its hand-overs and leads to their list. The picture is 360 px wide or a little more,
so that it is readable on a phone; colours come from the site's style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from khumue.site.figures import drawing, figure
from khumue.site.handovers import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khumue.model import MapPlace

_BOX, _GAP, _PORT, _CHANNEL, _FIRST, _BADGE = 170, 26, 20, 20, 18, 9  # px
_LEAST = 44

Pair = tuple["MapPlace", "MapPlace"]


@dataclass(frozen=True, kw_only=True)
class _Arrow:
    pair: Pair
    start: float
    end: float
    channel: int
    side: int
    count: int


def anchor(pair: Pair) -> str:
    """The anchor of the list of one pair's hand-overs."""
    return f"{pair[0]}--{pair[1]}"


def draw_map(counts: Mapping[Pair, int], names: Mapping[MapPlace, str], title: str, description: str) -> str:
    """The figure as one line; `counts` are hand-overs by giver and receiver, `names` are labels of places."""
    tops, heights = _places(counts)
    arrows = list(_arrows(counts, tops, heights))
    reach = {side: max((a.channel for a in arrows if a.side == side), default=-1) for side in (-1, 1)}
    left = _FIRST + _CHANNEL * (reach[-1] + 1) + _BADGE
    width = left + _BOX + _FIRST + _CHANNEL * (reach[1] + 1) + _BADGE
    height = max(tops[place] + heights[place] for place in tops) + 4
    parts = [_arrow(arrow, left, names) for arrow in arrows]
    parts += [_box(names[place], left, tops[place], heights[place]) for place in tops]
    return figure("handover-map", drawing("handovers", width, height, parts, title=title, description=description))


def _places(counts: Mapping[Pair, int]) -> tuple[dict[MapPlace, float], dict[MapPlace, float]]:
    """Tops and heights of the boxes; one is as high as the arrows at its busier side need."""
    tops: dict[MapPlace, float] = {}
    heights: dict[MapPlace, float] = {}
    top = 4.0
    for place in ORDER:
        touching = [pair for pair in counts if place in pair]
        if touching:
            busiest = max(sum(_side(pair) == side for pair in touching) for side in (-1, 1))
            tops[place], heights[place] = top, max(_LEAST, busiest * _PORT + 8)
            top += heights[place] + _GAP
    return tops, heights


def _side(pair: Pair) -> int:
    """Downward arrows run on the right (1), upward ones on the left (-1)."""
    return 1 if ORDER.index(pair[0]) < ORDER.index(pair[1]) else -1


def _arrows(
    counts: Mapping[Pair, int], tops: Mapping[MapPlace, float], heights: Mapping[MapPlace, float]
) -> Iterator[_Arrow]:
    """Arrows with their ports and channels: the shortest are innermost, and none lies on another."""
    for side in (1, -1):
        own = [pair for pair in counts if _side(pair) == side]
        ports = {(pair, end): y for end in (0, 1) for pair, y in _ports(own, end, tops, heights)}
        taken: list[tuple[int, float, float]] = []
        for pair in sorted(own, key=lambda each: abs(ports[each, 0] - ports[each, 1])):
            low, high = sorted((ports[pair, 0], ports[pair, 1]))
            channel = next(c for c in range(len(own)) if all(c != t or high < a or low > b for t, a, b in taken))
            taken.append((channel, low - _PORT, high + _PORT))
            yield _Arrow(
                pair=pair, start=ports[pair, 0], end=ports[pair, 1], channel=channel, side=side, count=counts[pair]
            )


def _ports(
    own: Iterable[Pair], end: int, tops: Mapping[MapPlace, float], heights: Mapping[MapPlace, float]
) -> Iterator[tuple[Pair, float]]:
    """Where arrows touch a box: those to places above it above those to places below, the nearest outermost."""
    pairs = list(own)
    for place in tops:
        here = [(pair, which) for pair in pairs for which in (0, 1) if pair[which] == place]
        here.sort(key=lambda each: _port_order(place, each[0][1 - each[1]]))
        step = heights[place] / (len(here) + 1)
        yield from ((pair, tops[place] + step * n) for n, (pair, which) in enumerate(here, 1) if which == end)


def _port_order(place: MapPlace, other: MapPlace) -> tuple[bool, int]:
    distance = ORDER.index(other) - ORDER.index(place)
    return distance > 0, -distance


def _arrow(arrow: _Arrow, left: float, names: Mapping[MapPlace, str]) -> str:
    edge = left + _BOX if arrow.side == 1 else left
    x = edge + arrow.side * (_FIRST + _CHANNEL * arrow.channel)
    tip = edge + arrow.side * 8
    middle = (arrow.start + arrow.end) / 2
    label = escape(f"{names[arrow.pair[0]]} → {names[arrow.pair[1]]}: {arrow.count}")
    head = f"{edge:g},{arrow.end:g} {tip:g},{arrow.end - 4:g} {tip:g},{arrow.end + 4:g}"
    return (
        f'<a href="#{anchor(arrow.pair)}" aria-label="{label}"><path d="M{edge:g},{arrow.start:.1f}H{x:g}'
        f'V{arrow.end:.1f}H{tip:g}"/><polygon points="{head}"/><circle cx="{x:g}" cy="{middle:.1f}" r="{_BADGE}"/>'
        f'<text class="map-count" x="{x:g}" y="{middle + 4:.1f}">{arrow.count}</text></a>'
    )


def _box(name: str, left: float, top: float, height: float) -> str:
    return (
        f'<g aria-hidden="true"><rect x="{left:g}" y="{top:g}" width="{_BOX}" height="{height:g}" rx="4"/>'
        f'<text x="{left + _BOX / 2:g}" y="{top + height / 2 + 5:g}">{escape(name)}</text></g>'
    )
