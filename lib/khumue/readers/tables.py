"""The tables around the place that is read: rows, grid columns, and how many cells of a row hold text."""

from __future__ import annotations

from khumue.document import Cell


class Row:
    """A table row; `column` is the grid column of the cell being read, `filled` counts the cells that hold text."""

    def __init__(self, table: int, number: int) -> None:
        self.table = table
        self.number = number
        self.column = 0
        self.next_column = 1
        self.filled = 0
        self.cell_has_text = False

    def cell(self, column: int) -> Cell:
        """The place of what stands in a column. Call it when the whole row has been read."""
        return Cell(table=self.table, row=self.number, column=column, filled=self.filled)


class _Table:
    def __init__(self, number: int) -> None:
        self.number = number
        self.rows = 0
        self.row: Row | None = None


class Tables:
    """Tables may stand inside cells; what was never opened may be closed."""

    def __init__(self) -> None:
        self.row: Row | None = None  # that of the innermost table
        self._count = 0
        self._stack: list[_Table] = []

    def open_table(self) -> None:
        """A table begins."""
        self._count += 1
        self._stack.append(_Table(self._count))
        self.row = None

    def close_table(self) -> None:
        """The innermost table ends."""
        if self._stack:
            self._stack.pop()
        self.row = self._stack[-1].row if self._stack else None

    def open_row(self) -> None:
        """The next row of the innermost table begins."""
        if self._stack:
            table = self._stack[-1]
            table.rows += 1
            self.row = table.row = Row(table.number, table.rows)

    def open_cell(self) -> None:
        """The next cell of the row begins."""
        if self.row:
            self.row.column = self.row.next_column
            self.row.next_column += 1

    def span(self, columns: int) -> None:
        """The cell being read takes so many grid columns."""
        if self.row:
            self.row.next_column = self.row.column + columns

    def skip(self, columns: int) -> None:
        """So many grid columns have no cell here."""
        if self.row:
            self.row.next_column += columns

    def close_cell(self) -> None:
        """The cell ends."""
        if self.row:
            self.row.filled += self.row.cell_has_text
            self.row.cell_has_text = False
