"""The worked example in a real browser: accessible, whole on a narrow phone, with its drafts; without script, too."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from browsing import FOLDERS, Reader
from make_sample import STAGES

pytestmark = pytest.mark.browser


@FOLDERS
@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (390, "light"), (1440, "light"), (390, "dark")])
def test_axe_finds_nothing(reader: Reader, folder: str, width: int, scheme: str) -> None:
    results = Axe().run(reader.open(f"{folder}example/", width=width, scheme=scheme))
    assert results.violations_count == 0, results.generate_report()


@FOLDERS
def test_nothing_is_wider_than_a_narrow_phone(reader: Reader, folder: str) -> None:
    page = reader.open(f"{folder}example/", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    outside = page.eval_on_selector_all(
        "main article *",
        "all => all.filter(each => each.getBoundingClientRect().right > 321).map(each => each.outerHTML)",
    )
    assert outside == []


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
