"""The fiscal year as a wheel: months clockwise from October at the top, quarters inside, a dot for each entry.

A full dot is a time that a manual states, a ring one that is usual. Sectors lead to their lists; the picture says
nothing that these do not. It is 360 units wide, so that it is readable on a phone; the style sheet colours it.
"""

from __future__ import annotations

from html import escape
from math import ceil, cos, pi, sin
from typing import TYPE_CHECKING

from khumue.months import MONTHS, QUARTERS, show_month, show_short
from khumue.site.calendar import by_month, quarterly
from khumue.site.figures import drawing, figure
from khumue.site.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khumue.model import CalendarEntry, Language

_SIZE, _MIDDLE, _RIM, _INNER, _HUB, _DOT = 360, 180, 176, 100, 60, 4.2
_ROW, _STEP = 5, 13  # dots in a row, and units between rows


def draw_year(entries: Sequence[CalendarEntry], language: Language) -> str:
    """The figure as one line."""
    months = [month for own in by_month(entries).values() for month in own]
    parts = [
        _month(place, show_month(each.month, language), show_short(each.month, language), (*each.goes_on, *each.begins))
        for place, each in enumerate(months)
    ]
    name, short = word("calendar.quarter", language=language), word("calendar.q", language=language)
    parts += [_quarter(quarter, name, short, quarterly(entries)) for quarter in QUARTERS]
    title, what = (word(key, language=language) for key in ("calendar.wheel", "calendar.wheel.desc"))
    wheel = drawing("wheel", _SIZE, _SIZE, [*parts, _hub(language)], title=title, description=what)
    return figure("year-wheel", wheel)


def _month(place: int, name: str, short: str, entries: Sequence[CalendarEntry]) -> str:
    turn = (place + 0.5) / 12
    rows = ceil(len(entries) / _ROW)
    gap = min(_STEP, (_RIM - _INNER - 40) / max(rows - 1, 1))
    dots = "".join(
        _dot(entry, _RIM - 34 - gap * row, turn, column)
        for row in range(rows)
        for entry, column in _across(entries[row * _ROW : (row + 1) * _ROW])
    )
    return (
        f'<a href="#month-{MONTHS[place]}" data-month="{MONTHS[place]}" aria-label="{escape(name)}">'
        f"{_sector(place, 12, _INNER, _RIM)}{_label(short, _RIM - 14, turn)}{dots}</a>"
    )


def _quarter(quarter: int, name: str, short: str, entries: Sequence[CalendarEntry]) -> str:
    turn = (quarter - 0.5) / 4
    dots = "".join(_dot(entry, _HUB + 8, turn, column) for entry, column in _across(entries))
    label = escape(f"{name} {quarter}")
    return (
        f'<a href="#quarter-{quarter}" class="quarter" aria-label="{label}">{_sector(quarter - 1, 4, _HUB, _INNER)}'
        f"{_label(f'{short}{quarter}', _INNER - 12, turn, along=True)}{dots}</a>"
    )


def _hub(language: Language) -> str:
    lines = [escape(word(key, language=language)) for key in ("calendar.hub", "calendar.hub.from", "calendar.hub.to")]
    texts = "".join(
        f'<text x="{_MIDDLE}" y="{_MIDDLE + 5 + 19 * place}">{line}</text>' for place, line in enumerate(lines, -1)
    )
    return f'<g aria-hidden="true">{texts}</g>'


def _across(entries: Sequence[CalendarEntry]) -> Iterator[tuple[CalendarEntry, float]]:
    """The dots of a row, with their distance from its middle in units."""
    for place, entry in enumerate(entries):
        yield entry, (place - (len(entries) - 1) / 2) * (2 * _DOT + 2.4)


def _dot(entry: CalendarEntry, radius: float, turn: float, aside: float) -> str:
    x, y = _at(radius, turn + aside / (2 * pi * radius))
    roles = " ".join(entry.roles)
    return f'<circle class="{entry.basis}" data-roles="{roles}" cx="{x:.1f}" cy="{y:.1f}" r="{_DOT}"/>'


def _label(text: str, radius: float, turn: float, *, along: bool = False) -> str:
    """A text that stands upright or runs along the ring, never upside down."""
    x, y = _at(radius, turn)
    angle = 360 * turn - (180 if 0.25 < turn < 0.75 else 0)
    turned = f' transform="rotate({angle:g} {x:.1f} {y:.1f})"' if along else ""
    return f'<text x="{x:.1f}" y="{y + 4.5:.1f}"{turned} aria-hidden="true">{escape(text)}</text>'


def _sector(place: int, of: int, inner: float, outer: float) -> str:
    start, end = place / of, (place + 1) / of
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = _at(outer, start), _at(outer, end), _at(inner, end), _at(inner, start)
    return (
        f'<path d="M{x1:.1f},{y1:.1f}A{outer},{outer} 0 0 1 {x2:.1f},{y2:.1f}L{x3:.1f},{y3:.1f}'
        f'A{inner},{inner} 0 0 0 {x4:.1f},{y4:.1f}Z"/>'
    )


def _at(radius: float, turn: float) -> tuple[float, float]:
    """The point at a part of a whole turn, clockwise from the top."""
    return _MIDDLE + radius * sin(2 * pi * turn), _MIDDLE - radius * cos(2 * pi * turn)
