"""Running headers, footers and page numbers: what stands at the same place of many pages. Pure; y from the top."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from khumue.readers.pdflines import Page, Piece, join
from khumue.readers.pdftables import rows_of
from khumue.thai import MARKS, arabic, skeleton

_ZONE = 0.14  # of the page's height, at the top and at the bottom
_ROWS = 3  # lines of a running header, at most
_SAME = 3.0  # points
_OFTEN = 3  # pages: chapters may open two pages with one line, but not three in a row
_APART = 1.6  # em between a running header and the text; a title stands nearer

_NUMBER = r"[0-9๐-๙]{1,4}|[ก-ฮ]|[ivxIVX]{1,5}"
_PAGE_NUMBER = re.compile(
    rf"(?:หน้า(?:ที่)?|page)?[\s\-–—(\[|]*(?:{_NUMBER})[\s\-–—)\]|]*(?:(?:/|จาก|of)\s*[0-9๐-๙]{{1,4}})?", re.IGNORECASE
)
# A page number at either end of a running line. It stands apart: ตารางที่ 1 and บทที่ 2 do not hold one.
_END_NUMBER = re.compile(
    r"^\s*([0-9๐-๙]{1,4})\s*(?:[|–—-]|\t)|(?:[|–—-]|\t|หน้า(?:ที่)?|page)\s*([0-9๐-๙]{1,4})[\s|–—-]*$", re.IGNORECASE
)
_CONTENTS = skeleton("สารบัญ")

_CLUSTER = re.compile(rf".[{re.escape(''.join(MARKS))}ำ]*")

_Key = tuple[object, ...]


def without_running_lines(pages: Sequence[Page]) -> None:
    """Take running lines out of the pages.

    A line is one where it stands outermost and at one place on three pages or more, with the same text, the text's
    page number aside; one that stands close above the text is a title. Page numbers alone need two pages.
    """
    margins = [list(_margin_rows(page)) for page in pages]
    often = Counter(key for number, rows in enumerate(margins) for _, _, key in _keyed(rows, number))
    for number, (page, rows) in enumerate(zip(pages, margins, strict=True)):
        gone: set[int] = set()
        closed: set[bool] = set()
        for top, row, key in _keyed(rows, number):
            if top in closed or often[key] < (_OFTEN if key[0] == "text" else 2):
                closed.add(top)  # what stands nearer to the text is the text's
            else:
                gone.update(piece.order for piece in row)
        if gone:
            page.pieces = [piece for piece in page.pieces if piece.order not in gone]


def without_cut_lines(pages: Sequence[Page]) -> None:
    """Take out of each page's end what is left of a line that was cut at the page's edge.

    Chromium prints the tall letters of the next page's first line here, too, one by one and out of sight.
    """
    for page, following in pairwise(pages):
        if not (page.pieces and following.pieces):
            continue
        last, first = rows_of(page.pieces)[-1], rows_of(following.pieces)[0]
        rest = iter(_CLUSTER.findall(join(first).text))
        if all(_CLUSTER.fullmatch(piece.text) and piece.text in rest for piece in last):
            gone = {piece.order for piece in last}
            page.pieces = [piece for piece in page.pieces if piece.order not in gone]


def _margin_rows(page: Page) -> Iterator[tuple[bool, list[Piece], bool]]:
    """Outermost rows first: whether it is at the top, its pieces, and whether it stands apart from the text."""
    edge = _ZONE * page.height
    rows = rows_of(page.pieces)
    for top, ordered in ((True, rows), (False, rows[::-1])):
        for at, row in enumerate(ordered[:_ROWS]):
            y = row[0].y
            if (y if top else page.height - y) > edge:
                break
            ahead = [abs(each[0].y - y) for each in ordered[at + 1 : _ROWS + 2]]
            yield top, row, any(gap >= _APART * row[0].size for gap in _steps(ahead)) or not ahead


def _steps(places: Sequence[float]) -> Iterator[float]:
    before = 0.0
    for place in places:
        yield place - before
        before = place


def _keyed(rows: Sequence[tuple[bool, list[Piece], bool]], number: int) -> Iterator[tuple[bool, list[Piece], _Key]]:
    for top, row, apart in rows:
        line = join(row)
        place = (top, round(line.y / _SAME), round(line.size))
        text = line.text.strip()
        if _PAGE_NUMBER.fullmatch(text):
            yield top, row, ("number", top, round(line.y / _SAME))
        elif not apart or skeleton(text).startswith(_CONTENTS):
            yield top, row, ("alone", number, *place, text)
        else:
            found = _END_NUMBER.search(text)
            ahead = int(arabic(found[1] or found[2])) - number if found else None
            yield top, row, ("text", *place, skeleton(_END_NUMBER.sub("", text)), ahead)
