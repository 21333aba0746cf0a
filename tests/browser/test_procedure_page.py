"""The page of a procedure as a tool, in a real browser: a checklist to tick, a word when its data are old."""

from __future__ import annotations

import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from browsing import FOLDERS, FULL, Reader

pytestmark = pytest.mark.browser

PLAN = "procedures/angthong/annual-action-plan/"


def ticked(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(".checklist input:checked", "boxes => boxes.map(box => box.value)")
    return found


@FOLDERS
def test_ticks_are_kept_for_both_languages_and_can_be_cleared_and_brought_back(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PLAN)
    said, clear = page.locator(".ticking [role=status]"), page.locator("[data-do=clear]")
    expect(clear).to_be_disabled()
    page.get_by_role("checkbox", name="วิสัยทัศน์" if not folder else "Vision", exact=True).check()
    page.locator("#cites-nesdp > input").focus()
    page.keyboard.press("Space")
    expect(said).to_contain_text("ตรวจแล้ว 2 จาก 26 ข้อ" if not folder else "2 of 26 ticked")
    page.locator(".language-switch").click()
    expect(page.locator(".ticking [role=status]")).to_contain_text("2")
    assert ticked(page) == ["part-vision", "cites-nesdp"]
    page.goto(f"{reader.address}{folder}procedures/tak2/annual-action-plan/")
    assert ticked(page) == []
    page.goto(reader.address + folder + PLAN)
    clear.click()
    assert ticked(page) == []
    clear.click()
    assert ticked(page) == ["part-vision", "cites-nesdp"]
    clear.click()
    page.reload()
    assert ticked(page) == []


def test_ticks_where_the_browser_keeps_nothing(reader: Reader) -> None:
    page = reader.open("")
    page.add_init_script(FULL)
    page.goto(reader.address + PLAN)
    page.locator("#part-vision > input").check()
    expect(page.locator(".ticking [role=status]")).to_contain_text("ตรวจแล้ว 1 จาก 26 ข้อ · เบราว์เซอร์ไม่ให้เก็บเครื่องหมาย")


@pytest.mark.parametrize("kept", ["{", "7", '["part-none"]', "null"])
def test_ticks_that_something_else_has_written(reader: Reader, kept: str) -> None:
    page = reader.open(PLAN)
    page.evaluate("kept => localStorage.setItem('khumue:angthong/annual-action-plan', kept)", kept)
    page.reload()
    assert ticked(page) == []
    page.locator("#part-vision > input").check()
    page.reload()
    assert ticked(page) == ["part-vision"]


@FOLDERS
def test_only_the_checklist_is_printed_when_asked(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PLAN)
    page.evaluate("window.print = () => { window.printed = document.documentElement.className }")
    page.locator("[data-do=print]").click()
    assert "print-checklist" in page.evaluate("printed")
    page.emulate_media(media="print")
    expect(page.locator("#steps")).to_be_visible()
    page.evaluate("document.documentElement.classList.add('print-checklist')")
    for place, visible in (("#title", True), ("#part-vision", True), ("#steps", False), ("#source", False)):
        expect(page.locator(place)).to_be_visible(visible=visible)
    assert page.locator(":is(#references, #notes, #related, [data-do]):visible").count() == 0


@FOLDERS
@pytest.mark.parametrize(("day", "overdue"), [("2027-11-20", True), ("2027-11-19", False)])
def test_old_data_say_so(reader: Reader, folder: str, day: str, overdue: bool) -> None:
    page = reader.open(folder)
    page.clock.set_fixed_time(datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    page.goto(reader.address + folder + PLAN)
    notice = page.locator("[data-due]")
    expect(notice).to_be_visible(visible=overdue)
    expect(notice).to_contain_text("20 พฤศจิกายน 2570" if not folder else "20 November 2027")


@FOLDERS
def test_a_term_of_the_glossary_says_what_it_means(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PLAN)
    term, tip = page.locator(".term").first, page.locator(".tip")
    meaning = page.locator(f"[id='{term.get_attribute('aria-describedby')}']").text_content() or ""
    expect(tip).to_be_hidden()
    term.hover()
    expect(tip).to_have_text(meaning)
    tip.hover()  # it stays to be read
    page.wait_for_timeout(300)
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.keyboard.press("Tab")
    term.focus()
    expect(tip).to_be_visible()
    expect(tip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#*")
    expect(page.locator(":target")).to_be_visible()


def test_on_a_phone_the_first_tap_tells_and_the_second_leads_on(reader: Reader, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(reader.address + PLAN)
    term = page.locator(".term").first
    term.tap()
    expect(page.locator(".tip")).to_be_in_viewport(ratio=1)
    term.tap()
    page.wait_for_url("**/glossary/#*")


@FOLDERS
def test_on_a_wide_screen_the_chart_stays_beside_the_steps_and_shows_the_one_being_read(
    reader: Reader, folder: str
) -> None:
    page = reader.open(folder + PLAN, width=1440)
    step = page.locator(".step").nth(5)
    step.evaluate("step => step.scrollIntoView()")
    place = step.locator("h3").get_attribute("id")
    current = page.locator(f".flow-fig a[href='#{place}']:visible")
    expect(current).to_have_attribute("aria-current", "step")
    expect(current).to_be_in_viewport(ratio=0.9)
    expect(page.locator("[aria-current=step]")).to_have_count(1)
    chart, text = page.locator(".flow-fig").bounding_box(), step.bounding_box()
    assert chart
    assert text
    assert chart["x"] + chart["width"] < text["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    assert Axe().run(page).violations_count == 0
