"""The ways in, in a real browser: twenty questions of planners, the bar for the thumb, the order of the alphabet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from browsing import FOLDERS, Reader

pytestmark = pytest.mark.browser

MOST_CLICKS = 3
QUESTIONS = yaml.safe_load((Path(__file__).parents[1] / "data/planner-tasks.yaml").read_text(encoding="utf-8"))


def link(page: Page, name: str) -> Locator:
    """The link of this name in the page itself; of several, the last: the first is often a jump within the page."""
    return page.locator("main article").get_by_role("link", name=name, exact=True).last


def test_there_are_twenty_questions() -> None:
    assert len(QUESTIONS) >= 20
    assert all(len(question["clicks"]) <= MOST_CLICKS for question in QUESTIONS)


@FOLDERS
@pytest.mark.parametrize("question", QUESTIONS, ids=[question["ask"] for question in QUESTIONS])
def test_a_planner_finds_the_answer_in_three_clicks(reader: Reader, folder: str, question: dict[str, Any]) -> None:
    language = "en" if folder else "th"
    page = reader.open(folder + question.get("start", ""), width=390)
    for click in question["clicks"]:
        link(page, click[language]).click()
    page.wait_for_url(reader.address + folder + question["at"])
    expect(page.locator("main article")).to_contain_text(question["read"][language])


@FOLDERS
def test_on_a_phone_the_ways_in_stand_where_the_thumb_is(reader: Reader, folder: str) -> None:
    page = reader.open(folder + "references/", width=390)
    bar = page.locator(".thumb")
    expect(bar).to_be_in_viewport(ratio=1)
    links = bar.get_by_role("link")
    for place in range(links.count()):
        box = links.nth(place).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44  # as WCAG 2.5.5 asks
    links.nth(2).click()
    page.wait_for_url(f"**/{folder}roles/")
    expect(bar.locator("[aria-current=page]")).to_have_count(1)
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(bar).to_be_hidden()


def test_what_has_the_focus_is_not_under_the_bar(reader: Reader) -> None:
    page = reader.open("roles/governor/", width=390)
    for _ in range(40):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => {
              const has = document.activeElement.getBoundingClientRect(), bar = document.querySelector(".thumb")
              return !bar.contains(document.activeElement) && has.top >= bar.getBoundingClientRect().top
            }"""
        )
        assert not covered, page.evaluate("document.activeElement.outerHTML")


@FOLDERS
def test_every_page_says_where_it_stands(reader: Reader, folder: str) -> None:
    page = reader.open(folder + "procedures/tak2/budget-transfer/", width=390)
    trail = page.locator(".trail a")
    expect(trail).to_have_count(3)
    trail.last.click()
    page.wait_for_url("**/procedures/#tak2")
    page.locator(".trail a").first.click()
    page.wait_for_url(reader.address + folder)
    expect(page.locator(".trail")).to_have_count(0)


@FOLDERS
def test_old_addresses_of_roles_lead_to_the_list_and_on(reader: Reader, folder: str) -> None:
    page = reader.open(f"{folder}roles/#obec", width=390)
    expect(page.locator("#obec")).to_be_in_viewport()
    page.locator("#obec a").click()
    page.wait_for_url("**/roles/obec/")


@FOLDERS
def test_the_alphabet_is_that_of_the_dictionary(reader: Reader, folder: str) -> None:
    """ICU, which the browser carries, sorts the same names in the same order."""
    page = reader.open(folder + "a-z/")
    names = page.eval_on_selector_all(".index a", "links => links.map(link => link.textContent)")
    assert len(names) > 300
    ordered = page.evaluate(
        "names => names.toSorted(new Intl.Collator('th', {ignorePunctuation: true}).compare)", names
    )
    assert names == ordered


@FOLDERS
def test_nothing_moves_while_the_home_page_loads(reader: Reader, folder: str) -> None:
    page = reader.open(folder, width=390)
    page.wait_for_timeout(300)
    moved = page.evaluate(
        """() => new Promise(done => {
          let sum = 0
          new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value })
            .observe({type: "layout-shift", buffered: true})
          setTimeout(() => done(sum), 200)
        })"""
    )
    assert moved < 0.02
