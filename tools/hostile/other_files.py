"""Files of other kinds: text, Markdown, HTML, old Word, pictures, noise."""

from __future__ import annotations

from collections.abc import Callable

from hostile.word_files import MEGABYTE, TITLE, filled

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_PAGE = b"<!DOCTYPE html><html><body>"
_MANY = " too-many-blocks"  # or "", where a page is read as plain text
_HEAD = f"# {TITLE}\n\n".encode()


_SHEET = (
    f"# {TITLE}\n\nชื่อโครงการ ก\n\nหลักการและเหตุผล ข\n\nวัตถุประสงค์ ค\n\nวิธีดำเนินการ ง\n\nงบประมาณ\n\n"
    "|ที่|รายการ|งบประมาณ (บาท)|\n|--|--|--|\n"
)
_SHEET_LINES = "".join(f"{name} {'x' * 52}\n" for name in ("ชื่อโครงการ", "งบประมาณ", "เป้าหมาย"))


def _unknown_laws(count: int) -> bytes:
    """Laws that there are not, every one another."""
    letters = "กขคงจชดตถท"
    names = ("".join(letters[int(digit)] for digit in f"{number:05}") for number in range(count))
    return f"{TITLE}\n{' '.join(f'พระราชบัญญัติระเบียบบริหาร{name} พ.ศ. 2560' for name in names)}".encode()


def _noise(size: int) -> bytes:
    """The same noise on every machine."""
    value, made = 1, bytearray()
    for _ in range(size):
        value = value * 1_103_515_245 + 12_345 & 0x7FFFFFFF
        made.append(value >> 16 & 255)
    return bytes(made)


def _markdown(piece: str, size: int = MEGABYTE, end: str = "") -> Callable[[], bytes]:
    return lambda: _HEAD + filled(piece.encode(), size) + end.encode()


OTHER_FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "ข้อความสองร้อยเมกะไบต์.txt": ("too-much-text", lambda: filled("วิสัยทัศน์\n".encode(), 200 * MEGABYTE)),
    "ใหญ่เกิน.txt": ("too-large", lambda: bytes(200 * MEGABYTE + 1)),
    "ช่องว่างสองร้อยเมกะไบต์.txt": ("empty", lambda: b" " * 200 * MEGABYTE),
    "สิบล้านบรรทัด.txt": ("too-many-blocks", lambda: b"\n" * 5 * MEGABYTE + "ก".encode()),
    "บรรทัดสั้น.txt": ("too-many-blocks", lambda: filled("ก\r".encode(), 4 * MEGABYTE)),
    "บรรทัดเดียว.txt": ("", lambda: filled("วิสัยทัศน์ ".encode(), 12 * MEGABYTE)),
    "บรรทัดเดียวเลขข้อ.txt": ("", lambda: filled(b"1. ", 4 * MEGABYTE)),
    "ยูทีเอฟ16.txt": ("", lambda: ("วิสัยทัศน์\n" * 1_000).encode("utf-16")),
    "ดอกจัน.md": ("", _markdown("*")),
    "วงเล็บเหลี่ยม.md": ("", _markdown("[")),
    "ลิงก์ไม่ปิด.md": ("", _markdown("[a](")),
    "เส้นตั้ง.md": ("too-many-blocks", _markdown("|")),
    "ช่องตารางว่าง.md": ("too-many-blocks", _markdown("|a")),
    "เส้นตารางไม่จบ.md": ("", _markdown("-", end="x")),
    "หัวข้อเว้นวรรค.md": ("", lambda: _HEAD + b"# " + b" " * MEGABYTE + b"x"),
    "หัวข้อสี่เหลี่ยม.md": ("", lambda: _HEAD + b"# a" + filled(b" #", MEGABYTE) + b"x"),
    "หมายเหตุไม่ปิด.md": ("", _markdown("<!--")),
    "ขีดล่าง.md": ("", _markdown("_a_ ")),
    "ตัวหนา.md": ("", _markdown("**a")),
    "รั้ว.md": ("", _markdown("```\n", 300_000)),
    "อ้างซ้อน.md": ("", _markdown("> ")),
    "จุดไข่ปลา.md": ("", _markdown(".")),
    "สารบัญและเลขข้อ.md": (
        "",
        lambda: _HEAD + filled("วิสัยทัศน์ ..... 1\n".encode(), 200_000) + filled(b"1. a\n", 200_000),
    ),
    "ซ้อนแสนชั้น.html": (
        " too-deep",
        lambda: b"<html><body>" + b"<div>" * 100_000 + "วิสัยทัศน์".encode() + b"</div>" * 100_000,
    ),
    "ย่อหน้าไม่ปิด.html": (_MANY, lambda: _PAGE + filled(b"<p>a", MEGABYTE)),
    "ตัวหนาไม่ปิด.html": ("", lambda: _PAGE + b"<b>" * 200_000 + b"x" + b"</i>" * 100_000),
    "แอตทริบิวต์ไม่ปิด.html": ("", lambda: _PAGE + b"<p " + filled(b'a="', MEGABYTE)),
    "หมายเหตุไม่ปิด.html": ("", lambda: _PAGE + filled(b"<!--", MEGABYTE)),
    "อักขระไม่ปิด.html": ("", lambda: _PAGE + filled(b"&#x", MEGABYTE)),
    "แท็กไม่ปิด.html": ("", lambda: b"<html>" + b"<" * MEGABYTE),
    "ย่อหน้าว่าง.html": (" too-many-tags", lambda: _PAGE + filled(b"<p>", 3 * MEGABYTE)),
    "ช่องกว้าง.html": (_MANY, lambda: _PAGE + b"<table><tr>" + filled(b"<td rowspan=2 colspan=200>", 3 * MEGABYTE)),
    "ปิดสิ่งที่ไม่เปิด.html": (" too-many-tags", lambda: _PAGE + b"<i><div>" + b"<b>" * 60 + filled(b"</i>", 3 * MEGABYTE)),
    "หมายเหตุว่าง.html": (_MANY, lambda: _PAGE + filled(b"<!---->", 3 * MEGABYTE)),
    "หมายเหตุว่าง.md": ("too-many-blocks", _markdown("<!---->", 3 * MEGABYTE)),
    "ข้อยกเว้นสองหมื่น.md": ("too-many-waivers", _markdown("<!-- khumue: ignore S101: x -->\n", 600_000)),
    "งบรวมของงบรวม.md": (
        "",
        lambda: (
            _SHEET + "".join(f"|{n}|ก{n}|{2 ** (40 - n)}|\n" for n in range(41)) + "|41|ก|1|\n||รวม|5|\n"
        ).encode(),
    ),
    "แบบโครงการหมื่นเศษ.txt": ("", lambda: filled(_SHEET_LINES.encode(), 6_200_000)),
    "กฎหมายไม่รู้จัก.txt": ("too-many-mentions", lambda: _unknown_laws(12_000)),
    "ศูนย์ไบต์.docx": ("empty", lambda: b""),
    "มีแต่ช่องว่าง.md": ("empty", lambda: b" \n\t"),
    "ไบต์ศูนย์.docx": ("not-text", lambda: bytes(MEGABYTE)),
    "ไบต์ศูนย์.txt": ("not-text", lambda: bytes(MEGABYTE)),
    "สัญญาณรบกวน.docx": ("not-text", lambda: b"\1" + _noise(100_000)),
    "สัญญาณรบกวน.txt": ("not-text", lambda: b"\1" + _noise(100_000)),
    "เวิร์ดรุ่นเก่า.docx": ("old-office", lambda: _OLE + "WordDocument".encode("utf-16-le")),
    "มีรหัสผ่าน.docx": ("encrypted", lambda: _OLE + "EncryptedPackage".encode("utf-16-le")),
    "อาร์ทีเอฟ.docx": ("rtf", lambda: b"{\\rtf1\\ansi " + b"{" * MEGABYTE),
    "ภาพ.docx": ("picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "หน้าเว็บ.docx": ("", lambda: b"<html><body>x</body></html>"),
}
