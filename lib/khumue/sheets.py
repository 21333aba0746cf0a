"""Where the project sheets of a draft stand. Their fields are named like parts of the plan and are none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from khumue.document import Block, Document
from khumue.headings import Heading
from khumue.numbering import Numbering, split_number
from khumue.thai import skeleton

_NAMES = tuple(map(skeleton, ("ชื่อโครงการ", "ชื่องาน/โครงการ", "ชื่อแผนงาน/โครงการ", "ชื่อกิจกรรม/โครงการ")))
_FIELDS = tuple(
    map(
        skeleton,
        (
            *("สนองกลยุทธ์", "สนองยุทธศาสตร์", "สอดคล้อง", "ความสอดคล้อง", "ลักษณะโครงการ", "ระยะเวลา", "หลักการและเหตุผล"),
            *("วัตถุประสงค์", "เป้าหมาย", "กลุ่มเป้าหมาย", "วิธีดำเนิน", "วิธีการดำเนิน", "ขั้นตอนการดำเนิน", "กิจกรรม", "สถานที่"),
            *("งบประมาณ", "ผู้รับผิดชอบ", "การประเมินผล", "ผลที่คาดว่า", "ผลประโยชน์ที่คาดว่า"),
        ),
    )
)
_NAME_LENGTH = 40  # characters in which the beginning of a field stands, damage included
_FIELDS_NEAR = 12  # blocks after the name, in which two more fields make it a sheet: seen forms have two within six
_ROW = 3  # filled cells of a row: a column named so is a list of projects


def sheet_blocks(document: Document, headings: Sequence[Heading], fields: Collection[str]) -> frozenset[int]:
    """The places of the headings that stand in project sheets. `fields` are the parts whose names are fields, too."""
    own = [heading for heading in headings if not heading.contents_entry]
    inside: set[int] = set()
    for start in _starts(document):
        if start not in inside:
            inside.update(_extent(document, own, start, fields))
    return frozenset(inside)


def _starts(document: Document) -> Iterator[int]:
    for place, block in enumerate(document.blocks):
        if "ช" in block.text[:_NAME_LENGTH] and _is_name(block) and _has_fields(document, place):
            yield place


def _is_name(block: Block) -> bool:
    wide = block.cell is not None and block.cell.filled >= _ROW
    return not wide and not block.note and _begins(block, _NAMES)


def _begins(block: Block, names: tuple[str, ...]) -> bool:
    return skeleton(split_number(block.text[:_NAME_LENGTH])[1]).startswith(names)


def _has_fields(document: Document, start: int) -> bool:
    following = document.blocks[start + 1 : start + 1 + _FIELDS_NEAR]
    return sum(_begins(block, _FIELDS) for block in following) >= 2


def _extent(document: Document, headings: Sequence[Heading], start: int, fields: Collection[str]) -> Iterator[int]:
    """The headings from a sheet's beginning to the first that does not belong to it.

    The first heading after the name shows what the sheet's fields look like: which style, which numbers. A sheet has
    each field once.
    """
    inside = [heading for heading in headings if heading.block > start]
    first = inside[0] if inside else None
    last: Numbering | None = None
    had: set[str] = set()
    yield start
    for heading in inside:
        if _is_name(document.blocks[heading.block]):
            last = None
            had.clear()
        elif first is None or heading.ids & had or _leaves(heading, first, last, document.blocks[start], fields):
            return
        had |= heading.ids
        if heading.numbering is not None and (last is None or heading.numbering.kind == last.kind):
            last = heading.numbering
        yield heading.block


def _leaves(heading: Heading, first: Heading, last: Numbering | None, start: Block, fields: Collection[str]) -> bool:
    """Whether a heading no longer belongs to the sheet: it outranks its fields, or is no field at all."""
    if heading.numbering is not None and heading.numbering.rank == 1:
        return True
    is_field = any(name.id in fields for name in heading.names)
    if heading.level and not (first.level and heading.level >= first.level) and not (is_field and heading is first):
        return True
    if heading.size and start.size and heading.size > start.size:
        return True
    if last is not None and heading.numbering is not None and heading.numbering.kind == last.kind:
        return heading.numbering.values < last.values
    return bool(heading.names) and not is_field
