"""What a plan is made of before it becomes a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Cell = tuple[str, ...]
"""The paragraphs of one table cell; text between double asterisks is bold."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading that the table of contents lists down to level 2; `page` is the page number printed there."""

    level: int
    text: str
    page: str | None


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph in a named Word style; text between double asterisks is bold."""

    style: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """A captioned table. `widths` are centimetres; a line break in a header starts a new line.

    Columns count from 0: those in `numbers` are aligned right, those in `centred` in the middle; `total`: the last row
    is bold.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    numbers: tuple[int, ...] = ()
    centred: tuple[int, ...] = ()
    total: bool = False


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The place of the table of contents."""

    title: str


@dataclass(frozen=True, kw_only=True)
class SectionStart:
    """A new Word section on a new page.

    The cover has no page number, the front is numbered ก ข ค, the body 1 2 3; `wide` and `tall` pages go on with the
    numbers of the body, lying and upright.
    """

    kind: Literal["cover", "front", "body", "wide", "tall"]


@dataclass(frozen=True, kw_only=True)
class Signatures:
    """Dotted lines to sign on, side by side: what the signer does, and the signer's post."""

    signers: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Table | Contents | SectionStart | Signatures
