"""Tables without drawn lines: rows whose pieces stand in columns. Pure; lengths in points, y from the top.

Programs write a row cell by cell. So a line that was written before something above it goes on with a cell, and a step
back to the left begins a row. Gaps alone show a table only where they stand below each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from khumue.readers.pdflines import Piece

_OVERLAP = 0.1  # em by which cells may run into each other
_WIDE = 1.2  # em: two rows with such a gap are a table; justified words stand nearer
_CELLS = 0.65  # em: the least that Word leaves between cells; narrower gaps need a third row
_ALIGNED = 2.0  # points
_FULL = 0.6  # of a line that words take, at least, when they are spread over all of it
_SAME_ROW = 0.35  # em between the baselines of one row
_LEADING = 2.6  # em between lines of one cell, at most: Thai fonts are high, and lines may be spaced by half

_PAGE_NUMBER = re.compile(r"[.…\s]*\(?(?:[0-9๐-๙]{1,4}|[ก-ฮ])\)?|หน้า(?:ที่)?")
_AT_RIGHT = 0.6  # of the page: where page numbers of a contents table begin

Row = list[Piece]
"""Pieces of one baseline, from left to right."""


class Table:
    """Rows that form a table: its columns' left and right edges."""

    def __init__(self, rows: list[Row], columns: list[tuple[float, float]]) -> None:
        self.rows, self.columns = rows, columns

    def cells(self) -> Iterator[tuple[Piece, int, int]]:
        """Every piece with its row and column from 1, in the order in which they were written."""
        row, before, last = 0, -1, None
        for piece in sorted((piece for row in self.rows for piece in row), key=lambda each: each.order):
            column = _column(piece, self.columns)
            goes_on = last is not None and column == before and _goes_on(last, piece)
            if column < before or last is None or (column == before and not goes_on):
                row += 1
            before, last = column, piece
            yield piece, row, column + 1

    def span(self, column: int) -> tuple[float, float]:
        """From where to where text of a column (from 1) may reach."""
        following = self.columns[column][0] if column < len(self.columns) else self.columns[-1][1]
        return self.columns[column - 1][0], following


def _goes_on(last: Piece, piece: Piece) -> bool:
    """Whether a piece is the next line of a cell, or stands behind a wide space on the same one."""
    below = piece.y - last.y
    beside = piece.x > last.right and abs(below) < _SAME_ROW * piece.size
    return beside or 0 < below < _LEADING * piece.size


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """Pieces by baseline, from the top."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda each: (each.y, each.x)):
        if rows and piece.y - rows[-1][0].y < _SAME_ROW * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda each: each.x)
    return rows


def find_table(rows: Sequence[Row], first: int, width: float, limit: float) -> Table | None:
    """The table that begins with a row, if one does. `width` is that of the page, `limit` how far lines may go."""
    if len(rows[first]) == 1:
        return None
    columns: list[tuple[float, float]] = []
    held: list[Row] = []
    for row in rows[first:]:
        wider = _widened(columns, row)
        if wider is None or (len(row) == 1 and not _continues(row[0], held, wider)):
            break
        columns = wider
        held.append(row)
    if not held:
        return None
    table = Table(held, columns)
    return table if _is_table(table, limit) and not _is_contents(table, width) else None


def _widened(columns: list[tuple[float, float]], row: Row) -> list[tuple[float, float]] | None:
    """The columns with a row's pieces in them; None where a piece would join two of them."""
    found = list(columns)
    for piece in row:
        over = _OVERLAP * piece.size
        touched = [each for each in found if piece.x < each[1] - over and each[0] + over < piece.right]
        if len(touched) > 1 or (not columns and touched):
            return None
        left, right = touched[0] if touched else (piece.x, piece.right)
        found = sorted(
            [*(each for each in found if each not in touched), (min(left, piece.x), max(right, piece.right))]
        )
    return found


def _continues(piece: Piece, held: Sequence[Row], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a line alone on its baseline belongs to the rows above: it was written before one of their cells, or it
    goes on right after the last one, which is not the first of its row."""
    last = max((each for row in held for each in row), key=lambda each: each.order)
    column = _column(piece, columns)
    follows = piece.order == last.order + 1 and column == _column(last, columns) > 0
    return piece.order < last.order or (follows and piece.y - last.y < _LEADING * piece.size)


def _is_table(table: Table, limit: float) -> bool:
    full = [row for row in table.rows if len(row) > 1]
    if any(len(row) == 1 and row[0].order < max(each.order for each in full[0]) for row in table.rows):
        return True  # a cell goes on below: no line of running text does
    if all(_is_justified(row, limit) for row in full):
        return False
    narrowest = min((right.x - left.right) / right.size for row in full for left, right in pairwise(row))
    if len(full) == 1:
        (row,) = full
        # Two pieces may be divided by a tab; a name in bold with something beside it is a field.
        return narrowest >= _WIDE if len(row) > 2 else row[0].bold and not row[1].bold
    return narrowest >= _WIDE or (len(full) > 2 - (narrowest >= _CELLS) and _is_aligned(full, table.columns))


def _is_justified(row: Row, limit: float) -> bool:
    """Whether the words of a row fill a line to its very end, with wide spaces."""
    taken = sum(piece.right - piece.x for piece in row)
    return abs(limit - row[-1].right) < _ALIGNED and taken > _FULL * (limit - row[0].x)


def _is_aligned(rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether every column but the first begins at one place in all rows that fill it."""
    starts: dict[int, list[float]] = {}
    for row in rows:
        for piece in row:
            starts.setdefault(_column(piece, columns), []).append(piece.x)
    starts.pop(0, None)
    return all(max(each) - min(each) <= _ALIGNED for each in starts.values()) and any(
        len(each) > 1 for each in starts.values()
    )


def _is_contents(table: Table, width: float) -> bool:
    """Whether the second of two columns holds page numbers at the right edge: a contents table's entries, not cells."""
    last = [row[-1] for row in table.rows]
    return (
        len(table.columns) == 2
        and all(len(row) == 2 for row in table.rows)
        and all(piece.x > _AT_RIGHT * width and _PAGE_NUMBER.fullmatch(piece.text) for piece in last)
    )


def _column(piece: Piece, columns: Sequence[tuple[float, float]]) -> int:
    return max(at for at, each in enumerate(columns) if at == 0 or each[0] <= piece.x)
