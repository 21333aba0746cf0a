"""Whether budgets add up: tables and items of project sheets, tables of projects, and the plan's total."""

from __future__ import annotations

from pathlib import Path

import pytest

from docxfiles import heading, paragraph, table, write_docx
from khumue.document import Document
from khumue.headings import find_headings
from khumue.names import NameIndex
from khumue.projects.lines import Lines
from khumue.projects.reading import read_projects
from khumue.projects.results import Mismatch, Project, Projects
from khumue.readers import read_draft
from khumue.registry import load_registry

REGISTRY = load_registry()
HEAD = ["กิจกรรม", "ค่าตอบแทน", "ค่าใช้สอย", "ค่าวัสดุ", "รวม"]
ROWS = [["1. อบรมครู", "3,600", "20,000", "6,400", "30,000"], ["2. นิเทศ", "-", "15,000", "5,000", "20,000"]]
TOTAL = ["รวม", "3,600", "35,000", "11,400", "50,000"]


def found(document: Document) -> Projects:
    headings = find_headings(document, NameIndex(REGISTRY.section_names))
    return read_projects(Lines(document), headings, REGISTRY)


def read(path: Path, *body: str) -> Projects:
    return found(read_draft(write_docx(path / "แผน.docx", *body)))


def sheet(*budget: str, name: str = "อ่านออกเขียนได้") -> list[str]:
    return [
        paragraph(f"ชื่อโครงการ {name}"),
        paragraph("1. หลักการและเหตุผล นักเรียนอ่านออกเขียนได้ร้อยละ 82"),
        paragraph("2. วัตถุประสงค์ เพื่อให้นักเรียนอ่านออกเขียนได้"),
        paragraph("3. วิธีดำเนินการ อบรมครูและนิเทศ"),
        *budget,
        paragraph("5. ผลที่คาดว่าจะได้รับ นักเรียนพร้อมเรียน"),
    ]


def project(path: Path, *budget: str) -> Project:
    (only,) = read(path, *sheet(*budget)).sheets
    return only


def sums(mismatches: tuple[Mismatch, ...]) -> list[tuple[str, int, int]]:
    return [(each.what, each.listed // 100, each.stated // 100) for each in mismatches]


def changed(rows: list[list[str]], row: int, column: int, text: str) -> list[list[str]]:
    return [[text if (row, column) == (r, c) else cell for c, cell in enumerate(cells)] for r, cells in enumerate(rows)]


def test_a_budget_that_adds_up(tmp_path: Path) -> None:
    only = project(tmp_path, paragraph("4. งบประมาณ จำนวน 50,000 บาท"), table(HEAD, *ROWS, TOTAL))
    assert (only.budget, only.mismatches) == (5_000_000, ())


def test_the_total_of_a_table_is_the_budget(tmp_path: Path) -> None:
    only = project(tmp_path, paragraph("4. งบประมาณ ดังตาราง"), table(HEAD, *ROWS, TOTAL))
    assert (only.budget, only.mismatches) == (5_000_000, ())


@pytest.mark.parametrize(
    ("row", "column", "text", "expected"),
    [
        (2, 4, "51,000", [("รวม", 50_000, 51_000)]),
        (2, 1, "4,600", [("ค่าตอบแทน", 3_600, 4_600)]),
        (0, 4, "๓๑,๐๐๐", [("รวม", 51_000, 50_000), ("1. อบรมครู", 30_000, 31_000)]),
    ],
)
def test_columns_and_rows_of_a_table(
    row: int, column: int, text: str, expected: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    only = project(tmp_path, paragraph("4. งบประมาณ"), table(HEAD, *changed([*ROWS, TOTAL], row, column, text)))
    assert sums(only.mismatches) == expected


def test_a_merged_cell_before_the_total_is_no_fault(tmp_path: Path) -> None:
    head = ["ที่", *HEAD]
    rows = [[str(number), *row] for number, row in enumerate(ROWS, 1)]
    only = project(tmp_path, paragraph("4. งบประมาณ"), table(head, *rows, TOTAL))
    assert (only.budget, only.mismatches) == (5_000_000, ())
    only = project(tmp_path, paragraph("4. งบประมาณ"), table(head, *rows, [*TOTAL[:4], "52,000"]))
    assert sums(only.mismatches) == [("รวม", 50_000, 52_000)]


@pytest.mark.parametrize(
    "rows",
    [
        [["1. ค่าตอบแทน", "30,000"], ["1.1 วิทยากร", "20,000"], ["1.2 กรรมการ", "10,000"], ["รวม", "30,000"]],
        [["อบรม", "30,000"], ["รวมกิจกรรมที่ 1", "30,000"], ["นิเทศ", "20,000"], ["รวมทั้งสิ้น", "50,000"]],
        [["กลยุทธ์ที่ 1", "30,000"], ["อบรม", "30,000"], ["นิเทศ", "20,000"], ["รวม", "50,000"]],
        [["พัฒนาครู", "50,000"], ["อบรม", "30,000"], ["นิเทศ", "20,000"], ["รวม", "50,000"]],
        [["อบรม", "30,000"], ["นิเทศ", "ขอใช้จากส่วนกลาง"], ["รวม", "50,000"]],
        [["อบรม", "30,000"], ["นิเทศ", "20,000"]],
    ],
    ids=["items under items", "subtotals", "groups", "unmarked groups", "text", "no total"],
)
def test_what_is_not_plain_is_not_judged(rows: list[list[str]], tmp_path: Path) -> None:
    only = project(tmp_path, paragraph("4. งบประมาณ"), table(["รายการ", "จำนวนเงิน (บาท)"], *rows))
    assert only.mismatches == ()


def test_columns_of_rates_and_counts_are_not_added(tmp_path: Path) -> None:
    head = ["รายการ", "จำนวน (คน)", "อัตรา (บาท)", "จำนวนเงิน (บาท)"]
    rows = [["วิทยากร", "2", "600", "1,200"], ["อาหาร", "50", "100", "5,000"], ["รวม", "", "", "6,200"]]
    assert project(tmp_path, paragraph("4. งบประมาณ"), table(head, *rows)).mismatches == ()
    wrong = changed(rows, 2, 3, "6,000")
    assert sums(project(tmp_path, paragraph("4. งบประมาณ"), table(head, *wrong)).mismatches) == [
        ("จำนวนเงิน (บาท)", 6_200, 6_000)
    ]


def test_a_row_of_years_is_a_header(tmp_path: Path) -> None:
    head = [["ที่", "โครงการ", "งบประมาณ (บาท)", "", ""], ["", "", "2570", "๒๕๗๑", "รวม"]]
    rows = [["1", "อ่านออก", "10,000", "20,000", "30,000"], ["2", "ปลอดภัย", "5,000", "5,000", "10,000"]]
    assert read(tmp_path, table(*head, *rows, ["", "รวม", "15,000", "25,000", "40,000"])) == Projects()
    (fault,) = read(tmp_path, table(*head, *rows, ["", "รวม", "15,000", "25,000", "41,000"])).mismatches
    assert (fault.listed, fault.stated) == (4_000_000, 4_100_000)


def test_a_table_that_goes_on_is_not_judged(tmp_path: Path) -> None:
    body = [table(HEAD, ROWS[0]), paragraph(""), table(HEAD, ROWS[1], TOTAL)]
    assert project(tmp_path, paragraph("4. งบประมาณ 50,000 บาท"), *body).mismatches == ()


def test_the_stated_total_against_the_table(tmp_path: Path) -> None:
    only = project(tmp_path, paragraph("4. งบประมาณ จำนวน 55,000 บาท"), table(HEAD, *ROWS, TOTAL))
    assert (only.budget, sums(only.mismatches)) == (5_500_000, [("", 50_000, 55_000)])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1) ค่าวิทยากร 3,600 บาท", "2) ค่าอาหาร 6,400 บาท"], []),
        (["1) ค่าวิทยากร 3,600 บาท", "2) ค่าอาหาร 5,400 บาท"], [("", 9_000, 10_000)]),
        (["1) ค่าอาหาร 64 คน x 100 บาท เป็นเงิน 6,400 บาท", "2) วิทยากร 3,600 บาท"], []),
        (["1) ค่าอาหาร 64 คน x 100 บาท รวม 6 มื้อ 6,400 บาท", "2) ค่าวิทยากร 3,000 บาท"], []),
        (["1) ค่าอาหารรวมเครื่องดื่ม 6,400 บาท", "2) วิทยากร 6 ชั่วโมง รวมเป็นเงิน 3,600 บาท"], []),
        (["1) ค่าวิทยากร", "2) ค่าอาหาร 3,000 บาท", "3) ค่าวัสดุ 500 บาท"], []),
        (["1. ค่าใช้สอย 5,000 บาท", "1.1 ค่าอาหาร 5,000 บาท", "2. ค่าวัสดุ 5,000 บาท"], []),
    ],
)
def test_items_in_lines(lines: list[str], expected: list[tuple[str, int, int]], tmp_path: Path) -> None:
    only = project(tmp_path, paragraph("4. งบประมาณ จำนวน 10,000 บาท"), *map(paragraph, lines))
    assert sums(only.mismatches) == expected


@pytest.mark.parametrize(
    ("lines", "total"),
    [
        (["งบประมาณ 50,000 บาท"], 50_000),
        (["งบประมาณ", "รวมทั้งสิ้น ๕๐,๐๐๐ บาท (ห้าหมื่นบาทถ้วน)"], 50_000),
        (["งบประมาณ", "ค่าวิทยากร 20,000 บาท", "ค่าอาหาร 30,000 บาท", "รวมเป็นเงิน 50,000 บาท"], 50_000),
        (["งบประมาณ 0.5 ล้านบาท"], 500_000),
        (["งบประมาณ", "50,000"], 50_000),
        (["งบประมาณ ได้รับจัดสรรในปีที่ผ่านมาน้อยกว่าที่โรงเรียนทุกแห่งต้องการ จึงใช้เงินอื่นอีก 90,000 บาท"], None),
        (["งบประมาณ", "ค่าวิทยากร 20,000 บาท"], None),
        (["งบประมาณ วงเงินรวม 50,000 บาท", "รวมทั้งสิ้น 60,000 บาท"], None),
        (["งบประมาณ ไม่ใช้งบประมาณ"], None),
        (["สถานที่ โรงเรียน"], None),
    ],
)
def test_the_budget_of_a_sheet(lines: list[str], total: int | None, tmp_path: Path) -> None:
    budget = project(tmp_path, *map(paragraph, lines)).budget
    assert budget == (None if total is None else total * 100)


SUMMARY = ["ที่", "โครงการ", "ไตรมาส 1", "ไตรมาส 2", "รวม", "ผู้รับผิดชอบ"]
PROJECTS = [
    ["1", "อ่านออก", "10,000", "40,000", "50,000", "กลุ่มนิเทศ"],
    ["2", "ปลอดภัย", "20,000", "-", "20,000", "กลุ่มแผน"],
]
ALL = ["", "รวม", "30,000", "40,000", "70,000", ""]


def test_a_table_of_projects(tmp_path: Path) -> None:
    assert read(tmp_path, table(SUMMARY, *PROJECTS, ALL)) == Projects()
    (fault,) = read(tmp_path, table(SUMMARY, *PROJECTS, [*ALL[:4], "75,000", ""])).mismatches
    assert (fault.what, fault.listed, fault.stated) == ("รวม", 7_000_000, 7_500_000)
    assert fault.place.paragraph is not None


def two_sheets(first: str, second: str) -> list[str]:
    budgets = [paragraph(f"4. งบประมาณ {each}") for each in (first, second)]
    return [*sheet(budgets[0], name="อ่านออก"), *sheet(budgets[1], name="ปลอดภัย")]


@pytest.mark.parametrize(
    ("said", "budgets", "expected"),
    [
        (table(SUMMARY, *PROJECTS, ALL), ("50,000 บาท", "20,000 บาท"), []),
        (table(SUMMARY, *PROJECTS, ALL), ("50,000 บาท", "25,000 บาท"), [("", 75_000, 70_000)]),
        (table(SUMMARY, *PROJECTS, ALL), ("50,000 บาท", "ดังตาราง"), []),
        (paragraph("แผนมี 2 โครงการ งบประมาณรวมทั้งสิ้น 70,000 บาท"), ("50,000 บาท", "10,000 บาท"), [("", 60_000, 70_000)]),
        (paragraph("แผนมี 12 โครงการ งบประมาณรวมทั้งสิ้น 70,000 บาท"), ("50,000 บาท", "10,000 บาท"), []),
        (paragraph("งบประมาณทั้งสิ้น 70,000 บาท"), ("50,000 บาท", "10,000 บาท"), []),
        (paragraph("กลยุทธ์ที่ 1 มี 2 โครงการ งบประมาณรวม 70,000 บาท"), ("50,000 บาท", "30,000 บาท"), []),
        (paragraph("งบประมาณทั้งสิ้น 70,000 บาท"), ("50,000 บาท", "30,000 บาท"), [("", 80_000, 70_000)]),
        (paragraph("งบประมาณปี 2569 รวมทั้งสิ้น 70,000 บาท"), ("50,000 บาท", "30,000 บาท"), []),
        (paragraph("งบประมาณ 70,000 บาท"), ("50,000 บาท", "30,000 บาท"), []),
    ],
)
def test_sheets_against_the_plan(
    said: str, budgets: tuple[str, str], expected: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    plan = read(tmp_path, said, heading("4.4 แบบเสนอโครงการ", 2), *two_sheets(*budgets))
    assert len(plan.sheets) == 2
    assert sums(plan.mismatches) == expected


def test_a_summary_of_other_projects_is_not_compared(tmp_path: Path) -> None:
    more = [*PROJECTS, ["3", "คุณธรรม", "5,000", "5,000", "10,000", "กลุ่มแผน"]]
    total = ["", "รวม", "35,000", "45,000", "80,000", ""]
    plan = read(tmp_path, table(SUMMARY, *more, total), paragraph(""), *two_sheets("50,000 บาท", "20,000 บาท"))
    assert plan.mismatches == ()


@pytest.mark.parametrize(
    ("rows", "judged"),
    [(["30", "20"], True), ([str(2 ** max(0, 40 - at)) for at in range(42)], False), (["7"] * 1_100, False)],
)
def test_tables_with_more_rows_or_sums_than_can_be_told_are_not_judged(
    tmp_path: Path, rows: list[str], judged: bool
) -> None:
    listed = [[f"รายการ {letter}", amount] for letter, amount in zip("กขคง" * 300, rows, strict=False)]
    only = project(tmp_path, paragraph("4. งบประมาณ"), table(["รายการ", "งบประมาณ (บาท)"], *listed, ["รวม", "5"]))
    assert bool(only.mismatches) == judged
