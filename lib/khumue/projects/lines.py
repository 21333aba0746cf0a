"""A draft as lines, folded in one go, and whether any of them may begin a project sheet or a table of projects."""

from __future__ import annotations

from collections.abc import Sequence

from khumue.document import Block, Document
from khumue.thai import skeleton, skeleton_lines

PROJECT = skeleton("โครงการ")
# What the first line of a sheet begins with, after its number.
OPENINGS = (PROJECT, *map(skeleton, ("ชื่อโครงการ", "ชื่องาน", "ชื่อแผนงาน", "ชื่อกิจกรรม", "Project", "Name of")))
# What else the head of a column of projects may say: ชื่อโครงการ, งาน/โครงการ/กิจกรรม.
_BESIDE = tuple(map(skeleton, ("ชื่อ", "แผนงาน", "งาน", "กิจกรรม", "รายการ", "ผลผลิต", "และ")))
_LONGEST_HEAD = 40
_HEADER_ROWS = 2
_DIGITS = "0123456789"


class Lines:
    """The lines of a draft: soft line breaks part a block. `folded` holds their skeletons without leading digits."""

    def __init__(self, document: Document) -> None:
        self.blocks: Sequence[Block] = document.blocks
        self._joined = "\n".join([block.text for block in document.blocks])
        self.folded = [line.lstrip(_DIGITS) for line in skeleton_lines(self._joined)]
        self.first_opening = next((at for at, line in enumerate(self.folded) if line.startswith(OPENINGS)), None)
        self.texts: Sequence[str] = ()
        self.owners: Sequence[int] = ()

    def unfold(self) -> None:
        """Make ready what only a draft with projects needs: the text of each line, and the block it belongs to."""
        self.texts = self._joined.split("\n")
        self.owners = [at for at, block in enumerate(self.blocks) for _ in range(block.text.count("\n") + 1)]

    def project_columns(self) -> dict[int, int]:
        """The tables that may be of projects: the number of each, with the block that heads their column."""
        return {
            block.cell.table: at
            for at, block in enumerate(self.blocks)
            if block.cell is not None and block.cell.row <= _HEADER_ROWS and _heads_projects(block.text)
        }


def _heads_projects(text: str) -> bool:
    if len(text) > 2 * _LONGEST_HEAD or PROJECT not in (rest := skeleton(text)):
        return False
    for word in (PROJECT, *_BESIDE):
        rest = rest.replace(word, "")
    return not rest
