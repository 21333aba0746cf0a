"""The matrix as one flat table for spreadsheets and statistics: a row for each file, a column for each part.

Comma-separated as in RFC 4180, with the mark at its start by which Excel knows UTF-8. A text that a spreadsheet would
take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from khumue.finding import SEVERITIES, Result
from khumue.reports.matrix.rows import Column, Row, key_of, share
from khumue.reports.matrix.words import Words

if TYPE_CHECKING:
    from khumue.reports import Setup

_FORMULA = ("=", "+", "-", "@")


class CsvReport:
    """One table, written at the end: only then it is known which parts its columns are."""

    def __init__(self, stream: TextIO, setup: Setup) -> None:
        self._stream = stream
        self._words = Words(setup)
        self._rows: list[Row] = []

    def add(self, result: Result) -> None:
        """Keep the row of one file."""
        self._rows.append(self._words.row(len(self._rows) + 1, result))

    def end(self, unchecked: int = 0) -> None:
        """Write the table; the last row says that files were not reached."""
        self._stream.write("\ufeff")
        table = csv.writer(self._stream)
        plans = {row.procedure: self._words.columns(row.procedure) for row in self._rows if row.procedure}
        titles = [*dict.fromkeys(self._title(column) for columns in plans.values() for column in columns)]
        table.writerow(map(_plain, [*self._heads(), *titles]))
        for row in self._rows:
            marks = dict(self._marks(row, plans[row.procedure])) if row.procedure else {}
            table.writerow(map(_plain, [*self._facts(row), *(marks.get(title, "") for title in titles)]))
        if unchecked:
            said = self._words.say("unchecked-files", count=unchecked)
            table.writerow(
                [said if head == self._words.say("matrix-remark") else "" for head in [*self._heads(), *titles]]
            )

    def _heads(self) -> Iterator[str]:
        say = self._words.say
        yield from (say(key) for key in ("number", "file", "matrix-verdict", *SEVERITIES, "set-aside"))
        for key in ("matrix-parts", "matrix-references"):
            yield say(key)
            yield f"{say(key)}: {say('matrix-of')}"
        yield from (say(key) for key in ("fiscal-years", "matrix-pages", "text-in-file", "procedure"))
        yield from (say(key) for key in ("matrix-procedure-id", "matrix-remark"))

    def _facts(self, row: Row) -> Iterator[str | int]:
        words = self._words
        yield from (row.number, words.path(row.path), words.say(key_of(row.verdict)))
        if row.procedure is None:
            yield from [""] * 13
        else:
            yield from (*row.counts, row.waived, *share(row.parts), *share(row.references))
            yield from (row.fiscal_years, row.pages or "", words.text_of(row), words.plan(row.procedure), row.procedure)
        yield row.remark

    def _title(self, column: Column) -> str:
        return f"{self._words.say(f'matrix-{column.kind}')}: {column.title}"

    def _marks(self, row: Row, columns: Sequence[Column]) -> Iterator[tuple[str, str]]:
        for column, mark in zip(columns, row.marks, strict=True):
            yield self._title(column), self._words.say(mark)


def _plain(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
