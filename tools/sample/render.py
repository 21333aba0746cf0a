# ruff: noqa: SLF001 - python-docx has no words for fields, bookmarks and repeated rows; its elements are private names.
"""Writing blocks into a python-docx document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENTATION, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from sample.blocks import Block, Contents, Heading, Paragraph, SectionStart, Signatures, Table
from sample.fields import bookmark, element, field, field_char, instruction, link, text_run
from sample.runs import add_words
from sample.tables import write_signatures, write_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph as WordParagraph

ITEM = re.compile(r"(\d+\.) ")
FIRST_NUMBERS = {
    "front": {"fmt": "thaiLetters", "start": "1"},
    "body": {"fmt": "decimal", "start": "1"},
    "wide": {"fmt": "decimal"},
    "tall": {"fmt": "decimal"},
}
RUNNING_HEAD = "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570 (เอกสารตัวอย่าง หน่วยงานสมมติ)"


def write_blocks(document: Document, blocks: Sequence[Block]) -> None:
    """Write all blocks; the table of contents lists the headings among them that have a page."""
    listed = [block for block in blocks if isinstance(block, Heading) and block.page]
    tables = [block for block in blocks if isinstance(block, Table)]
    for before, block in zip([None, *blocks], blocks, strict=False):
        match block:
            case Heading():
                _write_heading(document, block, listed)
            case Paragraph():
                paragraph = _write_paragraph(document, block)
                paragraph.paragraph_format.space_before = Pt(8) if isinstance(before, Table) else None
            case Table():
                _write_caption(document, block.caption, 1 + tables.index(block))
                write_table(document, block)
            case Signatures():
                write_signatures(document, block)
            case Contents():
                _write_contents(document, block, listed)
            case SectionStart():
                _start_section(document, block)


def _write_heading(document: Document, heading: Heading, listed: list[Heading]) -> None:
    paragraph = document.add_paragraph(heading.text, f"Heading {heading.level}")
    if heading.page:
        number = 1 + listed.index(heading)
        bookmark(paragraph, number, _anchor(number))


def _write_paragraph(document: Document, block: Paragraph) -> WordParagraph:
    paragraph = document.add_paragraph(style=block.style)
    add_words(paragraph, ITEM.sub("\\1\t", block.text, count=1) if block.style == "List Number" else block.text)
    return paragraph


def _write_caption(document: Document, caption: str, number: int) -> None:
    paragraph = document.add_paragraph(style="Caption")
    add_words(paragraph, "**ตารางที่ **")
    paragraph._p.extend(field("SEQ ตารางที่ \\* ARABIC", str(number)))
    add_words(paragraph, f" {caption}")


def _write_contents(document: Document, contents: Contents, listed: list[Heading]) -> None:
    document.add_paragraph(contents.title, "TOC Heading")
    for number, heading in enumerate(listed, 1):
        paragraph = document.add_paragraph(style=f"toc {heading.level}")
        if number == 1:
            paragraph._p.extend([field_char("begin"), instruction('TOC \\o "1-2" \\h \\z \\u'), field_char("separate")])
        anchor = _anchor(number)
        page = field(f"PAGEREF {anchor} \\h", heading.page or "")
        paragraph._p.append(link(anchor, [text_run(f"{heading.text}\t"), *page]))
        if number == len(listed):
            paragraph._p.append(field_char("end"))


def _anchor(number: int) -> str:
    return f"_Toc{257000000 + number}"


def _start_section(document: Document, start: SectionStart) -> None:
    section = document.sections[0] if start.kind == "cover" else document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(section, wide=start.kind == "wide")
    if start.kind in FIRST_NUMBERS:
        _set_numbers(section, FIRST_NUMBERS[start.kind])
    if start.kind == "front":
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        section.header.paragraphs[0].text = RUNNING_HEAD
        section.footer.paragraphs[0]._p.extend(field("PAGE", "1"))


def _set_numbers(section: Section, numbers: dict[str, str]) -> None:
    for inherited in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(inherited)
    section._sectPr.find(qn("w:pgMar")).addnext(element("pgNumType", **numbers))


def _set_page(section: Section, *, wide: bool) -> None:
    section.orientation = WD_ORIENTATION.LANDSCAPE if wide else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
    section.left_margin, section.right_margin = (Cm(2.5), Cm(2.5)) if wide else (Cm(3), Cm(2))
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    section.header_distance, section.footer_distance = Cm(1.25), Cm(1)
