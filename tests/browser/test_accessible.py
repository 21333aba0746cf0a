"""Whether everybody can use the site: a page of every kind, in both languages, as WCAG 2.2 AA asks.

What docs/*/accessibility.md says was tested is tested here, and in the other files of this folder.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browsing import FOLDERS, Reader

pytestmark = pytest.mark.browser

AUDIT = Path(__file__).with_name("accessible.js").read_text(encoding="utf-8")
PLAN = "procedures/angthong/annual-action-plan/"
KINDS = (
    *("", "tasks/", "documents/", "procedures/", PLAN, "procedures/uthaithani/peo-annual-plan/"),
    *("jobs/", "jobs/annual-action-plan/", "roles/", "roles/governor/", "roles/policy-planning-group/"),
    *("a-z/", "references/", "sections/", "glossary/", "handovers/", "notes/"),
    *("learn/", "learn/area-planner/", "calendar/", "example/", "adopt/"),
    *("concepts/", "concepts/plans/", "concepts/bodies/", "concepts/words/", "concepts/forms/"),
    *("draft/", "check/", "reports/", "rules/", "rules/S101/", "library/", "measurements/"),
    *("about/", "accessibility/", "404.html"),
)
SCREENS = ((390, "dark"), (1280, "light"))


def every_kind(folder: str) -> list[str]:
    """A page of every kind; both languages share one for missing addresses."""
    return [folder + path for path in KINDS if not (folder and path == "404.html")]


@FOLDERS
def test_axe_finds_nothing_on_any_kind_of_page(reader: Reader, folder: str) -> None:
    # Each kind in both languages, one dark on a phone and the other light on a wide screen, in turns.
    pages = [reader.open(folder, width=width, scheme=scheme, script=AUDIT) for width, scheme in SCREENS]
    for number, path in enumerate(every_kind(folder), 1 if folder else 0):
        page = pages[number % 2]
        page.goto(reader.address + path)
        page.evaluate("audit.unfold()")
        results = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
        assert results.violations_count == 0, f"{path}\n{results.generate_report()}"


@FOLDERS
def test_words_in_the_other_language_say_so_and_wider_spacing_cuts_nothing_off(reader: Reader, folder: str) -> None:
    page = reader.open(folder, width=320, script=AUDIT)
    for path in every_kind(folder):
        page.goto(reader.address + path)
        page.evaluate("audit.unfold()")
        assert page.evaluate("audit.unmarked()") == [], path
        assert page.evaluate("audit.cutOff()") == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


@pytest.mark.parametrize(
    ("folder", "width", "height", "scheme"),
    [("", 1280, 900, "light"), ("en/", 390, 844, "dark"), ("", 320, 256, "light")],
    ids=["desktop", "phone", "400%"],
)
def test_the_focus_walks_through_a_whole_page_in_order_and_is_always_seen(
    reader: Reader, folder: str, width: int, height: int, scheme: str
) -> None:
    page = reader.open(folder + PLAN, width=width, scheme=scheme, script=AUDIT)
    page.set_viewport_size({"width": width, "height": height})
    met: set[str] = set()
    for _ in range(600):
        page.keyboard.press("Tab")
        focus = page.evaluate("audit.focus()")
        for _ in range(20):  # what slides or fades in is there within a second
            if focus is None or not focus["faults"] or "backwards" in str(focus["faults"]):
                break
            page.wait_for_timeout(50)
            focus = page.evaluate("audit.focus()")
        if focus is None or (focus["kind"] == ".md-skip" and met):
            break
        assert focus["faults"] == []
        met.add(focus["kind"])
    else:
        pytest.fail("the focus does not leave the page")
    assert {"nav", ".checklist", "svg"} <= met


@FOLDERS
def test_a_box_of_the_flowchart_leads_the_keyboard_to_its_step(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PLAN, width=390)
    box = page.locator("figure svg:visible a").nth(3)
    place = box.get_attribute("href")
    box.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{place}")
    page.keyboard.press("Tab")
    assert page.evaluate("place => document.activeElement.closest('.step').matches(`:has(${place})`)", place)


@FOLDERS
def test_what_is_folded_away_opens_with_the_keyboard_and_for_links_that_lead_to_it(reader: Reader, folder: str) -> None:
    page = reader.open(folder + "references/#nesdp-13", width=390)
    expect(page.locator("#nesdp-13 .checked")).to_be_visible()
    other = page.locator("#nesdp-12")
    expect(other.locator(".checked")).to_be_hidden()
    other.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(other.locator(".checked")).to_be_visible()
    page.goto(f"{reader.address}{folder}handovers/")
    page.locator(".handover-map a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(":target + .fold .handovers")).to_be_visible()


def test_wide_tables_can_be_scrolled_with_the_keyboard(reader: Reader) -> None:
    page = reader.open("measurements/", width=390)
    frame = page.locator(".md-typeset__scrollwrap").first
    expect(frame).to_have_attribute("tabindex", "0")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.md-typeset__scrollwrap').scrollLeft > 0")


def test_the_colours_of_the_system_keep_what_only_colour_would_say(reader: Reader) -> None:
    page = reader.open("draft/", width=1280)
    page.emulate_media(forced_colors="active")
    border = "element => getComputedStyle(element).borderLeftColor"
    current, other = page.locator(".site-nav [aria-current]"), page.locator(".site-nav a:not([aria-current])").first
    assert current.evaluate(border) != other.evaluate(border)
    strip = page.locator(".strip span")
    style = "element => getComputedStyle(element).borderTopStyle"
    assert strip.first.evaluate(style) == "solid"
    assert page.locator(".strip span:not(.strip-present)").first.evaluate(style) == "dashed"


def test_nothing_glides_for_readers_who_want_less_motion(reader: Reader) -> None:
    page = reader.open("", width=390)
    moving = "getComputedStyle(document.querySelector('.md-sidebar--primary')).transitionDuration"
    assert max(float(each.strip().removesuffix("s")) for each in page.evaluate(moving).split(",")) < 0.01
    page.emulate_media(reduced_motion="no-preference")
    assert max(float(each.strip().removesuffix("s")) for each in page.evaluate(moving).split(",")) > 0.1
