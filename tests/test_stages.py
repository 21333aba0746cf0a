"""The three drafts of the worked example: what the script makes, with just the faults that the story tells."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from khumue.checking import check_files
from khumue.cli import main
from khumue.finding import DraftReport
from khumue.messages import load_messages
from khumue.registry import load_registry
from make_sample import STAGES
from sample.stages import PROCEDURE, YEAR, stages
from test_sample import Line, read

ALL = pytest.mark.parametrize("stage", list(STAGES))
WRITTEN = pytest.mark.parametrize("stage", ["half", "complete"])
PARTS = 16
SMALL = 30_000  # bytes; the sample has 27,232


@cache
def report(stage: str) -> DraftReport:
    (draft,) = check_files([STAGES[stage]], load_registry(), load_messages()).drafts
    return draft


@cache
def written() -> dict[str, bytes]:
    return stages()


def found(stage: str) -> list[tuple[str, str, str | None]]:
    return [(each.code, each.severity, each.section or each.reference) for each in report(stage).findings]


def lines(stage: str) -> list[Line]:
    return read(STAGES[stage]).lines


def parts(path: Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    with ZipFile(path) as file:
        return [(part.filename, part.date_time, file.read(part)) for part in file.infolist()]


@ALL
def test_the_committed_draft_is_what_the_script_writes(stage: str, tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(written()[stage])
    assert parts(STAGES[stage]) == parts(made), "run tools/make_sample.py and commit the files"
    assert STAGES[stage].stat().st_size < SMALL


def test_the_first_draft_is_the_form_that_the_command_makes(tmp_path: Path) -> None:
    made = tmp_path / "แผน.docx"
    assert main(["template", PROCEDURE, "--year", str(YEAR), "-o", str(made)]) == 0
    assert parts(made) == parts(STAGES["blank"])


def test_nothing_of_the_blank_form_is_there_yet() -> None:
    assert Counter((code, severity) for code, severity, _ in found("blank")) == {
        ("S103", "error"): 10,
        ("S103", "warning"): 6,
    }
    assert {each.status for each in report("blank").references if each.requirement != "optional"} == {"cited"}


def test_half_way_there_are_the_faults_of_a_beginner_and_no_others() -> None:
    assert found("half") == [
        ("S103", "error", "national-test-results"),
        ("S103", "error", "targets"),
        ("S104", "error", "budget-analysis"),
        ("R204", "error", "nesdp"),
        ("S102", "warning", "previous-year-results"),
        ("S103", "warning", "budget"),
        ("S103", "warning", "monitoring-evaluation"),
        ("P301", "warning", "project-proposal"),
        ("P303", "warning", "project-proposal"),
    ]
    lacking, wrong = (each.message.th for each in report("half").findings[-2:])
    assert "ตัวชี้วัดความสำเร็จ, ผลที่คาดว่าจะได้รับ" in lacking
    assert "520,000 บาท แต่เขียนยอดรวม 485,000 บาท" in wrong


def test_the_complete_draft_passes_without_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(STAGES["complete"]), "--fail-on", "note", "--no-config"]) == 0
    assert found("complete") == []
    assert sum(each.status == "present" for each in report("complete").sections[:PARTS]) == PARTS
    assert "ผ่าน ไม่พบสิ่งที่ต้องแก้" in capsys.readouterr().out


def test_all_three_keep_the_headings_of_the_form() -> None:
    blank, half, complete = ([each.text for each in lines(stage) if each.style == "Heading1"] for stage in STAGES)
    assert complete == blank
    assert half == [heading for heading in blank if heading != "การวิเคราะห์งบประมาณ"]
    assert len(blank) == PARTS + 1


def test_nothing_of_the_form_is_left_in_the_complete_draft() -> None:
    texts = [each.text for each in lines("complete")]
    assert not [text for text in texts if re.search(r"\[คำแนะนำ|\((?:ระบุ|แทรก)|…", text)]


@WRITTEN
def test_a_written_draft_says_that_it_is_fictional_and_names_nobody(stage: str) -> None:
    texts = [each.text for each in lines(stage)]
    assert any("สมมติขึ้น" in text for text in texts[:10])
    assert not [text for text in texts if re.search(r"(?<![ก-๙])(นาย|นาง|นางสาว|ดร\.|ว่าที่)\s?[ก-๙]", text)]
    assert not re.search("[\u200b-\u200f\u2060\ufeff]", "".join(texts))


@WRITTEN
def test_tables_are_counted_in_their_order(stage: str) -> None:
    captions = [each.text for each in lines(stage) if each.style == "Caption"]
    assert [int(re.findall(r"\d+", each)[0]) for each in captions] == list(range(1, len(captions) + 1))


@WRITTEN
def test_every_style_that_a_draft_uses_is_in_it(stage: str) -> None:
    with ZipFile(STAGES[stage]) as file:
        used = set(re.findall(rb'w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', file.read("word/document.xml")))
        known = set(re.findall(rb'w:styleId="(\w+)"', file.read("word/styles.xml")))
    assert used <= known
