"""A procedure on paper: A4, whole steps, whole boxes, no navigation, numbered pages."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from browsing import FOLDERS, Reader
from khumue.readers import read_draft
from khumue.thai import skeleton

pytestmark = pytest.mark.browser

PROCEDURES = pytest.mark.parametrize(
    "path", ["procedures/angthong/annual-action-plan/", "procedures/uttaradit2/annual-action-plan/"]
)
TEXTS = """[...document.querySelectorAll("%s")].map(each => each.innerText.trim())"""


def pages_of(page: Page, folder: Path) -> list[str]:
    """The skeleton of each printed page's text, numbers of the pages left out.

    Chromium's PDF has some Thai clusters twice in its text: the reader of drafts mends that.
    """
    file = folder / "พิมพ์.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    document = read_draft(file)
    assert document.pages
    texts = [""] * document.pages
    for block in document.blocks:
        texts[(block.place.page or 1) - 1] += skeleton(block.text)
    return texts


@FOLDERS
@PROCEDURES
def test_every_step_is_whole_on_one_page(reader: Reader, folder: str, path: str, tmp_path: Path) -> None:
    page = reader.open(folder + path)
    titles, ends = (
        page.evaluate(TEXTS % ".step h3"),
        page.evaluate(TEXTS % ".step > :nth-last-child(1 of :not(.correction))"),
    )
    sheets = pages_of(page, tmp_path)
    for title, end in zip(titles, ends, strict=True):
        title, end = skeleton(re.sub(r"^\d+\s*[.]\s*", "", title)), skeleton(end)[-40:]
        assert any(title in sheet and end in sheet.split(title, 1)[1] for sheet in sheets), title


@FOLDERS
@PROCEDURES
def test_paper_has_numbers_and_an_address_and_no_navigation(
    reader: Reader, folder: str, path: str, tmp_path: Path
) -> None:
    page = reader.open(folder + path)
    title, lead = (skeleton(page.locator(each).inner_text()) for each in ("h1", ".lead"))
    sheets = pages_of(page, tmp_path)
    assert sheets[0].startswith(title + lead)
    assert sheets[-1].endswith(skeleton(reader.address + folder + path))
    with pypdfium2.PdfDocument(tmp_path / "พิมพ์.pdf") as document:
        for number, sheet in enumerate(document, 1):
            assert f"{number} / {len(document)}" in sheet.get_textpage().get_text_bounded()
            assert [round(side) for side in sheet.get_size()] == [595, 842]
