# ruff: noqa: SLF001 - python-docx has no words for most of what a form is made of; its elements are private names.
"""A blank form as a Word file.

Margins are those of official letters, left 3 cm and right 2 cm (คำอธิบายการพิมพ์หนังสือราชการภาษาไทยด้วยโปรแกรมการพิมพ์
ในเครื่องคอมพิวเตอร์, 1.1), and so are the page numbers: Thai digits between dashes, in the middle at the top, none on
the title page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from docx.enum.section import WD_ORIENTATION, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from khumue.blanks import GUIDANCE
from khumue.template.outline import Blank, Block, Field, Form, Guidance, Heading, Line, Signatures, Table
from khumue.template.wordelements import blank, bookmark, contents, field, made, runs, text_run
from khumue.template.wording import Wording
from khumue.template.wordpackage import new_document, package_bytes
from khumue.template.wordtables import write_table

_LONG, _SHORT = Cm(29.7), Cm(21)
_LEFT, _RIGHT, _TOP, _BOTTOM = Cm(3), Cm(2), Cm(2.5), Cm(2)
_SIGN = "." * 36


def write_docx(form: Form) -> bytes:
    """The form as the bytes of a .docx file, the same on every run."""
    return _Writer(form).write()


class _Writer:
    def __init__(self, form: Form) -> None:
        self._form = form
        self._wording = Wording(form.language)
        self._document = new_document(" ".join(form.title), form.properties)
        self._ids = count(1)
        self._headings = count(1)
        self._wide = False

    def write(self) -> bytes:
        form = self._form
        _set_page(self._document.sections[0], wide=False)
        if form.contents is not None:
            self._document.add_paragraph("\n".join(form.title), "Title")
            for number, line in enumerate(form.cover):
                self._paragraph(line, "Cover Text" if number else "Subtitle")
            front = self._new_section(wide=False)
            _number_pages(front, "thaiLetters")
            self._contents(form.contents)
            self._write(Guidance(text=f"{self._wording.say('use')} {self._wording.say('contents-guidance')}"))
            _number_pages(self._new_section(wide=False), "thaiNumbers")
        else:
            _number_pages(self._document.sections[0], "thaiNumbers")
            self._document.add_paragraph("\n".join(form.title), "Form Title")
            self._write(Guidance(text=self._wording.say("use")))
        for block in form.blocks:
            self._write(block)
        return package_bytes(self._document)

    def _write(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Guidance():
                self._guidance(block)
            case Blank():
                self._paragraph(block, "List Bullet" if block.item else "Body Text")
            case Line():
                self._paragraph(block, "List Bullet")
            case Field():
                self._field(block)
            case Table():
                write_table(self._document, block, self._text_width, self._ids)
            case Signatures():
                self._signatures(block)

    @property
    def _text_width(self) -> int:
        return int((_LONG if self._wide else _SHORT) - _LEFT - _RIGHT)

    def _blank(self, paragraph: Paragraph, text: str) -> None:
        paragraph._p.append(blank(text, next(self._ids)))

    def _paragraph(self, line: Line | Blank, style: str) -> None:
        paragraph = self._document.add_paragraph(line.text if isinstance(line, Line) else "", style)
        if isinstance(line, Blank):
            self._blank(paragraph, line.text)
        elif line.blank:
            paragraph.add_run(" ")
            self._blank(paragraph, line.blank)

    def _heading(self, heading: Heading) -> None:
        if heading.wide != self._wide:
            self._new_section(wide=heading.wide)
        paragraph = self._document.add_paragraph(heading.text, f"Heading {heading.level}")
        if not heading.numbered:
            paragraph._p.get_or_add_pPr().append(made('<w:numPr><w:numId w:val="0"/></w:numPr>'))
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.first_line_indent = Cm(0)
        begin, end = bookmark(next(self._headings))
        paragraph.runs[0]._r.addprevious(begin)
        paragraph._p.append(end)

    def _guidance(self, guidance: Guidance) -> None:
        word = GUIDANCE[self._form.language]
        paragraph = self._document.add_paragraph(f"[{word}: {guidance.text}", "Khumue guidance")
        if guidance.source:
            paragraph.add_run(f" {guidance.source}", "Khumue source")
        paragraph.add_run("]")

    def _field(self, block: Field) -> None:
        paragraph = self._document.add_paragraph(style="Field" if block.blank else "Field Heading")
        paragraph.add_run(block.label, "Strong")
        if block.blank:
            paragraph.add_run("\t")
            self._blank(paragraph, block.blank)

    def _signatures(self, block: Signatures) -> None:
        for signer in block.signers:
            self._document.add_paragraph(f"{block.signed} {_SIGN} {signer}", "Signature")
            self._paragraph(Blank(text=block.post), "Signature")
        for paragraph in self._document.paragraphs[-2 * len(block.signers) : -1]:
            paragraph.paragraph_format.keep_with_next = True

    def _contents(self, title: Heading) -> None:
        headings = [block for block in self._form.blocks if isinstance(block, Heading)]
        entries = [(heading.level, text) for heading, text in zip(headings, _numbered(headings), strict=True)]
        self._document.element.body.sectPr.addprevious(contents(title.text, entries))

    def _new_section(self, *, wide: bool) -> Section:
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        _set_page(section, wide=wide)
        for numbers in section._sectPr.findall(qn("w:pgNumType")):
            numbers.attrib.pop(qn("w:start"), None)  # pages count on
        self._wide = wide
        return section


def _set_page(section: Section, *, wide: bool) -> None:
    section.orientation = WD_ORIENTATION.LANDSCAPE if wide else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    section.left_margin, section.right_margin = _LEFT, _RIGHT
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.header_distance, section.footer_distance = Cm(1.25), Cm(1)


def _number_pages(section: Section, kind: str) -> None:
    """Number the pages of a section and of those after it from 1, between dashes: - ๒ -."""
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph._p.extend(runs(text_run("- ") + field("PAGE", "") + text_run(" -")))
    for numbers in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(numbers)
    section._sectPr.find(qn("w:pgMar")).addnext(made(f'<w:pgNumType w:fmt="{kind}" w:start="1"/>'))


def _numbered(headings: Sequence[Heading]) -> Iterator[str]:
    """The headings as they are printed, with their numbers."""
    chapter = part = 0
    for heading in headings:
        if not heading.numbered:
            yield heading.text
        elif heading.level == 1:
            chapter, part = chapter + 1, 0
            yield f"{chapter}. {heading.text}"
        else:
            part += 1
            yield f"{chapter}.{part} {heading.text}"
