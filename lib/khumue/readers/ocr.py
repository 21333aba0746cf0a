"""Scanned pages: read from their pictures by the program tesseract, where it and its Thai data are installed.

Page segmentation mode 11 (sparse text) found 13 of 13 parts on made scans, the usual mode 3 only 6 to 8: it drops short
lines, which headings are. 150, 200 and 300 dpi read the same. A page takes 0.4 to 0.8 s.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby

from khumue.document import Block, Cell, Document, DraftError, Place
from khumue.frozen import frozen, replace
from khumue.readers.guard import confine
from khumue.thai import skeleton

DPI = 200
SECONDS_PER_PAGE = 60

# Letters of a page that has no text layer but perhaps a page number or a stamp.
_BARE = 20
_ROOM = 512_000_000  # a page scanned in colour at 600 dpi unpacks to 100 MB, and is then scaled down
_SURE = 60  # of 100: letters have 85 and more, what is read into dot leaders 50 and less
_SPACE = 0.2  # line heights of white between words
_COLUMN_GAP = 2.0  # line heights of white between two pieces of a line: from here on they are cells of a table
_LEADERS = 2  # times the usual line height: the least width of dot leaders
_LARGER = 1.35  # times the usual line height; marks above and below Thai letters make up to a third


@frozen
class Piece:
    """A line of text, or a part of one, as tesseract sees it: its box in pixels from the top left corner.

    `noise` is what it reads into dot leaders, lines and pictures.
    """

    text: str
    left: int
    top: int
    right: int
    height: int
    noise: bool = False

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return self.top + self.height / 2


def recognise(document: Document, data: bytes) -> Document:
    """The document with the text of its scanned pages; as it is, where every page has its own text.

    Raises DraftError where tesseract or its Thai data are missing, or where a page cannot be drawn or read in time.
    """
    bare = _bare_pages(document)
    if not bare:
        return document
    languages = _languages()
    pages = {page: _rows(_pieces(_tesseract(_drawn(data, page), page, languages))) for page in bare}
    usual = _usual_height(pages.values())
    blocks = [block for block in document.blocks if block.place.page not in pages]
    for page, rows in pages.items():
        blocks += _blocks(page, rows, usual)
    blocks.sort(key=lambda block: block.place.page or 0)  # stable: lines stay in their order
    return replace(document, blocks=tuple(blocks), recognised=True)


def _bare_pages(document: Document) -> list[int]:
    letters: dict[int | None, int] = {}
    for block in document.blocks:
        letters[block.place.page] = letters.get(block.place.page, 0) + len(skeleton(block.text))
    return [page for page in range(1, (document.pages or 0) + 1) if letters.get(page, 0) < _BARE]


@cache
def _languages() -> str:
    """What to read: Thai, and English where its data are there, too."""
    if shutil.which("tesseract") is None:
        raise DraftError("no-tesseract")
    listed = subprocess.run(("tesseract", "--list-langs"), capture_output=True, text=True, check=False).stdout.split()
    if "tha" not in listed:
        raise DraftError("no-thai-ocr", language="tha")
    return "tha+eng" if "eng" in listed else "tha"


def _drawn(data: bytes, page: int) -> bytes:
    return confine("khumue.readers.pdfjobs:drawn", data, str(page), room=_ROOM)


def _tesseract(picture: bytes, page: int, languages: str) -> str:
    command = ("tesseract", "stdin", "stdout", "-l", languages, "--psm", "11", "--dpi", str(DPI), "tsv")
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # four of them take longer than one
    try:
        done = subprocess.run(
            command, input=picture, capture_output=True, timeout=SECONDS_PER_PAGE, env=one_thread, check=False
        )
    except subprocess.TimeoutExpired:
        raise DraftError("ocr-failed", page=page) from None
    if done.returncode:
        raise DraftError("ocr-failed", page=page)
    return done.stdout.decode("utf-8", "replace")


def _pieces(table: str) -> list[Piece]:
    """The lines of tesseract's table of words, which says for each word its block, paragraph and line."""
    words = [row for line in table.splitlines()[1:] if len(row := line.split("\t")) == 12 and row[11].strip()]
    return [_piece([*line]) for _, line in groupby(words, key=lambda row: row[1:5])]


def _piece(words: Sequence[Sequence[str]]) -> Piece:
    """The words of a line; of Thai each letter may be one, so that only white between them is a space."""
    boxes = [[int(number) for number in word[6:10]] for word in words]
    top = min(box[1] for box in boxes)
    height = max(box[1] + box[3] for box in boxes) - top
    text, right = "", boxes[0][0]
    for word, (left, _, width, _) in zip(words, boxes, strict=True):
        text += (" " if left - right > _SPACE * height else "") + word[11].strip()
        right = max(right, left + width)
    sure = sum(float(word[10]) for word in words) / len(words)
    return Piece(text=text, left=boxes[0][0], top=top, right=right, height=height, noise=sure < _SURE)


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces by the lines in which they stand, from the top; those with little white between them are one.

    A line is where the middle of what follows is above its bottom: dot leaders stand low.
    """
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: each.middle):
        if rows and piece.middle < rows[-1][0].top + rows[-1][0].height:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(sorted(row, key=lambda each: each.left)) for row in rows]


def _joined(row: Sequence[Piece]) -> list[Piece]:
    made = [row[0]]
    for piece in row[1:]:
        last = made[-1]
        if piece.noise or last.noise or piece.left - last.right > _COLUMN_GAP * max(piece.height, last.height):
            made.append(piece)
        else:
            made[-1] = replace(
                last,
                text=f"{last.text} {piece.text}",
                right=max(last.right, piece.right),
                height=max(last.height, piece.height),
            )
    return made


def _usual_height(pages: Iterable[Sequence[Sequence[Piece]]]) -> float:
    """The height of most text in pixels."""
    heights = sorted(
        piece.height for rows in pages for row in rows for piece in row if not piece.noise for _ in piece.text
    )
    return heights[len(heights) // 2] if heights else 0


def _blocks(page: int, rows: Sequence[Sequence[Piece]], usual: float) -> list[Block]:
    """Every row of one page as a line, or as the cells of a row; rows of cells that follow each other are one table.

    A line that dot leaders follow is an entry of a contents table.
    """
    blocks: list[Block] = []
    first = 0  # the line in which the table began
    for line, pieces in enumerate(rows, 1):
        row = [piece for piece in pieces if not piece.noise]
        led = len(row) == 1 and any(each.noise and each.right - each.left > _LEADERS * usual for each in pieces)
        first = 0 if len(row) < 2 else first or line
        for column, piece in enumerate(row, 1):
            blocks.append(
                Block(
                    text=piece.text,
                    place=Place(page=page, line=line),
                    size=_points(piece.height, usual),
                    contents_entry=led,
                    cell=Cell(table=1_000 * page + first, row=line - first + 1, column=column, filled=len(row))
                    if first
                    else None,
                )
            )
    return blocks


def _points(height: float, usual: float) -> float:
    """One of two sizes, the usual and a larger one: the marks of a line change its height too much for more."""
    return round(usual * (_LARGER if height > _LARGER * usual else 1) * 72 / DPI, 1)
