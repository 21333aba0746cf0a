"""Running headers, footers and page numbers: what stands at the same place of many pages. Pure; y from the top."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from khumue.readers.pdflines import Page, Piece, join
from khumue.readers.pdftables import rows_of
from khumue.thai import MARKS, skeleton

_ZONE = 0.14  # of the page's height, at the top and at the bottom
_SAME_LINE = 20.0  # points: more than lies between the pieces of one line
_ROWS = 3  # lines of a running header, at most
_SAME = 3.0  # points
# Pages: chapters may open two with one line, but not three in a row.
_NEEDED = {"text": 3, "numbered": 2, "number": 2, "browser": 1, "contents": math.inf}
_APART = 1.6  # em between a running header and the text; a title stands nearer

_NUMBER = r"[0-9๐-๙]{1,4}|[ก-ฮ]|[ivxIVX]{1,5}"
_PAGE_NUMBER = re.compile(
    rf"(?:หน้า(?:ที่)?|page)?[\s\-–—(\[|]*(?:{_NUMBER})[\s\-–—)\]|]*(?:(?:/|จาก|of)\s*[0-9๐-๙]{{1,4}})?", re.IGNORECASE
)
# A page number at either end of a running line. It stands apart or behind a year: ตารางที่ 1 and บทที่ 2 do not hold one.
_END_NUMBER = re.compile(
    r"^\s*([0-9๐-๙]{1,3})\s*(?:[|–—-]|\t)"
    r"|(?:[|–—-]|\t|หน้า(?:ที่)?|page|[2๒][5๕][0-9๐-๙]{2})\s*([0-9๐-๙]{1,3})[\s|–—-]*$",
    re.IGNORECASE,
)
# What browsers print above and below a page: the date and time, and the address with "2/3" at its end.
_BROWSER = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d\d\b|(?:file|https?)://\S.*\t\d+/\d+$")
_CONTENTS = skeleton("สารบัญ")

_CLUSTER = re.compile(rf".[{re.escape(''.join(MARKS))}ำ]*")

_Key = tuple[Any, ...]
_Row = tuple[bool, list[Piece], bool, _Key]
"""Whether it is on top, its pieces, whether it stands apart from the text, and what it has in common with others."""


def without_running_lines(pages: Sequence[Page]) -> None:
    """Take running lines out of the pages.

    A line is one where it stands outermost and at one place on three pages or more, with the same text; one that
    stands close above the text is a title. Page numbers, alone or beside the text, need two pages, and what a browser
    prints none.
    """
    margins = [list(_keyed(_margin_rows(page), number)) for number, page in enumerate(pages)]
    often = Counter(key for rows in margins for _, _, _, key in rows)
    for page, rows in zip(pages, margins, strict=True):
        gone: set[int] = set()
        for top in (True, False):
            gone.update(_running_pieces([each[1:] for each in rows if each[0] == top], often))
        if gone:
            page.pieces = [piece for piece in page.pieces if piece.order not in gone]


def _running_pieces(rows: Iterable[tuple[list[Piece], bool, _Key]], often: Mapping[_Key, int]) -> Iterator[int]:
    """The pieces of running lines, outermost first; what stands outside of one is one, if it stands on two pages."""
    waiting: list[int] = []
    for row, apart, key in rows:
        waiting += (piece.order for piece in row)
        if often[key] >= _NEEDED[key[0]] and (apart or key[0] != "text"):
            yield from waiting
            waiting = []
        elif often[key] < 2:
            return


def without_cut_lines(pages: Sequence[Page]) -> None:
    """Take out of each page's end what is left of a line that was cut at the page's edge.

    Chromium prints the tall letters of the next page's first line here, too, one by one and out of sight.
    """
    for page, following in pairwise(pages):
        if not (page.pieces and following.pieces):
            continue
        last = rows_of(_between(page, max(piece.y for piece in page.pieces) - _SAME_LINE))[-1]
        first = rows_of(_between(following, -math.inf, min(piece.y for piece in following.pieces) + _SAME_LINE))[0]
        rest = iter(_CLUSTER.findall(join(first).text))
        if all(_CLUSTER.fullmatch(piece.text) and piece.text in rest for piece in last):
            gone = {piece.order for piece in last}
            page.pieces = [piece for piece in page.pieces if piece.order not in gone]


def _between(page: Page, low: float, high: float = math.inf) -> list[Piece]:
    return [piece for piece in page.pieces if low <= piece.y <= high]


def _margin_rows(page: Page) -> Iterator[tuple[bool, list[Piece], bool]]:
    """Outermost rows first: whether it is at the top, its pieces, and whether it stands apart from the text."""
    edge, beyond = _ZONE * page.height, 2 * _ZONE * page.height
    above, below = rows_of(_between(page, -math.inf, beyond)), rows_of(_between(page, page.height - beyond))
    for top, ordered in ((True, above), (False, below[::-1])):
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


def _keyed(rows: Iterable[tuple[bool, list[Piece], bool]], number: int) -> Iterator[_Row]:
    for top, row, apart in rows:
        line = join(row)
        text = line.text.strip()
        place = (top, round(line.y / _SAME))
        key: _Key
        if _PAGE_NUMBER.fullmatch(text):
            key = ("number", *place)
        elif _BROWSER.match(text):
            key = ("browser",)
        elif skeleton(text).startswith(_CONTENTS):
            key = ("contents", number)
        else:
            key = (*_running(text, number), *place, round(line.size))
        yield top, row, apart, key


def _running(text: str, number: int) -> _Key:
    """What a running line says on every page: the same text, and a number that is as far ahead of the page's."""
    found = _END_NUMBER.search(text)
    if found is None:
        return "text", skeleton(text)
    of_page = 1 if found[1] else 2
    return "numbered", skeleton(text[: found.start(of_page)] + text[found.end(of_page) :]), int(found[of_page]) - number
