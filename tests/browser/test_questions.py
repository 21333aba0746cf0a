"""Questions to ask oneself, in a real browser: by keyboard, kept for both languages, without scripts or storage."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from browsing import FULL, Reader

pytestmark = pytest.mark.browser

PATH = "learn/area-planner/"


def open_first(page: Page) -> Locator:
    """The first question of the first item, unfolded."""
    asking = page.locator("details.asking").first
    asking.locator("> summary").press("Enter")
    question = asking.get_by_role("group").filter(has=page.get_by_role("radio")).first
    expect(question.get_by_role("radio").first).to_be_visible()
    return question


def right_and_wrong(question: Locator) -> tuple[Locator, Locator]:
    return question.locator("[data-right] input"), question.locator("label:not([data-right]) input").first


def test_an_answer_is_judged_when_the_solution_is_opened_by_keyboard(reader: Reader) -> None:
    question = open_first(reader.open(PATH, width=390))
    right, wrong = right_and_wrong(question)
    solution, said = question.locator("summary"), question.locator("[role=status]")
    wrong.press("Space")
    expect(wrong).to_be_checked()
    expect(said).to_be_empty()  # choosing alone gives nothing away
    solution.press("Enter")
    expect(said).to_have_text("ท่านเลือกข้ออื่น อ่านเหตุผลแล้วลองใหม่ได้")
    right.press("Space")
    expect(question.locator("details p").first).to_be_hidden()
    solution.press("Enter")
    expect(said).to_have_text("ท่านตอบถูก")
    expect(question.get_by_role("link")).to_have_attribute("href", re.compile(r"^\.\./\.\./procedures/.+#step-"))


def test_answers_are_kept_for_both_languages(reader: Reader) -> None:
    page = reader.open(PATH)
    right, _ = right_and_wrong(open_first(page))
    right.check()
    page.goto(reader.address + "en/" + PATH)
    question = open_first(page)
    expect(right_and_wrong(question)[0]).to_be_checked()
    question.locator("summary").click()
    expect(question.locator("[role=status]")).to_have_text("Your answer is right.")


def test_where_nothing_can_be_kept_the_question_still_works_and_says_so(reader: Reader) -> None:
    question = open_first(reader.open(PATH, script=FULL))
    right, _ = right_and_wrong(question)
    right.check()
    expect(question.locator("[role=status]")).to_contain_text("เมื่อปิดหน้านี้คำตอบจะหาย")
    question.locator("summary").click()
    expect(question.locator("[role=status]")).to_have_text("ท่านตอบถูก")


def test_what_another_version_kept_does_no_harm(reader: Reader) -> None:
    question = open_first(reader.open(PATH, script='localStorage.setItem("khumue:answers", "[1,null,")'))
    right, _ = right_and_wrong(question)
    right.check()
    question.locator("summary").click()
    expect(question.locator("[role=status]")).to_have_text("ท่านตอบถูก")


def test_without_scripts_the_solution_opens(reader: Reader) -> None:
    page = reader.browser.new_context(java_script_enabled=False).new_page()
    page.goto(reader.address + PATH)
    page.locator("details.asking > summary").first.click()
    question = page.locator("fieldset.question").first
    question.locator("summary").click()
    expect(question.locator("details p").first).to_be_visible()


@pytest.mark.parametrize(("folder", "scheme"), [("", "light"), ("en/", "dark")])
def test_axe_finds_nothing_in_open_questions(reader: Reader, folder: str, scheme: str) -> None:
    page = reader.open(folder + PATH, width=390, scheme=scheme)
    question = open_first(page)
    right_and_wrong(question)[1].check()
    question.locator("summary").click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
