"""What Python programs import: exported, documented, typed, and the same report as the command's."""

from __future__ import annotations

import doctest
import inspect
import json
import pickle
import pkgutil
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import khumue
from allresults import CASES, SAMPLE
from khumue import CheckError, DataError, DraftReport, Failure, check, check_files, library, load_catalogue, render
from khumue.cli import main
from khumue.frozen import fields, is_frozen
from khumue.vocabulary import Language

ROOT = Path(__file__).parents[1]
PAGES = {language: ROOT / "docs" / language / "library.md" for language in ("th", "en")}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample draft, as in the examples."""
    shutil.copy(SAMPLE, tmp_path / "แผน.docx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", PAGES)
def test_the_examples_are_true(language: str) -> None:
    page = re.sub("^```.*$", "", PAGES[language].read_text(encoding="utf-8"), flags=re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest(page, {}, language, str(PAGES[language]), 0)
    said: list[str] = []
    found = doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert "".join(said) == ""
    assert found.attempted > 20


@pytest.mark.parametrize("language", PAGES)
def test_exports_and_documentation_are_one_set(language: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", PAGES[language].read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(name for name, _ in rows) == sorted(khumue.__all__)
    for name, text in rows:
        thing = getattr(khumue, name)
        if is_frozen(thing):
            listed = text.partition(": ")[2]
            named = re.findall(r"`(\w+)(?:\(\))?`", listed)
            assert named, name
            assert all(each in fields(thing) or hasattr(thing, each) for each in named), name


def test_exports_are_those_of_the_library() -> None:
    assert khumue.__all__ == sorted(khumue.__all__)
    assert set(khumue.__all__) == {*library.__all__, "__version__"}
    assert set(khumue.__all__) <= set(dir(khumue))
    for name in library.__all__:
        thing = getattr(khumue, name)
        assert thing is getattr(library, name)
        assert inspect.getdoc(thing), name
        if inspect.isfunction(thing):
            hints = inspect.signature(thing)
            assert hints.return_annotation is not inspect.Signature.empty
            assert all(each.annotation is not inspect.Parameter.empty for each in hints.parameters.values())


def test_no_module_has_the_name_of_an_export() -> None:
    modules = {module.name for module in pkgutil.iter_modules(khumue.__path__)}
    assert not modules & set(khumue.__all__)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'chek'"):
        khumue.chek  # noqa: B018


def test_importing_the_package_loads_nothing_of_it() -> None:
    program = "import sys, khumue; print(sorted(name for name in sys.modules if name.startswith('khumue')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT / "lib")
    assert done.stdout.strip() == "['khumue']"


def test_the_report_is_the_one_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "แผน.docx", "--format", "json", "--year", "2571"])
    assert capsys.readouterr().out == render(check("แผน.docx", year=2571), "json")


def test_settings_hold_unless_they_are_left_out(folder: Path) -> None:
    (folder / "khumue.toml").write_text('ignore = ["S103"]\n', encoding="utf-8")
    (folder / "อื่น.toml").write_text('ignore = ["R"]\n', encoding="utf-8")

    def codes(settings: str | bool) -> list[str]:
        return [finding.code for finding in check("แผน.docx", settings=settings).findings]

    assert codes(True) == ["R204"]
    assert codes(False) == ["S103", "R204"]
    assert codes("อื่น.toml") == ["S103"]


def test_a_draft_that_cannot_be_checked_raises_its_failure(folder: Path) -> None:
    (folder / "ว่าง.docx").touch()
    with pytest.raises(CheckError, match=r"^ว่าง\.docx: The file is empty\. Save the draft again") as raised:
        check(Path("ว่าง.docx"))
    assert raised.value.failure.message.th == "แฟ้มว่าง ไม่มีข้อมูล"
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_arguments_that_are_wrong_say_so_at_once(folder: Path) -> None:
    with pytest.raises(ValueError, match="2566-2570: 2027"):
        check_files([], year=2027)
    with pytest.raises(ValueError, match=r"'annual-action-plans'; the nearest are .*angthong/annual-action-plan"):
        check("แผน.docx", procedure="annual-action-plans")
    with pytest.raises(ValueError, match="no format 'word'; there are text, html, json"):
        render([], "word")
    (folder / "ข้อมูล").mkdir()
    with pytest.raises(DataError):
        check("แผน.docx", procedures=folder / "ข้อมูล")


def test_an_own_data_folder() -> None:
    own = str(ROOT / "tests" / "data" / "minimal")
    (name,) = load_catalogue(own).procedures
    assert name not in load_catalogue().procedures
    report = check("แผน.docx", procedure=name, procedures=own)
    assert report.procedure == name
    assert name in render(report, procedures=own)


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_and_folders_come_in_order(folder: Path, jobs: int) -> None:
    (folder / "ร่าง").mkdir()
    for number, case in enumerate(("complete", "sections-missing-empty-placeholder", "section-twice")):
        shutil.copy(CASES / case / "draft.md", folder / "ร่าง" / f"{number}.md")
    results = [*check_files(["ไม่มี.pdf", Path("ร่าง")], jobs=jobs)]
    assert isinstance(results[0], Failure)
    names = [Path(each.document.path).name for each in results if isinstance(each, DraftReport)]
    assert names == ["0.md", "1.md", "2.md"]
    assert [Path(each.document.path).name for each in check_files("ร่าง") if isinstance(each, DraftReport)] == names


def test_processes_can_be_asked_for_in_a_thread() -> None:
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.extend(check_files(["แผน.docx", "แผน.docx"], jobs=2)))
    thread.start()
    thread.join()
    assert [type(each) for each in results] == [DraftReport, DraftReport]


@pytest.mark.parametrize(
    ("language", "text", "github"),
    [("th", "ต้องแก้ 2", "ต้องแก้ 2"), ("en", "2 must be mended", "must be mended 2")],
)
def test_reports_in_both_languages(language: Language, text: str, github: str) -> None:
    report = check("แผน.docx")
    assert text in render(report, language=language)
    assert github in render([report], "github", language=language)
    sarif = json.loads(render(report, "sarif", language=language, handbook="https://example.go.th/khumue"))
    assert sarif["runs"][0]["tool"]["driver"]["informationUri"].startswith("https://example.go.th/khumue/")
