"""The page that a report for people is written on: lines of styled text, in colour where a terminal shows it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TextIO

from khumue.reports.summary import Verdict
from khumue.reports.text.cells import cells, fold

Style = Literal["", "title", "good", "error", "warning", "note", "dim"]
Piece = tuple[str, Style]
"""A text and how it looks. What differs by style also differs in its words or signs."""

WIDTH, LEAST, MOST = 80, 40, 100
"""Cells of a line: where no terminal tells its own, and the least and the most that is used of one."""

MARKS: dict[str, Piece] = {
    "pass": ("✓", "good"),
    "error": ("✗", "error"),
    "warning": ("!", "warning"),
    "note": ("·", "note"),
    "set-aside": ("–", "dim"),
    "failed": ("?", "error"),
}
"""Signs that differ by shape, each with its style."""

VERDICT_MARKS: dict[Verdict, Piece] = {
    "mend": MARKS["error"],
    "should": MARKS["warning"],
    "confirm": MARKS["warning"],
    "clean": MARKS["pass"],
    "unread": MARKS["error"],
    "unchecked": MARKS["note"],
}

_RICH: dict[Style, str] = {
    "": "",
    "title": "bold",
    "good": "bold green",
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "dim": "dim",
}
# A draft or a file name must not steer the terminal, nor turn the direction of the text.
_STEERING = (*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_HARMLESS = dict.fromkeys(_STEERING, "\N{REPLACEMENT CHARACTER}")


class Page:
    """Writes to a stream, `width` cells wide."""

    def __init__(self, stream: TextIO) -> None:
        self.width = _width(stream)
        self._write = _coloured(stream) if _has_colours(stream) else _plain(stream)

    def line(self, *pieces: Piece) -> None:
        """A line as it is, however long: what is to be copied from it stays whole."""
        self._write([(harmless(text), style) for text, style in pieces])

    def entry(self, head: Sequence[Piece], *body: Piece) -> None:
        """A head, and beside it the body in as many lines as it needs."""
        indent = cells("".join(text for text, _ in head))
        for start, end in fold("".join(text for text, _ in body), self.width - indent):
            self.line(*head, *_cut(body, start, end))
            head = [(" " * indent, "")]

    def flow(self, head: Sequence[Piece], items: Sequence[str]) -> None:
        """A head, and beside it short items, each on one line where it has room."""
        room = self.width - cells("".join(text for text, _ in head))
        line = ""
        for item in items:
            if line and cells(f"{line} · {item} ·") > room:
                self.entry(head, (f"{line} ·", "dim"))
                head = [(" " * (self.width - room), "")]
                line = item
            else:
                line = f"{line} · {item}" if line else item
        self.entry(head, (line, "dim"))

    def rule(self) -> None:
        """A line between two drafts."""
        self.line()
        self.line(("─" * self.width, "dim"))


def harmless(text: str) -> str:
    """A text in one line that steers nothing: each character that would is shown as a sign."""
    return text.translate(_HARMLESS)


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """What stands from `start` to `end` in the joined text."""
    place = 0
    for text, style in pieces:
        if part := text[max(start - place, 0) : max(end - place, 0)]:
            yield part, style
        place += len(text)


def _width(stream: TextIO) -> int:
    if not stream.isatty():
        return WIDTH
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(stream.fileno()).columns)
    except (ValueError, OSError):
        return WIDTH
    return max(LEAST, min(columns or WIDTH, MOST))


def _has_colours(stream: TextIO) -> bool:
    """Whether it is a terminal that can show them, or the environment wants them without one."""
    if stream.isatty():
        return os.environ.get("TERM") != "dumb"
    return stream is sys.stdout and bool(os.environ.get("FORCE_COLOR"))


def _plain(stream: TextIO) -> Callable[[Sequence[Piece]], None]:
    def write(pieces: Sequence[Piece]) -> None:
        stream.write("".join(text for text, _ in pieces) + "\n")

    return write


def _coloured(stream: TextIO) -> Callable[[Sequence[Piece]], None]:
    """Through rich, which knows NO_COLOR and old consoles of Windows, and takes 40 ms to import."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream)

    def write(pieces: Sequence[Piece]) -> None:
        line = Text.assemble(*((text, _RICH[style]) for text, style in pieces))
        console.print(line, soft_wrap=True)

    return write
