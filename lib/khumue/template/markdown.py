"""A blank form as Markdown: guidance as comments, which nobody prints and the checker does not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khumue.blanks import GUIDANCE
from khumue.template.outline import Blank, Block, Field, Form, Guidance, Heading, Line, Signatures, Table
from khumue.template.wording import DOTS, Wording

_SIGN = "." * 40


def write_markdown(form: Form) -> str:
    """The form as text. The contents are left to the program that prints it."""
    pieces = ["\n".join(_front_matter(form)), f"# {' '.join(form.title)}"]
    pieces += [line.text for line in form.cover]
    use = Guidance(text=Wording(form.language).say("use"))
    pieces += ["\n".join(_block(block, form)) for block in (use, *form.blocks)]
    return "\n\n".join(pieces) + "\n"


def _front_matter(form: Form) -> Iterator[str]:
    yield "---"
    yield f"title: {' '.join(form.title)}"
    yield from (f"{name}: {value}" for name, value in form.properties.items())
    yield "---"


def _block(block: Block, form: Form) -> Iterable[str]:
    match block:
        case Heading():
            return [f"{'#' * (block.level + 1)} {block.text}"]
        case Guidance():
            return [f"<!-- {GUIDANCE[form.language]}: {' '.join(filter(None, (block.text, block.source)))} -->"]
        case Blank():
            return [f"- {block.text}" if block.item else block.text]
        case Line():
            return [f"- {' '.join(filter(None, (block.text, block.blank)))}"]
        case Field():
            return [f"**{block.label}**\t{block.blank}" if block.blank else f"**{block.label}**"]
        case Table():
            return _table(block)
        case Signatures():
            return [f"{block.signed} {_SIGN} {signer}\n\n{block.post}\n" for signer in block.signers]


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"{table.caption}\n"
    yield _row(column.head for column in table.columns)
    yield _row("---:" if column.sum else "---" for column in table.columns)
    for name in table.rows:
        yield _row([name or DOTS, *(DOTS for _ in table.columns[1:])])
    if table.total:
        yield _row([table.total, *(DOTS if column.sum else "" for column in table.columns[1:])])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
