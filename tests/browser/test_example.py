"""The worked example in a real browser: accessible, whole on a narrow phone, with its drafts; without script, too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from browsing import FOLDERS, Reader
from make_sample import STAGES

pytestmark = pytest.mark.browser


@FOLDERS
def test_the_picture_leads_to_each_draft_and_its_file_is_there(reader: Reader, folder: str) -> None:
    page = reader.open(f"{folder}example/", width=390)
    cards, files = page.locator(".stages a"), page.locator("a[download]")
    expect(cards).to_have_count(len(STAGES))
    for place, file in enumerate(STAGES.values()):
        box = cards.nth(place).locator("xpath=../..").bounding_box()
        assert box
        assert box["height"] >= 44  # the whole card is the link
        cards.nth(place).click()
        expect(files.nth(place)).to_be_in_viewport()
        with page.expect_download() as download:
            files.nth(place).click()
        assert download.value.path().read_bytes() == file.read_bytes()
        assert download.value.suggested_filename == file.name


@FOLDERS
def test_without_script_all_of_it_is_there(browser: Browser, address: str, folder: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"{address}{folder}example/")
    expect(page.locator(".paper")).to_have_count(len(STAGES))
    expect(page.locator("section.step")).to_have_count(9)
    expect(page.locator("table.compared")).to_have_count(2)
    context.close()
