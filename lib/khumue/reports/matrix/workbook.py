"""Excel workbooks, written row by row: sheets that are ready to be read, sorted, filtered and printed.

Rows go to temporary files at once, so that a workbook costs as much memory as its links. Counts are numbers and not
formulas: a formula has no value until a program computes it, and previews, mail programs and protected views do not.
Colours are rules on what a cell says, so that they follow when a reviewer changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO
from weakref import finalize
from zipfile import ZIP_DEFLATED, ZipFile

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.writer.excel import ExcelWriter

from khumue.frozen import NOTHING, frozen
from khumue.reports.matrix.styles import LINE, WRAPPED, lines_of, styles
from khumue.reports.matrix.worksheets import colour, colour_shares, free_title, set_up
from khumue.writing import temporary_files

MAX_ROWS = 1_048_576
MAX_LINKS = 65_530  # of a sheet
MAX_TEXT = 16_383  # a cell holds 32,767 units, and rare characters take two


@frozen
class Cell:
    """What one cell says. `form` is a number format; a `link` is an address, also within another file."""

    value: str | int | float | None
    style: str = "text"
    form: str | None = None
    link: str | None = None


BLANK = Cell(value=None, style="line")


@frozen
class Layout:
    """How a sheet is made. The `top` rows stand over the data, the last of them heads its columns; others `below` it.

    `widths` are in characters; `heights` in points of rows that are not as high as their text. The first `fixed`
    columns stay in view. From `repeated` on the top rows stand on every printed page. Colours go by what stands in the
    `coloured` columns, first to last; `shares` are a row, its first and its last column, coloured where they are low.
    """

    title: str
    widths: tuple[float, ...]
    top: tuple[tuple[Cell, ...], ...]
    below: tuple[tuple[Cell, ...], ...] = ()
    heights: Mapping[int, float] = NOTHING
    zoom: int = 100
    fixed: int = 0
    repeated: int
    coloured: tuple[int, int]
    filtered: bool = True
    shares: tuple[int, int, int] | None = None


class Book:
    """A workbook that is written to a stream when all its sheets are."""

    def __init__(self, title: str) -> None:
        self.book = Workbook(write_only=True)
        self.book.properties.creator = "Khumue"
        self.book.properties.title = title
        for style in styles():
            self.book.add_named_style(style)
        self._discard = finalize(self, _discard, self.book)

    def add_sheet(self, layout: Layout, place: int | None = None) -> Sheet:
        """One more sheet: at this place among the others, from 0, or the last."""
        return Sheet(self.book, layout, len(self.book.worksheets) if place is None else place)

    def save(self, stream: BinaryIO) -> None:
        """Write it. Every sheet must be closed."""
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:  # Workbook.save leaves it open where the disk is full
            ExcelWriter(self.book, archive).save()
        self._discard.detach()


class Sheet:
    """One sheet; what it cannot hold goes on in the next."""

    def __init__(self, book: Workbook, layout: Layout, place: int) -> None:
        self._book = book
        self._layout = layout
        self._open(place)

    def _open(self, place: int) -> None:
        layout = self._layout
        self._place = place
        self._sheet = self._book.create_sheet(free_title(layout.title, self._book.sheetnames), place)
        set_up(
            self._sheet,
            widths=layout.widths,
            top=len(layout.top),
            fixed=layout.fixed,
            repeated=layout.repeated,
            zoom=layout.zoom,
        )
        self._links = 0
        self._rows = 0
        for row in layout.top:
            self._write(row)

    def append(self, row: Iterable[Cell]) -> None:
        """Write one row of data."""
        if self._rows == MAX_ROWS - len(self._layout.below):
            self._open(self.close())
        self._write(row)

    def close(self) -> int:
        """No more rows: filters and colours are set for those there are. The place of the next sheet."""
        layout, sheet = self._layout, self._sheet
        first, last, end = len(layout.top), self._rows, get_column_letter(len(layout.widths))
        if layout.filtered:
            sheet.auto_filter.ref = f"A{first}:{end}{last}"
        if last > first:
            left, right = map(get_column_letter, layout.coloured)
            colour(sheet, f"{left}{first + 1}:{right}{last}", f"{left}{first + 1}")
        for row in layout.below:
            self._write(row)
        if layout.shares:
            at, *ends = layout.shares
            left, right = map(get_column_letter, ends)
            colour_shares(sheet, f"{left}{at}:{right}{at}", f"{left}{at}")
        with _rows():
            sheet.close()
        return self._place + 1

    def _write(self, row: Iterable[Cell]) -> None:
        cells = [*row]
        self._rows += 1
        heights = self._sheet.row_dimensions
        heights[self._rows].height = self._layout.heights.get(self._rows) or self._height(cells)
        with _rows():
            self._sheet.append([self._cell(each) for each in cells])
        del heights[self._rows]  # it is written

    def _height(self, row: Sequence[Cell]) -> float:
        """Points for the most lines that a cell of the row takes: not every program measures rows that it opens."""
        lines = (
            lines_of(cell.value, width)
            for cell, width in zip(row, self._layout.widths, strict=False)
            if cell.style in WRAPPED
        )
        return LINE * max(lines, default=1)

    def _cell(self, cell: Cell) -> Any:
        made = WriteOnlyCell(self._sheet)
        made.style = cell.style
        if isinstance(cell.value, str):
            made.value = _short(cell.value)
            made.data_type = "s"  # also where it looks like a formula or an error
            made.quotePrefix = cell.value.startswith(("=", "+", "-", "@"))  # it stays text when it is edited
        else:
            made.value = cell.value
        if cell.form:
            made.number_format = cell.form
        if cell.link and self._links < MAX_LINKS:
            self._links += 1
            target, _, location = cell.link.partition("#")
            made.hyperlink = Hyperlink(ref="", target=target, location=location or None)
        return made


def _discard(book: Any) -> None:
    """Close the writers of sheets that were left unfinished, in their order: openpyxl's do not bear to be forgotten."""
    for sheet in book.worksheets:
        rows, writer = sheet._rows, sheet._writer  # noqa: SLF001  # there is no other way to leave them
        for part in (rows, writer and writer.xf):
            with suppress(Exception):
                part.close()
        with suppress(Exception):
            writer.cleanup()


@contextmanager
def _rows() -> Iterator[None]:
    """Around what writes rows, which go to temporary files through lxml. Raises CommandError."""
    with temporary_files():
        try:
            yield
        except SerialisationError as error:
            raise OSError(None, str(error).removeprefix("IO_")) from None


def _short(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"
