"""Blank tables from the data files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from khumue.model import Catalogue, FormTable
from khumue.template.outline import Column, Guidance, Table
from khumue.template.wording import Wording

_ROWS = 3
_ORDINAL_WIDTH = 1


def form_tables(catalogue: Catalogue, form: Literal["plan", "project-sheet"]) -> Mapping[str, FormTable]:
    """The tables of a form by the section or field that they stand in."""
    return {table.at: table for table in catalogue.form_tables.values() if table.form == form}


def blank_table(table: FormTable, wording: Wording, number: int | None) -> Iterator[Guidance | Table]:
    """A table with its caption; for authors who read English what its columns hold. `number` is None in sheets."""
    if wording.language == "en":
        heads = "; ".join(column.en for column in table.columns)
        yield Guidance(text=wording.say("table-guidance", caption=table.caption, columns=heads))
    columns = tuple(Column(head=column.th, width=column.width, sum=column.sum) for column in table.columns)
    rows = tuple(row.th for row in table.rows)
    if not rows and number is not None:
        rows = tuple(str(row + 1) for row in range(_ROWS))
        columns = (Column(head=wording.printed("ordinal"), width=_ORDINAL_WIDTH), *columns)
    yield Table(
        caption=wording.printed("caption", number=str(number), caption=table.caption) if number is not None else None,
        columns=columns,
        rows=rows or ("",) * _ROWS,
        total=wording.printed("total") if table.total else None,
    )
