"""A project sheet while it is read, line by line, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from khumue.document import Place
from khumue.frozen import frozen
from khumue.headings import Heading
from khumue.numbering import split_number
from khumue.placeholders import is_filler
from khumue.projects.labels import Label
from khumue.projects.lines import Line
from khumue.thai import skeleton

NAME = "name"
_UNITS = re.compile("|".join(map(skeleton, ("จำนวน", "บาท", "วันที่", "เดือน", "ถึง", "พ.ศ.", "ลงชื่อ", "รวม"))))
_DOTS = re.compile(r"[.…_]{3,}|…")


class Piece:
    """A line of a field: its block, and whether it stands in a column of a table. It is in doubt after what may be a
    sentence and no label."""

    def __init__(self, text: str, block: int, *, column: bool = False, in_doubt: bool = False) -> None:
        self.text = text
        self.block = block
        self.column = column
        self.in_doubt = in_doubt


@frozen
class Sheet:
    """A project sheet as read: blocks `first` to `end` (not included) and the lines of each field by its id."""

    name: str
    place: Place
    first: int
    end: int
    fields: Mapping[str, tuple[Piece, ...]]

    def has(self, field: str) -> bool:
        """Whether the field is filled in."""
        return any(not is_blank(piece.text, field) for piece in self.fields.get(field, ()))


def is_blank(text: str, field: str = "") -> bool:
    """Whether a line only holds the place of a value. A dash says that a project needs no money."""
    if field == "budget" and text.strip() in {"-", "–", "—"}:
        return False
    rest = _UNITS.sub("", skeleton(text))
    return is_filler(text) or not rest or (rest.isdigit() and bool(_DOTS.search(text)))


class Opening:
    """The beginning of a sheet. `sure` is a label "ชื่อโครงการ", not only a line that begins with "โครงการ"."""

    def __init__(self, name: str, *, sure: bool) -> None:
        self.name = name
        self.sure = sure


class SheetDraft:
    """A sheet while it is read."""

    def __init__(self, opening: Opening, block: int, under: Heading | None, *, follows: bool) -> None:
        self.sure = opening.sure
        self.block = self.end = block
        self.under = under
        self.follows = follows
        self.fields: dict[str, list[Piece]] = {}
        self.current: tuple[str, ...] = (NAME,)
        self.in_doubt = False
        self.marked = 0
        self.columns: dict[tuple[int, int], tuple[str, ...]] = {}
        self.rename(opening.name)

    def rename(self, name: str) -> None:
        """Begin with the name again."""
        self.fields[NAME] = [Piece(text=name, block=self.block)] if name else []
        self.current = (NAME,)
        self.in_doubt = False

    def open(self, label: Label, line: Line, *, in_doubt: bool) -> None:
        """Begin the fields of a label. It fills the field before, too, if it may be a line of it or stands under it.

        In doubt are a sentence that begins with a name, and a bare name among numbered ones: the head of a column in a
        table that the reader did not see as one. Under 4. เป้าหมาย stands 4.1 ผลลัพธ์.
        """
        waiting = tuple(field for field in self.current if not self.fields.get(field))
        if waiting and (in_doubt or _is_item(line.text)):
            self.add(Piece(text=line.text, block=line.block, in_doubt=self.in_doubt), waiting)
        self.in_doubt = in_doubt
        self.current = label.fields
        for field in label.fields:
            pieces = self.fields.setdefault(field, [])
            if label.value:
                pieces.append(Piece(text=label.value, block=line.block, in_doubt=in_doubt))

    def add(self, piece: Piece, fields: tuple[str, ...]) -> None:
        """Add a line to fields."""
        for field in fields:
            self.fields.setdefault(field, []).append(piece)

    def is_column(self, field: str) -> bool:
        """Whether the field is only a column of a table."""
        return bool(self.fields[field]) and all(piece.column for piece in self.fields[field])

    def shared_with(self, other: SheetDraft) -> int:
        """How many fields besides the name both have."""
        return len((self.fields.keys() & other.fields.keys()) - {NAME})

    def take_in(self, other: SheetDraft) -> None:
        """The other was no sheet of its own: what it holds belongs here."""
        for field, pieces in other.fields.items():
            self.fields.setdefault(field if field != NAME else "activities", []).extend(pieces)
        self.end = other.end


def _is_item(text: str) -> bool:
    number = split_number(text)[0]
    return number is not None and len(number.values) > 1


def trusted(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The lines of a field without those in doubt, if others remain."""
    return tuple(piece for piece in pieces if not piece.in_doubt) or tuple(pieces)
