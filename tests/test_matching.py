"""Headings to sections, and what stands under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from docxfiles import heading, paragraph, table, write_docx
from khumue.document import Document
from khumue.headings import find_headings
from khumue.matching import find_occurrences, fold_sections, overall
from khumue.model import Names, Section, Text
from khumue.names import NameIndex
from khumue.readers import read_draft
from khumue.readers.markdown import read_markdown
from khumue.readers.text import read_text


def section(section_id: str, title: str, *aliases: str, decoys: tuple[str, ...] = ()) -> Section:
    text = Text(th=title, en=section_id)
    return Section(id=section_id, title=text, aliases=Names(th=aliases), decoys=decoys, guidance=text)


SECTIONS = [
    section("vision", "วิสัยทัศน์"),
    section("mission", "พันธกิจ"),
    section("values", "ค่านิยม"),
    section("direction", "ทิศทางการพัฒนา"),
    section("projects", "โครงการ/กิจกรรม", "โครงการ"),
    section("indicators", "ตัวชี้วัด"),
    section("budget", "งบประมาณ"),
    section("contents", "สารบัญ"),
    section("monitoring", "การติดตามและประเมินผล"),
]
INDEX = NameIndex(fold_sections({each.id: each for each in SECTIONS}))
PROSE = "ข้อความอธิบายเนื้อหาของส่วนนี้ให้ผู้อ่านเข้าใจ"


def statuses(draft: Document) -> dict[str, str]:
    found = find_occurrences(draft, find_headings(draft, INDEX))
    return {name: overall(occurrences) for name, occurrences in found.items()}


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
    assert of_markdown(f"# การตดตามและประเมิณผลล\n{PROSE}\n") == {"monitoring": "present"}
    assert of_lines("การตดตามและประเมิณผลล", PROSE) == {}
    draft = read_markdown(Path("x.md"), "# การตดตามและประเมิณผลล".encode())
    found = find_occurrences(draft, find_headings(draft, INDEX))
    assert found["monitoring"][0].match == "near"


def test_no_heading_at_all_is_known() -> None:
    draft = read_text(Path("x.txt"), PROSE.encode())
    assert find_headings(draft, INDEX) == ()
