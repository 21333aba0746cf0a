"""Blank forms filled in as an author would: every blank replaced, every table with rows that add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.oxml.ns import qn

from khumue.template.docx import write_docx
from khumue.template.markdown import write_markdown
from khumue.template.outline import Blank, Block, Field, Form, Line, Signatures, Table

SENTENCE = "สำนักงานรวบรวมข้อมูลครบ 3 เรื่อง และสรุปผลไว้อย่างชัดเจน"
ROW_TOTAL = 100
BLANK = re.compile(r"\((?:ระบุ|แทรก|Specify|Insert)[^()]*(?:\([^()]*\)[^()]*)*\)")


def filled_markdown(form: Form) -> str:
    """The form as Markdown, filled in."""
    values = _values(form)
    text = BLANK.sub(lambda _: next(values), write_markdown(form))
    assert next(values, None) is None
    rows = iter([row for block in form.blocks if isinstance(block, Table) for row in table_rows(block)])
    lines = [_row(next(rows)) if line.startswith("|") and "…" in line else line for line in text.split("\n")]
    assert next(rows, None) is None
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def filled_docx(form: Form) -> bytes:
    """The form as a Word file, filled in; its guidance is left standing."""
    document = docx.Document(BytesIO(write_docx(form)))
    values = _values(form)
    for control in document.element.body.iter(qn("w:sdt")):
        if control.find(qn("w:sdtPr")).find(qn("w:showingPlcHdr")) is not None and not _in_table(control):
            _write(control, next(values))
    assert next(values, None) is None
    tables = [block for block in form.blocks if isinstance(block, Table)]
    for word, table in zip(document.tables, tables, strict=True):
        for row, cells in zip(list(word.rows)[1:], table_rows(table), strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                for control in cell._tc.iter(qn("w:sdt")):
                    _write(control, text)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _in_table(control: docx.oxml.xmlchemy.BaseOxmlElement) -> bool:
    return any(above.tag == qn("w:tc") for above in control.iterancestors())


def _write(control: docx.oxml.xmlchemy.BaseOxmlElement, text: str) -> None:
    """What typing over a blank does: its text is replaced and the control is gone."""
    run = next(control.iter(qn("w:r")))
    next(run.iter(qn("w:t"))).text = text
    control.addprevious(run)
    control.getparent().remove(control)


def _values(form: Form) -> Iterator[str]:
    """What is written in place of each blank outside tables, in order."""
    label = ""
    for block in (*form.cover, *form.blocks):
        if isinstance(block, Field):
            label = block.label
        yield from _values_of(block, label)


def _values_of(block: Block, label: str) -> Iterator[str]:
    match block:
        case Field(blank=str()):
            yield f"{SENTENCE} ของ{block.label}"
        case Blank() if "ระยะเวลา" in label:
            yield "1 ตุลาคม 2569 - 30 กันยายน 2570"
        case Blank() if label.endswith("งบประมาณ"):
            yield f"งบประมาณทั้งสิ้น {3 * ROW_TOTAL} บาท"
        case Blank():
            yield SENTENCE
        case Line(blank=str()):
            yield "พ.ศ. 2566-2570"
        case Signatures():
            yield from ("ผู้อำนวยการกลุ่มนโยบายและแผน" for _ in block.signers)


def table_rows(table: Table) -> list[list[str]]:
    """The rows of a table, filled in: each adds up to 100 in a column รวม, and the last row adds up the others."""
    total = next((column for column in table.columns if column.sum and column.head.startswith("รวม")), None)
    addends = sum(column.sum for column in table.columns) - (total is not None)
    amount = ROW_TOTAL // addends if total is not None else ROW_TOTAL
    amounts = [(ROW_TOTAL if column is total else amount) if column.sum else None for column in table.columns[1:]]
    rows = [
        [name or f"รายการที่ {number}", *("ข้อความของช่องนี้" if each is None else str(each) for each in amounts)]
        for number, name in enumerate(table.rows, 1)
    ]
    if table.total:
        rows.append([table.total, *("" if each is None else str(each * len(rows)) for each in amounts)])
    return rows
