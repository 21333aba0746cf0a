"""Blocks to a Word file that has the same bytes on every run."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from sample.render import write_blocks
from sample.words import OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document

    from sample.blocks import Block

WRITTEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PARTS = Path(__file__).with_name("word")
OWN_PARTS = {
    f"{folder}/{name}": PARTS / name
    for folder, name in (("word", "settings.xml"), ("word", "fontTable.xml"), ("docProps", "app.xml"))
}
"""Parts of the template that ours replace: Word's present layout rules, Thai as the language, the font's other name."""
UNUSED_PARTS = ("stylesWithEffects", "customXml", "webSettings", "numbering")
"""Parts of the template of python-docx that the plan does not need, by the end of their relationship type."""


def word_file(blocks: Iterable[Block]) -> bytes:
    """The plan as the bytes of a .docx file."""
    document = docx.Document()
    _drop_unused(document)
    _set_styles(document)
    _set_properties(document)
    write_blocks(document, list(blocks))
    file = BytesIO()
    document.save(file)
    return _repacked(file)


def _drop_unused(document: Document) -> None:
    for owner in (document.part, document.part.package):
        for key, relationship in list(owner.rels.items()):
            kind = relationship.reltype.rsplit("/", 1)[-1]
            if kind in UNUSED_PARTS or relationship.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del owner.rels[key]


def _set_styles(document: Document) -> None:
    ours = parse_xml((PARTS / "styles.xml").read_bytes())
    styles = document.styles.element
    for style in list(styles):
        styles.remove(style)
    styles.extend(list(ours))


def _set_properties(document: Document) -> None:
    properties = document.core_properties
    properties.title = "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570 (ตัวอย่าง)"
    properties.subject = "เอกสารตัวอย่าง หน่วยงานและข้อมูลทั้งหมดสมมติขึ้น"
    properties.author = properties.last_modified_by = f"กลุ่มนโยบายและแผน {OFFICE}"
    properties.language = "th-TH"
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = WRITTEN
    properties.revision = 1


def _repacked(file: BytesIO) -> bytes:
    """The same parts, ours in place of the template's, each dated 1980 so that the bytes never change."""
    made = BytesIO()
    with ZipFile(file) as old, ZipFile(made, "w", ZIP_DEFLATED, compresslevel=9) as new:
        for part in old.infolist():
            entry = ZipInfo(part.filename, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            own = OWN_PARTS.get(part.filename)
            new.writestr(entry, own.read_bytes() if own else old.read(part))
    return made.getvalue()
