"""S109: what a part usually holds, and whether there is any of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter

from khumue.document import Block
from khumue.finding import Occurrence
from khumue.numbering import split_number
from khumue.rules.context import Checked, Remark
from khumue.thai import skeleton
from khumue.vocabulary import Text

# What a reader of the file sees surely; a picture is not read. Where a part may hold text or a list as well, a sentence
# may be all that it needs.
_SEEN = ("table", "figures")

_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")
_ELSEWHERE = (*map(skeleton, ("ภาคผนวก", "แนบ", "ท้ายเล่ม")), "append", "annex")
_SHORT = 120  # skeleton letters: about two sentences
_FEW = 2  # paragraphs


def thin(checked: Checked) -> Iterator[Remark]:
    """S109. Only where a table or figures are usual and there is nothing but a sentence or two without a digit."""
    for result in checked.sections:
        section = checked.registry.sections[result.section]
        usual = [part for part in section.contains if part.kind != "picture"]
        present = [each for each in result.found if each.status == "present"]
        measurable = usual and all(part.kind in _SEEN for part in usual)
        if result.requirement == "optional" or not measurable or not present:
            continue
        if all(_is_thin(checked, each) for each in present):
            yield Remark(
                severity="note",
                values={
                    "heading": present[0].heading,
                    "expected": Text(th=", ".join(p.th for p in usual), en="; ".join(p.en for p in usual)),
                },
                section=section.id,
                place=present[0].place,
                basis=checked.section_source(section.id),
            )


def _is_thin(checked: Checked, occurrence: Occurrence) -> bool:
    blocks = _blocks_under(checked, occurrence)
    said = "".join(skeleton(block.text) for block in blocks[: _FEW + 1])
    return (
        len(blocks) <= _FEW
        and len(said) < _SHORT
        and not any(block.cell or _has_digit(block.text) for block in blocks)
        and not _has_digit(occurrence.heading)  # its text may stand in its own line
        and not any(word in said for word in _ELSEWHERE)
    )


def _has_digit(text: str) -> bool:
    """Whether there is a digit beside the number that the text may begin with."""
    return not _DIGITS.isdisjoint(split_number(text)[1])


def _blocks_under(checked: Checked, occurrence: Occurrence) -> Sequence[Block]:
    """The blocks from a heading to the next one that ends it; what stands inside it belongs to it."""
    at = bisect_left(checked.headings, occurrence.block, key=attrgetter("block"))
    opening = checked.headings[at]
    ends = (each.block for each in islice(checked.headings, at + 1, None) if each.ends(opening))
    return checked.document.blocks[opening.block + 1 : next(ends, None)]
