"""The built site: both languages complete, linked to each other, strict, and loading nothing from elsewhere."""

from __future__ import annotations

import base64
import gzip
import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from khumue.catalogue import DataError, Fault, load_catalogue
from khumue.model import Text
from khumue.site import handbook
from site_build import build_site, copy_project
from site_catalogue import CATALOGUE, MARKUP
from site_html import Html

LOADING = {
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "use": "href",
    "form": "action",
}
NOT_LOADED = {"alternate", "canonical", "prev", "next"}


@cache
def read(path: Path) -> Html:
    return Html(path.read_text(encoding="utf-8"))


def pages(site: Path) -> dict[str, Html]:
    """Every page by its address below the site's root."""
    files = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    return {path.relative_to(site).as_posix().removesuffix("index.html"): read(path) for path in files}


def thai_pages(site: Path) -> dict[str, Html]:
    return {url: page for url, page in pages(site).items() if not url.startswith("en/")}


def search_pages(site: Path, folder: str) -> dict[str, list[list[Any]]]:
    """The sections of every page as the search knows them, by the page's address."""
    script = (site / folder / "assets/search/index.js").read_text(encoding="utf-8")
    packed = script.split('"')[3]
    index = json.loads(gzip.decompress(base64.b64decode(packed)).decode("cp874"))
    return {url: sections for url, _, sections in index["pages"]}


def test_both_languages_have_the_same_pages(site: Path) -> None:
    thai = set(thai_pages(site))
    assert {url.removeprefix("en/") for url in pages(site) if url.startswith("en/")} == thai
    assert {"", "check/", "about/", "procedures/", "references/", "roles/", "sections/", "glossary/", "rules/"} <= thai
    assert {"procedures/angthong/annual-action-plan/", "rules/S101/"} <= thai


def test_every_page_says_its_language_and_has_one_title(site: Path) -> None:
    for url, page in pages(site).items():
        assert next(page.find("html")).attributes["lang"] == ("en" if url.startswith("en/") else "th")
        assert next(page.find("body")).attributes["dir"] == "ltr"
        assert len(list(page.find("h1"))) == 1, url
        assert next(page.find("title")).text.strip()


def test_every_page_links_to_itself_in_the_other_language(site: Path) -> None:
    built = pages(site)
    for url, page in built.items():
        (switch,) = page.find("a", **{"class": "language-switch"})
        other = url.removeprefix("en/") if url.startswith("en/") else f"en/{url}"
        assert urljoin(f"/{url}", switch.attributes["href"]) == f"/{other}"
        assert switch.attributes["hreflang"] == ("th" if url.startswith("en/") else "en")


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    built = pages(site)
    for url, page in built.items():
        for link in page.links:
            parts = urlsplit(urljoin(f"http://site/{url}", link))
            if parts.netloc != "site" or parts.scheme == "javascript":
                continue
            target = unquote(parts.path).removeprefix("/")
            if target not in built:
                assert (site / target).is_file(), f"{url} links to {link}"
            else:
                assert not parts.fragment or parts.fragment in built[target].anchors, f"{url} links to {link}"


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        for tag in read(path).tags:
            if tag.name in LOADING and not NOT_LOADED & set(tag.attributes.get("rel", "").split()):
                address = tag.attributes.get(LOADING[tag.name], "")
                assert not re.match(r"(https?:)?//", address), f"{path}: {address}"
    for path in site.rglob("*.css"):
        for address in re.findall(r"url\(\s*['\"]?([^)'\"]*)", path.read_text(encoding="utf-8")):
            assert not re.match(r"(https?:)?//", address), f"{path}: {address}"


def test_styles_find_their_fonts_and_pictures(site: Path) -> None:
    style = site / "assets/handbook.css"
    addresses = re.findall(r"url\(([^)]*)\)", style.read_text(encoding="utf-8"))
    assert len(addresses) >= 4
    assert all((style.parent / address).is_file() for address in addresses)


def test_each_language_has_its_own_search(site: Path) -> None:
    thai, english = search_pages(site, ""), search_pages(site, "en")
    assert set(thai) == set(english) == set(thai_pages(site))
    for procedure, pages in ((p, (thai, english)) for p in load_catalogue().procedures.values()):
        for built in pages:
            anchors = {anchor for anchor, *_ in built[f"procedures/{procedure.id}/"]}
            assert {f"step-{step.id}" for step in procedure.steps} <= anchors


def test_one_page_for_wrong_addresses_speaks_both_languages_wherever_it_is_read(site: Path) -> None:
    (path,) = site.rglob("404.html")
    assert path.parent == site
    page = read(path)
    assert "ไม่พบหน้านี้" in page.text
    assert "Page not found" in page.text
    assert next(page.find("meta", name="robots")).attributes["content"] == "noindex"
    addresses = page.links + [tag.attributes["href"] for tag in page.find("link", rel="stylesheet")]
    addresses += [tag.attributes["src"] for tag in page.find("script") if "src" in tag.attributes]
    inside = {each for each in addresses if each[:1] not in "#?"}
    assert {"/", "/en/"} < inside
    for address in inside:
        target = site / address.removeprefix("/")
        assert address.startswith("/")
        assert target.is_file() or (target / "index.html").is_file(), address


def test_without_an_address_nothing_is_said_that_needs_one(site: Path) -> None:
    assert not list(site.rglob("sitemap.xml*"))
    for url, page in pages(site).items():
        assert not [tag for tag in page.find("link") if "hreflang" in tag.attributes], url
        assert not list(page.find("link", rel="canonical")), url


ADDRESS = "https://example.org/book/"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that knows where it will stand."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handbook, "load_catalogue", lambda _: CATALOGUE)
        return build_site(tmp_path_factory.mktemp("addressed"), site_url=ADDRESS)


def languages_of(url: str) -> dict[str, str]:
    """What a page must say of its languages."""
    thai = ADDRESS + url.removeprefix("en/")
    return {"th": thai, "x-default": thai, "en": f"{ADDRESS}en/{url.removeprefix('en/')}"}


def test_a_page_that_knows_its_address_names_itself_in_each_language(addressed: Path) -> None:
    for url, page in pages(addressed).items():
        links = [tag.attributes for tag in page.find("link") if "hreflang" in tag.attributes]
        assert {link["hreflang"]: link["href"] for link in links} == languages_of(url)
        assert next(page.find("link", rel="canonical")).attributes["href"] == ADDRESS + url
    assert "/book/en/" in read(addressed / "404.html").links


def test_the_site_map_holds_every_page_once_with_its_languages(addressed: Path) -> None:
    (path,) = addressed.rglob("sitemap.xml")
    entries = ET.parse(path).getroot().findall("{*}url")
    said = {
        entry.findtext("{*}loc", ""): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("{*}link")
        }
        for entry in entries
    }
    assert len(said) == len(entries)
    assert said == {ADDRESS + url: languages_of(url) for url in pages(addressed)}


def test_data_that_looks_like_markup_comes_through_the_build_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handbook, "load_catalogue", lambda _: CATALOGUE)
    site = build_site(tmp_path)
    screen = read(site / "procedures/other/screen/index.html")
    assert next(screen.find("h1")).text == f"กลั่นกรองแผน {MARKUP}"
    assert next(screen.find("title")).text.startswith(f"กลั่นกรองแผน {MARKUP}")
    assert MARKUP in next(screen.find("nav", **{"class": "site-nav"})).text
    assert list(screen.find("b")) == []
    assert search_pages(site, "")["procedures/other/screen/"][0][1] == f"กลั่นกรองแผน {MARKUP}"


@pytest.mark.parametrize("fault", ["{{ nothing }}", "[nowhere](nowhere.md)", "[no anchor](references.md#nowhere)"])
def test_a_fault_in_one_language_fails_the_build(fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handbook, "load_catalogue", lambda _: CATALOGUE)
    project = copy_project(tmp_path)
    about = project / "docs/en/about.md"
    about.write_text(about.read_text(encoding="utf-8") + f"\n\n{fault}\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        build_site(tmp_path / "site", project=project)


def test_invalid_data_fails_the_build_with_its_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def invalid(_: object) -> None:
        raise DataError(
            [Fault(file="procedures/x.yaml", path="steps[2].by", message=Text(th="ไม่ใช่", en="is not a role"))]
        )

    monkeypatch.setattr(handbook, "load_catalogue", invalid)
    with pytest.raises(SystemExit):
        build_site(tmp_path)
    assert "procedures/x.yaml: steps[2].by: is not a role" in caplog.text
