"""Word files whose text is larger, deeper or stranger than a plan can be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MEGABYTE = 1_000_000
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>'
TITLE = "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570"


def zipped(**parts: bytes) -> bytes:
    """A zip of parts of a Word file; the names are without `word/` and `.xml`."""
    return archive({f"word/{name}.xml": data for name, data in parts.items()})


def archive(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip whose bytes do not depend on the day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, data in parts.items():
            made.writestr(zipfile.ZipInfo(name), data, method, compresslevel=1)
    return buffer.getvalue()


def document(body: bytes, prolog: bytes = HEAD) -> bytes:
    """The main part."""
    return prolog + b"<w:document " + W + b"><w:body>" + paragraph(TITLE) + body + b"</w:body></w:document>"


def paragraph(text: str | bytes, properties: bytes = b"") -> bytes:
    """A paragraph of one run."""
    data = text.encode() if isinstance(text, str) else text
    return b"<w:p><w:pPr>" + properties + b"</w:pPr><w:r><w:t>" + data + b"</w:t></w:r></w:p>"


def filled(piece: bytes, size: int = 60 * MEGABYTE) -> bytes:
    """A piece again and again, up to a size."""
    return piece * (size // len(piece))


def numbered(template: str, count: int) -> bytes:
    """A template `count` times, with its number where it has {}."""
    return "".join(map(template.format, range(count))).encode()


def nested(name: bytes, depth: int, inside: bytes = b"") -> bytes:
    """An element within itself."""
    return (b"<w:%s>" % name) * depth + inside + (b"</w:%s>" % name) * depth


def word(body: bytes) -> Callable[[], bytes]:
    """Makes a Word file of a body; the work is put off until it is asked for."""
    return lambda: zipped(document=document(body))


def _styles(styles: bytes) -> bytes:
    return HEAD + b"<w:styles " + W + b">" + styles + b"</w:styles>"


def _style_chain() -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="s{0}"><w:name w:val="s{0}"/><w:basedOn w:val="s{1}"/></w:style>'
    chain = "".join(style.format(number, number + 1) for number in range(60_000)).encode()
    return zipped(document=document(paragraph("วิสัยทัศน์", b'<w:pStyle w:val="s0"/>')), styles=_styles(chain))


def _styles_used() -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="s{0}"><w:name w:val="s{0}"/></w:style>'
    use = '<w:p><w:pPr><w:pStyle w:val="s{0}"/></w:pPr><w:r><w:t>ก</w:t></w:r></w:p>'
    return zipped(document=document(numbered(use, 20_000)), styles=_styles(numbered(style, 20_000)))


def _styles_open() -> bytes:
    sheet = _styles(filled(b"<w:latentStyles ", 4 * MEGABYTE))
    return zipped(document=document(paragraph("วิสัยทัศน์", b'<w:pStyle w:val="a"/>')), styles=sheet)


def _style_tags() -> bytes:
    sheet = _styles(filled(b"<w:style ", 4 * MEGABYTE))
    return zipped(document=document(paragraph("วิสัยทัศน์", b'<w:pStyle w:val="a"/>')), styles=sheet)


_BEGIN = b'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_INSTRUCTION = b"<w:r><w:instrText>%s</w:instrText></w:r>"
_HEADING = '<w:p><w:pPr><w:outlineLvl w:val="{}"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>'
_KNOWN = ("วิสัยทัศน์", "พันธกิจ", "เป้าประสงค์", "กลยุทธ์", "งบประมาณ", "การติดตามและประเมินผล")
_CITING = "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566-2570) แผนฯ 12 ยุทธศาสตร์ชาติ "


def _known_headings(count: int) -> bytes:
    return "".join(_HEADING.format(number % 9, _KNOWN[number % 6]) for number in range(count)).encode()


def _near_headings(count: int) -> bytes:
    """Every one another, and near to many names."""
    names = ("การติดตามและประเมินผลแผนงาน", "ผลการดำเนินงานโครงการ", "ข้อมูลพื้นฐานของสำนักงาน", "ยุทธศาสตร์การพัฒนาการศึกษา")
    letters = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
    size = len(letters)
    return "".join(
        _HEADING.format(
            number % 9,
            names[number % 4][: 6 + number % 9]
            + letters[number % size]
            + letters[number // size % size]
            + names[number % 4][8 + number % 9 :],
        )
        for number in range(count)
    ).encode()


def _shrinking_headings(count: int) -> bytes:
    """Each smaller than the one before, so that every part holds all that follow."""
    line = '<w:p><w:r><w:rPr><w:b/><w:szCs w:val="{}"/></w:rPr><w:t>วิสัยทัศน์</w:t></w:r></w:p>'
    return "".join(line.format(9 * count - number) for number in range(count)).encode()


def _table(rows: int, cell: str) -> bytes:
    row = f"<w:tr>{f'<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>' * 10}</w:tr>"
    return f"<w:tbl>{row * rows}</w:tbl>".encode()


def _attributes() -> bytes:
    return b"<w:p " + numbered('a{}="" ', 3_000_000) + b"/>"


_DTD = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">%s]>'
_LAUGHS = b"".join(b'<!ENTITY a%d "%s">' % (n + 1, b"&a%d;" % n * 10 if n else b"&a;" * 10) for n in range(12))
_XXE = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

_SENTENCE = "สำนักงานเขตพื้นที่การศึกษาส่งเสริมให้สถานศึกษาทุกแห่งพัฒนาคุณภาพผู้เรียนอย่างต่อเนื่อง "
_MARKS = b'<w:rPr><w:rFonts w:ascii="TH Sarabun" w:hAnsi="TH Sarabun" w:cs="TH Sarabun"/><w:sz w:val="32"/></w:rPr>'


def _thousand_pages() -> bytes:
    """No hostile file at all: 1,000 pages of 30 paragraphs, two headings and five citations as Word writes them."""
    line = (
        f'<w:p w:rsidR="00A1" w:rsidRDefault="00A1"><w:r>{_MARKS.decode()}<w:t>{_SENTENCE}</w:t></w:r></w:p>'.encode()
    )
    page = line * 29 + _known_headings(2) + paragraph(_CITING + _CITING[:60])
    return zipped(document=document(page * 1_000))


WORD_FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "ย่อหน้าว่างสิบล้าน.docx": ("too-many-tags", lambda: zipped(document=document(filled(b"<w:p/>")))),
    "ย่อหน้าหนึ่งตัวอักษร.docx": ("too-many-tags", lambda: zipped(document=document(filled(paragraph("ก"))))),
    "ช่วงอักษรสั้น.docx": (
        "too-many-tags",
        lambda: zipped(document=document(b"<w:p>" + filled(b"<w:r><w:t>a</w:t></w:r>") + b"</w:p>")),
    ),
    "แอตทริบิวต์สามล้าน.docx": ("too-many-tags", lambda: zipped(document=document(_attributes()))),
    "ย่อหน้าเดียวหกสิบเมกะไบต์.docx": (
        "too-much-text",
        lambda: zipped(document=document(paragraph(filled("วิสัยทัศน์ ".encode())))),
    ),
    "อักขระหนีหกสิบเมกะไบต์.docx": ("too-much-text", lambda: zipped(document=document(paragraph(filled(b"&amp;"))))),
    "ตารางล้านช่อง.docx": ("too-many-tags", lambda: zipped(document=document(_table(100_000, "ก")))),
    "ตารางสารบัญ.docx": ("", lambda: zipped(document=document(_table(4_000, "สารบัญ")))),
    "ย่อหน้าแสนเศษ.docx": (
        "too-many-blocks",
        lambda: zipped(document=document(filled(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>", 5 * MEGABYTE))),
    ),
    "หัวข้อที่รู้จักสองแสน.docx": ("too-many-tags", lambda: zipped(document=document(_known_headings(200_000)))),
    "หัวข้อที่รู้จักหมื่นเศษ.docx": ("too-many-headings", lambda: zipped(document=document(_known_headings(12_000)))),
    "หัวข้อใกล้เคียง.docx": ("too-many-headings", lambda: zipped(document=document(_near_headings(12_000)))),
    "หัวข้อใกล้เคียงพอดี.docx": ("", lambda: zipped(document=document(_near_headings(3_000)))),
    "หัวข้อเล็กลงเรื่อย.docx": ("", lambda: zipped(document=document(_shrinking_headings(3_000)))),
    "อ้างเอกสารล้านครั้ง.docx": (
        "too-many-mentions",
        lambda: zipped(document=document(filled(paragraph(_CITING * 100), 12 * MEGABYTE))),
    ),
    "อ้างเอกสารในย่อหน้าเดียว.docx": (
        "too-many-mentions",
        lambda: zipped(document=document(paragraph(filled(_CITING.encode(), 12 * MEGABYTE)))),
    ),
    "พันหน้า.docx": ("", _thousand_pages),
    "กล่องซ้อนลึก.docx": ("too-deep", word(nested(b"sdt", 100_000))),
    "ตารางซ้อนลึก.docx": ("too-deep", word(nested(b"tbl", 100_000))),
    "ฟิลด์ไม่ปิด.docx": (
        "too-many-blocks",
        lambda: zipped(document=document(filled(b"<w:p>" + _BEGIN + b"</w:p>", 8 * MEGABYTE))),
    ),
    "คำสั่งฟิลด์ยาว.docx": (
        "",
        lambda: zipped(
            document=document(
                b"<w:p>"
                + _BEGIN
                + filled(_INSTRUCTION % b"x" * 10, 4 * MEGABYTE)
                + b"</w:p>"
                + filled(b"<w:p/>", 300_000)
            )
        ),
    ),
    "ลักษณะสืบทอดหกหมื่น.docx": ("", _style_chain),
    "ลักษณะสองหมื่น.docx": ("", _styles_used),
    "ลักษณะไม่ปิด.docx": ("broken-xml", _styles_open),
    "แท็กลักษณะไม่ปิด.docx": ("", _style_tags),
    "เอนทิตีทวีคูณ.docx": ("dtd", lambda: zipped(document=document(b"&a12;", _DTD % _LAUGHS))),
    "เอนทิตีนอกแฟ้ม.docx": ("dtd", lambda: zipped(document=document(b"&x;", _XXE))),
    "ยูทีเอฟ16.docx": ("xml-encoding", lambda: zipped(document=document(b"", b"").decode().encode("utf-16"))),
    "เอ็กซ์เอ็มแอลขาด.docx": ("broken-xml", lambda: zipped(document=document(paragraph("ก"))[:-30])),
    "ไบต์เพี้ยน.docx": ("broken-xml", lambda: zipped(document=document(paragraph(b"\xff\xfe")))),
}
