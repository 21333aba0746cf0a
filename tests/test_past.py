"""Words that speak of what was."""

from __future__ import annotations

import pytest

from khumue.past import is_of_past, speaks_of_past


@pytest.mark.parametrize(
    ("before", "after", "past"),
    [
        ("ดำเนินงานต่อเนื่องจาก", " ฉบับที่ 12", True),
        ("ผลการดำเนินงานตาม", " ฉบับที่ 12", True),
        ("", " ฉบับที่ 12 ซึ่งสิ้นสุดลงแล้ว", True),
        ("", " (พ.ศ. 2560-2564) ที่ผ่านมา", True),
        ("จัดทำขึ้นใช้แทน", "", True),
        ("แผนนี้สอดคล้องกับ", " ฉบับที่ 13 (พ.ศ. 2566-2570)", False),
        ("เพิ่มเติมจาก", " และแผนอื่น", False),
        ("", "", False),
    ],
)
def test_words_beside_a_name(before: str, after: str, past: bool) -> None:
    assert speaks_of_past(before, after) is past


def test_headings() -> None:
    assert is_of_past("1.3 ผลการดำเนินงานปีที่ผ่านมา")
    assert is_of_past("ความเป็นมา")
    assert not is_of_past("ความสอดคล้องกับแผนระดับชาติ")
