"""PDF files that are damaged, locked, or built to keep a reader busy."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable, Sequence

from hostile.word_files import MEGABYTE

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_TEXT = b"BT /F1 16 Tf 72 700 Td (Vision of the office for the fiscal year 2570) Tj ET\n"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_RESOURCES = b"<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources" + _RESOURCES + b"/Contents 4 0 R>>"


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of which is the catalogue."""
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, held in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(made)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


def one_page(content: bytes = _TEXT, filters: bytes = b"", *more: bytes, pages: bytes = b"") -> bytes:
    """A PDF of one page; `more` are its objects from number 6 on."""
    tree = pages or b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf([_CATALOG, tree, _PAGE, stream(content, filters), _FONT, *more])


def zeros(megabytes: int) -> bytes:
    """A zlib stream of zeros; one packed megabyte is repeated, for packing them all would take seconds."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = (megabytes * MEGABYTE % 65_521) << 16 | 1
    return b"\x78\x9c" + once * megabytes + packer.flush() + struct.pack(">I", checksum)


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 6 + count))
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return pdf([_CATALOG, tree, b"null", stream(_TEXT), _FONT, *[_PAGE.replace(b"/XObject<</X 6 0 R>>", b"")] * count])


def _deep_tree(depth: int) -> bytes:
    levels = [b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (n + 5, n + 7) for n in range(depth)]
    tree = b"<</Type/Pages/Kids[6 0 R]/Count 1>>"
    return one_page(_TEXT, b"", *levels, _PAGE, pages=tree)


def _form(content: bytes, resources: bytes) -> bytes:
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<%s>>>>" % resources)


def _fanning(levels: int) -> bytes:
    """Each form draws the next one ten times."""
    forms = [_form(b"/X Do " * 10, b"/X %d 0 R" % (number + 7)) for number in range(levels)]
    return one_page(b"/X Do", b"", *forms, stream(_TEXT, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"))


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    made = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        made.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(made)


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _locked(user: bytes, owner: bytes) -> bytes:
    """Encrypted as PDF 1.1 has it, 40 bits: enough to ask for a password."""
    identity, permissions = bytes(16), struct.pack("<i", -4)
    by_owner = _rc4(_md5((owner + _PAD)[:32])[:5], (user + _PAD)[:32])
    key = _md5((user + _PAD)[:32] + by_owner + permissions + identity)[:5]
    content = _rc4(_md5(key + struct.pack("<I", 4)[:3] + bytes(2))[:10], _TEXT)
    lock = b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (by_owner.hex().encode(), _rc4(key, _PAD).hex().encode())
    identified = b"/Encrypt 6 0 R/ID[<%s><%s>]" % (identity.hex().encode(), identity.hex().encode())
    return pdf([_CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", _PAGE, stream(content), _FONT, lock], identified)


def _cut(tenths: int) -> Callable[[], bytes]:
    return lambda: (whole := _many_pages(50))[: len(whole) * tenths // 10]


_FLATE = b"/Filter/FlateDecode"
_OBJECTS = b"/Type/ObjStm/N 1000000000/First 1000000000" + _FLATE
_CMAP = (
    b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
    + b"1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange\n" * 2000
)
_MAPPED = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>"

READ, BROKEN, STOPPED = "", "broken-pdf", "crashed too-slow too-much-memory broken-pdf"

PDF_FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "ดี.pdf": (READ, one_page),
    "พันหน้า.pdf": (READ, lambda: _many_pages(1_000)),
    "รหัสผ่านเจ้าของ.pdf": (READ, lambda: _locked(b"", b"owner")),
    "รหัสผ่านผู้ใช้.pdf": ("encrypted", lambda: _locked(b"user", b"owner")),
    "ขยะ.pdf": (BROKEN, lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400),
    "หัวอย่างเดียว.pdf": (BROKEN, lambda: b"%PDF-1.7"),
    "ระเบิดสตรีม.pdf": (STOPPED, lambda: one_page(zeros(1_000), _FLATE)),
    "ระเบิดสองชั้น.pdf": (STOPPED, lambda: one_page(zlib.compress(zeros(1_000)), b"/Filter[/FlateDecode/FlateDecode]")),
    "ระเบิดข้อความ.pdf": (STOPPED, lambda: one_page(zlib.compress(_TEXT * 400_000, 1), _FLATE)),
    "อักษรแปดแสนตัว.pdf": (f"{READ} too-slow", lambda: one_page(zlib.compress(_TEXT * 20_000, 1), _FLATE)),
    "หมื่นหน้า.pdf": ("too-many-pages", lambda: _many_pages(10_000)),
    "จำนวนหน้าเท็จ.pdf": (READ, lambda: one_page(pages=b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>")),
    "หน้าเดียวล้านครั้ง.pdf": (
        "too-many-pages",
        lambda: one_page(pages=b"<</Type/Pages/Kids[%s]/Count 300000>>" % (b"3 0 R " * 300_000)),
    ),
    "ต้นไม้หน้าลึก.pdf": (READ, lambda: _deep_tree(20_000)),
    "ต้นไม้หน้าวน.pdf": (READ, lambda: one_page(pages=b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>")),
    "แบบวน.pdf": (READ, lambda: one_page(b"/X Do", b"", _form(b"/X Do", b"/X 6 0 R"))),
    "แบบทวีคูณ.pdf": (STOPPED, lambda: _fanning(10)),
    "กองวัตถุ.pdf": (READ, lambda: one_page(_TEXT, b"", stream(zeros(300), _OBJECTS))),
    "วงเล็บซ้อน.pdf": (READ, lambda: one_page(b"(" * MEGABYTE)),
    "อาร์เรย์ซ้อน.pdf": (READ, lambda: one_page(b"[" * MEGABYTE)),
    "พจนานุกรมซ้อน.pdf": (READ, lambda: one_page(_TEXT, b"", b"<</A" * 300_000)),
    "ดัชนีวน.pdf": (
        READ,
        lambda: pdf([_CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", _PAGE, stream(_TEXT), _FONT], b"/Prev 9"),
    ),
    "ตารางอักษรใหญ่.pdf": (
        READ,
        lambda: pdf(
            [_CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", _PAGE, stream(_TEXT), _MAPPED, stream(_CMAP), _FONT]
        ),
    ),
    "หน้ากว้างล้านเมตร.pdf": (READ, lambda: one_page().replace(b"[0 0 595 842]", b"[0 0 9e9 9e9]")),
    **{f"ขาดที่ {tenths} ใน 10.pdf": (f"{READ} {BROKEN}", _cut(tenths)) for tenths in range(1, 10)},
}
