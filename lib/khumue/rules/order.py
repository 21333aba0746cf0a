"""S107: the order of the parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from khumue.finding import Occurrence
from khumue.rules.context import Checked, Remark
from khumue.vocabulary import Text

_FRONT = ("preface", "table-of-contents")
_BACK = ("appendix",)

Pair = tuple[str, str]


def out_of_order(checked: Checked) -> Iterator[Remark]:
    """S107. A note: no manual says that its order binds. The fewest parts are named whose moving mends the order.

    Only pairs count on whose order the procedures agree. By each procedure's own list a complete plan would be told to
    swap its policy analysis and its SWOT analysis, which two manuals have in one order and one in the other. Where a
    derived part stands among stated ones is inferred too, so that it is compared with derived parts alone.
    """
    order = in_order(each.section for each in checked.plan.document.sections)
    found = {
        each.section: [occurrence for occurrence in each.found if occurrence.status != "toc-only"]
        for each in checked.sections
    }
    present = [section for section in order if found.get(section)]
    moved = _fewest(_violated(checked, present, found))
    if 2 * len(moved) > len(present):
        return  # a draft that has another order altogether has its reason
    kept = [section for section in present if section not in moved]
    for section in (each for each in present if each in moved):
        before = [each for each in kept if order.index(each) < order.index(section)]
        after = [each for each in kept if order.index(each) > order.index(section)]
        yield _misplaced(checked, section, found[section][0], before[-1:], after[:1])


def in_order(required: Iterable[str]) -> list[str]:
    """The parts of a plan as they follow each other: front and back matter stand there whatever the list says."""
    return [*_FRONT, *(section for section in required if section not in (*_FRONT, *_BACK)), *_BACK]


def _violated(checked: Checked, present: Sequence[str], found: Mapping[str, Sequence[Occurrence]]) -> list[Pair]:
    """The pairs of parts whose second one stands, in all its places, before the first one."""
    pairs = (
        (first, second)
        for place, first in enumerate(present)
        for second in present[place + 1 :]
        if _follows(checked, first, second)
    )
    return [pair for pair in pairs if found[pair[1]][-1].block < found[pair[0]][0].block]


def _follows(checked: Checked, first: str, second: str) -> bool:
    if first in _FRONT:
        return second not in _FRONT
    if second in _BACK:
        return True
    basis = {each.section: each.basis for each in checked.plan.document.sections}
    return basis[first] == basis[second] and second in checked.registry.agreed_order.get(first, ())


def _fewest(violated: Sequence[Pair]) -> set[str]:
    """The parts to move: each time the one that stands wrong to most others, of two alike the later one."""
    moved: set[str] = set()
    while violated:
        sections = [section for pair in violated for section in reversed(pair)]
        worst = max(sections, key=sections.count)
        moved.add(worst)
        violated = [pair for pair in violated if worst not in pair]
    return moved


def _misplaced(checked: Checked, section: str, at: Occurrence, before: Sequence[str], after: Sequence[str]) -> Remark:
    def title(sections: Sequence[str]) -> Text | str:
        return checked.registry.sections[sections[0]].title if sections else ""

    return Remark(
        severity="note",
        variant="between" if before and after else "after" if before else "before",
        values={"section": title([section]), "previous": title(before), "next": title(after)},
        section=section,
        place=at.place,
        basis=checked.section_source(section),
    )
