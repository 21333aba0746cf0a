"""Plain text and Markdown drafts."""

from __future__ import annotations

import re
from pathlib import Path

from khumue.document import Block, Cell, Document, DraftError, Place
from khumue.readers.limits import check_block_count

_HEADING = re.compile(r"(#{1,6})\s+")
_FENCE = re.compile(r"\s*(```|~~~)")
_UNDERLINE = {"=": 1, "-": 2}
_BOLD = re.compile(r"(\*\*|__)(.+?)\1[:：]?$")
_MARKUP = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_TABLE_RULE = frozenset(" \t:|-")
_SETTING = re.compile(r"([\w-]+)\s*:\s*(.+)$")


def decode(data: bytes) -> str:
    """Text of a file in UTF-8, UTF-16 with its mark, or TIS-620/Windows-874. Raises DraftError for anything else."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise DraftError("not-text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp874")
    except UnicodeDecodeError:
        raise DraftError("not-text") from None


def read_text(path: Path, data: bytes) -> Document:
    """A plain text file: every line is a block; no line is known to be a heading."""
    lines = decode(data).splitlines()
    check_block_count(len(lines))
    blocks = [Block(text=line, place=Place(line=number)) for number, line in enumerate(lines, 1) if line.strip()]
    return Document(path=path, kind="txt", title=None, blocks=tuple(blocks))


def read_markdown(path: Path, data: bytes) -> Document:
    """A Markdown file; settings come from its front matter."""
    text = _without_comments(decode(data))
    lines = text.splitlines()
    check_block_count(len(lines) + text.count("|"))
    settings, first = _front_matter(lines)
    blocks = _markdown_blocks(lines, first)
    return Document(path=path, kind="md", title=settings.get("title"), blocks=tuple(blocks), properties=settings)


def _without_comments(text: str) -> str:
    """The text with its comments empty, on as many lines; one that is not closed is none."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept += text[at:start], "\n" * text.count("\n", start, end)
        at = end + 3
    return "".join([*kept, text[at:]])


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """The settings between `---` lines at the top, and the line after them."""
    if not lines or lines[0].strip() != "---":
        return {}, 0
    for end, line in enumerate(lines[1:], 1):
        if line.strip() == "---":
            found = (_SETTING.match(each.strip()) for each in lines[1:end])
            return {match[1]: match[2].strip("\"' ") for match in found if match}, end + 1
    return {}, 0


def _markdown_blocks(lines: list[str], first: int) -> list[Block]:
    blocks: list[Block] = []
    fenced = False
    table = row = 0
    for number, line in enumerate(lines[first:], first + 1):
        if _FENCE.match(line):
            fenced = not fenced
        elif not line.strip() or fenced:
            row = 0
        elif line.lstrip().startswith("|"):
            table, row = (table, row + 1) if row else (table + 1, 1)
            if not ("-" in line and set(line) <= _TABLE_RULE):
                blocks += _row(line, number, table, row)
        elif blocks and _is_underline(line, blocks[-1], number):
            last = blocks.pop()
            blocks.append(Block(text=last.text, place=last.place, level=_UNDERLINE[line.strip()[0]]))
        elif not _is_rule(line):
            blocks.append(_line(line, number))
    return blocks


def _line(line: str, number: int) -> Block:
    heading = _HEADING.match(line)
    text = line[heading.end() :].rstrip().rstrip("#").rstrip() if heading else line.strip()
    return Block(
        text=_plain(text),
        place=Place(line=number),
        level=len(heading[1]) if heading else None,
        bold=bool(_BOLD.match(text)),
    )


def _row(line: str, number: int, table: int, row: int) -> list[Block]:
    cells = enumerate(line.strip().strip("|").split("|"), 1)
    filled = [(column, cell.strip()) for column, cell in cells if cell.strip()]
    return [
        Block(
            text=_plain(cell),
            place=Place(line=number),
            bold=bool(_BOLD.match(cell)),
            cell=Cell(table=table, row=row, column=column, filled=len(filled)),
        )
        for column, cell in filled
    ]


def _is_underline(line: str, above: Block, number: int) -> bool:
    mark = line.strip()
    return len(mark) >= 2 and set(mark) in ({"="}, {"-"}) and above.place.line == number - 1 and above.level is None


def _is_rule(line: str) -> bool:
    mark = line.replace(" ", "")
    return len(mark) >= 3 and len(set(mark)) == 1 and mark[0] in "-*_="


def _plain(text: str) -> str:
    return _MARKUP.sub("", _LINK.sub(r"\1", text))
