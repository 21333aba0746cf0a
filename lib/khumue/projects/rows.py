"""What table rows are to a project sheet: labels with values, a header over columns, or content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khumue.document import Block
from khumue.frozen import NOTHING, frozen
from khumue.projects.labels import FieldNames, Label
from khumue.projects.lines import Lines
from khumue.thai import skeleton

_ORDINALS = frozenset(map(skeleton, ("ที่", "ลำดับ", "ลำดับที่", "ข้อ", "No.")))


@frozen
class Row:
    """What a row of a table is to a sheet: cells with labels and values, a header over columns, or content.

    `labels` are the blocks that are labels; `columns` the fields of the columns under a header. A row of one cell is
    read line by line, as text.
    """

    labels: frozenset[int] = frozenset()
    columns: Mapping[int, tuple[str, ...]] = NOTHING
    as_text: bool = False


CONTENT = Row()


class Rows:
    """Says what table rows are. A table that has had a row of label and value is one of fields."""

    def __init__(self, lines: Lines, names: FieldNames) -> None:
        self._blocks = lines.blocks
        self._folded = lines.folded
        self._names = names
        self._rows: dict[tuple[int, int], Row] = {}
        self._of_fields: set[int] = set()

    def of(self, at: int) -> Row:
        """The row of a block that stands in a table."""
        cell = self._blocks[at].cell
        assert cell is not None
        key = (cell.table, cell.row)
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = self._read(at)
            if row.labels:
                self._of_fields.add(cell.table)
        return row

    def _read(self, at: int) -> Row:
        cells = [(column, block) for column, block in cells_of_row(self._blocks, at) if not self._is_ordinal(block)]
        found = [self._names.read(self._blocks[block].text, self._folded[block]) for _, block in cells]
        if len(cells) <= 1:
            return Row(as_text=True)
        labels = [place for place, label in enumerate(found) if label]
        heads = {place: label for place, label in enumerate(found) if label and not label.value}
        if any(place + 1 in heads for place in heads):
            return _header(cells, heads)
        if labels == list(range(0, len(cells), 2)) and len(cells) % 2 == 0:
            return Row(labels=frozenset(cells[place][1] for place in labels))
        cell = self._blocks[at].cell
        if labels[:1] == [0] and cell is not None and cell.table in self._of_fields:
            return Row(labels=frozenset((cells[0][1],)))
        return _header(cells, heads) if heads and cell is not None and cell.row <= 2 else CONTENT

    def _is_ordinal(self, block: int) -> bool:
        folded = self._folded[block]
        return folded.isdigit() or folded in _ORDINALS


def cells_of_row(blocks: Sequence[Block], at: int) -> list[tuple[int, int]]:
    """The filled cells of the row that the block stands in: the column of each and its first block."""
    here = blocks[at].cell
    assert here is not None
    first = at
    while first and _same_row(blocks[first - 1], here.table, here.row):
        first -= 1
    found: dict[int, int] = {}
    place = first
    while place < len(blocks) and _same_row(blocks[place], here.table, here.row):
        cell = blocks[place].cell
        if cell is not None and blocks[place].text.strip():
            found.setdefault(cell.column, place)
        place += 1
    return sorted(found.items())


def _same_row(block: Block, table: int, row: int) -> bool:
    return block.cell is not None and (block.cell.table, block.cell.row) == (table, row)


def _header(cells: Sequence[tuple[int, int]], heads: Mapping[int, Label]) -> Row:
    return Row(columns={cells[place][0]: label.fields for place, label in heads.items()})
