"""Old addresses of pages whose ids have changed lead to the new ones, in both languages."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from khumue.frozen import replace
from khumue.site import handbook
from khumue.site.pages import build_pages
from khumue.site.redirects import old_paths, redirect_page
from site_build import build_site
from site_catalogue import CATALOGUE, MARKUP, RULES
from site_html import Html

PLAN = "angthong/annual-action-plan"
JOB = "annual-action-plan"
ROLE = next(iter(CATALOGUE.roles))
MOVED = replace(
    CATALOGUE,
    procedures={
        **CATALOGUE.procedures,
        PLAN: replace(CATALOGUE.procedures[PLAN], was=("angthong/yearly-plan", "office/plan")),
    },
    jobs={**CATALOGUE.jobs, JOB: replace(CATALOGUE.jobs[JOB], was=("yearly-plan",))},
    roles={**CATALOGUE.roles, ROLE: replace(CATALOGUE.roles[ROLE], was=("old-post",))},
)
ADDRESSES = {
    "procedures/angthong/yearly-plan/": "procedures/angthong/annual-action-plan/",
    "procedures/office/plan/": "procedures/angthong/annual-action-plan/",
    "jobs/yearly-plan/": "jobs/annual-action-plan/",
    "roles/old-post/": f"roles/{ROLE}/",
}


@pytest.mark.parametrize("site_url", ["", "https://example.org/book/"])
def test_every_old_address_leads_to_the_page_in_its_language(
    site_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handbook, "load_catalogue", lambda _: MOVED)
    site = build_site(tmp_path, site_url=site_url)
    for folder in ("", "en/"):
        for old, new in ADDRESSES.items():
            text = (site / folder / old / "index.html").read_text(encoding="utf-8")
            page = Html(text)
            (link,) = page.links
            assert urljoin(f"/{folder}{old}", link) == f"/{folder}{new}"
            (canonical,) = page.find("link", rel="canonical")
            assert canonical.attributes["href"] == (f"{site_url}{folder}{new}" if site_url else link)
            assert next(page.find("html")).attributes["lang"] == ("en" if folder else "th")
            assert f'content="0; url={link}"' in text
            assert "Content-Security-Policy" in text
            assert (site / folder / new / "index.html").is_file()
            assert not list((site / folder).rglob("search_index.json")) or old not in (
                site / folder / "search/search_index.json"
            ).read_text(encoding="utf-8")
    if site_url:
        assert "yearly-plan" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_page_that_is_not_made_gets_no_address() -> None:
    pages = build_pages(MOVED, RULES, "th")
    assert len(old_paths(MOVED, pages)) == len(ADDRESSES)
    assert old_paths(MOVED, {}) == {}


def test_a_title_that_looks_like_markup_is_printed_as_it_stands() -> None:
    page = Html(redirect_page("../new/", "../new/", MARKUP, "en"))
    assert next(page.find("title")).text == MARKUP
    assert MARKUP in page.text
    assert list(page.find("b")) == []
