"""Made drafts as Word files, as Word saves them: with footnotes, a running header, fields and tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import docxfiles
from bench.pieces import Draft, Piece
from docxfiles import MC, W, paragraph

_BOLD = "<w:b/><w:bCs/>"
_OFFICE = "http://schemas.openxmlformats.org"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_R = f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_PARTS = ("styles", "footnotes", "header1", "numbering")
_TYPES = (
    f'<Types xmlns="{_OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{each}.xml" ContentType="{_KIND}.{each.strip("1")}+xml"/>' for each in _PARTS)
    + "</Types>"
)
_RELATIONS = (
    f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">'
    + "".join(
        f'<Relationship Id="{each}" Target="{each}.xml" '
        f'Type="{_OFFICE}/officeDocument/2006/relationships/{each.strip("1")}"/>'
        for each in _PARTS
    )
    + "</Relationships>"
)
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    f'<w:lvlText w:val="{".".join(f"%{n + 1}" for n in range(level + 1))}."/></w:lvl>'
    for level in range(3)
)
_NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{_LEVELS}'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
_PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>'
)
_HEADING_3 = (
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="heading 3"/><w:basedOn w:val="a1"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>'
)
_STYLES = docxfiles.STYLES.replace("</w:styles>", _HEADING_3).replace('<w:sz w:val="22"/>', '<w:sz w:val="32"/>')


def write_docx(draft: Draft, path: Path) -> Path:
    """The draft as a Word file."""
    notes: list[str] = []
    body = "".join(_body(draft, notes))
    page = '<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    header = paragraph(draft.running_header).replace("</w:p>", page)
    prolog = '<?xml version="1.0" encoding="UTF-8"?>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "word/_rels/document.xml.rels": _RELATIONS,
        "word/document.xml": f"{prolog}<w:document {W} {MC} {_R} {_V}><w:body>{body}{_PAGE}</w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/numbering.xml": prolog + _NUMBERING,
        "word/header1.xml": f"{prolog}<w:hdr {W}>{header}</w:hdr>",
        "word/footnotes.xml": f"{prolog}<w:footnotes {W}>{''.join(notes)}</w:footnotes>",
    }
    return docxfiles.write_docx(path, parts=parts)


def _body(draft: Draft, notes: list[str]) -> Iterator[str]:
    entries = [piece for piece in draft.pieces if piece.kind == "entry"]
    for piece in draft.pieces:
        if piece.kind == "entry":
            if piece is entries[0]:
                yield _contents(entries, draft.contents)
        elif piece.kind == "note":
            notes.append(_footnote(len(notes) + 1, piece.rows[0][0]))
            yield _with_footnote(piece.text, len(notes))
        else:
            yield _piece(piece)


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "title":
            return paragraph(piece.text, run=f'{_BOLD}<w:sz w:val="44"/><w:szCs w:val="44"/>')
        case "heading":
            return _heading(piece)
        case "deleted":
            return (
                _heading(piece)
                .replace("<w:r>", "<w:del><w:r>")
                .replace("</w:r>", "</w:r></w:del>")
                .replace("<w:t ", "<w:delText ")
                .replace("</w:t>", "</w:delText>")
            )
        case "inserted":
            return _heading(piece).replace("<w:r>", "<w:ins><w:r>").replace("</w:r>", "</w:r></w:ins>")
        case "bullet":
            return paragraph(piece.text, properties=_list(2, 0))
        case "table":
            return table(piece.rows, bold_first=piece.bold_first)
        case _:
            return paragraph(piece.text)


def _heading(piece: Piece) -> str:
    match piece.look:
        case "style":
            return paragraph(piece.line, style=f"a{piece.level}")
        case "outline":
            return paragraph(piece.line, properties=f'<w:outlineLvl w:val="{piece.level - 1}"/>', run=_BOLD)
        case "bcs":
            return paragraph(piece.line, run="<w:bCs/>")
        case "listed" if piece.number:
            return paragraph(piece.text, properties=_list(1, piece.level - 1), run=_BOLD)
        case "bold" | "listed":
            return paragraph(piece.line, run=_BOLD)
        case "cell":
            return table(((piece.line,),), bold_first=True)
        case "box":
            return (
                '<w:p><w:r><w:pict><v:shape style="width:400pt;height:40pt"><v:textbox><w:txbxContent>'
                f"{paragraph(piece.line, run=_BOLD)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
            )
        case _:
            return paragraph(piece.line)


def _list(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def table(rows: tuple[tuple[str, ...], ...], *, bold_first: bool) -> str:
    """A table with its grid, as Word needs it, and the paragraph that keeps it from the next table."""
    grid = "<w:gridCol/>" * len(rows[0])
    properties = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    cells = docxfiles.table(*(list(row) for row in rows), bold_first=bold_first)
    return cells.replace("<w:tbl>", f"<w:tbl>{properties}") + "<w:p/>"


def _contents(entries: list[Piece], kind: str) -> str:
    if kind == "table":
        rows = (("เรื่อง", "หน้า"), *((entry.line, entry.rows[0][0]) for entry in entries))
        return table(rows, bold_first=True)
    lines = [_entry(entry, kind) for entry in entries]
    if kind == "field":
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h '
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        lines[0] = lines[0].replace("<w:r>", f"{begin}<w:r>", 1)
        lines.append('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
    return "".join(lines)


def _entry(entry: Piece, kind: str) -> str:
    page = entry.rows[0][0]
    if kind == "dots":
        return paragraph(f"{entry.line} .................... {page}")
    leader = "none" if kind == "tabs" else "dot"
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="{leader}" w:pos="9000"/></w:tabs>'
    own = paragraph(entry.line, style="toc1" if kind == "style" else "", properties=tabs)
    return own.replace("</w:p>", f"<w:r><w:tab/><w:t>{page}</w:t></w:r></w:p>")


def _footnote(number: int, text: str) -> str:
    small = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    return f'<w:footnote w:id="{number}">{paragraph(text, run=small)}</w:footnote>'


def _with_footnote(text: str, number: int) -> str:
    return (
        f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r></w:p>'
    )
