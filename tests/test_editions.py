"""Whether a citation is right for a plan of given fiscal years."""

from __future__ import annotations

import pytest

from khumue.editions import edition_in_force, judge_mention
from khumue.model import Checked
from reference_series import DECREE, PLAN, TITLE, edition, judge, only, series

ACT = "พระราชบัญญัติการศึกษาแห่งชาติ"


@pytest.mark.parametrize(
    ("line", "years", "status"),
    [
        (f"{TITLE} ฉบับที่ 12 (พ.ศ. 2560-2564)", (2570,), "outdated"),
        (f"{TITLE} ฉบับที่ 12 (พ.ศ. 2560-2564)", (2561,), "cited"),
        (f"{TITLE} ฉบับที่ 12 (พ.ศ. 2560-2565)", (2565,), "cited"),
        (f"{TITLE} ฉบับที่ 12", (2566, 2567), "outdated"),
        (f"{TITLE} ฉบับที่ 12", (2565, 2566, 2567), "cited"),
        (f"{TITLE} ฉบับที่ 13", (2566, 2567, 2568), "cited"),
        (f"{TITLE} ฉบับที่ 13 (พ.ศ. 2565-2570)", (2570,), "wrong-years"),
        (f"{TITLE} ฉบับที่ 12 (พ.ศ. 2566-2570)", (2570,), "wrong-years"),
        (f"{TITLE} พ.ศ. 2561-2565", (2565,), "wrong-years"),
        (f"{TITLE} พ.ศ. 2566-2570", (2570,), "cited"),
        (f"{TITLE} ฉบับที่ 9 (พ.ศ. 2545-2549)", (2570,), "outdated"),
        (f"{TITLE} พ.ศ. 2545-2549", (2570,), "outdated"),
        (f"{TITLE}", (2570,), "no-edition"),
        ("แผนฯ 13", (2570,), "cited"),
        ("แผนฯ ๑๒", (2570,), "outdated"),
        ("ยุทธศาสตร์ชาติ ระยะ 20 ปี (พ.ศ. 2561-2580)", (2570,), "cited"),
        ("ยุทธศาสตร์ชาติ 20 ปี พ.ศ.2560-2575", (2561,), "wrong-years"),
        ("ยุทธศาสตร์ชาติ 20 ปี “มั่นคง มั่งคั่ง ยั่งยืน” (พ.ศ. 2561-2580)", (2570,), "cited"),
        ("ยุทธศาสตร์ชาติ ประจำปีงบประมาณ พ.ศ. 2570", (2570,), "no-edition"),
        ("แผนแม่บทภายใต้ยุทธศาสตร์ชาติ", (2570,), "cited"),
        (f"{DECREE.title.th} พ.ศ. 2546", (2570,), "cited"),
        (f"{DECREE.title.th} พ.ศ. ๒๕๕๖ หมวด 3", (2570,), "wrong-years"),
        (f"{DECREE.title.th} (ฉบับที่ 2) พ.ศ. 2562", (2570,), "cited"),
        (f"{DECREE.title.th} (ฉบับที่ 2)", (2570,), "cited"),
        (f"{DECREE.title.th} (ฉบับที่ 2) พ.ศ. 2565", (2570,), "wrong-years"),
        (f"{DECREE.title.th} (ฉบับที่ 3) พ.ศ. 2562", (2570,), "wrong-years"),
        (f"{DECREE.title.th} (ฉบับที่ 3) พ.ศ. 2568", (2570,), "cited"),
        ("พ.ร.ฎ.ว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี", (2570,), "no-edition"),
        (f"{ACT} พ.ศ. 2542 และที่แก้ไขเพิ่มเติมถึง (ฉบับที่ 4) พ.ศ. 2562", (2570,), "cited"),
        (f"{ACT} พ.ศ. 2542 และที่แก้ไขเพิ่มเติม พ.ศ. 2545", (2570,), "cited"),
        (f"{ACT} พ.ศ. 2542 และที่แก้ไขเพิ่มเติม (ฉบับที่ 3) พ.ศ. 2553", (2570,), "cited"),
        (f"{ACT} พ.ศ. 2542 และที่แก้ไขเพิ่มเติม (ฉบับที่ 2) พ.ศ. 2562", (2570,), "wrong-years"),
        ("นโยบายและจุดเน้นของ สพฐ. ปีงบประมาณ พ.ศ. 2570", (2570,), "cited"),
        ("นโยบายและจุดเน้นของ สพฐ. ปีงบประมาณ พ.ศ. 2566", (2570,), "outdated"),
        ("แผนการบริหารราชการแผ่นดิน", (2570,), "outdated"),
        ("แผนการบริหารราชการแผ่นดิน พ.ศ. 2555-2558", (2557,), "cited"),
    ],
)
def test_verdicts(line: str, years: tuple[int, ...], status: str) -> None:
    assert judge(line, *years).status == status


def test_only_verified_facts_are_certain() -> None:
    unsure = edition(
        "u",
        edition="12",
        fiscal_years=(2560, 2565),
        checked=Checked(level="verified", as_of="x", unverified=("fiscal_years",)),
    )
    reference = series("plan", TITLE, editions=(unsure,))
    verdicts = [judge_mention(only(f"{TITLE} ฉบับที่ 12"), each, (2570,)) for each in (PLAN, reference)]
    assert [(each.status, each.verified) for each in verdicts] == [("outdated", True), ("outdated", False)]


def test_an_edition_older_than_the_registry_is_never_certain() -> None:
    assert not judge(f"{TITLE} ฉบับที่ 9").verified


def test_the_edition_in_force() -> None:
    assert [each and each.id for each in (edition_in_force(PLAN, [year]) for year in (2561, 2570, 2571, 2590))] == [
        "plan-12",
        "plan-13",
        "plan-14",
        None,
    ]
    assert (found := edition_in_force(PLAN, range(2569, 2574))) is not None
    assert found.id == "plan-13"
