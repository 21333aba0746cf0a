"""HTML drafts: pages saved from Word, exports of learning platforms, and what is written by hand.

Scripts, styles, navigation and what is hidden are left out. What is left open or closed twice costs no text. Outside
headings a line break ends a block: authors of HTML part paragraphs with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from khumue.document import Block, Comment, Document, DraftError, Place
from khumue.readers.counting import written
from khumue.readers.encodings import decode
from khumue.readers.htmlelements import (
    BLOCKS,
    CELLS,
    LISTS,
    VOID,
    Element,
    barriers,
    closed_by_start,
    ends_head,
    make_element,
)
from khumue.readers.htmltokens import Token, tokens
from khumue.readers.limits import check_block_count
from khumue.readers.tables import Row, Tables

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SPACES = re.compile(r"[ \t\n\r\f]+")
_MAX_COLUMNS = 100
_MAX_TOKENS = 420_000  # tags and the text between them; 1,000 pages of 30 paragraphs in three spans have 400,000
# Where as many elements are open, inline ones that were left open are passed over: an end tag looks through them all.
_MAX_INLINE = 40
_MAX_OPEN = 60  # blocks inside one another


def read_html(path: Path, data: bytes) -> Document:
    """Read an HTML draft. Raises DraftError where it has more tags or blocks, or deeper ones, than a plan has."""
    reader = _Reader()
    source = decode(data)
    line, at = 1, 0
    for count, token in enumerate(tokens(source)):
        if count == _MAX_TOKENS:
            raise DraftError("too-many-tags", part="HTML", limit=f"{_MAX_TOKENS:,}")
        line += source.count("\n", at, token.at)
        at = token.at
        reader.read(token, line)
    return reader.document(path)


class _Text:
    """A block while it is read."""

    def __init__(self, line: int, label: str, row: Row | None) -> None:
        self.line = line
        self.label = label
        self.row = row
        self.column = row.column if row else 0
        self.pieces: list[tuple[str, Element]] = []


class _List:
    """A list: its next number and how it is written; bullets have no form."""

    def __init__(self, start: int, form: str) -> None:
        self.next = start
        self.form = form


class _Reader:
    """Takes tokens and gathers blocks."""

    def __init__(self) -> None:
        self._texts: list[_Text] = []
        self._comments: list[Comment] = []
        self._properties: dict[str, str] = {}
        self._title: list[str] = []
        self._titled = False
        self._root = Element("", None)
        self._open = [self._root]
        self._depth = 0
        self._line = 1
        self._text: _Text | None = None
        self._label = ""
        self._tables = Tables()
        self._taken: list[dict[int, int]] = []  # by open table and column, the last row that a cell above reaches
        self._cells = 0
        self._lists: list[_List] = []
        self._starts: dict[str, Callable[[Token], None]] = {
            "br": self._break,
            "meta": self._meta,
            "table": self._open_table,
            "tr": self._open_row,
            "li": self._open_item,
            **dict.fromkeys(CELLS, self._open_cell),
            **dict.fromkeys(LISTS, self._open_list),
        }

    def read(self, token: Token, line: int) -> None:
        self._line = line
        if token.kind == "text":
            self._read_text(token.text)
        elif token.kind == "start":
            self._open_element(token)
        elif token.kind == "end":
            self._close_element(token.text)
        elif not token.text.startswith("[if"):  # what Word says to old browsers
            self._comments.append(Comment(text=token.text.strip(), place=Place(line=line)))
            check_block_count(len(self._comments))

    def document(self, path: Path) -> Document:
        self._finish()
        return Document(
            path=path,
            kind="html",
            title=_SPACES.sub(" ", "".join(self._title)).strip() or None,
            blocks=tuple(block for text in self._texts if (block := _block(text))),
            properties=self._properties,
            comments=tuple(self._comments),
        )

    # --- elements ---

    def _open_element(self, token: Token) -> None:
        tag = token.text
        if self._open[-1].tag == "head" and ends_head(tag):
            self._pop()
        closed, holders = closed_by_start(tag)
        if closed:
            self._close_left_open(closed, holders)
        if tag in BLOCKS:
            self._finish()
        if tag not in VOID and (tag in BLOCKS or len(self._open) < _MAX_INLINE):
            self._open.append(make_element(token, self._open[-1]))
            self._depth += tag in BLOCKS
        if self._depth > _MAX_OPEN:
            raise DraftError("too-deep", part="HTML", limit=_MAX_OPEN)
        if handler := self._starts.get(tag):
            handler(token)

    def _close_left_open(self, closed: frozenset[str], holders: frozenset[str]) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            tag = self._open[at].tag
            if tag in holders:
                return
            if tag in closed:
                self._pop_to(at)

    def _close_element(self, tag: str) -> None:
        if tag in {"body", "html"}:
            return  # text may follow
        stop = barriers(tag)
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                self._pop_to(at)
                return
            if self._open[at].tag in stop:
                return

    def _pop_to(self, at: int) -> None:
        while len(self._open) > at:
            self._pop()

    def _pop(self) -> None:
        tag = self._open[-1].tag
        if tag in BLOCKS:
            self._finish()
            self._depth -= 1
        self._open.pop()
        self._titled |= tag == "title"
        if tag in CELLS:
            self._tables.close_cell()
        elif tag == "table":
            self._tables.close_table()
            self._taken.pop()
        elif tag in LISTS:
            self._lists.pop()

    # --- text ---

    def _read_text(self, said: str) -> None:
        above = self._open[-1]
        if above.tag == "head" and said.strip():
            self._pop()
            above = self._open[-1]
        if above.tag == "title" and not self._titled:
            self._title.append(said)
        elif above.hidden:
            return
        elif above.keeps_lines:
            for number, part in enumerate(said.split("\n")):
                if number:
                    self._finish()
                    self._line += 1
                self._put(part)
        else:
            self._line += said[: len(said) - len(said.lstrip())].count("\n")
            self._put(_SPACES.sub(" ", said))

    def _put(self, said: str) -> None:
        if self._text is None:
            if not said.strip():
                return
            self._text = _Text(self._line, self._label, self._tables.row)
            self._label = ""
        self._text.pieces.append((said, self._open[-1]))

    def _finish(self) -> None:
        """The block that is read is over."""
        if self._text is not None:
            self._texts.append(self._text)
            check_block_count(len(self._texts))
            if self._text.row:
                self._text.row.cell_has_text = True
        self._text = None

    def _break(self, _: Token) -> None:
        if self._text is not None and self._open[-1].level:
            self._put("\n")
        else:
            self._finish()

    def _meta(self, token: Token) -> None:
        given = token.given()
        if "name" in given and "content" in given:
            self._properties.setdefault(given["name"], given["content"].strip())

    # --- tables and lists ---

    def _open_table(self, _: Token) -> None:
        self._tables.open_table()
        self._taken.append({})

    def _open_row(self, _: Token) -> None:
        self._tables.open_row()

    def _open_cell(self, token: Token) -> None:
        row = self._tables.row
        if row is None or not self._taken:
            return
        self._cells += 1
        check_block_count(self._cells)
        taken = self._taken[-1]
        while row.next_column < _MAX_COLUMNS and taken.get(row.next_column, 0) >= row.number:
            self._tables.skip(1)
        self._tables.open_cell()
        given = token.given()
        columns, rows = (min(_whole(given.get(span)) or 1, _MAX_COLUMNS) for span in ("colspan", "rowspan"))
        self._tables.span(columns)
        if rows > 1:
            reached = range(row.column, min(row.column + columns, _MAX_COLUMNS))
            taken.update(dict.fromkeys(reached, row.number + rows - 1))

    def _open_list(self, token: Token) -> None:
        given = token.given()
        form = _FORMS.get(given.get("type", ""), "decimal") if token.text == "ol" else ""
        self._lists.append(_List(_whole(given.get("start")) or 1, form))

    def _open_item(self, token: Token) -> None:
        items = self._lists[-1] if self._lists else None
        self._label = ""
        if items and items.form:
            number = _whole(token.given().get("value")) or items.next
            self._label = f"{written(number, items.form)}."
            items.next = number + 1


def _block(text: _Text) -> Block | None:
    shown = "".join(piece for piece, _ in text.pieces)
    shown = "\n".join(filter(None, (_SPACES.sub(" ", line).strip() for line in shown.split("\n"))))
    looks = [element for piece, element in text.pieces if piece.strip()]
    if not shown.strip():
        return None
    level = looks[0].level
    contents = any(look.contents for look in looks) or all(look.linked for look in looks)
    return Block(
        text=shown,
        place=Place(line=text.line),
        label=text.label,
        level=level,
        bold=all(look.bold for look in looks),
        size=max(text.pieces, key=lambda each: len(each[0]))[1].size,
        contents_entry=contents and level is None,
        note=looks[0].note,
        cell=text.row.cell(text.column) if text.row else None,
    )


def _whole(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() and len(value) < 6 else None
