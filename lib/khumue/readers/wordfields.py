"""Fields, links and content controls of a Word text: what of them is printed, and what is a table of contents."""

from __future__ import annotations

from collections.abc import Sequence

from khumue.readers.package import Given, attribute
from khumue.readers.wordtext import Field, Paragraph

_MAX_OPEN = 50  # fields inside one another; a crafted file that never ends its fields opens no more


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
