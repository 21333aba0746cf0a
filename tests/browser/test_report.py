"""The HTML report in a real browser: small phones, light and dark, keyboard, accessibility, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from drafts import COMPLETE, checked, document, registry
from khumue.finding import DraftReport, Failure, Result
from khumue.frozen import replace
from khumue.messages import load_messages
from khumue.reports import Setup, render
from khumue.vocabulary import LANGUAGES, Language, Text

pytestmark = pytest.mark.browser

CASES = Path(__file__).parents[1] / "cases"
FAULTY = ("references-wrong-outdated-missing", "sections-missing-empty-placeholder", "project-fields-lacking")
SCROLL_WIDTH = "document.documentElement.scrollWidth"
IN_BOTH = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports in both languages: of one faulty draft, and of several files of every sort."""
    folder = tmp_path_factory.mktemp("ผลตรวจ")
    one, *others = (faulty((CASES / name / "draft.md").read_text(encoding="utf-8"), name) for name in FAULTY)
    long_name = "แผนปฏิบัติการประจำปีงบประมาณ" * 5 + "Veryverylongname" * 5
    clean = faulty(COMPLETE.replace("## 3.2 พันธกิจ", f"## 3.2 พันธกิจ {long_name}"), long_name)
    garbled = checked(replace(document("# แผน"), blocks=()))
    failure = Failure(path="เสีย.pdf", message=Text(th="เปิดไม่ได้", en="Not readable."), fix=Text(th="ขอใหม่", en="Ask."))
    for language in LANGUAGES:
        setup = Setup(
            registry=registry(), messages=load_messages(), language=language, handbook="https://handbook.invalid/"
        )
        several: list[Result] = [one, *others, clean, garbled, failure]
        (folder / f"one-{language}.html").write_text(render("html", [one], setup), encoding="utf-8")
        (folder / f"several-{language}.html").write_text(render("html", several, setup), encoding="utf-8")
    return folder


def faulty(text: str, name: str) -> DraftReport:
    comment = "khumue: ยกเว้น S101 ค่านิยม: อยู่ในแผนพัฒนา"
    return checked(document(text, comment, path=f"ร่าง/{name}.md"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window; the test fails when a report asks for anything, or breaks its own policy."""
    faults: list[str] = []
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text))
    page.on(
        "request", lambda request: None if request.url.startswith(("file:", "data:")) else faults.append(request.url)
    )
    yield page
    context.close()
    assert faults == []


def show(page: Page, folder: Path, name: str, *, width: int = 1280, dark: bool = False) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.goto((folder / f"{name}.html").as_uri())


@IN_BOTH
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_report_scrolls_sideways(page: Page, folder: Path, language: Language, width: int) -> None:
    for name in ("one", "several"):
        show(page, folder, f"{name}-{language}", width=width)
        assert page.evaluate(SCROLL_WIDTH) <= width


@IN_BOTH
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_axe_finds_nothing(page: Page, folder: Path, language: Language, width: int, dark: bool) -> None:
    for name in ("one", "several"):
        show(page, folder, f"{name}-{language}", width=width, dark=dark)
        page.locator("summary").first.click()
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


def test_the_keyboard_leads_from_the_summary_to_a_finding(page: Page, folder: Path) -> None:
    show(page, folder, "several-th")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#draft-1"
    assert float(page.evaluate("getComputedStyle(document.activeElement).outlineWidth").removesuffix("px")) >= 2
    page.keyboard.press("Enter")
    expect(page.locator("#draft-1 .verdict")).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#draft-1-finding-1")).to_be_in_viewport()
    steps = page.locator("#draft-1 details").first
    steps.locator("summary").press("Enter")
    expect(steps.locator("li").first).to_be_visible()


def test_on_paper_everything_is_open_and_every_sheet_is_numbered(page: Page, folder: Path) -> None:
    show(page, folder, "one-en")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("thead").first.evaluate("each => getComputedStyle(each).display") == "table-header-group"
    assert page.locator("details[open]").count() == 0
    file = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = ["".join(file[number].get_textpage().get_text_range().split()) for number in range(len(file))]
    sides = [side for number in range(len(file)) for side in file[number].get_size()]
    file.close()
    assert sides == pytest.approx([595.3, 841.9] * len(sheets), abs=1)  # points: A4
    assert all(f"{number}/{len(sheets)}" in sheet for number, sheet in enumerate(sheets, 1))
    steps = ["".join(step.en.split()) for step in load_messages().rules["R201"].word]
    assert all(any(step in sheet for sheet in sheets) for step in steps)


def test_each_draft_of_several_begins_a_sheet(page: Page, folder: Path) -> None:
    show(page, folder, "several-en")
    page.emulate_media(media="print")
    breaks = page.locator(".draft").evaluate_all("each => each.map(one => getComputedStyle(one).breakBefore)")
    assert breaks == ["page"] * 6
