"""Which name a line is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.names import NameIndex, fold_names

NAMES = [
    ("vision", "วิสัยทัศน์"),
    ("core-values", "ค่านิยม"),
    ("goals", "เป้าประสงค์"),
    ("targets", "เป้าหมาย"),
    ("budget", "งบประมาณ"),
    ("monitoring", "การติดตามและประเมินผล"),
    ("internal", "การวิเคราะห์สภาพแวดล้อมภายใน"),
    ("external", "การวิเคราะห์สภาพแวดล้อมภายนอก"),
    ("plan-12", "แผนพัฒนาฉบับที่ 12"),
    ("strategies", "ยุทธศาสตร์"),
]
INDEX = NameIndex(fold_names(NAMES, ["กลุ่มเป้าหมาย", "คณะอนุกรรมการติดตามและประเมินผล", "การติดตามและประเมินผู้เรียน"]))


@pytest.mark.parametrize(
    ("text", "name", "match"),
    [
        ("วิสัยทัศน์", "vision", "exact"),
        (" วิสัยทัศน์  ", "vision", "exact"),
        ("ว ส ยท ศน", "vision", "folded"),
        ("วิสัยทัศน์ (Vision)", "vision", "folded"),
        ("“วิสัยทัศน์”", "vision", "exact"),
        ("วิสัยทัศน์ :", "vision", "exact"),
        ("วิสัยทัศน์ของสำนักงานเขตพื้นที่การศึกษา", "vision", "folded"),
        ("งบประมาณ ประจำปีงบประมาณ พ.ศ. 2570", "budget", "folded"),
        ("งบประมาณ ๒๕๗๐", "budget", "folded"),
        ("คานิยม", "core-values", "folded"),
    ],
)
def test_a_name_is_found(text: str, name: str, match: str) -> None:
    found = INDEX.find(text)
    assert found is not None
    assert (found.id, found.match) == (name, match)


@pytest.mark.parametrize(
    "text",
    [
        "คำนิยม",
        "กลุ่มเป้าหมาย",
        "วิสัยทัศน์กว้างไกลเป็นคุณสมบัติของผู้นำ",
        "งบประมาณที่ได้รับจัดสรรเบิกจ่ายแล้ว",
        "งบประมาณของสำนักงาน หมายถึง เงินที่ได้รับจัดสรร",
        "งบประมาณของสำนักงาน" + "เพื่อการพัฒนาคุณภาพการศึกษา" * 5,
        "กลุ่มเป้าหมายของโครงการ",
        "",
        "...",
        "ก" * 500,
    ],
)
def test_a_look_alike_is_not(text: str) -> None:
    assert INDEX.find(text) is None


def test_what_follows_a_colon_is_kept() -> None:
    found = INDEX.find("วิสัยทัศน์: องค์กรแห่งการเรียนรู้")
    assert found is not None
    assert (found.id, found.rest) == ("vision", "องค์กรแห่งการเรียนรู้")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("การตดตามและประเมนผลล", "monitoring"),
        ("การติตดามและประเมินผล", "monitoring"),
        ("เป้าประสงงค์", "goals"),
        ("การวิเคราะห์สภาพแวดล้อภายนอก", "external"),
    ],
)
def test_a_near_name_is_near(text: str, name: str) -> None:
    found = INDEX.find_near(text)
    assert found is not None
    assert (found.id, found.match) == (name, "near")


@pytest.mark.parametrize(
    "text",
    [
        "แผนพัฒนาฉบับที่ 13",  # digits differ
        "คณะอนุกรรมกาติดตามและประเมินผล",  # nearest to a look-alike
        "งบ",  # too short to guess
        "การพัฒนาหลักสูตรสถานศึกษา",
        "ก" * 300,
    ],
)
def test_what_is_not_near_enough(text: str) -> None:
    assert INDEX.find_near(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("วิสัยทัศน์ และค่านิยม", ["vision", "core-values"]),
        ("วิสัยทัศน์/ค่านิยม", ["vision", "core-values"]),
        ("วิสัยทัศน์ - ค่านิยม", ["vision", "core-values"]),
        ("วิสัยทัศน์ เป้าประสงค์ และค่านิยม", ["vision", "goals", "core-values"]),
        ("ว ส ยท ศน และ ค าน ยม", ["vision", "core-values"]),
        ("วิสัยทัศน์และค่านิยมของสำนักงานเขตพื้นที่การศึกษา", ["vision", "core-values"]),
        ("เป้าประสงค์และเป้าหมาย (Goals)", ["goals", "targets"]),
        ("วิสัยทัศน์ ค่านิยม", []),  # may be columns of a table
        ("วิสัยทัศน์และคำนิยม", []),
        ("วิสัยทัศน์และโครงสร้าง", []),
        ("วิสัยทัศน์และ", []),
        ("การติดตามและประเมินผล และงบประมาณ", []),  # of the plan and of the budget
        ("การติดตามและประเมินผล และการวิเคราะห์สภาพแวดล้อมภายใน", ["monitoring", "internal"]),
        ("งบประมาณและกลุ่มเป้าหมาย", []),
    ],
)
def test_a_heading_may_hold_several_parts(text: str, names: list[str]) -> None:
    assert [found.id for found in INDEX.find_all(text)] == names


def test_names_may_be_shared_old_or_those_of_something_inside() -> None:
    names = [("a", "ปัญหาและข้อเสนอแนะ"), ("b", "ปัญหาและข้อเสนอแนะ"), ("c", "ยุทธการ", "old"), ("c", "ที่ตั้ง", "inner")]
    index = NameIndex(fold_names(names, []))
    assert [(each.id, each.match) for each in index.find_all("ปัญหา และ ข้อเสนอแนะ")] == [
        ("a", "folded"),
        ("b", "folded"),
    ]
    assert [(each.old, each.match) for each in index.find_all("ยุทธการ")] == [(True, "exact")]
    assert [(each.inner, each.match) for each in index.find_all("ที่ตั้ง")] == [(True, "near")]


@pytest.mark.parametrize(
    ("text", "name"),
    [("ก วิสัยทัศน์", "vision"), ("วิสัยทัศน์ ข", "vision"), ("เรื่อง งบประมาณ", "budget"), ("เรอื่ ง งบประมาณ", "budget")],
)
def test_page_letters_and_the_word_subject_are_left_aside(text: str, name: str) -> None:
    found = INDEX.find(text)
    assert found is not None
    assert found.id == name


@given(st.sampled_from(NAMES), st.data())
def test_one_slip_in_a_long_name_is_met(name: tuple[str, str], data: st.DataObject) -> None:
    spelling = name[1]
    if len(spelling) < 20 or spelling.endswith(("ใน", "นอก")) or "1" in spelling:
        return
    place = data.draw(st.integers(0, len(spelling) - 1))
    found = INDEX.find(slipped := spelling[:place] + spelling[place + 1 :]) or INDEX.find_near(slipped)
    assert found is not None
    assert found.id == name[0]


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    INDEX.find_all(text)
    INDEX.find_near(text)


def test_two_spellings_with_one_skeleton_are_one_match() -> None:
    index = NameIndex(fold_names([("monitoring", "กำกับติดตาม"), ("monitoring", "กำกับ ติดตาม")], ()))
    for text in ("กำกับติดตาม", "กำกับ ติดตาม"):
        assert [(found.id, found.match) for found in index.find_all(text)] == [("monitoring", "exact")]
