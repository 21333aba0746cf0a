"""How the search does: `python -m bench.searching` measures what is found, how fast, and what is downloaded.

It prints one table and writes it into the handbook; `--wrong` lists every query that was answered wrongly. Times are
those of the worker in Chromium, per query, on this site and on one of 4,000 pages, copies of its own.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.publishing import fill, machine, publish_tables
from bench.rows import Row, as_text, share
from browsing import Reader, serving
from khumue.site.alternates import FOLDERS
from khumue.site.searchfiles import search_files
from khumue.site.searchtext import SearchPage, Section, read_page
from khumue.vocabulary import Language, Text
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


LISTS = {
    "": Text(th="ใช้ปรับการค้นหา", en="used for tuning"),
    "-unseen": Text(th="ไม่ได้ใช้ปรับ", en="not used for tuning"),
    "-fresh": Text(th="เขียนหลังปรับเสร็จ", en="written after tuning"),
}
LANGUAGES: dict[Language, Text] = {"th": Text(th="ภาษาไทย", en="Thai"), "en": Text(th="ภาษาอังกฤษ", en="English")}


def main() -> None:
    """Build the site, measure, print and publish."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--wrong", action="store_true")
    wrong = options.parse_args().wrong
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = build_site(Path(name))
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with serving(site) as address:
            for language in LANGUAGES:
                folder = FOLDERS[language]
                reader = Reader(browser=browser, address=address)
                rows += _found(reader, site, folder, language, wrong=wrong)
                rows += _downloaded(site / folder / "assets/search", language)
                queries = [each.query for part in LISTS for each in read_queries(language + part)]
                page, worker = reader.open(folder), f"{address}{folder}assets/search/worker.js"
                rows += _timed(language, Text(th="เว็บไซต์นี้", en="this site"), 10, page, worker, queries)
                _grow(site, folder)
                rows += _timed(language, Text(th=f"{PAGES:,} หน้า", en=f"{PAGES:,} pages"), 40, page, worker, queries)
        browser.close()
    print(as_text(rows))
    publish_tables({"search": rows})
    about = machine()
    for each in LANGUAGES:
        fill({"search-machine": about[each]}, each)


def _found(reader: Reader, site: Path, folder: str, language: Language, *, wrong: bool) -> Iterator[Row]:
    searcher, name = Searcher(reader, folder), LANGUAGES[language]
    texts = {address: squeeze(text) for address, text in article_texts(site, folder).items()}
    for part, kept in LISTS.items():
        queries = read_queries(language + part)
        figures = evaluate(searcher, queries, texts)
        phrases = sum(each.kind == "phrase" for each in queries)
        keywords = len(queries) - phrases

        def named(th: str, en: str, name: Text = name, kept: Text = kept) -> Text:
            return Text(th=f"{th} {name.th} {kept.th}", en=f"{en}, {name.en}, {kept.en}")

        yield share(
            named("คำค้น: พบหน้าที่ถูกใน 10 หน้าแรก", "Keywords: right pages among the first ten"),
            keywords,
            figures.recall,
            1,
        )
        yield share(
            named("คำค้น: หน้าที่พบมีคำค้น", "Keywords: pages found that hold them"), keywords, figures.precision, 0.9
        )
        yield share(
            named("วลีและคำถาม: หน้าแรกที่พบถูก", "Phrases and questions: first page right"), phrases, figures.first, 0.95
        )
        if wrong:
            print(language + part, *figures.faults, sep="\n  ")


def _downloaded(folder: Path, language: Language) -> Iterator[Row]:
    """Compressed as a server does it: what the first answer needs, then what completes it."""
    size = {path.stem: len(gzip.compress(path.read_bytes(), 9)) / 1000 for path in folder.iterdir()}
    first, rest = size["worker"] + size["index"], size["more"] + size["minisearch"]
    name = LANGUAGES[language]
    yield Row(
        what=Text(th=f"ดาวน์โหลดก่อนคำตอบแรก {name.th}", en=f"Downloaded before the first answer, {name.en}"),
        measured=f"{first:.0f} kB",
        target="≤ 80 kB",
        met=first <= 80,
    )
    what = Text(th=f"ดาวน์โหลดหลังจากนั้นเพื่อให้ครบ {name.th}", en=f"Downloaded after it, to complete it, {name.en}")
    yield Row(what=what, measured=f"{rest:.0f} kB")


def _timed(language: Language, where: Text, limit: int, page: Page, worker: str, queries: list[str]) -> Iterator[Row]:
    opened, *taken = page.evaluate(ASK, [worker, queries, TIMES])
    mean, slow, name = statistics.mean(taken), statistics.quantiles(taken, n=20)[-1], LANGUAGES[language]
    yield Row(
        what=Text(th=f"เวลาต่อคำค้น เฉลี่ย {name.th} {where.th}", en=f"A query, mean, {name.en}, {where.en}"),
        of=f"{len(queries):,}",
        measured=f"{mean:.1f} ms",
        target=f"≤ {limit} ms",
        met=mean <= limit,
    )
    what = Text(th=f"— ร้อยละ 95 ใช้เวลาไม่เกิน {where.th}", en=f"— 95 % take at most, {where.en}")
    yield Row(what=what, measured=f"{slow:.1f} ms")
    yield Row(
        what=Text(th=f"— พร้อมค้นทุกหน้า {where.th}", en=f"— all pages ready, {where.en}"), measured=f"{opened:.0f} ms"
    )


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
