"""The report to read, send and print: one HTML file that needs nothing else; of several drafts, a summary on top."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, TextIO

from markupsafe import Markup

from khumue.dates import show_date
from khumue.drafts import REPORT_MARK
from khumue.finding import SEVERITIES, Failure, Result
from khumue.frozen import frozen
from khumue.reports.html.render import Renderer
from khumue.reports.html.rows import Bar
from khumue.reports.html.view import DraftView, view_draft
from khumue.reports.summary import PASSING, Verdict
from khumue.writing import temporary_files

if TYPE_CHECKING:
    from khumue.reports import Setup

_IN_MEMORY = 1 << 20  # characters of laid-out drafts; more go to a temporary file
_PIECE = 1 << 16


@frozen
class FileRow:
    """What the summary says of one file; `verdict` is None where it could not be checked."""

    number: int
    path: str
    verdict: Verdict | None
    counts: tuple[int, ...] = ()
    coverage: tuple[Bar, ...] = ()


class HtmlReport:
    """Lays out each draft as it comes and puts it aside; the page, summary first, is written at the end."""

    def __init__(self, stream: TextIO, setup: Setup) -> None:
        self._stream = stream
        self._registry = setup.registry
        self._renderer = Renderer(setup)
        self._rows: list[FileRow] = []
        # end() closes it.
        self._spool = SpooledTemporaryFile(_IN_MEMORY, mode="w+", encoding="utf-8", newline="\n")  # noqa: SIM115

    def add(self, result: Result) -> None:
        """Put one draft or failure aside."""
        number = len(self._rows) + 1
        if isinstance(result, Failure):
            self._rows.append(FileRow(number=number, path=result.path, verdict=None))
            self._put_aside(self._renderer.render("failure", number=number, failure=result))
        else:
            view = view_draft(number, result, self._registry)
            self._rows.append(_row(view))
            self._put_aside(self._renderer.render("draft", draft=view))

    def end(self, unchecked: int = 0) -> None:
        """Write the page."""
        with self._spool:
            with temporary_files():
                self._spool.seek(0)
            pieces = self._renderer.pieces(
                "page",
                rows=self._rows,
                passing=PASSING,
                drafts=self._drafts(),
                unchecked=unchecked,
                mark=Markup(REPORT_MARK),
                today=show_date(date(*time.localtime()[:3]).isoformat(), self._renderer.language),
            )
            for piece in pieces:
                self._stream.write(piece)

    def _put_aside(self, piece: str) -> None:
        with temporary_files():
            self._spool.write(piece)

    def _drafts(self) -> Iterator[Markup]:
        while piece := self._spool.read(_PIECE):
            yield Markup(piece)


def _row(view: DraftView) -> FileRow:
    return FileRow(
        number=view.number,
        path=view.report.document.path,
        verdict=view.verdict,
        counts=tuple(map(view.report.count, SEVERITIES)),
        coverage=view.coverage,
    )
