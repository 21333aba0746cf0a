"""A Word draft with what real ones hold: people's comments, tracked changes, boxes, tables, fields, notes."""

from __future__ import annotations

from pathlib import Path

from docxfiles import MC, STYLES, W, heading, paragraph, table, write_docx

_OFFICE = "http://schemas.openxmlformats.org"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = f"{_OFFICE}/officeDocument/2006/relationships"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
W16 = 'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"'

TITLE = "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570"


def _comment(name: int, author: str, initials: str, paragraph: str, text: str) -> str:
    return (
        f'<w:comment w:id="{name}" w:author="{author}" w:initials="{initials}"><w:p w14:paraId="{paragraph}"><w:r>'
        f"<w:t>{text}</w:t></w:r></w:p></w:comment>\n"
    )


PEOPLE = (
    f'<?xml version="1.0" encoding="UTF-8"?>\r\n<w:comments {W} {W14}>'
    + _comment(0, "หัวหน้ากลุ่ม", "หก", "0A0A0A0A", "ดูอีกครั้ง")
    + _comment(7, "Khumue", "K", "0B0B0B0B", "khumue: ยกเว้น S107: ตกลงแล้ว")
    + "</w:comments>\n"
)
EXTENDED = f'<w15:commentsEx {W15}><w15:commentEx w15:paraId="0A0A0A0A" w15:done="0"/></w15:commentsEx>'

_BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
    "</w:r><w:r><w:t>{1}</w:t></w:r></w:p>"
)
_SIMPLE = '<w:p><w:fldSimple w:instr=" TITLE "><w:r><w:t>ชื่อแผน</w:t></w:r></w:fldSimple></w:p>'
_FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_LINK = '<w:p><w:hyperlink w:anchor="ก"><w:r><w:t>ไปยังหัวข้อ</w:t></w:r></w:hyperlink></w:p>'
_TRACKED = (
    '<w:p><w:pPr><w:rPr><w:ins w:id="3" w:author="ก"/></w:rPr></w:pPr>'
    '<w:ins w:id="4" w:author="ก"><w:r><w:t>เพิ่ม</w:t></w:r></w:ins>'
    '<w:del w:id="5" w:author="ก"><w:r><w:delText>ลบ</w:delText></w:r></w:del></w:p>'
    '<w:p><w:pPr><w:rPr><w:del w:id="6" w:author="ก"/></w:rPr></w:pPr>'
    '<w:del w:id="8" w:author="ก"><w:r><w:delText>ลบทั้งย่อหน้า</w:delText></w:r></w:del></w:p>'
)
_COMMENTED = (
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>มีความเห็นแล้ว</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="0"/></w:r></w:p>'
    '<w:p><w:r><w:t>และอีกข้อ</w:t><w:commentReference w:id="7"/></w:r></w:p>'
)
_NOTE = '<w:p><w:r><w:t>มีเชิงอรรถ</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
FOOTNOTES = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>เชิงอรรถ</w:t></w:r></w:p></w:footnote></w:footnotes>'
_CONTROL = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{paragraph('ในกล่องควบคุม')}</w:sdtContent></w:sdt>"
_NESTED = f"<w:tbl><w:tr><w:tc>{table(['ตารางใน'])}{heading('พันธกิจ', 2)}<w:p/></w:tc></w:tr></w:tbl>"

BODY = (
    "<w:p/>",
    _BOX.format(paragraph("กล่องบนปก", properties="<w:jc w:val='center'/>"), "หน้าปก"),
    paragraph(TITLE),
    heading("ข้อมูลทั่วไป"),
    paragraph("ข้อมูล > และ <อื่น ๆ>", properties='<w:pPrChange w:id="9" w:author="a>b"><w:pPr/></w:pPrChange>'),
    _TRACKED,
    _SIMPLE,
    _FIELD,
    _LINK,
    _COMMENTED,
    _NOTE,
    _CONTROL,
    table(["โครงการ", "งบประมาณ"], ["อบรม", "50,000"]),
    _NESTED,
    "<w:p   ></w:p>",
    heading("พันธกิจ"),
    paragraph("จัดการศึกษาให้ทั่วถึง"),
    "<w:sectPr/>",
)


def content_types(*parts: tuple[str, str]) -> str:
    """The list of types; each part with its type."""
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<?xml version="1.0"?>\n<Types xmlns="{_OFFICE}/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )


def relationships(*targets: tuple[str, str]) -> str:
    """Relations of the main part: kind and target."""
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{each}</Relationships>'


def write_real(path: Path, *body: str, main: str = f"{_KIND}.document.main+xml") -> Path:
    """A draft with all of it, or with another body."""
    return write_docx(
        path,
        *(body or BODY),
        parts={
            "[Content_Types].xml": content_types(
                ("word/document.xml", main),
                ("word/comments.xml", f"{_KIND}.comments+xml"),
                ("word/footnotes.xml", f"{_KIND}.footnotes+xml"),
            ),
            "word/_rels/document.xml.rels": relationships(
                ("styles", "styles.xml"),
                ("comments", "comments.xml"),
                ("footnotes", "footnotes.xml"),
                ("commentsExtended", "commentsExtended.xml"),
            ),
            "word/document.xml": "\ufeff<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n"
            f"<w:document {W} {MC} mc:Ignorable=''><!-- ก --><w:body>{''.join(body or BODY)}</w:body ></w:document>\n",
            "word/comments.xml": PEOPLE,
            "word/commentsExtended.xml": EXTENDED,
            "word/footnotes.xml": FOOTNOTES,
            "word/styles.xml": STYLES,
            "word/media/image1.png": bytes(range(256)) * 64,
            "customXml/item1.xml": "<ก/>",
        },
    )
