"""The command as a person or a program uses it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docxfiles import write_docx
from khumue.cli import main
from khumue.reports.text.cells import cells
from reading import close

CASES = Path(__file__).parent / "cases"
ACTION_PLAN = "angthong/annual-action-plan"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A complete draft under a Thai name."""
    return Path(shutil.copy(CASES / "complete" / "draft.md", tmp_path / "แผนปฏิบัติการ ๒๕๗๐.md"))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A draft with errors."""
    return Path(shutil.copy(CASES / "references-wrong-outdated-missing" / "draft.md", tmp_path / "ร่าง.md"))


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_a_clean_draft(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    status, out, err = run(capsys, "check", draft)
    assert (status, err) == (0, "")
    assert str(draft) in out
    assert "ไม่พบสิ่งที่ต้องแก้" in out
    assert "(ดูจากชื่อเอกสาร)" in close(out)
    assert "วิสัยทัศน์, บรรทัด " in out


def test_a_letter_is_left_to_its_reader(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    letter = tmp_path / "หนังสือ.txt"
    letter.write_text("เรื่อง ขอเชิญประชุม\nเรียน ผู้อำนวยการโรงเรียน\nปีงบประมาณ 2570\n", encoding="utf-8")
    status, out, _ = run(capsys, "check", letter, "--procedure", "tak2/correspondence")
    assert status == 0
    assert "ให้อ่านตรวจเอง" in out
    assert "ไม่พบสิ่งที่ต้องแก้" not in out


def test_a_faulty_draft_in_both_languages(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    status, thai, _ = run(capsys, "check", faulty)
    assert status == 1
    assert "✗ R204   “แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 12 (พ.ศ. 2560-2564)”" in thai
    assert "วิธีแก้   อ้างฉบับที่ใช้ในปีของแผน: แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13" in thai
    assert "3 5.2(5), 3 8.2" in thai
    status, english, _ = run(capsys, "check", faulty, "--lang", "en")
    assert status == 1
    assert close("is not the edition in force in fiscal year 2570") in close(english)
    assert "Mend     Cite the edition in force" in english


@pytest.mark.parametrize(
    ("fail_on", "clean", "found"), [("error", 0, 1), ("warning", 0, 1), ("note", 0, 1), ("never", 0, 0)]
)
def test_exit_status(
    capsys: pytest.CaptureFixture[str], draft: Path, faulty: Path, fail_on: str, clean: int, found: int
) -> None:
    assert run(capsys, "check", draft, "--fail-on", fail_on)[0] == clean
    assert run(capsys, "check", faulty, "--fail-on", fail_on)[0] == found


def test_only_warnings_pass_unless_asked(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    text = draft.read_text(encoding="utf-8").replace("พันธกิจ", "เรื่องอื่น")
    draft.write_text(text, encoding="utf-8")
    assert run(capsys, "check", draft)[0] == 0
    assert run(capsys, "check", draft, "--fail-on", "warning")[0] == 1


def report(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    return json.loads(run(capsys, "check", *arguments, "--format", "json")[1])


def test_json_report_keeps_the_contract(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    found = report(capsys, faulty)
    assert found["format"] == "khumue-report/1"
    assert found["failures"] == []
    (only,) = found["drafts"]
    assert only.keys() == {
        "document",
        "procedure",
        "chosen_by",
        "sections",
        "references",
        "projects",
        "findings",
        "waived",
        "summary",
    }
    document = {"path", "kind", "title", "pages", "text_quality", "recognised", "fiscal_years", "fiscal_years_from"}
    assert only["document"].keys() == document
    assert (only["document"]["kind"], only["document"]["fiscal_years"]) == ("md", [2570])
    assert (only["procedure"], only["chosen_by"]) == (ACTION_PLAN, "detected")
    assert {each["status"] for each in only["sections"]} <= {"present", "empty", "placeholder", "toc-only", "missing"}
    vision = next(each for each in only["sections"] if each["section"] == "vision")
    assert (vision["status"], vision["requirement"]) == ("present", "derived")
    assert vision["found"][0].keys() == {"heading", "match", "status", "page", "paragraph", "line"}
    plan = next(each for each in only["references"] if each["reference"] == "nesdp")
    assert (plan["status"], plan["expected"]) == ("outdated", "nesdp-13")
    cited = plan["found"][0]
    assert (cited["edition"], cited["years"], cited["status"]) == ("12", [2560, 2564], "outdated")
    finding = next(each for each in only["findings"] if each["code"] == "R204")
    assert finding["reference"] == "nesdp"
    assert finding["basis"] == {
        "manual": "angthong",
        "locators": ["3 5.2(5)", "3 8.2"],
        "link": "procedures/angthong/annual-action-plan/#cites-nesdp",
    }
    assert finding["link"] == "rules/R204/"
    assert finding["message"].keys() == finding["fix"].keys() == {"th", "en"}
    assert finding["place"]["line"] == cited["line"]
    assert finding["place"]["under"] == cited["under"] == "ส่วนที่ 2 การวิเคราะห์นโยบาย"
    assert finding["elsewhere"] == []
    assert only["summary"] == {"errors": 3, "warnings": 2, "notes": 0}


def test_reports_tell_of_projects(capsys: pytest.CaptureFixture[str]) -> None:
    draft = CASES / "project-fields-lacking" / "draft.md"
    lacking, whole = report(capsys, draft)["drafts"][0]["projects"]
    assert lacking.keys() == {"name", "page", "paragraph", "line", "fields", "budget", "period"}
    assert lacking["name"] == "พัฒนาการอ่านออกเขียนได้"
    assert (lacking["budget"], lacking["period"]) == (50_000, {"from": "2569-10", "to": "2570-09"})
    assert (lacking["fields"]["objectives"], lacking["fields"]["expected-results"]) == ("missing", "empty")
    assert whole["fields"]["responsible"] == whole["fields"]["unit"] == "present"
    out = run(capsys, "check", draft, "--lang", "en")[1]
    assert "Projects 0/2\n  ! P301     The project “พัฒนาการอ่านออกเขียนได้” lacks 2 of its fields:\n" in out
    assert "✓ โครงการครบทุกช่องและยอดตรงกัน 2 จาก 2" in run(capsys, "check", CASES / "projects-complete" / "draft.md")[1]
    assert "รายการรวมกันได้ 50,000 บาท" in run(capsys, "check", CASES / "project-budget-sums" / "draft.md")[1]
    assert "โครงการ (" not in run(capsys, "check", CASES / "complete" / "draft.md")[1]


def test_the_procedure_and_year_given_are_used(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    (found,) = report(capsys, draft, "--procedure", "angthong/policy-analysis", "--year", "๒๕๖๑-๒๕๖๓")["drafts"]
    assert (found["procedure"], found["chosen_by"]) == ("angthong/policy-analysis", "option")
    assert (found["document"]["fiscal_years"], found["document"]["fiscal_years_from"]) == ([2561, 2562, 2563], "option")
    assert "ปีงบประมาณ 2561-2563 (ตามที่ระบุ)" in run(capsys, "check", draft, "--year", "2561-2563")[1]


@pytest.mark.parametrize("year", ["2027", "x", "2570-2569", "-", "25700"])
def test_a_year_that_is_none(capsys: pytest.CaptureFixture[str], draft: Path, year: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(draft), f"--year={year}"])
    assert stopped.value.code == 2
    assert "--year" in capsys.readouterr().err


def test_a_bad_file_does_not_stop_the_others(capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path) -> None:
    broken = tmp_path / "เสีย.docx"
    broken.write_bytes(b"PK\x03\x04")
    status, out, err = run(capsys, "check", tmp_path / "ไม่มี.docx", broken, draft)
    assert (status, err) == (2, "")
    assert "ไม่มี.docx\n? ตรวจไม่ได้: ไม่พบแฟ้มนี้" in out
    assert "เสีย.docx\n? ตรวจไม่ได้: แฟ้มเสียหาย" in out
    assert "ไม่พบสิ่งที่ต้องแก้" in out
    failures = report(capsys, broken, draft)["failures"]
    assert [each["path"] for each in failures] == [str(broken)]
    assert "damaged" in failures[0]["message"]["en"]


def test_a_draft_that_says_nothing_of_itself(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = write_docx(tmp_path / "ก.docx", "<w:p><w:r><w:t>ข้อความ</w:t></w:r></w:p>")
    status, out, _ = run(capsys, "check", path, "--lang", "en")
    assert status == 2
    assert "does not show which procedure" in out
    assert "--procedure angthong/" in out


def test_an_unknown_procedure_in_a_draft(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    draft.write_text("---\nkhumue-procedure: anual-action-plan\n---\n# x\n", encoding="utf-8")
    status, out, _ = run(capsys, "check", draft)
    assert status == 2
    assert "ไม่มีกระบวนงาน “anual-action-plan”" in out
    assert ACTION_PLAN in out


@pytest.mark.parametrize("command", [["check", "x.docx", "--procedure"], ["show"]])
@pytest.mark.parametrize("name", ["anual-action-plan", "angthong/annual-action-plans", "annual-action-plan"])
def test_the_nearest_procedure_is_offered(capsys: pytest.CaptureFixture[str], command: list[str], name: str) -> None:
    status, out, err = run(capsys, *command, name)
    assert (status, out) == (2, "")
    assert ACTION_PLAN in err
    assert name in err


def test_list_and_show(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "list", "--lang", "en")
    assert status == 0
    assert ACTION_PLAN in out
    status, out, _ = run(capsys, "show", ACTION_PLAN)
    assert status == 0
    assert "1. " in out
    assert "วิสัยทัศน์ (อนุมาน)" in out
    assert "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ" in out


@pytest.mark.parametrize("code", ["S101", "s101"])
def test_explain(capsys: pytest.CaptureFixture[str], code: str) -> None:
    status, out, _ = run(capsys, "explain", code)
    assert status == 0
    assert out.startswith("S101 ขาดส่วนของแผน")
    assert "{" not in out
    status, _, err = run(capsys, "explain", "S999", "--lang", "en")
    assert status == 2
    assert "no rule “S999”" in err
    assert "S101" in err


def test_export_is_the_whole_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "export")
    assert status == 0
    exported = json.loads(out)
    assert exported["format"] == "khumue-catalogue/1"
    assert ACTION_PLAN in [each["id"] for each in exported["procedures"]]
    assert {"id": "budget", "requirement": "required"}.items() <= exported["project_fields"][13].items()
    assert all(step["locators"] for each in exported["procedures"] for step in each["steps"])


def test_lint(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "lint")[0] == 0
    data = Path(shutil.copytree(Path(__file__).parents[1] / "procedures", tmp_path / "ข้อมูล"))
    plan = data / "angthong" / "annual-action-plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("\nscope:", "\nscpoe:"), encoding="utf-8")
    status, out, err = run(capsys, "lint", "--procedures", data, "--lang", "en")
    assert (status, out) == (2, "")
    assert "annual-action-plan.yaml" in err
    assert '"scpoe" is not a key here. Did you mean "scope"?' in err
    assert "Traceback" not in err


def test_an_office_keeps_its_own_data(capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path) -> None:
    data = Path(shutil.copytree(Path(__file__).parents[1] / "procedures", tmp_path / "ข้อมูล"))
    (data / "angthong" / "policy-analysis.yaml").unlink()
    faults = run(capsys, "check", draft, "--procedures", data)[2]
    assert "angthong/policy-analysis" in faults  # others feed it
    status, _, err = run(capsys, "check", draft, "--procedures", tmp_path / "ไม่มี")
    assert status == 2
    assert "ไม่มี" in err


def test_the_language_can_be_set_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "khumue", "explain", "S101"]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "KHUMUE_LANG": "en"})
    assert done.stdout.decode().startswith("S101 A part of the plan is missing")


def test_a_closed_pipe_is_no_error(draft: Path) -> None:
    command = f'"{sys.executable}" -m khumue export | head -c 10'
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_is_utf_8_whatever_the_locale(draft: Path) -> None:
    command = [sys.executable, "-m", "khumue", "check", str(draft)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert "ไม่พบสิ่งที่ต้องแก้" in done.stdout.decode()


def test_every_place_of_a_fault_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "แผน.txt"
    cited = "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 12 (พ.ศ. 2560-2564)"
    path.write_text(f"แผนปฏิบัติการประจำปี 2570\n1. วิสัยทัศน์\n{cited}\n2. พันธกิจ\n{cited}\n{cited}\n", encoding="utf-8")
    _, out, _ = run(capsys, "check", path)
    assert "(บรรทัด 3 ใต้หัวข้อ “1. วิสัยทัศน์”)" in out
    assert "พบอีก   2 แห่ง: บรรทัด 5, 6" in out


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "R"], {"R201", "R202", "R203", "R204", "R205"}),
        (["--select", "R203,R204"], {"R203", "R204"}),
        (["--select", "r2", "--ignore", "R204", "--ignore", "R201, R202,R205"], {"R203"}),
        (["--select", "S"], set()),
        (["--select", "R204", "--ignore", "R"], {"R204"}),
        (["--ignore", "R,S,D"], set()),
    ],
)
def test_rules_are_chosen(
    capsys: pytest.CaptureFixture[str], faulty: Path, options: list[str], codes: set[str]
) -> None:
    (found,) = report(capsys, faulty, *options)["drafts"]
    said = {each["code"] for each in found["findings"]}
    assert said <= codes
    assert {code for code in codes if code in ("R203", "R204")} <= said
    assert run(capsys, "check", faulty, *options)[0] == bool(codes)


def test_a_part_of_a_procedures_name_is_enough_to_be_told_it(capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "show", "spending")[2]
    assert "tak2/annual-spending-plan" in said
    assert "tak2/correspondence" not in said


def test_a_name_like_no_procedures_is_told_where_all_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "show", "xyz")[2] == "ไม่มีกระบวนงาน “xyz” วิธีแก้: ดูรหัสของทุกกระบวนงานด้วยคำสั่ง khumue list\n"


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_offers_the_nearest(capsys: pytest.CaptureFixture[str], draft: Path, option: str) -> None:
    status, out, err = run(capsys, "check", draft, option, "R2O4", "--lang", "en")
    assert (status, out) == (2, "")
    assert "no rule “R2O4”" in err
    assert "R204" in err
    assert run(capsys, "check", draft, option, "X")[0] == 2


def test_explain_says_how_to_mend_it_in_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert "1. แท็บมุมมอง (View)" in run(capsys, "explain", "S107")[1]
    assert "2. Drag the heading in the Navigation Pane" in run(capsys, "explain", "S107", "--lang", "en")[1]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--yeer", "2570"], "ไม่มีตัวเลือก / no option --yeer, --year?"),
        (["--year", "2027"], "ใช้ปี พ.ศ. เช่น / use a BE year such as 2570"),
        (["--jobs", "-1"], "ใช้จำนวนตั้งแต่ 0 / use a number from 0"),
        (["--format", "xml"], "'json'"),
    ],
)
def test_a_wrong_option_is_told_in_two_lines(
    capsys: pytest.CaptureFixture[str], draft: Path, options: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(draft), *options])
    assert stopped.value.code == 2
    err = capsys.readouterr().err
    assert said in err
    assert "khumue check --help" in err
    assert err.count("\n") == 2


def test_an_option_before_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--hepl", "lint"])
    assert stopped.value.code == 2
    assert "--help?" in capsys.readouterr().err


def test_the_verdict_comes_first(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    lines = run(capsys, "check", faulty, "--lang", "en")[1].splitlines()
    assert lines[0] == str(faulty)
    assert lines[1] == "✗ Does not pass yet · 3 must be mended · 2 should be mended"
    assert "  Manual: Operations manual: education policy analysis and development (Ang" in lines


def test_an_english_reader_is_told_the_thai_words_to_write(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    draft.write_text(draft.read_text(encoding="utf-8").replace("พันธกิจ", "เรื่องอื่น"), encoding="utf-8")
    out = run(capsys, "check", draft, "--lang", "en")[1]
    assert "The draft has no part “Mission”." in out
    assert "Add the heading “พันธกิจ”" in out


def test_what_is_waived_is_no_cross(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    text = draft.read_text(encoding="utf-8").replace("พันธกิจ", "เรื่องอื่น")
    draft.write_text(f"{text}\n<!-- khumue: ยกเว้น S101 พันธกิจ: อยู่ในแผนพัฒนา -->\n", encoding="utf-8")
    assert "– พันธกิจ (อนุมาน) · ไม่พบ · ยกเว้นแล้ว" in run(capsys, "check", draft)[1]


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    out = capsys.readouterr().out
    for name in ("check", "list", "show", "template", "explain", "export", "schema", "lint"):
        assert f"    {name} " in out
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    out = capsys.readouterr().out
    for option in ("--select", "--ignore", "--jobs", "--config", "--no-config", "--fail-on", "--year"):
        assert option in out


def test_without_a_command_the_help_tells_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert stopped.value.code == 2
    assert "ตรวจร่างแผน" in capsys.readouterr().err


def test_help_fits_a_terminal_of_80_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for command in ([], ["check"], ["template"], ["explain"], ["new"]):
        with pytest.raises(SystemExit):
            main([*command, "--help"])
        assert all(cells(line) <= 80 for line in capsys.readouterr().out.splitlines())


def test_an_unknown_command_is_told_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["chekc", "x.docx"])
    assert stopped.value.code == 2
    assert "explain" in capsys.readouterr().err


def test_what_is_no_longer_used_names_what_took_its_place_if_anything_did(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", CASES / "law-amended-or-replaced" / "draft.md", "--select", "R205")
    _, first, second = close(out).split("ตัดการอ้างนี้ออก")
    assert close("เอกสารที่เกี่ยวข้อง: พระราชบัญญัติส่งเสริมการเรียนรู้ พ.ศ. 2566") in first
    assert "ยังไม่พบเอกสารที่ใช้แทน" in second


def test_files_may_stand_before_and_after_options(
    capsys: pytest.CaptureFixture[str], draft: Path, faulty: Path
) -> None:
    together = run(capsys, "check", draft, faulty, "--lang", "en", "--no-config")
    assert run(capsys, "check", draft, "--lang", "en", faulty, "--no-config") == together
    with pytest.raises(SystemExit) as caught:
        main(["check", str(draft), "--lnag", "en"])
    assert caught.value.code == 2
    assert "--lang?" in capsys.readouterr().err
