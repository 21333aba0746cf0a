"""The pages as plain Markdown: another reader of Markdown finds the same text, headings, links and boxes to tick."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
import yaml
from bs4 import BeautifulSoup
from markdown import markdown
from markdown_it import MarkdownIt

from khumue import site_command
from khumue.cli import main
from khumue.flowchart import FlowchartError
from khumue.model import LANGUAGES, Language
from khumue.site.calendar_files import calendar_files
from khumue.site.forms import form_path
from khumue.site.pages import build_pages
from khumue.site.plain import plain_files
from site_catalogue import CATALOGUE, MARKUP, RULES
from site_html import Html

PLAN = "procedures/angthong/annual-action-plan.md"
BOTH = pytest.mark.parametrize("language", LANGUAGES)
ANCHOR = re.compile(r" \{#([\w-]+)\}$", re.MULTILINE)


@cache
def files(language: Language) -> dict[str, str]:
    return dict(plain_files(build_pages(CATALOGUE, RULES, language).values(), language, {}))


def parts(path: str, language: Language) -> tuple[dict[str, str], str]:
    """The front matter and the Markdown of a page."""
    _, matter, body = files(language)[path].split("---\n", 2)
    return yaml.safe_load(matter), body


def pages(language: Language) -> Iterator[tuple[str, str]]:
    return ((path, parts(path, language)[1]) for path in files(language) if path.endswith(".md"))


def read(body: str) -> Html:
    """The page as a CommonMark reader with tables shows it."""
    return Html(MarkdownIt("commonmark").enable("table").render(ANCHOR.sub("", body)))


def anchors(body: str) -> set[str]:
    return {*ANCHOR.findall(body), *re.findall(r'<a id="([^"]+)">', body)}


def words(text: str) -> str:
    """The text without spaces and boxes to tick."""
    return re.sub(r"\s+|\[ \]", "", text)


@BOTH
def test_a_page_says_its_title_and_language_before_its_text(language: Language) -> None:
    for page in build_pages(CATALOGUE, RULES, language).values():
        matter, body = parts(page.path, language)
        assert matter == {"title": page.title, "description": page.description, "lang": language}
        assert body.startswith("\n# ")
        assert body.endswith("\n")
        assert not body.endswith("\n\n")


def test_a_page_names_the_addresses_that_it_had() -> None:
    pages = build_pages(CATALOGUE, RULES, "th").values()
    written = dict(plain_files(pages, "th", {"procedures/angthong/เก่า.md": PLAN}))
    assert yaml.safe_load(written[PLAN].split("---\n", 2)[1])["aliases"] == ["/th/procedures/angthong/เก่า/"]
    assert "aliases" not in written["roles/index.md"].split("---\n", 2)[1]


@BOTH
def test_another_reader_finds_the_same_text(language: Language) -> None:
    for page in build_pages(CATALOGUE, RULES, language).values():
        text = re.sub(r'<figure.*?</figure>|<ul class="jump".*?</ul>', "", page.markdown, flags=re.DOTALL)
        page_html = BeautifulSoup(markdown(text, extensions=["attr_list", "md_in_html", "tables"]), "html.parser")
        for tag in page_html.select("[hidden], .ticking, .trainer-sheet"):
            tag.decompose()
        html = str(page_html)
        expected = Html(re.sub(r'(<li value="(\d+)"[^>]*>)', r"\1\2. ", html))  # Markdown has the number in the text
        shown = read(parts(page.path, language)[1])
        assert words(shown.text) == words(expected.text), page.path
        assert [words(tag.text) for level in "123" for tag in shown.find(f"h{level}")] == [
            words(tag.text) for level in "123" for tag in expected.find(f"h{level}")
        ]


@BOTH
def test_nothing_is_left_of_one_generator_or_theme(language: Language) -> None:
    for path, body in pages(language):
        tags = set(re.findall(r"(?<!\\)<([a-z]+)[^>]*>", body))
        assert tags <= {"a"}, path
        assert "markdown" not in re.sub(r"\\.", "", body), path
        assert "{:" not in body.replace("\\", "").replace(MARKUP, ""), path


@BOTH
def test_every_link_leads_to_a_file_and_an_anchor_that_were_written(language: Language) -> None:
    written = files(language) | dict.fromkeys(map(form_path, CATALOGUE.procedures), "")
    written |= dict.fromkeys((path for path, _ in calendar_files(CATALOGUE, language)), "")
    for path, body in pages(language):
        page = read(body)
        addresses = page.links + [tag.attributes["src"] for tag in page.find("img")]
        for address in addresses:
            link = urlsplit(address)
            if link.scheme:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link.path)) if link.path else path
            assert target in written, f"{path}: {address}"
            assert not link.fragment or link.fragment in anchors(written[target]), f"{path}: {address}"


@BOTH
def test_required_parts_are_boxes_to_tick(language: Language) -> None:
    _, body = parts(PLAN, language)
    procedure = CATALOGUE.procedures[PLAN.removeprefix("procedures/").removesuffix(".md")]
    assert procedure.document
    boxes = re.findall(r"^(?:\d+\.|-) \[ \] <a id", body, re.MULTILINE)
    assert len(boxes) == len(procedure.document.sections) + len(procedure.document.references)


@BOTH
def test_a_chart_is_a_picture_with_its_own_style(language: Language) -> None:
    _, body = parts(PLAN, language)
    found = re.search(r"!\[([^]]+)\]\(annual-action-plan\.svg\)", body)
    assert found
    drawing = ET.fromstring(files(language)[PLAN.replace(".md", ".svg")])
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    assert drawing.findtext("{*}title") == found[1]
    assert "--flow-paper" in drawing.findtext("{*}style", "")
    assert "</style>" not in drawing.findtext("{*}style", "")


@BOTH
@pytest.mark.parametrize(
    ("path", "rule"), [("concepts/plans", ".band-head"), ("handovers", ".map-count"), ("calendar", ".stated")]
)
def test_maps_and_the_wheel_have_theirs(language: Language, path: str, rule: str) -> None:
    drawing = ET.fromstring(files(language)[f"{path}.svg"])
    assert drawing.findtext("{*}title")
    assert drawing.findtext("{*}desc")
    assert rule in drawing.findtext("{*}style", "")


def test_steps_of_a_role_keep_their_numbers() -> None:
    bodies = [body for path, body in pages("en") if path.startswith("roles/")]
    numbers = [set(re.findall(r"^\s*- (\d+)\\\. \[", body, re.MULTILINE)) for body in bodies]
    assert any({"1", "2"} <= each for each in numbers)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_command, "load_catalogue", lambda _: CATALOGUE)
    monkeypatch.setattr(site_command, "load_rules", lambda: RULES)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main(["site", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def left(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.usefixtures("small")
def test_both_languages_are_written_into_a_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "หน้า คู่มือ"
    status, out, err = run(capsys, "--to", target)
    assert (status, err) == (0, "")
    assert str(target) in out
    assert "ภาษาไทย (th/)" in out
    names = [path for path in left(target) if path.endswith((".md", ".svg"))]
    assert f"th/{form_path('angthong/annual-action-plan')}" in left(target)
    assert sorted(f"{language}/{path}" for language in LANGUAGES for path in files(language)) == names
    assert (target / "en" / PLAN).read_text(encoding="utf-8") == files("en")[PLAN]
    assert all(b"\r" not in (target / name).read_bytes() for name in names)


@pytest.mark.usefixtures("small")
def test_what_is_there_is_replaced_only_when_asked_and_the_rest_stays(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = tmp_path / "โน้ต.txt"
    own.write_text("ของฉัน", encoding="utf-8")
    status, out, err = run(capsys, "--to", tmp_path)
    assert (status, out) == (2, "")
    assert "ไม่ว่าง" in err
    assert len(err.splitlines()) == 1
    assert left(tmp_path) == [own.name]
    old = tmp_path / "th" / "glossary.md"
    old.parent.mkdir()
    old.write_text("เก่า", encoding="utf-8")
    status, out, _ = run(capsys, "--to", tmp_path, "--force", "--lang", "en")
    assert status == 0
    assert "pages" in out
    assert own.read_text(encoding="utf-8") == "ของฉัน"
    assert old.read_text(encoding="utf-8") == files("th")["glossary.md"]
    assert not [name for name in left(tmp_path) if name.endswith(".part")]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize(
    ("target", "said"),
    [("ไม่มี/หน้า", "ไม่มีโฟลเดอร์"), ("แฟ้ม", "เป็นแฟ้ม ไม่ใช่โฟลเดอร์"), ("ก" * 90, "ยาวเกินไป"), ("แฟ้ม/ใน", "ไม่มีโฟลเดอร์")],
)
def test_a_bad_folder_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, target: str, said: str, force: list[str]
) -> None:
    (tmp_path / "แฟ้ม").write_text("", encoding="utf-8")
    status, out, err = run(capsys, "--to", tmp_path / target, *force)
    assert (status, out) == (2, "")
    assert said in err
    assert target in err
    assert len(err.splitlines()) == 1
    assert left(tmp_path) == ["แฟ้ม"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.usefixtures("small")
def test_a_folder_that_may_not_be_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    closed = tmp_path / "ปิด"
    closed.mkdir(mode=0o500)
    status, _, err = run(capsys, "--to", closed)
    assert status == 2
    assert "ไม่มีสิทธิ์เขียน" in err


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("there", [True, False])
def test_nothing_is_left_of_what_cannot_be_finished(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: bool
) -> None:
    def full(_: object, language: Language, __: object) -> Iterator[tuple[str, str]]:
        yield from list(files(language).items())[:3]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("khumue.site.plain.plain_files", full)
    target = tmp_path / "หน้า"
    if there:
        target.mkdir()
    status, out, err = run(capsys, "--to", target)
    assert (status, out) == (2, "")
    assert "ดิสก์หรือโควตาเต็ม" in err
    assert left(tmp_path) == (["หน้า"] if there else [])


@pytest.mark.usefixtures("small")
def test_a_missing_library_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def missing(*_: object) -> None:
        raise FlowchartError('the library "pygraphviz" cannot be loaded')

    monkeypatch.setattr("khumue.site.pages.build_pages", missing)
    status, _, err = run(capsys, "--to", tmp_path / "หน้า")
    assert status == 2
    assert "pygraphviz" in err
    assert "make setup" in err
    assert left(tmp_path) == []
