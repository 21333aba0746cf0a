"""A draft's text as one folded string, and the way from a place in it back to the blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from khumue.document import Block, Cell
from khumue.thai import MARKS, PRIVATE_USE, compact, skeleton, skeleton_positions

# A line that begins so is an item of its own; a dash before a figure goes on with years.
_ITEM = re.compile(r"\s*(?:[•●○▪◆➢*]|[–—-]\s*[^\s0-9๐-๙])")
# ศธ. and จุดเน้น on the next line are not ศธจ.; names of laws go on after พรบ.
_SHORT_FORM = re.compile(r"(?<![ก-ฮ.])(?!พรบ|พรฎ)[ก-ฮ]{2,6}\.\s*$")


class RunningText:
    """The skeletons of all blocks. Blocks that may go on with one another stand side by side, others apart by a line
    break; one stands at the end, too."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        parts: list[str] = []
        self._starts: list[int] = []
        length, ended = 0, ""
        before: Block | None = None
        for block in blocks:
            folded = "" if block.contents_entry else skeleton(block.text)
            # พ.ศ. 2542 and then 3. on the next line are two numbers.
            if before is None or (ended.isdigit() and folded[:1].isdigit()) or not _goes_on(before, block):
                parts.append("\n")
                length += 1
            self._starts.append(length)
            parts.append(folded)
            length += len(folded)
            before, ended = block, folded[-1:] or ended
        self.folded = "".join((*parts, "\n"))
        self._positions: dict[int, list[int]] = {}

    def block_at(self, at: int) -> int:
        """The number of the block that holds a character of the folded text."""
        return bisect_right(self._starts, at) - 1

    def place_at(self, at: int) -> tuple[int, int]:
        """The block, and the place in its text, that a character of the folded text stands for."""
        number = self.block_at(at)
        if number not in self._positions:
            self._positions[number] = skeleton_positions(self.blocks[number].text)
        return number, self._positions[number][at - self._starts[number]]

    def end_at(self, last: int) -> tuple[int, int]:
        """The block, and the place in its text, after a character of the folded text and the marks on it."""
        number, end = self.place_at(last)
        text = self.blocks[number].text
        end += 1
        while end < len(text) and (text[end] in MARKS or PRIVATE_USE.get(ord(text[end])) in MARKS):
            end += 1
        return number, end

    def text_between(self, first: tuple[int, int], last: tuple[int, int]) -> str:
        """The text from one place to another, over the ends of blocks."""
        (opening, start), (closing, end) = first, last
        if opening == closing:
            return self.blocks[opening].text[start:end]
        inner = (block.text for block in self.blocks[opening + 1 : closing])
        return "\n".join((self.blocks[opening].text[start:], *inner, self.blocks[closing].text[:end]))

    def goes_on(self, number: int) -> Block | None:
        """The next block, if it may go on with what this one says."""
        own, after = self.blocks[number], self.blocks[number + 1] if number + 1 < len(self.blocks) else None
        if after is None or (own.text.rstrip()[-1:].isdigit() and after.text.lstrip()[:1].isdigit()):
            return None
        return after if _goes_on(own, after) else None

    def cells_after(self, number: int) -> Iterator[tuple[str, str]]:
        """The cells to the right in a table's row: the head of the column and the cell, both compact."""
        own = self.blocks[number].cell
        for block in islice(self.blocks, number + 1, None):
            cell = block.cell
            if own is None or cell is None or (cell.table, cell.row) != (own.table, own.row):
                return
            if cell.column > own.column:
                yield compact(self._heads[cell.table, cell.column]), compact(block.text)

    @cached_property
    def _heads(self) -> dict[tuple[int, int], str]:
        """The first cell of each column of each table."""
        heads: dict[tuple[int, int], str] = {}
        for block in self.blocks:
            if block.cell is not None:
                heads.setdefault((block.cell.table, block.cell.column), block.text)
        return heads


def _goes_on(before: Block, after: Block) -> bool:
    """Whether the text of one block may run on in the next: lines of one paragraph, or of one cell.

    Empty lines may stand between, as in text taken from a PDF. Of eight names that run over a line's end in the texts
    of four manuals, six do so over an empty line, and none is wrong.
    """
    return (
        _in_one_cell(before.cell, after.cell)
        and before.level == after.level
        and before.note == after.note
        and before.text_box == after.text_box
        and not (before.contents_entry or after.contents_entry or after.label or _ITEM.match(after.text))
        and not (before.text.rstrip()[-1:] == "." and _SHORT_FORM.search(before.text))
    )


def _in_one_cell(one: Cell | None, other: Cell | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.column == other.column and one.row == other.row and one.table == other.table
