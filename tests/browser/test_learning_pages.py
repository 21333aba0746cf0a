"""Learning paths in a real browser: ticks, progress as a file, the sheet on paper, and what holds when things fail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import FOLDERS, FULL, Reader
from khumue.catalogue import load_catalogue

pytestmark = pytest.mark.browser

PATH = "learn/area-planner/"
ITEMS = len(load_catalogue().paths["area-planner"].items)
BLOCKED = "Object.defineProperty(window, 'localStorage', {get () { throw new DOMException('no', 'SecurityError') }})"
GOOD = {"format": "khumue-progress", "version": 1, "path": "area-planner", "date": "2026-11-20"}


def ticked(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(".path input:checked", "boxes => boxes.map(box => box.value)")
    return found


def choose(page: Page, file: Path) -> str:
    """What the page says of a file that the reader chooses to import."""
    page.locator(".file-said").evaluate("said => { said.textContent = '' }")
    with page.expect_file_chooser() as chooser:
        page.locator("[data-do=import]").click()
    chooser.value.set_files(file)
    expect(page.locator(".file-said")).not_to_be_empty()
    return page.locator(".file-said").inner_text()


def written(folder: Path, content: Any) -> Path:
    file = folder / "progress.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return file


@FOLDERS
def test_a_new_colleague_finds_the_path_in_two_clicks(reader: Reader, folder: str) -> None:
    page = reader.open(folder, width=390)
    page.locator("main article").get_by_role("link", name="ฉันเพิ่งมาใหม่" if not folder else "I am new here").click()
    page.locator(".cards a").first.click()
    page.wait_for_url(f"**/{folder}{PATH}")
    expect(page.locator(".trail a")).to_have_count(2)


def test_every_link_of_every_path_opens_at_its_place(reader: Reader) -> None:
    page = reader.open("learn/", width=390)
    paths = page.eval_on_selector_all(".cards a", "links => links.map(link => link.href)")
    found = set()
    for path in paths:
        page.goto(path)
        found |= set(page.eval_on_selector_all(".path-links a", "links => links.map(link => link.href)"))
    assert len(paths) == 5
    missing = page.evaluate(
        """async links => {
          const pages = new Map()
          const missing = []
          for (const link of links) {
            const [address, anchor] = link.split("#")
            if (!pages.has(address)) {
              const answer = await fetch(address)
              pages.set(address, answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null)
            }
            const page = pages.get(address)
            if (!page || (anchor && !page.getElementById(anchor))) missing.push(link)
          }
          return missing
        }""",
        sorted(found),
    )
    assert missing == []


@FOLDERS
def test_ticks_are_counted_by_stage_and_kept_for_both_languages(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PATH, width=390)
    page.locator("#item-hand-overs > input").check()
    page.locator("#item-annual-plan > input").focus()
    page.keyboard.press("Space")
    said = page.locator(".ticking [role=status]").first
    expect(said).to_have_text(f"ทำแล้ว 2 จาก {ITEMS} ข้อ" if not folder else f"2 of {ITEMS} done")
    expect(page.locator("[data-stage=day]")).to_contain_text("1")
    expect(page.locator("[data-stage=week]")).to_contain_text("1")
    expect(page.locator("[data-stage=month]")).to_contain_text("0")
    page.locator(".language-switch").click()
    page.wait_for_url("**/en/**" if not folder else "**/learn/**")
    assert ticked(page) == ["item-hand-overs", "item-annual-plan"]
    page.goto(f"{reader.address}{folder}learn/")
    expect(page.locator("[data-progress=area-planner]")).to_contain_text("2")
    expect(page.locator("[data-progress=reviewer]")).to_be_hidden()


@FOLDERS
def test_progress_goes_out_as_a_file_and_comes_back(reader: Reader, folder: str, tmp_path: Path) -> None:
    page = reader.open(folder + PATH)
    page.locator("#item-hand-overs > input").check()
    with page.expect_download() as download:
        page.locator("[data-do=export]").click()
    name = download.value.suggested_filename
    assert name.startswith("ความก้าวหน้า-เจ้าหน้าที่แผน" if not folder else "progress-Planner-in-an-area-office-")
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    exported = json.loads(file.read_text(encoding="utf-8"))
    assert {key: exported[key] for key in ("format", "version", "path")} == {
        key: GOOD[key] for key in ("format", "version", "path")
    }
    assert exported["ticked"] == ["item-hand-overs"]
    page.locator("[data-do=clear]").click()
    page.locator("#item-first-words > input").check()
    assert "1" in choose(page, file)
    assert ticked(page) == ["item-hand-overs", "item-first-words"]
    page.reload()
    assert ticked(page) == ["item-hand-overs", "item-first-words"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "อ่านแฟ้มนี้ไม่ได้"),
        ("", "อ่านแฟ้มนี้ไม่ได้"),
        ("x" * 200_000, "อ่านแฟ้มนี้ไม่ได้"),
        ({**GOOD, "ticked": "all"}, "อ่านแฟ้มนี้ไม่ได้"),
        ("null", "ไม่ใช่แฟ้มความก้าวหน้า"),
        ({"ticked": []}, "ไม่ใช่แฟ้มความก้าวหน้า"),
        ({**GOOD, "version": 2, "ticked": ["item-first-words"]}, "รุ่น 2"),
        ({**GOOD, "path": "reviewer", "ticked": ["item-first-words"]}, "เส้นทางอื่น (reviewer)"),
        ({**GOOD, "ticked": ["item-gone", "item-gone", 7, None]}, "รับเครื่องหมายจากแฟ้มแล้ว 0 ข้อ ไม่รับ 3 ข้อ"),
    ],
    ids=["broken", "empty", "large", "no list", "nothing", "other format", "other version", "other path", "old items"],
)
def test_a_file_that_does_not_fit_is_told_and_costs_no_tick(
    reader: Reader, tmp_path: Path, content: Any, said: str
) -> None:
    page = reader.open(PATH)
    page.locator("#item-hand-overs > input").check()
    answer = choose(page, written(tmp_path, content))
    assert said in answer
    assert "เครื่องหมายเดิมยังอยู่ครบ" in answer
    assert ticked(page) == ["item-hand-overs"]


def test_what_an_import_took_and_left_is_told(reader: Reader, tmp_path: Path) -> None:
    page = reader.open("en/" + PATH)
    file = written(tmp_path, {**GOOD, "ticked": ["item-first-words", "item-a-letter", "item-gone"]})
    assert choose(page, file).startswith("Taken from the file: 2. Not taken, because this path no longer has them: 1.")
    assert ticked(page) == ["item-first-words", "item-a-letter"]


@pytest.mark.parametrize("script", [FULL, BLOCKED], ids=["full", "blocked"])
def test_where_nothing_is_kept_the_page_works_and_says_so(reader: Reader, script: str) -> None:
    page = reader.open(PATH, script=script if script == FULL else "")
    if script == BLOCKED:  # the theme itself reads the storage when it starts: it is taken away after that
        page.evaluate(BLOCKED)
    page.locator("#item-hand-overs > input").check()
    said = page.locator(".ticking [role=status]").first
    expect(said).to_contain_text(f"ทำแล้ว 1 จาก {ITEMS} ข้อ")
    expect(said).to_contain_text("ให้ส่งออกเป็นแฟ้มหรือพิมพ์")
    with page.expect_download() as download:
        page.locator("[data-do=export]").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["ticked"] == ["item-hand-overs"]


def test_ticks_are_cleared_and_brought_back(reader: Reader) -> None:
    page = reader.open(PATH)
    page.locator("#item-hand-overs > input").check()
    clear = page.locator("[data-do=clear]")
    clear.click()
    assert ticked(page) == []
    clear.click()
    assert ticked(page) == ["item-hand-overs"]


@FOLDERS
def test_without_scripts_everything_can_be_read_and_the_page_says_what_is_lost(
    browser: Browser, address: str, folder: str
) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900}).new_page()
    page.goto(address + folder + PATH)
    expect(page.locator("[data-no-script]")).to_be_visible()
    expect(page.locator(".ticking")).to_be_hidden()
    expect(page.locator(".path-done:visible")).to_have_count(ITEMS)
    page.emulate_media(media="print")
    expect(page.locator(".trainer-sheet")).to_be_visible()


@FOLDERS
def test_paper_shows_no_answers(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PATH)
    page.emulate_media(media="print")
    expect(page.locator("#item-hand-overs .path-done")).to_be_visible()
    expect(page.locator(".asking").first).to_be_hidden()


@FOLDERS
def test_the_sheet_for_the_trainer_is_one_page_of_a4(reader: Reader, folder: str, tmp_path: Path) -> None:
    page = reader.open(folder + PATH)
    page.evaluate("window.print = () => { window.printed = document.documentElement.className }")
    page.locator("[data-do=print]").click()
    assert "print-sheet" in page.evaluate("printed")
    page.evaluate("document.documentElement.classList.add('print-sheet')")
    page.emulate_media(media="print")
    expect(page.locator("#item-hand-overs")).to_be_hidden()
    expect(page.locator(".trainer-sheet tbody td:nth-child(3)")).to_have_count(ITEMS)
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as document:
        assert [[round(side) for side in sheet.get_size()] for sheet in document] == [[595, 842]]


@FOLDERS
def test_the_keyboard_alone_reaches_every_control_and_ticks(reader: Reader, folder: str) -> None:
    page = reader.open(folder + PATH)
    reached = []
    page.locator("h1").evaluate("title => { title.tabIndex = -1; title.focus() }")
    for _ in range(16):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.do ?? document.activeElement.value ?? ''"))
    stops = [name for name in reached if name]
    assert stops[:5] == ["print", "export", "import", "item-where-you-stand", "item-hand-overs"]
    page.locator("#item-hand-overs > input").focus()
    page.keyboard.press("Space")
    assert ticked(page) == ["item-hand-overs"]
