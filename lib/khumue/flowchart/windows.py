"""A printed chart: windows onto it that stand side by side on sheets, cut between rows, all at one scale."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from string import ascii_uppercase

from khumue.flowchart.chart import Chart, Cut

CONNECTOR_RADIUS = 8

# In pixels: what a window leaves out of a gap, so that the outlines of boxes beyond do not show; from the edge of a
# gap to the middle of a connector; how far a cut may move to keep clear of a word.
_OUTLINE, _INSET, _WORD_AWAY = 2.5, 11, 200

# In millimetres. mkdocs-material prints A4 with margins of 25 mm: 160 x 247 mm, a heading of the page included.
_SHEET_WIDTH, _SHEET_HEIGHT, _GUTTER = 160, 225, 8
# Millimetres to a pixel of the chart: titles (15 px) are at most 10 points high, and at least 8 where two windows
# stand on a sheet.
_LARGEST, _SMALLEST = 0.238, 0.19


@dataclass(frozen=True, kw_only=True)
class Connector:
    """A lettered circle where a line is cut; the line goes on at the same letter in the next window."""

    letter: str
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Window:
    """The chart from `top` to `bottom`, with the connectors of the cuts there."""

    top: float
    bottom: float
    connectors: tuple[Connector, ...]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """The sheets of a printed chart, each with its windows, and the scale in millimetres to a pixel."""

    sheets: tuple[tuple[Window, ...], ...]
    scale: float


def paper_of(chart: Chart) -> Paper:
    """Divide the chart into the fewest windows, about equally high, that fit on sheets."""
    beside = (_SHEET_WIDTH - _GUTTER) / 2 / chart.width
    abreast, widest = (2, beside) if beside >= _SMALLEST else (1, _SHEET_WIDTH / chart.width)
    scale = min(widest, _LARGEST)
    windows = _divided(chart, _SHEET_HEIGHT / scale)
    highest = max(window.bottom - window.top for window in windows)
    sheets = tuple(windows[first : first + abreast] for first in range(0, len(windows), abreast))
    return Paper(sheets=sheets, scale=min(scale, _SHEET_HEIGHT / highest))


def _divided(chart: Chart, highest: float) -> tuple[Window, ...]:
    """Windows no higher than `highest`, or, where rows are higher than that, one for every row."""
    for count in range(math.ceil(chart.height / highest), len(chart.cuts) + 1):
        for word_away in (_WORD_AWAY, 0):
            windows = _windows(chart, _even_cuts(chart, count, word_away))
            if all(window.bottom - window.top <= highest for window in windows):
                return windows
    return _windows(chart, list(chart.cuts))


def _even_cuts(chart: Chart, count: int, word_away: float) -> list[Cut]:
    """The cuts nearest to even division; a gap with a word, which both windows would show, counts as farther away."""
    wanted = [chart.top + chart.height * number / count for number in range(1, count)]
    nearest = [min(chart.cuts, key=lambda cut: abs(cut.middle - y) + word_away * cut.has_word) for y in wanted]
    return list(dict.fromkeys(nearest))


def _windows(chart: Chart, cuts: list[Cut]) -> tuple[Window, ...]:
    """The whole gap of a cut is seen in both windows: the lines end in connectors below and begin in them above."""
    letters = _letters()
    lettered = [(cut, [(x, next(letters)) for x in cut.crossings]) for cut in cuts]
    tops = [chart.top, *(cut.top + _OUTLINE for cut in cuts)]
    bottoms = [*(cut.bottom - _OUTLINE for cut in cuts), chart.top + chart.height]
    starts = [[], *(_connectors(marks, cut.top + _INSET) for cut, marks in lettered)]
    ends = [*(_connectors(marks, cut.bottom - _INSET) for cut, marks in lettered), []]
    return tuple(
        Window(top=top, bottom=bottom, connectors=(*start, *end))
        for top, bottom, start, end in zip(tops, bottoms, starts, ends, strict=True)
    )


def _connectors(marks: list[tuple[float, str]], y: float) -> list[Connector]:
    return [Connector(letter=letter, x=x, y=y) for x, letter in marks]


def _letters() -> Iterator[str]:
    """A to Z, then AA to ZZ."""
    yield from ascii_uppercase
    yield from map("".join, product(ascii_uppercase, repeat=2))
