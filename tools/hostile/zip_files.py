"""Zip archives that lie, overlap, swell or are no Word files."""

from __future__ import annotations

import gzip
import struct
import zipfile
import zlib
from collections.abc import Callable

from hostile.word_files import MEGABYTE, archive, document, paragraph, zipped

_GOOD = document(paragraph("วิสัยทัศน์"))
_MAIN = "word/document.xml"


def _patched(data: bytes, offset: int, value: bytes) -> bytes:
    """An archive with a field changed in the last entry of its central directory."""
    at = data.rfind(b"PK\x01\x02") + offset
    return data[:at] + value + data[at + len(value) :]


def _lying() -> bytes:
    """An entry that says 100 bytes and unpacks to 1.5 GB."""
    return _patched(_swollen(1_500), 24, struct.pack("<I", 100))


def _swollen(megabytes: int) -> bytes:
    """A main part of spaces; one packed megabyte is repeated, for packing them all would take seconds."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = packer.compress(b" " * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = once * megabytes + packer.flush()
    name = _MAIN.encode()
    size = struct.pack("<III", 0, len(packed), megabytes * MEGABYTE)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + size + struct.pack("<HH", len(name), 0) + name
    entry = b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + size
    entry += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local) + len(packed), 0)
    return local + packed + entry + b"PK\x05\x06" + end


def _many(count: int) -> bytes:
    """A central directory of many entries, which all point to one file."""
    once = archive({_MAIN: _GOOD})
    start, end = once.rfind(b"PK\x01\x02"), once.rfind(b"PK\x05\x06")
    entries = once[start:end] * count
    counts = min(count, 65_535)
    return (
        once[:start] + entries + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, counts, counts, len(entries), start, 0)
    )


def _cut(tenths: int) -> Callable[[], bytes]:
    def make() -> bytes:
        whole = archive({_MAIN: document(paragraph("วิสัยทัศน์") * 999), "word/styles.xml": _GOOD * 9}, zipfile.ZIP_STORED)
        return whole[: len(whole) * tenths // 10]

    return make


def _encrypted() -> bytes:
    data = archive({_MAIN: _GOOD})
    at = data.find(b"PK\x03\x04") + 6
    return _patched(data[:at] + b"\1" + data[at + 1 :], 8, b"\1")


_ODF = b"urn:oasis:names:tc:opendocument:xmlns:"
_ODT_HEAD = b'<?xml version="1.0" encoding="UTF-8"?><o:document-content xmlns:o="%soffice:1.0" ' % _ODF
_ODT_HEAD += b'xmlns:text="%stext:1.0" xmlns:table="%stable:1.0"><o:body><o:text>' % (_ODF, _ODF)


def _odt(body: bytes) -> Callable[[], bytes]:
    """An OpenDocument text."""
    kind = {"mimetype": b"application/vnd.oasis.opendocument.text"}
    return lambda: archive({**kind, "content.xml": _ODT_HEAD + body + b"</o:text></o:body></o:document-content>"})


_ODT_TEXT = b"<text:p>\xe0\xb8\x81</text:p>"
_REPEATED = b'<table:table-cell table:number-columns-repeated="1000000000">' + _ODT_TEXT + b"</table:table-cell>"
_ROWS = b'<table:table-row table:number-rows-repeated="1000000000">' + _REPEATED + b"</table:table-row>"
_ODT = " not-word too-much-text too-many-blocks too-many-tags too-deep"  # read, refused, or not known as a draft

ZIP_FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "ระเบิด.docx": ("part-too-large", lambda: _swollen(1_500)),
    "ขนาดเท็จ.docx": ("broken-part", _lying),
    "ระเบิดบีซิป.docx": ("broken-part", lambda: archive({_MAIN: bytes(40 * MEGABYTE)}, zipfile.ZIP_BZIP2)),
    "ระเบิดสองส่วน.docx": (
        "part-too-large",
        lambda: zipped(document=_GOOD + b" " * 40 * MEGABYTE, styles=_GOOD + b" " * 40 * MEGABYTE),
    ),
    "รายการล้าน.docx": ("too-many-parts", lambda: _many(1_000_000)),
    "รายการหกพัน.docx": ("too-many-parts", lambda: _many(6_000)),
    "รายการซ้ำ.docx": ("", lambda: _many(3)),
    "ผลรวมตรวจผิด.docx": ("broken-part", lambda: _patched(archive({_MAIN: _GOOD}), 16, b"\0\0\0\0")),
    "ตำแหน่งเท็จ.docx": ("broken-part", lambda: _patched(archive({_MAIN: _GOOD}), 42, struct.pack("<I", 7))),
    "วิธีบีบอัดไม่รู้จัก.docx": ("broken-part", lambda: _patched(archive({_MAIN: _GOOD}), 10, struct.pack("<H", 99))),
    "เข้ารหัสในซิป.docx": ("encrypted", _encrypted),
    "ชื่อออกนอกโฟลเดอร์.docx": ("", lambda: archive({"../../etc/passwd": b"x", "/abs": b"x", "a\0b": b"x", _MAIN: _GOOD})),
    "ซิปเปล่า.docx": ("not-word", lambda: archive({})),
    "ไม่ใช่เวิร์ด.docx": ("not-word", lambda: archive({"xl/workbook.xml": b"<x/>"})),
    "จีซิป.docx": ("not-text", lambda: gzip.compress(_GOOD, mtime=0)),
    "ช่องว่างพันล้าน.odt": (_ODT, _odt(_ODT_TEXT + b'<text:p>a<text:s text:c="1000000000"/>b</text:p>')),
    "ช่องตารางพันล้าน.odt": (_ODT, _odt(_ODT_TEXT + b"<table:table>" + _ROWS * 3 + b"</table:table>")),
    "ย่อหน้าล้าน.odt": (_ODT, _odt(_ODT_TEXT * 500_000)),
    "รายการซ้อนลึก.odt": (_ODT, _odt(b"<text:list><text:list-item>" * 50_000)),
    **{f"ขาดที่ {tenths} ใน 10.docx": ("broken-zip", _cut(tenths)) for tenths in range(1, 10)},
}
