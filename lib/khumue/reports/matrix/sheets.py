"""The sheets of a matrix with a row for each file: the overview, and one for each procedure."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from math import ceil
from unicodedata import category

from khumue.finding import SEVERITIES
from khumue.reports.matrix.rows import MARKS, STATUSES, Column, Row, key_of, share
from khumue.reports.matrix.words import Words
from khumue.reports.matrix.workbook import BLANK, Book, Cell, Layout


def marked(words: Words, key: str) -> str:
    """A verdict, severity or status with its sign."""
    return f"{MARKS[key]} {words.say(key)}"


class _RowSheet(ABC):
    """A sheet with a row for each of these files."""

    def __init__(self, words: Words, rows: Sequence[Row]) -> None:
        self._words = words
        self._rows = rows

    def write(self, book: Book, place: int) -> int:
        """Write it as the sheet at this place. The place after it."""
        sheet = book.add_sheet(self._layout(), place)
        for row in self._rows:
            sheet.append(self._row(row))
        return sheet.close()

    @abstractmethod
    def _layout(self) -> Layout:
        """How the sheet is made."""

    @abstractmethod
    def _row(self, row: Row) -> Iterator[Cell]:
        """The cells of one file."""


class Overview(_RowSheet):
    """One row for each file."""

    def __init__(self, words: Words, rows: Sequence[Row], html: str | None, unchecked: int) -> None:
        super().__init__(words, rows)
        self._html = html
        self._unchecked = unchecked
        self._in_folders = len({words.folder(row.path) for row in rows}) > 1

    def _layout(self) -> Layout:
        say = self._words.say
        columns = [*self._columns()]
        lines: list[tuple[Cell, ...]] = [
            (Cell(value=say("report-title"), style="title"),),
            (Cell(value=self._words.files(self._rows), style="line"),),
        ]
        if self._unchecked:
            lines.append((Cell(value=say("unchecked-files", count=self._unchecked), style="alert"),))
        head = tuple(Cell(value=say(key), style="head") for key, _ in columns)
        fixed = 3 if self._in_folders else 2
        verdict = fixed + (2 if self._html else 1)
        return Layout(
            title=say("matrix-overview"),
            widths=tuple(width for _, width in columns),
            top=(*lines, self._totals(columns), head),
            heights={1: 34, len(lines) + 2: 46},
            fixed=fixed,
            repeated=len(lines) + 2,
            coloured=(verdict, verdict),
        )

    def _columns(self) -> Iterator[tuple[str, float]]:
        """The keys of the columns' names, and their widths."""
        yield "number", 6
        if self._in_folders:
            yield "matrix-folder", 24
        yield "file", 46
        if self._html:
            yield "matrix-report", 9
        yield "matrix-verdict", 24
        yield from ((severity, 11) for severity in SEVERITIES)
        yield from (("set-aside", 9), ("matrix-parts", 10), ("matrix-references", 12))
        yield from (("fiscal-years", 13), ("matrix-pages", 8), ("text-in-file", 18), ("procedure", 42))
        yield "matrix-remark", 40

    def _totals(self, columns: Sequence[tuple[str, float]]) -> tuple[Cell, ...]:
        """The sums over the columns of counts."""
        sums: dict[str, str | int] = {"file": self._words.say("total")}
        for at, severity in enumerate(SEVERITIES):
            sums[severity] = sum(row.counts[at] for row in self._rows if row.counts)
        sums["set-aside"] = sum(row.waived for row in self._rows)
        return tuple(Cell(value=sums.get(key), style="band" if key == "file" else "count") for key, _ in columns)

    def _row(self, row: Row) -> Iterator[Cell]:
        words = self._words
        yield Cell(value=row.number, style="number")
        if self._in_folders:
            yield Cell(value=words.folder(row.path))
        yield file_cell(words, row)
        if self._html:
            yield Cell(value=words.say("matrix-open"), style="link", link=f"{self._html}#draft-{row.number}")
        yield Cell(value=marked(words, key_of(row.verdict)), style="strong")
        if row.procedure is None:
            yield from [Cell(value=None)] * 10
        else:
            yield from (Cell(value=count, style="number") for count in (*row.counts, row.waived))
            yield from (share_cell(row.parts), share_cell(row.references))
            yield Cell(value=row.fiscal_years, style="number")
            yield Cell(value=row.pages, style="number")
            yield Cell(value=words.text_of(row))
            yield Cell(value=words.plan_in_brief(row.procedure))
        yield Cell(value=row.remark)


class PlanSheet(_RowSheet):
    """The drafts of one procedure, and how each has its parts and references."""

    def __init__(self, words: Words, procedure: str, rows: Sequence[Row]) -> None:
        super().__init__(words, rows)
        self._procedure = procedure
        self._columns = words.columns(procedure)

    def _layout(self) -> Layout:
        words, columns = self._words, self._columns
        heads = ("number", "file", "matrix-verdict", "matrix-parts", "matrix-references")
        shares = [share(row.marks[at] for row in self._rows) for at in range(len(columns))]
        signs = "   ".join(marked(words, key) for key in STATUSES)
        return Layout(
            title=words.plan_in_brief(self._procedure),
            widths=(6, 46, 24, 10, 12, *map(_width, columns)),
            top=(
                (Cell(value=words.plan(self._procedure), style="subtitle"), *[BLANK] * 4, *_groups(words, columns)),
                (*_band(words.say("matrix-present-in")), *(share_cell_of(*each, style="count") for each in shares)),
                (*_band(words.say("matrix-percent")), *(_percent(*each) for each in shares)),
                (
                    *(Cell(value=words.say(key), style="head") for key in heads),
                    *(Cell(value=_headed(column), style="turned") for column in columns),
                ),
            ),
            below=((BLANK,), (Cell(value=signs, style="line"),)),
            heights={4: _height(columns)},
            zoom=85,  # thirty columns, and ten rows under them on a small screen
            fixed=2,
            repeated=1,
            coloured=(3, 5 + len(columns)),
            shares=(3, 6, 5 + len(columns)) if columns else None,
        )

    def _row(self, row: Row) -> Iterator[Cell]:
        yield Cell(value=row.number, style="number")
        yield file_cell(self._words, row)
        yield Cell(value=marked(self._words, key_of(row.verdict)), style="strong")
        yield from (share_cell(row.parts), share_cell(row.references))
        yield from (Cell(value=MARKS[mark], style="mark") for mark in row.marks)


def file_cell(words: Words, row: Row) -> Cell:
    """The name of a file, which opens it."""
    address = words.address(row.path)
    return Cell(value=words.file(row.path), style="link" if address else "text", link=address)


def share_cell(marks: Sequence[str]) -> Cell:
    """How many of these are right, as a number that sorts and reads 12/16."""
    return share_cell_of(*share(marks))


def share_cell_of(right: int, of: int, style: str = "number") -> Cell:
    """A share as a number that sorts, and reads 12/16."""
    return Cell(value=right if of else None, style=style, form=f'0"/{of}"')


def _percent(right: int, of: int) -> Cell:
    return Cell(value=right / of if of else None, style="count", form="0%")


def _band(label: str) -> tuple[Cell, ...]:
    return (Cell(value=None, style="band"), Cell(value=label, style="band"), *[Cell(value=None, style="band")] * 3)


def _groups(words: Words, columns: Sequence[Column]) -> Iterator[Cell]:
    before = None
    for column in columns:
        label = words.say("sections" if column.kind == "part" else "references") if column.kind != before else None
        before = column.kind
        yield Cell(value=label, style="group")


def _headed(column: Column) -> str:
    return column.title if column.basis == "stated" else f"{column.title} *"


# Turned names of 12 points: letters in a line, points for a letter, and characters of width for a line, with some room
# for wider fonts. The names stay in view, so that they must not be high.
_LETTERS, _POINTS, _WIDTH = 28, 5.8, 3


def _height(columns: Sequence[Column]) -> float:
    """Points for the longest line of a name."""
    return min(max(map(_letters, columns), default=0), _LETTERS) * _POINTS + 14


def _width(column: Column) -> int:
    """Characters for the lines of a name; a mark, a count or a percentage needs two of them."""
    return _WIDTH * max(2, ceil(_letters(column) * 1.25 / _LETTERS))  # words are not broken: a quarter stays empty


def _letters(column: Column) -> int:
    return sum(category(letter) != "Mn" for letter in _headed(column))
