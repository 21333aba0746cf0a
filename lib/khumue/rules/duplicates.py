"""S106: the same part twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khumue.finding import Occurrence, SectionResult
from khumue.headings import Heading
from khumue.numbering import split_number
from khumue.rules.context import Checked, Remark
from khumue.thai import skeleton

_CONTINUED = skeleton("ต่อ")


def duplicate(checked: Checked) -> Iterator[Remark]:
    """S106. The same name twice under one heading; sheets that repeat a row of headings are no duplicates."""
    headings = checked.headings
    parents = _parents(headings)
    at = {heading.block: number for number, heading in enumerate(headings)}
    for result in checked.sections:
        if result.requirement == "optional" or len(result.found) < 2:
            continue
        own = [each for each in result.found if each.status == "present" and _counts(checked, each)]
        numbers = [number for number in sorted({at[each.block] for each in own}) if _is_placed(headings[number])]
        numbers = _topmost(numbers, parents)
        twins = _twins(headings, parents, numbers)
        if twins:
            by_block = {each.block: each for each in own}
            yield _repeated(checked, result, [by_block[heading.block] for heading in twins], twins[0])


def _counts(checked: Checked, occurrence: Occurrence) -> bool:
    """Whether it could be a duplicate: a table's cells and headings that go on with (ต่อ) are none."""
    block = checked.document.blocks[occurrence.block]
    return block.cell is None and not skeleton(block.text).endswith(_CONTINUED)


def _is_placed(heading: Heading) -> bool:
    """Whether a heading tells where it belongs. Single numbers begin anew in every list: 1. เป้าหมาย of a chapter and
    4. เป้าหมาย of a project look alike."""
    numbering = heading.numbering
    return bool(heading.level) or numbering is None or numbering.rank == 1 or len(numbering.values) > 1


Parent = tuple[int, int]
"""How many headings one stands in, and the number of the innermost, which has the others in it."""


def _parents(headings: Sequence[Heading]) -> list[Parent]:
    """What each heading stands in."""
    open_headings: list[int] = []
    found = []
    for number, heading in enumerate(headings):
        while open_headings and heading.ends(headings[open_headings[-1]]):
            open_headings.pop()
        found.append((len(open_headings), open_headings[-1] if open_headings else -1))
        open_headings.append(number)
    return found


def _topmost(numbers: Sequence[int], parents: Sequence[Parent]) -> list[int]:
    depth = min((parents[number][0] for number in numbers), default=0)
    return [number for number in numbers if parents[number][0] == depth]


def _twins(headings: Sequence[Heading], parents: Sequence[Parent], numbers: Sequence[int]) -> Sequence[Heading]:
    """The two headings that say the same in the same place of the outline; more of them, or two that stand in the same
    row of headings, are a series."""
    if len(numbers) < 2:
        return ()
    first, *others = numbers
    key = _key(headings[first], parents[first])
    same = [first, *(number for number in others if _key(headings[number], parents[number]) == key)]
    around = [[_neighbour(headings, number + step) for number in same] for step in (-1, 1)]
    in_series = any(len(set(names)) < len(names) for names in around)
    return () if len(same) != 2 or in_series else [headings[number] for number in same]


def _key(heading: Heading, parent: Parent) -> tuple[object, ...]:
    """What two headings have in common that open the same part in the same place of the outline."""
    return parent, heading.level, heading.numbering.rank if heading.numbering else None, _said(heading)


def _said(heading: Heading) -> str:
    return skeleton(split_number(heading.text)[1])


def _neighbour(headings: Sequence[Heading], number: int) -> str:
    """What a heading beside another is, but for its own number: โครงการที่ 1 and โครงการที่ 2 are one."""
    if not 0 <= number < len(headings):
        return f"end {number}"
    heading = headings[number]
    return heading.names[0].id if heading.names else "".join(c for c in _said(heading) if not c.isdigit())


def _repeated(checked: Checked, result: SectionResult, twins: Sequence[Occurrence], first: Heading) -> Remark:
    certain = first.level is not None or first.numbering is not None
    section = checked.registry.sections[result.section]
    return Remark(
        severity="warning" if certain else "note",
        values={"heading": twins[0].heading},
        section=section.id,
        place=twins[0].place,
        elsewhere=tuple(each.place for each in twins[1:]),
        basis=checked.section_source(section.id),
    )
