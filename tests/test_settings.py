"""Settings files: found, read, refused in words; and what counts where several places say something."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from drafts import COMPLETE
from khumue.cli import main
from khumue.document import DraftError
from khumue.messages import load_messages
from khumue.settings import SettingsSource, find_settings
from khumue.settingsfile import read_settings
from reading import close

KNOWN = load_messages().rules


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder under a Thai name in a repository, so that no settings above are found."""
    (tmp_path / ".git").mkdir()
    inner = tmp_path / "ร่าง ปี ๒๕๗๐" / "กลุ่มนโยบาย"
    inner.mkdir(parents=True)
    return inner


@pytest.fixture
def draft(folder: Path) -> Path:
    """A draft without a vision (S101 warning) and with plan no. 12 (R204 error)."""
    path = folder / "แผนปฏิบัติการ ๒๕๗๐.md"
    text = COMPLETE.replace("## 3.1 วิสัยทัศน์", "## 3.1 เรื่องอื่น")
    path.write_text(text.replace("ฉบับที่ 13 (พ.ศ. 2566-2570)", "ฉบับที่ 12 (พ.ศ. 2560-2564)"), encoding="utf-8")
    return path


def write(folder: Path, text: str, name: str = "khumue.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main(["check", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def report(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    return json.loads(run(capsys, *arguments, "--format", "json")[1])


def codes(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    return [each["code"] for each in report(capsys, *arguments)["drafts"][0]["findings"]]


# --- where ----------------------------------------------------------------------------------------------------------


def test_the_nearest_file_counts(folder: Path) -> None:
    assert find_settings(folder) is None
    top = write(folder.parent, "[tool.khumue]\nyear = 2570\n", "pyproject.toml")
    assert find_settings(folder) == top
    beside = write(folder.parent, "")
    assert find_settings(folder) == beside
    own = write(folder, "[tool.khumue]\n", "pyproject.toml")
    assert find_settings(folder) == own


def test_a_pyproject_of_others_is_passed_by(folder: Path) -> None:
    write(folder, "[tool.ruff]\n", "pyproject.toml")
    above = write(folder.parent, "")
    assert find_settings(folder) == above


def test_a_pyproject_that_cannot_be_read_is_passed_by(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    write(folder, "[tool.khumue]\n", "pyproject.toml")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert find_settings(folder) is None


def test_the_search_ends_at_the_repository(folder: Path) -> None:
    write(folder.parent, "")
    (folder / ".git").mkdir()
    assert find_settings(folder) is None


def test_drafts_of_two_folders_have_their_own_settings(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    other = draft.parent.parent / "อื่น"
    other.mkdir()
    copy = other / draft.name
    copy.write_bytes(draft.read_bytes())
    write(draft.parent, 'ignore = ["S"]')
    write(other, 'ignore = ["R"]')
    found = [[each["code"] for each in one["findings"]] for one in report(capsys, draft, copy)["drafts"]]
    assert found == [["R204"], ["S101"]]


def test_a_file_may_be_named_or_none_wanted(capsys: pytest.CaptureFixture[str], draft: Path, tmp_path: Path) -> None:
    write(draft.parent, 'ignore = ["S"]')
    given = write(tmp_path, 'ignore = ["R"]', "ตั้งค่า.toml")
    assert codes(capsys, draft) == ["R204"]
    assert codes(capsys, draft, "--config", given) == ["S101"]
    assert codes(capsys, draft, "--no-config") == ["R204", "S101"]
    status, _, err = run(capsys, draft, "--config", tmp_path / "ไม่มี.toml")
    assert status == 2
    assert "ไม่มี.toml" in err


# --- what -----------------------------------------------------------------------------------------------------------


def test_every_setting_is_used(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    write(
        draft.parent,
        """
        procedure = "angthong/policy-analysis"
        year = "๒๕๖๑-๒๕๖๓"
        select = ["R"]
        fail-on = "never"
        lang = "en"
        jobs = 1
        """,
    )
    status, out, _ = run(capsys, draft)
    assert status == 0
    assert "[angthong/policy-analysis] (as the settings say)" in out
    assert "Fiscal year 2561-2563 (as the settings say)" in out
    assert "S10" not in out
    write(draft.parent, 'format = "json"')
    assert json.loads(run(capsys, draft)[1])["format"] == "khumue-report/1"


def test_a_data_folder_is_named_from_the_settings_file(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    write(draft.parent, 'procedures = "../ข้อมูลของเรา"')
    status, _, err = run(capsys, draft)
    assert status == 2
    assert "ข้อมูลของเรา" in err
    assert run(capsys, draft, "--procedures", Path(__file__).parents[1] / "procedures")[0] == 1


def test_files_have_their_own_settings(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    write(
        draft.parent.parent,
        """
        ignore = ["S"]
        [per-file]
        "แผน*.md" = {ignore = ["R"], year = 2560}
        "กลุ่มอื่น/*" = {ignore = []}
        """,
    )
    (found,) = report(capsys, draft)["drafts"]
    assert [each["code"] for each in found["findings"]] == ["S101"]
    assert found["document"]["fiscal_years"] == [2560]
    write(draft.parent.parent, '[per-file]\n"กลุ่มนโยบาย/*.md" = {select = ["S"]}')
    assert codes(capsys, draft) == ["S101"]


def test_in_pyproject_the_table_is_tool_khumue(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    text = '[project]\nname = "x"\n[tool.khumue]\nignore = ["S"]\n[tool.khumue.per-file]\n"*" = {year = 2560}\n'
    write(draft.parent, text, "pyproject.toml")
    (found,) = report(capsys, draft)["drafts"]
    assert "S101" not in [each["code"] for each in found["findings"]]
    assert found["document"]["fiscal_years_from"] == "settings"


def test_the_command_comes_before_the_draft_and_the_draft_before_the_file(
    capsys: pytest.CaptureFixture[str], draft: Path
) -> None:
    write(draft.parent, 'procedure = "angthong/policy-analysis"\nyear = 2560\nignore = ["R"]\nlang = "en"')
    (found,) = report(capsys, draft)["drafts"]
    assert (found["procedure"], found["chosen_by"]) == ("angthong/policy-analysis", "settings")
    said = "---\nkhumue-procedure: angthong/annual-action-plan\nkhumue-year: ๒๕๗๐\nkhumue-ignore: S\n---\n"
    draft.write_text(said + draft.read_text(encoding="utf-8"), encoding="utf-8")
    (found,) = report(capsys, draft)["drafts"]
    assert (found["procedure"], found["chosen_by"]) == ("angthong/annual-action-plan", "front-matter")
    assert (found["document"]["fiscal_years"], found["document"]["fiscal_years_from"]) == ([2570], "document")
    assert [each["code"] for each in found["findings"]] == ["R204"]
    options = ["--procedure", "tak2/annual-action-plan", "--year", "2561", "--ignore", "S,R2", "--lang", "th"]
    (found,) = report(capsys, draft, *options)["drafts"]
    assert (found["procedure"], found["chosen_by"]) == ("tak2/annual-action-plan", "option")
    assert (found["document"]["fiscal_years"], found["document"]["fiscal_years_from"]) == ([2561], "option")
    assert found["findings"] == []


def test_waivers_of_the_settings(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    write(
        draft.parent,
        """
        [[waive]]
        code = "S101"
        part = "วิสัยทัศน์"
        file = "แผน*.md"
        reason = "ใช้วิสัยทัศน์ของแผนห้าปี"
        [[waive]]
        code = ["R204"]
        file = "อื่น*"
        reason = "เป็นประวัติ"
        """,
    )
    status, out, _ = run(capsys, draft)
    assert status == 1
    assert "ยกเว้นแล้ว (1)" in out
    assert close("เหตุผล ใช้วิสัยทัศน์ของแผนห้าปี (ในแฟ้มตั้งค่า)") in close(out)
    assert codes(capsys, draft) == ["R204"]


# --- refused --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("yaer = 2570", ["yaer", "year"]),
        ('[per-file]\n"แผน*" = {igonre = ["S"]}', ["per-file.แผน*.igonre", "ignore"]),
        ("[[waive]]\ncodes = 'S101'", ["waive[1].codes", "code"]),
        ("year = 2027", ["year", "2027", "2566-2570"]),
        ("year = true", ["year", "true"]),
        ("procedure = 3", ["procedure", "3", "angthong/annual-action-plan"]),
        ('procedure = " "', ["procedure", "angthong/annual-action-plan"]),
        ('select = "S1O1"', ["select", "S1O1", "S101"]),
        ("ignore = [3]", ["ignore", "[3]", "S107"]),
        ("ignore = 3", ["ignore", "S107"]),
        ('fail-on = "eror"', ["fail-on", "eror", '"error"']),
        ('lang = "thai"', ["lang", "thai", '"th"']),
        ('format = "jsn"', ["format", "jsn", '"json"']),
        ("ocr = 1", ["ocr", "1", "true"]),
        ("jobs = -1", ["jobs", "-1"]),
        ("jobs = true", ["jobs", "true"]),
        ("per-file = 3", ["per-file", "3"]),
        ("per-file = {a = 3}", ["per-file.a", "3"]),
        ("waive = 3", ["waive", "3"]),
        ("waive = [3]", ["waive[1]", "3"]),
        ('[[waive]]\ncode = "S101"', ["waive[1]", "reason"]),
        ('[[waive]]\nreason = "x"', ["waive[1]", "code"]),
        ('[[waive]]\ncode = "S10"\nreason = "x"', ["waive[1].code", "S10", "S101"]),
        ("year = 2570\nselect = [", ["2"]),
        ("a = 1\na = 2", ["2"]),
    ],
)
@pytest.mark.parametrize("language", ["th", "en"])
def test_what_cannot_be_used_is_told_with_file_and_key(
    capsys: pytest.CaptureFixture[str], draft: Path, text: str, told: list[str], language: str
) -> None:
    path = write(draft.parent, text)
    status, out, err = run(capsys, draft, "--lang", language)
    assert (status, out) == (2, "")
    assert str(path) in err
    assert err.count("\n") == 1
    for each in told:
        assert each in err.replace(str(path), "")


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    path = folder / "khumue.toml"
    path.write_bytes(b'year = 2570\nlang = "\xff"\n')
    with pytest.raises(DraftError) as caught:
        read_settings(path, KNOWN)
    assert (caught.value.problem, caught.value.values["line"]) == ("settings-syntax", 2)


@pytest.mark.parametrize("text", ["tool = 3", "[tool]\nkhumue = 3  # tool.khumue"])
def test_a_pyproject_whose_table_is_none(folder: Path, text: str) -> None:
    with pytest.raises(DraftError, match="settings-value"):
        read_settings(write(folder, text, "pyproject.toml"), KNOWN)


def test_an_unknown_procedure_names_the_file(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    path = write(draft.parent, 'procedure = "annual-action-plan"')
    status, out, _ = run(capsys, draft)
    assert status == 2
    assert close(f"{path}: ค่าของ “procedure” ใช้ไม่ได้") in close(out)
    assert "angthong/annual-action-plan" in out


def test_bad_settings_of_a_later_folder_cost_only_its_drafts(capsys: pytest.CaptureFixture[str], draft: Path) -> None:
    other = draft.parent.parent / "อื่น"
    other.mkdir()
    copy = other / draft.name
    copy.write_bytes(draft.read_bytes())
    path = write(other, "yaer = 2570")
    found = report(capsys, draft, copy)
    assert [each["document"]["path"] for each in found["drafts"]] == [str(draft)]
    assert str(path) in found["failures"][0]["message"]["th"]


@pytest.mark.parametrize(("setting", "told"), [("khumue-year: ปีหน้า", "“ปีหน้า”"), ("khumue-ignore: S1O1", "“S1O1”")])
def test_what_a_draft_says_wrongly_of_itself(
    capsys: pytest.CaptureFixture[str], draft: Path, setting: str, told: str
) -> None:
    draft.write_text(f"---\n{setting}\n---\n{COMPLETE}", encoding="utf-8")
    status, out, _ = run(capsys, draft)
    assert status == 2
    assert told in out


# --- cost -----------------------------------------------------------------------------------------------------------


def test_settings_are_read_once_a_folder(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(draft.parent, "year = 2570")
    source = SettingsSource(KNOWN)
    first = source.settings_for(draft)
    (draft.parent / "khumue.toml").unlink()
    assert source.settings_for(draft.with_name("อื่น.md")) is first


def test_toml_is_loaded_only_for_a_file(draft: Path) -> None:
    code = "import sys; from khumue.cli import main; main(sys.argv[1:]); print('tomllib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, "check", str(draft)], capture_output=True, check=True)
    assert done.stdout.decode().strip().endswith("False")
