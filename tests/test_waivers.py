"""Waivers: what is set aside and why, and those that cannot be used."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts import COMPLETE, checked, document, one, registry, said
from khumue.choices import Choices
from khumue.document import Comment, DraftError, Place
from khumue.finding import DraftReport
from khumue.messages import load_messages
from khumue.reports import Setup, render
from khumue.vocabulary import Language
from khumue.waivers import MAX_WAIVERS, Waiver, read_waivers
from reading import close

# Without the vision (S101 warning) and with plan no. 12 (R204 error).
FAULTY = COMPLETE.replace("## 3.1 วิสัยทัศน์", "## 3.1 เรื่องอื่น").replace(
    "ฉบับที่ 13 (พ.ศ. 2566-2570)", "ฉบับที่ 12 (พ.ศ. 2560-2564)"
)


def of(*comments: str, choices: Choices | None = None) -> DraftReport:
    return checked(document(FAULTY, *comments), choices=choices or Choices())


def test_without_a_waiver_both_are_found() -> None:
    assert said(of()) == ["R204 error nesdp", "S101 warning vision"]
    assert of().waived == ()


@pytest.mark.parametrize(
    "comment",
    [
        "khumue: ignore S101 vision: อยู่ในแผนพัฒนาการศึกษา",
        "khumue: ยกเว้น S101 วิสัยทัศน์: อยู่ในแผนพัฒนาการศึกษา",
        "khumue:ยกเว้น s๑๐๑ วิสัยทัศน : อยู่ในแผนพัฒนาการศึกษา",
        "Khumue : Ignore S101 Vision: อยู่ในแผนพัฒนาการศึกษา",
        "khumue: ยกเว้น S101: อยู่ในแผนพัฒนาการศึกษา",
        "ฝากดูด้วย\nkhumue: ignore S101 vision: อยู่ในแผนพัฒนาการศึกษา\nขอบคุณ",
    ],
)
def test_a_waiver_sets_its_finding_aside(comment: str) -> None:
    report = of(comment)
    assert said(report) == ["R204 error nesdp"]
    (waived,) = report.waived
    assert one(waived.finding) == "S101 warning vision"
    assert (waived.reason, waived.place) == ("อยู่ในแผนพัฒนาการศึกษา", Place(line=101))


def test_a_reference_and_several_codes_are_waived() -> None:
    assert said(of("khumue: ignore R204 nesdp: history")) == ["S101 warning vision"]
    assert said(of("khumue: ยกเว้น R204 แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ: เป็นประวัติ")) == ["S101 warning vision"]
    report = of("khumue: ignore S101, R204: ตกลงกับผู้พิจารณาแล้ว")
    assert said(report) == []
    assert [one(each.finding) for each in report.waived] == ["R204 error nesdp", "S101 warning vision"]


@pytest.mark.parametrize(
    ("comment", "severity", "thai", "english"),
    [
        ("khumue: ignore S101 vision", "warning", "ไม่มีเหตุผล", "gives no reason"),
        ("khumue: ignore S101 vision:  ", "warning", "ไม่มีเหตุผล", "gives no reason"),
        ("khumue: ignore S999: เหตุผล", "warning", "รหัสที่ไม่มีจริง", "does not exist"),
        ("khumue: ยกเว้น วิสัยทัศน์: เหตุผล", "warning", "อ่านไม่ออก", "cannot be read"),
        ("khumue: ขอบคุณ", "warning", "อ่านไม่ออก", "cannot be read"),
        ("khumue: ignore S101 mission: เหตุผล", "note", "ไม่ตรงกับสิ่งใด", "matches nothing"),
        ("khumue: ignore S104: เหตุผล", "note", "ไม่ตรงกับสิ่งใด", "matches nothing"),
    ],
)
def test_a_waiver_that_cannot_be_used_is_told(comment: str, severity: str, thai: str, english: str) -> None:
    report = of(comment)
    assert report.waived == ()
    (found,) = [each for each in report.findings if each.code == "D007"]
    assert (found.severity, found.place) == (severity, Place(line=101))
    assert comment.partition(":")[2].strip() in found.message.th
    assert thai in found.message.th
    assert english in found.message.en
    assert "S101 warning vision" in said(report)


def test_a_rule_that_was_left_out_does_not_make_its_waiver_idle() -> None:
    assert said(of("khumue: ignore S101 vision: เหตุผล", choices=Choices(ignore=("S",)))) == ["R204 error nesdp"]


def test_other_comments_are_no_waivers() -> None:
    assert said(of("โปรดตรวจ S101", "ดู khumue: ยกเว้น", "คู่มือ khumue ดี")) == said(of())


def test_a_waiver_of_the_settings_has_no_place_and_may_be_idle() -> None:
    waivers = (
        Waiver(text="S101", codes=("S101",), part="vision", reason="ใช้ของแผนห้าปี"),
        Waiver(text="S104", codes=("S104",), reason="ไม่ใช้"),
    )
    report = checked(document(FAULTY), waivers=waivers)
    assert said(report) == ["R204 error nesdp"]
    assert [(each.reason, each.place) for each in report.waived] == [("ใช้ของแผนห้าปี", None)]


def test_findings_without_a_part_are_named_by_what_they_say() -> None:
    draft = document("# วิสัยทัศน์\n\nองค์กรคุณภาพเพื่อผู้เรียนทุกคน\n", "khumue: ยกเว้น D002 ปีงบประมาณ: ใช้ทุกปี")
    assert "D002" not in [each.code for each in checked(draft).findings]


@pytest.mark.parametrize(
    ("language", "title", "reason"), [("th", "ยกเว้นแล้ว (1)", "เหตุผล"), ("en", "Waived (1)", "Reason")]
)
def test_reports_repeat_the_reason(language: Language, title: str, reason: str) -> None:
    report = of("khumue: ignore S101 vision: อยู่ในแผนห้าปี")
    setup = Setup(registry=registry(), messages=load_messages(), language=language)
    text = render("text", [report], setup)
    assert title in text
    assert close(f"{reason}อยู่ในแผนห้าปี (") in close(text)
    (draft,) = json.loads(render("json", [report], setup))["drafts"]
    (waived,) = draft["waived"]
    assert waived["finding"]["code"] == "S101"
    assert waived["reason"] == "อยู่ในแผนห้าปี"
    assert waived["place"]["line"] == 101
    assert draft["summary"] == {"errors": 1, "warnings": 0, "notes": 0}


@given(st.text(max_size=60))
def test_any_comment_is_read(text: str) -> None:
    for waiver in read_waivers([Comment(text=f"khumue: {text}", place=Place(line=1))]):
        assert waiver.place == Place(line=1)


def test_more_waivers_than_any_author_writes_are_refused() -> None:
    comments = [Comment(text="khumue: ignore S101 vision: เหตุผล", place=Place(line=1))] * (MAX_WAIVERS + 1)
    assert len([*read_waivers(comments[1:])]) == MAX_WAIVERS
    with pytest.raises(DraftError, match="too-many-waivers"):
        _ = [*read_waivers(comments)]
