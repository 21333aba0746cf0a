"""A map of bands, one below the other, each with boxes that lead to what the page says of them.

It is drawn twice, for wide and for narrow screens; the style sheet shows one of the two. Widths come from the served
font, so that no word leaves its box.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from khumue.flowchart.measuring import Ruler
from khumue.flowchart.wrapping import wrap
from khumue.site.figures import drawing, figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# In pixels at full size; docs/assets/concepts.css sets the same sizes of letters.
_HEAD, _HEAD_LEADING = 15, 22
_TITLE, _TITLE_LEADING = 14, 20
_NOTE, _NOTE_LEADING = 12, 17
_PAD, _GAP, _ARROW = 10, 10, 26
_BASELINE = 0.75
# The head is bold, which sets up to a tenth wider than the face that is measured.
_BOLD = 1.1

Look = Literal["plain", "ended", "open", "office", "committee"]


@dataclass(frozen=True, kw_only=True)
class Box:
    """A box: its title, notes below it, and the anchor of the page that it leads to.

    `ended` is for what is no longer in force, `open` for what stands for several.
    """

    title: str
    anchor: str
    notes: tuple[str, ...] = ()
    look: Look = "plain"


@dataclass(frozen=True, kw_only=True)
class Band:
    """A band of boxes under a head; an arrow leads from a `joined` band to the next."""

    title: str
    boxes: tuple[Box, ...]
    joined: bool = False


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The room of one drawing: its width in pixels, and how many boxes stand beside each other at most."""

    name: str
    width: int
    columns: int


SHEETS = (Sheet(name="wide", width=760, columns=4), Sheet(name="narrow", width=340, columns=2))


def draw_bands(bands: Sequence[Band], name: str, title: str, description: str) -> str:
    """The `<figure>` in one line; `name` begins its ids."""
    drawings = []
    for sheet in SHEETS:
        parts, height = _parts(bands, sheet)
        ids, look = f"{name}-map-{sheet.name}", f"band-map-{sheet.name}"
        drawings.append(drawing(ids, sheet.width, height, parts, title=title, description=description, look=look))
    return figure("band-map", *drawings)


def _parts(bands: Sequence[Band], sheet: Sheet) -> tuple[list[str], float]:
    """All that is drawn, and the height of it."""
    parts: list[str] = []
    top = 1.0
    for place, band in enumerate(bands):
        height = _band_height(band, sheet)
        parts += _band(band, sheet, top, height)
        top += height
        if place + 1 < len(bands):
            parts += [_arrow(sheet.width / 2, top)] if band.joined else []
            top += _ARROW
    return parts, top + 1


def _rows(band: Band, columns: int) -> list[tuple[Box, ...]]:
    """The boxes in as few rows as fit, about equally many in each."""
    count = -(-len(band.boxes) // columns)
    ends = [round(len(band.boxes) * row / count) for row in range(count + 1)]
    return [band.boxes[start:end] for start, end in pairwise(ends)]


def _box_width(row: Sequence[Box], sheet: Sheet) -> float:
    return (sheet.width - 2 * _PAD - _GAP * (len(row) - 1) - 2) / len(row)


def _row_height(row: Sequence[Box], sheet: Sheet) -> float:
    return max(_box_height(box, _box_width(row, sheet)) for box in row)


def _box_height(box: Box, width: float) -> float:
    return len(_lines(box.title, _TITLE, width)) * _TITLE_LEADING + len(_notes(box, width)) * _NOTE_LEADING + 2 * _PAD


def _band_height(band: Band, sheet: Sheet) -> float:
    rows = _rows(band, sheet.columns)
    heads = len(_heads(band, sheet)) * _HEAD_LEADING
    return heads + sum(_row_height(row, sheet) for row in rows) + _GAP * (len(rows) - 1) + 2 * _PAD


def _heads(band: Band, sheet: Sheet) -> tuple[str, ...]:
    return wrap(band.title, size=_HEAD * _BOLD, limit=sheet.width - 2 * _PAD, ruler=Ruler())


def _lines(text: str, size: float, width: float) -> tuple[str, ...]:
    return wrap(text, size=size, limit=width - 2 * _PAD, ruler=Ruler())


def _notes(box: Box, width: float) -> tuple[str, ...]:
    return tuple(line for note in box.notes for line in _lines(note, _NOTE, width))


def _band(band: Band, sheet: Sheet, top: float, height: float) -> Iterator[str]:
    yield f'<rect class="band" x="1" y="{top:g}" width="{sheet.width - 2}" height="{height:g}" rx="6"/>'
    heads = _heads(band, sheet)
    yield _text(heads, "band-head", sheet.width / 2, top + _PAD / 2, _HEAD_LEADING)
    y = top + _PAD + len(heads) * _HEAD_LEADING
    for row in _rows(band, sheet.columns):
        tall = _row_height(row, sheet)
        width = _box_width(row, sheet)
        for place, box in enumerate(row):
            yield _box(box, 1 + _PAD + place * (width + _GAP), y, width, tall)
        y += tall + _GAP


def _box(box: Box, x: float, y: float, width: float, height: float) -> str:
    label = escape(": ".join((box.title, *box.notes[:1])) + "".join(f", {note}" for note in box.notes[1:]))
    corner = 14 if box.look == "committee" else 4
    start = y + (height - _box_height(box, width)) / 2 + _PAD
    titles, notes = _lines(box.title, _TITLE, width), _notes(box, width)
    words = _text(titles, "band-title", x + width / 2, start, _TITLE_LEADING)
    words += _text(notes, "band-note", x + width / 2, start + len(titles) * _TITLE_LEADING, _NOTE_LEADING)
    return (
        f'<a href="#{box.anchor}" aria-label="{label}"><rect class="band-box band-{box.look}" x="{x:g}" y="{y:g}" '
        f'width="{width:g}" height="{height:g}" rx="{corner}"/>{words}</a>'
    )


def _text(lines: Sequence[str], look: str, x: float, top: float, leading: float) -> str:
    return "".join(
        f'<text class="{look}" x="{x:g}" y="{top + leading * (place + _BASELINE):g}">{escape(line.strip())}</text>'
        for place, line in enumerate(lines)
    )


def _arrow(x: float, top: float) -> str:
    tip = top + _ARROW - 3
    return (
        f'<path class="band-arrow" d="M{x:g},{top + 3:g}V{tip - 7:g}"/>'
        f'<polygon class="band-tip" points="{x:g},{tip:g} {x - 6:g},{tip - 8:g} {x + 6:g},{tip - 8:g}"/>'
    )
