"""How real plans name their parts, what only looks like a part, and every name of ours in damaged text."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from khumue.document import Block, Document, Place
from khumue.headings import find_headings
from khumue.names import NameIndex, NameMatch, split_names
from khumue.numbering import split_number
from khumue.registry import load_registry
from khumue.thai import MARKS, skeleton

VARIANTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "heading-variants.yaml").read_text(encoding="utf-8")
)
FOLDED = load_registry().section_names
INDEX = NameIndex(FOLDED)
NAMES = {
    name[1]: {same[0] for same in split_names(joined)}
    for joined in FOLDED.values()
    for name in split_names(joined)
    if name[0]
}


def named(heading: str) -> tuple[NameMatch, ...]:
    """What a line in a heading style is taken for, after another: the first line of a draft may be its title."""
    blocks = tuple(Block(text=text, place=Place(paragraph=1), level=1) for text in ("สารจากผู้อำนวยการ", heading))
    headings = find_headings(Document(path=Path("แผน.docx"), kind="docx", title=None, blocks=blocks), INDEX)
    return headings[1].names if len(headings) > 1 else ()


def silently(heading: str) -> set[str]:
    return {name.id for name in named(heading) if name.match != "near"}


# --- real headings --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("damaged", [False, True])
def test_real_headings_are_found(damaged: bool) -> None:
    """They were seen when the names were written, so that this keeps what was reached and proves no more."""
    parts = [each for each in VARIANTS if each["sections"] and each.get("damaged", False) is damaged]
    missed = [each["text"] for each in parts if not set(each["sections"]) <= {name.id for name in named(each["text"])}]
    assert len(parts) > 40
    assert len(missed) <= 0.03 * len(parts), missed


def test_no_real_heading_is_taken_for_another_part() -> None:
    assert sum(not each["sections"] for each in VARIANTS) > 120
    wrong = {each["text"]: taken for each in VARIANTS if (taken := silently(each["text"]) - set(each["sections"]))}
    assert wrong == {}


def test_a_number_at_the_end_may_belong_to_the_name() -> None:
    """With a space for each mark it looks like the page number of a contents entry."""
    blocks = (Block(text="3. แผนระด บท   3", place=Place(paragraph=1)),)
    (heading,) = find_headings(Document(path=Path("แผน.pdf"), kind="pdf", title=None, blocks=blocks), INDEX)
    assert (heading.contents_entry, heading.ids) == (False, {"plan-alignment"})


# --- look-alikes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("คำนิยม", None),
        ("ค่านิยม 12 ประการ", None),
        ("ปัจจัยภายใน", "swot-internal"),
        ("ปัจจัยภายนอก", "swot-external"),
        ("วิสัยทัศน์ของจังหวัดอ่างทอง", None),
        ("วิสัยทัศน์ของกลุ่มจังหวัดภาคกลางตอนบน", None),
        ("วิสัยทัศน์ของกระทรวงศึกษาธิการ", None),
        ("วิสัยทัศน์ของสำนักงานปลัดกระทรวงศึกษาธิการ", None),
        ("วิสัยทัศน์ของสำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", None),
        ("วิสัยทัศน์ของสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตาก เขต 2", "vision"),
        ("คำนิยามวิสัยทัศน์", None),
        ("นโยบายของหน่วยงานต้นสังกัดอื่น", None),
        ("ข้อมูลทั่วไปของกลุ่มจังหวัด", None),
        ("ข้อมูลทั่วไปของจังหวัด", "general-information"),
        ("ยุทธศาสตร์กลุ่มจังหวัด", None),
        ("แผนปฏิบัติราชการ", None),
        ("แผนปฏิรูปราชการ", None),
        ("คณะกรรมการติดตามและประเมินผล", None),
        ("คณะอนุกรรมการติดตามและประเมินผล", None),
        ("งานติดตามและประเมินผล", None),
        ("กลุ่มติดตามและประเมินผล", None),
        ("การติดตามและประเมินผลโครงการ", None),
        ("เป้าหมายการให้บริการ", None),
        ("กลุ่มเป้าหมาย", None),
        ("กลุ่มเป้าหมายของโครงการ", None),
        ("งบประมาณของโครงการ", None),
        ("ตัวชี้วัดความสำเร็จของโครงการ", None),
        ("โครงการโรงเรียนสุจริต", None),
        ("โครงการของสถานศึกษา", None),
        ("หลักการและเหตุผล", None),
        ("อัตลักษณ์", None),
        ("สารบัญตาราง", None),
        ("งานจัดทำแผนที่การศึกษา", None),
        ("การวิเคราะห์งบประมาณและโครงการ", None),
        ("ตัวชี้วัด งบประมาณ ผู้รับผิดชอบ", None),
        ("Goals:SDGs)", None),
    ],
)
def test_look_alikes(heading: str, part: str | None) -> None:
    assert silently(heading) == ({part} if part else set())


@pytest.mark.parametrize(
    "heading", ["กลยุทธ์ที่ 2 โอกาส", "ประเด็นยุทธศาสตร์ที่ ๑ คุณภาพ", "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13"]
)
def test_what_stands_in_a_part_is_to_be_confirmed(heading: str) -> None:
    assert [name.match for name in named(heading)] == ["near"]


# --- damage ---------------------------------------------------------------------------------------------------------

CHANCE = random.Random(13)
GLYPHS = {chr(0x0E48 + i): chr(0xF70A + i) for i in range(5)} | {
    "ั": "\uf710",
    "ี": "\uf702",
    "ุ": "\uf718",
    "ญ": "\uf70f",
}


@pytest.fixture(autouse=True)
def same_chance() -> None:
    CHANCE.seed(13)


def displaced(text: str) -> str:
    """Marks after the next letter, with a space: ตวั ชวี้ ดั."""
    done = ""
    held = ""
    for char in text:
        if char in MARKS and CHANCE.random() < 0.6:
            held += char
        else:
            done, held = done + char + (f"{held} " if held else ""), ""
    return done + held


def swapped(text: str) -> str:
    chars = list(text)
    for at in range(len(chars) - 1):
        if chars[at] in MARKS and CHANCE.random() < 0.5:
            chars[at : at + 2] = chars[at + 1], chars[at]
    return "".join(chars)


def spaced(text: str) -> str:
    return "".join(" " if char in MARKS else char for char in text)


DAMAGE: dict[str, Callable[[str], str]] = {
    "displaced": displaced,
    "swapped": swapped,
    "tones lost": lambda text: "".join(char for char in text if not "่" <= char <= "์"),
    "marks lost": lambda text: "".join(char for char in text if char not in MARKS),
    "spaces for marks": lambda text: spaced(text).replace("ำ", " า"),
    "private use": lambda text: "".join(GLYPHS.get(char, char) for char in text),
    "sara am apart": lambda text: text.replace("ำ", "ํา"),
    "sara am spaced": lambda text: text.replace("ำ", " ำ"),
    "sara am lost": lambda text: text.replace("ำ", "า"),
    "Thai digits": lambda text: text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")),
    "numbered": lambda text: CHANCE.choice(["1. ", "๑.๒ ", "(๑) ", "ก. ", "ข) ", "บทที่ 2 ", "ส่วนที่ ๓ : ", "➢ "]) + text,
    "all at once": lambda text: f"สว่ นท่ี ๒ {spaced(text)}",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_names_are_found_and_never_confused(damage: str) -> None:
    wrong = {}
    for spelling, parts in NAMES.items():
        text = DAMAGE[damage](spelling)
        found = INDEX.find_all(split_number(text)[1]) or INDEX.find_all(text)
        if {name.id for name in found} != parts:
            wrong[text] = found
    assert wrong == {}


def test_one_slip_is_met_and_confirmed() -> None:
    letters = "กขคงจชซดตถทนบปพมยรลวศสหอะาเแโไ"
    tried = met = 0
    wrong = {}
    for spelling, parts in NAMES.items():
        places = [at for at, char in enumerate(spelling.partition("(")[0]) if skeleton(char)]
        if len(places) < 6 or "(" in spelling:
            continue
        at = CHANCE.choice(places)
        letter = CHANCE.choice(["", CHANCE.choice(letters)])
        text = spelling[:at] + letter + spelling[at + (letter == "" or CHANCE.random() < 0.5) :]
        if skeleton(text) == skeleton(spelling):
            continue
        found = INDEX.find(text) or INDEX.find_near(text)
        tried += 1
        met += found is not None and found.id in parts
        if found is not None and found.match != "near" and found.id not in parts:
            wrong[text] = found
    assert tried > 1500
    assert met >= 0.98 * tried
    assert wrong == {}
