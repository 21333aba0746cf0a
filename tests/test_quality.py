"""The quality of a draft's text: measured on the handbook's own texts and on damaged copies of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from khumue.checker import check
from khumue.checking import check_files
from khumue.document import Block, Document, Place
from khumue.finding import DraftReport
from khumue.messages import load_messages, load_rules
from khumue.quality import measure
from khumue.registry import load_registry
from khumue.reports import Setup, render

TEXTS = [section.guidance.th for section in load_registry().sections.values()]
CONSONANTS = "กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหอฮ"
EXCHANGED = dict(zip(map(ord, CONSONANTS), random.Random(1).sample(CONSONANTS, len(CONSONANTS)), strict=True))
MARKS = "[ัิ-ฺ็-์]"

HEALED: dict[str, Callable[[str], str]] = {
    "tones lost": lambda text: re.sub("[่-๋]", "", text),
    "marks lost": lambda text: re.sub(MARKS, "", text),
    "SARA AM as AA": lambda text: text.replace("ำ", "า"),
    "SARA AM split": lambda text: text.replace("ำ", "ํา"),
    "marks as spaces": lambda text: re.sub(MARKS, " ", text),
    "marks swapped": lambda text: re.sub("([ิ-ู])([่-๋])", r"\2\1", text),
    "marks moved on": lambda text: re.sub(f"({MARKS}+)([ก-ฮ])", r"\2\1", text),
    "private signs": lambda text: text.replace("่", "\uf70a").replace("้", "\uf70b"),
}
NOT_LEGIBLE: dict[str, Callable[[str], str]] = {
    "letters exchanged": lambda text: text.translate(EXCHANGED),
    "Thai bytes read as Latin": lambda text: text.encode("cp874", "ignore").decode("latin-1"),
    "replacement characters": lambda text: re.sub("[ก-ฮ]", "\N{REPLACEMENT CHARACTER}", text),
    "private use without a meaning": lambda text: re.sub("[ก-ฮ]", "\ue123", text),
    "marks as digits": lambda text: re.sub(MARKS, "3", text),
    "Latin letters that say nothing": lambda text: re.sub("[ก-ฮ]", "q", re.sub("[^ก-ฮ]", "", text)),
}


def made(lines: list[str], *, pages: int | None = None, repairs: int = 0) -> Document:
    blocks = tuple(Block(text=line, place=Place(line=number)) for number, line in enumerate(lines, 1))
    return Document(path=Path("แผน.txt"), kind="txt", title=None, blocks=blocks, pages=pages, repairs=repairs)


def checked(lines: list[str], *, pages: int | None = None) -> DraftReport:
    registry = load_registry()
    plan = registry.plans["angthong/annual-action-plan"]
    return check(made(lines, pages=pages), plan, registry, load_rules(), today_fiscal_year=2570)


def test_clean_text() -> None:
    assert measure(made(TEXTS)) == "clean"
    assert measure(made(TEXTS, pages=60)) == "clean"
    assert measure(made(["วิสัยทัศน์"])) == "clean"


def test_a_short_text_may_have_no_sara_am_by_chance() -> None:
    line = "เจ้าหน้าที่พิจารณาแผนงานและโครงการให้ตรงกับปัญหาของสถานศึกษาที่ตั้งไว้ทั้งหมดแล้ว"
    assert measure(made([line] * 8)) == "clean"
    assert measure(made([line] * 40)) == "repaired"  # of two hundred long vowels some are SARA AM


def test_english_text_is_clean() -> None:
    texts = [section.guidance.en for section in load_registry().sections.values()]
    assert measure(made(texts)) == "clean"


@pytest.mark.parametrize("damage", HEALED)
def test_damage_that_folding_heals(damage: str) -> None:
    assert measure(made([HEALED[damage](text) for text in TEXTS])) == "repaired"


def test_letters_mended_by_the_reader() -> None:
    assert measure(made(TEXTS, repairs=200)) == "repaired"
    assert measure(made(TEXTS, repairs=2)) == "clean"


@pytest.mark.parametrize("damage", NOT_LEGIBLE)
def test_text_that_is_not_legible(damage: str) -> None:
    assert measure(made([NOT_LEGIBLE[damage](text) for text in TEXTS])) == "damaged"


def test_no_text() -> None:
    assert measure(made([])) == "none"
    assert measure(made(["12", "…"])) == "none"
    assert measure(made(["ลงรับ 12", "ลงรับ 13"], pages=2)) == "none"


def test_a_long_text_is_judged_by_a_sample_of_it() -> None:
    long = TEXTS * 20
    assert sum(map(len, long)) > 80_000
    assert measure(made(long, pages=900)) == "clean"
    assert measure(made([HEALED["tones lost"](text) for text in long])) == "repaired"


@pytest.mark.parametrize(
    ("lines", "code"),
    [([NOT_LEGIBLE["letters exchanged"](text) for text in TEXTS], "D003"), ([], "D005")],
    ids=["not legible", "no text"],
)
def test_one_finding_in_place_of_all_others(lines: list[str], code: str) -> None:
    report = checked(lines)
    assert [(each.code, each.severity) for each in report.findings] == [(code, "error")]
    assert report.sections == ()
    assert report.references == ()


def test_repaired_text_is_checked_and_said() -> None:
    report = checked(["แผนปฏบตการประจาปงบประมาณ พ.ศ. 2570", "1. วสยทศน", *map(HEALED["marks lost"], TEXTS)])
    assert [each.code for each in report.findings if each.code.startswith("D")] == ["D004"]
    assert next(each.status for each in report.sections if each.section == "vision") == "present"


def test_report_of_a_scan_does_not_speak_of_its_year(tmp_path: Path) -> None:
    draft = tmp_path / "แผนปฏิบัติการประจำปี.txt"
    draft.write_text("...", encoding="utf-8")
    registry, messages = load_registry(), load_messages()
    setup = Setup(registry=registry, messages=messages, language="en")
    said = render("text", check_files([draft], registry, messages).drafts, setup)
    assert "D005" in said
    assert "Fiscal year" not in said


@pytest.mark.parametrize(
    ("text", "problem"),
    [("...", "no-text"), (NOT_LEGIBLE["letters exchanged"]("\n".join(TEXTS)), "not-legible")],
    ids=["no text", "not legible"],
)
def test_procedure_of_a_draft_without_text_is_not_known(tmp_path: Path, text: str, problem: str) -> None:
    draft = tmp_path / "ร่าง.txt"
    draft.write_text(text, encoding="utf-8")
    messages = load_messages()
    (failure,) = check_files([draft], load_registry(), messages).failures
    assert failure.message == messages.problems[problem].message
