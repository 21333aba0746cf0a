"""A reader at the real search box: types a query, waits for the answer, and reads the list of results."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

from browsing import Reader
from khumue.thai import arabic
from site_html import Html

QUERIES = Path(__file__).parent / "data/search"

# Notes what the theme and the search's worker say to each other.
LISTEN = """
  self.messages = []
  self.Worker = class extends Worker {
    constructor(address) {
      super(address)
      self.workerAddress = String(address)
      this.addEventListener("message", ({data}) => messages.push({from: "worker", ...data}))
    }
    postMessage(data) {
      messages.push({from: "theme", ...data})
      super.postMessage(data)
    }
  }
"""
ANSWERED = """query => {
  const asked = messages.findLastIndex(({from, type, data}) => from === "theme" && type === 2 && data === query)
  return asked >= 0 && messages.slice(asked).some(({from, type}) => from === "worker" && type === 3)
}"""
LIST = """() => [...document.querySelectorAll(".md-search-result__item")].map(item =>
  [...item.querySelectorAll(".md-search-result__link")].map(link => ({
    address: link.href.replace(/\\?[^#]*/, ""), score: Number(link.firstElementChild.dataset.mdScore),
  })).sort((one, other) => other.score - one.score)[0].address)"""
BEST = f"({LIST})()[0]"
ALL = """() => messages.filter(({from, type}) => from === "worker" && type === 3).at(-1).data.items
  .map(item => item[0].location)"""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Addresses below the language's root: the first ten as listed, each the best of its page, and all found."""

    listed: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Expected:
    """A query with the pages or places that answer it; `same` are texts that mean the same as the query."""

    query: str
    kind: str
    find: tuple[str, ...]
    same: tuple[str, ...]


def read_queries(name: str) -> list[Expected]:
    rows: list[dict[str, Any]] = yaml.safe_load((QUERIES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [
        Expected(query=row[kind], kind=kind, find=tuple(row["find"]), same=tuple(row.get("same", ())))
        for row in rows
        for kind in ("keyword", "phrase")
        if kind in row
    ]


class Searcher:
    """The search of one language, opened, with everything downloaded."""

    def __init__(self, reader: Reader, folder: str) -> None:
        self._root = reader.address + folder
        self.page: Page = reader.open(folder, script=LISTEN)
        self.page.locator("input[name=query]").click()
        self.search("ฆฆฆฆ")  # found nowhere: the search has to look everywhere

    def search(self, query: str) -> Answer:
        self.page.locator("input[name=query]").fill(query)
        self.page.wait_for_function(ANSWERED, arg=query)
        return Answer(
            listed=tuple(address.removeprefix(self._root) for address in self.page.evaluate(LIST)[:10]),
            found=tuple(self.page.evaluate(ALL)),
        )


def is_found(expected: str, addresses: tuple[str, ...]) -> bool:
    """Whether an address is there, or one that begins with it; the home page has the empty address."""
    return any(address.startswith(expected) if expected else not address.split("#")[0] for address in addresses)


def squeeze(text: str) -> str:
    """The text without what the search does not look at."""
    return re.sub(r"[\s.\-–/“”()·]", "", arabic(text).lower())


def read_articles(site: Path, folder: str) -> dict[str, str]:
    """The content of every page of a language, as HTML, by its address."""
    articles = {}
    for path in sorted((site / folder).rglob("index.html")):
        address = path.parent.relative_to(site / folder).as_posix()
        if folder or address.split("/")[0] != "en":
            html = path.read_text(encoding="utf-8")
            articles["" if address == "." else f"{address}/"] = html[html.index("<article") : html.index("</article>")]
    return articles


def article_texts(site: Path, folder: str) -> dict[str, str]:
    """The text of every page of a language, without navigation."""
    return {address: Html(html).text for address, html in read_articles(site, folder).items()}


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What a list of queries came to, each a share of one, and what went wrong."""

    recall: float
    precision: float
    first: float
    faults: tuple[str, ...]


def evaluate(searcher: Searcher, queries: list[Expected], texts: dict[str, str]) -> Figures:
    """Recall among the first ten and precision of all for keywords, the share of right first results for phrases.

    A page found for a keyword is right where its text, by its address in `texts`, holds the keyword.
    """
    recalls, precisions, firsts, faults = [], [], [], []
    for expected in queries:
        answer = searcher.search(expected.query)
        if not answer.listed:
            faults.append(f"{expected.query}: nothing")
        if expected.kind == "phrase":
            firsts.append(any(is_found(address, answer.listed[:1]) for address in expected.find))
            if not firsts[-1]:
                faults.append(f"{expected.query}: first {answer.listed[:1]}")
            continue
        missing = [address for address in expected.find if not is_found(address, answer.listed)]
        recalls.append(1 - len(missing) / len(expected.find))
        wanted = [squeeze(text) for text in (expected.query, *expected.same)]
        pages = [location.split("#")[0] for location in answer.found]
        wrong = [page for page in pages if not any(text in texts[page] for text in wanted)]
        precisions.append(1 - len(wrong) / len(pages) if pages else 0)
        if missing or len(wrong) > len(pages) / 10:
            faults.append(f"{expected.query}: without {missing}, with {wrong}")
    return Figures(
        recall=sum(recalls) / len(recalls),
        precision=sum(precisions) / len(precisions),
        first=sum(firsts) / len(firsts),
        faults=tuple(faults),
    )
