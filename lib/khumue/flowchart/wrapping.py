"""Setting a text in lines: evenly filled ones of one width, or ones that fill a given shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from khumue.flowchart.breaking import unbreakable, words_of
from khumue.flowchart.measuring import Ruler

# A consonant with its marks, or a vowel written before its consonant.
_CLUSTER = re.compile(r"[เ-ไ]?.[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0300-\u036f]*", re.DOTALL)
# Breaking between two Thai words that no space parts costs as much as a line that is 20 pixels short.
_RUN_ON = 20**2


@dataclass(frozen=True, kw_only=True)
class Run:
    """A part of a text that a line should not break, its width in pixels, and that of the space that ends it."""

    text: str
    width: float
    space: float


@cache
def runs_of(text: str, *, size: float, ruler: Ruler) -> tuple[Run, ...]:
    """The parts of a text; joined they are the text with single spaces."""
    return tuple(_run(part, size, ruler) for part in unbreakable(" ".join(text.split())))


def widest_run(text: str, *, size: float, ruler: Ruler) -> float:
    """Width in pixels of the widest part that a line should not break."""
    return max((run.width for run in runs_of(text, size=size, ruler=ruler)), default=0)


@cache
def wrap(text: str, *, size: float, limit: float, ruler: Ruler) -> tuple[str, ...]:
    """The lines of a text; joined they are the text with single spaces (a line may end with one).

    No line is wider than `limit` pixels, spaces at its end apart. There are as few lines as possible, about equally
    long. A part wider than the limit is split between its
    words, and a word wider than the limit between letters.
    """
    runs = tuple(_fitting(runs_of(text, size=size, ruler=ruler), size, limit, ruler))
    return tuple("".join(run.text for run in runs[start:end]) for start, end in _even_breaks(runs, limit))


def fill(runs: Sequence[Run], limits: Sequence[float]) -> tuple[str, ...] | None:
    """The text in exactly as many lines as there are limits, upper lines as full as may be; None if it cannot be."""
    lines = []
    start = 0
    for number, limit in enumerate(limits, 1):
        end, width, spare = start, 0.0, len(runs) - (len(limits) - number)
        while end < spare and width + runs[end].width <= limit:
            width += runs[end].width + runs[end].space
            end += 1
        if end == start:
            return None
        lines.append("".join(run.text for run in runs[start:end]))
        start = end
    return tuple(lines) if start == len(runs) else None


def _run(text: str, size: float, ruler: Ruler) -> Run:
    bare = text.rstrip()
    return Run(text=text, width=ruler.width(bare, size), space=ruler.width(text[len(bare) :], size))


def _fitting(runs: Sequence[Run], size: float, limit: float, ruler: Ruler) -> Iterator[Run]:
    for run in runs:
        for part in [run] if run.width <= limit else [_run(word, size, ruler) for word in words_of(run.text)]:
            if part.width <= limit:
                yield part
            else:
                yield from (_run(cluster, size, ruler) for cluster in _CLUSTER.findall(part.text))


def _even_breaks(runs: Sequence[Run], limit: float) -> list[tuple[int, int]]:
    """First and last run of each line: the fewest lines, and of these the least sum of squared slack."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(runs) + 1):
        width = -runs[end - 1].space
        extra = 0 if runs[end - 1].space or end == len(runs) else _RUN_ON
        choices: list[tuple[int, float, int]] = []
        for start in range(end - 1, -1, -1):
            width += runs[start].width + runs[start].space
            if width > limit and choices:
                break
            lines, cost, _ = best[start]
            choices.append((lines + 1, cost + (limit - width) ** 2 + extra, start))
        best.append(min(choices))
    return _walk_back(best)


def _walk_back(best: Sequence[tuple[int, float, int]]) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    end = len(best) - 1
    while end:
        start = best[end][2]
        lines.insert(0, (start, end))
        end = start
    return lines
