"""Amounts of money as plans write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.projects.amounts import BAHT, differ, find_amounts, read_cell, write_baht

TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def baht(text: str) -> list[float]:
    return [each.satang / BAHT for each in find_amounts(text)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("งบประมาณ 50,000 บาท", [50_000]),
        ("จำนวน ๕๐,๐๐๐ บาท (ห้าหมื่นบาทถ้วน)", [50_000]),
        ("เงินงบประมาณ 50,000.-", [50_000]),
        ("1,234.50 บาท", [1_234.5]),
        ("1.5 ล้านบาท", [1_500_000]),
        ("12.125 ล้านบาท", [12_125_000]),
        ("2.35 ล้ าน บ าท", [2_350_000]),
        ("อาหาร 100 คน x 50 บาท x 2 วัน เป็นเงิน 10,000 บาท", [50, 10_000]),
        ("ครั้งที่ 1 50,000 บาท", [50_000]),
        ("฿ ไม่ระบุ 5000 ฿", [5_000]),
        ("5 หมื่นบาท", []),
        ("ห้าหมื่นบาทถ้วน", []),
        ("1,50,000 บาท", []),
        ("ปีงบประมาณ 2570", []),
        ("3 ล้าน 5 แสนบาท", []),
    ],
)
def test_amounts_in_text(text: str, amounts: list[float]) -> None:
    assert baht(text) == amounts


@pytest.mark.parametrize(
    ("text", "satang"),
    [
        ("50,000", 5_000_000),
        ("๕๐๐ บาท", 50_000),
        ("50,000.-", 5_000_000),
        ("12.5", 1_250),
        ("-", 0),
        ("–", 0),
        ("", None),
        ("12.5%", None),
        ("พ.ย. 2569", None),
        ("1. อบรม", None),
    ],
)
def test_amounts_in_cells(text: str, satang: int | None) -> None:
    assert read_cell(text) == satang


@given(st.integers(0, 10**14), st.booleans(), st.sampled_from([" บาท", "บาท", ".-", " บาทถ้วน"]))
def test_an_amount_is_read_as_it_is_written(satang: int, thai: bool, unit: str) -> None:
    written = write_baht(satang)
    text = f"รวม {written}{unit}" if "." not in written or unit != ".-" else f"รวม {written} บาท"
    assert [each.satang for each in find_amounts(text.translate(TO_THAI) if thai else text)] == [satang]
    assert read_cell(written.translate(TO_THAI) if thai else written) == satang


def test_only_rounding_to_baht_is_passed_over() -> None:
    assert not differ(100_00, 101_00)
    assert differ(100_00, 101_01)
    assert write_baht(-123_456_05) == "-123,456.05"
