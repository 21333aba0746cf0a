"""The site in a real browser: layout, keyboard, links, search, accessibility, on phone and desktop, light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import FOLDERS, Reader
from khumue.site.redirects import redirect_page

pytestmark = pytest.mark.browser

PLAN = "procedures/angthong/annual-action-plan/"
PAGES = (
    "",
    PLAN,
    "tasks/",
    "roles/governor/",
    "documents/",
    "a-z/",
    "draft/",
    "references/",
    "roles/",
    "glossary/",
    "sections/",
    "check/",
    "rules/S101/",
)

SCROLL_WIDTH = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
SHIFTS = """moved = 0; new PerformanceObserver(list => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) moved += each.value
}).observe({type: "layout-shift", buffered: true})"""
# What is no text of the page, or stays on one line.
PASSED = re.compile(r'<(script|style|svg|title|option)\b.*?</\1>|<span class="nowrap">.*?</span>|<[^>]*>', re.DOTALL)
# What the browser's dictionary, which also parts lines, cuts before a vowel or a mark.
PARTED = """runs => {
  const words = new Intl.Segmenter("th", {granularity: "word"})
  const hangs = word => /^[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/.test(word)
  return runs.filter(run => [...words.segment(run)].slice(1).some(each => hangs(each.segment)))
}"""
FOCUSED = "document.activeElement.closest(%r) !== null"


@FOLDERS
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(reader: Reader, folder: str, path: str) -> None:
    page = reader.open(folder + path, width=320)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert page.evaluate(SCROLL_WIDTH) <= width, f"{width} px, {scheme}"


def test_no_page_at_all_scrolls_sideways_on_a_small_phone(reader: Reader, site: Path) -> None:
    # Without scripts, which is faster over so many pages; those of PAGES are looked at with them.
    page = reader.browser.new_context(viewport={"width": 320, "height": 900}, java_script_enabled=False).new_page()
    for path in sorted(site.rglob("index.html")):
        page.goto(f"{reader.address}{path.parent.relative_to(site).as_posix()}/")
        assert page.evaluate(SCROLL_WIDTH) <= 320, path


@FOLDERS
@pytest.mark.parametrize("path", ["", PLAN, "learn/area-planner/", "calendar/"])
def test_nothing_moves_while_a_page_is_loading(reader: Reader, folder: str, path: str) -> None:
    for width in (390, 768, 1440):
        page = reader.open(folder + path, width=width, script=SHIFTS)
        page.evaluate("document.fonts.ready")
        # Web Vitals call it good up to here; on a quiet machine nothing moves at all.
        assert page.evaluate("moved") < 0.1, width


def test_no_line_begins_with_a_vowel_that_belongs_to_the_letter_before(reader: Reader, site: Path) -> None:
    pieces = (PASSED.sub(" ", file.read_text(encoding="utf-8")) for file in site.rglob("*.html"))
    runs = {run for piece in pieces for run in re.findall(r"[\u0e01-\u0e5b]{2,}", piece)}
    assert reader.open("").evaluate(PARTED, sorted(runs)) == []


@FOLDERS
def test_a_page_runs_no_script_that_was_not_built_into_it(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PLAN)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.foreign = true'}))"
    )
    assert page.evaluate("window.foreign") is None
    assert len(reader.faults) == 1
    assert "Content Security Policy" in reader.faults.pop()


@FOLDERS
def test_the_scheme_follows_the_reader_and_can_be_changed(reader: Reader, folder: str) -> None:
    page = reader.open(folder, scheme="dark")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("[data-md-component=palette] label:visible").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


@FOLDERS
def test_the_language_switch_stays_on_the_page_and_at_its_place(reader: Reader, folder: str) -> None:
    page = reader.open(f"{folder}{PLAN}#references")
    page.locator(".language-switch").click()
    other = "" if folder else "en/"
    page.wait_for_url(f"{reader.address}{other}{PLAN}#references")
    expect(page.locator("html")).to_have_attribute("lang", "en" if other else "th")


@FOLDERS
def test_an_old_address_leads_on_and_keeps_the_place(reader: Reader, folder: str, site: Path) -> None:
    old = site / folder / "procedures" / "angthong" / "yearly-plan" / "index.html"
    old.parent.mkdir(exist_ok=True)
    old.write_text(redirect_page("../annual-action-plan/", "../annual-action-plan/", "แผน", "th"), encoding="utf-8")
    try:
        page = reader.open(f"{folder}procedures/angthong/yearly-plan/?h=SWOT#references")
        page.wait_for_url(f"{reader.address}{folder}{PLAN}?h=SWOT#references")
        expect(page.locator("h2#references")).to_be_in_viewport()
    finally:
        old.unlink()
        old.parent.rmdir()


@FOLDERS
def test_a_box_of_the_flowchart_leads_to_its_step(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PLAN)
    box = page.locator("figure a[href^='#step-']:visible").nth(2)
    target = box.get_attribute("href") or ""
    box.click()
    page.wait_for_url(f"**/{target}")
    expect(page.locator(target)).to_be_in_viewport()


@FOLDERS
def test_the_keyboard_reaches_the_content_first_then_the_navigation(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PLAN)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED % ".md-skip")
    expect(page.locator(".md-skip")).to_be_visible()
    press_until(page, ".md-tabs a")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(outline.removesuffix("px")) >= 2
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    expect(page.locator("h1")).to_be_visible()


@FOLDERS
def test_the_skip_link_leads_to_the_title(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PLAN)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#title")
    expect(page.locator("h1#title")).to_be_in_viewport()


@FOLDERS
def test_the_menu_of_a_phone_works_with_the_keyboard(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PLAN, width=390)
    menu = page.locator("[data-opens=__drawer]")
    assert not page.locator(".md-sidebar--primary").is_visible()
    press_until(page, "[data-opens=__drawer]")
    page.keyboard.press("Space")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".site-nav [aria-current]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


@FOLDERS
def test_the_search_of_a_phone_works_with_the_keyboard(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PLAN, width=390)
    button = page.locator("[data-opens=__search]")
    press_until(page, "[data-opens=__search]")
    page.keyboard.press("Enter")
    expect(page.locator("input[name=query]")).to_be_focused()
    page.keyboard.type("SWOT")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


@pytest.mark.parametrize(
    ("folder", "query", "found"),
    [
        ("", "ปฏิบัติการประจำปี", "แผนปฏิบัติการประจำปี"),  # in the middle of a phrase without spaces
        ("", "กลยุทธ์", "กลยุทธ์"),
        ("en/", "annual action plan", "annual action plan"),
    ],
)
def test_the_search_finds_words_inside_thai_phrases(reader: Reader, folder: str, query: str, found: str) -> None:
    page = reader.open(folder)
    page.locator("input[name=query]").click()
    page.keyboard.type(query)
    results = page.locator(".md-search-result__item")
    expect(results.first).to_contain_text(re.compile(found, re.IGNORECASE))


def test_the_search_reads_thai_digits(reader: Reader) -> None:
    page = reader.open("")
    page.locator("input[name=query]").click()
    page.keyboard.type("๒๕๗๐")
    expect(page.locator(".md-search-result__item", has_text="2570").first).to_be_visible()


def press_until(page: Page, selector: str) -> None:
    """Press Tab until something that matches has the focus."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED % selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


def test_an_address_that_names_no_place_of_the_page_does_no_harm(reader: Reader) -> None:
    page = reader.open("en/calendar/#100%")
    expect(page.locator(".calendar-tools")).to_be_visible()
