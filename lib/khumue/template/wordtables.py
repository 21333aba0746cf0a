# ruff: noqa: SLF001 - python-docx has no words for repeated rows; its elements are private names.
"""Blank tables in a Word file: a header that every page repeats, and a blank in every cell."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.shared import Length
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from khumue.frozen import replace
from khumue.template.outline import Column, Table
from khumue.template.wordelements import blank, field, made, runs, text_run
from khumue.template.wording import DOTS
from khumue.template.wordpackage import new_document


def write_table(document: Document, table: Table, width: int, numbers: Iterator[int]) -> None:
    """Add a table as wide as the text, with its caption above it and an empty line below it. Blanks get numbers."""
    if table.caption:
        _write_caption(document, table.caption)
    copied = deepcopy(_blank_table(replace(table, caption=None), width))
    for number in copied.xpath(".//w:sdtPr/w:id"):
        number.set(qn("w:val"), str(next(numbers)))
    document.element.body.sectPr.addprevious(copied)
    document.add_paragraph(style="Table Text")


@cache
def _blank_table(table: Table, width: int) -> CT_Tbl:
    """The table by itself: many forms have the same ones, and a table takes more time than all else in a form."""
    names = [*table.rows, *([table.total] if table.total else [])]
    word = new_document("", {}).add_table(1 + len(names), len(table.columns))
    word.style = "Plan Table"
    word.alignment = WD_TABLE_ALIGNMENT.CENTER
    _describe(word, table)
    _set_widths(word, table.columns, width)
    for cell, column in zip(word.rows[0].cells, table.columns, strict=True):
        _style(cell, "Table Heading").add_run(column.head)
    word.rows[0]._tr.get_or_add_trPr().append(made("<w:tblHeader/>"))
    for row, name in zip(list(word.rows)[1:], names, strict=True):
        _fill_row(row, name, table)
    if table.total and table.rows[0].isdigit():
        _join_first(word.rows[-1])
    for row in list(word.rows)[:-1]:
        _keep_with_next(row)
    return word._tbl


def _write_caption(document: Document, caption: str) -> None:
    """The number is a field, so that Word counts on where a table comes between."""
    word, number, what = caption.split(" ", 2)
    paragraph = document.add_paragraph(style="Caption")
    paragraph._p.extend(runs(text_run(f"{word} ", "Strong") + field(f"SEQ {word} \\* ARABIC", number)))
    paragraph.add_run(f" {what}")


def _describe(word: WordTable, table: Table) -> None:
    properties = word._tbl.tblPr
    for look in properties.xpath("./w:tblLook"):
        properties.remove(look)
    shown = f'w:firstRow="1" w:lastRow="{int(bool(table.total))}" w:noHBand="1" w:noVBand="1"'
    properties.append(made(f'<w:tblLook w:val="{"0660" if table.total else "0620"}" {shown}/>'))


def _set_widths(word: WordTable, columns: tuple[Column, ...], width: int) -> None:
    word.autofit = False
    shares = sum(column.width for column in columns)
    widths = [Length(width * column.width // shares) for column in columns]
    for column, share in zip(word.columns, widths, strict=True):
        column.width = share
    for row in word.rows:
        row._tr.get_or_add_trPr().append(made("<w:cantSplit/>"))
        for cell, share in zip(row.cells, widths, strict=True):
            cell.width = share


def _fill_row(row: _Row, name: str, table: Table) -> None:
    first, *others = row.cells
    is_number = name.isdigit()
    paragraph = _style(first, "Table Centred" if is_number else "Table Text")
    if name:
        paragraph.add_run(name)
    else:
        paragraph._p.append(blank(DOTS, 0))
    for cell, column in zip(others, table.columns[1:], strict=True):
        paragraph = _style(cell, "Table Centred" if column.sum else "Table Text")
        if name != table.total or column.sum:
            paragraph._p.append(blank(DOTS, 0))


def _join_first(row: _Row) -> None:
    """The name of the total stands over the narrow column of numbers and the next one."""
    first, second, *_ = row.cells
    second.text = ""
    joined = first.merge(second)
    for empty in joined.paragraphs[1:]:
        empty._p.getparent().remove(empty._p)


def _keep_with_next(row: _Row) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _style(cell: _Cell, name: str) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.style = name
    return paragraph
