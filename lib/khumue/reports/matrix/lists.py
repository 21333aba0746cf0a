"""The sheets of a matrix that are lists: every finding, to be sorted and sent, and what the signs mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from khumue.finding import Failure, Finding, Result
from khumue.reports.matrix.rows import OUTCOMES, STATUSES, Outcome, clean, key_of
from khumue.reports.matrix.sheets import marked
from khumue.reports.matrix.words import Words
from khumue.reports.matrix.workbook import BLANK, Book, Cell, Layout

_FINDINGS = (
    ("number", 6),
    ("file", 30),
    ("matrix-severity", 21),
    ("matrix-code", 8),
    ("matrix-about", 24),
    ("matrix-finding", 46),
    ("fix", 56),
    ("matrix-page", 7),
    ("matrix-paragraph", 11),
    ("matrix-line", 8),
    ("matrix-under", 22),
    ("basis", 18),
    ("matrix-waived-for", 20),
)


_MEANINGS: Mapping[Outcome, str] = {"mend": "means-error", "should": "means-warning"}
"""Where an outcome means what a severity does."""


class FindingSheet:
    """One row for each finding, written as results come: there may be hundreds of thousands."""

    def __init__(self, words: Words, book: Book) -> None:
        self._words = words
        head = tuple(Cell(value=words.say(key), style="head") for key, _ in _FINDINGS)
        self._sheet = book.add_sheet(
            Layout(
                title=words.say("matrix-findings"),
                widths=tuple(width for _, width in _FINDINGS),
                top=(head,),
                heights={1: 30},
                fixed=2,
                repeated=1,
                coloured=(3, 3),
            )
        )
        self.found: Counter[str] = Counter()
        """How often each rule found something."""

    def add(self, number: int, result: Result) -> None:
        """Write what was found in one file, or why it could not be checked."""
        if isinstance(result, Failure):
            self._write(number, result.path, "failed", *self._failure(result))
            return
        for finding in result.findings:
            self.found[finding.code] += 1
            self._write(number, result.document.path, finding.severity, *self._finding(finding, ""))
        for each in result.waived:
            self._write(number, result.document.path, "set-aside", *self._finding(each.finding, each.reason))

    def close(self) -> None:
        """There are no more."""
        self._sheet.close()

    def _write(self, number: int, path: str, severity: str, *rest: str | int | None) -> None:
        words = self._words
        self._sheet.append(
            [
                Cell(value=number, style="number"),
                Cell(value=words.file(path)),
                Cell(value=marked(words, severity), style="strong"),
                *(Cell(value=each, style="text" if isinstance(each, str) else "number") for each in rest),
            ]
        )

    def _failure(self, failure: Failure) -> Iterator[str | int | None]:
        yield from ("", "", failure.message[self._words.language], failure.fix[self._words.language])
        yield from [None] * 3
        yield from [""] * 3

    def _finding(self, finding: Finding, reason: str) -> Iterator[str | int | None]:
        words, place = self._words, finding.place
        yield finding.code
        yield words.about(finding)
        yield clean(finding.message[words.language])
        yield clean(finding.fix[words.language])
        yield from (place.page, place.paragraph, place.line) if place else [None] * 3
        yield clean(finding.under or "")
        yield words.basis(finding)
        yield clean(reason)


class Legend:
    """What the signs mean, and the rules that found something."""

    def __init__(self, words: Words, found: Counter[str]) -> None:
        self._words = words
        self._found = found

    def write(self, book: Book) -> None:
        """Write it as the last sheet."""
        title = self._words.say("matrix-legend")
        sheet = book.add_sheet(
            Layout(
                title=title,
                widths=(40, 110, 14),
                top=((Cell(value=title, style="title"),),),
                heights={1: 34},
                repeated=1,
                coloured=(1, 1),
                filtered=False,
            )
        )
        for row in self._rows():
            sheet.append(row)
        sheet.close()

    def _rows(self) -> Iterator[tuple[Cell, ...]]:
        words = self._words
        yield self._head("matrix-verdict", "matrix-meaning")
        for outcome in OUTCOMES:
            key = _MEANINGS.get(outcome, f"matrix-{outcome}-means")
            yield self._row(marked(words, key_of(outcome)), words.say(key))
        yield self._row(marked(words, "note"), words.say("means-note"))
        yield (BLANK,)
        yield self._head("matrix-status", "matrix-meaning")
        for status in STATUSES:
            yield self._row(marked(words, status), words.say(f"matrix-{status}-means"))
        yield (BLANK,)
        yield self._head("matrix-notes", None)
        for key in ("matrix-note-derived", "matrix-note-counts", "not-approval"):
            yield (Cell(value=words.say(key), style="line"),)
        if self._found:
            yield (BLANK,)
            yield self._head("matrix-code", "matrix-rule", "matrix-found")
            for code, count in sorted(self._found.items()):
                yield self._rule(code, count)

    def _head(self, *keys: str | None) -> tuple[Cell, ...]:
        return tuple(Cell(value=self._words.say(key) if key else None, style="head") for key in keys)

    def _row(self, *said: str) -> tuple[Cell, ...]:
        first, *rest = said
        return (Cell(value=first, style="strong"), *(Cell(value=each) for each in rest))

    def _rule(self, code: str, count: int) -> tuple[Cell, ...]:
        link = self._words.setup.page(f"rules/{code}/")
        return (
            Cell(value=code, style="link" if link else "text", link=link),
            Cell(value=self._words.rule(code)),
            Cell(value=count, style="number"),
        )
