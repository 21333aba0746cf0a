"""Plain text drafts: every line is a block, a form feed begins a page; no line is known to be a heading."""

from __future__ import annotations

import re
from pathlib import Path

from khumue.document import Block, Document, Place
from khumue.readers.encodings import decode
from khumue.readers.limits import check_block_count

_LINE_END = re.compile(r"\r\n|\r|\n")  # what editors count; str.splitlines ends lines at form feeds too


def split_lines(text: str) -> list[str]:
    """The lines of a text as an editor numbers them."""
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


def read_text(path: Path, data: bytes) -> Document:
    """A plain text file. Raises DraftError for bytes that are no text."""
    text = decode(data)
    recorded = "\f" in text.strip()
    blocks: list[Block] = []
    page = 1
    lines = split_lines(text)
    check_block_count(len(lines))
    for number, line in enumerate(lines, 1):
        for turned, part in enumerate(line.split("\f")):
            page += turned > 0
            if part.strip():
                blocks.append(Block(text=part, place=Place(page=page if recorded else None, line=number)))
    pages = blocks[-1].place.page if blocks else None
    return Document(path=path, kind="txt", title=None, blocks=tuple(blocks), pages=pages)
