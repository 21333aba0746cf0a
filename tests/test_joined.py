"""Headings of a PDF that its looks alone do not tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from khumue.document import Block, Document, Place
from khumue.joined import with_headings_apart
from khumue.names import NameIndex
from khumue.registry import load_registry

INDEX = NameIndex(load_registry().section_names)
PROSE = "นักเรียนทุกคนอ่านออกเขียนได้ภายในปีการศึกษานี้"


def divided(*lines: str, bold: bool = False) -> list[Block]:
    whole, breaks = "", []
    for line in lines:
        if whole:
            breaks.append(len(whole))
        whole += line
    block = Block(text=whole, place=Place(page=1, line=4), bold=bold, breaks=tuple(breaks))
    draft = Document(path=Path("แผน.pdf"), kind="pdf", title=None, blocks=(block,))
    return list(with_headings_apart(draft, INDEX).blocks)


def test_a_heading_with_its_number_stands_apart_from_the_text() -> None:
    heading, below = divided("ส่วนที่ 4 ผลการทดสอบทางการศึกษาระดับชาติขั้นพื้นฐาน", PROSE, PROSE)
    assert (heading.text, below.text) == ("ส่วนที่ 4 ผลการทดสอบทางการศึกษาระดับชาติขั้นพื้นฐาน", PROSE + PROSE)
    assert (heading.place.line, below.place.line) == (4, 5)


def test_two_bold_headings_stand_apart() -> None:
    assert [each.text for each in divided("วิสัยทัศน์", "ระดับมัธยมศึกษา", bold=True)] == ["วิสัยทัศน์", "ระดับมัธยมศึกษา"]


def test_the_longest_name_is_the_heading() -> None:
    found = divided("2. การวิเคราะห์สภาพแวดล้อม", "ภายในและภายนอก", PROSE)
    assert [each.text for each in found] == ["2. การวิเคราะห์สภาพแวดล้อมภายในและภายนอก", PROSE]


@pytest.mark.parametrize(
    "lines",
    [
        ("ผลการทดสอบทางการศึกษาระดับชาติ", PROSE),  # neither bold nor numbered: running text
        ("1. วิสัยทัศน์", "ของสำนักงานเขตพื้นที่การศึกษาอ่างทอง"),
        ("1) งบประมาณ", "ที่ได้รับจัดสรรเพียงพอ"),
        ("1) ส่งเสริมการอ่าน", PROSE),
        ("1. วิสัยทัศน์ของสำนักงาน", "เขตพื้นที่การศึกษา........... 4"),
    ],
)
def test_what_goes_on_stays_together(lines: tuple[str, ...]) -> None:
    assert [each.text for each in divided(*lines)] == ["".join(lines)]


def lines(*texts: str, bold: bool = True) -> list[str]:
    blocks = tuple(Block(text=text, place=Place(page=1, line=at), bold=bold) for at, text in enumerate(texts, 1))
    draft = Document(path=Path("แผน.pdf"), kind="pdf", title=None, blocks=blocks)
    return [block.text for block in with_headings_apart(draft, INDEX).blocks]


def test_a_bold_heading_over_two_lines_of_a_frame_is_one() -> None:
    whole = "บทที่ ๔ ความสอดคล้องของแผนปฏิบัติราชการกับแผน 3 ระดับ"
    assert lines("บทที่ ๔ ความสอดคล้องของแผนปฏิบัติราชการกับแผน 3", "ระดับ", "ระดับ") == [whole, "ระดับ"]


def test_two_names_and_plain_lines_stay_apart() -> None:
    assert lines("วิสัยทัศน์", "พันธกิจ") == ["วิสัยทัศน์", "พันธกิจ"]
    assert lines("การวิเคราะห์", "สภาพแวดล้อมภายนอก", bold=False) == ["การวิเคราะห์", "สภาพแวดล้อมภายนอก"]
    assert lines("1. จัดทำ", "2. วิสัยทัศน์") == ["1. จัดทำ", "2. วิสัยทัศน์"]


@pytest.mark.parametrize(
    ("texts", "heading"),
    [(("1) ส่งเสริมการอ่าน", "สรุปผลการประเมิน"), 1), (("สรุปผลการประเมิน", PROSE), 0), ((PROSE, "งบประมาณ"), None)],
)
def test_a_line_that_the_contents_list_is_a_heading(texts: tuple[str, str], heading: int | None) -> None:
    entries = ("สารบัญ", "สรุปผลการประเมิน........ 4", "งบประมาณ........ 5")
    block = Block(text="".join(texts), place=Place(page=2, line=1), breaks=(len(texts[0]),))
    blocks = (*(Block(text=text, place=Place(page=1)) for text in entries), block)
    draft = Document(path=Path("แผน.pdf"), kind="pdf", title=None, blocks=blocks)
    found = [each.text for each in with_headings_apart(draft, INDEX).blocks[3:]]
    assert found == (["".join(texts)] if heading is None else list(texts))
