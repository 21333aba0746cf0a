"""SARIF logs: valid, and saying of each finding where it stands, what it is and whether it was waived."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from allresults import all_results, failure, on_pages, setup, waived
from drafts import COMPLETE, checked, document
from khumue.cli import main
from khumue.finding import DraftReport, Result
from khumue.frozen import replace
from khumue.reports import render
from khumue.reports.sarif import SarifReport
from khumue.rules import RULES
from khumue.vocabulary import Language

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
FAULTY = COMPLETE.replace("ฉบับที่ 13 (พ.ศ. 2566-2570)", "ฉบับที่ 12 (พ.ศ. 2560-2564)")


def run_of(*results: Result, language: Language = "th", handbook: str | None = None) -> Any:
    log = json.loads(render("sarif", results, setup(language, handbook)))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (run,) = log["runs"]
    return run


def faulty(front: str = "", path: str = "ร่าง แผน.md") -> DraftReport:
    return checked(document(front + FAULTY, path=path))


def uri(path: str) -> str:
    (result,) = run_of(faulty(path=path))["results"]
    return str(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("handbook", [None, "https://example.go.th/khumue/"])
def test_everything_that_a_report_can_hold_is_valid(language: Language, handbook: str | None) -> None:
    run = run_of(*all_results(), language=language, handbook=handbook)
    assert run["language"] == run["tool"]["driver"]["language"] == language
    drafts = [each for each in all_results() if isinstance(each, DraftReport)]
    assert len(run["results"]) == sum(len(each.findings) + len(each.waived) for each in drafts) > 50
    assert len(run["artifacts"]) == len(all_results())


def test_the_schema_can_refuse() -> None:
    log = json.loads(render("sarif", [faulty()], setup()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(log)


def test_every_rule_is_described_with_its_page() -> None:
    rules = run_of(handbook="https://example.go.th/khumue/", language="en")["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [*RULES]
    one = next(rule for rule in rules if rule["id"] == "S101")
    assert one["name"] == "APartOfThePlanIsMissing"
    assert one["shortDescription"]["text"] == "A part of the plan is missing"
    assert one["helpUri"] == "https://example.go.th/khumue/en/rules/S101/"
    assert "**How to mend**: " in one["help"]["markdown"]
    assert "\n1. Put the cursor" in one["help"]["text"]
    assert "*" not in one["help"]["text"]
    assert "helpUri" not in run_of()["tool"]["driver"]["rules"][0]


def test_a_finding_has_its_rule_its_words_and_its_line() -> None:
    front = "---\ntitle: แผน\n---\n"
    for before in ("", front):
        run = run_of(faulty(before))
        (result,) = run["results"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "R204"
        assert result["level"] == "error"
        assert "ไม่ใช่ฉบับที่ใช้ในปีงบประมาณ 2570\nวิธีแก้: อ้างฉบับ" in result["message"]["text"]
        (location,) = result["locations"]
        line = location["physicalLocation"]["region"]["startLine"]
        assert "ฉบับที่ 12" in (before + FAULTY).splitlines()[line - 1]
        assert result["properties"]["locators"] == ["3 5.2(5)", "3 8.2"]
        assert result["suppressions"] == []


def test_no_region_where_there_is_no_line_of_the_file() -> None:
    (result,) = run_of(on_pages(faulty()), language="en")["results"]
    (location,) = result["locations"]
    assert "region" not in json.dumps(result)
    assert location["properties"] == {"page": 3, "line": 12}
    assert location["logicalLocations"][0]["name"].startswith("page 3 line 12 under “")
    related = [(each["id"], each["message"]["text"]) for each in result["relatedLocations"]]
    assert related == [(1, "page 4 line 1"), (2, "page 3 line 12")]


def test_a_missing_part_is_a_logical_location() -> None:
    report = checked(document(COMPLETE.replace("## 3.1 วิสัยทัศน์", "## 3.1 เรื่องอื่น")))
    (result,) = run_of(report)["results"]
    (part,) = result["locations"][0]["logicalLocations"]
    assert part == {"name": "วิสัยทัศน์", "fullyQualifiedName": "vision", "kind": "section"}


def test_fingerprints_stay_when_lines_move_and_are_unlike_each_other() -> None:
    def prints(report: DraftReport, language: Language = "th") -> list[str]:
        return [each["partialFingerprints"]["khumue/v1"] for each in run_of(report, language=language)["results"]]

    assert prints(faulty()) == prints(faulty("\n\n\n")) == prints(faulty(), "en")
    twice = replace(faulty(), findings=faulty().findings * 2)
    first, second = prints(twice)
    assert (first.partition(":")[0], first[-2:], second[-2:]) == (second.partition(":")[0], ":1", ":2")
    many = prints(next(each for each in all_results() if isinstance(each, DraftReport) and len(each.findings) > 3))
    assert len(set(many)) == len(many)


def test_what_was_waived_is_suppressed_with_its_reason() -> None:
    results = run_of(waived())["results"]
    suppressed = {each["properties"]["section"]: each["suppressions"] for each in results if each["suppressions"]}
    (in_draft,), (in_settings,) = suppressed["vision"], suppressed["mission"]
    assert (in_draft["kind"], in_draft["status"]) == ("inSource", "accepted")
    assert in_draft["location"]["physicalLocation"]["region"]["startLine"] > 1
    assert in_settings == {"kind": "external", "status": "accepted", "justification": "ตกลงกับผู้พิจารณาแล้ว"}


def test_what_a_draft_says_is_never_a_link() -> None:
    (result, *_) = [each for each in run_of(waived())["results"] if each["suppressions"]]
    assert result["suppressions"][0]["justification"] == r"ใช้ของเดิม \[ดู\](x)"


def test_files_that_could_not_be_checked_are_told() -> None:
    run = run_of(failure(), faulty())
    (invocation,) = run["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert (told["level"], told["message"]["text"].splitlines()[0]) == ("error", "ไม่พบแฟ้มนี้")
    number = told["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
    assert unquote(run["artifacts"][number]["location"]["uri"]) == "ร่าง เสีย.pdf"
    assert run_of(faulty())["invocations"][0]["executionSuccessful"] is True


def test_an_interrupted_call_is_no_success() -> None:
    stream = io.StringIO()
    SarifReport(stream, setup("en")).end(unchecked=7)
    log = json.loads(stream.getvalue())
    assert VALIDATOR.is_valid(log)
    (invocation,) = log["runs"][0]["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"].startswith("7 more files")


def test_paths_are_uris(tmp_path: Path) -> None:
    assert uri("ร่าง/แผน 1.md") == "%E0%B8%A3%E0%B9%88%E0%B8%B2%E0%B8%87/%E0%B9%81%E0%B8%9C%E0%B8%99%201.md"
    assert uri("a:b?#%.md") == "a%3Ab%3F%23%25.md"
    assert uri("../x.md") == "../x.md"
    assert uri(str(tmp_path / "แผน.md")) == (tmp_path / "แผน.md").as_uri()
    assert uri("\udcff.md") == "%FF.md"
    run = run_of(faulty(path="-"))
    assert (run["artifacts"][0]["location"]["uri"], "standardStream" in run["artifacts"][0]["roles"]) == ("-", True)


def test_the_command_prints_and_writes_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    draft, target = tmp_path / "ร่าง.md", tmp_path / "ผล.sarif"
    draft.write_text(FAULTY, encoding="utf-8")
    assert main(["check", str(draft), "--format", "sarif", "-o", str(target), "--no-config"]) == 1
    printed = capsys.readouterr().out
    assert printed == target.read_text(encoding="utf-8")
    assert VALIDATOR.is_valid(json.loads(printed))
