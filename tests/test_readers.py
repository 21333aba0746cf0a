"""Word drafts as their reader hands them over; test_numbering.py has their list numbers."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docxfiles import STYLES, W, document, heading, paragraph, table, write_docx
from khumue.checking import check_files
from khumue.document import Block, Document
from khumue.messages import load_messages
from khumue.readers import read_draft
from khumue.registry import load_registry

BOLD = "<w:b/><w:bCs/>"


def texts(draft: Document) -> list[str]:
    return [block.text for block in draft.blocks]


def only(path: Path, *body: str) -> Block:
    (block,) = read_draft(write_docx(path / "แผน.docx", *body)).blocks
    return block


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
            paragraph("เนื้อความ", style="sized", properties='<w:outlineLvl w:val="9"/>'),
            paragraph("วนกัน", style="round"),
        )
    )
    assert [block.level for block in draft.blocks] == [1, 2, 1, 3, 4, None, None, None, None]


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


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def field(*code: str, result: str = "", end: bool = True) -> str:
    """A field in one paragraph; its code may be split."""
    instructions = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in code)
    ended = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if end else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{instructions}'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}{ended}'
    )


def test_wrappers_of_text_are_passed_through(tmp_path: Path) -> None:
    body = (
        f"<w:p><w:moveTo>{run('ย้ายมา')}</w:moveTo><w:smartTag>{run(' ป้าย')}</w:smartTag>"
        f"<w:hyperlink>{run(' ลิงก์')}</w:hyperlink><w:customXml>{run(' ของเรา')}</w:customXml></w:p>"
    )
    assert only(tmp_path, body).text == "ย้ายมา ป้าย ลิงก์ ของเรา"
    block_control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('ในกล่อง')}</w:sdtContent></w:sdt>"
    assert only(tmp_path, f"<w:customXml>{block_control}</w:customXml>").text == "ในกล่อง"


def test_former_looks_of_tracked_changes_do_not_count(tmp_path: Path) -> None:
    former = "<w:rPrChange><w:rPr><w:b/><w:bCs/><w:szCs w:val='99'/></w:rPr></w:rPrChange>"
    former_paragraph = '<w:pPrChange><w:pPr><w:pStyle w:val="a1"/></w:pPr></w:pPrChange>'
    block = only(tmp_path, paragraph("เนื้อความ", run=f"<w:szCs w:val='28'/>{former}", properties=former_paragraph))
    assert (block.bold, block.size, block.level) == (False, 14, None)


def test_characters_that_are_elements(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>2566</w:t><w:noBreakHyphen/><w:t>2570</w:t><w:softHyphen/>"
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:char="0E01"/><w:sym w:char="?"/><w:ptab/><w:cr/>'
        "<w:t>ท้าย</w:t></w:r></w:p>"
    )
    assert only(tmp_path, body).text == "2566-2570•ก\t\nท้าย"


def test_a_text_box_leaves_the_looks_of_its_line_alone(tmp_path: Path) -> None:
    mark = f"<w:pPr><w:rPr>{BOLD}</w:rPr></w:pPr>"
    box = f"<w:txbxContent><w:p>{mark}{run('ในกรอบ')}</w:p></w:txbxContent>"
    body = f"<w:p><w:r>{box}<w:t>ข้อความ</w:t></w:r></w:p>"
    assert [block.bold for block in read_draft(write_docx(tmp_path / "a.docx", body)).blocks] == [False, False]


def test_equations_are_left_out(tmp_path: Path) -> None:
    body = (
        '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><w:rPr><w:b/></w:rPr>'
        f"<m:t>x=1</m:t></m:r></m:oMath>{run('ข้อความ')}</w:p>"
    )
    block = only(tmp_path, body)
    assert (block.text, block.bold) == ("ข้อความ", False)


def test_cells_count_grid_columns(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    wide = '<w:gridSpan w:val="2"/>'
    inner = f"<w:tbl><w:tr>{cell('ใน')}</w:tr></w:tbl>"
    body = (
        f"<w:tbl><w:tr>{cell('ก', wide)}{cell('ข')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('ค')}<w:tc>{inner}{paragraph('ง')}</w:tc></w:tr>"
        "</w:tbl>"
    )
    cells = {block.text: block.cell for block in read_draft(write_docx(tmp_path / "a.docx", body)).blocks}
    assert {text: each and (each.table, each.row, each.column, each.filled) for text, each in cells.items()} == {
        "ก": (1, 1, 1, 2),
        "ข": (1, 1, 3, 2),
        "ค": (1, 2, 2, 2),
        "ใน": (2, 1, 1, 1),
        "ง": (1, 2, 3, 2),
    }


def test_contents_in_a_content_control_but_not_a_heading_in_it(tmp_path: Path) -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    other = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj></w:sdtPr>'
    entries = paragraph("วิสัยทัศน์") + heading("พันธกิจ")
    body = (
        f"<w:sdt>{gallery}<w:sdtContent>{entries}</w:sdtContent></w:sdt>"
        f"<w:sdt>{other}<w:sdtContent>{paragraph('ปก')}</w:sdtContent></w:sdt>"
    )
    blocks = read_draft(write_docx(tmp_path / "a.docx", body)).blocks
    assert [(block.text, block.contents_entry) for block in blocks] == [
        ("วิสัยทัศน์", True),
        ("พันธกิจ", False),
        ("ปก", False),
    ]


def test_a_link_to_a_page_is_a_contents_entry_without_a_contents_field(tmp_path: Path) -> None:
    linked = (
        f"<w:p><w:hyperlink w:anchor='_Toc1'>{run('วิสัยทัศน์')}{field(' PAGEREF _Toc1 ', result='3')}</w:hyperlink></w:p>"
    )
    simple = f"<w:p><w:hyperlink><w:fldSimple w:instr='PAGEREF x'>{run('4')}</w:fldSimple></w:hyperlink></w:p>"
    prose = f"<w:p>{run('ดูหน้า ')}{field('PAGEREF x', result='3')}</w:p>"
    blocks = read_draft(write_docx(tmp_path / "a.docx", linked, simple, prose)).blocks
    assert [block.contents_entry for block in blocks] == [True, True, False]


def test_a_heading_after_the_end_of_the_contents_is_no_entry(tmp_path: Path) -> None:
    body = (
        f"<w:p>{field(' TO', 'C', result='วิสัยทัศน์', end=False)}</w:p>"
        f'<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>{run("คำนำ", BOLD)}</w:p>'
    )
    blocks = read_draft(write_docx(tmp_path / "a.docx", body)).blocks
    assert [block.contents_entry for block in blocks] == [True, False]


def test_what_a_field_asks_is_not_printed_and_what_it_answers_is(tmp_path: Path) -> None:
    asked = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> IF </w:instrText><w:t>ถาม</w:t><w:tab/>'
        '<w:fldChar w:fldCharType="separate"/><w:t>ตอบ</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert only(tmp_path, asked).text == "ตอบ"


def test_a_field_that_never_ends_swallows_nothing(tmp_path: Path) -> None:
    begun = '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> XE </w:instrText></w:r></w:p>'
    assert texts(read_draft(write_docx(tmp_path / "a.docx", begun, paragraph("ต่อไป")))) == ["ต่อไป"]


def notes_part(kind: str, **notes: str) -> dict[str, str]:
    """A part of footnotes, endnotes or comments by id; each note is a list of paragraphs."""
    one = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}[kind]
    inside = "".join(f'<w:{one} w:id="{name[1:]}">{body}</w:{one}>' for name, body in notes.items())
    return {f"word/{kind}.xml": f"<w:{kind} {W}>{inside}</w:{kind}>"}


def test_notes_follow_the_paragraph_that_refers_to_them(tmp_path: Path) -> None:
    body = (
        f'<w:p>{run("นโยบาย")}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>'
        + paragraph("ต่อไป")
    )
    parts = {
        **notes_part("footnotes", n0=paragraph("เส้นคั่น"), n2=paragraph("เชิงอรรถ") + paragraph("ย่อหน้าสอง")),
        **notes_part("endnotes", n2=paragraph("ท้ายเรื่อง")),
    }
    blocks = read_draft(write_docx(tmp_path / "a.docx", body, parts=parts)).blocks
    assert [(block.text, block.note, block.place.paragraph) for block in blocks] == [
        ("นโยบาย", False, 1),
        ("เชิงอรรถ", True, 1),
        ("ย่อหน้าสอง", True, 1),
        ("ท้ายเรื่อง", True, 1),
        ("ต่อไป", False, 2),
    ]
    lost = read_draft(write_docx(tmp_path / "b.docx", body))
    assert texts(lost) == ["นโยบาย", "ต่อไป"]


def test_a_note_is_no_heading_and_fills_no_section_but_is_cited_from(tmp_path: Path) -> None:
    cited = "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566-2570)"
    body = [
        paragraph("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570"),
        f'<w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr>{run("วิสัยทัศน์")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
        heading("พันธกิจ"),
        paragraph("จัดการศึกษาให้ทั่วถึงและมีคุณภาพ"),
    ]
    parts = notes_part("footnotes", n1=paragraph(cited) + paragraph("กลยุทธ์", style="a1"))
    registry = load_registry()
    plan = registry.plans["angthong/annual-action-plan"]
    path = write_docx(tmp_path / "แผน.docx", *body, parts=parts)
    (report,) = check_files([path], registry, load_messages(), plan=plan).drafts
    statuses = {each.section: each.status for each in report.sections}
    assert (statuses["vision"], statuses["mission"], statuses["strategies"]) == ("empty", "present", "missing")
    assert {each.reference: each.status for each in report.references}["nesdp"] == "cited"


def test_comments_stand_where_they_are_anchored(tmp_path: Path) -> None:
    body = (
        paragraph("ก")
        + f'<w:p><w:commentRangeStart w:id="7"/>{run("ข")}<w:commentRangeEnd w:id="7"/></w:p>'
        + f'<w:p>{run("ค")}<w:r><w:commentReference w:id="7"/></w:r><w:r><w:commentReference w:id="8"/></w:r></w:p>'
    )
    parts = notes_part("comments", n7=paragraph("khumue: ข้าม S101") + paragraph("เพราะยังไม่ถึงเวลา"), n8=paragraph("ดี"))
    comments = read_draft(write_docx(tmp_path / "a.docx", body, parts=parts)).comments
    assert [(each.text, each.place.paragraph) for each in comments] == [
        ("khumue: ข้าม S101\nเพราะยังไม่ถึงเวลา", 2),
        ("ดี", 3),
    ]
    assert read_draft(write_docx(tmp_path / "b.docx", paragraph("ก"), parts=parts)).comments == ()


def test_the_authors_own_properties(tmp_path: Path) -> None:
    custom = (
        '<Properties xmlns:vt="x"><property name="khumue-procedure"><vt:lpwstr>tak2/a&#45;b </vt:lpwstr></property>'
        '<property name="ปี"><vt:i4>2570</vt:i4></property></Properties>'
    )
    draft = read_draft(write_docx(tmp_path / "a.docx", paragraph("ก"), parts={"docProps/custom.xml": custom}))
    assert draft.properties == {"khumue-procedure": "tak2/a-b", "ปี": "2570"}


def test_parts_under_other_names(tmp_path: Path) -> None:
    """As Word online writes them: word/document2.xml with styles2.xml."""

    def relations(**targets: str) -> str:
        inside = "".join(f'<Relationship Type="http://x/{kind}" Target="{name}"/>' for kind, name in targets.items())
        return f"<Relationships>{inside}</Relationships>"

    path = tmp_path / "แผน.docm"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", relations(officeDocument="/word/document2.xml"))
        archive.writestr("word/_rels/document2.xml.rels", relations(settings="settings.xml", styles="styles2.xml"))
        archive.writestr("word/document2.xml", document(heading("วิสัยทัศน์")))
        archive.writestr("word/styles2.xml", STYLES)
    draft = read_draft(path)
    assert [(block.text, block.level) for block in draft.blocks] == [("วิสัยทัศน์", 1)]
    assert draft.kind == "docx"


paragraphs = st.lists(st.text(alphabet="กขคงำิ้ <>&\t1", min_size=1).filter(str.strip), max_size=8)


@given(paragraphs)
def test_every_paragraph_comes_back(tmp_path_factory: pytest.TempPathFactory, written: list[str]) -> None:
    path = write_docx(tmp_path_factory.mktemp("docx") / "แผน.docx", *map(paragraph, written))
    assert texts(read_draft(path)) == written
