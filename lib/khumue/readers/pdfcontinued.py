"""Tables that go on over a page's end: the same columns, one right before and one right after it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from khumue.readers.pdflayout import Line

_SAME = 3.0  # points
_REST = 3  # lines of a cell that was cut by the page's end, at most


def continue_tables(pages: Sequence[list[Line]]) -> None:
    """Give the rows of a continued table its number and go on counting; a head that is printed again is left out."""
    head: list[str] = []
    above: list[Line] = []
    for page in pages:
        table, rows = _table(above, -1), _table(page, 0)
        joined = bool(table and rows) and _continue(page, rows, table, head)
        ending = _table(page, -1)
        if ending and not (joined and _number(ending) == _number(table)):
            head = _row(ending, 1)
        above = page


def _continue(page: list[Line], rows: list[Line], table: Sequence[Line], head: Sequence[str]) -> bool:
    """Whether rows that begin a page go on with the table that ends the one before; they are its rows then."""
    lefts, own = _lefts(table), _lefts(rows)
    columns = {column: _near(left, lefts) for column, left in own.items()}
    # What is left of a cut cell stands below its column; the first one cannot be told from a paragraph.
    rest = page[: page.index(rows[0])]
    cut = [_near(line.piece.x, lefts) for line in rest]
    if len(columns) < 2 or None in columns.values() or len(rest) > _REST or any(not at or at == 1 for at in cut):
        return False
    number, last, _ = table[-1].cell or (0, 0, 0)
    first = _row(rows, 1)
    repeated = first == head
    if first[:1] == head[:1] and not repeated:
        return False  # the same form, filled in anew
    if repeated:
        page[:] = [line for line in page if line not in rows or line.cell is None or line.cell[1] > 1]
    for line, at in zip(rest, cut, strict=True):
        line.cell = (number, last, at or 1)
    for line in rows:
        assert line.cell
        line.cell = (number, last - repeated + line.cell[1], columns[line.cell[2]] or 1)
    return True


def _table(page: Sequence[Line], end: int) -> list[Line]:
    """The lines of the first table of a page (end 0), or of one that ends it (-1)."""
    cells = [line for line in page if line.cell] if end == 0 else page
    number = _number(cells[end:][:1])
    return [line for line in page if line.cell and line.cell[0] == number]


def _number(lines: Sequence[Line]) -> int | None:
    return lines[0].cell[0] if lines and lines[0].cell else None


def _row(lines: Sequence[Line], number: int) -> list[str]:
    return [line.piece.text for line in lines if line.cell and line.cell[1] == number]


def _lefts(lines: Sequence[Line]) -> dict[int, float]:
    """Where the text of each column begins."""
    found: dict[int, float] = {}
    for line in lines:
        if line.cell:
            found[line.cell[2]] = min(found.get(line.cell[2], line.piece.x), line.piece.x)
    return found


def _near(place: float, lefts: dict[int, float]) -> int | None:
    return next((column for column, left in lefts.items() if abs(left - place) < _SAME), None)
