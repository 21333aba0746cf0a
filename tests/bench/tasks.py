"""Twenty questions of planners, answered by clicks and by the search, on a phone: clicks, pages loaded, seconds.

    python -m bench.tasks [SITE]

`tests/data/planner-tasks.yaml` has the questions. By search a person types what stands under `typed` and opens the
first result; the way counts where the answer stands on the page that opens, otherwise a second search is needed.

Machine seconds are those that the pages take here, from a local server. A person's seconds are an estimate by the
keystroke-level model (Card, Moran and Newell, "The Keystroke-Level Model for User Performance Time with Interactive
Systems", CACM 23(7), 1980): 1.35 to make up one's mind, 1.10 to point, 0.20 to press and let go, 0.28 for each letter
of an average typist. Reading is not part of that model, nor is it of this estimate.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Error, Page, sync_playwright

from browsing import Reader, serving
from khumue.model import LANGUAGES, Language
from make_pdf import find_browser
from site_build import build_site

QUESTIONS = Path(__file__).parents[1] / "data/planner-tasks.yaml"
MOST_CLICKS = 3
_MIND, _POINT, _PRESS, _LETTER = 1.35, 1.10, 0.20, 0.28
_TAP = _MIND + _POINT + _PRESS
_ARTICLE = "main article"


@dataclass(frozen=True, kw_only=True)
class Walk:
    """How an answer was reached. `machine` and `person` are seconds, the machine's part of the person's included."""

    clicks: int
    loads: int
    machine: float
    person: float
    found: bool


def main() -> None:
    """Walk every way in both languages and print the table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(sys.argv[1]) if len(sys.argv) > 1 else build_site(Path(folder))
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with serving(site) as address:
            print(f"{'way':8}{'clicks':>7}{'loads':>7}{'machine s':>11}{'person s':>10}  question")
            walked = []
            for each in _walk_all(Reader(browser=chromium, address=address)):
                walked.append(each)
                print(_told(*each), flush=True)
        chromium.close()
    _report(walked)


def _walk_all(reader: Reader) -> Iterator[tuple[str, Language, str, Walk]]:
    for question in yaml.safe_load(QUESTIONS.read_text(encoding="utf-8")):
        for language in LANGUAGES:
            for way, walk in (("clicks", _by_clicks), ("search", _by_search)):
                page = reader.open(("en/" if language == "en" else "") + question.get("start", ""), width=390)
                yield question["ask"], language, way, walk(page, question, language)
                page.context.close()


def _by_clicks(page: Page, question: dict[str, Any], language: Language) -> Walk:
    loads, start = 0, time.perf_counter()
    for click in question["clicks"]:
        before = page.url
        page.locator(_ARTICLE).get_by_role("link", name=click[language], exact=True).last.click()
        page.wait_for_load_state()
        loads += page.url.partition("#")[0] != before.partition("#")[0]
    clicks, machine = len(question["clicks"]), time.perf_counter() - start
    return _walk(page, question, language, clicks=clicks, loads=loads, machine=machine, letters=0)


def _by_search(page: Page, question: dict[str, Any], language: Language) -> Walk:
    start, typed = time.perf_counter(), question["typed"][language]
    page.locator("[data-opens=__search]").click()
    page.locator("input[name=query]").fill(typed)
    found = page.locator(".md-search-result__item a").first
    try:
        found.wait_for(timeout=5_000)
    except Error:
        return Walk(clicks=1, loads=0, machine=0, person=0, found=False)
    found.click()
    page.wait_for_load_state()
    machine = time.perf_counter() - start
    return _walk(page, question, language, clicks=2, loads=1, machine=machine, letters=len(typed))


def _walk(
    page: Page, question: dict[str, Any], language: Language, *, clicks: int, loads: int, machine: float, letters: int
) -> Walk:
    mind = _MIND if letters else 0
    return Walk(
        clicks=clicks,
        loads=loads,
        machine=machine,
        person=clicks * _TAP + mind + letters * _LETTER + machine,
        found=question["read"][language] in (page.locator(_ARTICLE).text_content() or ""),
    )


def _told(ask: str, language: Language, way: str, walk: Walk) -> str:
    said = "" if walk.found else "  NOT FOUND: a second search" if way == "search" else "  NOT FOUND"
    return f"{way:6}{language}{walk.clicks:7}{walk.loads:7}{walk.machine:11.2f}{walk.person:10.1f}  {ask}{said}"


def _report(walked: list[tuple[str, Language, str, Walk]]) -> None:
    for way in ("clicks", "search"):
        own = [walk for _, _, each, walk in walked if each == way]
        found = sum(walk.found for walk in own)
        print(f"{way}: {found} of {len(own)} found, at most {max(walk.clicks for walk in own)} clicks")
    print(f"within {MOST_CLICKS} clicks and one search: {all(w.found and w.clicks <= MOST_CLICKS for *_, w in walked)}")


if __name__ == "__main__":
    main()
