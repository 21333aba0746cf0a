"""Word files for tests, written part by part so that a test says exactly what is in them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

STYLES = f"""<?xml version="1.0" encoding="UTF-8"?><w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:bCs/><w:szCs w:val="36"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="heading 2"/><w:basedOn w:val="a1"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="หัวข้อของเรา"/><w:basedOn w:val="a1"/></w:style>
<w:style w:type="paragraph" w:styleId="sized"><w:name w:val="หัวข้อระดับสาม"/><w:basedOn w:val="Normal"/>
<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="round"><w:name w:val="วน"/><w:basedOn w:val="round2"/></w:style>
<w:style w:type="paragraph" w:styleId="round2"><w:name w:val="วน 2"/><w:basedOn w:val="round"/></w:style>
</w:styles>"""

_OFFICE = "http://schemas.openxmlformats.org"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'<Types xmlns="{_OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
    f'Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def paragraph(text: str = "", *, style: str = "", run: str = "", properties: str = "") -> str:
    """A paragraph of one run; `run` and `properties` are XML for w:rPr and w:pPr."""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f"<w:p><w:pPr>{name}{properties}</w:pPr>"
        f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def heading(text: str, level: int = 1) -> str:
    """A paragraph in Word's own heading style."""
    return paragraph(text, style=f"a{level}")


def table(*rows: list[str], bold_first: bool = False) -> str:
    """A table of plain cells."""
    cells = [
        "".join(
            f"<w:tc>{paragraph(cell, run='<w:b/><w:bCs/>' if bold_first and not number else '')}</w:tc>" for cell in row
        )
        for number, row in enumerate(rows)
    ]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def document(body: str, prolog: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    """The main part."""
    return f"{prolog}<w:document {W} {MC}><w:body>{body}</w:body></w:document>"


def write_docx(path: Path, *body: str, parts: Mapping[str, str | bytes] | None = None) -> Path:
    """A Word file with this body; `parts` adds parts or replaces them."""
    held: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document("".join(body)),
        "word/styles.xml": STYLES,
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return path
