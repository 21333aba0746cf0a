"""What the search reads of a page: its sections, each with its title and the texts below it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
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


@dataclass(frozen=True, kw_only=True)
class _Element:
    tag: str
    kind: str | None  # into which list of the section the text goes; None: as the element around it
    left_out: bool


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[Section] = [Section()]
        self._url = url
        self._open: list[_Element] = []
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            if tag == "br":
                self.end_text()
            return
        attributes = {name: value or "" for name, value in attrs}
        classes = set(attributes.get("class", "").split())
        left_out = (
            tag in LEFT_OUT_TAGS
            or bool(LEFT_OUT & classes)
            or "data-search-exclude" in attributes
            or (tag == "a" and self._leads_to_step_or_procedure(attributes.get("href", "")))
        )
        kind = _kind(tag, classes, inside={element.kind for element in self._open})
        if kind or tag not in INLINE:
            self.end_text()
        if kind == "title":
            self.sections.append(Section(anchor=attributes.get("id", "")))
        self._open.append(_Element(tag=tag, kind=kind, left_out=left_out))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].tag == tag:
            if self._open[-1].kind or tag not in INLINE:
                self.end_text()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(element.left_out for element in self._open):
            self._text += data

    def end_text(self) -> None:
        """Put the text read so far where it belongs."""
        text = " ".join(self._text.split()).strip(" ·:")
        self._text = ""
        if not re.search(r"\w", text) or text.startswith("http"):
            return
        section = self.sections[-1]
        kind = next((element.kind for element in reversed(self._open) if element.kind), "texts")
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


def _kind(tag: str, classes: set[str], *, inside: set[str | None]) -> str | None:
    if tag in HEADINGS:
        return "title"
    if ASIDES & classes:
        return "asides"
    if "names" in classes:
        return "names"
    if LABELS & classes or tag in LABEL_TAGS or (tag == "strong" and "names" in inside):
        return "labels"
    return None
