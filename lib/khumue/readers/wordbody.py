"""The text of a Word part while it is parsed: the main text, notes or comments.

Handlers are named after the elements they serve. Crafted files may close what was never opened; that is passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from khumue.readers.limits import check_block_count
from khumue.readers.package import Given, attribute, number
from khumue.readers.styles import Look, outline_level, toggled
from khumue.readers.tables import Tables
from khumue.readers.wordtext import Fields, Paragraph, Run

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_FIRST_RUNS = 8  # a page break that Word recorded before the text of a paragraph stands in one of them
_SYMBOL_FONTS = range(0xF000, 0xF100)  # glyphs of Wingdings and the like: ticks, boxes, arrows


class WordBody:
    """Collects paragraphs in reading order. `anchors` has the paragraph in which each comment begins."""

    def __init__(self) -> None:
        self.is_word = False
        self.page = 1
        self.paragraphs: list[Paragraph] = []
        self.anchors: dict[str, Paragraph] = {}
        self._open: list[Paragraph] = []
        self._tables = Tables()
        self._fields = Fields(self._open)
        self._boxes = 0
        self._note: str | None = None
        self._skip = 0
        self._run: Run | None = None
        self._said: dict[str, Any] | None = None  # inside the properties of a run
        self._in_mark = False  # inside the properties of a paragraph's end
        self._looks: dict[tuple[tuple[str, Any], ...], Look] = {}
        self._in_text = False
        self._start: dict[str, Callable[[Given], None]] = {_FALLBACK: self._leave_out}
        self._end: dict[str, Callable[[], None]] = {}
        for part in (self, self._fields):
            for name in vars(type(part)):
                if name.startswith("_start_"):
                    self._start.update({f"{ns} {name[7:]}": getattr(part, name) for ns in _WORD})
                elif name.startswith("_end_"):
                    self._end.update({f"{ns} {name[5:]}": getattr(part, name) for ns in _WORD})

    def start(self, name: str, attributes: Given) -> None:
        """An element opens."""
        if self._skip:
            self._skip += 1
        elif handler := self._start.get(name):
            handler(attributes)

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
        if self._in_text and self._run is not None:
            self._run.text.append(text)
        else:
            self._fields.instruct(text)

    # --- what is left out: deleted and moved text, former properties ---

    def _leave_out(self, _: Given) -> None:
        self._skip = 1

    _start_pPrChange = _start_rPrChange = _start_sectPrChange = _start_tblPrChange = _leave_out
    _start_tcPrChange = _start_trPrChange = _leave_out

    def _start_del(self, _: Given) -> None:
        self._skip = 1
        if self._in_mark and self._open:
            self._open[-1].deleted = True

    _start_moveFrom = _start_del

    # --- paragraphs ---

    def _start_body(self, _: Given) -> None:
        self.is_word = True

    def _start_p(self, _: Given) -> None:
        self._run = None
        if self._fields.open:
            self._fields.begin_paragraph()
        contents = True in self._fields.controls
        row = self._tables.row
        self._open.append(
            Paragraph(page=self.page, text_box=self._boxes > 0, row=row, contents_entry=contents, note=self._note)
        )

    def _end_p(self) -> None:
        paragraph = self._open.pop()
        self.paragraphs.append(paragraph)
        check_block_count(len(self.paragraphs))
        paragraph.number = len(self.paragraphs)
        if paragraph.row and any("".join(run.text).strip() for run in paragraph.runs):
            paragraph.row.cell_has_text = True

    def _start_pStyle(self, given: Given) -> None:
        if self._open:
            self._open[-1].style = attribute(given)

    def _start_outlineLvl(self, given: Given) -> None:
        if self._open:
            self._open[-1].level = outline_level(given)

    def _start_numId(self, given: Given) -> None:
        if self._open:
            self._open[-1].list = attribute(given)

    def _start_ilvl(self, given: Given) -> None:
        if self._open:
            self._open[-1].list_level = number(given)

    def _start_txbxContent(self, _: Given) -> None:
        self._boxes += 1

    def _end_txbxContent(self) -> None:
        self._boxes -= 1
        # The box stood inside a run of the paragraph around it; what follows there belongs to that run again.
        self._run = self._open[-1].runs[-1] if self._open and self._open[-1].runs else None

    def _start_lastRenderedPageBreak(self, _: Given) -> None:
        self.page += 1
        paragraph = self._open[-1] if self._open else None
        if paragraph and not any(run.text for run in paragraph.runs[:_FIRST_RUNS]):
            paragraph.page = self.page

    # --- runs ---

    def _start_r(self, _: Given) -> None:
        self._run = Run()
        if self._open:
            self._open[-1].runs.append(self._run)

    def _end_r(self) -> None:
        self._run = None

    def _start_rPr(self, _: Given) -> None:
        self._said = {} if self._run is not None else None
        self._in_mark = self._run is None

    def _end_rPr(self) -> None:
        if self._run is not None and self._said:
            key = tuple(self._said.items())
            if key not in self._looks:
                self._looks[key] = Look(**self._said)
            self._run.look = self._looks[key]
        self._said = None
        self._in_mark = False

    def _say(self, name: str, value: str | bool | None) -> None:
        if self._said is not None:
            self._said[name] = value

    def _start_b(self, given: Given) -> None:
        self._say("bold", toggled(given))

    _start_bCs = _start_b

    def _start_szCs(self, given: Given) -> None:
        self._say("size", attribute(given))

    def _start_sz(self, given: Given) -> None:
        self._say("latin_size", attribute(given))

    def _start_vanish(self, given: Given) -> None:
        self._say("hidden", toggled(given))

    def _start_rStyle(self, given: Given) -> None:
        self._say("style", attribute(given))

    def _start_t(self, _: Given) -> None:
        self._in_text = not self._fields.open or self._fields.printed()

    def _end_t(self) -> None:
        self._in_text = False

    def _put(self, text: str) -> None:
        if self._run is not None and (not self._fields.open or self._fields.printed()):
            self._run.text.append(text)

    def _start_tab(self, _: Given) -> None:
        self._put("\t")  # a tab stop of the paragraph has the same name and stands outside runs

    _start_ptab = _start_tab

    def _start_br(self, _: Given) -> None:
        self._put("\n")

    _start_cr = _start_br

    def _start_noBreakHyphen(self, _: Given) -> None:
        self._put("-")

    def _start_sym(self, given: Given) -> None:
        try:
            code = int(attribute(given, "char") or "", 16)
            self._put("•" if code in _SYMBOL_FONTS else chr(code))
        except (ValueError, OverflowError):
            pass  # a character that there is not

    # --- notes and comments ---

    def _start_footnoteReference(self, given: Given) -> None:
        self._refer("footnotes", given)

    def _start_endnoteReference(self, given: Given) -> None:
        self._refer("endnotes", given)

    def _refer(self, part: str, given: Given) -> None:
        if self._open:
            self._open[-1].notes.append((part, attribute(given, "id") or ""))

    def _start_footnote(self, given: Given) -> None:
        self._note = attribute(given, "id")

    _start_endnote = _start_comment = _start_footnote

    def _start_commentReference(self, given: Given) -> None:
        if self._open:
            self.anchors.setdefault(attribute(given, "id") or "", self._open[-1])

    _start_commentRangeStart = _start_commentReference

    # --- tables ---

    def _start_tbl(self, _: Given) -> None:
        self._tables.open_table()

    def _end_tbl(self) -> None:
        self._tables.close_table()

    def _start_tr(self, _: Given) -> None:
        self._tables.open_row()

    def _start_tc(self, _: Given) -> None:
        self._tables.open_cell()

    def _start_gridSpan(self, given: Given) -> None:
        self._tables.span(number(given) or 1)

    def _start_gridBefore(self, given: Given) -> None:
        self._tables.skip(number(given) or 0)

    def _end_tc(self) -> None:
        self._tables.close_cell()
