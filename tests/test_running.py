"""A draft's text as one folded string."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khumue.document import Block, Cell, Place
from khumue.running import RunningText
from khumue.thai import skeleton

lines = st.lists(st.text("กแผน13 ี่เเำ๑.\u200b", max_size=8), min_size=1, max_size=5)


def running(*texts: str) -> RunningText:
    return RunningText([Block(text=text, place=Place()) for text in texts])


@given(lines)
def test_every_character_has_its_place(texts: list[str]) -> None:
    text = running(*texts)
    for at, char in enumerate(text.folded):
        if char != "\n":
            block, place = text.place_at(at)
            assert skeleton(texts[block][place]) in (char, "เ")


def test_lines_of_a_paragraph_stand_side_by_side() -> None:
    assert running("พระราชบัญญัติการ", "ศึกษา").folded == "\nพระราชบญญตการศกษา\n"
    assert running("พ.ศ. 2542", "3. ระเบียบ").folded == "\nพศ2542\n3ระเบยบ\n"


def test_paragraphs_of_other_kinds_and_other_cells_stand_apart() -> None:
    kinds = [
        Block(text="ก", place=Place(), level=1),
        Block(text="ข", place=Place()),
        Block(text="ค", place=Place(), label="(1)"),
        Block(text="ง", place=Place(), note=True),
        Block(text="จ", place=Place(), contents_entry=True),
        Block(text="ฉ", place=Place(), cell=Cell(table=1, row=1, column=1, filled=2)),
        Block(text="ช", place=Place(), cell=Cell(table=1, row=1, column=1, filled=2)),
        Block(text="ซ", place=Place(), cell=Cell(table=1, row=1, column=2, filled=2)),
    ]
    assert RunningText(kinds).folded.split() == ["ก", "ข", "ค", "ง", "ฉช", "ซ"]


def test_text_over_the_ends_of_blocks() -> None:
    text = running("ที่หนึ่ง", "ที่สอง", "ที่สาม")
    assert text.text_between((0, 3), (2, 3)) == "หนึ่ง\nที่สอง\nที่"
    assert text.text_between((1, 0), (1, 3)) == "ที่"


def test_items_and_short_forms_at_a_lines_end_stand_apart() -> None:
    assert running("จุดเน้นของ ศธ.", "จุดเน้น").folded == "\nจดเนนของศธ\nจดเนน\n"
    assert running("จุดเน้น", "- จุดเน้น").folded == "\nจดเนน\nจดเนน\n"
    assert running("พ.ศ. 2566", "- 2570").folded.count("\n") == 3  # two figures
    assert running("(พ.ศ.", "2566)").folded == "\nพศ2566\n"
    assert running("พ.ร.บ.", "การศึกษา").folded == running("พรบ.", "การศึกษา").folded == "\nพรบการศกษา\n"
