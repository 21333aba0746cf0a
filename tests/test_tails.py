"""What stands after a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.tails import only_tail, plain, read_tails

thai = st.text("ฉบับทีพ.ศ2566-70()“” แก้ไขเพิ่มเติมและระยะปี,/๑๓", max_size=40)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("", []),
        (" และแผนอื่น", []),
        (" (ดูภาคผนวก)", []),
        (" ฉบับที่ 131", []),
        (" 13 โครงการ", []),
        (" ฉบับที่ 2 2556", [("2", (2556, 2556))]),
        (" ฉบัยที่ 2", [("2", None)]),
        (" (ฉบับปรับปรุง) พ.ศ. 2566-2570", [(None, (2566, 2570))]),
        (" ฉบับปรับปรุง พ.ศ. 2566-2570", [(None, (2566, 2570))]),
        (" ระยะที่ 2 (พ.ศ. 2566-2570)", [(None, (2566, 2570))]),
        (" ระยะ 5 ปี พ.ศ. 2566-2570", [(None, (2566, 2570))]),
        (" (แผนระดับที่ 1) พ.ศ. 2561-2580", [(None, (2561, 2580))]),
        (" (ร่าง) ฉบับที่ 14", [("14", None)]),
        (" พ.ศ. 2566-2570 (ฉบับที่ 13)", [("13", (2566, 2570))]),
        (" No. 13 (2023-2027)", [("13", (2566, 2570))]),
        (" ฉบับที่ 12, ฉบับที่ 13", [("12", None), ("13", None)]),
        (" ฉบับที่ 12 กับ ฉบับที่ 13 พ.ศ. 2566-2570", [("12", None), ("13", (2566, 2570))]),
    ],
)
def test_editions_and_years(after: str, said: list[tuple[str | None, tuple[int, int] | None]]) -> None:
    assert [(each.cited.edition, each.cited.years) for each in read_tails(plain(after))] == said


@pytest.mark.parametrize(
    ("after", "amendments"),
    [
        (" พ.ศ. 2546 และฉบับที่ 2 พ.ศ. 2562", [("2", (2562, 2562))]),
        (" พ.ศ. 2542 (ฉบับที่ 2) พ.ศ. 2545", [("2", (2545, 2545))]),
        (" พ.ศ. 2542 และที่แก้ไขเพิ่มเติม พ.ศ. 2545", [(None, (2545, 2545))]),
        (" พ.ศ. 2542 ซึ่งแก้ไขเพิ่มเติมโดย (ฉบับที่ 2)", [("2", None)]),
        (" พ.ศ. 2542 และพ.ศ. 2545", []),
    ],
)
def test_amendments(after: str, amendments: list[tuple[str | None, tuple[int, int] | None]]) -> None:
    (tail,) = read_tails(plain(after))
    assert [(each.edition, each.years) for each in tail.amendments] == amendments


def test_a_cell_that_says_nothing_else() -> None:
    assert (found := only_tail("(พ.ศ.2566-2570)")) is not None
    assert found.years == (2566, 2570)
    assert only_tail("2566-2570บาท") is None
    assert only_tail("") is None


def test_a_capital_of_two_small_letters_moves_nothing() -> None:
    assert len(plain("(İ) 2566")) == len(plain("(I) 2566"))


@given(thai)
def test_a_tail_ends_within_the_text(after: str) -> None:
    ends = [0, *(tail.end for tail in read_tails(plain(after)))]
    assert ends == sorted(ends)
    assert ends[-1] <= len(plain(after))
