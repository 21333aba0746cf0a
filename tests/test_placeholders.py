"""Content, or only a place for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.placeholders import is_filler, judge

FILLERS = [
    "..........",
    "……………",
    "____",
    "-",
    "xxx",
    "TBD",
    "รอข้อมูล",
    "ระบุ...",
    "(ระบุวิสัยทัศน์ของหน่วยงาน)",
    "[กรอกข้อมูล]",
    "- อยู่ระหว่างดำเนินการ -",
    "(อยู่ระหว่างรวบรวมข้อมูล)",
    "อยู่ระหว่างการจัดทำ",
    "ยังไม่มีข้อมูล",
    "คลิกหรือแตะที่นี่เพื่อใส่ข้อความ",
    "Click or tap here to enter text.",
    "[insert vision]",
    "Lorem ipsum dolor sit amet",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, " * 5,
    "." * 200,
    "……/……/……",
    "xx.xx",
    "(โปรดระบุวิสัยทัศน์ของสำนักงาน)",
    "<ใส่ข้อมูล>",
    "กรอกข้อมูลที่นี่",
    "พิมพ์ข้อความตรงนี้",
    "เขียนเนื้อหา............",
    "ยังไม่ได้จัดทำ",
    "อยู่ระหว่างการปรับปรุง",
    "ไม่มีข้อมูล",
    "จะเพิ่มเติมภายหลัง",
    "N/A",
    "To be completed",
    "[please specify]",
]
CONTENT = [
    "ยังไม่ได้รับการพัฒนาอย่างต่อเนื่องในทุกโรงเรียน",
    "ตัวอย่าง: โรงเรียนจัดกิจกรรมส่งเสริมการอ่านทุกสัปดาห์",
    "เพิ่มเติมความรู้ให้ครูทุกคนในสังกัด",
    "องค์กรที่มีชีวิตพร้อมจิตอาสา",
    "รอบปีที่ผ่านมา สำนักงานเขตพื้นที่การศึกษาเบิกจ่ายได้ร้อยละ 95",
    "ระบุตัวชี้วัดและค่าเป้าหมายไว้ในตารางที่ 3",
    "รอยต่อระหว่างช่วงชั้น",
    "เพิ่มโอกาสทางการศึกษาให้ผู้เรียนทุกคน",
]


@pytest.mark.parametrize("line", FILLERS)
def test_fillers(line: str) -> None:
    assert is_filler(line)
    assert judge([line, line]) == "placeholder"


@pytest.mark.parametrize("line", CONTENT)
def test_content(line: str) -> None:
    assert not is_filler(line)
    assert judge(["....", line]) == "present"


@pytest.mark.parametrize("lines", [[], [""], ["ก ข"], ["หน้า 3"]])
def test_next_to_nothing_is_empty(lines: list[str]) -> None:
    assert judge(lines) == "empty"


@pytest.mark.parametrize("line", ["ไม่มี", "- ไม่มี -", "ไม่มีปัญหาและอุปสรรค", "None"])
def test_none_is_an_answer(line: str) -> None:
    assert judge([line]) == "present"


def test_short_figures_add_up() -> None:
    assert judge(["1,250", "3,400", "550", "1,200", "99.5"]) == "present"


@given(st.lists(st.text()))
def test_any_lines_are_judged(lines: list[str]) -> None:
    assert judge(lines) in {"present", "placeholder", "empty"}
