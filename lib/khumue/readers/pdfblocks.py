"""Lines to blocks: a heading or paragraph that was wrapped becomes one again, a cell's lines its text. Pure.

A line goes on in the next one where the next one's first word would not have found room on it. What was broken by hand
stays apart: another size or weight, a wider gap, a number, a line that had room.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from khumue.document import Block, Cell, Place
from khumue.readers.pdflayout import Line
from khumue.readers.pdflines import Piece

_ONE_SIZE = 0.6  # points
_LEADING = 1.2  # of the usual distance between lines: a wider one begins a paragraph
_TIGHT = 2.6  # em between lines of one heading or cell, at most
_SPACE = 0.12  # em
# A Thai line breaks between words, which a PDF does not tell. Few are longer than 6 em. Where the next line is long and
# light, so that it is no heading, more are taken for one; but less where the line above begins with a number, since
# that may be a heading without any other mark, and a heading lost is worse than a list's item in two blocks.
_WORD, _LONG_WORD, _SHORT_WORD = 6.0, 9.0, 2.5
_SLACK = 0.75  # em: LibreOffice leaves as much room although the next word would fit
_PADDING = 1.0  # em that Word leaves free at the edges of a cell
_INDENT = 8.0  # em: a paragraph's first line begins this much to the right of the others, at most
_STEP = 1.0  # em to the right: another paragraph
_ALIGNED = 3.0  # points
_HALF = 0.55  # of a line's reach: what is shorter may be a heading, or was ended by hand

_THAI = re.compile(r"[\u0e01-\u0e5b\uf700-\uf71a]")
_LEADERS = re.compile(r"\.{4,}|…{2,}|_{4,}|\t\(?(?:[0-9๐-๙]{1,4}|[ก-ฮ])\)?$")
_OPENING = re.compile(
    r"\s*(?:[•●○▪◆➢–—*-]\s?\S|\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+\.?\s|[0-9๐-๙]{1,2}\s?[.)]|\([0-9๐-๙]{1,2}\)|\(?[ก-ฮ][.)]\s"
    r"|(?:ส่วน|บท|ตอน|หมวด|องค์ประกอบ|ภาค)ที่\s*[0-9๐-๙]|ข้อ\s*[0-9๐-๙])"
)


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The blocks of a document; each has the place of its first line."""
    leading = _usual_leading(lines)
    filled = Counter(line.cell[:2] for line in _first_of_cells(lines) if line.cell)
    blocks: list[Block] = []
    for group in _groups(lines, leading):
        first = group[0]
        cell = None
        if first.cell:
            table, row, column = first.cell
            cell = Cell(table=table, row=row, column=column, filled=filled[table, row])
        text, breaks = _joined([line.piece.text for line in group])
        blocks.append(
            Block(
                text=text,
                breaks=breaks,
                place=Place(page=first.page, line=first.number),
                bold=all(line.piece.bold for line in group),
                size=first.piece.size,
                cell=cell,
            )
        )
    return blocks


def _first_of_cells(lines: Iterable[Line]) -> list[Line]:
    return list({line.cell: line for line in lines if line.cell}.values())


def _usual_leading(lines: Sequence[Line]) -> float:
    """The distance between lines of running text, in em: the most usual one."""
    found: Counter[float] = Counter()
    for above, below in pairwise(lines):
        gap = (below.piece.y - above.piece.y) / below.piece.size
        if above.page == below.page and not above.cell and not below.cell and 0 < gap < _TIGHT:
            found[round(gap * 20) / 20] += above.piece.size == below.piece.size and _is_full(above, below)
    return found.most_common(1)[0][0] if found else _TIGHT


def _groups(lines: Sequence[Line], leading: float) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and _goes_on(group, line, leading):
            group.append(line)
        else:
            if group:
                yield group
            group = [line]
    if group:
        yield group


def _goes_on(group: Sequence[Line], line: Line, leading: float) -> bool:
    before = group[-1]
    above, here = before.piece, line.piece
    if before.cell != line.cell or not _look_alike(above, here):
        return False
    if _LEADERS.search(above.text) or _OPENING.match(here.text) or _is_closed(group):
        return False
    gap = (here.y - above.y) / max(above.size, here.size) if before.page == line.page else leading
    if line.cell:
        return 0 < gap <= _TIGHT and _fills_cell(before, line)
    return (
        0 < gap <= _LEADING * leading and _is_below(group, line) and _is_full(before, line, _longest_word(group, line))
    )


def _is_closed(group: Sequence[Line]) -> bool:
    """Whether what may be a heading ends with what it has in brackets, its years say, as headings do."""
    first = group[0].piece
    return group[-1].piece.text.endswith((")", "]", "”")) and (first.bold or bool(_OPENING.match(first.text)))


def _look_alike(above: Piece, here: Piece) -> bool:
    """Whether two lines have one size and weight. A line of figures may be set in another font: in one of the two."""
    alike = (abs(here.size - above.size) <= _ONE_SIZE, here.bold == above.bold)
    return all(alike) or (any(alike) and not (_THAI.search(above.text) and _THAI.search(here.text)))


def _is_below(group: Sequence[Line], line: Line) -> bool:
    """Whether a line begins where the next line of a paragraph or of a numbered item may begin."""
    first, above, here = group[0].piece, group[-1].piece, line.piece
    if _are_centred(group[-1], line):
        return True
    if len(group) == 1 and _OPENING.match(first.text):
        hanging = any(abs(here.x - x) < _ALIGNED for _, x, _ in first.words[1:3])
        if hanging:
            return True
    return -_STEP * here.size <= above.x - here.x <= _INDENT * here.size


def _longest_word(group: Sequence[Line], line: Line) -> float:
    """How many em of the next line are taken for one word that found no room."""
    first = group[0].piece
    if first.bold or line.piece.right - line.piece.x < _HALF * (line.limit - line.left):
        return _WORD
    return _SHORT_WORD if len(group) == 1 and _OPENING.match(first.text) else _LONG_WORD


def _is_full(above: Line, below: Line, longest: float = 0.0) -> bool:
    """Whether the next line's first word, or so many em of it, would not have found room on this one."""
    size = below.piece.size
    words = below.piece.words
    end = words[0][2]
    for _, x, right in words[1:]:
        if x - end > _SPACE * size:
            break
        end = right
    needed = min(end - words[0][1], (longest or _WORD) * size) + _SLACK * size
    room = above.limit - above.piece.right
    if _are_centred(above, below):
        room += above.piece.x - above.left  # a centred line has as much room on its left
    return room < needed


def _is_centred(line: Line) -> bool:
    before, after = line.piece.x - line.left, line.limit - line.piece.right
    return before > line.piece.size and abs(before - after) < line.piece.size


def _are_centred(above: Line, below: Line) -> bool:
    """Whether two lines have one middle; the first may fill its line."""
    middles = [line.piece.x + line.piece.right for line in (above, below)]
    return _is_centred(below) and abs(middles[0] - middles[1]) < below.piece.size


def _fills_cell(above: Line, below: Line) -> bool:
    """Whether two lines of a cell are one text: the first is rather full, or the next one would not fit behind it."""
    taken = above.piece.right - above.piece.x
    needed = min(below.piece.right - below.piece.x, _LONG_WORD * below.piece.size) + _PADDING * below.piece.size
    return taken + needed > above.limit - above.left or taken > _HALF * (above.limit - above.left) or _is_centred(above)


def _joined(texts: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """Lines as one text, and where each further one begins in it.

    Thai words may be broken at a line's end, so that no space is put between them.
    """
    whole = texts[0].rstrip()
    breaks = []
    for text in texts[1:]:
        thai = _THAI.match(text) and _THAI.match(whole[-1:])
        breaks.append(len(whole))
        whole += ("" if thai else " ") + text.strip()
    return whole, tuple(breaks)
