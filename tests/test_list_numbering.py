"""Numbers that Word computes for lists and headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from docxfiles import STYLES, W, heading, paragraph, write_docx
from khumue.document import Document
from khumue.headings import find_headings
from khumue.names import NameIndex, fold_names
from khumue.readers import read_draft
from khumue.readers.counting import written


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*lists: str, nums: str = "") -> dict[str, str]:
    """A numbering part whose lists are named 1, 2, ... by numbers of the same name."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>' for number, levels in enumerate(lists, 1)
    )
    own = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(1, len(lists) + 1)
    )
    return {"word/numbering.xml": f"<w:numbering {W}>{abstract}{own}{nums}</w:numbering>"}


def item(text: str, at: int = 0, number: int = 1) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def labels(draft: Document) -> list[str]:
    return [block.label for block in draft.blocks]


OUTLINE = level(0, "thaiNumbers", "ส่วนที่ %1") + level(1, "decimal", "%1.%2") + level(2, "thaiLetters", "(%3)")


def test_levels_count_and_begin_anew_under_the_next_number_above(tmp_path: Path) -> None:
    items = [item(text, at) for text, at in (("ก", 0), ("ข", 1), ("ค", 2), ("ง", 2), ("จ", 1), ("ฉ", 0), ("ช", 1))]
    draft = read_draft(write_docx(tmp_path / "แผน.docx", *items, parts=numbering(OUTLINE)))
    assert labels(draft) == ["ส่วนที่ ๑", "๑.1", "(ก)", "(ข)", "๑.2", "ส่วนที่ ๒", "๒.1"]
    assert [block.text for block in draft.blocks] == [*"กขคงจฉช"]


def test_a_heading_is_numbered_through_its_style(tmp_path: Path) -> None:
    styles = STYLES.replace(
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>',
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>',
    ).replace(
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>',
    )
    unnumbered = paragraph("คำนำ", style="a1", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    body = [unnumbered, heading("ข้อมูลทั่วไป"), heading("ประวัติ", 2), heading("วิสัยทัศน์"), paragraph("ข้อความ")]
    draft = read_draft(
        write_docx(tmp_path / "แผน.docx", *body, parts={"word/styles.xml": styles, **numbering(OUTLINE)})
    )
    assert labels(draft) == ["", "ส่วนที่ ๑", "๑.1", "ส่วนที่ ๒", ""]


def test_the_level_of_a_style_may_be_said_by_the_list(tmp_path: Path) -> None:
    styles = STYLES.replace(
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2", '<w:pStyle w:val="a2"/>')
    parts = {"word/styles.xml": styles, **numbering(levels)}
    draft = read_draft(write_docx(tmp_path / "แผน.docx", item("ก"), heading("ข", 2), heading("ค", 2), parts=parts))
    assert labels(draft) == ["1.", "1.1", "1.2"]


def test_two_numbers_of_one_list_go_on_and_one_starts_anew(tmp_path: Path) -> None:
    nums = (
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    parts = numbering(level(0, "decimal", "%1)"), nums=nums)
    items = [item("ก"), item("ข", number=8), item("ค", number=9), item("ง", number=9)]
    assert labels(read_draft(write_docx(tmp_path / "แผน.docx", *items, parts=parts))) == ["1)", "2)", "5)", "6)"]


def test_a_number_may_write_a_level_otherwise(tmp_path: Path) -> None:
    nums = (
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'upperRoman', 'บทที่ %1')}</w:lvlOverride></w:num>"
    )
    parts = numbering(level(0, "decimal", "%1."), nums=nums)
    assert labels(read_draft(write_docx(tmp_path / "แผน.docx", item("ก", number=8), parts=parts))) == ["บทที่ I"]


def test_a_level_that_is_told_not_to_begin_anew_goes_on(tmp_path: Path) -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "ข้อ %2", '<w:lvlRestart w:val="0"/>')
    items = [item("ก"), item("ข", 1), item("ค"), item("ง", 1)]
    draft = read_draft(write_docx(tmp_path / "แผน.docx", *items, parts=numbering(levels)))
    assert labels(draft) == ["1.", "ข้อ 1", "2.", "ข้อ 2"]


def test_legal_levels_write_the_numbers_above_in_digits(tmp_path: Path) -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    draft = read_draft(write_docx(tmp_path / "แผน.docx", item("ก"), item("ข", 1), parts=numbering(levels)))
    assert labels(draft) == ["I.", "1.1"]


def test_a_list_may_take_its_levels_from_a_list_style(tmp_path: Path) -> None:
    linked = '<w:numStyleLink w:val="ours"/>'
    style = f'<w:styleLink w:val="ours"/>{level(0, "thaiLetters", "%1.")}'
    draft = read_draft(write_docx(tmp_path / "แผน.docx", item("ก"), item("ข"), parts=numbering(linked, style)))
    assert labels(draft) == ["ก.", "ข."]


def test_bullets_deleted_items_and_unknown_lists_have_no_number(tmp_path: Path) -> None:
    deleted = paragraph(
        "", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>'
    )
    parts = numbering(level(0, "bullet", "\uf0b7"), level(0, "decimal", "%1."))
    body = [item("จุด"), item("ไม่มี", number=7), item("ลึก", 8), deleted, item("หนึ่ง", number=2)]
    assert labels(read_draft(write_docx(tmp_path / "แผน.docx", *body, parts=parts))) == ["", "", "", "1."]
    assert labels(read_draft(write_docx(tmp_path / "ไม่มีรายการ.docx", item("ก")))) == [""]


def test_a_computed_number_counts_as_one_that_was_written(tmp_path: Path) -> None:
    names = NameIndex(fold_names([("vision", "วิสัยทัศน์"), ("mission", "พันธกิจ")], []))
    body = [item("วิสัยทัศน์"), paragraph("ข้อความ"), item("พันธกิจ")]
    parts = numbering(level(0, "decimal", "%1."))
    computed = find_headings(read_draft(write_docx(tmp_path / "ก.docx", *body, parts=parts)), names)
    typed = [paragraph("1. วิสัยทัศน์"), paragraph("ข้อความ"), paragraph("2. พันธกิจ")]
    by_hand = find_headings(read_draft(write_docx(tmp_path / "ข.docx", *typed)), names)
    assert [each.numbering for each in computed] == [each.numbering for each in by_hand]
    assert [each.text for each in computed] == ["วิสัยทัศน์", "พันธกิจ"]


@pytest.mark.parametrize(
    ("value", "form", "number"),
    [
        *((12, "decimal", "12"), (3, "decimalZero", "03"), (120, "thaiNumbers", "๑๒๐"), (1, "none", "")),
        *((1, "thaiLetters", "ก"), (4, "thaiLetters", "ง"), (42, "thaiLetters", "กก"), (27, "lowerLetter", "aa")),
        *((2, "upperLetter", "B"), (1994, "lowerRoman", "mcmxciv"), (4, "upperRoman", "IV"), (0, "upperRoman", "0")),
        *((7, "chineseCounting", "7"), (99_999, "lowerLetter", "99999")),
    ],
)
def test_numbers_as_word_writes_them(value: int, form: str, number: str) -> None:
    assert written(value, form) == number
