"""The fiscal-year calendar in a real browser: choosing a post by keyboard, the sheet on paper, without script."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import FOLDERS, Reader
from khumue.catalogue import load_catalogue
from khumue.model import Language
from khumue.months import MONTHS, calendar_month
from khumue.site.calendar import entries_for, offered_years, posts

pytestmark = pytest.mark.browser

CATALOGUE = load_catalogue()
POST = "policy-planning-group"
OWN = [entry.id for entry in entries_for(CATALOGUE, POST)]
NO_PRINT = "window.print = () => { window.printed = document.documentElement.className }"


def shown(page: Page) -> list[str]:
    """The entries that are shown, by id."""
    ids: list[str] = page.locator(".entry:visible").evaluate_all("all => all.map(each => each.id)")
    return [each.removeprefix("entry-") for each in ids]


@FOLDERS
def test_a_post_is_chosen_by_keyboard_and_the_choice_can_be_shared(reader: Reader, folder: str) -> None:
    page = reader.open(f"{folder}calendar/", width=390)
    select = page.locator(".calendar-tools select")
    assert len(shown(page)) == len(CATALOGUE.calendar)
    select.focus()
    role = CATALOGUE.roles[POST].title["en" if folder else "th"]
    for _ in range(100):
        page.keyboard.press("ArrowDown")
        if select.input_value() == POST:
            break
    expect(select.locator("option:checked")).to_have_text(role)
    assert sorted(shown(page)) == sorted(OWN)
    expect(page.locator(".calendar-tools [role=status]")).to_contain_text(f"{len(OWN)} ")
    assert page.url.endswith(f"calendar/?post={POST}")
    page.locator(".calendar-tools .second").click()
    page.wait_for_url(f"**/calendar/?post={POST}#month-*")
    assert sorted(shown(page)) == sorted(OWN), "going to this month keeps the choice"
    shared = reader.open(page.url.removeprefix(reader.address))
    assert sorted(shown(shared)) == sorted(OWN)
    shared.locator(".language-switch").first.click()
    shared.wait_for_url(f"**/calendar/?post={POST}#month-*")
    assert sorted(shown(shared)) == sorted(OWN)


def test_an_unknown_post_in_the_address_shows_all(reader: Reader) -> None:
    page = reader.open("calendar/?post=nobody")
    assert len(shown(page)) == len(CATALOGUE.calendar)
    assert page.url.endswith("calendar/")


def test_what_is_empty_says_so_and_a_link_to_a_hidden_entry_brings_it_back(reader: Reader) -> None:
    page = reader.open("en/calendar/?post=schools")
    expect(page.locator("#month-february ~ .nothing").first).to_be_visible()
    expect(page.locator("#every-quarter ~ .nothing").first).to_be_visible()
    expect(page.locator(".quarterly").first).to_be_hidden()
    page.evaluate("location.hash = 'entry-track-spending'")
    expect(page.locator("#entry-track-spending")).to_be_in_viewport()
    expect(page.locator(".calendar-tools select")).to_have_value("")


def test_this_month_is_marked_when_the_page_is_read(reader: Reader) -> None:
    page = reader.open("en/calendar/")
    now = next(month for month in MONTHS if calendar_month(month) == datetime.now(tz=UTC).month)
    expect(page.locator("h3.this-month")).to_have_attribute("id", f"month-{now}")
    expect(page.locator("p.now:visible")).to_have_count(1)
    page.get_by_role("link", name="Go to this month").click()
    expect(page.locator(f"#month-{now}")).to_be_in_viewport()


def test_the_wheel_leads_to_its_months(reader: Reader) -> None:
    page = reader.open("en/calendar/", width=390)
    page.get_by_role("link", name="March", exact=True).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#month-march")
    expect(page.locator("#month-march")).to_be_in_viewport()


def test_a_role_page_leads_to_its_box_with_files_that_download(reader: Reader) -> None:
    page = reader.open(f"en/roles/{POST}/")
    page.get_by_role("link", name=f"{len(OWN)} entries").click()
    box = page.locator(f"#post-{POST}")
    expect(box).to_have_attribute("open", "")
    with page.expect_download() as download:
        box.get_by_role("link", name=str(offered_years()[1])).click()
    assert download.value.suggested_filename == f"{offered_years()[1]}-{POST}.ics"
    assert Path(download.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR")


@FOLDERS
@pytest.mark.parametrize("query", ["", f"?post={POST}"], ids=["all", "one post"])
def test_the_year_is_printed_on_one_page_on_its_side(reader: Reader, folder: str, query: str) -> None:
    page = reader.open(f"{folder}calendar/{query}", script=NO_PRINT)
    page.locator(".calendar-tools [data-do=print]").click()
    assert page.evaluate("window.printed").split().count("print-year") == 1
    page.evaluate("document.documentElement.classList.add('print-year')")
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(pdf) == 1
    width, height = pdf[0].get_size()
    assert width > height
    page.emulate_media(media="print")
    printed = set(page.locator(".year-sheet li:visible").all_text_contents())
    language: Language = "en" if folder else "th"
    expected = entries_for(CATALOGUE, POST) if query else CATALOGUE.calendar.values()
    assert printed == {entry.title[language] for entry in expected}
    pdf.close()


@FOLDERS
def test_without_script_all_is_there_by_month_and_by_post(browser: Browser, address: str, folder: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{folder}calendar/")
    expect(page.locator(".calendar-tools")).to_be_hidden()
    expect(page.locator(".year-sheet")).to_be_hidden()
    expect(page.locator(".entry:visible")).to_have_count(len(CATALOGUE.calendar))
    expect(page.locator("details.post")).to_have_count(sum(map(len, posts(CATALOGUE).values())))
    page.locator(f"#post-{POST} summary").click()
    expect(page.locator(f"#post-{POST} a[download]")).to_have_count(len(offered_years()))
    context.close()
