"""A draft as its reader hands it over: blocks of text in reading order, with what the page says about each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from khumue.frozen import NOTHING, frozen

TextQuality = Literal["clean", "repaired", "damaged", "none"]
"""What the text is good for: `repaired` is damage that folding heals, `damaged` is not legible, `none` is no text."""
LEGIBLE: tuple[TextQuality, ...] = ("clean", "repaired")


class DraftError(Exception):
    """A draft cannot be read. `problem` names the words in the message catalogue, `values` fill them in."""

    def __init__(self, problem: str, **values: object) -> None:
        super().__init__(problem)
        self.problem = problem
        self.values = values


@frozen
class Place:
    """Where a block stands: page (only where the file records it), paragraph or line, each from 1."""

    page: int | None = None
    paragraph: int | None = None
    line: int | None = None


@frozen
class Cell:
    """The place of a block in a table, each from 1. `filled` counts the cells of its row that hold text."""

    table: int
    row: int
    column: int
    filled: int


@frozen
class Block:
    """One paragraph or line. `level` is the outline level of its style (1 is the top), `size` is in points.

    `label` is the number that the file computes and its text does not hold (list numbering); a `note` is a footnote or
    endnote and never a heading. `breaks` are the places in the text where lines were joined that only looked like one
    paragraph: a PDF does not tell.
    """

    text: str
    place: Place
    label: str = ""
    level: int | None = None
    bold: bool = False
    size: float | None = None
    contents_entry: bool = False
    text_box: bool = False
    note: bool = False
    cell: Cell | None = None
    breaks: tuple[int, ...] = ()


@frozen
class Comment:
    """What an author says beside the text: a Word comment, a comment of Markdown or HTML."""

    text: str
    place: Place


@frozen
class Document:
    """A draft as read. `pages` is None where the file does not record them; `properties` are its own settings.

    `repairs` counts the letters that the reader had to mend (duplicated clusters of a PDF's text layer, say). The text
    of a `recognised` document was read from pictures of its pages, so that every match is to be confirmed.
    """

    path: Path
    kind: str
    title: str | None
    blocks: tuple[Block, ...]
    pages: int | None = None
    properties: Mapping[str, str] = NOTHING
    comments: tuple[Comment, ...] = ()
    repairs: int = 0
    recognised: bool = False

    @property
    def body_size(self) -> float | None:
        """The size in points that most of the text has."""
        weights: dict[float, int] = {}
        for block in self.blocks:
            if block.size is not None:
                weights[block.size] = weights.get(block.size, 0) + len(block.text)
        return max(weights, key=weights.__getitem__) if weights else None
