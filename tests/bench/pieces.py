"""A made draft: the pieces that writers print in any format, and what the checker ought to say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from khumue.finding import ReferenceStatus, SectionStatus

Look = Literal["style", "outline", "bold", "bcs", "plain", "listed", "cell", "box"]
"""How a heading is set: Word's heading style, an outline level, bold, bold of Thai letters alone, a plain line, with a
number that Word computes, in a cell of its own, in a text box."""

LOOKS: tuple[Look, ...] = ("style", "outline", "bold", "bcs", "plain", "listed", "cell", "box")

Kind = Literal["title", "heading", "text", "bullet", "table", "entry", "deleted", "inserted", "note"]
"""`entry` is one of a contents table; `deleted` and `inserted` are headings under tracked changes; a `note` is a
paragraph whose `rows` hold the text of its footnote."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One thing on the page. `number` is written before the text unless the look leaves that to the word processor."""

    kind: Kind
    text: str = ""
    number: str = ""
    level: int = 1
    look: Look = "style"
    rows: tuple[tuple[str, ...], ...] = ()
    bold_first: bool = False

    @property
    def line(self) -> str:
        """The text with its number."""
        return f"{self.number} {self.text}".strip()


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A draft of a procedure with its labels: the status that each required part and reference has."""

    name: str
    procedure: str
    style: str
    pieces: tuple[Piece, ...]
    damage: str = "clean"
    contents: str = "dots"
    running_header: str = ""
    sections: Mapping[str, SectionStatus] = field(default_factory=dict)
    references: Mapping[str, ReferenceStatus] = field(default_factory=dict)
