"""Fields, links and content controls of a Word text: what of them is printed, and what is a table of contents."""

from __future__ import annotations

from collections.abc import Sequence

from khumue.document import DraftError
from khumue.readers.package import MAX_DEPTH, Given, attribute
from khumue.readers.wordtext import Field, Paragraph

# A field says at the beginning of its code what it is; Word may write the code letter by letter.
_CODE_PIECES, _CODE_PIECE = 8, 40


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
        if self._in_instruction and self.open and len(self.open[-1].code) < _CODE_PIECES:
            self.open[-1].code.append(text[:_CODE_PIECE])

    def begin_paragraph(self) -> None:
        """No instruction goes on over paragraphs: a field that was never separated must not swallow the text."""
        for field in self.open:
            field.printed = True

    def printed(self) -> bool:
        """Whether text inside the open fields is printed; that of a TOC field makes its paragraph a contents entry."""
        if not all(field.printed for field in self.open):
            return False
        if self._paragraphs and any(field.name == "TOC" for field in self.open):
            self._paragraphs[-1].contents_entry = True
        return True

    def _open_field(self, field: Field) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise DraftError("too-deep", part="word/document.xml", limit=MAX_DEPTH)
        self.open.append(field)

    def _start_fldChar(self, given: Given) -> None:
        kind = attribute(given, "fldCharType")
        if kind == "begin":
            self._open_field(Field())
        elif kind == "separate" and self.open:
            self.open[-1].printed = True
            self._mark_linked_page(self.open[-1])
        elif kind == "end" and self.open:
            self.open.pop()

    def _start_fldSimple(self, given: Given) -> None:
        self._open_field(Field((attribute(given, "instr") or "")[:_CODE_PIECE], printed=True))
        self._mark_linked_page(self.open[-1])

    def _end_fldSimple(self) -> None:
        if self.open:
            self.open.pop()

    def _mark_linked_page(self, field: Field) -> None:
        """A link that ends in the page number of its target is a contents entry, even without a TOC field around it."""
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
