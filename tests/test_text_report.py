"""The report for people: what they see, in which order, in a terminal and in a file."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from khumue.checking import check_files
from khumue.cli import main
from khumue.finding import DraftReport, Failure, Finding
from khumue.messages import load_messages
from khumue.registry import load_registry
from khumue.reports import Setup, render
from khumue.reports.text import TextReport
from khumue.reports.text.cells import cells, fold
from khumue.reports.text.page import Page
from khumue.vocabulary import LANGUAGES, Language
from reading import close
from terminals import run_in_terminal, without_styles

CASES = Path(__file__).parent / "cases"
DRAFTS = sorted(path for path in CASES.glob("*/draft.*"))
SAMPLE = next((Path(__file__).parents[1] / "docs" / "assets" / "samples").glob("*.docx"))
PROGRAM = "import sys; from khumue.cli import main; sys.exit(main(sys.argv[1:]))"
THAI = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))))
MARKS = re.compile("[ะ-ฺๅ็-๎]")


def setup(language: Language = "th") -> Setup:
    return Setup(registry=load_registry(), messages=load_messages(), language=language)


@cache
def check(*paths: Path) -> tuple[DraftReport | Failure, ...]:
    report = check_files(paths, load_registry(), load_messages())
    return (*report.drafts, *report.failures)


def report(path: Path, language: Language = "th") -> str:
    return render("text", check(path), setup(language))


def case(name: str) -> Path:
    return next((CASES / name).glob("draft.*"))


# --- cells ------------------------------------------------------------------------------------------------------------


@given(
    st.text(st.sampled_from(THAI) | st.characters(max_codepoint=0x2FFF, categories=["L", "M", "N", "P", "Sc", "Zs"]))
)
def test_cells_are_those_of_wcwidth(text: str) -> None:
    # Which symbols are wide, and which letters of Korean join, changed between versions of Unicode: Thai did not.
    text = re.sub("[\u1160-\u11ff\u302e\u302f]", "", text)
    assert cells(text) == sum(map(wcwidth.wcwidth, text))


def test_every_sign_of_the_words_has_the_width_that_terminals_give_it() -> None:
    words = load_messages().words
    for line in (line for each in words.values() for language in LANGUAGES for line in each[language].splitlines()):
        assert cells(line) == wcwidth.wcswidth(line)
    assert cells("ที่นั่ง น้ำผึ้ง") == 8
    assert cells("ｗｉｄｅ") == 8


words = st.text(st.sampled_from(THAI), min_size=1, max_size=60) | st.sampled_from(
    ["พ.ศ.", "2560", "-", "(พ.ศ.", "2566-2570)", "“แผน”", "ยุทธศาสตร์ชาติ", "S101,", "draft.docx", "and", "·"]
)


@given(st.lists(words, max_size=30).map(" ".join), st.integers(40, 100))  # below, a word and its numbers may not fit
def test_lines_fit_and_hold_every_letter(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in fold(text, width)]
    assert close("".join(lines)) == close(text)
    for line in lines:
        assert line == line.strip()
        assert cells(line) <= width or len(re.sub(f"{MARKS.pattern}|[เ-ไๆฯ]", "", line)) <= 1


# Words as they are written, so that what is never torn apart can be told from what cannot be written at all.
syllables = st.sampled_from(["แผน", "พัฒนา", "ที่", "น้ำ", "ใจ", "โรง", "เรียน", "ไทย", "ปฏิ", "บัติ", "การ", "ทั้ง", "ๆ", "สวย"])


@given(st.lists(syllables, min_size=20, max_size=120).map("".join), st.integers(20, 100))
def test_a_line_breaks_only_where_thai_can_be_read(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in fold(text, width)]
    assert "".join(lines) == text
    for line in lines:
        assert cells(line) <= width
        assert line[-1] not in "เแโใไ"
    for line in lines[1:]:
        assert not re.match(f"{MARKS.pattern}|ๆ", line)


@pytest.mark.parametrize(
    "whole", ["drafts/แผนปฏิบัติการประจำปีงบประมาณ-2570.docx", "angthong/annual-action-plan", "khumue.toml"]
)
def test_names_of_files_and_procedures_stay_whole(whole: str) -> None:
    text = f"ข้อความก่อนหน้านี้ {whole} ข้อความหลังจากนี้"
    lines = [text[start:end] for start, end in fold(text, 20)]
    assert whole in "\n".join(lines)


def test_a_number_stays_with_its_word() -> None:
    text = "ฉบับที่ 12 (พ.ศ. 2560 - 2564)"
    for width in range(14, 30):
        lines = [text[start:end] for start, end in fold(text, width)]
        assert not [line for line in lines if re.match(r"\d|-", line)], width
    text = "แสดงเป็นตาราง แล้วสรุปสั้น ๆ"
    for width in range(14, 30):
        assert all(text[start] != "ๆ" for start, _ in fold(text, width)), width


# --- what stands in it ------------------------------------------------------------------------------------------------


def needles(finding: Finding, language: Language) -> Iterator[str]:
    yield f"{finding.code}{finding.message[language]}"
    yield finding.fix[language]
    yield ", ".join(finding.basis.locators) if finding.basis else ""
    yield from (str(value) for each in finding.elsewhere for value in (each.page, each.line, each.paragraph) if value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*DRAFTS, SAMPLE], ids=lambda path: path.parent.name)
def test_every_finding_is_told_once_and_lines_fit(path: Path, language: Language) -> None:
    (draft,) = check(path)
    text = report(path, language)
    told = close(text)
    if isinstance(draft, Failure):
        assert close(draft.message[language]) in told
        return
    for finding in (*draft.findings, *(each.finding for each in draft.waived)):
        same = [each for each in draft.findings if each.code == finding.code and each.message == finding.message]
        first, *others = needles(finding, language)
        assert told.count(close(first)) == max(len(same), 1), first
        for needle in others:
            assert close(needle) in told, needle
    for line in text.splitlines()[1:]:
        assert wcwidth.wcswidth(line) <= 80
        assert line == line.rstrip()


def test_the_verdict_comes_first_then_parts_references_and_what_passed() -> None:
    lines = report(SAMPLE).splitlines()
    assert lines[:4] == [
        str(SAMPLE),
        "✗ ยังไม่ผ่าน · ต้องแก้ 2 ข้อ",
        "  ส่วนของเอกสาร 15/16 · เอกสารอ้างอิง 9/10",
        "  ต้องแก้: ผลการทดสอบระดับชาติ, แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ",
    ]
    titles = ["ส่วนของเอกสาร 15/16", "เอกสารอ้างอิง 9/10", "ผ่านแล้ว"]
    assert [line for line in lines if line in titles] == titles
    part = lines.index("  ✗ ผลการทดสอบระดับชาติ · มีเพียงข้อความรอเติม · ย่อหน้า 170")
    assert lines[part + 1].startswith("    ✗ S103")
    assert lines[part + 2].startswith("      วิธีแก้  ")
    edition = "  ✗ แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566 - 2570) · ไม่ใช่ฉบับของปีแผน"
    assert edition in lines
    assert "      พบอีก   4 แห่ง: ย่อหน้า 179, 195, 575, 808" in lines


def test_parts_stand_in_the_order_of_the_plan() -> None:
    lines = report(case("sections-missing-empty-placeholder"), "en").splitlines()
    rows = [line[4:].split(" ·")[0] for line in lines if re.match("  [✗!·] [A-Z][a-z]", line)]
    assert rows == ["Vision (derived)", "Mission (derived)", "Strategies", "Targets", "Project proposal form"]


def test_a_missing_part_is_told_its_place() -> None:
    text = close(report(case("sections-missing-empty-placeholder"), "en"))
    where = "after “3.1 วิสัยทัศน์” (line 39) and before “3.3 เป้าประสงค์” (line"
    assert close(f"! Mission (derived) · not found · add it {where}") in text


def test_a_reference_that_is_right_in_some_places_only_is_not_told_as_right() -> None:
    text = report(case("references-old-beside-new"))
    assert text.count("อ้างถูกฉบับบางแห่ง") == 1


def test_projects_are_counted_like_parts_and_references() -> None:
    assert "โครงการ 1/2" in report(case("project-budget-sums")).splitlines()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("complete", "✓ Passes. Nothing to mend."),
        ("project-budget-sums", "! Passes · 1 should be mended"),
        ("references-old-beside-new", "✓ Passes. Nothing to mend. · 1 to note"),
        ("references-wrong-outdated-missing", "✗ Does not pass yet · 3 must be mended · 2 should be mended"),
    ],
)
def test_the_verdict_says_whether_it_passes(name: str, said: str) -> None:
    assert report(case(name), "en").splitlines()[1] == said


def test_parts_that_could_not_be_judged_are_not_counted() -> None:
    text = report(case("no-headings"), "en")
    assert "0/16" not in text
    assert "not found" not in text
    assert "D001" in text


def test_a_part_whose_rule_is_left_out_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(case("sections-missing-empty-placeholder")), "--select", "R", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "✗" not in out
    assert "  – Mission (derived) · not found · its rule was not used\n" in out


# --- several drafts -----------------------------------------------------------------------------------------------


def test_several_drafts_are_summed_up_with_the_worst_first(tmp_path: Path) -> None:
    broken = tmp_path / "เสีย.docx"
    broken.write_bytes(b"PK\x03\x04")
    faulty, clean = case("references-wrong-outdated-missing"), case("complete")
    results = check(case("sections-missing-empty-placeholder"), faulty, clean, broken)
    ending = render("text", results, setup("en")).split("─" * 80)[-1].strip().splitlines()
    assert ending[0] == "Summary of 4 files · ✓ 1 pass · ✗ 2 to mend · ? 1 could not be checked"
    assert [line.split()[0] for line in ending[1:4]] == ["?", "✗", "✗"]
    assert str(broken) in ending[1]
    assert str(clean) not in "".join(ending)
    assert "Summary" not in render("text", results[:1], setup("en"))


def test_the_summary_stays_short() -> None:
    (draft,) = check(case("references-wrong-outdated-missing"))
    ending = render("text", [draft] * 30, setup("en")).split("─" * 80)[-1]
    assert "✗ 30 to mend" in ending
    assert ending.count("draft.md") == 10
    assert "and 20 more" in ending


def test_an_interrupted_check_says_what_is_left() -> None:
    stream = io.StringIO()
    writer = TextReport(stream, setup("en"))
    writer.add(check(case("complete"))[0])
    writer.end(3)
    assert "Summary of 1 files · ✓ 1 pass" in stream.getvalue()
    assert "3 more files were not checked" in stream.getvalue()


# --- on a terminal ------------------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(path: Path, monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ({"TERM": "xterm-256color", "COLUMNS": "80"} | environment).items():
        monkeypatch.setenv(name, value)
    stream = Terminal()
    writer = TextReport(stream, setup())
    for result in check(path):
        writer.add(result)
    writer.end()
    return stream.getvalue()


@pytest.mark.parametrize("name", ["complete", "references-wrong-outdated-missing", "project-budget-sums"])
def test_a_terminal_shows_the_same_words_in_colour(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    coloured = on_terminal(case(name), monkeypatch)
    assert "\x1b[1;3" in coloured
    assert without_styles(coloured) == report(case(name))


def test_colours_can_be_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert on_terminal(SAMPLE, monkeypatch, TERM="dumb") == report(SAMPLE)
    uncoloured = on_terminal(SAMPLE, monkeypatch, NO_COLOR="1")
    assert not re.search(r"\x1b\[[\d;]*3\d", uncoloured)
    assert without_styles(uncoloured) == report(SAMPLE)


def test_colours_can_be_wanted_without_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    target = tmp_path / "ผล.txt"
    main(["check", str(SAMPLE), "-o", str(target)])
    assert "\x1b[1;31m" in capsys.readouterr().out
    assert "\x1b" not in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("20", 40), ("200", 100), ("x", 80)])
def test_lines_are_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    text = without_styles(on_terminal(SAMPLE, monkeypatch, COLUMNS=columns))
    longest = max(cells(line) for line in text.splitlines()[1:] if "[angthong/" not in line)  # which stays whole
    assert width - 6 <= longest <= width


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_the_command_in_a_terminal_of_sixty_columns() -> None:
    status, received, _ = run_in_terminal(PROGRAM, ["check", SAMPLE], columns=60)
    assert status == 1
    assert "\x1b[1;31m✗" in received
    lines = without_styles(received).splitlines()
    assert lines[1] == "✗ ยังไม่ผ่าน · ต้องแก้ 2 ข้อ"
    assert max(map(cells, lines[1:])) <= 60


def test_what_a_draft_holds_does_not_steer_the_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    draft = tmp_path / "ร่าง \x1b[31m[bold]แผน :smile:.md"
    text, heading = case("references-wrong-outdated-missing").read_text(encoding="utf-8"), "การวิเคราะห์นโยบาย"
    draft.write_text(text.replace(heading, f"{heading} [red]\x1b]0;x\x07[/red] \u202e"), encoding="utf-8")
    for out in (on_terminal(draft, monkeypatch), report(draft)):
        said = without_styles(out)
        assert "\x1b" not in said
        assert "\x07" not in said
        assert "\u202e" not in said
        assert "[bold]แผน :smile:.md" in said
        assert "[red]" in said


def test_signs_differ_without_colour() -> None:
    text = "".join(report(path) for path in DRAFTS)
    for sign in ("✓", "✗", "!", "·"):
        assert re.search(rf"^ *{sign} ", text, re.MULTILINE), sign


def test_a_page_cuts_styled_pieces_where_lines_end() -> None:
    stream = io.StringIO()
    Page(stream).entry([("– ", "dim")], ("ก" * 70 + " ", "title"), ("ข" * 20, "error"), ("", ""))
    assert stream.getvalue() == f"– {'ก' * 70}\n  {'ข' * 20}\n"


# --- quiet --------------------------------------------------------------------------------------------------------


def test_a_quiet_check_says_only_what_could_not_be_done(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    clean = Path(shutil.copy(case("complete"), tmp_path / "ดี.md"))
    broken = tmp_path / "เสีย.docx"
    broken.write_bytes(b"PK\x03\x04")
    target = tmp_path / "ผล.txt"
    for files, status in (([clean], 0), ([SAMPLE], 1), ([SAMPLE, clean], 1)):
        assert main(["check", "--quiet", *map(str, files), "-o", str(target), "--force"]) == status
        assert capsys.readouterr() == ("", "")
    assert main(["check", "--quiet", str(SAMPLE), str(broken), str(tmp_path / "ไม่มี.docx")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        f"{broken}: ตรวจไม่ได้: แฟ้มเสียหายหรือไม่ครบ เปิดใน Word ให้ซ่อมแฟ้ม แล้วบันทึกใหม่ หรือขอแฟ้มใหม่จากผู้ส่ง",
        f"{tmp_path / 'ไม่มี.docx'}: ตรวจไม่ได้: ไม่พบแฟ้มนี้ ตรวจชื่อแฟ้มและโฟลเดอร์",
    ]
