"""Which blocks of a draft are entries of its table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khumue.document import Block, Document
from khumue.names import NameIndex
from khumue.numbering import split_number
from khumue.thai import skeleton

_PAGE_AT_END = re.compile(r"(\.{3,}|…+|\t|\s{2,})\s*\(?[0-9๐-๙]{1,4}\)?\s*$|\t\s*[ก-ฮ]\s*$|\.{3,}\s*[ก-ฮ]\s*$")
_TAIL = 24  # characters in which a page number and what leads to it stand
# In the zone of a contents title; a long entry has its page on a line of its own.
_ENTRY = re.compile(r"(?:^|(?<=\D))\s?[0-9๐-๙]{1,4}\s*$|\s[ก-ฌ]\s*$|[.…]{4}\s*$")
_CONTENTS_TITLES = frozenset(
    map(skeleton, ("สารบัญ", "สารบัญ (ต่อ)", "สารบัญตาราง", "สารบัญภาพ", "Contents", "Table of contents"))
)
_LONGEST_TITLE = 40  # characters of a contents title, damage included
_CONTENTS_HEADS = frozenset(map(skeleton, ("เรื่อง", "หน้า", "เรื่อง หน้า", "หัวข้อ", "ที่")))


def contents_blocks(document: Document, names: NameIndex) -> frozenset[int]:
    """The blocks that are entries of a contents table: by field, style, dot leaders, or by standing after สารบัญ."""
    found = set()
    titles = []
    for place, block in enumerate(document.blocks):
        text = block.text
        if block.contents_entry or (
            block.level is None
            and block.cell is None
            and _PAGE_AT_END.search(text, max(0, len(text) - _TAIL))
            and not _is_numbered_name(text, names)
        ):
            found.add(place)
        if len(text) <= _LONGEST_TITLE and ("ส" in text or "ontents" in text) and skeleton(text) in _CONTENTS_TITLES:
            titles.append(place)
    end = 0
    for place in titles:
        found.discard(place)
        if place >= end:  # else it stands in the zone of another title, which ends where its own would
            zone = [*_zone(document, place, names)]
            found.update(zone)
            end = place + len(zone) + 1
    return frozenset(found)


def _is_numbered_name(text: str, names: NameIndex) -> bool:
    """Whether the number at the end belongs to a name, and not to a page: แผนระดับที่ 3 with a space for each mark."""
    name = names.find(split_number(text)[1])
    return name is not None and name.spelling[-1:].isdigit()


def _zone(document: Document, title: int, names: NameIndex) -> Iterator[int]:
    """The entries right after a contents title; a table that begins there is one of entries.

    A block in a heading style, a bold one after plain entries, or a cell that alone in its row repeats an entry, is the
    first of the body.
    """
    table: int | None = None
    listed: set[str] = set()
    first: Block | None = None
    for place in range(title + 1, len(document.blocks)):
        block = document.blocks[place]
        if block.cell is not None:
            if first is not None and table is None:
                return
            table = table or block.cell.table
            folded = skeleton(block.text)
            if block.cell.table != table or (block.cell.filled == 1 and folded in listed):
                return
            listed.add(folded)
        elif table is not None:
            return
        elif skeleton(block.text) in _CONTENTS_HEADS:
            yield place
            continue
        elif not _ENTRY.search(block.text) or _is_numbered_name(block.text, names):
            return
        if block.level is not None or (first is not None and block.bold and not first.bold):
            return
        first = first or block
        yield place
