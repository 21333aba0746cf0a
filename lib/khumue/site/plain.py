"""Pages as plain Markdown, for another generator or for reading as they are: CommonMark with tables and task lists.

Headings carry their anchors as `{#anchor}`; other anchors are empty `<a id>`. Pictures are files of their own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import yaml
from bs4 import BeautifulSoup, Tag
from markdown import markdown
from markdownify import ATX, MarkdownConverter

from khumue.site.pictures import draw_alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khumue.model import Language
    from khumue.site.render import Page

# As in mkdocs.yml.
_EXTENSIONS = ("attr_list", "md_in_html", "tables")
_FIGURE = re.compile(r"^<figure\b.*</figure>$", re.MULTILINE)
_NO_TEXT = "script, style, button, .jump, .ticking, .trainer-sheet, [hidden]"
_TERMS = "data-terms"
_HEADINGS = re.compile("h[1-6]")


def plain_files(pages: Iterable[Page], language: Language, old: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files of one language: path and text of every page and picture. `old` are paths that pages had."""
    for page in pages:
        figures = _FIGURE.findall(page.markdown)
        pictures = [_picture_path(page.path, number) for number in range(len(figures))]
        yield from zip(pictures, map(draw_alone, figures), strict=True)
        names = [posixpath.basename(path) for path in pictures]
        yield page.path, _front_matter(page, language, old) + _body(page.markdown, names)


def _picture_path(page: str, number: int) -> str:
    path = PurePosixPath(page).with_suffix("")
    return f"{path}{'' if number == 0 else f'-{number + 1}'}.svg"


def _front_matter(page: Page, language: Language, old: Mapping[str, str]) -> str:
    values: dict[str, object] = {"title": page.title, "description": page.description, "lang": language}
    aliases = [f"/{language}/{PurePosixPath(path).with_suffix('')}/" for path, new in old.items() if new == page.path]
    if aliases:
        values["aliases"] = aliases
    return f"---\n{yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)}---\n\n"


def _body(text: str, pictures: list[str]) -> str:
    remaining = iter(pictures)
    html = markdown(_FIGURE.sub(lambda figure: _image(figure[0], next(remaining)), text), extensions=[*_EXTENSIONS])
    soup = BeautifulSoup(html, "html.parser")
    _simplify(soup)
    return _Converter(heading_style=ATX, bullets="-", escape_misc=True, autolinks=False).convert_soup(soup) + "\n"


def _image(figure: str, name: str) -> str:
    """The figure as a picture whose alternative text is the title of the drawing."""
    title = BeautifulSoup(figure, "html.parser").title
    assert title is not None
    return f"<p>{BeautifulSoup().new_tag('img', src=name, alt=title.get_text())}</p>"


def _simplify(soup: BeautifulSoup) -> None:
    """Turn what only HTML has into what Markdown has, and leave out what only works on the site."""
    for tag in soup.select(_NO_TEXT):
        tag.decompose()
    for tag in soup.select("details, summary"):
        tag.name = "div" if tag.name == "details" else "p"
    for item in soup.select("ol > li[value]"):  # Markdown counts on from the first number
        item.insert(0, f"{item['value']}. ")
        item.find_parent("ol")["class"] = "numbered"  # type: ignore[index]
    for tag in soup.select("ol.numbered"):
        tag.name = "ul"
    for definitions in soup.select("dl"):
        _list_definitions(soup, definitions)
    for tag in soup.select("[id]:not(a)"):
        if not _HEADINGS.fullmatch(tag.name):
            _first_line(tag).insert(0, soup.new_tag("a", id=str(tag["id"])))
    for item in soup.select(".checklist > li"):
        if item.select_one("input[type=checkbox]") is None:
            _first_line(item).insert(0, soup.new_tag("input", type="checkbox"))


def _first_line(tag: Tag) -> Tag:
    return tag.find("p", recursive=False) or tag


def _list_definitions(soup: BeautifulSoup, definitions: Tag) -> None:
    """Terms as items, in bold, each with its descriptions as items below it."""
    definitions.name, definitions[_TERMS] = "ul", ""
    inner = None
    for tag in definitions.find_all(["dt", "dd"], recursive=False):
        if tag.name == "dt":
            tag.name = "strong"
            item = tag.wrap(soup.new_tag("li"))
            inner = soup.new_tag("ul")
            item.append(inner)
        elif inner is not None:
            tag.name = "li"
            inner.append(tag)


class _Converter(MarkdownConverter):
    """HTML to Markdown, with anchors and boxes to tick. The names of the methods are the base class's."""

    def convert_hN(self, n: int, el: Tag, text: str, _: set[str]) -> str:  # noqa: N802
        """A heading with its anchor."""
        anchor = f" {{#{el['id']}}}" if el.get("id") else ""
        return f"\n\n{'#' * n} {' '.join(text.split())}{anchor}\n\n"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A link, or a place that links lead to."""
        if el.get("href") is None:
            return f'<a id="{el["id"]}"></a>{text}' if el.get("id") else text
        return str(super().convert_a(el, text, parent_tags))  # type: ignore[misc]

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """An item; terms have a mark of their own, or their list would join one that stands before it."""
        item = str(super().convert_li(el, text, parent_tags))  # type: ignore[misc]
        return f"*{item[1:]}" if el.parent is not None and el.parent.has_attr(_TERMS) else item

    def convert_img(self, el: Tag, _text: str, **_: object) -> str:
        """A picture, with an alternative text that may hold any character."""
        return f"![{self.escape(str(el['alt']), set())}]({el['src']})"  # type: ignore[attr-defined]

    def convert_input(self, el: Tag, _text: str, **_: object) -> str:
        """A box to tick; other fields only work on the site."""
        return "[ ] " if el.get("type") == "checkbox" else ""
