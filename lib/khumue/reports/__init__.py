"""Report writers: each takes the results of a call as they come. A new format is one small module and a line here."""

from __future__ import annotations

import io
from collections.abc import Iterable
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, Protocol

from khumue.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from khumue.finding import Result
    from khumue.messages import Messages
    from khumue.registry import Registry
    from khumue.vocabulary import Language


@frozen
class Setup:
    """What a report is written with.

    `handbook` is the root address of the handbook; without it a report has no links there.
    `html` is the address of the HTML report of the same call, seen from this one; its drafts are #draft-1 and so on.
    `folder` is where the report is written, for links to the drafts themselves.
    """

    registry: Registry
    messages: Messages
    language: Language
    handbook: str | None = None
    html: str | None = None
    folder: Path | None = None

    def page(self, link: str) -> str | None:
        """The address of a page of the handbook in the reader's language: Thai is at its root, English in a folder."""
        if not self.handbook:
            return None
        return f"{self.handbook.rstrip('/')}/{'en/' if self.language == 'en' else ''}{link}"


class Writer(Protocol):
    """Writes the results of one call in one format to the stream it was made for."""

    def add(self, result: Result) -> None:
        """One draft, or a file that could not be checked, in the order given."""

    def end(self, unchecked: int = 0) -> None:
        """After the last one; this many files were not reached because the call was interrupted."""


# The command line and the settings name them, so that naming one does not load its writer.
FORMATS = {
    "text": "TextReport",
    "html": "HtmlReport",
    "json": "JsonReport",
    "csv": "CsvReport",
    "sarif": "SarifReport",
    "github": "GithubReport",
}
"""Formats that can be printed, by name, which is that of their module, and the writer in it."""

FILE_FORMATS = {"xlsx": "XlsxReport"}
"""Formats that only a file can hold: their writers take a binary stream."""

ENDINGS = {
    ".txt": "text",
    ".html": "html",
    ".json": "json",
    ".csv": "csv",
    ".sarif": "sarif",
    ".xlsx": "xlsx",
}
"""The format that a file's ending asks for."""


def open_writer(name: str, stream: IO[Any], setup: Setup) -> Writer:
    """A writer of a format, to a stream of text, or of bytes for one of FILE_FORMATS."""
    make = getattr(import_module(f"{__name__}.{name}"), (FORMATS | FILE_FORMATS)[name])
    writer: Writer = make(stream, setup)
    return writer


def render(name: str, results: Iterable[Result], setup: Setup) -> str:
    """A report in one of FORMATS as text."""
    stream = io.StringIO()
    writer = open_writer(name, stream, setup)
    for result in results:
        writer.add(result)
    writer.end()
    return stream.getvalue()
