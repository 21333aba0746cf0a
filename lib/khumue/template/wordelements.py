"""Elements of a Word file that python-docx has no words for: fields, content controls, the table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_SPACE = 'xml:space="preserve"'


def made(xml: str) -> BaseOxmlElement:
    """The element that a piece of XML in the prefix `w` describes."""
    head, sign, rest = xml.partition(">")
    closing = head.endswith("/")
    element: Any = parse_xml(f"{head.removesuffix('/')} {nsdecls('w')}{'/' * closing}{sign}{rest}")
    return element


def text_run(text: str, style: str = "") -> str:
    """A run of text in a character style."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{look}<w:t {_SPACE}>{escape(text)}</w:t></w:r>"


def blank(text: str, number: int) -> BaseOxmlElement:
    """A blank: one click selects the whole of it, and what is typed takes its place and its looks from the text."""
    return made(
        f'<w:sdt><w:sdtPr><w:id w:val="{number}"/><w:temporary/><w:showingPlcHdr/></w:sdtPr>'
        f"<w:sdtContent>{text_run(text, 'PlaceholderText')}</w:sdtContent></w:sdt>"
    )


def field(code: str, result: str) -> str:
    """A field, with the result that shows until Word works it out."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText {_SPACE}> {code} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{text_run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def runs(xml: str) -> Sequence[BaseOxmlElement]:
    """The runs that a piece of XML describes."""
    return list(made(f"<w:p>{xml}</w:p>"))


def bookmark(number: int) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """The beginning and the end of the bookmark of a heading."""
    begin = f'<w:bookmarkStart w:id="{number}" w:name="{_anchor(number)}"/>'
    return made(begin), made(f'<w:bookmarkEnd w:id="{number}"/>')


def contents(title: str, entries: Sequence[tuple[int, str]]) -> BaseOxmlElement:
    """A table of contents: a field that lists level and text of each heading, linked, until Word adds the pages."""
    first = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText {_SPACE}> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    last = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    listed = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{first if number == 1 else ""}'
        f'<w:hyperlink w:anchor="{_anchor(number)}" w:history="1">{text_run(text)}<w:r><w:tab/></w:r></w:hyperlink>'
        f"{last if number == len(entries) else ''}</w:p>"
        for number, (level, text) in enumerate(entries, 1)
    )
    return made(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f'</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{text_run(title)}</w:p>{listed}'
        "</w:sdtContent></w:sdt>"
    )


def _anchor(number: int) -> str:
    return f"_Toc{257000000 + number}"
