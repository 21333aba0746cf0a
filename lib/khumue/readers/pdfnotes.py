"""Footnotes of a PDF: lines in small type that end a page, the first with a footnote's mark. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from khumue.document import Block
from khumue.frozen import replace
from khumue.readers.pdfblocks import blocks_of
from khumue.readers.pdflayout import Line

_SMALL = 0.85  # of the size that most of the text has: Word and LibreOffice set notes at 10 points below text of 16
_MARK = re.compile(r"\s*(?:[0-9๐-๙]{1,3}|\*{1,3}|[†‡])\s?[^\s0-9๐-๙.,)/]")


def blocks_and_notes(lines: Sequence[Line]) -> list[Block]:
    """The blocks of a document; footnotes come after what begins on their page."""
    small = _SMALL * _usual_size(lines)
    notes: list[Line] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        notes += _notes(list(page), small)
    if not notes:
        return blocks_of(lines)
    numbers = {(line.page, line.number) for line in notes}
    text = blocks_of([line for line in lines if (line.page, line.number) not in numbers])
    return sorted(
        (*text, *(replace(note, note=True) for note in blocks_of(notes))), key=lambda block: block.place.page or 0
    )


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.piece.size] += len(line.piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _notes(page: Sequence[Line], small: float) -> Iterator[Line]:
    start = len(page)
    while start and page[start - 1].cell is None and page[start - 1].piece.size < small:
        start -= 1
    while start < len(page) and not _MARK.match(page[start].piece.text):
        start += 1
    yield from page[start:]
