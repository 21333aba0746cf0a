"""The handbook as one long page: everything in it once, in order, with links that lead into the book."""

from __future__ import annotations

import re

import pytest

from khumue.site.book import Entry, bind, contents_of
from site_html import Html

NAVIGATION = """<nav class="site-nav" aria-label="x"><ul>
<li class="site-nav__group"><a href="index.html" aria-current="page">Home</a></li>
<li class="site-nav__group"><details><summary>Work</summary><ul><li><a href="work/index.html">All &amp; more</a></li>
<li class="site-nav__part"><details><summary>Office</summary><ul><li><a href="work/office/plan.html">Plan</a></li></ul>
</details></li></ul></details></li>
<li class="site-nav__group"><a href="about.html">About</a></li></ul></nav>"""


def page(title: str, body: str) -> str:
    return (
        f'<html><head><title>{title} - Book &amp; more</title><meta name="description" content="The &quot;lead&quot;">'
        f'<link rel="stylesheet" href="assets/theme.css"></head><body>{NAVIGATION}'
        f'<article class="inner"><h1 id="title">{title}</h1>{body}</article><footer>Footer</footer></body></html>'
    )


PAGES = {
    "index.html": page("Home", ""),
    "about.html": page(
        "About", '<p><a href="https://example.org/?a=1&amp;b=2#c">out</a> <a href="assets/x.docx">file</a></p>'
    ),
    "work/index.html": page(
        "Work", '<h2 id="list">List</h2><a href="office/plan.html#step-1">s</a><a href="../index.html">h</a>'
    ),
    "work/office/plan.html": page(
        "Plan",
        '<h2 id="steps">Steps</h2><h3 id="step-1">One</h3><details><summary>More</summary>text</details>'
        '<svg aria-labelledby="t d"><title id="t">T</title><use href="#t"></use></svg>'
        '<time datetime="2026-11-20">ก</time>'
        '<a href="../index.html#list">l</a><a href="#step-1">own</a><a href="plan.html">top</a> id="text"',
    ),
}


def test_the_contents_are_those_of_the_navigation() -> None:
    assert contents_of(PAGES["index.html"]) == (
        Entry(level=0, title="Work", path=""),
        Entry(level=1, title="All &amp; more", path="work/index.html"),
        Entry(level=1, title="Office", path=""),
        Entry(level=2, title="Plan", path="work/office/plan.html"),
        Entry(level=0, title="About", path="about.html"),
    )


def test_every_page_is_in_the_book_once_in_order_and_as_deep_as_in_the_contents() -> None:
    text = bind(PAGES, "en")
    headings = re.findall(r"<h(\d) [^>]*>([^<]*)</h(\d)>", text)
    assert [(first, title) for first, title, last in headings if first == last] == [
        ("1", "Work"), ("2", "Work"), ("3", "List"), ("2", "Office"), ("3", "Plan"), ("4", "Steps"), ("5", "One"),
        ("1", "About"),
    ]  # fmt: skip
    assert "Footer" not in text
    assert "<details open" in text
    book = Html(text)
    assert next(book.find("html")).attributes["lang"] == "en"
    assert next(book.find("title")).text == "Book & more"
    assert 'The "lead"' in book.text
    assert "Last reviewed ก" in book.text
    assert len(book.anchors) == len(set(book.anchors))


def test_links_lead_into_the_book_or_out_of_it_or_are_none() -> None:
    book = Html(bind(PAGES, "en"))
    inside = [link.removeprefix("#") for link in book.links if link.startswith("#")]
    assert set(inside) <= set(book.anchors)
    assert {"work-office-plan--step-1", "work-index--list", "work-office-plan--title", "about--title"} <= set(inside)
    assert [link for link in book.links if not link.startswith("#")] == ["https://example.org/?a=1&b=2#c"]
    (use,) = book.find("use")
    assert use.attributes["href"] == "#work-office-plan--t"
    (drawing,) = book.find("svg")
    assert drawing.attributes["aria-labelledby"] == "work-office-plan--t work-office-plan--d"
    assert 'id="text"' in book.text


@pytest.mark.parametrize("numbers", [(), (3, 3, 4, 4, 12)])
def test_the_contents_say_where_each_entry_begins(numbers: tuple[int, ...]) -> None:
    book = Html(bind(PAGES, "en", numbers))
    said = [tag.text for tag in book.find("span", **{"class": "book-number"})]
    assert said == [str(number) for number in numbers or (0,) * 5]
