"""The whole handbook of one language as one long page, for printing: cover, contents, every page in order.

Made from the built site, so that it holds what the site holds. Anchors get their page's name in front, and links
between pages lead to these.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from khumue.site.words import word

if TYPE_CHECKING:
    from khumue.model import Language

HOME = "index.html"
"""The home page, of which the book has the title and the contents."""

_NAVIGATION = re.compile(r'<nav class="site-nav".*?</nav>', re.DOTALL)
_ENTRY = re.compile(
    r'<summary>(?P<group>.*?)</summary>|<a href="(?P<href>[^"]*)"[^>]*>(?P<title>.*?)</a>|(?P<end></details>)'
)
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_ATTRIBUTE = re.compile(r'\s(id|href|src|aria-labelledby|aria-describedby)="([^"]*)"')
_HEADING = re.compile(r"<(/?)h([1-5])\b")
_REVIEWED = re.compile(r'<time datetime="([^"]*)">([^<]*)</time>')

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="stylesheet" href="{theme}">
<link rel="stylesheet" href="assets/handbook.css">
<link rel="stylesheet" href="assets/offline/book.css">
</head>
<body dir="ltr" data-md-color-scheme="default" class="book md-typeset">
<div class="book-cover"><p class="book-title">{title}</p><p class="book-lead">{lead}</p><p>{reviewed}</p></div>
<div class="book-contents"><p class="book-heading">{contents}</p>
{entries}
</div>
{pages}
</body>
</html>
"""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the contents: a heading over pages (`path` is empty), or a page. `title` is HTML."""

    level: int
    title: str
    path: str


def contents_of(home: str) -> tuple[Entry, ...]:
    """The contents from the navigation of the home page: everything but the home page itself."""
    found = _NAVIGATION.search(home)
    entries, level = [], 0
    for match in _ENTRY.finditer(found[0] if found else ""):
        if match["end"]:
            level -= 1
        elif match["group"] is not None:
            entries.append(Entry(level=level, title=match["group"].strip(), path=""))
            level += 1
        elif match["href"] != HOME:
            entries.append(Entry(level=level, title=match["title"].strip(), path=match["href"]))
    return tuple(entries)


def bind(pages: Mapping[str, str], language: Language, numbers: tuple[int, ...] = ()) -> str:
    """The book. `pages` are those of one language by their paths, the home page `index.html` among them.

    `numbers` are the printed pages on which the entries of the contents begin, as a first printing shows them.
    """
    home, entries = pages[HOME], contents_of(pages[HOME])
    reviewed = max((match.groups() for text in pages.values() for match in _REVIEWED.finditer(text)), default=("", ""))
    return _PAGE.format(
        language=language,
        title=_between(home, "<title>", "</title>").rpartition(" - ")[2],
        theme=_between(home, '<link rel="stylesheet" href="', '"'),
        lead=_between(home, '<meta name="description" content="', '"'),
        reviewed=f"{escape(word('summary.reviewed', language=language))} {reviewed[1]}" if reviewed[1] else "",
        contents=escape(word("book.contents", language=language)),
        entries="\n".join(_lines(entries, numbers or (0,) * len(entries))),
        pages="\n".join(_bound(entry, place, pages) for place, entry in enumerate(entries)),
    )


def _between(text: str, start: str, end: str) -> str:
    return text.split(start, 1)[1].split(end, 1)[0]


def _lines(entries: tuple[Entry, ...], numbers: tuple[int, ...]) -> Iterator[str]:
    for place, (entry, number) in enumerate(zip(entries, numbers, strict=True)):
        yield (
            f'<p class="book-entry book-level-{entry.level}"><a href="#{_anchor(entry, place)}">{entry.title}</a>'
            f'<span class="book-number">{number}</span></p>'
        )


def _anchor(entry: Entry, place: int) -> str:
    return f"{_name(entry.path)}--title" if entry.path else f"part-{place}"


def _name(path: str) -> str:
    return re.sub(r"[^\w-]+", "-", path.removesuffix(".html"))


def _bound(entry: Entry, place: int, pages: Mapping[str, str]) -> str:
    if not entry.path:
        kind = "group" if entry.level else "part"
        tag = f"h{entry.level + 1}"
        return f'<{tag} class="book-{kind}" id="{_anchor(entry, place)}">{entry.title}</{tag}>'
    article = _between(pages[entry.path], "<article", "</article>").partition(">")[2]
    body = _TAG.sub(lambda tag: _rewritten(tag[0], entry.path, pages), article)
    body = _HEADING.sub(lambda heading: _lowered(heading, entry.level), body)
    return f'<article class="book-page">{body.replace("<details", "<details open")}</article>'


def _lowered(heading: re.Match[str], by: int) -> str:
    """A heading as deep as the page lies in the contents; it looks as it did."""
    depth = int(heading[2])
    return f"</h{min(depth + by, 6)}" if heading[1] else f'<h{min(depth + by, 6)} class="book-h{depth}"'


def _rewritten(tag: str, path: str, pages: Mapping[str, str]) -> str:
    return _ATTRIBUTE.sub(lambda each: _attribute(each[1], unescape(each[2]), path, pages), tag)


def _attribute(name: str, value: str, path: str, pages: Mapping[str, str]) -> str:
    """The attribute as it must be in the book; a link to what is not in it, such as a file, is none."""
    if name not in {"href", "src"}:
        own = " ".join(f"{_name(path)}--{each}" for each in value.split())
        return f' {name}="{escape(own)}"'
    link = urlsplit(value)
    if link.scheme:
        return f' {name}="{escape(value)}"'
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(link.path))) if link.path else path
    if name == "src":
        return f' src="{escape(target)}"'
    return f' href="#{_name(target)}--{escape(link.fragment or "title")}"' if target in pages.keys() - {HOME} else ""
