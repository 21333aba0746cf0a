"""Headings of a PDF that its looks alone do not tell: joined with the text below them, or parted over two lines.

A PDF holds lines, no paragraphs. Where the names of parts say more than the looks, they decide.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from khumue.contents import contents_blocks
from khumue.document import Block, Document
from khumue.frozen import replace
from khumue.names import MAX_LENGTH, NameIndex
from khumue.numbering import split_number
from khumue.thai import skeleton

_LINES = 2  # that a heading may have
# A line that goes on so belongs to the one above it, whatever that one is named.
_GOES_ON = re.compile(r"\s*(?:ของ|และ|หรือ|กับ|ที่|ซึ่ง|เพื่อ|ตาม|ใน|โดย|จาก|ให้|ได้|มี|เป็น|ระหว่าง|ประจำ|พ\.ศ|[\d(])")
_PAGE = re.compile(r"[.…_\s]*\(?(?:[0-9๐-๙]{1,4}|[ก-ฮ])?\)?\s*$")
_LONG = 9  # letters
_WRAPPED = 20  # characters: a shorter line was ended by hand
_LEADER = re.compile(r"\.{4}|…{2}|_{4}")  # of a contents entry


def with_headings_apart(document: Document, names: NameIndex) -> Document:
    """The document with each heading in a block of its own; others than PDF drafts as they are."""
    if document.kind != "pdf":
        return document
    listed = _listed(document, names)
    parts = (part for block in document.blocks for part in _parts(block, names, listed))
    return replace(document, blocks=tuple(_whole(parts, names)))


def _listed(document: Document, names: NameIndex) -> frozenset[str]:
    """What the table of contents lists, without short names: งบประมาณ may be the last word of any paragraph."""
    entries = (document.blocks[at].text for at in contents_blocks(document, names))
    folded = (skeleton(split_number(_PAGE.sub("", entry))[1]) for entry in entries if len(entry) <= 2 * MAX_LENGTH)
    return frozenset(entry for entry in folded if len(entry) >= _LONG)


def _parts(block: Block, names: NameIndex, listed: Collection[str]) -> Iterator[Block]:
    """A block, or the heading that begins or ends it and the rest.

    A beginning is a heading that is numbered or bold and names a part, where the whole does not; and so is a first or
    last line that the table of contents lists.
    """
    at = _place_to_part(block, names, listed) if block.breaks and block.cell is None and not block.note else None
    if at is None:
        yield block
        return
    place = block.place
    below = replace(place, line=place.line + block.breaks.index(at) + 1) if place.line else place
    yield replace(block, text=block.text[:at], breaks=())
    yield replace(block, text=block.text[at:].strip(), breaks=(), place=below)


def _place_to_part(block: Block, names: NameIndex, listed: Collection[str]) -> int | None:
    if _LEADER.search(block.text):
        return None
    first, last = block.breaks[0], block.breaks[-1]
    if skeleton(split_number(block.text[:first])[1]) in listed:
        return first
    return last if skeleton(block.text[last:]) in listed else _end_of_heading(block, names)


def _end_of_heading(block: Block, names: NameIndex) -> int | None:
    numbering, rest = split_number(block.text)
    if not (numbering or block.bold) or names.find_all(rest):
        return None
    for at in reversed(block.breaks[:_LINES]):
        if names.find_all(split_number(block.text[:at])[1]):
            return None if _GOES_ON.match(block.text, at) else at
    return None


def _whole(blocks: Iterable[Block], names: NameIndex) -> Iterator[Block]:
    """The blocks; two bold lines that name a part only together are one: in a frame lines are shorter than a page's."""
    before: Block | None = None
    for block in blocks:
        if before is not None and _are_one(before, block, names):
            gap = " " if before.text[-1:].isascii() else ""
            before = replace(before, text=f"{before.text}{gap}{block.text}")
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _are_one(above: Block, below: Block, names: NameIndex) -> bool:
    if not (above.bold and below.bold and _WRAPPED <= len(above.text) <= MAX_LENGTH - len(below.text)):
        return False
    if above.cell or below.cell or above.size != below.size or (above.place.line or 0) + 1 != below.place.line:
        return False
    first, (number, second) = split_number(above.text)[1], split_number(below.text)
    apart = number or names.find_all(second) or names.find_all(first)
    return not apart and bool(names.find_all(first + below.text))
