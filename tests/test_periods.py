"""Periods of projects as plans write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.projects.periods import read_period
from khumue.projects.results import Month

TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
FULL = ["มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"]
FULL += ["กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"]
SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
YEAR_2570 = ((2569, 10), (2570, 9))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1 ตุลาคม 2569 - 30 กันยายน 2570", *YEAR_2570),
        ("๑ ต.ค. ๖๙ – ๓๐ ก.ย. ๗๐", *YEAR_2570),
        ("ตุลาคม 2026 ถึง กันยายน 2027", *YEAR_2570),
        ("ตลุ าคม 2569 - กนั ยายน 2570", *YEAR_2570),
        ("ตลาคม 2569 - กนยายน 2570", *YEAR_2570),
        ("ตลอดปีงบประมาณ 2570", *YEAR_2570),
        ("ปีงบประมาณ พ.ศ. ๒๕๗๐", *YEAR_2570),
        ("ปีงบประมาณ พ.ศ. 2569 - 2571", (2568, 10), (2571, 9)),
        ("เดือนตุลาคม - ธันวาคม 2569", (2569, 10), (2569, 12)),
        ("พฤศจิกายน - กุมภาพันธ์ พ.ศ. 2570", (2569, 11), (2570, 2)),
        ("ระหว่างวันที่ 10-12 มกราคม 2570", (2570, 1), (2570, 1)),
        ("16 พฤษภาคม 2570 - 31 มีนาคม 2571 (ปีการศึกษา 2570)", (2570, 5), (2571, 3)),
        ("ไตรมาส 1 (ต.ค. - ธ.ค. 69) และไตรมาส 3 (เม.ย. - มิ.ย. 70)", (2569, 10), (2570, 6)),
    ],
)
def test_periods(text: str, first: Month, last: Month) -> None:
    period = read_period(text)
    assert period is not None
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["ปีการศึกษา 2570", "ไตรมาส 1-4", "ตุลาคม - กันยายน", "ตุลาคม 2569 - กันยายน", "12 เดือน", "ตลอดปี", "2569-2570"],
)
def test_what_is_not_clear_is_not_judged(text: str) -> None:
    assert read_period(text) is None


def test_a_fiscal_year_begins_in_october() -> None:
    period = read_period("กันยายน 2569 - ตุลาคม 2570")
    assert period is not None
    assert period.fiscal_years == (2569, 2571)


MONTHS = st.tuples(st.integers(2550, 2599), st.integers(1, 12))


@given(MONTHS, MONTHS, st.sampled_from([FULL, SHORT]), st.sampled_from(["", "พ.ศ. "]), st.booleans())
def test_a_period_is_read_as_it_is_written(one: Month, other: Month, names: list[str], era: str, thai: bool) -> None:
    first, last = min(one, other), max(one, other)
    text = f"1 {names[first[1] - 1]} {era}{first[0]} - 28 {names[last[1] - 1]} {era}{last[0]}"
    period = read_period(text.translate(TO_THAI) if thai else text)
    assert period is not None
    assert (period.first, period.last) == (first, last)
