"""What is the form and not the content of a draft: guidance, blank tables, labels without values."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafts import checked, document
from khumue.blanks import without_form
from khumue.document import Block, Document, Place
from khumue.finding import SectionStatus

VISION = "สำนักงานจัดการศึกษาอย่างมีคุณภาพและทั่วถึง"
HEADER = "| ที่ | โครงการ | ตัวชี้วัด | งบประมาณ |\n| --- | --- | --- | --- |\n"


def status(section: str, text: str) -> SectionStatus:
    report = checked(document(text))
    return next(each.status for each in report.sections if each.section == section)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[คำแนะนำ: เขียนภาพที่ต้องการเป็นเมื่อสิ้นแผนให้จำได้และวัดได้]", "empty"),
        ("[คำแนะนำ: เขียนภาพที่ต้องการเป็น]\n\n(ระบุวิสัยทัศน์)", "placeholder"),
        ("[Guidance: Write what the office wants to be when the plan ends.]\n\n(Specify: the vision)", "placeholder"),
        (f"[คำแนะนำ: เขียนภาพที่ต้องการเป็น]\n\n{VISION}", "present"),
        (f"[คำแนะนำ: เขียนภาพที่ต้องการเป็น] {VISION}", "present"),
        (f"[คำแนะนำ: เขียนภาพที่ต้องการเป็น\n\n{VISION}", "present"),
        (f"[{VISION}]", "present"),
        (f"คำแนะนำ: {VISION}", "present"),
    ],
)
def test_guidance_is_no_content_and_hides_none(text: str, expected: SectionStatus) -> None:
    assert status("vision", f"# วิสัยทัศน์\n\n{text}\n\n# พันธกิจ\n\nพัฒนาคุณภาพผู้เรียนทุกระดับ\n") == expected


def test_guidance_cites_nothing() -> None:
    text = "# บทนำ\n\n[คำแนะนำ: ใช้แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 12]\n\nแผนนี้จัดทำขึ้นเพื่อพัฒนาการศึกษา\n"
    report = checked(document(text))
    assert not any(each.found for each in report.references)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("| 1 | … | … | … |\n| 2 | … | … | … |\n", "placeholder"),
        ("| 1 | ........ | ........ | ........ |\n| รวม | | | …… |\n", "placeholder"),
        ("| 1 | (ระบุชื่อโครงการ) | | |\n| 2 | | | |\n", "placeholder"),
        ("| 1 | พัฒนาการอ่านออกเขียนได้ | ร้อยละ 80 | 5,000 |\n| 2 | … | … | … |\n", "present"),
        ("| 1 | พัฒนาการอ่าน | - | - |\n", "present"),
    ],
)
def test_a_table_is_content_once_a_row_of_it_is_filled_in(rows: str, expected: SectionStatus) -> None:
    text = f"# โครงการ\n\nตารางที่ 1 โครงการตามกลยุทธ์ของสำนักงาน\n\n{HEADER}{rows}"
    assert status("projects", text) == expected


def test_a_calendar_whose_months_are_drawn_is_content() -> None:
    table = "| กิจกรรม | ต.ค. | พ.ย. | ธ.ค. |\n| --- | --- | --- | --- |\n| ประชุมคณะทำงานจัดทำแผน | | | |\n"
    report = checked(document(f"# ปฏิทินการดำเนินงาน\n\n{table}"), procedure="uttaradit2/annual-action-plan")
    assert next(each.status for each in report.sections if each.section == "work-calendar") == "present"


def test_fields_in_a_table_of_two_columns_keep_their_names() -> None:
    assert status("vision", "| | |\n| --- | --- |\n| **วิสัยทัศน์** | …… |\n| **พันธกิจ** | …… |\n") == "placeholder"


def test_a_blank_project_sheet_is_no_content_and_a_sheet_with_a_field_is_one() -> None:
    sheet = (
        "# แบบเสนอโครงการ\n\n**ชื่อโครงการ** {name}\n\n**1. หลักการและเหตุผล**\n\n(ระบุหลักการและเหตุผล)\n\n"
        "**2. วัตถุประสงค์**\n\n(ระบุวัตถุประสงค์)\n\n**3. เป้าหมาย**\n\n(ระบุเป้าหมาย)\n\n"
        "ลงชื่อ ........................ ผู้เสนอโครงการ\n"
    )
    assert status("project-proposal", sheet.format(name="(ระบุชื่อโครงการ)")) == "placeholder"
    assert status("project-proposal", sheet.format(name="พัฒนาการอ่านออกเขียนได้")) == "present"


def test_only_a_pdf_has_guidance_in_several_lines() -> None:
    lines = ("[คำแนะนำ: เขียนภาพที่สำนักงาน", "ต้องการเป็นเมื่อสิ้นแผน]", VISION)
    blocks = tuple(Block(text=line, place=Place(line=number)) for number, line in enumerate(lines, 1))
    kept = {kind: [block.text for block in without_form(_document(kind, blocks)).blocks] for kind in ("pdf", "docx")}
    assert kept == {"pdf": [VISION], "docx": [*lines]}


def _document(kind: str, blocks: tuple[Block, ...]) -> Document:
    return Document(path=Path(f"ร่าง.{kind}"), kind=kind, title=None, blocks=blocks)
