"""The lowest rhombus of a given width that holds a title and, under it, an actor."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, product

from khumue.flowchart.typography import SMALL_LEADING, TITLE_LEADING
from khumue.flowchart.wrapping import Run, fill

# In pixels: what letters leave free of a line above and below; between a line and the outline at its height.
_FREE, _CLEAR = 3, 8
# Arrows that arrive beside the tip and the word above it need this height.
_HEIGHTS = range(96, 4000, 2)
# A line more is worth this much height.
_PER_LINE = 6

# No part of the text may take a greater share of the width.
WIDEST_SHARE = 0.75


@dataclass(frozen=True, kw_only=True)
class Rhombus:
    """A height in pixels and the lines that fit at it."""

    height: int
    title: tuple[str, ...]
    actor: tuple[str, ...]


def lowest_rhombus(width: float, title: Sequence[Run], actor: Sequence[Run]) -> Rhombus:
    """The lowest rhombus for every number of lines, and of these the lowest where each line counts as height too."""
    fewest = [max(1, math.ceil(sum(run.width for run in runs) / width)) for runs in (title, actor)]
    counts = product(range(fewest[0], len(title) + 1), range(fewest[1], len(actor) + 1))
    trials = (_lowest(width, _leadings(*lines), title, actor) for lines in counts)
    return min(filter(None, trials), key=lambda found: found.height + _PER_LINE * (len(found.title) + len(found.actor)))


def _lowest(width: float, leadings: Sequence[int], title: Sequence[Run], actor: Sequence[Run]) -> Rhombus | None:
    def holds(height: int) -> bool:
        return _filled(width, height, leadings, title, actor) is not None

    # What fits at one height fits at every greater one.
    place = bisect_left(_HEIGHTS, True, key=holds)
    return _filled(width, _HEIGHTS[place], leadings, title, actor) if place < len(_HEIGHTS) else None


def _leadings(title: int, actor: int) -> tuple[int, ...]:
    return (TITLE_LEADING,) * title + (SMALL_LEADING,) * actor


def _filled(
    width: float, height: int, leadings: Sequence[int], title: Sequence[Run], actor: Sequence[Run]
) -> Rhombus | None:
    limits = _limits(width, height, leadings)
    titles = leadings.count(TITLE_LEADING)
    title_lines = fill(title, limits[:titles])
    actor_lines = fill(actor, limits[titles:]) if title_lines else None
    if title_lines is None or actor_lines is None:
        return None
    return Rhombus(height=height, title=title_lines, actor=actor_lines)


@cache
def _limits(width: float, height: int, leadings: Sequence[int]) -> tuple[float, ...]:
    """How wide each line may be: what the outline leaves at the farther edge of its letters."""
    tops = accumulate(leadings, initial=-sum(leadings) / 2)
    farther = (max(abs(top + _FREE), abs(top + leading - _FREE)) for top, leading in zip(tops, leadings, strict=False))
    return tuple(width * (1 - 2 * off / height) - _CLEAR for off in farther)
