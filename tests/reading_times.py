"""How long the text of a page, or of a part of it, takes to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from markdown import markdown

from khumue.site.learning import READING_SPEED
from khumue.site.render import Page

HEADING = re.compile("h[1-6]")
WRITTEN = Path(__file__).parent.parent / "docs/th"


@dataclass
class ReadingTimes:
    """Reading minutes of the parts of Thai pages, generated or written by hand; each page is parsed once."""

    pages: Mapping[str, Page]
    parsed: dict[str, BeautifulSoup] = field(default_factory=dict)

    def minutes(self, path: str, anchor: str) -> float:
        """The minutes of a page, or of what stands at an anchor, at the speed that the handbook states."""
        return len(re.sub(r"\s", "", self.text(path, anchor))) / READING_SPEED

    def text(self, path: str, anchor: str) -> str:
        """The text without drawings, sources, other names, and what is folded away."""
        if path not in self.parsed:
            written = self.pages[path].markdown if path in self.pages else (WRITTEN / path).read_text(encoding="utf-8")
            html = markdown(written, extensions=["attr_list", "md_in_html", "tables"])
            self.parsed[path] = BeautifulSoup(html, "html.parser")
            for tag in self.parsed[path].select(
                "svg, details, .names, .checked, .source, .correction, .jump, .ticking, .unseen"
            ):
                tag.decompose()
        place = self.parsed[path].find(id=anchor) if anchor else self.parsed[path]
        assert isinstance(place, Tag), f"{path}#{anchor}"
        return " ".join(tag.get_text(" ") for tag in _belonging(place))


def _belonging(place: Tag) -> Iterator[Tag]:
    """An element and what belongs to it: the text under a heading, the descriptions of a term."""
    yield place
    if HEADING.fullmatch(place.name) or place.name == "dt":
        for tag in place.find_next_siblings():
            if place.name == "dt" and tag.name == "dt":
                return
            if HEADING.fullmatch(tag.name) and tag.name <= place.name:
                return
            yield tag
