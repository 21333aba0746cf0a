"""The layout of a page: columns one after the other, the cells of tables apart, the rest as lines. Pure.

Text that was put into a box comes last in the file, so that lines are ordered by their places, not by the file; but
columns are told from cells by the order of the file, which jumps to the top once for each column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from khumue.readers.pdfgrids import Grid, find_grids
from khumue.readers.pdflines import Page, Piece, join
from khumue.readers.pdftables import find_table, rows_of

_TALL = 6  # lines: neighbours as tall as this are columns of the page, not cells of a row
_MANY, _RAGGED = 8, 3.0  # of so many lines a quarter ends within so many em: they show how far lines go
_LEAST = 0.45  # of the room for a line: shorter ones are headings or a list
_GUTTER = 1.0  # em between columns, at least
_JUMP = 2.0  # em upwards
_LABEL = re.compile(r"[•●○▪◆➢*–—-]|\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]?|\(?[ก-ฮ][.)]")
_LABEL_GAP = 4.0  # em between a list's number and its text


class Line:
    """A line as seen: its text in one piece, and from where to where it could reach. `cell`: table, row, column."""

    __slots__ = ("cell", "left", "limit", "number", "page", "piece")

    def __init__(self, piece: Piece, *, left: float, limit: float, cell: tuple[int, int, int] | None = None) -> None:
        self.piece, self.left, self.limit, self.cell = piece, left, limit, cell
        self.page = self.number = 0


class Layout:
    """Arranges pages one after the other; `tables` counts the tables so far."""

    def __init__(self) -> None:
        self.tables = 0

    def lines(self, page: Page, number: int) -> list[Line]:
        """The lines of a page in reading order, numbered from its top."""
        found: list[Line] = []
        rest = page.pieces
        for grid in find_grids(page.rules):
            inside = [piece for piece in rest if grid.holds(piece)]
            if inside:
                above = [piece for piece in rest if piece.y <= grid.top]
                rest = [piece for piece in rest if piece.y > grid.top and not grid.holds(piece)]
                found += self._free(above, page)
                found += self._ruled(inside, grid)
        found += self._free(rest, page)
        for at, row in enumerate(rows_of([line.piece for line in found]), 1):
            for piece in row:
                piece.order = at
        for line in found:
            line.page, line.number = number, line.piece.order
        return found

    def _ruled(self, pieces: Sequence[Piece], grid: Grid) -> list[Line]:
        self.tables += 1
        cut = [part for piece in pieces for part in grid.cut(piece)]
        lines = []
        for (row, column), own in _grouped((grid.cell(piece), piece) for piece in cut):
            left, limit = grid.span(own[0])
            lines += [
                Line(join(each), left=left, limit=limit, cell=(self.tables, row, column)) for each in rows_of(own)
            ]
        return lines

    def _free(self, pieces: Sequence[Piece], page: Page) -> list[Line]:
        columns = [column for column in columns_of(pieces) if column]
        lines: list[Line] = []
        nothing: Sequence[Piece] = ()
        for column, following in zip_longest(columns, columns[1:], fillvalue=nothing):
            # Margins are alike on both sides, so that a page of short lines is known to be one.
            edge = page.width - min(piece.x for piece in page.pieces)
            beside = min((piece.x for piece in following), default=0.0)
            if beside > max(piece.right for piece in column):
                edge = beside - _GUTTER * column[0].size
            lines += self._column(column, Reach(page.pieces if len(columns) == 1 else column, edge), page.width)
        return lines

    def _column(self, pieces: Sequence[Piece], reach: Reach, width: float) -> list[Line]:
        rows = [_labelled(row) for row in rows_of(pieces)]
        lines: list[Line] = []
        at = 0
        while at < len(rows):
            table = find_table(rows, at, width)
            if table is None:
                piece = join(rows[at])
                lines.append(Line(piece, left=reach.left, limit=reach.limit(piece)))
                at += 1
                continue
            self.tables += 1
            for (row, column), own in _grouped(((row, column), piece) for piece, row, column in table.cells()):
                start, end = table.span(column)
                lines += [
                    Line(join(each), left=start, limit=end, cell=(self.tables, row, column)) for each in rows_of(own)
                ]
            at += len(table.rows)
        return lines


class Reach:
    """From where to where the lines of a page or of one of its columns may go; `edge` is where they could end."""

    def __init__(self, pieces: Sequence[Piece], edge: float) -> None:
        self.left = min(piece.x for piece in pieces)
        self._widest = max(edge, *(piece.right for piece in pieces))
        rows = rows_of(pieces)
        size = Counter(row[0].size for row in rows).most_common(1)[0][0]
        ends = sorted(row[-1].right for row in rows if row[0].size == size)
        ragged = ends[-1] - ends[-1 - len(ends) // 4]
        shown = len(ends) >= _MANY and ragged < _RAGGED * size and ends[-1] - self.left > _LEAST * (edge - self.left)
        self._usual = ends[-1] if shown else self._widest

    def limit(self, piece: Piece) -> float:
        """How far the line of a piece may go."""
        return self._usual if piece.right <= self._usual + 1 else self._widest


def columns_of(pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    """The pieces as the columns in which they are to be read; all of them together where there is one column."""
    for at in range(1, len(pieces)):
        first = pieces[at]
        if first.y > pieces[at - 1].y - _JUMP * first.size:
            continue
        top = first.y - first.size
        left = [piece for piece in pieces[:at] if piece.y > top]
        edge = max((piece.right for piece in left), default=0.0)
        end = next((n for n in range(at, len(pieces)) if pieces[n].x < edge), len(pieces))
        right = pieces[at:end]
        if first.x > edge and min(len(rows_of(left)), len(rows_of(right))) >= _TALL:
            above = [piece for piece in pieces[:at] if piece.y <= top]
            return [above, left, *columns_of(right), *columns_of(pieces[end:])]
    return [pieces]


def _labelled(row: list[Piece]) -> list[Piece]:
    """A row where a list's number stands apart from its text as one piece."""
    if len(row) == 2 and _LABEL.fullmatch(row[0].text) and row[1].x - row[0].right < _LABEL_GAP * row[1].size:
        return [join(row)]
    return row


def _grouped(
    placed: Iterator[tuple[tuple[int, int], Piece]],
) -> list[tuple[tuple[int, int], list[Piece]]]:
    cells: dict[tuple[int, int], list[Piece]] = {}
    for place, piece in placed:
        cells.setdefault(place, []).append(piece)
    return sorted(cells.items())
