"""The projects of a plan: every sheet with its fields, budget and period, and whether the sums agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from khumue.document import Block
from khumue.headings import Heading
from khumue.numbering import split_number
from khumue.projects.budgets import read_budget
from khumue.projects.labels import FieldNames
from khumue.projects.lines import Lines
from khumue.projects.periods import read_period
from khumue.projects.plantotals import find_summaries, sums_that_fail
from khumue.projects.results import FieldStatus, Project, Projects
from khumue.projects.sheetdrafts import Piece, Sheet
from khumue.projects.sheets import find_sheets
from khumue.registry import Registry
from khumue.thai import clean
from khumue.vocabulary import ProjectField

# A longer text than this gives more than a period; one that may be a sentence is to be shorter.
_LONGEST_PERIOD, _LONGEST_IN_DOUBT = 120, 60
_LABEL_LENGTH = 60


def read_projects(lines: Lines, headings: Sequence[Heading], registry: Registry) -> Projects:
    """The project sheets of a draft and the sums that do not agree."""
    sheets = find_sheets(lines, headings, FieldNames(registry.project_field_names))
    projects = tuple(_project(sheet, lines.blocks, registry) for sheet in sheets)
    inside = {at for sheet in sheets for at in range(sheet.first, sheet.end)}
    summaries = [summary for summary in find_summaries(lines) if summary.block not in inside]
    outside = [at for at in range(len(lines.blocks)) if at not in inside] if sheets else []
    mismatches = sums_that_fail(lines, summaries, [project.budget for project in projects], outside)
    return Projects(sheets=projects, mismatches=tuple(mismatches))


def _project(sheet: Sheet, blocks: Sequence[Block], registry: Registry) -> Project:
    fields = _fields(sheet, blocks, registry)
    required = (name for name in fields if registry.project_fields[name].requirement == "required")
    budget = read_budget(sheet, blocks)
    piece = _period_piece(sheet)
    return Project(
        name=sheet.name,
        place=sheet.place,
        fields=fields,
        lacking=tuple(name for name in required if fields[name] != "present"),
        budget=budget.total,
        period=read_period(piece.text) if piece else None,
        period_text=clean(piece.text) if piece else "",
        period_place=blocks[piece.block].place if piece else None,
        mismatches=budget.mismatches,
    )


def _period_piece(sheet: Sheet) -> Piece | None:
    """The line that gives the sheet's own period, not those of its activities."""
    own = (piece for piece in sheet.fields.get("period", ()) if piece.text.strip() and not piece.column)
    first = next(own, None)
    if first is None:
        return None
    return first if len(first.text) <= (_LONGEST_IN_DOUBT if first.in_doubt else _LONGEST_PERIOD) else None


def _fields(sheet: Sheet, blocks: Sequence[Block], registry: Registry) -> Mapping[str, FieldStatus]:
    """The status of each field; before one is called missing, lines with a slip in their label are looked at."""
    fields = registry.project_fields
    found = {name: _status(sheet, field) for name, field in fields.items()}
    missing = [name for name, status in found.items() if status == "missing" and fields[name].requirement == "required"]
    if missing:
        names = registry.project_field_index
        near = {match.id for text in _label_like(sheet, blocks) if (match := names.find_near(text))}
        found.update({name: "present" for name in missing if near.intersection((name, *fields[name].met_by))})
    return found


def _status(sheet: Sheet, field: ProjectField) -> FieldStatus:
    if any(sheet.has(name) for name in (field.id, *field.met_by)):
        return "present"
    return "empty" if field.id in sheet.fields else "missing"


def _label_like(sheet: Sheet, blocks: Sequence[Block]) -> Iterator[str]:
    """Lines that may be labels, whole and up to their first space or colon."""
    for block in blocks[sheet.first : sheet.end]:
        text = split_number(block.text.strip())[1]
        if len(text) <= _LABEL_LENGTH:
            yield text
        first = text.replace(":", " ").split(maxsplit=1)[:1]
        if first and first[0] != text and len(first[0]) <= _LABEL_LENGTH:
            yield first[0]
