"""What tests need to know of an HTML page: its anchors, links, resources and text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

UNSEEN = {"script", "style", "title"}


@dataclass(kw_only=True)
class Tag:
    """One element with the text inside it, tags left out and spaces kept."""

    name: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Html(HTMLParser):
    """A parsed page."""

    source: str
    tags: list[Tag] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Tag] = []
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(name=tag, attributes={name: value or "" for name, value in attrs}))
        self._open.append(self.tags[-1])

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().name != tag:
            pass

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            tag.text += data
        if not UNSEEN & {tag.name for tag in self._open}:
            self.text += data

    def find(self, name: str, /, **attributes: str) -> Iterator[Tag]:
        """The elements of this name with these attributes."""
        return (tag for tag in self.tags if tag.name == name and attributes.items() <= tag.attributes.items())

    @property
    def anchors(self) -> list[str]:
        return [tag.attributes["id"] for tag in self.tags if "id" in tag.attributes]

    @property
    def links(self) -> list[str]:
        return [tag.attributes["href"] for tag in self.find("a") if "href" in tag.attributes]
