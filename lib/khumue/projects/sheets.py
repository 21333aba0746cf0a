"""Project sheets in a draft: where each begins and ends, and what it says in which field.

A sheet begins with its name: a line or table row "ชื่อโครงการ ...", or a heading that begins with "โครงการ". It ends
with the next one or with a heading that stands above it. Its fields are lines ("3. เป้าหมาย"), rows of a table
(label | value), headings, or columns of a table (กิจกรรม | งบประมาณ | ผู้รับผิดชอบ).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khumue.document import DraftError
from khumue.headings import Heading
from khumue.names import MAX_LENGTH
from khumue.numbering import split_number
from khumue.projects.labels import FieldNames, Label
from khumue.projects.lines import OPENINGS, PROJECT, Line, Lines
from khumue.projects.rows import Row, Rows
from khumue.projects.sheetdrafts import NAME, Opening, Piece, Sheet, SheetDraft, is_blank, trusted
from khumue.thai import clean, skeleton

# Fields that stand in the body of a form. Before one of them, "ชื่อโครงการ" under a heading is that heading's sheet.
_BODY = frozenset({"rationale", "objectives", "targets", "activities"})
# Fields that forms give at their head, even before the name.
_HEAD = frozenset({"unit", "responsible", "programme", "strategy", "standard", "type", "place"})
_AIMS = frozenset({"rationale", "objectives"})
# A sheet has its name and at least this many other fields, so that running text never becomes one.
_ENOUGH = 3
# A heading "โครงการ..." inside a sheet opens another only where this many fields come again.
_REPEATED = 2
_SETTLED = 5
# The largest plans have some 300. As many as this are read in 1.2 s.
MAX_SHEETS = 2_000
_LINES_BEFORE = 6


def find_sheets(lines: Lines, headings: Sequence[Heading], names: FieldNames) -> tuple[Sheet, ...]:
    """Every project sheet of a draft, in reading order. Raises DraftError for more of them than a plan has."""
    first = lines.first_opening()
    return () if first is None else tuple(_Reader(lines, headings, names).read(first))


class _Reader:
    def __init__(self, lines: Lines, headings: Sequence[Heading], names: FieldNames) -> None:
        self._lines = lines
        self._names = names
        self._rows = Rows(lines, names)
        self._headings = {heading.block: heading for heading in headings if not heading.contents_entry}
        self._contents = {heading.block for heading in headings if heading.contents_entry}

    def read(self, first: int) -> Iterator[Sheet]:
        drafts: list[SheetDraft] = []
        for draft in self._drafts(first):
            if drafts and draft.follows and not draft.sure and drafts[-1].shared_with(draft) < _REPEATED:
                drafts[-1].take_in(draft)
            else:
                drafts.append(draft)
            if len(drafts) > MAX_SHEETS:
                raise DraftError("too-many-projects", limit=f"{MAX_SHEETS:,}")
        yield from (sheet for draft in drafts if (sheet := self._sheet(draft)) is not None)

    def _drafts(self, first: int) -> Iterator[SheetDraft]:
        draft: SheetDraft | None = None
        for line in self._lines.after(first):
            if line.block in self._contents:
                continue
            opening = self._opening(line)
            if opening is not None and draft is not None and _is_heading_of(draft, opening):
                draft.sure = True
                draft.rename(opening.name)
            elif opening is not None:
                if draft is not None:
                    yield draft
                under = self._heading_over(line.block, draft)
                draft = SheetDraft(opening, line.block, under, follows=draft is not None)
                self._look_back(draft)
            elif draft is not None and self._ends(draft, line.block):
                yield draft
                draft = None
            if draft is not None:
                draft.end = line.block + 1
                if opening is None:
                    self._read_line(draft, line)
        if draft is not None:
            yield draft

    def _opening(self, line: Line) -> Opening | None:
        if not line.folded.startswith(OPENINGS):
            return None
        shown = self._lines.blocks[line.block]
        if shown.cell is not None:
            row = self._rows.of(line.block)
            if line.block not in row.labels and not row.as_text:
                return None
        label = self._label(line)
        if label is not None and NAME in label.fields and not line.folded.startswith(PROJECT):
            return None if self._lists_fields(label) else Opening(label.value, sure=True)
        heading = self._headings.get(line.block)
        if heading is not None and heading.names and not heading.names[0].rest:
            return None  # the part of the plan that holds the projects
        looks = bool(shown.level) or shown.bold or shown.cell is not None
        if label is not None and label.fields == (NAME,) and (looks or label.marked or self._goes_on(line.block)):
            return Opening(label.value, sure=False)
        if label is None and looks and shown.cell is None and len(line.text) <= MAX_LENGTH:
            return Opening(split_number(line.text)[1], sure=False)
        return None

    def _lists_fields(self, label: Label) -> bool:
        """Whether a sentence names the fields of a form: ชื่อโครงการ หลักการ วัตถุประสงค์ ..."""
        after = self._names.read(label.value, skeleton(label.value)) if not label.marked else None
        return after is not None and after.fields != ("activities",)

    def _goes_on(self, block: int) -> bool:
        """Whether the next line is a field, so that "โครงการ ..." is a label too."""
        after = block + 1
        return (
            after < len(self._lines.blocks)
            and self._names.read(self._lines.blocks[after].text, self._lines.folded[after]) is not None
        )

    def _label(self, line: Line) -> Label | None:
        return self._names.read(line.text, line.folded, numbered=bool(self._lines.blocks[line.block].label))

    def _heading_over(self, block: int, before: SheetDraft | None) -> Heading | None:
        """The heading of the sheet itself, that over the sheet before it, or the last one that is no field."""
        own = self._headings.get(block)
        if own is not None and own.level:
            return own
        if before is not None:
            return before.under
        above = (self._headings[at] for at in range(block - 1, -1, -1) if at in self._headings)
        return next((each for each in above if self._names.read(each.text, skeleton(each.text)) is None), None)

    def _look_back(self, draft: SheetDraft) -> None:
        """Some forms give the unit or the programme before the name."""
        for block in range(draft.block - 1, max(draft.block - 1 - _LINES_BEFORE, -1), -1):
            shown = self._lines.blocks[block]
            label = self._names.read(shown.text, self._lines.folded[block]) if shown.cell is None else None
            if label is None or not _HEAD.issuperset(label.fields):
                return
            for field in label.fields:
                draft.fields.setdefault(field, [Piece(text=label.value, block=block)])

    def _ends(self, draft: SheetDraft, block: int) -> bool:
        """Whether a heading above the sheet's own rank begins here, or one of a part of the plan."""
        heading = self._headings.get(block)
        if heading is None or block == draft.block:
            return False
        label = self._names.read(heading.text, skeleton(heading.text))
        if draft.under is not None and _leaves(draft.under, heading, is_field=label is not None):
            return True
        if heading.numbering and heading.numbering.rank == 1:
            return True
        if label is not None or self._lines.blocks[block].cell is not None:
            return False
        if len(draft.fields) == 1:  # nothing but the name
            return bool(heading.names) or bool(heading.level and not (draft.under and draft.under.level))
        return bool(heading.names) and len(draft.fields) > _SETTLED

    def _read_line(self, draft: SheetDraft, line: Line) -> None:
        row = self._rows.of(line.block) if self._lines.blocks[line.block].cell is not None else None
        if row is None or row.as_text or line.block in row.labels:
            label = self._label(line)
            if label is not None and label.fields != (NAME,):
                shown = self._lines.blocks[line.block]
                marked = bool(label.marked or shown.level or shown.bold or shown.cell is not None)
                draft.marked += marked
                draft.open(label, line, in_doubt=not marked and (bool(label.value) or draft.marked >= _ENOUGH))
                return
        if row is not None and row.labels and line.block < min(row.labels):
            return  # the number of the row
        if line.text.strip():
            column = row is not None and not row.labels
            piece = Piece(text=line.text, block=line.block, column=column, in_doubt=draft.in_doubt)
            self._add(draft, piece, row)

    def _add(self, draft: SheetDraft, piece: Piece, row: Row | None) -> None:
        cell = self._lines.blocks[piece.block].cell
        if row is not None and cell is not None:
            if cell.column in row.columns:
                draft.columns[cell.table, cell.column] = row.columns[cell.column]
                draft.add(Piece(text="", block=piece.block, column=True), row.columns[cell.column])
            elif fields := draft.columns.get((cell.table, cell.column)):
                draft.add(piece, tuple(field for field in fields if field not in draft.current))
        draft.add(piece, draft.current)

    def _sheet(self, draft: SheetDraft) -> Sheet | None:
        """The sheet, unless it has too few fields or is a blank form: nothing in it, or a name in brackets."""
        others = {name for name in draft.fields.keys() - {NAME, "signatures"} if not draft.is_column(name)}
        if len(others) < _ENOUGH or not others & (_BODY if draft.sure else _AIMS):
            return None
        name = next((piece.text for piece in draft.fields[NAME] if not is_blank(piece.text)), "")
        sheet = Sheet(
            name=clean(name),
            place=self._lines.blocks[draft.block].place,
            first=draft.block,
            end=draft.end,
            fields={field: trusted(pieces) for field, pieces in draft.fields.items()},
        )
        written = name and not (name.lstrip().startswith("(") and name.rstrip().endswith(")"))
        filled = any(sheet.has(field) for field in others)
        return sheet if filled and (written or len(others) > _SETTLED) else None


def _leaves(under: Heading, heading: Heading, *, is_field: bool) -> bool:
    """Whether a heading goes on from the one over a sheet. A field may be a heading of the same level as its form."""
    number = heading.numbering
    if under.numbering and number and len(number.values) > 1 and under.numbering.is_followed_by(number):
        return True
    if not (heading.level and under.level):
        return False
    is_field = is_field and (number is None or len(number.values) == 1)
    return heading.level < under.level or (heading.level == under.level and not is_field)


def _is_heading_of(draft: SheetDraft, opening: Opening) -> bool:
    """Whether a label "ชื่อโครงการ" names the sheet whose heading has just been read."""
    return opening.sure and not draft.sure and not _BODY & draft.fields.keys()
