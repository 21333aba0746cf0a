"""Annotations of GitHub Actions: one line each, escaped, on the file and line that GitHub knows."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allresults import all_results, failure, on_pages, setup, waived
from drafts import COMPLETE, checked, document
from khumue.finding import DraftReport, Result
from khumue.frozen import replace
from khumue.reports import render
from khumue.reports.github import GithubReport
from khumue.vocabulary import Language, Text

FAULTY = COMPLETE.replace("ฉบับที่ 13 (พ.ศ. 2566-2570)", "ฉบับที่ 12 (พ.ศ. 2560-2564)")
COMMAND = re.compile(r"::(?P<command>error|warning|notice)(?: (?P<properties>[^:]*))?::(?P<message>.*)")


def lines(*results: Result, language: Language = "th") -> list[str]:
    return render("github", results, setup(language)).splitlines()


@cache
def faulty(path: str = "ร่าง.md") -> DraftReport:
    return checked(document(FAULTY, path=path))


def read(line: str) -> tuple[str, dict[str, str], str]:
    """An annotation as GitHub's runner reads it."""
    found = COMMAND.fullmatch(line)
    assert found, line
    properties = dict(each.split("=", 1) for each in (found["properties"] or "").split(",") if each)
    return found["command"], {name: unquote(value) for name, value in properties.items()}, unquote(found["message"])


@pytest.fixture(autouse=True)
def no_workspace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)


def test_a_finding_is_an_annotation_on_its_line() -> None:
    annotation, verdict = lines(faulty())
    command, properties, message = read(annotation)
    line = int(properties["line"])
    assert (command, properties["file"]) == ("error", "ร่าง.md")
    assert properties["title"] == "R204 อ้างฉบับที่ไม่ใช้ในปีของแผน"
    assert "ฉบับที่ 12" in FAULTY.splitlines()[line - 1]
    assert "\nวิธีแก้: อ้างฉบับที่ใช้ในปีของแผน" in message
    assert message.splitlines()[-1].startswith(f"บรรทัด {line} ใต้หัวข้อ “")
    assert verdict == "khumue: ตรวจแล้ว 1 ฉบับ: ต้องแก้ 1 · ควรแก้ 0 · ข้อสังเกต 0 · ตรวจไม่ได้ 0 แฟ้ม"


def test_the_lines_of_a_page_are_said_and_not_used() -> None:
    _, properties, message = read(lines(on_pages(faulty()), language="en")[0])
    assert "line" not in properties
    assert "page 3 line 12 under “" in message
    assert message.endswith("Also at (2): page 4 line 1, page 3 line 12")


def test_everything_that_a_report_can_hold_is_one_line_each() -> None:
    *annotations, verdict = lines(*all_results(), language="en")
    drafts = [each for each in all_results() if isinstance(each, DraftReport)]
    assert len(annotations) == sum(len(each.findings) for each in drafts) + 1
    assert {read(each)[0] for each in annotations} == {"error", "warning", "notice"}
    assert verdict.startswith(f"khumue: drafts checked {len(drafts)} · must be mended ")
    assert verdict.endswith("could not be checked 1")


def test_waived_findings_are_left_out() -> None:
    assert "S101" not in "".join(lines(waived()))


def test_files_that_could_not_be_checked_are_errors() -> None:
    command, properties, message = read(lines(failure(), language="en")[0])
    assert (command, properties["file"], properties["title"]) == ("error", "ร่าง เสีย.pdf", "could not be checked")
    assert message.startswith("There is no such file.\nHow to mend: ")


def test_the_standard_input_has_no_file() -> None:
    assert "file" not in read(lines(faulty("-"))[0])[1]


def test_an_interrupted_call_is_told() -> None:
    stream = io.StringIO()
    GithubReport(stream, setup("en")).end(unchecked=3)
    assert stream.getvalue().startswith("::error::3 more files were not checked")


def test_paths_are_those_of_the_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def named(path: str) -> str:
        return read(lines(faulty(path))[0])[1]["file"]

    (tmp_path / "งาน" / "ย่อย").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "งาน" / "ย่อย")
    assert named("ร่าง.md") == "ร่าง.md"
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "งาน"))
    assert named("ร่าง.md") == named(str(tmp_path / "งาน" / "ย่อย" / "ร่าง.md")) == "ย่อย/ร่าง.md"
    assert named("../../ร่าง.md") == "../../ร่าง.md"


@given(st.text(st.characters(codec="utf-8"), min_size=1), st.text(st.characters(codec="utf-8"), min_size=1))
def test_no_text_can_end_an_annotation_or_begin_another(path: str, said: str) -> None:
    hostile = "::error file=x::\r\n::set-output name=a::b%0A,=:"
    report = faulty()
    finding = replace(report.findings[0], message=Text(th=said + hostile, en=said))
    report = replace(report, document=replace(report.document, path=f"ก,ข:ค%\n{hostile}{path}"), findings=(finding,))
    printed = render("github", [report], setup())
    annotation, verdict, nothing = printed.split("\n")
    assert "\r" not in annotation
    assert nothing == ""
    assert verdict.startswith("khumue: ")
    command, properties, message = read_runner(annotation)
    assert command == "error"
    assert set(properties) == {"file", "line", "title"}
    assert message.startswith(said + hostile)


def read_runner(line: str) -> tuple[str, dict[str, str], str]:
    """The same by the runner's own steps: the first `::` after the command ends the properties."""
    assert line.startswith("::")
    head, message = line[2:].split("::", 1)
    command, _, listed = head.partition(" ")

    def plain(text: str) -> str:
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            text = text.replace(code, sign)
        return text

    return (
        command,
        {name: plain(value) for name, value in (each.split("=", 1) for each in listed.split(","))},
        plain(message),
    )
