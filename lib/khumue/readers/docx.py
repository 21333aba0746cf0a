"""Word drafts (.docx): the text as printed, with styles, list numbers, tables, notes, comments and recorded pages.

Deleted and moved-away text, hidden text and the fallback copy of a text box are left out; insertions, text boxes and
content controls are in. Headers and footers are not read. Thai letters take their weight and size from the
complex-script properties (w:bCs, w:szCs). Parts that the text does not refer to are not opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from khumue.document import Block, Comment, Document, DraftError, Place
from khumue.frozen import frozen
from khumue.readers.docproperties import read_properties, read_title
from khumue.readers.package import Package, parse_xml
from khumue.readers.styles import StyleSheet, read_styles
from khumue.readers.wordbody import WordBody
from khumue.readers.wordtext import Paragraph

if TYPE_CHECKING:
    from khumue.readers.numbering import WordLists

_MAIN = "word/document.xml"

Notes = dict[tuple[str, str], list[Paragraph]]
"""The paragraphs of notes and comments by part and id."""


def read_docx(path: Path, package: Package) -> Document:
    """Read a Word draft. Raises DraftError when it is damaged, not a Word file, or over a limit."""
    main = main_part(package)
    body = _read_body(package, main)
    if not body.is_word:
        raise DraftError("not-word")
    notes = _read_notes(package, main, body)
    everything = [*body.paragraphs, *chain.from_iterable(notes.values())]
    sheet = read_styles(package, _part(package, main, "styles"), _used_styles(everything))
    numbered = any(each.list or sheet.style(each.style).list for each in body.paragraphs)
    lists = _read_lists(package, main) if numbered else None
    text = _Text(sheet=sheet, lists=lists, notes=notes, recorded=body.page > 1)
    return Document(
        path=path,
        kind="docx",
        title=read_title(package),
        blocks=tuple(text.blocks(body.paragraphs)),
        pages=body.page if text.recorded else None,
        properties=read_properties(package),
        comments=tuple(text.comments(body.anchors)),
    )


def main_part(package: Package) -> str:
    """The part with the text."""
    return _MAIN if _MAIN in package.names else package.related("", "officeDocument") or _MAIN


def _read_body(package: Package, part: str) -> WordBody:
    body = WordBody()
    parse_xml(package.read(part), part, body.start, body.end, body.text)
    return body


def _part(package: Package, main: str, kind: str) -> str | None:
    """A part by its usual name, or as the main part names it: Word online writes document2.xml with styles2.xml."""
    usual = f"word/{kind}.xml"
    return usual if main == _MAIN and usual in package.names else package.related(main, kind)


def _read_lists(package: Package, main: str) -> WordLists | None:
    from khumue.readers.numbering import read_lists  # a draft without lists need not pay for it

    part = _part(package, main, "numbering")
    return read_lists(package, part) if part else None


def _read_notes(package: Package, main: str, body: WordBody) -> Notes:
    """The notes and comments that the text refers to."""
    kinds = {kind for paragraph in body.paragraphs for kind, _ in paragraph.notes}
    notes: Notes = {}
    for kind in (*sorted(kinds), *(["comments"] if body.anchors else [])):
        if part := _part(package, main, kind):
            for paragraph in _read_body(package, part).paragraphs:
                notes.setdefault((kind, paragraph.note or ""), []).append(paragraph)
    return notes


def _used_styles(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    styles = (style for each in paragraphs for style in (each.style, *(run.look.style for run in each.runs)))
    return frozenset(style for style in styles if style)


@frozen
class _Text:
    """Turns paragraphs into blocks."""

    sheet: StyleSheet
    lists: WordLists | None
    notes: Notes
    recorded: bool

    def blocks(self, paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
        """Blocks in reading order; the notes of a paragraph follow it, each once, and stand at its place."""
        for paragraph in paragraphs:
            label = self._label(paragraph) if self.lists else ""
            place = self._place(paragraph)
            if block := self._block(paragraph, place, label=label):
                yield block
            for note in paragraph.notes:
                written = (self._block(each, place, note=True) for each in self.notes.pop(note, ()))
                yield from (block for block in written if block)

    def comments(self, anchors: dict[str, Paragraph]) -> Iterator[Comment]:
        for name, anchor in anchors.items():
            written = self.notes.get(("comments", name), ())
            if text := "\n".join("".join(chain.from_iterable(run.text for run in each.runs)) for each in written):
                yield Comment(text=text.strip(), place=self._place(anchor))

    def _place(self, paragraph: Paragraph) -> Place:
        return Place(page=paragraph.page if self.recorded else None, paragraph=paragraph.number)

    def _label(self, paragraph: Paragraph) -> str:
        style = self.sheet.style(paragraph.style)
        named = paragraph.list or style.list
        if self.lists is None or named is None or paragraph.deleted:
            return ""
        level = paragraph.list_level if paragraph.list_level is not None else style.list_level
        return self.lists.label(named, level, paragraph.style)

    def _block(self, paragraph: Paragraph, place: Place, *, label: str = "", note: bool = False) -> Block | None:
        """A paragraph with its looks resolved; None where it shows no text."""
        style = self.sheet.style(paragraph.style)
        looks = [(run, self.sheet.look(style, run.look)) for run in paragraph.runs]
        shown = [("".join(run.text), look) for run, look in looks if not look.hidden]
        text = "".join(text for text, _ in shown)
        if not text.strip():
            return None
        inked = [(text, look) for text, look in shown if text.strip()]
        row = paragraph.row
        level = (style.level if paragraph.level is None else paragraph.level) or None
        return Block(
            text=text,
            place=place,
            label=label,
            level=level,
            bold=all(look.bold for _, look in inked),
            size=max(inked, key=lambda each: len(each[0]))[1].points,
            # A heading that someone wrote into the control or field of the contents is still one.
            contents_entry=style.contents_entry or (paragraph.contents_entry and not level),
            text_box=paragraph.text_box,
            note=note,
            cell=row.cell(paragraph.column) if row else None,
        )
