"""Headings to sections, and what stands under them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docxfiles import heading, paragraph, table, write_docx
from khumue.document import Block, Cell, Document, Place
from khumue.finding import Occurrence
from khumue.headings import find_headings
from khumue.matching import find_occurrences, fold_sections, overall
from khumue.model import Names, Section, Text
from khumue.names import NameIndex
from khumue.readers import read_draft
from khumue.readers.markdown import read_markdown
from khumue.readers.text import read_text
from khumue.vocabulary import SectionStructure


def section(section_id: str, title: str, *aliases: str, decoys: tuple[str, ...] = (), old: str = "") -> Section:
    text = Text(th=title, en=section_id)
    return Section(
        id=section_id,
        title=text,
        aliases=Names(th=aliases),
        old_names=Names(th=(old,) if old else ()),
        decoys=decoys,
        guidance=text,
    )


SECTIONS = [
    section("vision", "วิสัยทัศน์"),
    section("mission", "พันธกิจ"),
    section("values", "ค่านิยม"),
    section("direction", "ทิศทางการพัฒนา"),
    section("projects", "โครงการ/กิจกรรม", "โครงการ"),
    section("indicators", "ตัวชี้วัด"),
    section("budget", "งบประมาณ", old="เงินงบประมาณแผ่นดิน"),
    section("contents", "สารบัญ"),
    section("monitoring", "การติดตามและประเมินผล"),
    section("goals", "เป้าประสงค์"),
    section("swot", "การวิเคราะห์สภาพแวดล้อม"),
    section("internal", "ปัจจัยภายใน", "จุดแข็ง", "จุดอ่อน"),
    section("external", "ปัจจัยภายนอก", "โอกาส", "อุปสรรค"),
    section("strategies", "กลยุทธ์"),
    section("appendix", "ภาคผนวก"),
    section("form", "แบบเสนอโครงการ", "ชื่อโครงการ"),
]
INDEX = NameIndex(fold_sections({each.id: each for each in SECTIONS}))
PROSE = "ข้อความอธิบายเนื้อหาของส่วนนี้ให้ผู้อ่านเข้าใจ"


STRUCTURE = SectionStructure(
    pieces={"swot": ("internal", "external"), "direction": ("vision", "mission", "goals")},
    holds={"projects": ("values",)},
    form_fields=("indicators", "budget", "monitoring", "mission"),
)


def occurrences(draft: Document) -> dict[str, tuple[Occurrence, ...]]:
    return find_occurrences(draft, find_headings(draft, INDEX), STRUCTURE)


def statuses(draft: Document) -> dict[str, str]:
    return {name: overall(found) for name, found in occurrences(draft).items()}


def of_lines(*lines: str) -> dict[str, str]:
    return statuses(read_text(Path("แผน.txt"), "\n".join(lines).encode()))


def of_markdown(text: str) -> dict[str, str]:
    return statuses(read_markdown(Path("แผน.md"), text.encode()))


def of_docx(path: Path, *body: str) -> dict[str, str]:
    return statuses(read_draft(write_docx(path / "แผน.docx", *body)))


@pytest.mark.parametrize("number", ["", "1. ", "๑. ", "(๑) ", "ก. ", "ส่วนที่ 1 ", "บทที่ ๑ ", "1.2.3 ", "- "])
def test_a_plain_line_is_a_heading_with_any_number(number: str) -> None:
    assert of_lines(f"{number}วิสัยทัศน์", PROSE) == {"vision": "present"}


def test_running_text_is_no_heading() -> None:
    assert of_lines("สถานศึกษากำหนดวิสัยทัศน์และพันธกิจร่วมกับชุมชนโดยรอบอย่างต่อเนื่อง", PROSE) == {}


def test_the_next_part_ends_a_part() -> None:
    assert of_lines("1. วิสัยทัศน์", "2. พันธกิจ", PROSE) == {"vision": "empty", "mission": "present"}


def test_the_next_number_ends_a_part_even_if_its_name_is_unknown() -> None:
    assert of_lines("1. วิสัยทัศน์", "2. เรื่องอื่นที่ไม่มีในทะเบียน", PROSE) == {"vision": "empty"}


def test_a_part_holds_its_numbered_and_unnumbered_parts() -> None:
    assert of_lines("ส่วนที่ 2 ทิศทางการพัฒนา", "วิสัยทัศน์", PROSE) == {"direction": "present", "vision": "present"}
    assert of_lines("2. ทิศทางการพัฒนา", "2.1 วิสัยทัศน์", PROSE, "3. งบประมาณ") == {
        "direction": "present",
        "vision": "present",
        "budget": "empty",
    }


def test_styles_decide_where_they_are(tmp_path: Path) -> None:
    body = (heading("ทิศทางการพัฒนา"), heading("วิสัยทัศน์", 2), heading("พันธกิจ", 2), paragraph(PROSE))
    assert of_docx(tmp_path, *body) == {"direction": "present", "vision": "empty", "mission": "present"}


def test_smaller_headings_stand_inside(tmp_path: Path) -> None:
    def bold(text: str, size: int) -> str:
        return paragraph(text, run=f'<w:bCs/><w:szCs w:val="{size}"/>')

    body = (bold("ทิศทางการพัฒนา", 40), bold("วิสัยทัศน์", 36), paragraph(PROSE), bold("งบประมาณ", 40))
    assert of_docx(tmp_path, *body) == {"direction": "present", "vision": "present", "budget": "empty"}


@pytest.mark.parametrize(
    "entry",
    ["วิสัยทัศน์..............7", "วิสัยทัศน์\t7", "วิสัยทัศน์ ๗", "1. วิสัยทัศน์ ........ ก", "วิสัยทัศน์………………7"],
)
def test_contents_entries_are_not_parts(entry: str) -> None:
    assert of_lines("สารบัญ", "เรื่อง หน้า", entry, "งบประมาณ 9", "", "ข้อความ " + PROSE, PROSE) == {
        "contents": "present",
        "vision": "toc-only",
        "budget": "toc-only",
    }


def test_a_contents_table_is_one(tmp_path: Path) -> None:
    body = (paragraph("สารบัญ", run="<w:bCs/>"), table(["วิสัยทัศน์", "1"], ["พันธกิจ", "2"]), paragraph(PROSE))
    assert of_docx(tmp_path, *body)["vision"] == "toc-only"


def test_the_text_counts_over_the_contents() -> None:
    found = of_lines("สารบัญ", "วิสัยทัศน์ 1", "พันธกิจ 2", "คำนำของแผน", "วิสัยทัศน์", PROSE)
    assert (found["vision"], found["mission"]) == ("present", "toc-only")


def test_the_header_row_of_a_project_table_is_no_part(tmp_path: Path) -> None:
    rows = table(
        ["โครงการ", "ตัวชี้วัด", "งบประมาณ", "ผู้รับผิดชอบ"], ["อ่านออกเขียนได้", "ร้อยละ 80", "50,000", "กลุ่ม"], bold_first=True
    )
    assert of_docx(tmp_path, rows) == {}


def test_a_part_that_is_only_a_table(tmp_path: Path) -> None:
    rows = table(["ที่", "โครงการ", "เงิน"], ["1", "อ่านออกเขียนได้", "50,000"])
    assert of_docx(tmp_path, heading("งบประมาณ"), rows) == {"budget": "present"}


def test_a_heading_with_its_text_in_one_line() -> None:
    assert of_lines("วิสัยทัศน์: องค์กรแห่งการเรียนรู้ที่มีคุณภาพ", "พันธกิจ") == {"vision": "present", "mission": "empty"}


def test_placeholders_are_seen() -> None:
    assert of_markdown("# วิสัยทัศน์\n(ระบุวิสัยทัศน์)\n# พันธกิจ\n......\n") == {
        "vision": "placeholder",
        "mission": "placeholder",
    }


def test_marks_tell_a_foreword_from_values() -> None:
    assert of_markdown(f"# คำนิยม\n{PROSE}\n# ค่านิยม\n{PROSE}\n") == {"values": "present"}


def test_a_near_name_needs_the_looks_of_a_heading() -> None:
    assert of_lines("5. การตดตามและประเมิณผลล", PROSE) == {"monitoring": "present"}
    assert of_markdown(f"# การตดตามและประเมิณผลล\n{PROSE}\n") == {"monitoring": "present"}
    assert of_lines("การตดตามและประเมิณผลล", PROSE) == {}
    draft = read_markdown(Path("x.md"), "# การตดตามและประเมิณผลล".encode())
    found = find_occurrences(draft, find_headings(draft, INDEX))
    assert found["monitoring"][0].match == "near"


def test_parts_that_share_a_heading_share_its_content() -> None:
    both = {"vision": "present", "values": "present"}
    assert of_lines("วิสัยทัศน์ และค่านิยม", PROSE) == both
    assert of_lines("2. วิสัยทัศน์และค่านิยม", "3. งบประมาณ") == {"vision": "empty", "values": "empty", "budget": "empty"}
    assert of_lines("วิสัยทัศน์และค่านิยม", "วิสัยทัศน์", PROSE, "ค่านิยม", PROSE) == both


def test_a_part_may_stand_in_its_pieces() -> None:
    found = of_lines("จุดแข็ง", PROSE, "จุดอ่อน", PROSE, "โอกาส", PROSE, "อุปสรรค", PROSE)
    assert found == {"internal": "present", "external": "present", "swot": "present"}


def pieces(*lines: str) -> list[tuple[str, str]]:
    draft = read_text(Path("แผน.txt"), "\n".join(lines).encode())
    return [(each.match, each.status) for each in occurrences(draft).get("swot", ())]


def test_half_of_the_pieces_are_to_be_confirmed() -> None:
    assert pieces("จุดแข็ง", PROSE, "โอกาส", PROSE) == [("folded", "present")]
    assert pieces("จุดแข็ง", PROSE) == [("near", "present")]
    assert pieces("จุดแข็ง", "โอกาส") == []
    assert pieces("การวิเคราะห์สภาพแวดล้อม", PROSE, "จุดแข็ง", PROSE) == [("exact", "present")]
    assert pieces("1. การวิเคราะห์สภาพแวดล้อม", "2. จุดแข็ง", PROSE) == [("exact", "empty")]
    assert pieces("1. การวิเคราะห์สภาพแวดล้อม", "2. จุดแข็ง", PROSE, "3. โอกาส", PROSE)[1:] == [("folded", "present")]
    assert pieces("1. การวิเคราะห์สภาพแวดล้อม", "......", "2. จุดแข็ง", PROSE, "3. โอกาส", PROSE) == [
        ("exact", "placeholder")
    ]
    assert "direction" not in of_lines("วิสัยทัศน์", PROSE)


def test_pieces_and_held_parts_stand_inside() -> None:
    assert of_lines("ทิศทางการพัฒนา", "วิสัยทัศน์", PROSE)["direction"] == "present"
    assert of_lines("โครงการ", "ค่านิยม", PROSE)["projects"] == "present"
    assert of_lines("โครงการ", "วิสัยทัศน์", PROSE)["projects"] == "empty"
    assert of_lines("โครงการ", "(ระบุโครงการ)", "ค่านิยม", PROSE)["projects"] == "placeholder"


def test_items_are_content_of_their_part_and_stand_for_it_if_confirmed() -> None:
    found = occurrences(read_text(Path("แผน.txt"), f"กลยุทธ์\nกลยุทธ์ที่ 1 โอกาสทางการศึกษา\n{PROSE}\n".encode()))
    assert [(each.match, each.status) for each in found["strategies"]] == [("exact", "present"), ("near", "present")]
    assert of_lines("2. กลยุทธ์", "กลยุทธ์ที่ 1 โอกาส", "กลยุทธ์ที่ 2 คุณภาพ", PROSE)["strategies"] == "present"
    assert of_lines("ภาคผนวก ก คำสั่งแต่งตั้งคณะทำงาน", PROSE) == {"appendix": "present"}


def test_old_names_are_known_as_such() -> None:
    found = occurrences(read_text(Path("แผน.txt"), f"เงินงบประมาณแผ่นดิน\n{PROSE}\nงบประมาณ".encode()))
    assert [each.old for each in found["budget"]] == [True, False]


SHEET = (
    *("1. ชื่อโครงการ อ่านออกเขียนได้", "2. หลักการและเหตุผล", PROSE, "3. วัตถุประสงค์", PROSE),
    *(
        "4. พันธกิจ",
        PROSE,
        "5. ตัวชี้วัด",
        "1 ตุลาคม 2569 ถึง 30 กันยายน 2570",
        "6. งบประมาณ",
        "50,000 บาท จากงบดำเนินงาน",
        "7. การติดตามและประเมินผล",
        PROSE,
    ),
)


@pytest.mark.parametrize("part", ["โครงการ", "3. โครงการ", "ส่วนที่ 3 โครงการ", "ก. โครงการ"])
def test_fields_of_project_sheets_are_no_parts(part: str) -> None:
    assert of_lines(part, *SHEET, *SHEET) == {"projects": "present", "form": "present"}


@pytest.mark.parametrize("after", ["4. งบประมาณ", "ส่วนที่ 4 งบประมาณ", "15. งบประมาณ", "(๒) งบประมาณ", "II. งบประมาณ"])
def test_after_the_sheets_parts_are_parts_again(after: str) -> None:
    found = of_lines("3. โครงการ", *SHEET, after, PROSE, "ภาคผนวก", PROSE)
    assert found == {"projects": "present", "form": "present", "budget": "present", "appendix": "present"}


@pytest.mark.parametrize(
    ("fields", "after", "ended"),
    [
        (("ชื่อโครงการ\tอ่าน", "วัตถุประสงค์\tเพื่ออ่าน", "เป้าหมาย\t10 คน", "ผลที่คาดว่าจะได้รับ\tอ่านออก"), "งบประมาณ", True),
        (("1. ชื่อโครงการ", "2. วัตถุประสงค์", "3. เป้าหมาย", "4. ผลที่คาดว่าจะได้รับ", PROSE), "(1) งบประมาณ", True),
        (("1. ชื่อโครงการ", "2. วัตถุประสงค์", "3. เป้าหมาย", "4. ผลที่คาดว่าจะได้รับ", PROSE), "5. งบประมาณ", False),
        (("ชื่อโครงการ", "วัตถุประสงค์", "เป้าหมาย", "ผลที่คาดว่าจะได้รับ", PROSE), "งบประมาณ", False),
    ],
)
def test_after_the_usual_last_field_another_kind_of_line_ends_a_sheet(
    fields: tuple[str, ...], after: str, ended: bool
) -> None:
    assert ("budget" in of_lines(*fields, after, PROSE)) == ended


def test_a_sheet_has_each_field_once() -> None:
    """Without numbers and styles the plan's own part after the sheets looks like a field."""
    sheet = [line.lstrip("1234567. ") for line in SHEET]
    own = ("การติดตามและประเมินผล", PROSE)
    found = of_lines("โครงการ", *sheet, *sheet, *own)
    assert found == {"projects": "present", "form": "present", "monitoring": "present"}


def test_the_page_of_a_long_entry_may_stand_on_its_own_line() -> None:
    found = of_lines("สารบัญ", "วิสัยทัศน์ของสำนักงานเขตพื้นที่การศึกษา .............", "4", "พันธกิจ 5", "งบประมาณ", PROSE)
    assert {found[each] for each in ("vision", "mission")} == {"toc-only"}


def test_the_table_of_contents_ends_where_a_cell_repeats_an_entry() -> None:
    """A PDF does not tell that another table begins."""
    rows = (("สารบัญ",), ("วิสัยทัศน์", "1"), ("พันธกิจ", "2"), ("วิสัยทัศน์",), (PROSE,))
    blocks = (
        Block(
            text=text, place=Place(), bold=len(row) == 1, cell=Cell(table=1, row=number, column=column, filled=len(row))
        )
        for number, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
    )
    found = statuses(Document(path=Path("แผน.pdf"), kind="pdf", title=None, blocks=tuple(blocks)))
    assert (found["vision"], found["mission"]) == ("present", "toc-only")


def test_sheets_under_styles(tmp_path: Path) -> None:
    sheet = (
        *(heading("ชื่อโครงการ: อ่านออกเขียนได้", 2), paragraph("หลักการและเหตุผล"), paragraph(PROSE)),
        *(paragraph("วัตถุประสงค์"), paragraph(PROSE), paragraph("งบประมาณ"), paragraph("50,000 บาท")),
    )
    body = (heading("โครงการ"), *sheet, heading("งบประมาณ"), paragraph("......"))
    assert of_docx(tmp_path, *body) == {"projects": "present", "form": "present", "budget": "placeholder"}
    assert "budget" not in of_docx(tmp_path, heading("โครงการ"), *sheet)


def test_a_sheet_in_a_table_ends_with_it(tmp_path: Path) -> None:
    rows = table(["ชื่อโครงการ", "อ่านออกเขียนได้"], ["วัตถุประสงค์", PROSE], ["งบประมาณ", PROSE])
    found = of_docx(tmp_path, heading("โครงการ"), rows, paragraph("๒) พันธกิจ"), paragraph(PROSE))
    assert found == {"projects": "present", "form": "present", "mission": "present"}


def test_bold_headings_end_a_sheet_of_plain_fields(tmp_path: Path) -> None:
    sheet = [paragraph(line) for line in SHEET]
    found = of_docx(tmp_path, *sheet, paragraph("8. งบประมาณ", run="<w:bCs/>"), paragraph(PROSE))
    assert found == {"form": "present", "budget": "present"}


def test_a_list_of_project_names_is_no_sheet(tmp_path: Path) -> None:
    rows = table(["ที่", "ชื่อโครงการ", "งบประมาณ"], ["1", "อ่านออกเขียนได้", "50,000"])
    body = (heading("โครงการ"), rows, paragraph("วัตถุประสงค์"), paragraph("เป้าหมาย"), heading("งบประมาณ"), rows)
    assert of_docx(tmp_path, *body) == {"projects": "present", "budget": "present"}


def test_a_cell_beside_its_text_is_a_heading(tmp_path: Path) -> None:
    rows = table(["วิสัยทัศน์", PROSE], ["ค่านิยม", "............"], ["งบประมาณ", "50,000"], ["ตัวชี้วัด", "เป้าประสงค์"])
    assert of_docx(tmp_path, rows, paragraph(PROSE)) == {"vision": "present", "values": "placeholder"}


def test_two_columns_of_one_part_share_what_is_below(tmp_path: Path) -> None:
    strong = table(["จุดแข็ง", "จุดอ่อน"], [PROSE, PROSE], bold_first=True)
    outside = table(["โอกาส", "อุปสรรค"], [PROSE, PROSE], bold_first=True)
    assert of_docx(tmp_path, strong, outside) == {"internal": "present", "external": "present", "swot": "present"}


def test_two_columns_named_like_two_parts_are_a_table(tmp_path: Path) -> None:
    rows = table(["ตัวชี้วัด", "งบประมาณ"], ["ร้อยละ 80", "50,000"], bold_first=True)
    assert of_docx(tmp_path, heading("โครงการ"), rows, paragraph(PROSE)) == {"projects": "present"}


@pytest.mark.parametrize("chapter", ["ตอนที่ 2 ภาพรวม", "หมวด ๒ สาระ", "องค์ประกอบที่ 2 สาระ", "II. สาระของแผน"])
def test_a_chapter_of_any_name_ends_a_part(chapter: str) -> None:
    assert of_lines("ก. วิสัยทัศน์", "(ระบุวิสัยทัศน์)", chapter, PROSE) == {"vision": "placeholder"}


def test_a_bold_number_is_that_of_a_heading_but_not_below_an_unnumbered_one(tmp_path: Path) -> None:
    bold = paragraph("2. ความพร้อมของสำนักงาน", run="<w:bCs/>")
    assert of_docx(tmp_path, paragraph("1. วิสัยทัศน์"), bold, paragraph(PROSE)) == {"vision": "empty"}
    assert of_docx(tmp_path, paragraph("วิสัยทัศน์"), bold, paragraph(PROSE)) == {"vision": "present"}


def test_a_list_with_numbers_of_its_own_ends_nothing() -> None:
    assert of_lines("3) วิสัยทัศน์", "1) อ่านออก", "2) เขียนได้", "3) คิดเลขเป็น", "4) " + PROSE) == {"vision": "present"}


def test_cells_between_tabs_are_no_headings() -> None:
    assert of_lines("1.\tวิสัยทัศน์", "ตัวชี้วัด\tพันธกิจ", PROSE) == {"vision": "present"}


def test_the_title_of_the_draft_is_no_part() -> None:
    assert of_lines("งบประมาณ ประจำปีงบประมาณ พ.ศ. 2570", PROSE) == {}
    found = of_lines("วิสัยทัศน์", PROSE, "งบประมาณ ประจำปีงบประมาณ พ.ศ. 2570", PROSE)
    assert found == {"vision": "present", "budget": "present"}


def test_the_contents_end_where_the_body_begins(tmp_path: Path) -> None:
    entries = (paragraph("สารบัญ"), paragraph("วิสัยทัศน์ 1"), paragraph("งบประมาณ 2"))
    found = of_docx(tmp_path, *entries, heading("งบประมาณ พ.ศ. 2570"), paragraph(PROSE))
    assert (found["vision"], found["budget"]) == ("toc-only", "present")
    framed = of_docx(tmp_path, *entries, table(["งบประมาณ"], bold_first=True), paragraph(PROSE))
    assert framed["budget"] == "present"
    bold = of_docx(tmp_path, *entries, paragraph("งบประมาณ 2570", run="<w:bCs/>"), paragraph(PROSE))
    assert bold["budget"] == "present"


def test_contents_entries_in_a_table_keep_their_letters(tmp_path: Path) -> None:
    rows = table(["การติดตามและประเมินผล", "12"], ["ภาคผนวก", "ก"])
    found = of_docx(tmp_path, paragraph("สารบัญ"), rows, paragraph(PROSE))
    assert (found["monitoring"], found["appendix"]) == ("toc-only", "toc-only")


def test_the_first_row_may_head_a_table(tmp_path: Path) -> None:
    assert of_docx(tmp_path, table(["งบประมาณ"], ["50,000 บาทถ้วนจากงบดำเนินงาน"])) == {"budget": "present"}
    assert of_docx(tmp_path, table(["งบประมาณ"]), paragraph(PROSE)) == {}


def test_a_caption_is_content(tmp_path: Path) -> None:
    body = (heading("งบประมาณ"), paragraph("ตารางที่ 5 งบประมาณจำแนกตามกลยุทธ์"), heading("ภาคผนวก"), paragraph("ภาพที่ 1"))
    assert of_docx(tmp_path, *body) == {"budget": "present", "appendix": "empty"}


def of_blocks(*blocks: Block) -> dict[str, str]:
    return statuses(Document(path=Path("แผน.docx"), kind="docx", title=None, blocks=blocks))


def block(text: str, *, label: str = "", note: bool = False) -> Block:
    return Block(text=text, place=Place(paragraph=1), label=label, note=note)


def test_footnotes_are_neither_headings_nor_content() -> None:
    assert of_blocks(block("วิสัยทัศน์"), block(PROSE, note=True), block("พันธกิจ", note=True)) == {"vision": "empty"}


def test_computed_numbers_count() -> None:
    found = of_blocks(block("วิสัยทัศน์", label="1."), block("เรื่องอื่นที่ไม่มีในทะเบียน", label="2."), block(PROSE))
    assert found == {"vision": "empty"}
    assert of_blocks(block("วิสัยทัศน์", label="•"), block(PROSE)) == {"vision": "present"}


def test_a_chapter_title_on_each_page_ends_nothing() -> None:
    head = "ส่วนที่ 2 ทิศทางการพัฒนา"
    assert of_lines(head, "2.1 วิสัยทัศน์", head, PROSE)["vision"] == "present"
    assert of_lines(head, "2.1 วิสัยทัศน์", head, "2.2 พันธกิจ", PROSE)["vision"] == "empty"


def test_no_heading_at_all_is_known() -> None:
    draft = read_text(Path("x.txt"), PROSE.encode())
    assert find_headings(draft, INDEX) == ()


LINES = [PROSE, "......", "", "สารบัญ", "วิสัยทัศน์..... 7", *SHEET, *(each.title.th for each in SECTIONS)]
BLOCKS = st.builds(
    Block,
    text=st.builds(
        "{}{}".format, st.sampled_from(["", "1. ", "2.1 ", "ส่วนที่ ๒ ", "ก. ", "กลยุทธ์ที่ 1 "]), st.sampled_from(LINES)
    ),
    place=st.just(Place(paragraph=1)),
    label=st.sampled_from(["", "1.", "(๒)"]),
    level=st.sampled_from([None, None, 1, 2]),
    bold=st.booleans(),
    size=st.sampled_from([None, 16.0, 20.0]),
    note=st.booleans(),
    cell=st.none()
    | st.builds(Cell, table=st.just(1), row=st.just(1), column=st.integers(1, 3), filled=st.integers(1, 4)),
)


@given(st.lists(BLOCKS, max_size=40))
def test_any_draft_has_a_status_for_each_part_found(blocks: list[Block]) -> None:
    assert set(of_blocks(*blocks).values()) <= {"present", "placeholder", "empty", "toc-only"}
