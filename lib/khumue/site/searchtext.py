"""What the search reads of a page: its sections, each with its title and the texts below it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlsplit

# Sources are numbers of the manuals, hints say how to use a page, facts of cards sum up what the page itself says.
LEFT_OUT = {"source", "locator", "hint", "checked", "card-facts"}
LEFT_OUT_TAGS = {"script", "style", "svg", "nav"}
ASIDES = {"note", "why", "aside", "decoys"}
LABELS = {"badge", "part"}
LABEL_TAGS = {"dt", "th"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup", "time"}

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)  # half of what a page with a chart has
_STEP_OR_PROCEDURE = re.compile(r"procedures/[^/]+/[^/]+/|#step-")


@dataclass(kw_only=True)
class Section:
    """One heading and what stands below it, as plain text.

    `asides` are remarks, `labels` short words that stand in many places, `names` other names of the section's matter.
    """

    anchor: str = ""
    title: str = ""
    texts: list[str] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class SearchPage:
    """A page as the search knows it; the first of its sections stands for the whole page."""

    url: str
    sections: tuple[Section, ...]


def read_page(html: str, url: str) -> SearchPage:
    """The sections of a page's content. Whatever `data-search-exclude` marks is left out.

    The titles of steps and procedures are left out where they are only linked to: a search leads to the thing itself.
    """
    reader = _Reader(url)
    reader.feed(_DRAWING.sub("", html))
    reader.close()
    reader.end_text()
    sections = [section for section in reader.sections if section.title]
    if sections:
        sections[0].anchor = ""
    return SearchPage(url=url, sections=tuple(sections))


class _Element(NamedTuple):
    """An open tag. `own` is whether it says itself into which list of the section its text goes (`kind`)."""

    tag: str
    kind: str
    own: bool
    in_names: bool
    left_out: bool


_OUTSIDE = _Element(tag="", kind="texts", own=False, in_names=False, left_out=False)


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[Section] = [Section()]
        self._url = url
        self._open: list[_Element] = [_OUTSIDE]
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            if tag == "br":
                self.end_text()
            return
        around = self._open[-1]
        attributes = {name: value or "" for name, value in attrs}
        classes = set(attributes.get("class", "").split())
        left_out = (
            around.left_out
            or tag in LEFT_OUT_TAGS
            or not LEFT_OUT.isdisjoint(classes)
            or "data-search-exclude" in attributes
            or (tag == "a" and self._leads_to_step_or_procedure(attributes.get("href", "")))
        )
        kind = _kind(tag, classes, in_names=around.in_names)
        if kind or tag not in INLINE:
            self.end_text()
        if kind == "title":
            self.sections.append(Section(anchor=attributes.get("id", "")))
        in_names = around.in_names or kind == "names"
        self._open.append(
            _Element(tag=tag, kind=kind or around.kind, own=bool(kind), in_names=in_names, left_out=left_out)
        )

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].tag == tag:
            if self._open[-1].own or tag not in INLINE:
                self.end_text()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._open[-1].left_out:
            self._text += data

    def end_text(self) -> None:
        """Put the text read so far where it belongs."""
        text = " ".join(self._text.split()).strip(" ·:")
        self._text = ""
        if not re.search(r"\w", text) or text.startswith("http"):
            return
        section = self.sections[-1]
        kind = self._open[-1].kind
        if kind == "title":
            section.title = f"{section.title} {text}".strip()
        elif kind == "names":
            section.names.extend(text.split(" · "))
        else:
            getattr(section, kind).append(text)

    def _leads_to_step_or_procedure(self, href: str) -> bool:
        parts = urlsplit(href)
        if parts.scheme:
            return False
        path = posixpath.normpath(posixpath.join(self._url, parts.path)) + "/" if parts.path else ""
        return _STEP_OR_PROCEDURE.match(f"{path}#{parts.fragment}") is not None


def _kind(tag: str, classes: set[str], *, in_names: bool) -> str | None:
    """Into which list of the section the text of a tag goes; None: as that of the tag around it."""
    if tag in HEADINGS:
        return "title"
    if not ASIDES.isdisjoint(classes):
        return "asides"
    if "names" in classes:
        return "names"
    if not LABELS.isdisjoint(classes) or tag in LABEL_TAGS or (tag == "strong" and in_names):
        return "labels"
    return None
