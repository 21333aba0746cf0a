"""Whether the projects add up to what the plan states: tables of projects, and sentences that give their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from khumue.document import Block
from khumue.frozen import frozen
from khumue.projects.amounts import differ, find_amounts
from khumue.projects.lines import PROJECT, Lines
from khumue.projects.results import Mismatch
from khumue.projects.tables import MoneyTable, tables_between, whole_tables
from khumue.thai import compact

_BAHT = "บาท"
_WHOLE = ("ทงสน", "รวม")
_BUDGET = ("งบประมาณ", "วงเงน", "รวมงบประมาณ")

_OF_A_PART = re.compile(r"(?:กลยทธ|ยทธศาสตร|ประเดน[ก-ฮ]*|แผนงาน|ดาน)ท?\d")


@frozen
class Summary:
    """A table of projects: how many it has, and its total if it is clear which number that is."""

    table: MoneyTable
    projects: int
    total: int | None
    block: int


def find_summaries(lines: Lines) -> tuple[Summary, ...]:
    """The tables of money with a column of projects and a row of totals."""
    found: dict[MoneyTable, int] = {}
    for number, at in lines.project_tables().items():
        first = next(place for place in range(at, -1, -1) if not _in_table(lines.blocks, place - 1, number))
        end = next(place for place in range(at, len(lines.blocks) + 1) if not _in_table(lines.blocks, place, number))
        found.update((MoneyTable(table), first) for table in tables_between(lines.blocks, first, end))
    return tuple(
        Summary(table=table, projects=len(table.body), total=table.grand_total, block=found[table])
        for table in whole_tables(found)
    )


def sums_that_fail(
    lines: Lines, summaries: Sequence[Summary], budgets: Sequence[int | None], outside: Sequence[int]
) -> Iterator[Mismatch]:
    """Tables of projects that do not add up, and project sheets (`budgets`) that do not add up to the plan's total.

    The sheets are summed only where every one's budget is known and they are as many as the plan says, or more than
    the plan's whole budget. `outside` are the blocks that stand in no sheet.
    """
    failing = [mismatch for summary in summaries for mismatch in summary.table.mismatches()]
    yield from failing
    known = [budget for budget in budgets if budget is not None]
    if failing or len(known) < 2 or len(known) != len(budgets):
        return  # one cause, one finding
    listed = sum(known)
    clear = [summary for summary in summaries if summary.total is not None]
    if summaries:
        if len(summaries) == 1 and clear and clear[0].projects == len(known):
            total = clear[0].total or 0
            if differ(listed, total):
                yield Mismatch(listed=listed, stated=total, place=lines.blocks[clear[0].block].place)
        return
    for at in outside:
        stated = _stated_for(lines.blocks[at].text, len(known)) if _BAHT in lines.folded[at] else None
        if stated is not None:
            total, exact = stated
            if differ(listed, total) and (exact or listed > total):
                yield Mismatch(listed=listed, stated=total, place=lines.blocks[at].place)
            return


def _stated_for(text: str, count: int) -> tuple[int, bool] | None:
    """The plan's total that a sentence gives, and whether it is that of so many projects."""
    folded = compact(text)
    amounts = find_amounts(text) if any(word in folded for word in _BUDGET) else ()
    if len(amounts) != 1 or not any(word in folded for word in _WHOLE) or _OF_A_PART.search(folded):
        return None
    if re.search(rf"(?<!\d){count}{PROJECT}", folded):
        return amounts[0].satang, True
    alone = folded.startswith(_BUDGET) and not re.search(r"25\d\d", folded)  # a year's budget may be another year's
    return (amounts[0].satang, False) if alone else None


def _in_table(blocks: Sequence[Block], at: int, table: int) -> bool:
    if not 0 <= at < len(blocks):
        return False
    cell = blocks[at].cell
    return cell is not None and cell.table == table
