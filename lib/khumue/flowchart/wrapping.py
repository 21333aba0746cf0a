"""Setting a text in lines of a given width, evenly filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from khumue.flowchart.breaking import unbreakable
from khumue.flowchart.measuring import Ruler

# A consonant with its marks, or a vowel written before its consonant.
_CLUSTER = re.compile(r"[เ-ไ]?.[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0300-\u036f]*", re.DOTALL)
_EVENING_STEP = 6


@cache
def wrap(text: str, *, size: float, limit: float, ruler: Ruler) -> tuple[str, ...]:
    """The lines of a text; joined they are the text with single spaces (a line may end with one).

    No line is wider than `limit` pixels, spaces at its end apart. Lines are about equally long. A word wider than the
    limit is split between letters.
    """
    runs = tuple(_fitting(unbreakable(" ".join(text.split())), size, limit, ruler))
    lines = _fill(runs, size, limit, ruler)
    while (narrower := limit - _EVENING_STEP) > 0:
        closer = _fill(runs, size, narrower, ruler)
        if len(closer) > len(lines) or any(ruler.width(line.rstrip(), size) > narrower for line in closer):
            break
        limit, lines = narrower, closer
    return lines


def widest_run(text: str, *, size: float, ruler: Ruler) -> float:
    """Width in pixels of the widest part that a line should not break."""
    return max((ruler.width(run.rstrip(), size) for run in unbreakable(" ".join(text.split()))), default=0)


def _fill(runs: tuple[str, ...], size: float, limit: float, ruler: Ruler) -> tuple[str, ...]:
    lines: list[str] = []
    for run in runs:
        if lines and ruler.width((lines[-1] + run).rstrip(), size) <= limit:
            lines[-1] += run
        else:
            lines.append(run)
    return tuple(lines)


def _fitting(runs: tuple[str, ...], size: float, limit: float, ruler: Ruler) -> Iterator[str]:
    for run in runs:
        if ruler.width(run.rstrip(), size) <= limit:
            yield run
        else:
            yield from _fill(tuple(_CLUSTER.findall(run)), size, limit, ruler)
