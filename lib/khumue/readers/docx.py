"""Word drafts (.docx): the text as printed, with styles, tables, contents entries and recorded page breaks.

Deleted and moved-away text, hidden text and the fallback copy of a text box are left out; insertions, text boxes and
content controls are in. Headers and footers are not read. Thai letters take their weight and size from the
complex-script properties (w:bCs, w:szCs).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from khumue.document import Block, Cell, Document, DraftError, Place
from khumue.readers.package import Package, parse_xml
from khumue.readers.styles import StyleSheet, read_styles
from khumue.readers.wordbody import Paragraph, WordBody

_MAIN = "word/document.xml"
_CORE = "docProps/core.xml"
_TITLE = "http://purl.org/dc/elements/1.1/ title"


def read_docx(path: Path, data: bytes) -> Document:
    """Read a Word draft. Raises DraftError when it is damaged, not a Word file, or over a limit."""
    package = Package(data)
    if _MAIN not in package.names:
        raise DraftError("not-word")
    body = WordBody()
    parse_xml(package.read(_MAIN), _MAIN, body.start, body.end, body.text)
    sheet = read_styles(package, _used_styles(body.paragraphs))
    recorded = body.page > 1
    blocks = (_block(paragraph, sheet, recorded) for paragraph in body.paragraphs)
    return Document(
        path=path,
        kind="docx",
        title=_title(package),
        blocks=tuple(block for block in blocks if block is not None),
        pages=body.page if recorded else None,
    )


def _used_styles(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    styles = (style for each in paragraphs for style in (each.style, *(run.look.style for run in each.runs)))
    return frozenset(style for style in styles if style)


def _title(package: Package) -> str | None:
    if _CORE not in package.names:
        return None
    inside = False
    parts: list[str] = []

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal inside
        inside = name == _TITLE

    def end(_: str) -> None:
        nonlocal inside
        inside = False

    parse_xml(package.read(_CORE), _CORE, start, end, lambda text: parts.append(text) if inside else None)
    return "".join(parts).strip() or None


def _block(paragraph: Paragraph, sheet: StyleSheet, recorded: bool) -> Block | None:
    """A paragraph with its looks resolved; None where it shows no text."""
    style = sheet.style(paragraph.style)
    looks = [(run, sheet.look(style, run.look)) for run in paragraph.runs]
    shown = [("".join(run.text), look) for run, look in looks if not look.hidden]
    text = "".join(text for text, _ in shown)
    if not text.strip():
        return None
    inked = [(text, look) for text, look in shown if text.strip()]
    row = paragraph.row
    return Block(
        text=text,
        place=Place(page=paragraph.page if recorded else None, paragraph=paragraph.number),
        level=paragraph.level or style.level,
        bold=all(look.bold for _, look in inked),
        size=max(inked, key=lambda each: len(each[0]))[1].points,
        contents_entry=paragraph.contents_entry or style.contents_entry,
        text_box=paragraph.text_box,
        cell=Cell(table=row.table, row=row.number, column=paragraph.column, filled=row.filled) if row else None,
    )
