"""The plan as blocks: `plan.md` and `tables.yaml` with the words of a version and the numbers filled in.

`plan.md` is a small dialect of Markdown. A line break inside a paragraph is a space. `# heading {3}` gives the page
that the table of contents prints, `[Style] text` a paragraph in a Word style, `1. text` an item; a line that starts
with `@` places something: `@section wide`, `@toc title`, `@table name`, `@sign what: post; what: post`.
"""

from __future__ import annotations

import re
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any, cast

import yaml

from sample.blocks import Block, Cell, Contents, Heading, Paragraph, SectionStart, Signatures, Table
from sample.figures import load_figures
from sample.number_tables import number_tables
from sample.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sample.versions import Version

HEADING = re.compile(r"(?P<marks>#+) (?P<text>.+?)(?: \{(?P<page>\w+)\})?")
STYLED = re.compile(r"\[(?P<style>[^\]]+)\] (?P<text>.+)")
ITEM = re.compile(r"\d+\. ")
LABEL = re.compile(r"\*\*[^*]+\*\*")


def plan_blocks(version: Version) -> list[Block]:
    """The whole plan in the given version, in reading order."""
    folder = Path(__file__).parent
    figures = load_figures()
    fill = words(version, figures)
    tables = {**number_tables(figures), **_word_tables(folder / "tables.yaml", fill)}
    source = Template((folder / "plan.md").read_text(encoding="utf-8")).substitute(fill)
    return [block for chunk in _chunks(source) for block in _blocks(chunk, tables, version)]


def _chunks(source: str) -> Iterator[str]:
    """Paragraphs, items, headings and directives, each on one line."""
    for paragraph in source.strip().split("\n\n"):
        lines: list[str] = []
        for line in paragraph.split("\n"):
            if lines and not ITEM.match(line):
                lines[-1] += " " + line.strip()
            else:
                lines.append(line)
        yield from lines


def _blocks(chunk: str, tables: Mapping[str, Table], version: Version) -> Iterator[Block]:
    if chunk.startswith("@"):
        yield from _placed(chunk, tables, version)
    elif heading := HEADING.fullmatch(chunk):
        yield Heading(level=len(heading["marks"]), text=heading["text"], page=heading["page"])
    elif styled := STYLED.fullmatch(chunk):
        yield Paragraph(style=styled["style"], text=styled["text"])
    else:
        yield Paragraph(style=_style(chunk), text=chunk)


def _style(text: str) -> str:
    if ITEM.match(text):
        return "List Number"
    if LABEL.fullmatch(text):
        return "Field Heading"
    return "Field" if text.startswith("**") else "Body Text"


def _placed(directive: str, tables: Mapping[str, Table], version: Version) -> Iterator[Block]:
    name, _, value = directive.removeprefix("@").partition(" ")
    if name == "table":
        if value not in version.tables_left_out:
            yield tables[value]
    elif name == "toc":
        yield Contents(title=value)
    elif name == "section":
        yield SectionStart(kind=cast("Any", value))
    elif name == "sign":
        pairs = (signer.partition(":") for signer in value.split(";"))
        yield Signatures(signers=tuple((role.strip(), post.strip()) for role, _, post in pairs))
    else:
        raise ValueError(f'plan.md: "@{name}" is not known. Use @section, @toc, @table or @sign.')


def _word_tables(path: Path, fill: Mapping[str, str]) -> dict[str, Table]:
    data = yaml.safe_load(Template(path.read_text(encoding="utf-8")).substitute(fill))
    return {name: _word_table(entry) for name, entry in data.items()}


def _word_table(entry: dict[str, Any]) -> Table:
    return Table(
        caption=entry["caption"],
        header=tuple(entry.get("header", ())),
        rows=tuple(tuple(_cell(cell) for cell in row) for row in entry["rows"]),
        widths=tuple(entry["widths"]),
        centred=tuple(entry.get("centred", ())),
    )


def _cell(cell: str | list[str]) -> Cell:
    return (cell,) if isinstance(cell, str) else tuple(cell)
