"""The matrix for reviewers: an Excel workbook of drafts, their parts and references, and every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from khumue.finding import Result
from khumue.reports.matrix.lists import FindingSheet, Legend
from khumue.reports.matrix.rows import Row
from khumue.reports.matrix.sheets import Overview, PlanSheet
from khumue.reports.matrix.words import Words
from khumue.reports.matrix.workbook import Book

if TYPE_CHECKING:
    from khumue.reports import Setup


class XlsxReport:
    """A workbook: the overview, a sheet for each procedure, the findings, the legend.

    Findings are written as they come; of each file only a small row is kept until the end.
    """

    def __init__(self, stream: BinaryIO, setup: Setup) -> None:
        self._stream = stream
        self._setup = setup
        self._words = Words(setup)
        self._book = Book(self._words.say("report-title"))
        self._findings = FindingSheet(self._words, self._book)
        self._rows: list[Row] = []

    def add(self, result: Result) -> None:
        """Write the findings of one file, and keep its row."""
        number = len(self._rows) + 1
        self._rows.append(self._words.row(number, result))
        self._findings.add(number, result)

    def end(self, unchecked: int = 0) -> None:
        """Write the other sheets, and the workbook."""
        by_plan: dict[str, list[Row]] = {}
        for row in self._rows:
            if row.procedure:
                by_plan.setdefault(row.procedure, []).append(row)
        self._findings.close()
        place = Overview(self._words, self._rows, self._setup.html, unchecked).write(self._book, 0)
        for procedure, rows in by_plan.items():
            place = PlanSheet(self._words, procedure, rows).write(self._book, place)
        Legend(self._words, self._findings.found).write(self._book)
        self._book.save(self._stream)
