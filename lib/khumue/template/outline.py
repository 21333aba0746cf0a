"""What stands on a blank form, in reading order, before it becomes a file."""

from __future__ import annotations

from collections.abc import Mapping

from khumue.frozen import NOTHING, frozen
from khumue.vocabulary import Language


@frozen
class Heading:
    """A heading; those that are `numbered` count the parts of the plan. A `wide` one opens pages on their side."""

    text: str
    level: int = 1
    numbered: bool = True
    wide: bool = False


@frozen
class Guidance:
    """What to write, for the author alone, and what asks for it. The checker does not read it."""

    text: str
    source: str = ""


@frozen
class Blank:
    """A line to write in place of: (ระบุ...). An `item` is one of a list."""

    text: str
    item: bool = False


@frozen
class Field:
    """A field of a sheet: its label, and a blank beside it, or None where the blanks stand below."""

    label: str
    blank: str | None = None


@frozen
class Line:
    """An item of a list that is filled in, perhaps up to a blank at its end."""

    text: str
    blank: str | None = None


@frozen
class Column:
    """The head of a column, its width beside the others', and whether it is added up."""

    head: str
    width: int
    sum: bool = False


@frozen
class Table:
    """A table of blank cells; `rows` are what their first cells hold. `total` is the name of the last row, if any."""

    caption: str | None
    columns: tuple[Column, ...]
    rows: tuple[str, ...]
    total: str | None = None


@frozen
class Signatures:
    """Places to sign: what each signer does."""

    signers: tuple[str, ...]
    signed: str
    post: str


Block = Heading | Guidance | Blank | Field | Line | Table | Signatures


@frozen
class Form:
    """A blank form. With `contents` it begins with a title page, on which `cover` stands under the title."""

    title: tuple[str, ...]
    language: Language
    blocks: tuple[Block, ...]
    cover: tuple[Line | Blank, ...] = ()
    contents: Heading | None = None
    properties: Mapping[str, str] = NOTHING
