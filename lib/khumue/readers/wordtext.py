"""What the text of a Word file is made of, as written: paragraphs, runs and fields."""

from __future__ import annotations

from khumue.readers.styles import NO_LOOK
from khumue.readers.tables import Row


class Run:
    """Text of one look."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.look = NO_LOOK


class Paragraph:
    """A paragraph before its looks are resolved. `number` counts from 1; `note` is the note or comment it stands in."""

    def __init__(self, *, page: int, text_box: bool, row: Row | None, contents_entry: bool, note: str | None) -> None:
        self.page = page
        self.text_box = text_box
        self.row = row
        self.column = row.column if row else 0
        self.contents_entry = contents_entry
        self.note = note
        self.number = 0
        self.style: str | None = None
        self.level: int | None = None  # 0 is body text, whatever the style says
        self.list: str | None = None
        self.list_level: int | None = None
        self.deleted = False  # its end is: tracked changes took the whole paragraph away
        self.runs: list[Run] = []
        self.notes: list[tuple[str, str]] = []  # the part and the id of each footnote and endnote


class Field:
    """A field: what stands before its separator is its instruction and is not printed."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self.name = ""  # TOC, PAGEREF, HYPERLINK ...: known once the instruction is complete
        self.printed = False

    def separate(self) -> None:
        """The instruction is complete; what follows is printed."""
        self.name = next(iter("".join(self.code).split()), "")
        self.printed = True
