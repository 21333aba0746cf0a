"""HTML elements: which are blocks, which close others that were left open, and what they make of their text."""

from __future__ import annotations

import re

from khumue.readers.htmltokens import Token


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}
CELLS = _tags("td th")
LISTS = _tags("ul ol menu dir")
VOID = _tags("area base br col embed hr img input link meta param source track wbr")
TABLE_PARTS = _tags("table caption thead tbody tfoot tr td th")
BLOCKS = _tags(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th "
    "thead tr ul"
)
_LEFT_OUT = _tags(
    "audio button datalist del head iframe math nav noscript object script select style svg template textarea title "
    "video xmp"
)
_IN_HEAD = _tags("base head html link meta noscript script style template title")
_HOLDERS = BLOCKS - {"p"}  # what holds paragraphs and is not closed with them

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:header|footer)", re.IGNORECASE
)
_NOTE = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote)\d+$")  # as Word and LibreOffice name them
_WEIGHT = re.compile(r"font-weight\s*:\s*([a-z]+|\d+)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)pt", re.IGNORECASE)
_CONTENTS = re.compile(r"MsoToc\d", re.IGNORECASE)

_ROW_PARTS = frozenset({"tr", *CELLS})
_IMPLIED = {
    "li": (frozenset({"li"}), LISTS),
    "tr": (_ROW_PARTS, frozenset({"table"})),
    **dict.fromkeys(CELLS, (CELLS, frozenset({"tr", "table"}))),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl"}))),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (_ROW_PARTS | {"thead", "tbody", "tfoot"}, frozenset({"table"}))),
}


class Element:
    """An open element and the looks of its text. `linked` text leads to another place in the file."""

    def __init__(self, tag: str, above: Element | None) -> None:
        self.tag = tag
        self.level: int | None = above.level if above else None
        self.size: float | None = above.size if above else None
        self.bold: bool = above.bold if above else False
        self.contents: bool = above.contents if above else False
        self.linked: bool = above.linked if above else False
        self.note: bool = above.note if above else False
        self.hidden: bool = above.hidden if above else False
        self.keeps_lines: bool = above.keeps_lines if above else False


def make_element(token: Token, above: Element | None) -> Element:
    """The element that a start tag opens inside another."""
    tag = token.text
    element = Element(tag, above)
    element.hidden |= tag in _LEFT_OUT
    element.keeps_lines |= tag == "pre"
    if tag in HEADINGS:
        element.level, element.bold = HEADINGS[tag], False
    elif tag in {"b", "strong", "th"}:
        element.bold = True
    if token.attributes.strip("/ "):
        _apply(token.given(), element)
    return element


def _apply(given: dict[str, str], element: Element) -> None:
    style = given.get("style", "")
    if weight := _WEIGHT.search(style):
        heavy = weight[1].isdigit() and int(weight[1][:4]) >= 600
        element.bold = heavy or weight[1].lower() in {"bold", "bolder"}
    if size := _SIZE.search(style):
        element.size = float(size[1])
    target = given.get("href", "") if element.tag == "a" else ""
    element.linked |= target.startswith("#")
    element.contents |= target.startswith("#_Toc") or given.get("id", "").startswith("Table of Contents")
    element.contents |= bool(_CONTENTS.search(given.get("class", "")))
    element.note |= element.tag == "div" and bool(_NOTE.match(given.get("id", "")))
    running = element.tag == "div" and given.get("title") in {"header", "footer"}  # as LibreOffice writes them
    element.hidden |= running or "hidden" in given or bool(_HIDDEN.search(style))


def closed_by_start(tag: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a start tag closes where it was left open, and the elements beyond which it closes none."""
    if tag in _IMPLIED:
        return _IMPLIED[tag]
    return (frozenset({"p"}), _HOLDERS) if tag in BLOCKS else (frozenset(), frozenset())


def ends_head(tag: str) -> bool:
    """Whether a tag shows that the head is over, although nothing closed it."""
    return tag not in _IN_HEAD


def barriers(tag: str) -> frozenset[str]:
    """The elements beyond which an end tag closes nothing."""
    if tag in TABLE_PARTS:
        return frozenset({"table"})
    return TABLE_PARTS if tag in BLOCKS else _HOLDERS
