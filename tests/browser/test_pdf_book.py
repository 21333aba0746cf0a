"""The whole handbook as a PDF: contents with the right pages, outline, title, language; a line where no browser is."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser

import make_pdf
from khumue.model import LANGUAGES
from khumue.readers import read_draft
from khumue.site import handbook
from khumue.thai import skeleton
from site_build import build_site
from site_catalogue import CATALOGUE

pytestmark = pytest.mark.browser
TITLES = {"th": "คู่มืองานแผนการศึกษา", "en": "Education Planning Handbook"}
CONTENTS = {"th": "สารบัญ", "en": "Contents"}


@pytest.fixture(scope="module")
def books(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the PDF files, made from a small site (with a browser, or the tests are skipped)."""
    folder = tmp_path_factory.mktemp("เล่ม")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handbook, "load_catalogue", lambda _: CATALOGUE)
        site = build_site(folder / "เว็บ", offline=True)
    assert make_pdf.main(str(site), str(folder / "pdf")) == 0
    assert not list(site.rglob(".book*"))
    return folder / "pdf"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_name_the_page_on_which_each_part_begins(books: Path, language: str) -> None:
    file = books / f"khumue-{language}.pdf"
    with pypdfium2.PdfDocument(file) as document:
        assert document.get_metadata_dict()["Title"] == TITLES[language]
        outline = [(mark.level, mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()]
        assert [round(side) for side in document[0].get_size()] == [595, 842]
    assert not [title for _, title, _ in outline if title[: len(title) // 2] * 2 == title]
    parts = [(title, number) for level, title, number in outline if level == 0]
    assert len(parts) == 6
    draft = read_draft(file)
    lines = [skeleton(block.text) for block in draft.blocks if block.place.page in {2, 3, 4}]
    assert skeleton(CONTENTS[language]) in lines
    joined = "".join(lines)  # a short title and its number, far apart, are two lines to the reader
    for title, number in parts:
        assert any(
            joined[at.end() :].startswith(str(number)) for at in re.finditer(re.escape(skeleton(title)), joined)
        ), title
    assert f"/Lang ({language})".encode() in file.read_bytes()


def test_without_a_browser_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert make_pdf.main(str(tmp_path), str(tmp_path / "pdf")) == 0
    out = capsys.readouterr().out
    assert "ไม่พบ Chromium" in out
    assert "No Chromium" in out
    assert len(out.splitlines()) == 1
    assert not (tmp_path / "pdf").exists()
