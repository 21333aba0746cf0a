"""Made drafts as OpenDocument text, as LibreOffice saves it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from bench.pieces import Draft, Piece

_NAMES = {
    "office": "office",
    "style": "style",
    "text": "text",
    "table": "table",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
}
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"' for short, full in _NAMES.items()
)
_BOLD = '<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/>'
_BOLD_COMPLEX = '<style:text-properties style:font-weight-complex="bold"/>'
_STYLES = (
    f'<style:style style:name="B" style:family="paragraph">{_BOLD}</style:style>'
    f'<style:style style:name="C" style:family="paragraph">{_BOLD_COMPLEX}</style:style>'
    f'<style:style style:name="T" style:family="text">{_BOLD}</style:style>'
    '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def write_odt(draft: Draft, path: Path) -> Path:
    """The draft as an OpenDocument file."""
    body = "".join(_body(draft))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.3">'
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return path


def _body(draft: Draft) -> Iterator[str]:
    entries = [piece for piece in draft.pieces if piece.kind == "entry"]
    for piece in draft.pieces:
        if piece.kind == "entry":
            if piece is entries[0]:
                yield _contents(entries, draft.contents)
        else:
            yield _piece(piece)


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "title":
            return _paragraph(piece.text, "B")
        case "heading" | "inserted":
            return _heading(piece)
        case "deleted":
            return ""
        case "bullet":
            return (
                f'<text:list text:style-name="L"><text:list-item>{_paragraph(piece.text)}</text:list-item></text:list>'
            )
        case "table":
            return _table(piece)
        case "note":
            note = f"<text:note-body>{_paragraph(piece.rows[0][0])}</text:note-body>"
            cited = "<text:note-citation>1</text:note-citation>"
            return (
                f'<text:p>{escape(piece.text)}<text:note text:note-class="footnote">{cited}{note}</text:note></text:p>'
            )
        case _:
            return _paragraph(piece.text)


def _heading(piece: Piece) -> str:
    match piece.look:
        case "style" | "outline":
            return f'<text:h text:outline-level="{piece.level}">{_spaced(piece.line)}</text:h>'
        case "bold":
            return f'<text:p><text:span text:style-name="T">{_spaced(piece.line)}</text:span></text:p>'
        case "bcs":
            return _paragraph(piece.line, "C")
        case "listed":
            return _paragraph(piece.text, "B")
        case "cell":
            return _table(Piece(kind="table", rows=((piece.line,),), bold_first=True))
        case "box":
            box = f"<draw:text-box>{_paragraph(piece.line, 'B')}</draw:text-box>"
            return f"<text:p><draw:frame>{box}</draw:frame></text:p>"
        case _:
            return _paragraph(piece.line)


def _table(piece: Piece) -> str:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell>{_paragraph(cell, 'B' if piece.bold_first and not number else '')}</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for number, row in enumerate(piece.rows)
    )
    return (
        f'<table:table><table:table-column table:number-columns-repeated="{len(piece.rows[0])}"/>{rows}</table:table>'
    )


def _contents(entries: list[Piece], kind: str) -> str:
    if kind == "table":
        rows = (("เรื่อง", "หน้า"), *((entry.line, entry.rows[0][0]) for entry in entries))
        return _table(Piece(kind="table", rows=rows, bold_first=True))
    if kind == "dots":
        return "".join(_paragraph(f"{entry.line} .................... {entry.rows[0][0]}") for entry in entries)
    lines = "".join(f"<text:p>{_spaced(entry.line)}<text:tab/>{entry.rows[0][0]}</text:p>" for entry in entries)
    if kind == "tabs":
        return lines
    return f"<text:table-of-content><text:index-body>{lines}</text:index-body></text:table-of-content>"


def _paragraph(text: str, style: str = "") -> str:
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:p{name}>{_spaced(text)}</text:p>"


def _spaced(text: str) -> str:
    """Spaces after the first are elements of their own."""
    return escape(text).replace("  ", " <text:s/>")
