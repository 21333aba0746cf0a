"""The text of an OpenDocument file while it is parsed: paragraphs, lists, tables, notes and comments.

Handlers are named after the elements they serve. What crafted files close without opening it is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from khumue.readers.counting import Counter
from khumue.readers.limits import check_block_count
from khumue.readers.odtstyles import OdtStyles
from khumue.readers.package import Given, attribute, number
from khumue.readers.tables import Row, Tables

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = re.compile(r"[ \t\r\n]+")
_MAX_SPACES = 100
_MAX_SPANS = 8  # inside one another; office programs write two
_INDEXES = (
    "table-of-content",
    "illustration-index",
    "table-index",
    "object-index",
    "user-index",
    "alphabetical-index",
)
_LEFT_OUT = frozenset(
    {
        *("text:tracked-changes", "text:hidden-text", "text:ruby-text", "office:forms", "office:master-styles"),
        *("office:binary-data", *(f"text:{index}-source" for index in _INDEXES)),
    }
)


class OdtParagraph:
    """A paragraph before its looks are resolved; `runs` are texts with the styles of the spans around them."""

    def __init__(self, style: str | None, page: int, row: Row | None) -> None:
        self.style = style
        self.page = page
        self.row = row
        self.column = row.column if row else 0
        self.level: int | None = None
        self.label = ""
        self.number = 0
        self.text_box = self.contents_entry = self.hidden = False
        self.spans: list[tuple[str, ...]] = [()]  # those around the text, with each that was opened
        self.runs: list[tuple[str, tuple[str, ...]]] = []
        self.notes: list[OdtParagraph] = []


class OdtBody:
    """Collects paragraphs in reading order, and comments with the paragraph that they are at."""

    def __init__(self, styles: OdtStyles) -> None:
        self.page = 1
        self.paragraphs: list[OdtParagraph] = []
        self._count = 0  # of paragraphs with those of notes and comments
        self.comments: list[tuple[list[str], OdtParagraph | None]] = []
        self._styles = styles
        self._open: list[OdtParagraph | None] = []  # None is a frame, note or comment inside a paragraph
        self._tables = Tables()
        self._frames = self._indexes = self._skip = 0
        self._note: OdtParagraph | None = None
        self._comment: list[str] | None = None
        self._lists: list[str | None] = []
        self._item_begins = False
        self._item_start: int | None = None
        self._counters: dict[str, Counter] = {}
        self._outline = Counter()
        self._start: dict[str, Callable[[Given], None]] = {}
        self._end: dict[str, Callable[[], None]] = {}
        for name in vars(type(self)):
            if name.startswith("_start_"):
                self._start[_element(name[7:])] = getattr(self, name)
            elif name.startswith("_end_"):
                self._end[_element(name[5:])] = getattr(self, name)
        for index in _INDEXES:
            self._start[f"text:{index}"], self._end[f"text:{index}"] = self._open_index, self._close_index

    def start(self, name: str, given: Given) -> None:
        """An element opens."""
        tag = _short(name)
        if self._skip or tag in _LEFT_OUT:
            self._skip += 1
        elif handler := self._start.get(tag):
            handler(given)
        elif tag.startswith("drawing:"):
            self._open.append(None)
            self._frames += 1

    def end(self, name: str) -> None:
        """An element closes."""
        tag = _short(name)
        if self._skip:
            self._skip -= 1
        elif handler := self._end.get(tag):
            handler()
        elif tag.startswith("drawing:") and self._open:
            self._open.pop()
            self._frames -= 1

    def text(self, text: str) -> None:
        """Characters; only those that stand in a paragraph itself are its text."""
        if self._open and not self._skip:
            self._put(_SPACES.sub(" ", text))

    def _put(self, text: str) -> None:
        if paragraph := self._paragraph():
            paragraph.runs.append((text, paragraph.spans[-1]))

    def _paragraph(self) -> OdtParagraph | None:
        """The paragraph that is read, unless something that stands inside it is."""
        return self._open[-1] if self._open else None

    # --- paragraphs ---

    def _start_text_p(self, given: Given) -> None:
        self._count += 1
        check_block_count(self._count)
        paragraph = OdtParagraph(attribute(given, "style-name"), self.page, self._tables.row)
        paragraph.text_box = self._frames > 0
        paragraph.contents_entry = self._indexes > 0
        self._open.append(paragraph)
        if self._lists and self._item_begins:
            paragraph.label = self._item_label(paragraph)

    def _start_text_h(self, given: Given) -> None:
        self._start_text_p(given)
        level = number(given, "outline-level") or 1
        numbered = self._styles.outline.get(level - 1)
        if paragraph := self._paragraph():
            paragraph.level = level
            if numbered and numbered.form != "none" and not (self._lists or attribute(given, "is-list-header")):
                start = number(given, "start-value") if attribute(given, "restart-numbering") == "true" else None
                paragraph.label = self._outline.label(self._styles.outline, level - 1, start)

    def _end_text_p(self) -> None:
        paragraph = self._open.pop() if self._open else None
        if paragraph is None:
            return
        if self._comment is not None:
            self._comment.append("".join(text for text, _ in paragraph.runs))
        elif self._note is not None:
            self._note.notes.append(paragraph)
        else:
            self.paragraphs.append(paragraph)
            paragraph.number = len(self.paragraphs)
            if paragraph.row and any(text.strip() for text, _ in paragraph.runs):
                paragraph.row.cell_has_text = True

    _end_text_h = _end_text_p

    def _start_text_span(self, given: Given) -> None:
        if paragraph := self._paragraph():
            around = paragraph.spans[-1]
            name = attribute(given, "style-name") or ""
            paragraph.spans.append((*around, name) if len(around) < _MAX_SPANS else around)

    _start_text_a = _start_text_span

    def _end_text_span(self) -> None:
        if (paragraph := self._paragraph()) and len(paragraph.spans) > 1:
            paragraph.spans.pop()

    _end_text_a = _end_text_span

    def _start_text_s(self, given: Given) -> None:
        self._put(" " * min(number(given, "c") or 1, _MAX_SPACES))

    def _start_text_tab(self, _: Given) -> None:
        self._put("\t")

    def _start_text_line_break(self, _: Given) -> None:
        self._put("\n")

    def _start_text_hidden_paragraph(self, given: Given) -> None:
        if paragraph := self._paragraph():
            paragraph.hidden = attribute(given, "is-hidden") == "true"

    def _start_text_section(self, given: Given) -> None:
        self._skip += attribute(given, "display") == "none"

    def _start_text_soft_page_break(self, _: Given) -> None:
        self.page += 1
        if (paragraph := self._paragraph()) and not paragraph.runs:
            paragraph.page = self.page

    def _open_index(self, _: Given) -> None:
        self._indexes += 1

    def _close_index(self) -> None:
        self._indexes -= 1

    # --- lists ---

    def _start_text_list(self, given: Given) -> None:
        style = attribute(given, "style-name")
        continued = attribute(given, "continue-numbering") == "true" or attribute(given, "continue-list")
        if not (self._lists or continued):
            self._counters.pop(style or "", None)
        self._lists.append(style or (self._lists[-1] if self._lists else None))

    def _end_text_list(self) -> None:
        if self._lists:
            self._lists.pop()

    def _start_text_list_item(self, given: Given) -> None:
        self._item_begins = True
        self._item_start = number(given, "start-value")

    def _start_text_list_header(self, _: Given) -> None:
        self._item_begins = False

    def _item_label(self, paragraph: OdtParagraph) -> str:
        self._item_begins = False
        name = self._lists[-1] or self._styles.list(paragraph.style) or ""
        levels = self._styles.lists.get(name, {})
        at = len(self._lists) - 1
        if at not in levels or levels[at].form == "none":
            return ""
        return self._counters.setdefault(name, Counter()).label(levels, at, self._item_start)

    # --- notes and comments ---

    def _start_text_note(self, _: Given) -> None:
        self._note = next((each for each in reversed(self._open) if each is not None), None)
        self._open.append(None)

    def _end_text_note(self) -> None:
        self._note = None
        if self._open:
            self._open.pop()

    def _start_office_annotation(self, _: Given) -> None:
        anchor = self._note or next((each for each in reversed(self._open) if each is not None), None)
        self._comment = []
        self.comments.append((self._comment, anchor))
        self._open.append(None)

    def _end_office_annotation(self) -> None:
        self._comment = None
        if self._open:
            self._open.pop()

    # --- tables ---

    def _start_table_table(self, _: Given) -> None:
        self._tables.open_table()

    def _end_table_table(self) -> None:
        self._tables.close_table()

    def _start_table_table_row(self, _: Given) -> None:
        self._tables.open_row()

    def _start_table_table_cell(self, given: Given) -> None:
        self._tables.open_cell()
        self._tables.skip((number(given, "number-columns-repeated") or 1) - 1)

    def _end_table_table_cell(self) -> None:
        self._tables.close_cell()

    def _start_table_covered_table_cell(self, given: Given) -> None:
        self._tables.skip(number(given, "number-columns-repeated") or 1)


@lru_cache(maxsize=500)
def _short(name: str) -> str:
    """urn:oasis:names:tc:opendocument:xmlns:text:1.0 p as text:p."""
    space, _, tag = name.removeprefix(_NAMES).partition(":1.0 ")
    return f"{space}:{tag}"


def _element(handler: str) -> str:
    space, _, tag = handler.partition("_")
    return f"{space}:{tag.replace('_', '-')}"
