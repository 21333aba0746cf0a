"""Tables of money: whether what they list adds up to what they state. What is not plain is not judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from khumue.document import Block, Place
from khumue.frozen import frozen
from khumue.numbering import split_number
from khumue.projects.amounts import differ, read_cell
from khumue.projects.results import Mismatch
from khumue.thai import arabic, clean, skeleton

# Words of titles and headers, as skeletons.
_TOTALS = ("รวม", "ยอดรวม", "total")
_ORDINALS = frozenset(("ท", "ลาดบ", "ลาดบท", "ขอ", "เลขท", "no"))
_MONEY = ("บาท", "งบประมาณ", "งบดาเนน", "งบพฒนา", "เงน", "คาตอบแทน", "คาใชสอย", "คาวสด", "คาใชจาย", "ไตรมาส")
_GRAND = ("รวม", "ทงสน", "งบประมาณ", "จานวนเงน", "เปนเงน", "วงเงน")
# Columns that are not added up: rates, prices, shares and counts of other things.
_NO_SUM = ("รอยละ", "เฉลย", "ราคา", "ตอหนวย", "อตรา", "จานวนคน", "กลยทธ", "เปาหมาย", "ปงบ")
_COUNTS = ("คน", "ครง", "วน", "แหง", "โรง")
# Columns that add up across a row to the column รวม: quarters, kinds of expense, kinds of budget, sources.
_ADDENDS: tuple[str, ...] = (
    "ไตรมาส",
    "คาตอบแทน",
    "คาใชสอย",
    "คาวสด",
    "คาครภณฑ",
    "คาจาง",
    "คาเดนทาง",
    "งบดาเนน",
    "งบลงทน",
    "งบอดหนน",
)
_ADDENDS += ("งบบคลากร", "งบรายจาย", "งบพฒนา", "เงนงบ", "เงนนอก", "เงนอดหนน", "เงนรายได", "เงนบรจาค")
# Rows that may stand over the rows after them.
_GROUPS = ("กลยทธ", "ยทธศาสตร", "ประเดน", "แผนงาน", "ดาน", "หมวด", "งบ", "นโยบาย", "มาตรการ")
_MOST_COLUMNS = 100
# What a crafted table may ask for: the sums of n groups are 2**n.
_MOST_ROWS, _MOST_SUMS = 1_000, 1_000
_SHIFTS = 6  # a merged cell before a total moves its numbers to the left by so many columns at most


@frozen
class Table:
    """A table's cells by row and column, and the first block of each row with its place."""

    rows: tuple[Mapping[int, str], ...]
    starts: tuple[int, ...]
    places: tuple[Place, ...]


def tables_between(blocks: Sequence[Block], first: int, end: int) -> Iterator[Table]:
    """The tables that have cells among these blocks."""
    found: dict[int, dict[int, dict[int, str]]] = {}
    starts: dict[tuple[int, int], int] = {}
    for at in range(first, end):
        cell = blocks[at].cell
        if cell is not None and cell.column <= _MOST_COLUMNS:
            row = found.setdefault(cell.table, {}).setdefault(cell.row, {})
            row[cell.column] = f"{row.get(cell.column, '')} {blocks[at].text}".strip()
            starts.setdefault((cell.table, cell.row), at)
    for table, rows in found.items():
        numbers = sorted(rows)
        first_blocks = tuple(starts[table, number] for number in numbers)
        yield Table(
            rows=tuple(rows[number] for number in numbers),
            starts=first_blocks,
            places=tuple(blocks[at].place for at in first_blocks),
        )


class MoneyTable:
    """A table with a header, rows with amounts, and a row of totals.

    `is_money` says whether the header speaks of money and there are columns to add up.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self.starts = table.starts
        self.total_row = next((at for at, row in _reversed(table.rows) if _is_total(row)), None)
        self.body = [at for at, row in enumerate(table.rows[: self.total_row]) if at and _has_amount(row)]
        head = table.rows[: self.body[0] if self.body else 0]
        self.header = {column: text for row in head for column, text in row.items()}
        self.columns = {
            column: [read_cell(table.rows[at].get(column, "-")) or 0 for at in self.body]
            for column in sorted({column for at in self.body for column in table.rows[at]})
            if self._is_amounts(column)
        }
        words = " ".join([skeleton(text) for row in head for text in row.values()])
        self.is_money = bool(self.columns) and any(word in words for word in _MONEY)

    @property
    def grand_total(self) -> int | None:
        """The one total of the table, where it is clear which of the numbers it is."""
        if self.total_row is None or not self.is_money:
            return None
        totals = _amounts(self._table.rows[self.total_row])
        if len(totals) == 1:
            return next(iter(totals.values()))
        at = self._alignment(totals)
        grand = [
            total
            for column, total in totals.items()
            if at is not None and skeleton(self.header.get(column + at, "")).startswith(_GRAND)
        ]
        return grand[0] if len(grand) == 1 else None

    def mismatches(self) -> Iterator[Mismatch]:
        """Columns that do not add up to their total, and rows that do not add up to their column รวม."""
        if self.is_money:
            yield from self._down()
            yield from self._across()

    def _down(self) -> Iterator[Mismatch]:
        totals = _amounts(self._table.rows[self.total_row]) if self.total_row is not None else {}
        shift = self._alignment(totals)
        if self.total_row is None or shift is None or not self._is_flat():
            return
        for column, total in totals.items():
            amounts = self.columns[column + shift]
            listed = sum(amounts)
            if differ(listed, total) and not _counts_groups(amounts, listed - total):
                what = clean(self.header.get(column + shift, ""))
                yield Mismatch(what=what, listed=listed, stated=total, place=self._table.places[self.total_row])

    def _across(self) -> Iterator[Mismatch]:
        """A row is judged where every column from the first addend to รวม is one that adds up."""
        heads = {column: skeleton(self.header.get(column, "")) for column in self.columns}
        totals = [column for column, head in heads.items() if head.startswith("รวม")]
        addends = [column for column, head in heads.items() if head.startswith(_ADDENDS)]
        if len(totals) != 1 or len(addends) < 2:
            return
        total = totals[0]
        if total < max(addends) or [c for c in self.columns if min(addends) <= c < total] != addends:
            return
        if set(range(min(addends), total)) - set(addends):
            return
        for place, at in enumerate(self.body):
            row = self._table.rows[at]
            listed, stated = sum(self.columns[column][place] for column in addends), self.columns[total][place]
            if total in row and any(column in row for column in addends) and differ(listed, stated):
                yield Mismatch(what=clean(_title(row)), listed=listed, stated=stated, place=self._table.places[at])

    def _is_amounts(self, column: int) -> bool:
        head = skeleton(self.header.get(column, ""))
        if head in _ORDINALS or head.endswith(_COUNTS) or any(word in head for word in _NO_SUM):
            return False
        rows = self._table.rows[self.body[0] : self.total_row]
        cells = [row[column] for row in rows if column in row]
        return all(read_cell(cell) is not None for cell in cells) and any(read_cell(cell) for cell in cells)

    def _is_flat(self) -> bool:
        """Whether every row counts once: rows are numbered alike, and none is a subtotal or a group."""
        rows = [self._table.rows[at] for at in self.body]
        if len({_depth(row) for row in rows}) > 1 or any(skeleton(_title(row)).startswith(_TOTALS) for row in rows):
            return False
        groups = [skeleton(_title(row)).startswith(_GROUPS) for row in rows]
        return len(set(groups)) <= 1

    def _alignment(self, totals: Mapping[int, int]) -> int | None:
        """By how many columns the numbers of the total row stand to the left of what they add up; None if unclear."""
        fits: list[tuple[int, int]] = []
        for shift in range(_SHIFTS):
            if totals and all(column + shift in self.columns for column in totals):
                right = sum(not differ(sum(self.columns[column + shift]), total) for column, total in totals.items())
                fits.append((right, -shift))
        if not fits:
            return None
        right, shift = max(fits)
        return -shift if right or len(totals) == len(self.columns) else None


def whole_tables(tables: Iterable[MoneyTable]) -> list[MoneyTable]:
    """Tables of money with totals of their own: one that repeats the header of one without a total goes on with it."""
    found: list[MoneyTable] = []
    unfinished: tuple[str, ...] | None = None
    for table in tables:
        header = tuple(table.header.values())
        if table.is_money and table.total_row is not None and header != unfinished:
            found.append(table)
        unfinished = header if table.total_row is None else None
    return found


def _reversed(rows: Sequence[Mapping[int, str]]) -> Iterator[tuple[int, Mapping[int, str]]]:
    return ((at, rows[at]) for at in range(len(rows) - 1, 0, -1))


def _depth(row: Mapping[int, str]) -> tuple[str, int]:
    """The kind of number that a row has, in its first cell or before its title, and how deep it is."""
    first = arabic(row[min(row)]).strip(" .")
    if len(first) <= 8 and first.replace(".", "").isdigit() and first.isascii():
        return "1.", first.count(".") + 1
    number = split_number(_title(row))[0]
    return (number.kind, len(number.values)) if number else ("", 0)


def _counts_groups(amounts: Sequence[int], excess: int) -> bool:
    """Whether a column exceeds its total by groups counted with their items: amounts that are sums of those after.

    True, too, where there are too many rows or groups to tell.
    """
    if excess <= 0:
        return False
    if len(amounts) > _MOST_ROWS:
        return True
    sums = {0}
    for at, amount in enumerate(amounts):
        listed = 0
        for item in amounts[at + 1 :]:
            listed += item
            if listed >= amount:
                break
        if amount and listed == amount:
            sums |= {each + amount for each in sums if each + amount <= excess}
            if len(sums) > _MOST_SUMS:
                return True
    return excess in sums


def _title(row: Mapping[int, str]) -> str:
    """The first cell that is no number."""
    return next((text for _, text in sorted(row.items()) if read_cell(text) is None), "")


def _amounts(row: Mapping[int, str]) -> dict[int, int]:
    """The amounts of a row by column, without zeros and dashes."""
    return {column: amount for column, text in sorted(row.items()) if (amount := read_cell(text))}


def _has_amount(row: Mapping[int, str]) -> bool:
    """Whether amounts stand beside the number of the row: a row of years is a header."""
    first = min(row)
    amounts = [text for column, text in row.items() if column > first and read_cell(text) is not None]
    return any(len(text) != 4 or not arabic(text).startswith("25") for text in amounts)


def _is_total(row: Mapping[int, str]) -> bool:
    return skeleton(_title(row)).startswith(_TOTALS) and bool(_amounts(row))
