"""Which blocks of a draft are headings and which are entries of its table of contents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from operator import attrgetter

from khumue.contents import contents_blocks
from khumue.document import Block, Document, DraftError
from khumue.frozen import frozen, replace
from khumue.names import MAX_LENGTH, NameIndex, NameMatch
from khumue.numbering import Numbering, split_item, split_number
from khumue.placeholders import judge
from khumue.thai import clean, compact

# Measured on 72 made drafts with five kinds of headings: 1,152 of 1,152 sections right; without the row rule .906.
_EXACT, _NEAR = 3.0, 2.25
_STYLE, _BOLD, _LARGER, _NUMBERED, _SHORT, _BOXED = 3.0, 1.0, 0.5, 0.75, 0.5, 0.25
_TABLE_ROW, _PLAIN_CELL, _ITEM, _CHAPTER = -4.0, -1.5, 0.75, 3.0
_ENOUGH = 3.5
_WIDE_ROW = 3  # filled cells: from here on a row is a table's, not a heading beside a field
_SHORT_LINE = 60
# A plan of 1,000 pages with three headings on each has 3,000. As many as this, each nearly a known name, take 1.7 s.
MAX_HEADINGS = 5_000
_BOLD_RANK = 3  # bold numbers down to 1.1 are those of headings

_LEADERS = re.compile(r"[.…\t _]*\(?[0-9๐-๙]{0,4}\)?\s*$|[.…\t _]+[ก-ฮ]\s*$")
_TITLE = re.compile(r"25\d\d\)?$")  # as `compact` leaves it
_COVER = 5  # blocks, in which a draft's own title stands


@frozen
class Heading:
    """A heading, or an entry of a contents table. `block` is its place in the document's blocks.

    It may name several parts at once.
    """

    block: int
    text: str
    level: int | None
    size: float | None
    numbering: Numbering | None
    names: tuple[NameMatch, ...] = ()
    contents_entry: bool = False

    @property
    def ids(self) -> set[str]:
        """The parts that it names."""
        return {name.id for name in self.names}

    def ends(self, other: Heading, held: Collection[str] = ()) -> bool:
        """Whether this heading ends the section that the other one opens, or stands inside it.

        `held` are the parts that may stand inside it where the looks of the two do not tell.
        """
        if self.level and other.level:
            return self.level <= other.level
        if self.numbering and other.numbering:
            return self.numbering.ends(other.numbering)
        if other.numbering and other.numbering.rank == 1:
            return False  # ส่วนที่ and บทที่ hold the unnumbered headings after them
        if any(name.id in held or name.inner for name in self.names):
            return False
        if not (self.names or self.level) and self.numbering and self.numbering.rank > 1:
            return False  # perhaps an item of a list
        return not (self.size and other.size and self.size < other.size)


def heading_above(headings: Sequence[Heading], block: int) -> str | None:
    """The heading under which a block stands, as it is written; None before the first. Contents entries are none."""
    before = bisect_right(headings, block, key=attrgetter("block"))
    return clean(headings[before - 1].text) if before else None


def find_headings(document: Document, names: NameIndex) -> tuple[Heading, ...]:
    """The headings and contents entries of a draft, in reading order.

    Raises DraftError where a draft has more headings than any plan.
    """
    contents = contents_blocks(document, names)
    body = document.body_size
    found: list[Heading] = []
    last: Heading | None = None
    for place, block in enumerate(document.blocks):
        if block.note or len(block.text) > 2 * MAX_LENGTH:
            continue
        if place in contents:
            found.append(_entry(place, block, names))
            continue
        numbering, rest = _number(block)
        if "\t" in rest.strip() and not block.level:
            continue  # the cells of a table in plain text
        if last is None and numbering is None and place < _COVER and _TITLE.search(compact(block.text)):
            continue  # the draft's own title, which may be named like a part: แผนการใช้จ่ายงบประมาณ ... 2570
        heading = _heading(document, place, numbering, rest, names, body) or _next_number(place, block, numbering, last)
        if heading is not None:
            if len(found) == MAX_HEADINGS:
                raise DraftError("too-many-headings", limit=f"{MAX_HEADINGS:,}")
            found.append(heading)
            last = heading
        elif last is not None and last.numbering and numbering and numbering.kind == last.numbering.kind:
            last = None  # a list of its own
    return tuple(found)


def _number(block: Block) -> tuple[Numbering | None, str]:
    """The number that a block shows, or that its file computes, and the text after it."""
    if not block.label:
        return split_number(block.text)
    numbering, rest = split_number(f"{block.label} {block.text}")
    return numbering, rest if numbering else block.text


def _entry(place: int, block: Block, names: NameIndex) -> Heading:
    numbering, rest = split_number(block.text.strip())
    text = _LEADERS.sub("", rest) or rest
    return Heading(
        block=place,
        text=text,
        level=None,
        size=block.size,
        numbering=numbering,
        names=names.find_all(text),
        contents_entry=True,
    )


def _heading(
    document: Document, place: int, numbering: Numbering | None, rest: str, names: NameIndex, body: float | None
) -> Heading | None:
    block = document.blocks[place]
    looks = _looks(block, body) + (_NUMBERED if numbering else 0)
    if numbering and _is_chapter(block, numbering):
        looks += _CHAPTER
    beside = looks + _EXACT < _ENOUGH <= looks + _EXACT - _PLAIN_CELL and _may_head_cells(block)
    if looks + _EXACT < _ENOUGH and not beside:
        return None  # most of the text: no name would make it a heading
    found = names.find_all(rest) or (names.find_all(block.text) if numbering else ())
    if found and block.cell is not None and _is_header_row(document, place, found, names):
        return None
    if beside:
        if not found or not _heads_cells(document, place, names):
            return None
        looks -= _PLAIN_CELL
    item = None
    if not found:
        item, found = _item(rest, names)
        looks += _ITEM * (item is not None)
    if not found and looks + _NEAR >= _ENOUGH and (near := names.find_near(rest)) is not None:
        found = (near,)
    likeness = 0.0 if not found else _NEAR if found[0].match == "near" else _EXACT
    if looks + likeness < _ENOUGH:
        return None
    return Heading(
        block=place,
        text=block.text,
        level=block.level,
        size=block.size,
        numbering=numbering or item,
        names=found,
    )


def _item(text: str, names: NameIndex) -> tuple[Numbering | None, tuple[NameMatch, ...]]:
    """The part whose item a line is. Other plans have strategies too, so that the author confirms: a near match.

    Only appendices (ภาคผนวก ก) are always the plan's own.
    """
    split = split_item(text)
    name = names.find(split[0]) if split else None
    if split is None or name is None:
        return None, ()
    return split[1], (name if split[1].kind == name.spelling else replace(name, match="near", inner=True),)


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


def _is_chapter(block: Block, numbering: Numbering) -> bool:
    """Whether a short line with such a number is a heading whatever it says: ส่วนที่ 2 ..., II. ..., a bold 2. ..."""
    framed = block.cell is not None and not (block.bold and block.cell.filled == 1)
    if framed or len(block.text.strip()) > _SHORT_LINE:
        return False
    return numbering.rank == 1 or numbering.kind == "I." or (block.bold and numbering.rank <= _BOLD_RANK)


def _is_header_row(document: Document, place: int, found: tuple[NameMatch, ...], names: NameIndex) -> bool:
    """Whether the other cell of a row of two names another part: two columns, as ตัวชี้วัด beside ค่าเป้าหมาย."""
    own = document.blocks[place].cell
    if own is None or own.filled != 2:
        return False
    for other in document.blocks[max(place - 1, 0) : place + 2 : 2]:
        if other.cell is not None and (other.cell.table, other.cell.row) == (own.table, own.row):
            beside = {name.id for name in names.find_all(other.text)}
            return bool(beside) and beside.isdisjoint(name.id for name in found)
    return False


def _may_head_cells(block: Block) -> bool:
    cell = block.cell
    return cell is not None and cell.column == 1 and (cell.filled == 2 or (cell.filled == 1 and cell.row == 1))


def _heads_cells(document: Document, place: int, names: NameIndex) -> bool:
    """Whether a plain cell names the cell beside it, or as its first row the whole table."""
    own, beside = document.blocks[place], document.blocks[place + 1 : place + 2]
    if own.cell is None or not beside or beside[0].cell is None or beside[0].cell.table != own.cell.table:
        return False
    if own.cell.filled == 1:
        return True
    field = beside[0]
    same_row = field.cell is not None and field.cell.row == own.cell.row
    return same_row and judge([field.text]) != "empty" and not names.find_all(field.text)


def _next_number(place: int, block: Block, numbering: Numbering | None, last: Heading | None) -> Heading | None:
    """A plain line that goes on with the numbers of the last heading: it ends that section, whatever its name."""
    if numbering is None or last is None or last.numbering is None or last.level or not last.names:
        return None
    if (
        last.names[0].inner
        or block.cell is not None
        or len(block.text) > MAX_LENGTH
        or not last.numbering.is_followed_by(numbering)
    ):
        return None
    return Heading(block=place, text=block.text, level=None, size=block.size, numbering=numbering)
