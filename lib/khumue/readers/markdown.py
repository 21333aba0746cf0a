"""Markdown drafts: headings, tables, footnotes, comments and the settings of the front matter.

Code between fences is left out. A line that is only indented is read as text, for Thai authors indent paragraphs; it is
never a heading. No pattern here looks past a bracket of the kind it began with, so that no line costs more than its
length.
"""

from __future__ import annotations

import re
from pathlib import Path

from khumue.document import Block, Cell, Comment, Document, Place
from khumue.readers.encodings import decode
from khumue.readers.limits import check_block_count
from khumue.readers.text import split_lines

_SETTING = re.compile(r"([\w-]+)\s*:\s*(.+)$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_ANCHOR = re.compile(r"\s*\{[#.][^{}]*\}$")
_MARKS = frozenset("=-*_[")  # rules, underlines and addresses begin with one of them
_LEADS = frozenset(">-+*")
_LEAD = re.compile(r"[ \t]*(?:>[ \t]?|[-+*][ \t]+(?:\[[ xX]\][ \t]+)?)*")
_BOLD = re.compile(r"(\*\*\*|\*\*|___|__)(?=\S)((?:(?!\1).)+)\1[:：]?$")
_MARKUP = re.compile(r"\*\*|__|~~|`|(?<![\w\\])[*_](?=\S)|(?<=[^\s\\])[*_](?!\w)")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_ENTRY = re.compile(r"(?:[0-9๐-๙.()]+\s*)?\[[^\[\]]*\]\(#[^()]*\)[\s.…0-9๐-๙]*$")
_NOTE = re.compile(r" {0,3}\[\^[^\[\]]+\]:\s*")
_NOTE_MARK = re.compile(r"\[\^[^\[\]]+\]")
_ADDRESS = re.compile(r" {0,3}\[(?!\^)[^\[\]]+\]:\s*[!-~]+(?:\s+[\"'(].*)?$")  # Thai after the colon is text
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|del|details|div|em|font|i|img|ins|kbd|li|mark|ol|p|s|small|span|strong|sub|summary|sup"
    r"|table|tbody|td|th|thead|tr|u|ul|h[1-6])(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PIPE = re.compile(r"(?<!\\)\|")


def read_markdown(path: Path, data: bytes) -> Document:
    """A Markdown file. Raises DraftError for bytes that are no text and for more lines and cells than a plan has."""
    source = decode(data)
    check_block_count(min(source.count("<!--"), source.count("-->")))
    text, comments = _without_comments(source)
    lines = split_lines(text)
    check_block_count(len(lines) + text.count("|"))
    settings, first = _front_matter(lines)
    reader = _Reader()
    for number, line in enumerate(lines[first:], first + 1):
        reader.read(line, number)
    return Document(
        path=path,
        kind="md",
        title=settings.get("title"),
        blocks=tuple(reader.blocks),
        properties=settings,
        comments=comments,
    )


def _without_comments(text: str) -> tuple[str, tuple[Comment, ...]]:
    """The text with its comments blanked, line for line, and the comments. One that is never closed is text."""
    kept: list[str] = []
    comments: list[Comment] = []
    at = 0
    line = 1
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        line += text.count("\n", at, start)
        comments.append(Comment(text=text[start + 4 : end].strip(), place=Place(line=line)))
        ended = text.count("\n", start, end)
        kept += [text[at:start], "\n" * ended]
        line += ended
        at = end + 3
    return "".join([*kept, text[at:]]), tuple(comments)


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """The settings between `---` lines at the top, and the line after them."""
    if not lines or lines[0].strip() != "---":
        return {}, 0
    for end, line in enumerate(lines[1:], 1):
        if line.strip() in {"---", "..."}:
            found = (_SETTING.match(each.strip()) for each in lines[1:end])
            return {match[1]: match[2].strip("\"' ") for match in found if match}, end + 1
    return {}, 0


class _Reader:
    """Reads line by line; what a line is depends on the lines above it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._fence = ""
        self._table = self._row = 0

    def read(self, line: str, number: int) -> None:
        first = line.lstrip()[:1]  # most lines begin with a letter and need not be tried against every form
        if (self._fence or first in {"`", "~"}) and self._fenced(line):
            return
        if first == "|" or ("|" in line and (self._row or self._begins_table(line, number))):
            self._read_row(line, number)
            return
        self._row = 0
        if first in _MARKS and (self._underlines(line, number) or _is_rule(line) or _ADDRESS.match(line)):
            return
        if first:
            self.blocks += _line(line, number, first)

    def _fenced(self, line: str) -> bool:
        """Whether a line is code, or opens or closes it."""
        fence = _FENCE.match(line)
        if not self._fence:
            self._fence = fence[1] if fence else ""
            return bool(fence)
        if fence and fence[1].startswith(self._fence) and not line[fence.end() :].strip():
            self._fence = ""
        return True

    def _begins_table(self, line: str, number: int) -> bool:
        """A table without outer pipes shows at the rule under its first row, which has been read as a line."""
        if not (_is_table_rule(line) and "|" in line and self._follows(number)):
            return False
        above = self.blocks.pop()
        self._read_row(above.text, number - 1)
        return True

    def _read_row(self, line: str, number: int) -> None:
        self._table, self._row = (self._table, self._row + 1) if self._row else (self._table + 1, 1)
        if _is_table_rule(line):
            return
        cells = [cell.strip().replace("\\|", "|") for cell in _PIPE.split(_outer_pipes_off(line.strip()))]
        filled = sum(map(bool, cells))
        for column, text in enumerate(cells, 1):
            if shown := _plain(text):
                cell = Cell(table=self._table, row=self._row, column=column, filled=filled)
                self.blocks.append(Block(text=shown, place=Place(line=number), bold=_is_bold(text), cell=cell))

    def _follows(self, number: int) -> bool:
        last = self.blocks[-1] if self.blocks else None
        return bool(last and last.place.line == number - 1 and last.level is None and not (last.cell or last.note))

    def _underlines(self, line: str, number: int) -> bool:
        """A line of = or - makes a heading of the one above it."""
        mark = line.strip()
        if len(mark) < 2 or (mark.strip("=") and mark.strip("-")) or not self._follows(number):
            return False
        above = self.blocks.pop()
        self.blocks.append(Block(text=above.text, place=above.place, level=1 if mark[0] == "=" else 2))
        return True


def _line(line: str, number: int, first: str) -> list[Block]:
    place = Place(line=number)
    if first == "[" and (note := _NOTE.match(line)):
        text = _plain(line[note.end() :])
        return [Block(text=text, place=place, note=True)] if text else []
    lead = _LEAD.match(line) if first in _LEADS else None
    line = line[lead.end() :] if lead else line
    heading = _HEADING.match(line)
    text = _heading_text(line[heading.end() :]) if heading else line.strip()
    shown = _plain(text)
    if not shown:
        return []
    level = len(heading[1]) if heading else None
    entry = level is None and "](#" in text and bool(_ENTRY.match(text))
    return [Block(text=shown, place=place, level=level, bold=_is_bold(text), contents_entry=entry)]


def _heading_text(text: str) -> str:
    """A heading without the marks that may close it and without its anchor."""
    text = text.strip()
    bare = text.rstrip("#")
    if not bare or bare[-1] in " \t":
        text = bare.strip()
    return _ANCHOR.sub("", text) if text.endswith("}") else text


def _is_bold(text: str) -> bool:
    return text[:2] in {"**", "__"} and bool(_BOLD.match(text))


def _is_rule(line: str) -> bool:
    mark = line.replace(" ", "").strip()
    return len(mark) >= 3 and len(set(mark)) == 1 and mark[0] in "-*_="


def _is_table_rule(line: str) -> bool:
    return "-" in line and not line.strip("|:- \t")


def _outer_pipes_off(row: str) -> str:
    row = row.removeprefix("|")
    return row[:-1] if row.endswith("|") and not row.endswith("\\|") else row


def _plain(text: str) -> str:
    """A line as it is shown, without its marks. Most lines have none."""
    if "[" in text:
        text = _LINK.sub(r"\1", _NOTE_MARK.sub("", text))
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "*" in text or "_" in text or "`" in text or "~" in text:
        text = _MARKUP.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text).rstrip("\\")
    if "&" in text:
        from html import unescape

        text = unescape(text)
    return text.strip()
