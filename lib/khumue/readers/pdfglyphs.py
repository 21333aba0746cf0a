"""What pdfium says of a page: chunks of text with their places, and the lines that are drawn on it.

A call into pdfium costs about 1 µs and a page has 1,500 characters, so the text of a page is taken at once and only the
ends of its chunks (text between spaces) are looked up: 20 calls a line become 4. Nothing but letters is taken from
pdfium's text: its spaces and line breaks only separate chunks, since it also breaks lines inside a word, round a
displaced mark.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import compress, islice, repeat
from operator import attrgetter
from typing import Any

import pypdfium2_raw as pdfium

from khumue.readers.pdflines import Chunk, Look, Page, Rule, page_of
from khumue.thai import MARKS, PRIVATE_USE

_MARK = "".join(sorted(MARKS)) + "".join(chr(code) for code, char in PRIVATE_USE.items() if char in MARKS)
_BREAK = r"\s\0-\x1f\ufffe\uffff"
_HYPHEN = "\ufffe"  # pdfium's name for a hyphen at a line's end; no break follows it
_CHUNK = re.compile(rf"[^{_BREAK}]+{_HYPHEN}?|{_HYPHEN}")
_CLUSTER = rf"[^{_BREAK}{_MARK}][{_MARK}]*ำ?"
_CLUSTERS = re.compile(rf"{_CLUSTER}|[{_MARK}]+")
_MARKED = rf"[ก-ฮ](?:[{_MARK}]+ำ?|ำ)"
# A cluster that comes again right away, or after one or two others.
_REPEATED = re.compile(rf"(?=({_MARKED})((?:\s*{_CLUSTER}){{0,2}}?\s*)\1)")

# Of a repeated cluster, the copy that shows nothing new is drawn by a mark: it reaches at most 0.08 em past its origin;
# the narrowest Thai letter takes 0.3 em.
_MARK_WIDTH = 0.25
# SARA AM in one cluster of Chromium is drawn as two glyphs, of which pdfium knows the ink of the first one. The second
# is 0.38 to 0.47 em wide.
_AA_WIDTH = 0.48
_BESIDE_INK = 0.08  # em between the ink of a letter and the next letter
# A line through text stands between these parts of the letters' height above the baseline; an underline is below it.
_STRIKE_LOW, _STRIKE_HIGH = 0.1, 0.6
_HEIGHT, _PLACE = attrgetter("low"), attrgetter("left")
_SMALLEST, _LARGEST = 0.1, 2000.0  # points: of letters
_FARTHEST = 100_000.0  # points; pages are up to 14,400
_THIN, _SHORTEST = 3.0, 5.0  # points: of drawn lines
_FRAME_SEGMENTS = 6
_MOST_RULES = 2000  # on a page; a drawing or a map has more and no table is read from it

# How a place on a page is seen when the page is shown turned clockwise by so many quarters.
_TURNS: tuple[Callable[[float, float, float, float], tuple[float, float]] | None, ...] = (
    None,
    lambda x, y, _width, height: (y, height - x),
    lambda x, y, width, height: (width - x, height - y),
    lambda x, y, width, _height: (width - y, x),
)

# pdfium guesses a font's weight from its stems: 625 for a regular Norasi, 400 for every font of LibreOffice. So only
# its name tells, and the guess where the name is a mere number.
_BOLD_NAME = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_NO_NAME = re.compile(rb"(?:\w+\+)?[A-Z]{1,2}\d+(?:_\d+)?")
_BOLD_WEIGHT = 700
_FORCE_BOLD = 1 << 18
_FILL_AND_STROKE = 2  # how programs draw bold letters of a font that has none


class PageReader:
    """One open page. All handles belong to pdfium; `close` frees them."""

    def __init__(self, document: Any, number: int) -> None:
        self.page = pdfium.FPDF_LoadPage(document, number)
        self.text = pdfium.FPDFText_LoadPage(self.page) if self.page else None
        self.repairs = 0
        self._uprights: list[Rule] = []
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at = ctypes.pointer(self._x), ctypes.pointer(self._y)
        self._rectangle = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._fonts: dict[int, bool] = {}
        self._looks: dict[int, Look] = {}
        self._width, self._height = pdfium.FPDF_GetPageWidthF(self.page), pdfium.FPDF_GetPageHeightF(self.page)
        self._turn = _TURNS[pdfium.FPDFPage_GetRotation(self.page)]

    def read(self) -> Page:
        """The page's lines of text, and the lines drawn on it. Lengths in points, y from the top down."""
        if not self.text:
            return Page(pieces=[], rules=[], width=0.0, height=0.0)
        rules = list(self._rules())
        self._uprights = sorted((rule for rule in rules if not rule.flat), key=_PLACE)
        chunks = self._chunks(self._letters(), sorted((rule for rule in rules if rule.flat), key=_HEIGHT))
        return page_of(chunks, rules, self.look, self._width, self._height)

    def close(self) -> None:
        """Free what pdfium holds."""
        if self.text:
            pdfium.FPDFText_ClosePage(self.text)
        if self.page:
            pdfium.FPDF_ClosePage(self.page)

    def _letters(self) -> str:
        """The page's characters, one for each that pdfium counts, those of doubled clusters blanked."""
        count = pdfium.FPDFText_CountChars(self.text)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self.text, 0, count, buffer) == count + 1:
            letters = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        else:
            letters = ""
        if len(letters) != count:  # some have no code, or two
            codes = (pdfium.FPDFText_GetUnicode(self.text, at) for at in range(count))
            letters = "".join(chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\0" for code in codes)
        return self._without_doubles(letters)

    def _without_doubles(self, letters: str) -> str:
        """Chromium gives each glyph of a cluster the text of all of it: ทั่วทั่ ไป, where the second ทั่ is a mark's."""
        blanked: list[tuple[int, int]] = []
        for match in _REPEATED.finditer(letters):
            first = match.end(2)
            last = first + len(match[1]) - 1
            box = self._box(last)
            if box is not None and box[1] - self._origin(first)[0] < _MARK_WIDTH * self._size(first):
                blanked.append((first, last + 1))
        for first, end in blanked:
            letters = letters[:first] + "\0" * (end - first) + letters[end:]
        self.repairs = len(blanked)
        return letters

    def _chunks(self, letters: str, strikes: list[Rule]) -> Iterator[Chunk]:
        for match in _CHUNK.finditer(letters):
            first, last, text = match.start(), match.end() - 1, match[0].replace(_HYPHEN, "-")
            x, y = self._origin(first)
            box = self._box(last)
            if box is None:
                continue
            _, right, low, high = box
            if text[-1] in _MARK and (bare := text.rstrip(_MARK)):
                # The box of a mark may end before that of its letter.
                right = max(right, (self._box(first + len(bare) - 1) or box)[1])
                if low == y:  # a box of ink alone, as in Chromium's clusters
                    right += _BESIDE_INK * self._size(last)
            whole = -_FARTHEST < x - 1 <= right < _FARTHEST and -_FARTHEST < low <= y <= high < _FARTHEST
            if not whole or _crossed(strikes, x, right, y, high - y) or _parted(self._uprights, x, right, y):
                yield from self._clusters(first, text, strikes)
                continue
            if text[-1] == "ำ" and len(text) > 1 and self._origin(last) == self._origin(last - 1):
                right += _AA_WIDTH * self._size(last)
            yield Chunk(text, x, right, y, first)

    def _clusters(self, start: int, text: str, strikes: list[Rule]) -> Iterator[Chunk]:
        """A chunk letter by letter; those that are struck through have no text."""
        for match in _CLUSTERS.finditer(text):
            first, last = start + match.start(), start + match.end() - 1
            x, y = self._origin(first)
            letter, box = self._box(first), self._box(last)
            if letter is not None and box is not None and all(abs(place) < _FARTHEST for place in (x, y, *box)):
                middle = (x + box[1]) / 2
                struck = _crossed(strikes, middle, middle, y, letter[3] - y)
                yield Chunk("" if struck else match[0], x, box[1], y, first)

    def look(self, at: int) -> Look:
        """Size in points and weight of a character."""
        thing = pdfium.FPDFText_GetTextObject(self.text, at)
        if not thing:
            return Look(self._size(at), False)
        key = ctypes.addressof(thing.contents)
        if key not in self._looks:
            font = pdfium.FPDFTextObj_GetFont(thing)
            drawn_bold = pdfium.FPDFTextObj_GetTextRenderMode(thing) == _FILL_AND_STROKE
            self._looks[key] = Look(self._size(at), drawn_bold or (bool(font) and self._is_bold(font)))
        return self._looks[key]

    def _is_bold(self, font: Any) -> bool:
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            self._fonts[key] = _is_bold(font)
        return self._fonts[key]

    def _size(self, at: int) -> float:
        size = float(pdfium.FPDFText_GetFontSize(self.text, at))
        if pdfium.FPDFText_GetMatrix(self.text, at, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d) or 1.0
        return round(size, 1) if _SMALLEST <= size <= _LARGEST else 1.0  # crafted files have others, even none at all

    def _origin(self, at: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self.text, at, *self._at)
        x, y = self._x.value, self._y.value
        return self._turn(x, y, self._width, self._height) if self._turn else (x, y)

    def _box(self, at: int) -> tuple[float, float, float, float] | None:
        """Left, right, bottom and top of a character's advance."""
        box = self._rectangle
        if not pdfium.FPDFText_GetLooseCharBox(self.text, at, box):
            return None
        return self._upright(box.left, box.right, box.bottom, box.top)

    def _upright(self, left: float, right: float, low: float, high: float) -> tuple[float, float, float, float]:
        if not self._turn:
            return left, right, low, high
        corners = [self._turn(x, y, self._width, self._height) for x, y in ((left, low), (right, high))]
        (left, right), (low, high) = map(sorted, zip(*corners, strict=True))
        return left, right, low, high

    def _rules(self) -> Iterator[Rule]:
        count = pdfium.FPDFPage_CountObjects(self.page)
        # Chromium makes an object of every letter: thousands on a page, so that no loop of ours goes over them.
        things = list(map(pdfium.FPDFPage_GetObject, repeat(self.page), range(count)))
        kinds = list(map(pdfium.FPDFPageObj_GetType, things))
        paths = compress(things, map(pdfium.FPDF_PAGEOBJ_PATH.__eq__, kinds))
        edges = (ctypes.c_float * 4)()
        at = [ctypes.cast(ctypes.byref(edges, 4 * n), ctypes.POINTER(ctypes.c_float)) for n in range(4)]
        for thing in islice(paths, _MOST_RULES):
            if pdfium.FPDFPageObj_GetBounds(thing, *at):
                left, low, right, high = edges
                wide, tall = right - left, high - low
                if (wide >= _SHORTEST and tall <= _THIN) or (tall >= _SHORTEST and wide <= _THIN):
                    left, right, low, high = self._upright(left, right, low, high)
                    yield Rule(left, low, right, high)
                elif wide >= _SHORTEST and tall >= _SHORTEST and self._is_frame(thing):
                    left, right, low, high = self._upright(left, right, low, high)
                    yield from (Rule(left, y, right, y) for y in (low, high))
                    yield from (Rule(x, low, x, high) for x in (left, right))

    def _is_frame(self, path: Any) -> bool:
        """Whether a path is a rectangle with a line round it; one that is only filled marks words."""
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
        return bool(stroked) and pdfium.FPDFPath_CountSegments(path) <= _FRAME_SEGMENTS


def _crossed(strikes: list[Rule], left: float, right: float, y: float, height: float) -> bool:
    """Whether a drawn line goes through the letters between two places on a baseline. `strikes` go upwards."""
    low, high = y + _STRIKE_LOW * height, y + _STRIKE_HIGH * height
    for at in range(bisect_right(strikes, low, key=_HEIGHT), len(strikes)):
        rule = strikes[at]
        if rule.low >= high:
            return False
        if rule.left < right and left < rule.right:
            return True
    return False


def _parted(uprights: list[Rule], left: float, right: float, y: float) -> bool:
    """Whether a vertical line stands between two places on a baseline: cells may leave no room between their words."""
    for at in range(bisect_right(uprights, left + 1, key=_PLACE), len(uprights)):
        rule = uprights[at]
        if rule.left >= right - 1:
            return False
        if rule.low < y < rule.high:
            return True
    return False


def _is_bold(font: Any) -> bool:
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value
    if _BOLD_NAME.search(name) or pdfium.FPDFFont_GetFlags(font) & _FORCE_BOLD:
        return True
    return bool(_NO_NAME.fullmatch(name)) and pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
