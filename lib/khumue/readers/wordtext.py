"""What the text of a Word file is made of, as written: paragraphs, runs, fields and content controls."""

from __future__ import annotations

from collections.abc import Sequence

from khumue.readers.package import Given, attribute
from khumue.readers.styles import NO_LOOK
from khumue.readers.tables import Row

_MAX_OPEN = 50  # fields inside one another; a crafted file that never ends its fields opens no more


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


class Fields:
    """The open fields and controls around the place that is read. Handlers are named after the elements they serve."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.open: list[Field] = []
        self.controls: list[bool] = []  # whether each holds a table of contents
        self._paragraphs = paragraphs
        self._links = 0
        self._in_instruction = False

    def instruct(self, text: str) -> None:
        """Characters that are not printed."""
        if self._in_instruction and self.open:
            self.open[-1].code.append(text)

    def begin_paragraph(self) -> None:
        """No instruction goes on over paragraphs: a field that was never separated must not swallow the text."""
        for field in self.open:
            if not field.printed:
                field.separate()

    def printed(self) -> bool:
        """Whether text inside the open fields is printed; that of a TOC field makes its paragraph a contents entry."""
        if not all(field.printed for field in self.open):
            return False
        if self._paragraphs and any(field.name == "TOC" for field in self.open):
            self._paragraphs[-1].contents_entry = True
        return True

    def _start_fldChar(self, given: Given) -> None:
        kind = attribute(given, "fldCharType")
        if kind == "begin":
            self._begin(Field())
        elif kind == "separate" and self.open:
            self._separate()
        elif kind == "end" and self.open:
            self.open.pop()

    def _start_fldSimple(self, given: Given) -> None:
        self._begin(Field())
        self.open[-1].code.append(attribute(given, "instr") or "")
        self._separate()

    def _end_fldSimple(self) -> None:
        if self.open:
            self.open.pop()

    def _begin(self, field: Field) -> None:
        self.open.append(field)
        del self.open[:-_MAX_OPEN]

    def _separate(self) -> None:
        """A link that ends in the page number of its target is a contents entry, even without a TOC field around it."""
        field = self.open[-1]
        field.separate()
        if field.name == "PAGEREF" and self._paragraphs and (self._links or self.open[0].name == "HYPERLINK"):
            self._paragraphs[-1].contents_entry = True

    def _start_instrText(self, _: Given) -> None:
        self._in_instruction = True

    def _end_instrText(self) -> None:
        self._in_instruction = False

    def _start_hyperlink(self, _: Given) -> None:
        self._links += 1

    def _end_hyperlink(self) -> None:
        self._links -= 1

    def _start_sdt(self, _: Given) -> None:
        self.controls.append(False)

    def _end_sdt(self) -> None:
        if self.controls:
            self.controls.pop()

    def _start_docPartGallery(self, given: Given) -> None:
        if self.controls:
            self.controls[-1] = (attribute(given) or "").lower() == "table of contents"
