"""A Word file around the text: styles, numbers of headings, properties; with the same bytes on every run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

_PARTS = Path(__file__).with_name("word")
_OWN = {
    **{f"word/{name}.xml": _PARTS / f"{name}.xml" for name in ("settings", "fontTable", "numbering")},
    "docProps/app.xml": _PARTS / "app.xml",
}
_UNUSED = ("stylesWithEffects", "customXml", "webSettings")
# The date on which the forms took their present shape; a date of today would make every file another one.
_DATED = datetime(2026, 11, 20, tzinfo=UTC)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_NAMESPACES = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # that of the author's own properties


def new_document(title: str, properties: Mapping[str, str]) -> Document:
    """An empty document with our styles and these properties."""
    document = docx.Document(BytesIO(_empty()))
    # For each paragraph python-docx looks through all styles, twice: half of the time that a form took.
    document.part.get_style_id = cache(document.part.get_style_id)
    core = document.core_properties
    core.title, core.language = title, "th-TH"
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.created = core.modified = _DATED
    core.revision = 1
    if properties:
        _add_properties(document, properties)
    return document


@cache
def _empty() -> bytes:
    """The document that python-docx brings, without what a form does not use, and with our styles."""
    document, saved = docx.Document(), BytesIO()
    for owner in (document.part, document.part.package):
        for key, relationship in list(owner.rels.items()):
            if relationship.reltype.endswith(_UNUSED) or relationship.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del owner.rels[key]
    styles = document.styles.element
    for style in list(styles):
        styles.remove(style)
    styles.extend(list(parse_xml((_PARTS / "styles.xml").read_bytes())))
    document.save(saved)
    return saved.getvalue()


def _add_properties(document: Document, properties: Mapping[str, str]) -> None:
    listed = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties.items(), 2)
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties {_CUSTOM_NAMESPACES}>{listed}</Properties>'
    )
    package = document.part.package
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM, xml.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def package_bytes(document: Document) -> bytes:
    """The file, each part dated alike and ours in place of those that python-docx brings."""
    saved, packed = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as old, ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as new:
        for part in old.infolist():
            entry = ZipInfo(part.filename, date_time=_ZIP_DATE)
            entry.compress_type = ZIP_DEFLATED
            own = _OWN.get(part.filename)
            new.writestr(entry, own.read_bytes() if own else old.read(part))
    return packed.getvalue()
