"""Where the project sheets of a draft stand. Their fields are named like parts of the plan and are none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from khumue.document import Block, Document
from khumue.headings import Heading
from khumue.names import MAX_LENGTH
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
_LAST_FIELDS = tuple(map(skeleton, ("ผลที่คาดว่า", "ผลประโยชน์ที่คาดว่า")))
_NAME_LENGTH = 40  # characters in which the beginning of a field stands, damage included
_FIELDS_NEAR = 12  # blocks after the name, in which two more fields make it a sheet: seen forms have two within six
_LAST = 6  # rank of 1) and ก.: a list of its own begins with the first
_CHAPTER = "I."  # Roman numbers are those of chapters
_ROW = 3  # filled cells of a row: a column named so is a list of projects


def sheet_blocks(document: Document, headings: Sequence[Heading], fields: Collection[str]) -> frozenset[int]:
    """The places of the headings that stand in project sheets. `fields` are the parts whose names are fields, too."""
    own = {heading.block: heading for heading in headings if not heading.contents_entry}
    starts = dict.fromkeys(_starts(document))
    inside: set[int] = set()
    for start in starts:
        if start not in inside:
            inside.update(_extent(document, own, start, starts, fields))
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


def _extent(
    document: Document, headings: Mapping[int, Heading], start: int, starts: Collection[int], fields: Collection[str]
) -> Iterator[int]:
    """The headings from a sheet's beginning to the first that does not belong to it, or to the next plain beginning.

    The first heading after the name shows what the sheet's fields look like. A sheet has each field once, and its
    numbers go on without a gap. After its usual last field it ends where numbers of another kind begin, or none.
    """
    first: Heading | None = None
    had: set[str] = set()
    numbers: dict[str, tuple[int, ...]] = {}
    last: str | None = None
    for place in range(start, len(document.blocks)):
        block, heading = document.blocks[place], headings.get(place) if place > start else None
        if place in starts and heading is None and place > start:
            return
        numbering = split_number(block.text)[0] if len(block.text) <= MAX_LENGTH else None
        if place == start or (heading is not None and _is_name(block)):
            had, numbers, last = set(), {}, None
        elif heading is not None:
            first = first or heading
            gap = numbering is not None and not _goes_on(numbering, numbers)
            if (
                (last is not None and _kind(block) != last)
                or gap
                or heading.ids & had
                or _leaves(document, heading, first, start, fields)
            ):
                return
            had |= heading.ids
        if numbering is not None and (heading is not None or _goes_on(numbering, numbers)):
            numbers[numbering.kind] = numbering.values  # "1 ตุลาคม" does not go on after 6
        if "ผล" in block.text[:_NAME_LENGTH] and _begins(block, _LAST_FIELDS):
            last = _kind(block)
        if place == start or heading is not None:
            yield place


def _kind(block: Block) -> str:
    """What kind of field a line is: by its number, or by the tab before its text."""
    numbering = split_number(block.text[:_NAME_LENGTH])[0]
    return numbering.kind if numbering else "\t" if "\t" in block.text else ""


def _goes_on(numbering: Numbering, numbers: Mapping[str, tuple[int, ...]]) -> bool:
    """Whether a number is the first of its kind, the next, or inside the one before: 4, 4.1, 5."""
    before = numbers.get(numbering.kind)
    if before is None:
        return numbering.values[-1] == 1 or numbering.rank < _LAST
    depth = len(numbering.values)
    if depth > len(before):
        return numbering.values[: len(before)] == before
    return numbering.values == (*before[: depth - 1], before[depth - 1] + 1)


def _leaves(document: Document, heading: Heading, first: Heading, start: int, fields: Collection[str]) -> bool:
    """Whether a heading no longer belongs to the sheet: it outranks its fields, or is no field at all."""
    name, field, own = (document.blocks[each] for each in (start, first.block, heading.block))
    is_field = any(each.id in fields for each in heading.names)
    if heading.numbering is not None and (heading.numbering.rank == 1 or heading.numbering.kind == _CHAPTER):
        return True
    if heading.level and not (first.level and heading.level >= first.level) and not (is_field and heading is first):
        return True
    if (heading.size and name.size and heading.size > name.size) or (own.bold and not field.bold):
        return True
    if name.cell is not None and own.cell is None:
        return True
    return bool(heading.names) and not is_field
