"""S106 to S109: parts twice, out of order, under an old name, thinner than usual."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts import COMPLETE, checked, document, registry, said
from khumue.document import Block, Cell, Place
from khumue.finding import Finding
from khumue.frozen import replace

PROSE = "ข้อความที่เขียนไว้เป็นเนื้อหาของส่วนนี้ในปี 2570"


def findings(text: str, code: str, *, procedure: str = "angthong/annual-action-plan") -> list[Finding]:
    return [each for each in checked(document(text), procedure=procedure).findings if each.code == code]


def headed(*names: str) -> str:
    return "".join(f"# {name}\n\n{PROSE}\n\n" for name in names)


# --- S106 -----------------------------------------------------------------------------------------------------------


def test_a_part_that_stands_twice_names_both_places() -> None:
    (found,) = findings(headed("วิสัยทัศน์", "พันธกิจ", "งบประมาณ", "วิสัยทัศน์"), "S106")
    assert (found.section, found.severity) == ("vision", "warning")
    assert found.place == Place(line=1)
    assert found.elsewhere == (Place(line=13),)
    assert "“วิสัยทัศน์”" in found.message.th
    assert "“วิสัยทัศน์”" in found.message.en


def test_a_plain_line_that_stands_twice_is_only_a_note() -> None:
    text = f"**วิสัยทัศน์**\n\n{PROSE}\n\n**พันธกิจ**\n\n{PROSE}\n\n**วิสัยทัศน์**\n\n{PROSE}\n"
    assert [each.severity for each in findings(text, "S106")] == ["note"]


@pytest.mark.parametrize(
    "text",
    [
        headed("วิสัยทัศน์", "วิสัยทัศน์ของสำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"),
        headed("งบประมาณ", "พันธกิจ", "งบประมาณ (ต่อ)"),
        headed("วิสัยทัศน์", "พันธกิจ") + "# วิสัยทัศน์\n\n......\n",
        headed("ส่วนที่ 1 นโยบาย") + f"## วิสัยทัศน์\n\n{PROSE}\n\n# ส่วนที่ 2 ทิศทาง\n\n## วิสัยทัศน์\n\n{PROSE}\n",
        f"# วิสัยทัศน์\n\n{PROSE}\n\n## วิสัยทัศน์\n\n{PROSE}\n",
        headed("โครงการที่ 1", "เป้าหมาย", "งบประมาณ", "โครงการที่ 2", "เป้าหมาย", "งบประมาณ"),
        f"1 ข้อมูลทั่วไป\n\n{PROSE}\n\n1 เป้าหมาย\n\n{PROSE}\n\n2 งบประมาณ\n\n{PROSE}\n\n4. เป้าหมาย\n\n{PROSE}\n",
        headed("โครงการอ่านออก", "งบประมาณ", "โครงการว่ายน้ำ", "งบประมาณ", "โครงการปลูกป่า", "งบประมาณ"),
    ],
    ids=["whose", "continued", "placeholder", "other part", "inside itself", "sheets", "single numbers", "series"],
)
def test_what_is_no_duplicate(text: str) -> None:
    assert findings(text, "S106") == []


def test_the_cells_of_tables_are_no_duplicates() -> None:
    cells = [
        Block(text=text, place=Place(paragraph=at), bold=True, cell=Cell(table=at, row=1, column=1, filled=1))
        for at, text in enumerate(("วิสัยทัศน์", PROSE, "พันธกิจ", PROSE, "วิสัยทัศน์", PROSE), 1)
    ]
    assert not [each for each in checked(replace(document(""), blocks=tuple(cells))).findings if each.code == "S106"]


# --- S107 -----------------------------------------------------------------------------------------------------------


def test_the_neighbours_of_a_part_that_stands_wrong_are_named() -> None:
    (found,) = findings(headed("กลยุทธ์", "ข้อมูลทั่วไป", "การวิเคราะห์นโยบาย", "เป้าหมาย", "โครงการ"), "S107")
    assert (found.section, found.severity) == ("strategies", "note")
    assert "หลัง “การวิเคราะห์นโยบาย” และก่อน “เป้าหมาย”" in found.fix.th
    assert "after “Policy analysis” and before" in found.fix.en
    assert found.place == Place(line=1)


@pytest.mark.parametrize(
    ("names", "section", "thai"),
    [
        (("วิสัยทัศน์", "พันธกิจ", "เป้าประสงค์", "คำนำ"), "preface", "ไปไว้ก่อน “วิสัยทัศน์”"),
        (("ภาคผนวก", "วิสัยทัศน์", "พันธกิจ", "เป้าประสงค์"), "appendix", "ไปไว้หลัง “เป้าประสงค์”"),
        (("พันธกิจ", "เป้าประสงค์", "วิสัยทัศน์"), "vision", "ไปไว้ก่อน “พันธกิจ”"),
    ],
)
def test_first_and_last_parts(names: tuple[str, ...], section: str, thai: str) -> None:
    (found,) = findings(headed(*names), "S107")
    assert found.section == section
    assert thai in found.fix.th


@pytest.mark.parametrize(
    "names",
    [
        ("สารบัญ", "คำนำ", "วิสัยทัศน์", "พันธกิจ", "ภาคผนวก"),
        ("คำนำ", "สารบัญ", "วิสัยทัศน์", "พันธกิจ", "ภาคผนวก"),
        ("การวิเคราะห์นโยบาย", "การวิเคราะห์สภาพแวดล้อม", "กลยุทธ์"),
        ("การวิเคราะห์สภาพแวดล้อม", "การวิเคราะห์นโยบาย", "กลยุทธ์"),
        ("การติดตามและประเมินผล", "งบประมาณ", "เป้าประสงค์", "พันธกิจ", "วิสัยทัศน์"),
        ("พันธกิจ", "วิสัยทัศน์", "พันธกิจ", "เป้าประสงค์"),
    ],
    ids=["contents first", "preface first", "policy first", "swot first", "an order of its own", "also in its place"],
)
def test_orders_that_nothing_is_said_of(names: tuple[str, ...]) -> None:
    assert findings(headed(*names), "S107") == []


CHAIN = ("วิสัยทัศน์", "พันธกิจ", "เป้าประสงค์", "งบประมาณ", "การติดตามและประเมินผล")


@given(st.sampled_from(range(5)), st.sampled_from(range(5)))
def test_one_part_moved_is_one_note(taken: int, put: int) -> None:
    names = list(CHAIN)
    names.insert(put, names.pop(taken))
    found = findings(headed(*names), "S107")
    assert len(found) == (0 if taken == put else 1)


def test_orders_that_procedures_agree_on_are_in_the_registry() -> None:
    order = registry().agreed_order
    assert "mission" in order["vision"]
    assert "swot-analysis" not in order.get("policy-analysis", ())
    assert "policy-analysis" not in order.get("swot-analysis", ())
    assert all(first not in order.get(later, ()) for first, laters in order.items() for later in laters)


# --- S108 -----------------------------------------------------------------------------------------------------------

OLD = "ความสอดคล้องกับแผนการบริหารราชการแผ่นดิน"


def test_an_old_name_is_told_with_the_present_one() -> None:
    (found,) = findings(headed(OLD), "S108", procedure="uthaithani/peo-annual-plan")
    assert (found.section, found.severity) == ("plan-alignment", "note")
    assert OLD in found.message.th
    title = registry().sections["plan-alignment"].title
    assert f"“{title.en}”" in found.message.en
    assert all(f"“{title.th}”" in text for text in (found.fix.th, found.fix.en))  # what is to be written is Thai


def test_a_present_name_beside_the_old_one_is_enough() -> None:
    title = registry().sections["plan-alignment"].title.th
    assert findings(headed(OLD, title), "S108", procedure="uthaithani/peo-annual-plan") == []


# --- S109 -----------------------------------------------------------------------------------------------------------


def of_budget(content: str) -> list[Finding]:
    return findings(f"# ส่วนที่ 4 งบประมาณ\n\n{content}\n\n# ส่วนที่ 5 ภาคผนวก\n\n{PROSE}\n", "S109")


def test_a_sentence_where_a_table_is_usual_is_noted() -> None:
    (found,) = of_budget("ใช้งบประมาณของสำนักงานตามที่ได้รับจัดสรร")
    assert (found.section, found.severity) == ("budget", "note")
    assert "“ส่วนที่ 4 งบประมาณ”" in found.message.th
    part = registry().sections["budget"].contains[0]
    assert part.th in found.fix.th
    assert part.en in found.fix.en


@pytest.mark.parametrize(
    "content",
    [
        "ใช้งบประมาณ ๔,๒๐๐,๐๐๐ บาท จากเงินที่ได้รับจัดสรร",
        "ใช้งบประมาณ 4.2 ล้านบาท",
        "| รายการ | เงิน |\n|---|---|\n| ค่าวัสดุ | ตามจริง |",
        "รายละเอียดอยู่ในภาคผนวกของแผนฉบับนี้",
        "ใช้งบประมาณของสำนักงาน\n\nใช้งบประมาณของโรงเรียน\n\nใช้งบประมาณของชุมชน",
        "ใช้งบประมาณของสำนักงานตามที่ได้รับจัดสรรจากหน่วยงานต้นสังกัดและจากเงินรายได้ของสถานศึกษา " * 3,
        "......",
    ],
    ids=["Thai figures", "figures", "table", "appendix", "paragraphs", "long", "placeholder"],
)
def test_what_is_not_thin(content: str) -> None:
    assert of_budget(content) == []


def test_text_in_the_headings_own_line_counts() -> None:
    assert findings(f"# งบประมาณ: รวม 4,200,000 บาท\n\n# พันธกิจ\n\n{PROSE}\n", "S109") == []


def test_parts_that_may_be_text_are_never_thin() -> None:
    assert findings("# กลยุทธ์\n\nยกระดับผลสัมฤทธิ์ด้วยการนิเทศ\n", "S109") == []


# --- all ------------------------------------------------------------------------------------------------------------


def test_a_complete_draft_has_none_of_them() -> None:
    assert said(checked(document(COMPLETE))) == []
