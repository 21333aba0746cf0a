"""A draft as its reader hands it over: blocks of text in reading order, with what the page says about each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from khumue.frozen import NOTHING, frozen


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
    """The place of a block in a table. `filled` counts the cells of its row that hold text."""

    table: int
    row: int
    filled: int


@frozen
class Block:
    """One paragraph or line. `level` is the outline level of its style (1 is the top), `size` is in points."""

    text: str
    place: Place
    level: int | None = None
    bold: bool = False
    size: float | None = None
    contents_entry: bool = False
    text_box: bool = False
    cell: Cell | None = None


@frozen
class Document:
    """A draft as read. `pages` is None where the file does not record them; `properties` are its own settings."""

    path: Path
    kind: str
    title: str | None
    blocks: tuple[Block, ...]
    pages: int | None = None
    properties: Mapping[str, str] = NOTHING

    @property
    def body_size(self) -> float | None:
        """The size in points that most of the text has."""
        weights: dict[float, int] = {}
        for block in self.blocks:
            if block.size is not None:
                weights[block.size] = weights.get(block.size, 0) + len(block.text)
        return max(weights, key=weights.__getitem__) if weights else None
