"""How the search does: `python -m bench.searching` prints what is found, how fast, and what is downloaded.

Times are those of the worker in Chromium, per query, on this site and on one of 4,000 pages, copies of its own.
"""

from __future__ import annotations

import gzip
import statistics
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from browsing import Reader, serving
from khumue.site.searchfiles import search_files
from khumue.site.searchtext import SearchPage, Section, read_page
from make_pdf import find_browser
from searching import Searcher, article_texts, evaluate, read_articles, read_queries, squeeze
from site_build import build_site

PAGES = 4_000
TIMES = 5
ASK = """async ([address, queries, times]) => {
  const worker = new Worker(address)
  const ask = (type, data) => new Promise(resolve => {
    worker.onmessage = ({data}) => resolve(data)
    worker.postMessage({type, data})
  })
  await ask(0)
  const start = performance.now()
  await ask(2, "ฆฆฆฆ")
  const opened = performance.now() - start
  const fastest = []
  for (const query of queries) {
    const taken = []
    for (let run = 0; run < times; run++) {
      const start = performance.now()
      await ask(2, query)
      taken.push(performance.now() - start)
    }
    fastest.push(Math.min(...taken))
  }
  return [opened, ...fastest]
}"""


def main() -> None:
    """Build the site, then measure."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = build_site(Path(name))
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with serving(site) as address:
            for folder in ("", "en/"):
                language = folder.removesuffix("/") or "th"
                reader = Reader(browser=browser, address=address)
                _print_found(reader, site, folder, language)
                queries = [each.query for part in ("", "-unseen") for each in read_queries(language + part)]
                page = reader.open(folder)
                _print_times(f"{language}, this site", page, f"{address}{folder}assets/search/worker.js", queries)
                _grow(site, folder)
                _print_times(f"{language}, {PAGES:,} pages", page, f"{address}{folder}assets/search/worker.js", queries)
        browser.close()


def _print_found(reader: Reader, site: Path, folder: str, language: str) -> None:
    searcher = Searcher(reader, folder)
    texts = {address: squeeze(text) for address, text in article_texts(site, folder).items()}
    for part in (language, f"{language}-unseen"):
        figures = evaluate(searcher, read_queries(part), texts)
        print(f"{part}: recall@10 {figures.recall:.3f}, precision {figures.precision:.3f}, first {figures.first:.3f}")
        print(*(f"  {fault}" for fault in figures.faults), sep="\n")
    files = {
        path.name: len(gzip.compress(path.read_bytes(), 9)) for path in (site / folder / "assets/search").iterdir()
    }
    print(f"{language}: gzip -9: {files}")


def _print_times(name: str, page: Page, worker: str, queries: list[str]) -> None:
    opened, *taken = page.evaluate(ASK, [worker, queries, TIMES])
    slow = statistics.quantiles(taken, n=20)[-1]
    print(f"{name}: ready {opened:.0f} ms; a query {statistics.mean(taken):.1f} ms, 95 % within {slow:.1f} ms")


def _grow(site: Path, folder: str) -> None:
    """Put the search files of a large site into the place of this one's."""
    own = [read_page(html, address) for address, html in read_articles(site, folder).items()]
    pages = [_copy(own[number % len(own)], number // len(own)) for number in range(PAGES)]
    for path, script in search_files(pages, (), abbreviations=(), other_names={}, offices={}).items():
        (site / folder / "assets" / path).write_text(script, encoding="utf-8")


def _copy(page: SearchPage, number: int) -> SearchPage:
    """The same page elsewhere, with words of its own."""
    own = f" {number:03}"
    sections = tuple(
        Section(
            anchor=section.anchor,
            title=section.title + own,
            texts=[text + own for text in section.texts],
            asides=[text + own for text in section.asides],
            names=section.names,
        )
        for section in page.sections
    )
    return replace(page, url=f"{page.url}{number}/", sections=sections)


if __name__ == "__main__":
    main()
