"""The page for an office that puts its own manual in, followed by its words alone."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, normpath

import pytest

from khumue.catalogue import load_catalogue
from khumue.cli import main
from khumue.model import LANGUAGES
from khumue.site.forms import form_path
from khumue.site.handbook import read_handbook
from khumue.vocabulary import Language
from site_build import build_site
from tutorial import ROOT, answers, blocks, change, fresh_copy, run

PAGES: dict[Language, Path] = {"th": ROOT / "docs/th/adopt.md", "en": ROOT / "docs/en/adopt.md"}
SITE = "make site\n"


@pytest.mark.parametrize("language", PAGES)
def test_every_command_gives_the_answer_that_the_page_shows(language: Language, tmp_path: Path) -> None:
    """The site of both languages is built once, by the commands of the Thai page."""
    folder, answer = fresh_copy(tmp_path), ""
    for block in blocks(PAGES[language]):
        if block.kind == "diff":
            change(folder, block.text)
        elif block.kind == "text":
            assert answers(block.text, answer), answer
        elif block.text == SITE and language == "en":
            answer = ".venv/bin/mkdocs build --quiet --strict\n"
        else:
            answer = run(block.text, folder, language)
    assert (folder / "plan.docx").is_file()
    if language == "th":
        page = folder / "site/procedures/tuayang/annual-action-plan/index.html"
        assert "วิเคราะห์งบประมาณและนโยบาย" in page.read_text(encoding="utf-8")
        english = folder / "site/en/procedures/tuayang/annual-action-plan/index.html"
        assert "Analyse the budget and policies" in english.read_text(encoding="utf-8")


def test_both_pages_have_the_same_commands_changes_and_minutes() -> None:
    def done(page: Path) -> list[tuple[str, str]]:
        return [(block.kind, block.text) for block in blocks(page) if block.kind != "text"]

    def minutes(page: Path) -> list[int]:
        return [int(each) for each in re.findall(r"\| (\d+) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)]

    assert done(PAGES["th"]) == done(PAGES["en"])
    assert minutes(PAGES["th"]) == minutes(PAGES["en"])
    assert sum(minutes(PAGES["th"])) == 30


def test_every_command_is_followed_by_what_to_expect_or_is_known_to_say_nothing_of_use() -> None:
    """`list` prints all procedures, `make setup` what pip says."""
    kinds = [(block.kind, block.text) for block in blocks(PAGES["en"])]
    silent = [text for (kind, text), (after, _) in pairwise(kinds) if not kind and after != "text"]
    assert silent == ["make setup\n", ".venv/bin/khumue list\n"]


def test_the_site_is_built_from_an_office_s_own_folder() -> None:
    minimal = ROOT / "tests/data/minimal"
    book = read_handbook("th", procedures=minimal)
    assert [*book.catalogue.procedures] == [*load_catalogue(minimal).procedures]
    assert "procedures/office/plan.md" in book.pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_handbook_of_one_office_alone_has_no_broken_link(language: Language, tmp_path: Path) -> None:
    """From generated pages and from those written by hand."""
    folder = tmp_path / "data"
    plan = "tuayang/annual-action-plan"
    command = ["new", plan, "--from", "angthong/annual-action-plan", "--alone", "--procedures", str(folder)]
    assert main(command) == 0
    book = read_handbook(language, procedures=folder)
    own = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / language).glob("*.md")}
    texts = {**own, **{page.path: page.markdown for page in book.pages.values()}}
    made = {*texts, form_path(plan)}
    links = [
        (path, normpath(f"{dirname(path)}/{target}".lstrip("/")))
        for path, text in texts.items()
        for target in re.findall(r"(?:\]\(|href=\")([^)\"#:]+\.(?:md|docx|ics))", text)
    ]
    assert len(links) > 1000
    assert [(path, target) for path, target in links if target not in made and "/samples/" not in target] == []
    page = texts[f"procedures/{plan}.md"]
    assert all(said not in page for said in {"th": ["ทบทวนข้อมูลล่าสุด"], "en": ["Last reviewed"]}[language])
    assert {"th": "ยังรอเติม 65 แห่ง", "en": "65 places are still to be filled in"}[language] in page
    assert not any("angthong" in page.markdown for page in book.pages.values())


@pytest.mark.parametrize(
    ("folder", "said"), [("missing", "There is no such folder of data."), ("docs", "This is no folder of data")]
)
def test_a_site_of_what_is_no_data_folder_is_one_sentence_in_each_language(
    folder: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PROCEDURES", folder)
    with pytest.raises(SystemExit):
        build_site(tmp_path / "site")
    thai, english = caplog.text.splitlines()[-2:]
    assert f"{folder}: {said}" in english
    assert re.search("[ก-๙]", thai)
    assert not (tmp_path / "site").exists()


def test_the_configuration_takes_the_folder_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs.config import load_config

    monkeypatch.setenv("PROCEDURES", "tests/data/minimal")
    assert load_config(str(ROOT / "mkdocs.yml")).extra["procedures"] == "tests/data/minimal"
    monkeypatch.delenv("PROCEDURES")
    assert load_config(str(ROOT / "mkdocs.yml")).extra["procedures"] == ""
