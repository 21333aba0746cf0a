# ruff: noqa: SLF001 - python-docx has no words for what a form is made of; its elements are private names.
"""A blank form that is filled in: its cover, and its parts by the title of their heading."""

from __future__ import annotations

from io import BytesIO
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm

from khumue.template.wordelements import runs, text_run
from khumue.template.wordpackage import package_bytes
from sample.render import write_blocks
from sample.word_file import PARTS
from sample.words import OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sample.blocks import Block

NOTE = "เอกสารตัวอย่าง หน่วยงาน พื้นที่ ตัวเลข และโครงการทั้งหมดสมมติขึ้น"
STYLES = ("Heading3", "ListNumber", "TableNumber", "CoverNote", "Centred")
"""Styles of the sample that the form lacks."""


class FormFile:
    """A Word file of the handbook's form."""

    def __init__(self, data: bytes) -> None:
        self._document: Any = docx.Document(BytesIO(data))
        self._body = self._document.element.body
        styles = self._document.styles.element
        known = {style.get(qn("w:styleId")) for style in styles}
        ours = parse_xml((PARTS / "styles.xml").read_bytes())
        for style in list(ours):
            if style.get(qn("w:styleId")) in {*STYLES} - known:
                styles.append(style)

    def fill_cover(self, month: str) -> None:
        """Write office and month on the title page, and that all of it is fictional."""
        lines = list(takewhile(lambda each: each.tag == qn("w:p") and not _ends_section(each), self._body))
        blanks = [line for line in lines if line.find(qn("w:sdt")) is not None]
        for line, text in zip(blanks, (OFFICE, month), strict=True):
            line.remove(line.find(qn("w:sdt")))
            line.extend(runs(text_run(text)))
        note = self._document.add_paragraph(NOTE, "Cover Note")._p
        lines[-1].addnext(note)
        self._document.paragraphs[1].paragraph_format.space_before = Cm(5)  # the name of the office takes two lines

    def write(self, title: str, blocks: Sequence[Block]) -> None:
        """Put blocks in place of all that stands in a part."""
        heading = self._heading(title)
        for each in list(_own(heading)):
            self._body.remove(each)
        before = set(self._body)
        write_blocks(self._document, blocks)
        for each in reversed([each for each in self._body if each not in before]):
            heading.addnext(each)

    def delete(self, title: str) -> None:
        """Take a part out, heading and all."""
        self.write(title, [])
        self._body.remove(self._heading(title))

    def drop_guidance(self) -> None:
        """Take out whatever guidance is left."""
        for paragraph in self._document.paragraphs:
            if paragraph.style.name == "Khumue guidance":
                self._body.remove(paragraph._p)

    def saved(self) -> bytes:
        """The file, its tables counted in their order."""
        captions = [each._p for each in self._document.paragraphs if each.style.name == "Caption"]
        for number, caption in enumerate(captions, 1):
            first = next(each for each in caption.iter(qn("w:t")) if each.text.strip().isdigit())
            first.text = str(number)
        return package_bytes(self._document)

    def _heading(self, title: str) -> Any:
        (found,) = (each for each in self._body if _style(each) == "Heading1" and _text(each) == title)
        return found


def _own(heading: Any) -> Iterator[Any]:
    """What belongs to a heading: all up to the next one but for the ends of sections, which hold the layout."""
    for each in heading.itersiblings():
        if _style(each) == "Heading1" or each.tag == qn("w:sectPr"):
            return
        if not _ends_section(each):
            yield each


def _ends_section(element: Any) -> bool:
    return element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None


def _style(element: Any) -> str:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))


def _text(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(qn("w:t")))
