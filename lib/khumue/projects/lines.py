"""A draft as lines, folded in one go, and whether any of them may belong to a project sheet or a table of projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khumue.document import Block, Document
from khumue.thai import skeleton, skeletons

PROJECT = skeleton("โครงการ")
# What the first line of a sheet begins with, after its number.
OPENINGS = (PROJECT, *map(skeleton, ("ชื่อโครงการ", "ชื่องาน", "ชื่อแผนงาน", "ชื่อกิจกรรม", "Project", "Name of")))
# Fields that hardly any sheet is without: where no line begins with one, there are no sheets.
_AIMS = tuple(map(skeleton, ("หลักการ", "วัตถุประสงค์", "จุดประสงค์", "วิธีดำเนิน", "วิธีการดำเนิน", "Objective", "Rationale")))
_TOTALS = tuple(map(skeleton, ("รวม", "ยอดรวม", "Total")))
# What else the head of a column of projects may say: ชื่อโครงการ, งาน/โครงการ/กิจกรรม.
_BESIDE = tuple(map(skeleton, ("ชื่อ", "แผนงาน", "งาน", "กิจกรรม", "รายการ", "ผลผลิต", "และ")))
_LONGEST_HEAD = 40
_HEADER_ROWS = 2
_DIGITS = "0123456789"


class Line:
    """One line of a block, with its skeleton without leading digits."""

    def __init__(self, text: str, folded: str, block: int) -> None:
        self.text = text
        self.folded = folded.lstrip(_DIGITS)
        self.block = block


class Lines:
    """The blocks of a draft with their skeletons, in which soft line breaks are kept."""

    def __init__(self, document: Document) -> None:
        self.blocks: Sequence[Block] = document.blocks
        self.folded = skeletons(block.text for block in document.blocks)

    def first_opening(self) -> int | None:
        """The first block that may begin a sheet; None where the draft can have none."""
        heads = [folded.lstrip(_DIGITS) for folded in self.folded]
        opening = next((at for at, head in enumerate(heads) if head.startswith(OPENINGS) or _opens_inside(head)), None)
        return opening if any(head.startswith(_AIMS) or "\n" in head for head in heads) else None

    def after(self, first: int) -> Iterator[Line]:
        """The lines from a block on."""
        for at in range(first, len(self.blocks)):
            folded = self.folded[at]
            if "\n" not in folded:
                yield Line(self.blocks[at].text, folded, at)
            else:
                for text, part in zip(self.blocks[at].text.split("\n"), folded.split("\n"), strict=True):
                    yield Line(text, part, at)

    def project_tables(self) -> dict[int, int]:
        """The tables that may be of projects with totals: the number of each, with the block that heads the column."""
        cells = [(block.cell, self.folded[at], at) for at, block in enumerate(self.blocks) if block.cell is not None]
        heads = {cell.table: at for cell, folded, at in cells if cell.row <= _HEADER_ROWS and _heads_projects(folded)}
        totals = {cell.table for cell, folded, _ in cells if cell.table in heads and folded.startswith(_TOTALS)}
        return {table: at for table, at in heads.items() if table in totals}


def _opens_inside(folded: str) -> bool:
    """Whether a line after a soft break may begin a sheet."""
    return "\n" in folded and any(line.lstrip(_DIGITS).startswith(OPENINGS) for line in folded.split("\n"))


def _heads_projects(folded: str) -> bool:
    if PROJECT not in folded or len(folded) > _LONGEST_HEAD:
        return False
    for word in (PROJECT, *_BESIDE):
        folded = folded.replace(word, "")
    return not folded.strip()
