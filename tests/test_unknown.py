"""What is cited like a law or a national plan without a known name, and names that are nearly known."""

from __future__ import annotations

import pytest

from reference_series import TITLE, cite


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("ตามพระราชบัญญัติส่งเสริมวิสาหกิจชุมชน พ.ศ. 2548 มาตรา 3", "พระราชบัญญัติส่งเสริมวิสาหกิจชุมชน พ.ศ. 2548"),
        ("พ.ร.บ.โรงเรียนเอกชน พ.ศ. ๒๕๕๐", "พ.ร.บ.โรงเรียนเอกชน พ.ศ. ๒๕๕๐"),
        (
            "กฎกระทรวงว่าด้วยระบบ หลักเกณฑ์ และวิธีการประกันคุณภาพการศึกษา พ.ศ. 2553",
            "กฎกระทรวงว่าด้วยระบบ หลักเกณฑ์ และวิธีการประกันคุณภาพการศึกษา พ.ศ. 2553",
        ),
        (
            "ระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง (ฉบับที่ 2) พ.ศ. 2564",
            "ระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง (ฉบับที่ 2) พ.ศ. 2564",
        ),
        ("สอดคล้องกับแผนพัฒนาสุขภาพแห่งชาติ พ.ศ. 2566-2570", "แผนพัฒนาสุขภาพแห่งชาติ พ.ศ. 2566-2570"),
    ],
)
def test_an_unknown_name_is_told(line: str, quote: str) -> None:
    (found,) = cite(line).unknown
    assert found.text == quote


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE} ฉบับที่ 13 (พ.ศ. 2566-2570)",
        "พระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. 2542 และที่แก้ไขเพิ่มเติม (ฉบับที่ 2) พ.ศ. 2545",
        "ร่างพระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. 2569",
        "ร่างพระราชบัญญัติส่งเสริมการเรียนรู้ตลอดชีวิต พ.ศ. 2569",
        "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570",
        "แผนพัฒนาการศึกษาจังหวัดอ่างทอง พ.ศ. 2566-2570",
        "แผนพัฒนาการศึกษาขั้นพื้นฐาน (พ.ศ. 2566-2570) ของสำนักงานเขตพื้นที่การศึกษา",
        "ยุทธศาสตร์ของโรงเรียน พ.ศ. 2566-2570",
        "พระราชบัญญัติดังกล่าว พ.ศ. 2560",
        "พระราชบัญญัตินี้ประกาศใช้เมื่อวันที่ 14 สิงหาคม พ.ศ. 2542",
        "ระเบียบโรงเรียนว่าด้วยการแต่งกายของนักเรียน พ.ศ. 2560",
        "โครงการส่งเสริมการอ่าน ปีการศึกษา 2570",
        "พระราชบัญญัติที่มีมาตรา 5 ซึ่งได้แก้ไขใน พ.ศ. 2560",
        "2570",
    ],
)
def test_what_is_known_or_the_offices_own_is_not(line: str) -> None:
    assert cite(line).unknown == ()


def test_an_unknown_name_is_told_once() -> None:
    assert len(cite("พ.ร.บ.โรงเรียนเอกชน พ.ศ. 2550", "ตาม พ.ร.บ.โรงเรียนเอกชน พ.ศ. 2550").unknown) == 1


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("แผนพัฒนาเศรษกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566-2570)", "plan"),
        ("ตามพระราชบัญญัตการศึกศาแห่งชาติ พ.ศ. 2542", "act"),
    ],
)
def test_a_misspelt_name_counts_and_is_to_be_confirmed(line: str, reference: str) -> None:
    found = cite(line)
    assert [(each.reference, each.near) for each in found.mentions] == [(reference, True)]
    assert found.unknown == ()


def test_a_word_between_a_name_and_a_year_is_no_slip() -> None:
    (found,) = cite("พระราชบัญญัติการศึกษาแห่งชาติพิมพ์ พ.ศ. 2556").mentions
    assert (found.near, found.years) == (False, None)


def test_a_misspelt_decoy_is_no_citation() -> None:
    found = cite("ร่างพระราชบัญญัตการศึกศาแห่งชาติ พ.ศ. 2569")
    assert (found.mentions, found.unknown) == ((), ())
