"""Pieces of text on a page: what stands on one baseline without a gap. Pure; all lengths in points, y from the top.

A gap that is wider than a space may divide cells, columns or only words of a justified line. So a piece ends there, and
pieces that turn out to be one line are joined again.
"""

from __future__ import annotations

import re
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Sequence

from khumue.thai import MARKS, PRIVATE_USE

Chunk = namedtuple("Chunk", "text x right y at")
"""Text between two spaces: where it begins and ends, its baseline, and the number of its first character."""

Look = namedtuple("Look", "size bold")
"""Size in points and weight of a character."""

# In em. Measured on Sarabun, Laksaman and Norasi: a space is 0.22 to 0.32, cells of Word stand at least 0.67 apart.
_WORD_GAP, _CELL_GAP = 0.12, 0.5
_SAME_LINE = 0.45  # raised and lowered figures stay on their line
_BACK = 0.5  # a glyph may begin this much before the end of the one before

_THAI = re.compile("[ก-๎]")
MARK_LETTERS = "".join(MARKS) + "".join(chr(code) for code, char in PRIVATE_USE.items() if char in MARKS)
"""The marks that stand above or below a letter, those of the private use area too."""

TAB = 2.0  # em: a wider gap inside a line is a tab


class Rule:
    """A straight line that is drawn; `low` is nearer to the top of the page once it is in page coordinates."""

    __slots__ = ("high", "left", "low", "right")

    def __init__(self, left: float, low: float, right: float, high: float) -> None:
        self.left, self.low, self.right, self.high = left, low, right, high

    @property
    def flat(self) -> bool:
        """Whether it is a horizontal one."""
        return self.right - self.left >= self.high - self.low


class Piece:
    """Text on one baseline. `words` are its chunks, each with its place; `order` is its place in the file."""

    __slots__ = ("_text", "bold", "order", "right", "size", "words", "x", "y")

    def __init__(
        self, words: list[tuple[str, float, float]], *, y: float, size: float, bold: bool = False, order: int = 0
    ) -> None:
        self.words = words
        self.x, self.right = words[0][1], words[-1][2]
        self.y, self.size, self.bold, self.order = y, size, bold, order
        self._text = ""

    @property
    def text(self) -> str:
        """Its text; where two chunks touch there is no space, a tab where they stand far apart."""
        if not self._text:
            tab, space = TAB * self.size, _WORD_GAP * self.size
            end = self.x
            for text, x, right in self.words:
                gap = x - end
                self._text += ("\t" if gap > tab else " " if gap > space else "") + text
                end = right
        return self._text


class Page:
    """The pieces and the drawn lines of a page."""

    __slots__ = ("height", "pieces", "rules", "width")

    def __init__(self, *, pieces: list[Piece], rules: list[Rule], width: float, height: float) -> None:
        self.pieces, self.rules, self.width, self.height = pieces, rules, width, height


def page_of(
    chunks: Iterable[Chunk],
    rules: Sequence[Rule],
    look: Callable[[int], Look],
    width: float,
    height: float,
) -> Page:
    """A page from its chunks in the order of the file and its drawn lines, both with y from the bottom up."""
    upright = [Rule(rule.left, height - rule.high, rule.right, height - rule.low) for rule in rules]
    return Page(pieces=list(_pieces(chunks, look, height)), rules=upright, width=width, height=height)


def _pieces(chunks: Iterable[Chunk], look: Callable[[int], Look], height: float) -> Iterator[Piece]:
    words: list[tuple[str, float, float]] = []
    thai: list[int] = []
    first, y, right = Look(1.0, False), 0.0, 0.0
    begin = order = 0
    for text, x, end, base, at in chunks:
        if not text:  # struck through: what follows goes on where it ended
            if words and abs(base - y) < _SAME_LINE * first.size:
                words[-1] = (*words[-1][:2], end)
                right = end
            continue
        if words and text[0] in MARK_LETTERS:
            # A displaced mark belongs to the letter before it, wherever it was put.
            bare = text.lstrip(MARK_LETTERS)
            before = words[-1]
            words[-1] = (before[0] + text[: len(text) - len(bare)], before[1], before[2])
            if not bare:
                continue
            text = bare
        size = first.size
        letter = _THAI.search(text)
        if not words or abs(base - y) >= _SAME_LINE * size or not -_BACK * size < x - right < _CELL_GAP * size:
            if words:
                yield _piece(words, thai, (begin, first), look, height - y, order)
                order += 1
            begin = at + letter.start() if letter else at
            words, thai, first, y = [], [], look(begin), base
        words.append((text, x, end))
        if letter:
            thai.append(at + letter.start())
        right = end
    if words:
        yield _piece(words, thai, (begin, first), look, height - y, order)


def _piece(
    words: list[tuple[str, float, float]],
    thai: list[int],
    known: tuple[int, Look],
    look: Callable[[int], Look],
    y: float,
    order: int,
) -> Piece:
    """Its size and weight are those of its Thai letters, at up to three places: figures and brackets among them may be
    set in another font, smaller and lighter."""
    places = {thai[0], thai[len(thai) // 2], thai[-1]} if thai else {known[0]}
    looks = [known[1] if at == known[0] else look(at) for at in places]
    heavy = sum(each.bold for each in looks)
    return Piece(words, y=y, size=max(each.size for each in looks), bold=2 * heavy > len(looks), order=order)


def split_at(piece: Piece, places: Sequence[float]) -> list[Piece]:
    """The piece cut before the words that begin behind the given places, which go from left to right."""
    parts: list[list[tuple[str, float, float]]] = [[]]
    ahead = [place for place in places if piece.x < place < piece.right]
    for word in piece.words:
        while ahead and word[1] >= ahead[0] - 1:
            ahead.pop(0)
            if parts[-1]:
                parts.append([])
        parts[-1].append(word)
    return [Piece(words, y=piece.y, size=piece.size, bold=piece.bold, order=piece.order) for words in parts]


def join(pieces: Sequence[Piece]) -> Piece:
    """Pieces of one line, from left to right, as one, bold if its Thai text is: Word may set numbers otherwise."""
    longest = max(pieces, key=lambda each: each.right - each.x)
    words = [word for piece in pieces for word in piece.words]
    bold = all(piece.bold for piece in [each for each in pieces if _THAI.search(each.text)] or pieces)
    return Piece(words, y=longest.y, size=longest.size, bold=bold, order=pieces[0].order)
