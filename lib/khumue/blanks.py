"""What in a draft is the form and not its content: guidance between brackets, and tables that nobody has filled in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from khumue.document import Block, Document
from khumue.frozen import replace
from khumue.names import NameIndex
from khumue.numbering import split_number
from khumue.placeholders import is_filler
from khumue.thai import arabic, compact
from khumue.vocabulary import LANGUAGES, Text

GUIDANCE = Text(th="คำแนะนำ", en="Guidance")
"""What guidance begins with: [คำแนะนำ: ...]."""

_OPENINGS = tuple(f"[{compact(GUIDANCE[language]).casefold()}:" for language in LANGUAGES)
_CAPTION = re.compile(r"\s*(?:ตารางที่|ตาราง|Table)\s*\d")
_SIGN = re.compile(r"[…\[(]|\.\.|__")  # one of them is in whatever only holds a place here
_LONGEST = 120  # characters of a line or cell that only holds places
_HEADER = 3  # filled cells; a row of two may be a name and its field
_LINES = 8  # of guidance in print; the longest has four

_PLACES = re.compile(r"[.…_]{2,}|…|[(\[][^()\[\]]*[)\]]")  # what is between the labels of a line

Rows = Mapping[int, Sequence[int]]
"""The blocks of a table by row."""


def without_form(document: Document) -> Document:
    """The draft without guidance, and without the captions, headers and row names of tables that are blank.

    What only holds a place stays: a part with nothing else is to show as one that waits.
    """
    blocks = document.blocks
    dropped = {at for first, block in enumerate(blocks) if "[" in block.text[:2] for at in _guidance(document, first)}
    waiting = {at for at, block in enumerate(blocks) if block.cell is not None and _waits(block.text)}
    for rows in _tables(blocks, waiting):
        if _is_blank(blocks, rows, waiting):
            own = [at for row in rows.values() for at in row]
            dropped.update(at for at in own if at not in waiting)
            dropped.update(at for at in (own[0] - 1,) if at >= 0 and _CAPTION.match(arabic(blocks[at].text)))
    if not dropped:
        return document
    return replace(document, blocks=tuple(block for at, block in enumerate(blocks) if at not in dropped))


def waiting_labels(document: Document, fields: NameIndex) -> frozenset[int]:
    """The labels of project sheets whose fields only hold a place, beside the label or below it."""
    found = set()
    before: Block | None = None
    for at, block in enumerate(document.blocks):
        if len(block.text) <= _LONGEST and (first := _PLACES.search(block.text)) and is_filler(first[0]):
            labels = [piece for piece in _PLACES.split(block.text) if piece.strip()]
            if labels and _are_labels(labels, fields) and all(map(is_filler, _PLACES.findall(block.text))):
                found.add(at)
            elif not labels and before and before.level is None and _are_labels([before.text], fields):
                found.add(at - 1)
        before = block
    return frozenset(found)


def _are_labels(texts: Sequence[str], fields: NameIndex) -> bool:
    return all(len(text) <= _LONGEST and fields.find(split_number(text)[1].strip()) for text in texts)


def _guidance(document: Document, first: int) -> range:
    """The guidance that begins with a block: none if what is written after the bracket belongs to the plan.

    A PDF has its lines apart.
    """
    blocks = document.blocks
    if not compact(blocks[first].text).casefold().startswith(_OPENINGS):
        return range(0)
    last = first + (_LINES if document.kind == "pdf" else 1)
    ends = (at for at in range(first, min(last, len(blocks))) if blocks[at].text.rstrip().endswith("]"))
    return range(first, next(ends, first - 1) + 1)


def _waits(text: str) -> bool:
    """Whether a cell holds dots or asks to be filled in. A dash is a value."""
    return len(text) <= _LONGEST and bool(_SIGN.search(text)) and is_filler(text)


def _tables(blocks: Sequence[Block], waiting: Collection[int]) -> Iterator[Rows]:
    """The tables with cells that wait."""
    numbers = {cell.table for at in waiting if (cell := blocks[at].cell) is not None}
    found: dict[int, dict[int, list[int]]] = {}
    for at, block in enumerate(blocks if numbers else ()):
        if block.cell is not None and block.cell.table in numbers:
            found.setdefault(block.cell.table, {}).setdefault(block.cell.row, []).append(at)
    yield from found.values()


def _is_blank(blocks: Sequence[Block], rows: Rows, waiting: Collection[int]) -> bool:
    """Whether a table has a header and below it only rows that wait: nothing in them but a name or number first."""
    header, *others = (row for _, row in sorted(rows.items()))
    cell = blocks[header[0]].cell
    is_header = cell is not None and cell.filled >= _HEADER and not _row_waits(blocks, header, waiting)
    return is_header and all(_row_waits(blocks, row, waiting) for row in others)


def _row_waits(blocks: Sequence[Block], row: Sequence[int], waiting: Collection[int]) -> bool:
    columns = {at: cell.column for at in row if (cell := blocks[at].cell) is not None}
    first = min(columns.values())
    if not all(at in waiting or columns[at] == first for at in row):
        return False
    return any(at in waiting for at in row) or all(arabic(blocks[at].text).strip(" .").isdigit() for at in row)
