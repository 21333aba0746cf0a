"""Which blocks of a draft are headings and which are entries of its table of contents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from khumue.document import Block, Document, DraftError
from khumue.frozen import frozen
from khumue.names import MAX_LENGTH, NameIndex, NameMatch
from khumue.thai import Numbering, clean, skeleton, split_number

# Measured on 72 made drafts with five kinds of headings: 1,152 of 1,152 sections right; without the row rule .906.
_EXACT, _NEAR = 3.0, 2.0
_STYLE, _BOLD, _LARGER, _NUMBERED, _SHORT, _BOXED = 3.0, 1.0, 0.5, 0.75, 0.5, 0.25
_TABLE_ROW, _PLAIN_CELL = -4.0, -1.5
_ENOUGH = 3.5
_WIDE_ROW = 3  # filled cells: from here on a row is a table's, not a heading beside a field
_SHORT_LINE = 60

_PAGE_AT_END = re.compile(r"(\.{3,}|…+|\t|\s{2,})\s*\(?[0-9๐-๙]{1,4}\)?\s*$|\t\s*[ก-ฮ]\s*$|\.{3,}\s*[ก-ฮ]\s*$")
_TAIL = 24  # characters in which a page number and what leads to it stand
# A plan of 1,000 pages with three headings on each has half of that.
MAX_HEADINGS = 6_000
_ENTRY = re.compile(r"(?<=\D)\s?[0-9๐-๙]{1,4}\s*$|\s[ก-ฮ]\s*$")
_CONTENTS_TITLES = frozenset(
    map(skeleton, ("สารบัญ", "สารบัญ (ต่อ)", "สารบัญตาราง", "สารบัญภาพ", "Contents", "Table of contents"))
)
_CONTENTS_HEADS = frozenset(map(skeleton, ("เรื่อง", "หน้า", "เรื่อง หน้า", "หัวข้อ", "ที่")))
_LEADERS = re.compile(r"[.…\t _]*\(?[0-9๐-๙ก-ฮ]{0,4}\)?\s*$")


@frozen
class Heading:
    """A heading, or an entry of a contents table. `block` is its place in the document's blocks."""

    block: int
    text: str
    level: int | None
    size: float | None
    numbering: Numbering | None
    name: NameMatch | None = None
    contents_entry: bool = False

    def ends(self, other: Heading) -> bool:
        """Whether this heading ends the section that the other one opens, or stands inside it."""
        if self.level and other.level:
            return self.level <= other.level
        if self.numbering and other.numbering:
            if self.numbering.kind == other.numbering.kind:
                return len(self.numbering.values) <= len(other.numbering.values)
            return self.numbering.rank <= other.numbering.rank
        if other.numbering and other.numbering.rank == 1:
            return False  # ส่วนที่ and บทที่ hold the unnumbered headings after them
        return not (self.size and other.size and self.size < other.size)


def heading_above(headings: Sequence[Heading], block: int) -> str | None:
    """The heading under which a block stands, as it is written; None before the first."""
    before = reversed(range(bisect_right(headings, block, key=attrgetter("block"))))
    above = next((headings[at] for at in before if not headings[at].contents_entry), None)
    return clean(above.text) if above else None


def find_headings(document: Document, names: NameIndex) -> tuple[Heading, ...]:
    """The headings and contents entries of a draft, in reading order."""
    contents = _contents_blocks(document)
    body = document.body_size
    found: list[Heading] = []
    last: Heading | None = None
    for place, block in enumerate(document.blocks):
        if len(block.text) > 2 * MAX_LENGTH or block.note:
            continue
        if place in contents:
            found.append(_entry(place, block, names))
        elif (heading := _heading(place, block, names, body)) is not None:
            last = heading
            found.append(heading)
        elif (ending := _next_number(place, block, last)) is not None:
            last = ending
            found.append(ending)
        if len(found) > MAX_HEADINGS:
            raise DraftError("too-many-headings", limit=f"{MAX_HEADINGS:,}")
    return tuple(found)


def _entry(place: int, block: Block, names: NameIndex) -> Heading:
    numbering, rest = _split(block)
    text = _LEADERS.sub("", rest) or rest
    return Heading(
        block=place,
        text=text,
        level=None,
        size=block.size,
        numbering=numbering,
        name=names.find(text),
        contents_entry=True,
    )


def _heading(place: int, block: Block, names: NameIndex, body: float | None) -> Heading | None:
    numbering, rest = _split(block)
    looks = _looks(block, body) + (_NUMBERED if numbering else 0)
    if looks + _EXACT < _ENOUGH:
        return None  # most of the text: no name would make it a heading
    name = names.find(block.text) or (names.find(rest) if numbering else None)
    if name is None and looks + _NEAR >= _ENOUGH:
        name = names.find_near(rest)
    likeness = 0.0 if name is None else _NEAR if name.match == "near" else _EXACT
    if looks + likeness < _ENOUGH:
        return None
    return Heading(block=place, text=block.text, level=block.level, size=block.size, numbering=numbering, name=name)


def _split(block: Block) -> tuple[Numbering | None, str]:
    """The number of a block, written in its text or else computed by its file, and its text without it."""
    numbering, rest = split_number(block.text.strip())
    return split_number(f"{block.label} {rest}") if numbering is None and block.label else (numbering, rest)


def _looks(block: Block, body: float | None) -> float:
    """How much a block looks like a heading, whatever it says."""
    score = _STYLE * bool(block.level) + _BOLD * block.bold + _BOXED * block.text_box
    score += _LARGER * bool(block.size and body and block.size > body)
    score += _SHORT * (len(block.text.strip()) <= _SHORT_LINE)
    if block.cell is not None:
        if block.cell.filled >= _WIDE_ROW:
            score += _TABLE_ROW
        elif not block.bold:
            score += _PLAIN_CELL
    return score


def _next_number(place: int, block: Block, last: Heading | None) -> Heading | None:
    """A plain line that goes on with the numbers of the last heading: it ends that section, whatever its name."""
    numbering, _ = _split(block) if len(block.text) <= MAX_LENGTH and block.cell is None else (None, "")
    if numbering is None or last is None or last.numbering is None or last.level:
        return None
    if last.name is None or not last.numbering.is_followed_by(numbering):
        return None
    return Heading(block=place, text=block.text, level=None, size=block.size, numbering=numbering)


def _contents_blocks(document: Document) -> frozenset[int]:
    """The blocks that are entries of a contents table: by field, style, dot leaders, or by standing after สารบัญ."""
    found = {
        place
        for place, block in enumerate(document.blocks)
        if block.contents_entry
        or (_PAGE_AT_END.search(block.text[-_TAIL:]) and block.level is None and block.cell is None)
    }
    end = 0
    for place, block in enumerate(document.blocks):
        if skeleton(block.text[:MAX_LENGTH]) in _CONTENTS_TITLES:
            found.discard(place)
            if place >= end:  # else it stands in the zone of another title, which ends where its own would
                zone = [*_zone(document, place)]
                found.update(zone)
                end = place + len(zone) + 1
    return frozenset(found)


def _zone(document: Document, title: int) -> Iterator[int]:
    """The entries right after a contents title; a table that begins there is one of entries."""
    table: int | None = None
    for place in range(title + 1, len(document.blocks)):
        block = document.blocks[place]
        if block.cell is not None:
            table = table or block.cell.table
            if block.cell.table != table:
                return
        elif not (_ENTRY.search(block.text) or skeleton(block.text) in _CONTENTS_HEADS):
            return
        yield place
