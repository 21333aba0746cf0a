"""The site that `make offline` builds, opened from its folder: everything works that works on a server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from browsing import FOLDERS, Reader
from khumue.site import handbook
from site_build import build_site
from site_catalogue import CATALOGUE
from site_html import Html

pytestmark = pytest.mark.browser

PLAN = "procedures/angthong/annual-action-plan.html"


@pytest.fixture(scope="module")
def folder_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline site under a name with Thai letters and spaces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handbook, "load_catalogue", lambda _: CATALOGUE)
        return build_site(tmp_path_factory.mktemp("offline") / "คู่มือ งานแผน", offline=True)


@pytest.fixture
def file_reader(browser: Browser, folder_site: Path) -> Iterator[Reader]:
    """A reader who opens the files; the test fails when a page asks for anything else or reports an error."""
    reader = Reader(browser=browser, address=f"{folder_site.as_uri()}/")
    yield reader
    for context in browser.contexts:
        context.close()
    assert reader.faults == []


def test_every_link_leads_to_a_file_and_its_place(folder_site: Path) -> None:
    pages = {path: Html(path.read_text(encoding="utf-8")) for path in folder_site.rglob("*.html")}
    del pages[folder_site / "404.html"]
    assert len(pages) > 40
    for path, page in pages.items():
        addresses = page.links + [tag.attributes["src"] for tag in page.find("script") if "src" in tag.attributes]
        addresses += [tag.attributes["href"] for tag in page.find("link")]
        for address in addresses:
            link = urlsplit(urljoin(path.as_uri(), address))
            if link.scheme == "file":
                target = Path(unquote(link.path))
                assert target.is_file(), f"{path.relative_to(folder_site)}: {address}"
                assert not link.fragment or link.fragment in pages[target].anchors, f"{path}: {address}"


@FOLDERS
def test_pages_have_their_look_and_lead_to_each_other(file_reader: Reader, folder: str) -> None:
    page = file_reader.open(f"{folder}index.html")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Sarabun', 'แผน'))")
    assert "url(" in page.evaluate("getComputedStyle(document.querySelector('.md-header'), '::after').backgroundImage")
    page.locator(".md-tabs a").nth(2).click()
    page.wait_for_url(f"{file_reader.address}{folder}tasks.html")
    page.locator("article a[href$='angthong/annual-action-plan.html']").first.click()
    expect(page.locator(".flow-fig svg").first).to_be_visible()
    page.locator("figure a[href^='#step-']:visible").nth(1).click()
    page.wait_for_url("**#step-*")
    page.locator(".md-logo").click()
    page.wait_for_url(f"{file_reader.address}{folder}index.html")


@FOLDERS
def test_the_language_switch_stays_on_the_page(file_reader: Reader, folder: str) -> None:
    page = file_reader.open(f"{folder}{PLAN}#references")
    page.locator(".language-switch").click()
    other = "" if folder else "en/"
    page.wait_for_url(f"{file_reader.address}{other}{PLAN}#references")
    expect(page.locator("html")).to_have_attribute("lang", "en" if other else "th")


@pytest.mark.parametrize(("folder", "query"), [("", "ปฏิบัติการประจำปี"), ("en/", "annual action plan")])
def test_the_search_finds_pages(file_reader: Reader, folder: str, query: str) -> None:
    page = file_reader.open(f"{folder}{PLAN}")
    page.locator("input[name=query]").click()
    page.keyboard.type(query)
    results = page.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    link = results.locator("a", has_text=re.compile(query[:6], re.IGNORECASE)).first
    link.click()
    page.wait_for_url(re.compile(f"^{re.escape(file_reader.address)}.*[.]html"))
    expect(page.locator("h1")).to_be_visible()
