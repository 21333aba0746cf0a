"""Project sheets in drafts: every form that plans use, as Word and as Markdown, and what is no sheet."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from docxfiles import heading, paragraph, table, write_docx
from khumue.document import Document
from khumue.headings import find_headings
from khumue.names import NameIndex
from khumue.projects.lines import Lines
from khumue.projects.reading import read_projects
from khumue.projects.results import Project, Projects
from khumue.readers import read_draft
from khumue.registry import load_registry
from khumue.thai import MARKS

REGISTRY = load_registry()
SOURCES = Path(os.environ.get("KHUMUE_SOURCES", Path(__file__).parents[2] / "shared" / "sources"))

FIELDS = [
    ("หน่วยงานที่รับผิดชอบ", "กลุ่มนิเทศ ติดตามและประเมินผล"),
    ("ระยะเวลาดำเนินการ", "1 ตุลาคม 2569 - 30 กันยายน 2570"),
    ("หลักการและเหตุผล", "นักเรียนอ่านออกเขียนได้ตามเกณฑ์ร้อยละ 82 ต่ำกว่าเป้าหมาย"),
    ("วัตถุประสงค์", "เพื่อให้นักเรียนอ่านออกเขียนได้ตามเกณฑ์"),
    ("เป้าหมาย", "ครู 240 คน และนักเรียนทุกคนในชั้น ป.1-3"),
    ("วิธีดำเนินการ", "ประชุมชี้แจง อบรมครู นิเทศ และรายงานผล"),
    ("งบประมาณ", "50,000 บาท"),
    ("ตัวชี้วัดความสำเร็จ", "ร้อยละ 90 ของนักเรียนอ่านออกเขียนได้"),
    ("ผลที่คาดว่าจะได้รับ", "นักเรียนพร้อมเรียนในชั้นที่สูงขึ้น"),
]
NAMES = ["อ่านออกเขียนได้", "ลดการออกกลางคัน"]
Form = Sequence[tuple[str, str]]


def numbered(name: str, fields: Form) -> list[str]:
    lines = [("ชื่อโครงการ", name), *fields]
    return [paragraph(f"{number}. {label} {value}") for number, (label, value) in enumerate(lines, 1)]


def numbered_below(name: str, fields: Form) -> list[str]:
    lines = [("ชื่อโครงการ", name), *fields]
    return [
        paragraph(text)
        for number, (label, value) in enumerate(lines, 1)
        for text in (f"{number}. {label}", value)
        if text
    ]


def labelled(name: str, fields: Form) -> list[str]:
    return [paragraph(f"โครงการ: {name}"), *(paragraph(f"{label}: {value}") for label, value in fields)]


def field_table(name: str, fields: Form) -> list[str]:
    return [table(["ชื่อโครงการ", name], *([label, value] for label, value in fields)), paragraph("")]


def ordinal_table(name: str, fields: Form) -> list[str]:
    rows = [("ชื่อโครงการ", name), *fields]
    return [table(*([str(number), *row] for number, row in enumerate(rows, 1))), paragraph("")]


def headed(name: str, fields: Form) -> list[str]:
    below = [part for label, value in fields for part in (heading(label, 3), paragraph(value))]
    return [heading(f"โครงการ{name}", 2), *below]


def soft_breaks(name: str, fields: Form) -> list[str]:
    lines = [("ชื่อโครงการ", name), *fields]
    text = '</w:t><w:br/><w:t xml:space="preserve">'.join(f"{label} {value}" for label, value in lines)
    return [f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>']


FORMS = [numbered, numbered_below, labelled, field_table, ordinal_table, headed, soft_breaks]


def found(document: Document) -> Projects:
    headings = find_headings(document, NameIndex(REGISTRY.section_names))
    return read_projects(Lines(document), headings, REGISTRY)


def sheets(path: Path, *body: str) -> tuple[Project, ...]:
    write_docx(path / "แผน.docx", heading("ส่วนที่ 4 โครงการ"), *body, heading("ส่วนที่ 5 การติดตามและประเมินผล"))
    return found(read_draft(path / "แผน.docx")).sheets


def markdown(path: Path, text: str) -> tuple[Project, ...]:
    (path / "แผน.md").write_text(text, encoding="utf-8")
    return found(read_draft(path / "แผน.md")).sheets


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_read(form: object, tmp_path: Path) -> None:
    assert callable(form)
    read = sheets(tmp_path, *(part for name in NAMES for part in form(name, FIELDS)))
    assert [each.name.removeprefix("โครงการ") for each in read] == NAMES
    assert [each.lacking for each in read] == [(), ()]
    assert [each.budget for each in read] == [5_000_000] * 2
    assert [each.period and each.period.fiscal_years for each in read] == [(2570, 2570)] * 2


@pytest.mark.parametrize("form", FORMS)
def test_a_field_that_is_not_there_or_empty_is_told(form: object, tmp_path: Path) -> None:
    assert callable(form)
    without = [(label, value) for label, value in FIELDS if label != "วัตถุประสงค์"]
    blank = [(label, "..............." if label == "ตัวชี้วัดความสำเร็จ" else value) for label, value in without]
    (read,) = sheets(tmp_path, *form("อ่านออกเขียนได้", blank))
    assert read.lacking == ("objectives", "indicators")
    assert (read.fields["objectives"], read.fields["indicators"]) == ("missing", "empty")


@pytest.mark.parametrize("form", FORMS)
def test_damaged_text_is_read(form: object, tmp_path: Path) -> None:
    assert callable(form)
    bare = [("".join(char for char in label if char not in MARKS), value) for label, value in FIELDS]
    (read,) = sheets(tmp_path, *form("อ่านออกเขียนได้", bare))
    assert read.lacking == ()


REAL = yaml.safe_load((Path(__file__).parent / "data" / "project-forms.yaml").read_text(encoding="utf-8"))
WHOLE = [
    each for each in REAL if {"rationale", "objectives"} & {x for label in each["labels"] for x in label["fields"]}
]


@pytest.mark.parametrize("real", WHOLE, ids=lambda real: real["form"])
@pytest.mark.parametrize("form", [labelled, field_table, headed])
def test_real_forms_lack_what_they_do_not_ask_for(form: object, real: dict[str, Any], tmp_path: Path) -> None:
    assert callable(form)
    labels = [each for each in real["labels"] if "name" not in each["fields"]]
    (read,) = sheets(tmp_path, *form("อ่านออกเขียนได้", [(each["label"], "เนื้อหาของช่องนี้") for each in labels]))
    asked = {field for each in real["labels"] for field in each["fields"]} | {"name"}
    required = [each for each in REGISTRY.project_fields.values() if each.requirement == "required"]
    assert read.lacking == tuple(each.id for each in required if not asked & {each.id, *each.met_by})


@pytest.mark.parametrize(
    "form",
    [
        "".join(f"{number}. {label} {value}\n\n" for number, (label, value) in enumerate(FIELDS, 2)),
        "".join(f"**{label}**\n\n{value}\n\n" for label, value in FIELDS),
        "".join(f"{label} : {value}\n\n" for label, value in FIELDS),
        "".join(f"| {label} | {value} |\n" for label, value in FIELDS),
        "".join(f"## {label}\n\n{value}\n\n" for label, value in FIELDS),
    ],
    ids=["numbered", "bold", "colon", "table", "headings"],
)
@pytest.mark.parametrize("opening", ["ชื่อโครงการ", "**โครงการ**", "# โครงการ"])
def test_forms_in_markdown(form: str, opening: str, tmp_path: Path) -> None:
    (read,) = markdown(tmp_path, f"{opening} อ่านออกเขียนได้\n\n{form}")
    assert "อ่านออกเขียนได้" in read.name
    assert read.lacking == ()


def test_the_columns_of_a_table_are_fields(tmp_path: Path) -> None:
    kept = [each for each in FIELDS if each[0] not in {"งบประมาณ", "ระยะเวลาดำเนินการ", "หน่วยงานที่รับผิดชอบ"}]
    activities = table(
        ["ที่", "กิจกรรม", "ระยะเวลา", "งบประมาณ", "ผู้รับผิดชอบ"],
        ["1", "อบรมครู", "ม.ค. 2570", "50,000", "กลุ่มนิเทศ"],
    )
    (read,) = sheets(tmp_path, *numbered("อ่านออกเขียนได้", kept), activities)
    assert read.lacking == ()
    assert read.budget == 5_000_000
    blank = activities.replace("กลุ่มนิเทศ", "............")
    (read,) = sheets(tmp_path, *numbered("อ่านออกเขียนได้", kept), blank)
    assert read.lacking == ("responsible",)


def test_a_slip_in_a_label_is_not_a_missing_field(tmp_path: Path) -> None:
    slipped = [("วัตถุประสงณ์" if label == "วัตถุประสงค์" else label, value) for label, value in FIELDS]
    for form in (numbered, numbered_below, field_table):
        (read,) = sheets(tmp_path, *form("อ่านออกเขียนได้", slipped))
        assert read.lacking == ()


def test_a_label_of_two_fields_gives_both(tmp_path: Path) -> None:
    joined = [
        ("หน่วยงาน / ผู้รับผิดชอบ", "กลุ่มนิเทศ"),
        ("หลักการและเหตุผล", "นักเรียนอ่านออกเขียนได้ร้อยละ 82"),
        ("วัตถุประสงค์และตัวชี้วัด", "นักเรียนอ่านออกเขียนได้ร้อยละ 90"),
        ("เป้าหมาย", "นักเรียนทุกคน"),
        ("กิจกรรมและงบประมาณ", "อบรมครู งบประมาณ 50,000 บาท"),
        ("ระยะเวลาดำเนินการ", "ตลอดปีงบประมาณ 2570"),
        ("ผลที่คาดว่าจะได้รับ", "นักเรียนพร้อมเรียน"),
    ]
    (read,) = sheets(tmp_path, *numbered("อ่านออกเขียนได้", joined))
    assert read.lacking == ()
    assert read.fields["unit"] == read.fields["responsible"] == "present"


def test_items_under_a_field_belong_to_it_whatever_they_are_called(tmp_path: Path) -> None:
    body = numbered_below("อ่านออกเขียนได้", FIELDS)
    at = next(place for place, part in enumerate(body) if "เป้าหมาย" in part and part.count("6.") == 1)
    (read,) = sheets(tmp_path, *body[: at + 1], paragraph("6.1 ผลลัพธ์ นักเรียนอ่านออกร้อยละ 90"), *body[at + 2 :])
    assert read.lacking == ()


def test_the_period_below_a_table_of_activities_is_that_of_the_project(tmp_path: Path) -> None:
    activities = table(["กิจกรรม", "ระยะเวลา", "งบประมาณ"], ["อบรมครู", "มกราคม 2570", "50,000"])
    body = numbered_below("อ่านออกเขียนได้", [field for field in FIELDS if field[0] != "ระยะเวลาดำเนินการ"])
    period = [paragraph("9. ระยะเวลาดำเนินการ"), paragraph("1 ตุลาคม 2569 - 30 กันยายน 2570")]
    (read,) = sheets(tmp_path, *body, activities, *period)
    assert read.period is not None
    assert (read.period.first, read.period.last) == ((2569, 10), (2570, 9))


def test_a_sentence_that_begins_like_a_label(tmp_path: Path) -> None:
    """Under the rationale, a budget and a period of last year: neither is the project's."""
    body = numbered_below("อ่านออกเขียนได้", FIELDS)
    said = ["ปีงบประมาณ พ.ศ. 2568 นักเรียนอ่านออกร้อยละ 80", "งบประมาณ ที่ใช้ในปีที่ผ่านมา 90,000 บาท"]
    at = next(place for place, part in enumerate(body) if "หลักการและเหตุผล" in part)
    (read,) = sheets(tmp_path, *body[: at + 1], *map(paragraph, said), *body[at + 2 :])
    assert read.lacking == ()
    assert (read.budget, read.period and read.period.fiscal_years) == (5_000_000, (2570, 2570))


def test_a_heading_over_the_form_is_the_same_sheet(tmp_path: Path) -> None:
    body = [heading("โครงการที่ 4 อ่านออกเขียนได้", 2), *numbered("พัฒนาการอ่าน", FIELDS)]
    (read,) = sheets(tmp_path, *body)
    assert read.name == "พัฒนาการอ่าน"


def test_headings_of_activities_do_not_part_a_sheet(tmp_path: Path) -> None:
    body = numbered_below("อ่านออกเขียนได้", FIELDS)
    inside = paragraph("โครงการย่อยที่ 1 อบรมครู", run="<w:b/><w:bCs/>")
    (read,) = sheets(tmp_path, *body[:12], inside, *body[12:])
    assert read.lacking == ()


def test_the_unit_may_stand_before_the_name(tmp_path: Path) -> None:
    rest = [each for each in FIELDS if each[0] != "หน่วยงานที่รับผิดชอบ"]
    (read,) = sheets(tmp_path, paragraph("หน่วยงานที่รับผิดชอบ กลุ่มนิเทศ"), *numbered("อ่านออกเขียนได้", rest))
    assert read.lacking == ()


def test_the_next_part_of_the_plan_ends_a_sheet(tmp_path: Path) -> None:
    kept = [each for each in FIELDS if each[0] not in {"งบประมาณ", "ตัวชี้วัดความสำเร็จ"}]
    after = [
        heading("4.5 งบประมาณ", 2),
        paragraph("งบประมาณ 90,000 บาท"),
        heading("4.6 ตัวชี้วัด", 2),
        paragraph("ร้อยละ 90"),
    ]
    (read,) = sheets(tmp_path, heading("4.4 แบบเสนอโครงการ", 2), *numbered("อ่านออกเขียนได้", kept), *after)
    assert read.lacking == ("budget", "indicators")


def test_a_project_without_money_says_so_with_a_dash(tmp_path: Path) -> None:
    free = [(label, "-" if label == "งบประมาณ" else value) for label, value in FIELDS]
    (read,) = sheets(tmp_path, *field_table("อ่านออกเขียนได้", free))
    assert read.fields["budget"] == "present"
    assert read.budget == 0


@pytest.mark.parametrize("name", ["....................", "(ระบุชื่อโครงการ)", "(ควรเป็นชื่อที่สั้นและชัดเจน)"])
def test_a_blank_form_is_no_sheet(name: str, tmp_path: Path) -> None:
    blank = [(label, "....................") for label, _ in FIELDS]
    assert sheets(tmp_path, *numbered(name, blank)) == ()


def test_a_sheet_without_its_name_is_told(tmp_path: Path) -> None:
    (read,) = sheets(tmp_path, *field_table("....................", FIELDS))
    assert read.lacking == ("name",)


def test_prose_and_tables_of_projects_are_no_sheets(tmp_path: Path) -> None:
    body = [
        paragraph("โครงการ อ่านออกเขียนได้ มีวัตถุประสงค์และเป้าหมายตามนโยบาย"),
        paragraph("วัตถุประสงค์ ของแผนคือพัฒนาผู้เรียน"),
        paragraph("ชื่อโครงการ หลักการ วัตถุประสงค์ และงบประมาณอยู่ในแบบนี้"),
        table(
            ["ที่", "ชื่อโครงการ", "วัตถุประสงค์", "เป้าหมาย", "งบประมาณ"],
            ["1", "โครงการอ่านออกเขียนได้", "อ่านได้", "ทุกคน", "50,000"],
        ),
    ]
    assert sheets(tmp_path, *body) == ()


def test_what_follows_other_headings_is_no_sheet(tmp_path: Path) -> None:
    cover = paragraph("โครงการพัฒนาการศึกษาทั้งระบบ", run="<w:b/><w:bCs/>")
    write_docx(tmp_path / "แผน.docx", cover, heading("คำนำ"), *numbered_below("", FIELDS)[2:])
    assert found(read_draft(tmp_path / "แผน.docx")).sheets == ()


def test_the_contents_are_no_sheets(tmp_path: Path) -> None:
    entries = [paragraph(f"{label}....................{page}") for page, (label, _) in enumerate(FIELDS, 10)]
    assert sheets(tmp_path, paragraph("ชื่อโครงการ....................9"), *entries) == ()


@pytest.mark.parametrize("source", ["angthong", "tak2", "uttaradit2", "uthaithani"])
def test_the_manuals_hold_no_sheet(source: str) -> None:
    if not SOURCES.is_dir():
        pytest.skip("the manuals' texts are not here; KHUMUE_SOURCES names their folder")
    assert found(read_draft(SOURCES / f"{source}.txt")) == Projects()
