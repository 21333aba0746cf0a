"""The budget of a project sheet: its total, and whether what it lists adds up to it. Amounts are in satang."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khumue.document import Block
from khumue.frozen import frozen
from khumue.numbering import split_number
from khumue.projects.amounts import Amount, differ, find_amounts, read_cell
from khumue.projects.results import Mismatch
from khumue.projects.sheetdrafts import Piece, Sheet
from khumue.projects.tables import MoneyTable, tables_between, whole_tables
from khumue.thai import compact, skeleton

# Words as `compact` leaves them, without marks.
_TOTALS = ("รวม", "ยอดรวม", "ทงสน")
_IN_ALL = ("ทงสน", "งบประมาณรวม", "วงเงนรวม")
_COMES_TO = ("เปนเงน", "รวมเปน", "จานวนเงน")
# What the one amount of a budget may stand after: งบประมาณ จำนวน 50,000 บาท. An item says instead what is bought.
_STATED = ("งบ", "เงน", "วงเงน", "จานวน", "ใช", "จาก", "ทได", "ได", "รบ", "จดสรร", "โครงการ", "ประมาณ")

# A line that may be a sentence of the field before gives a total only if it is as short as one.
_LONGEST_IN_DOUBT = 60


@frozen
class Budget:
    """`total` is what the sheet states, else the total of its one table; None where neither is clear."""

    total: int | None
    mismatches: tuple[Mismatch, ...] = ()


def read_budget(sheet: Sheet, blocks: Sequence[Block]) -> Budget:
    """The budget of a sheet."""
    own = [piece for piece in sheet.fields.get("budget", ()) if not piece.column and piece.text.strip()]
    tables = _tables(sheet, blocks)
    grand = [table.grand_total for table in tables]
    stated = _stated(own)
    mismatches = [mismatch for table in tables for mismatch in table.mismatches()]
    mismatches += _items(own, stated, blocks)
    if stated is not None and len(grand) == 1 and grand[0] is not None and differ(grand[0], stated) and not mismatches:
        mismatches.append(Mismatch(listed=grand[0], stated=stated, place=blocks[own[0].block].place))
    total = stated if stated is not None else _only(grand)
    return Budget(total=total if total is not None or own else _in_column(sheet), mismatches=tuple(mismatches))


def _tables(sheet: Sheet, blocks: Sequence[Block]) -> list[MoneyTable]:
    """The tables of money under the sheet's budget or activities."""
    places = {piece.block for field in ("budget", "activities") for piece in sheet.fields.get(field, ())}
    tables = tables_between(blocks, sheet.first, sheet.end)
    return whole_tables(MoneyTable(table) for table in tables if places.intersection(table.starts))


def _stated(own: Sequence[Piece]) -> int | None:
    """The total that the field's text gives: the amount called so, else the one amount of its first line."""
    found = [(piece, amount) for piece in own for amount in find_amounts(piece.text)]
    called = {amount.satang for piece, amount in found if _is_total(piece, amount)}
    if called:
        return called.pop() if len(called) == 1 else None
    if not own:
        return None
    first = own[0].text
    amounts = find_amounts(first)
    if own[0].in_doubt and len(first) > _LONGEST_IN_DOUBT:
        return None
    if len(amounts) == 1 and (amounts[0].start == 0 or compact(first).startswith(_STATED)):
        return amounts[0].satang
    bare = read_cell(first)
    return bare if bare is not None and len(own) == 1 else None


def _is_total(piece: Piece, amount: Amount) -> bool:
    """Whether a line begins with รวม or calls its amount the whole budget; an item may come to its own sum."""
    number, rest = split_number(piece.text)
    return compact(rest).startswith(_TOTALS) or (number is None and _says(piece, amount, _IN_ALL))


def _says(piece: Piece, amount: Amount, words: Sequence[str]) -> bool:
    """Whether one of the words stands in the text just before an amount."""
    before = compact(piece.text[max(0, amount.start - 40) : amount.start])
    return any(word in before for word in words)


def _items(own: Sequence[Piece], stated: int | None, blocks: Sequence[Block]) -> Iterator[Mismatch]:
    """Numbered lines with one amount each, if they are all of one kind and the total is stated."""
    items: list[int] = []
    kinds = set()
    for piece in own:
        number, rest = split_number(piece.text)
        amounts = find_amounts(piece.text)
        if number is None or skeleton(rest).startswith(_TOTALS):
            continue
        if len(amounts) > 1:
            amounts = tuple(each for each in amounts if _says(piece, each, _COMES_TO))
        if len(amounts) != 1:
            return
        kinds.add((number.kind, len(number.values)))
        items.append(amounts[0].satang)
    if stated is not None and len(items) > 1 and len(kinds) == 1 and differ(sum(items), stated):
        yield Mismatch(listed=sum(items), stated=stated, place=blocks[own[0].block].place)


def _in_column(sheet: Sheet) -> int | None:
    """The one amount of the budget column of a table of activities."""
    amounts = [read_cell(piece.text) for piece in sheet.fields.get("budget", ()) if piece.column and piece.text]
    return _only(amounts)


def _only(amounts: Sequence[int | None]) -> int | None:
    return amounts[0] if len(amounts) == 1 else None
