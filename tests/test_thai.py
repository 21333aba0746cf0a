"""Folding and years."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.thai import (
    MARKS,
    buddhist_year,
    clean,
    compact,
    contradicts,
    edits,
    fiscal_year,
    skeleton,
    skeleton_positions,
    skeletons,
)

NAMES = [
    "วิสัยทัศน์",
    "พันธกิจ",
    "เป้าประสงค์",
    "การวิเคราะห์สภาพแวดล้อม",
    "คำนำ",
    "แผนปฏิบัติการประจำปี",
    "ผู้รับผิดชอบ",
    "ฐานข้อมูล",
    "สำนักงาน",
]
thai_text = st.text(alphabet=[chr(c) for c in range(0x0E01, 0x0E5C) if c not in range(0x0E3B, 0x0E3F)] + [*" .-()12ab"])


@given(st.text())
def test_skeleton_takes_any_text_and_is_stable(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)


@given(st.lists(thai_text))
def test_skeleton_of_parts_is_skeleton_of_whole(parts: list[str]) -> None:
    joined = skeleton("".join(parts))
    assert joined == "".join(map(skeleton, parts)).replace("เเ", "แ")


@given(thai_text)
def test_positions_point_at_what_they_stand_for(text: str) -> None:
    places = skeleton_positions(text)
    assert len(places) == len(skeleton(text))
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


def test_two_sara_e_are_one_character_of_the_skeleton() -> None:
    assert skeleton_positions("เเผน เเเก") == [0, 2, 3, 5, 7, 8]
    assert skeleton("เเผน เเเก") == "แผนแเก"


@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_usual_damage_is_healed(name: str, chance: random.Random) -> None:
    damaged = "".join(
        chance.choice(["", " ", " " + char, char]) if char in MARKS else chance.choice([char, char + " "])
        for char in name
    )
    assert skeleton(damaged) == skeleton(name)


@pytest.mark.parametrize(
    ("damaged", "name"),
    [
        ("สํานักงาน", "สำนักงาน"),
        ("ส านักงาน", "สำนักงาน"),
        ("เเผนปฏิบัติการ", "แผนปฏิบัติการ"),
        ("\uf700าน", "ฐาน"),
        ("เช\uf70fชวน", "เชญชวน"),
        ("ปี ๒๕๗๐", "ปี 2570"),
        ("ค\u200bำนำ", "คำนำ"),
        ("ข้อมู\uf70aล", "ข้อมูล"),
    ],
)
def test_known_damage(damaged: str, name: str) -> None:
    assert skeleton(damaged) == skeleton(name)


@pytest.mark.parametrize(
    ("seen", "name", "against"),
    [
        ("คำนิยม", "ค่านิยม", True),
        ("คานิยม", "ค่านิยม", False),
        ("ค่ำนิยม", "คำนิยม", False),
        ("ค่านิยม", "ค่านิยม", False),
        ("วิสยทัศน", "วิสัยทัศน์", False),
        ("ตวั ชวี้ ดั", "ตัวชี้วัด", False),
    ],
)
def test_marks_that_speak_against_a_name(seen: str, name: str, against: bool) -> None:
    assert contradicts(seen, name) is against


def test_years() -> None:
    assert buddhist_year(2027) == buddhist_year(2570) == 2570
    assert fiscal_year(2026, 9) == 2569
    assert fiscal_year(2026, 10) == 2570


def test_compact_keeps_punctuation() -> None:
    assert compact("ฉบับที่ ๑๓ (พ.ศ. ๒๕๖๖ – ๒๕๗๐)") == "ฉบบท13(พ.ศ.2566–2570)"


def test_clean_is_fit_to_quote() -> None:
    assert clean(" วิสัย\u200bทัศน์ \n ของเรา ") == "วิสัยทัศน์ ของเรา"


words = st.text(alphabet="กขคงจ", max_size=8)


@given(words, words, st.integers(0, 4))
def test_edits_are_symmetric_and_capped(a: str, b: str, limit: int) -> None:
    assert edits(a, b, limit) == edits(b, a, limit) <= limit + 1


@given(words, words, words)
def test_edits_of_one_change(a: str, b: str, extra: str) -> None:
    assert edits(a + b, a + b, 3) == 0
    assert edits(a + extra[:1] + b, a + b, 3) == len(extra[:1])
    assert edits(a + "ab" + b, a + "ba" + b, 3) == 1


@given(st.lists(st.text()))
def test_texts_folded_in_one_go_are_folded_alike(texts: list[str]) -> None:
    folded = skeletons(texts)
    assert len(folded) == max(1, len(texts))
    for text, each in zip(texts, folded, strict=False):
        assert each.split("\n") == [skeleton(line) for line in text.split("\n")]
