# ruff: noqa: SLF001 - python-docx has no words for fields, bookmarks and repeated rows; its elements are private names.
"""Word tables: with a repeated header row, and the invisible ones that hold signature lines."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Cm

from sample.fields import element
from sample.runs import add_words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell, _Row

    from sample.blocks import Cell, Signatures, Table

ONE_SIGNER, TWO_SIGNERS = (4.0, 12.0), (8.0, 8.0)
DOTS = "." * 44
UNSPLIT_ROWS = 15
"""A table of at most so many rows stays on one page."""
LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
"""Which parts of the table style apply; older readers take the sum, newer ones the attributes."""


def write_table(document: Document, table: Table) -> None:
    """Add a table in the plan's table style."""
    made = _new_table(document, len(table.rows) + bool(table.header), table.widths)
    made.style = "Plan Table"
    _describe(made, table)
    rows = list(made.rows)
    if table.header:
        head = rows.pop(0)
        head._tr.get_or_add_trPr().append(element("tblHeader"))
        for cell, words in zip(head.cells, table.header, strict=True):
            _fill(cell, tuple(words.split("\n")), "Table Heading", bold=False)
    for number, (row, cells) in enumerate(zip(rows, table.rows, strict=True), 1):
        last = number == len(rows)
        _fill_row(row, cells, table, bold=last and table.total)
        if not last and len(rows) <= UNSPLIT_ROWS:
            _keep_with_next(row)


def write_signatures(document: Document, signatures: Signatures) -> None:
    """Add dotted lines to sign on, with posts only; one signer stands on the right."""
    made = _new_table(document, 1, TWO_SIGNERS if len(signatures.signers) > 1 else ONE_SIGNER)
    columns = zip_longest(reversed(made.rows[0].cells), reversed(signatures.signers))
    for cell, signer in columns:
        if signer:
            role, post = signer
            lines = ("", f"ลงชื่อ {DOTS} {role}".strip(), f"({DOTS})", post)
            _fill(cell, lines, "Centred", bold=False)


def _new_table(document: Document, rows: int, widths: tuple[float, ...]) -> WordTable:
    made = document.add_table(rows, len(widths))
    made.autofit = False
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for row in made.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return made


def _describe(made: WordTable, table: Table) -> None:
    properties = made._tbl.tblPr
    for look in properties.findall(element("tblLook").tag):
        properties.remove(look)
    shown = {"firstRow": bool(table.header), "lastRow": table.total, "noHBand": True, "noVBand": True}
    bits = sum(LOOK_BITS[name] for name, flag in shown.items() if flag)
    flags = {name: str(int(shown.get(name, False))) for name in LOOK_BITS}
    properties.append(element("tblLook", val=f"{bits:04X}", **flags))
    properties.append(element("tblCaption", val=table.caption))


def _fill_row(row: _Row, cells: tuple[Cell, ...], table: Table, *, bold: bool) -> None:
    styles = dict.fromkeys(table.numbers, "Table Number") | dict.fromkeys(table.centred, "Table Centred")
    for column, (cell, lines) in enumerate(zip(row.cells, cells, strict=True)):
        _fill(cell, lines, styles.get(column, "Table Text"), bold=bold)


def _fill(cell: _Cell, lines: Cell, style: str, *, bold: bool) -> None:
    for number, line in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.style = style
        add_words(paragraph, line, bold=bold)


def _keep_with_next(row: _Row) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
