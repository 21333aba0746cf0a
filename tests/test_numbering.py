"""Numbers before headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.numbering import Numbering, split_item, split_number


@pytest.mark.parametrize(
    ("text", "kind", "values", "rest"),
    [
        ("ส่วนที่ ๑ ข้อมูลทั่วไป", "ส่วนที่", (1,), "ข้อมูลทั่วไป"),
        ("ส่วนที่ ๒: ทิศทาง", "ส่วนที่", (2,), "ทิศทาง"),
        ("ส่วนที่ 5 - การนำแผนไปใช้", "ส่วนที่", (5,), "การนำแผนไปใช้"),
        ("สว่ นท่ี 2 ผล", "ส่วนที่", (2,), "ผล"),
        ("ส วนท 2 ทิศทาง", "ส่วนที่", (2,), "ทิศทาง"),
        ("บทที่ 2 บริบท", "บทที่", (2,), "บริบท"),
        ("ตอนที่ III ทิศทาง", "ตอนที่", (3,), "ทิศทาง"),
        ("หมวด ๑ บททั่วไป", "หมวดที่", (1,), "บททั่วไป"),
        ("หมวดที่ 1 บททั่วไป", "หมวดที่", (1,), "บททั่วไป"),
        ("ภาค ๒ แผน", "ภาคที่", (2,), "แผน"),
        ("องค์ประกอบที่ 1 ข้อมูล", "องค์ประกอบที่", (1,), "ข้อมูล"),
        ("กลุ่มที่ ๓ งาน", "กลุ่มที่", (3,), "งาน"),
        ("ข้อ ๑. ทิศทาง", "ข้อที่", (1,), "ทิศทาง"),
        ("ระเบียบวาระที่ ๓ เรื่องสืบเนื่อง", "วาระที่", (3,), "เรื่องสืบเนื่อง"),
        ("ระเบียบวาระท ๑ ี่ เรื่องแจ้ง", "วาระที่", (1,), "เรื่องแจ้ง"),
        ("วาระที่ ๑.๒ เรื่องแจ้ง", "วาระที่", (1, 2), "เรื่องแจ้ง"),
        ("๑.๒.๓ วิสัยทัศน์", "1.", (1, 2, 3), "วิสัยทัศน์"),
        ("1.2.1. วิสัยทัศน์", "1.", (1, 2, 1), "วิสัยทัศน์"),
        ("1.วิสัยทัศน์", "1.", (1,), "วิสัยทัศน์"),
        ("๑ - วิสัยทัศน์", "1.", (1,), "วิสัยทัศน์"),
        ("➢ 1. วิสัยทัศน์", "1.", (1,), "วิสัยทัศน์"),
        ("๒.1 พันธกิจ", "1.", (2, 1), "พันธกิจ"),
        ("1.1) พันธกิจ", "1)", (1, 1), "พันธกิจ"),
        ("(๑) เป้าประสงค์", "(1)", (1,), "เป้าประสงค์"),
        ("1) เป้าประสงค์", "1)", (1,), "เป้าประสงค์"),
        ("ก. ที่ตั้ง", "ก.", (1,), "ที่ตั้ง"),
        ("(ค) ที่ตั้ง", "(ก)", (3,), "ที่ตั้ง"),
        ("ข) ที่ตั้ง", "ก)", (2,), "ที่ตั้ง"),
        ("IV. Budget", "I.", (4,), "Budget"),
        ("B) Budget", "A)", (2,), "Budget"),
    ],
)
def test_numbers_of_every_thai_kind(text: str, kind: str, values: tuple[int, ...], rest: str) -> None:
    assert split_number(text) == (Numbering(kind=kind, values=values), rest)


@pytest.mark.parametrize(
    "text",
    [
        *("พ.ศ. 2570", "ก.ค.ศ. ประกาศ", "2570 แผน", "ส่วนกลาง", "ส่วนที่เหลือ", "๓.", "", "vv. x", "ม.6 ผลสอบ"),
        *("ข้อมูลทั่วไป", "ข้อเสนอแนะ", "กลุ่มที่รับผิดชอบ", "ภาคผนวก ก คำสั่ง", "ภาคเรียนที่ 1", "ส.ค. 2570"),
    ],
)
def test_what_is_no_heading_number(text: str) -> None:
    assert split_number(text)[0] is None


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [
        ("ยุทธศาสตร์ที่ ๑ พัฒนาคุณภาพ", "ยุทธศาสตร์", 1),
        ("กลยุทธ์ที่ 12 โอกาส", "กลยุทธ์", 12),
        ("ประเด็นยุทธศาสตร์ที่1การยกระดับ", "ประเด็นยุทธศาสตร์", 1),
        ("กลยทุ ธท์ ่ี 3 ยกระดับ", "กลยทุ ธ", 3),
        ("ภาคผนวก ค: คำสั่งแต่งตั้ง", "ภาคผนวก", 3),
        ("ภาคผนวก 2 ภาพ", "ภาคผนวก", 2),
    ],
)
def test_items_of_a_part(text: str, part: str, value: int) -> None:
    split = split_item(text)
    assert split is not None
    assert (split[0], split[1].values) == (part, (value,))


@pytest.mark.parametrize("text", ["ผลการทดสอบ ชั้นประถมศึกษาปีที่ 6", "การประชุมครั้งที่ 1/2570", "วิสัยทัศน์", "ภาคผนวก"])
def test_what_is_no_item(text: str) -> None:
    assert split_item(text) is None


@given(st.text())
def test_numbers_never_fail(text: str) -> None:
    split_number(text)
    split_item(text)


@pytest.mark.parametrize(
    ("first", "second", "follows"),
    [
        ((5, 9), (5, 10), True),
        ((5, 9), (6,), True),
        ((5,), (6,), True),
        ((5,), (5, 1), False),
        ((5, 9), (7,), False),
        ((5,), (5,), False),
    ],
)
def test_next_number(first: tuple[int, ...], second: tuple[int, ...], follows: bool) -> None:
    assert Numbering(kind="1.", values=first).is_followed_by(Numbering(kind="1.", values=second)) is follows


@pytest.mark.parametrize(
    ("opening", "later", "ends"),
    [
        ("1. ก", "2. ข", True),
        ("1. ก", "1.1 ข", False),
        ("1.2 ก", "2. ข", True),
        ("ส่วนที่ 2 ก", "1. ข", False),
        ("ส่วนที่ 2 ก", "ตอนที่ 1 ข", False),
        ("ตอนที่ 3 ก", "ส่วนที่ 3 ข", True),
        ("5. ก", "บทที่ 1 ข", True),
        ("ก. ก", "1. ข", False),
        ("ก. ก", "ข. ข", True),
        ("I. ก", "1. ข", False),
        ("2. ก", "(1) ข", False),
        ("(2) ก", "3. ข", True),
    ],
)
def test_which_number_ends_which(opening: str, later: str, ends: bool) -> None:
    first, second = split_number(opening)[0], split_number(later)[0]
    assert first is not None
    assert second is not None
    assert second.ends(first) is ends


def test_a_list_of_letters_goes_on_to_the_fifteenth() -> None:
    before, after = split_number("ญ. ค่านิยม")[0], split_number("ฎ. กลยุทธ์")[0]
    assert before is not None
    assert after is not None
    assert before.is_followed_by(after)
    assert split_number("ณ. วันนี้")[0] is None
