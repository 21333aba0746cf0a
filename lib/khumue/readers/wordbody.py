"""The main part of a Word file while it is parsed: paragraphs with their runs, rows, fields and pages.

Handlers are named after the elements they serve. Crafted files may close what was never opened; that is passed over.
"""

from __future__ import annotations

from typing import Any

from khumue.document import DraftError
from khumue.readers.limits import check_block_count
from khumue.readers.package import MAX_DEPTH
from khumue.readers.styles import NO_LOOK, Look, toggled

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_LEFT_OUT = {"del", "moveFrom"}

# A field says at the beginning of its code what it is; Word may write the code letter by letter.
_CODE_PIECES, _CODE_PIECE = 8, 40


class Run:
    """Text of one look."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.look = NO_LOOK


class Row:
    """A table row; `column` is that of the cell being read, `filled` counts the cells that hold text."""

    def __init__(self, table: int, number: int) -> None:
        self.table = table
        self.number = number
        self.column = 0
        self.filled = 0
        self.cell_has_text = False


class _Table:
    def __init__(self, number: int) -> None:
        self.number = number
        self.rows = 0
        self.row: Row | None = None


class Paragraph:
    """A paragraph as written, before its looks are resolved. `number` counts from 1."""

    def __init__(self, *, page: int, text_box: bool, row: Row | None, contents_entry: bool) -> None:
        self.page = page
        self.text_box = text_box
        self.row = row
        self.column = row.column if row else 0
        self.contents_entry = contents_entry
        self.number = 0
        self.style: str | None = None
        self.level: int | None = None
        self.runs: list[Run] = []


class WordBody:
    """Collects the paragraphs of the main part while it is parsed, in reading order."""

    def __init__(self) -> None:
        self.page = 1
        self.paragraphs: list[Paragraph] = []
        self._open: list[Paragraph] = []
        self._tables: list[_Table] = []
        self._table_count = 0
        self._boxes = 0
        self._skip = 0
        self._run: Run | None = None
        self._said: dict[str, Any] | None = None  # inside the properties of a run
        self._looks: dict[tuple[tuple[str, Any], ...], Look] = {}
        self._in_text = False
        self._fields: list[list[str]] = []
        self._in_instruction = False
        self._start = {f"{ns} {k}": getattr(self, f"_start_{k}") for ns in _WORD for k in _STARTS}
        self._end = {f"{ns} {k}": getattr(self, f"_end_{k}") for ns in _WORD for k in _ENDS}
        self._left_out = {_FALLBACK, *(f"{ns} {k}" for ns in _WORD for k in _LEFT_OUT)}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        if name in self._left_out or self._skip:
            self._skip += 1
        elif handler := self._start.get(name):
            handler({key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        """An element closes."""
        if self._skip:
            self._skip -= 1
        elif handler := self._end.get(name):
            handler()

    def text(self, text: str) -> None:
        """Characters."""
        if self._skip:
            return
        if self._in_instruction and self._fields:
            if len(self._fields[-1]) < _CODE_PIECES:
                self._fields[-1].append(text[:_CODE_PIECE])
        elif self._in_text and self._run is not None:
            self._run.text.append(text)

    def _start_p(self, _: dict[str, str]) -> None:
        row = self._tables[-1].row if self._tables else None
        self._open.append(
            Paragraph(page=self.page, text_box=self._boxes > 0, row=row, contents_entry=self._in_contents())
        )

    def _end_p(self) -> None:
        paragraph = self._open.pop()
        paragraph.contents_entry |= self._in_contents()
        self.paragraphs.append(paragraph)
        check_block_count(len(self.paragraphs))
        paragraph.number = len(self.paragraphs)
        if paragraph.row and any("".join(run.text).strip() for run in paragraph.runs):
            paragraph.row.cell_has_text = True

    def _in_contents(self) -> bool:
        return any("".join(code).split()[:1] == ["TOC"] for code in self._fields)

    def _open_field(self, *code: str) -> None:
        if len(self._fields) >= MAX_DEPTH:
            raise DraftError("too-deep", part="word/document.xml", limit=MAX_DEPTH)
        self._fields.append([*code])

    def _start_pStyle(self, attributes: dict[str, str]) -> None:  # noqa: N802 - named after the element
        if self._open:
            self._open[-1].style = attributes.get("val")

    def _start_outlineLvl(self, attributes: dict[str, str]) -> None:  # noqa: N802
        level = attributes.get("val", "9")
        if self._open and level.isdigit() and int(level) < 9:
            self._open[-1].level = int(level) + 1

    def _start_r(self, _: dict[str, str]) -> None:
        self._run = Run()
        if self._open:
            self._open[-1].runs.append(self._run)

    def _end_r(self) -> None:
        self._run = None

    def _start_rPr(self, _: dict[str, str]) -> None:  # noqa: N802
        self._said = {} if self._run is not None else None

    def _end_rPr(self) -> None:  # noqa: N802
        if self._run is not None and self._said:
            key = tuple(self._said.items())
            if key not in self._looks:
                self._looks[key] = Look(**self._said)
            self._run.look = self._looks[key]
        self._said = None

    def _say(self, name: str, value: str | bool | None) -> None:
        if self._said is not None:
            self._said[name] = value

    def _start_b(self, attributes: dict[str, str]) -> None:
        self._say("bold", toggled(attributes))

    _start_bCs = _start_b  # noqa: N815

    def _start_szCs(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._say("size", attributes.get("val"))

    def _start_sz(self, attributes: dict[str, str]) -> None:
        self._say("latin_size", attributes.get("val"))

    def _start_vanish(self, attributes: dict[str, str]) -> None:
        self._say("hidden", toggled(attributes))

    def _start_rStyle(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._say("style", attributes.get("val"))

    def _start_t(self, _: dict[str, str]) -> None:
        self._in_text = True

    def _end_t(self) -> None:
        self._in_text = False

    def _start_tab(self, _: dict[str, str]) -> None:
        if self._run is not None:  # a tab stop of the paragraph has the same name and stands outside runs
            self._run.text.append("\t")

    def _start_br(self, _: dict[str, str]) -> None:
        if self._run is not None:
            self._run.text.append("\n")

    _start_cr = _start_br

    def _start_lastRenderedPageBreak(self, _: dict[str, str]) -> None:  # noqa: N802
        self.page += 1
        paragraph = self._open[-1] if self._open else None
        if paragraph and not any(run.text for run in paragraph.runs):
            paragraph.page = self.page

    def _start_txbxContent(self, _: dict[str, str]) -> None:  # noqa: N802
        self._boxes += 1

    def _end_txbxContent(self) -> None:  # noqa: N802
        self._boxes -= 1
        # The box stood inside a run of the paragraph around it; what follows there belongs to that run again.
        self._run = self._open[-1].runs[-1] if self._open and self._open[-1].runs else None

    def _start_fldChar(self, attributes: dict[str, str]) -> None:  # noqa: N802
        kind = attributes.get("fldCharType")
        if kind == "begin":
            self._open_field()
        elif kind == "end" and self._fields:
            if self._open:
                self._open[-1].contents_entry |= self._in_contents()
            self._fields.pop()

    def _start_instrText(self, _: dict[str, str]) -> None:  # noqa: N802
        self._in_instruction = True

    def _end_instrText(self) -> None:  # noqa: N802
        self._in_instruction = False

    def _start_fldSimple(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._open_field(attributes.get("instr", "")[:_CODE_PIECE])

    def _end_fldSimple(self) -> None:  # noqa: N802
        if self._fields:
            self._fields.pop()

    def _start_tbl(self, _: dict[str, str]) -> None:
        self._table_count += 1
        self._tables.append(_Table(self._table_count))

    def _end_tbl(self) -> None:
        self._tables.pop()

    def _start_tr(self, _: dict[str, str]) -> None:
        if self._tables:
            table = self._tables[-1]
            table.rows += 1
            table.row = Row(table.number, table.rows)

    def _start_tc(self, _: dict[str, str]) -> None:
        row = self._tables[-1].row if self._tables else None
        if row:
            row.column += 1

    def _end_tc(self) -> None:
        row = self._tables[-1].row if self._tables else None
        if row:
            row.filled += row.cell_has_text
            row.cell_has_text = False


_STARTS = [name.removeprefix("_start_") for name in vars(WordBody) if name.startswith("_start_")]
_ENDS = [name.removeprefix("_end_") for name in vars(WordBody) if name.startswith("_end_")]
