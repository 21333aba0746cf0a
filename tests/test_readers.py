"""Drafts as their readers hand them over."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docxfiles import document, heading, paragraph, table, write_docx
from khumue.document import Block, Document
from khumue.readers import read_draft
from khumue.readers.markdown import read_markdown

BOLD = "<w:b/><w:bCs/>"


def texts(draft: Document) -> list[str]:
    return [block.text for block in draft.blocks]


def only(path: Path, *body: str) -> Block:
    (block,) = read_draft(write_docx(path / "แผน.docx", *body)).blocks
    return block


# --- Word -------------------------------------------------------------------------------------------------------------


def test_levels_follow_style_names_and_outline_through_based_on(tmp_path: Path) -> None:
    draft = read_draft(
        write_docx(
            tmp_path / "แผน.docx",
            heading("ส่วนที่ 1", 1),
            heading("1.1", 2),
            paragraph("ของเรา", style="own"),
            paragraph("ระดับสาม", style="sized"),
            paragraph("ตรง", properties='<w:outlineLvl w:val="3"/>'),
            paragraph("เนื้อความ"),
            paragraph("เนื้อความ", properties='<w:outlineLvl w:val="9"/>'),
            paragraph("วนกัน", style="round"),
        )
    )
    assert [block.level for block in draft.blocks] == [1, 2, 1, 3, 4, None, None, None]


@pytest.mark.parametrize(
    ("run", "bold"),
    [
        ("<w:bCs/>", True),
        ("<w:b/>", True),
        ('<w:bCs w:val="0"/>', False),
        ('<w:bCs w:val="false"/>', False),
        ("", False),
    ],
)
def test_bold_is_that_of_thai_letters(tmp_path: Path, run: str, bold: bool) -> None:
    assert only(tmp_path, paragraph("วิสัยทัศน์", run=run)).bold is bold


def test_a_half_bold_line_is_not_bold(tmp_path: Path) -> None:
    runs = f"<w:p><w:r><w:rPr>{BOLD}</w:rPr><w:t>วิสัยทัศน์</w:t></w:r><w:r><w:t> ของเรา</w:t></w:r></w:p>"
    assert not only(tmp_path, runs).bold


def test_sizes_are_points_of_thai_letters(tmp_path: Path) -> None:
    draft = read_draft(
        write_docx(
            tmp_path / "a.docx",
            paragraph("ก", run='<w:sz w:val="20"/><w:szCs w:val="36"/>'),
            paragraph("ข"),
            heading("ค"),
        )
    )
    assert [block.size for block in draft.blocks] == [18, 16, 18]
    assert draft.body_size == 18


def test_text_as_printed(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>ก่อน</w:t></w:r>"
        "<w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>ลบ</w:delText><w:t>ลบ</w:t></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>ย้าย</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t>กล่อง</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:tab/><w:t>ท้าย</w:t><w:br/><w:t>ใหม่</w:t></w:r></w:p>"
    )
    assert only(tmp_path, body).text == "ก่อนเพิ่มกล่อง\tท้าย\nใหม่"


def test_a_text_box_is_read_once_and_text_after_it_goes_on(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>ในกรอบ</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>ก่อน</w:t><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent><w:t>หลัง</w:t></w:r></w:p>"
    )
    blocks = read_draft(write_docx(tmp_path / "a.docx", body)).blocks
    assert [(block.text, block.text_box) for block in blocks] == [("ในกรอบ", True), ("ก่อนหลัง", False)]


def test_tables_know_their_rows(tmp_path: Path) -> None:
    blocks = read_draft(write_docx(tmp_path / "a.docx", table(["ก", "ข", ""], ["ค", "", ""]), table(["ง"]))).blocks
    assert [block.cell and (block.cell.table, block.cell.row, block.cell.filled) for block in blocks] == [
        (1, 1, 2),
        (1, 1, 2),
        (1, 2, 1),
        (2, 1, 1),
    ]


def test_a_contents_field_marks_its_entries(tmp_path: Path) -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    body = (
        f"<w:p>{char('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{char('separate')}"
        f"<w:r><w:t>วิสัยทัศน์</w:t></w:r></w:p><w:p><w:r><w:t>พันธกิจ</w:t></w:r>{char('end')}</w:p>"
        + paragraph("หลังสารบัญ")
        + paragraph("ตามลักษณะ", style="toc1")
        + '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>'
    )
    blocks = read_draft(write_docx(tmp_path / "a.docx", body)).blocks
    assert [block.contents_entry for block in blocks] == [True, True, False, True, False]


def test_pages_where_word_recorded_them(tmp_path: Path) -> None:
    broken = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>ข</w:t></w:r></w:p>"
    draft = read_draft(write_docx(tmp_path / "a.docx", paragraph("ก"), broken, paragraph("ค")))
    assert [block.place.page for block in draft.blocks] == [1, 2, 2]
    assert draft.pages == 2
    unrecorded = read_draft(write_docx(tmp_path / "b.docx", paragraph("ก")))
    assert (unrecorded.pages, unrecorded.blocks[0].place.page) == (None, None)


def test_title_property(tmp_path: Path) -> None:
    core = '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>แผนของเรา</dc:title><dc:creator>x</dc:creator></p>'
    assert read_draft(write_docx(tmp_path / "a.docx", parts={"docProps/core.xml": core})).title == "แผนของเรา"


def test_a_file_without_styles_or_with_another_prefix(tmp_path: Path) -> None:
    sheet = (
        '<x:styles xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<x:style x:type="paragraph" x:styleId="a1"><x:name x:val="heading 1"/></x:style></x:styles>'
    )
    draft = read_draft(write_docx(tmp_path / "a.docx", heading("ก"), parts={"word/styles.xml": sheet}))
    assert draft.blocks[0].level == 1
    strict = document(paragraph("ก")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(read_draft(write_docx(tmp_path / "b.docx", parts={"word/document.xml": strict}))) == ["ก"]


paragraphs = st.lists(st.text(alphabet="กขคงำิ้ <>&\t1", min_size=1).filter(str.strip), max_size=8)


@given(paragraphs)
def test_every_paragraph_comes_back(tmp_path_factory: pytest.TempPathFactory, written: list[str]) -> None:
    path = write_docx(tmp_path_factory.mktemp("docx") / "แผน.docx", *map(paragraph, written))
    assert texts(read_draft(path)) == written


# --- Markdown and text ------------------------------------------------------------------------------------------------


def markdown(text: str) -> Document:
    return read_markdown(Path("แผน.md"), text.encode())


def test_markdown_headings_and_lines() -> None:
    draft = markdown("# แผน #\n\nวิสัยทัศน์\n---\n**พันธกิจ**\nข้อความ *เอียง* [ลิงก์](x) a_b_c\n***\n")
    assert [(block.text, block.level, block.bold, block.place.line) for block in draft.blocks] == [
        ("แผน", 1, False, 1),
        ("วิสัยทัศน์", 2, False, 3),
        ("พันธกิจ", None, True, 5),
        ("ข้อความ เอียง ลิงก์ a_b_c", None, False, 6),
    ]


def test_markdown_leaves_out_comments_and_code() -> None:
    draft = markdown("ก\n<!-- ข\nค -->\n```\n# ง\n```\nจ\n")
    assert [(block.text, block.place.line) for block in draft.blocks] == [("ก", 1), ("จ", 7)]


def test_markdown_tables_and_front_matter() -> None:
    draft = markdown('---\ntitle: "แผน"\nkhumue-procedure: a/b\n---\n| ก | ข |\n|---|---|\n| 1 |  |\n')
    assert (draft.title, draft.properties["khumue-procedure"]) == ("แผน", "a/b")
    assert [(block.text, block.cell and block.cell.filled) for block in draft.blocks] == [("ก", 2), ("ข", 2), ("1", 1)]
    assert texts(markdown("---\nไม่ปิด\n")) == ["ไม่ปิด"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_text_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "ร่างแผน.txt"
    path.write_bytes("วิสัยทัศน์\r\n\r\nองค์กรแห่งการเรียนรู้".encode(encoding))
    draft = read_draft(path)
    assert [(block.text, block.place.line) for block in draft.blocks] == [("วิสัยทัศน์", 1), ("องค์กรแห่งการเรียนรู้", 3)]


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_markdown_never_fails(text: str) -> None:
    assert all(block.text.strip() for block in markdown(text).blocks if block.cell is None and block.level is None)
