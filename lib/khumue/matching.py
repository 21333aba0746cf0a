"""Headings to sections: where each known part of a plan stands in a draft, and whether it is filled in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from khumue.document import Cell, Document
from khumue.finding import Occurrence, SectionStatus
from khumue.frozen import frozen, replace
from khumue.headings import Heading
from khumue.names import Folded, NameMatch, fold_names
from khumue.placeholders import is_filler, judge
from khumue.sheets import sheet_blocks
from khumue.thai import clean, skeleton
from khumue.vocabulary import NO_STRUCTURE, Section, SectionStructure

# The best occurrence is the section's status: a part may be named again in a form or a list.
ORDER: tuple[SectionStatus, ...] = ("present", "placeholder", "empty", "toc-only", "missing")

# Blocks in which a part must have something to read. Headings that each hold all that follow would be quadratic else.
_FAR = 500


def fold_sections(sections: Mapping[str, Section]) -> Folded:
    """The names of all sections, old ones marked."""
    names: list[tuple[str, ...]] = []
    for section in sections.values():
        in_use = (section.title.th, section.title.en, *section.aliases.th, *section.aliases.en)
        in_use += (*section.shared_names.th, *section.shared_names.en)
        names += [(section.id, spelling) for spelling in in_use]
        names += [(section.id, spelling, "inner") for spelling in (*section.inner_names.th, *section.inner_names.en)]
        names += [(section.id, spelling, "old") for spelling in (*section.old_names.th, *section.old_names.en)]
    return fold_names(names, (decoy for section in sections.values() for decoy in section.decoys))


def find_occurrences(
    document: Document,
    headings: Sequence[Heading],
    structure: SectionStructure = NO_STRUCTURE,
    labels: Collection[int] = (),
) -> dict[str, tuple[Occurrence, ...]]:
    """Every occurrence of every section among the headings and contents entries of a draft, in reading order.

    A name that is a field of a project sheet is no part of the plan. A section that stands in its pieces only is there.
    `labels` are blocks that are no content of the part they stand in.
    """
    sheets = sheet_blocks(document, headings, structure.form_fields)
    repeated = _repeated(headings)
    enders = {each.block: each for each in headings if not each.contents_entry and each.block not in sheets}
    plan = _Plan(document=document, enders=enders, repeated=repeated, structure=structure, labels=labels)
    found: dict[str, list[Occurrence]] = {}
    for heading in headings:
        for name in heading.names:
            if heading.block not in sheets or name.id not in structure.form_fields:
                found.setdefault(name.id, []).append(plan.occurrence(heading, name))
    for whole, parts in structure.pieces.items():
        if (made := _made_of(found, whole, parts)) is not None:
            found.setdefault(whole, []).append(made)
    return {section: tuple(each) for section, each in found.items()}


def overall(occurrences: Sequence[Occurrence]) -> SectionStatus:
    """The status of a section from all its occurrences."""
    return min((each.status for each in occurrences), key=ORDER.index, default="missing")


def _repeated(headings: Sequence[Heading]) -> frozenset[int]:
    """The blocks that repeat the title of a chapter, as the heads of pages do: they end nothing and hold nothing."""
    chapters = set()
    repeated = set()
    for heading in headings:
        if heading.numbering is not None and heading.numbering.rank == 1 and not heading.contents_entry:
            chapter = (heading.numbering, skeleton(heading.text))
            if chapter in chapters:
                repeated.add(heading.block)
            chapters.add(chapter)
    return frozenset(repeated)


def _made_of(found: Mapping[str, Sequence[Occurrence]], whole: str, pieces: Sequence[str]) -> Occurrence | None:
    """A part that stands in its pieces only: จุดแข็ง, จุดอ่อน, โอกาส and อุปสรรค are a SWOT analysis.

    Where the part has no heading half of the pieces will do, and the author confirms that no more is meant to be there.
    """
    own = overall(found.get(whole, ()))
    if own in ("present", "placeholder"):
        return None
    present = [[each for each in found.get(piece, ()) if each.status == "present"] for piece in pieces]
    there = [each[0] for each in present if each]
    complete = len(there) == len(pieces)
    if not complete and (own == "empty" or 2 * len(there) < len(pieces)):
        return None
    first = there[0]
    certain = complete and all(each.match != "near" for each in there)
    return replace(first, match="folded" if certain else "near", status="present", old=False)


@frozen
class _Plan:
    """A draft with what ends its sections."""

    document: Document
    enders: Mapping[int, Heading]
    repeated: Collection[int]
    structure: SectionStructure
    labels: Collection[int]

    def occurrence(self, heading: Heading, name: NameMatch) -> Occurrence:
        """One occurrence of a section that a heading names. Parts that share a heading share its content."""
        return Occurrence(
            heading=clean(heading.text),
            match=name.match,
            old=name.old,
            block=heading.block,
            status="toc-only" if heading.contents_entry else judge(self._content(heading)),
            place=self.document.blocks[heading.block].place,
        )

    def _content(self, opening: Heading) -> Iterator[str]:
        """The lines that belong to a heading: to the next heading that ends it, without the headings inside it.

        Headings in one row of a table head its columns and share what is below. A cell that only holds the place beside
        one is all there is to it, and so is a line that does before a part that may stand inside.
        """
        held = self._held(opening)
        own = self.document.blocks[opening.block].cell
        waiting = False
        yield from (name.rest for name in opening.names[:1])
        for at in range(opening.block + 1, min(opening.block + _FAR, len(self.document.blocks))):
            block, heading = self.document.blocks[at], self.enders.get(at)
            beside = own is not None and block.cell is not None and _row(block.cell) == _row(own)
            if block.note or at in self.repeated or at in self.labels:
                continue
            if heading is None:
                yield block.text
                waiting = bool(block.text.strip()) and is_filler(block.text)
                if waiting and beside and at == opening.block + 1:
                    return
            elif not beside and heading.ends(opening, () if waiting else held):
                return
            else:
                yield from (name.rest for name in heading.names[:1])

    def _held(self, opening: Heading) -> set[str]:
        """The parts whose headings may stand inside this one: its pieces, and each part that it names."""
        own = opening.ids
        related = (self.structure.pieces, self.structure.holds)
        held = {part for each in own for relation in related for part in relation.get(each, ())}
        return held | own if len(own) > 1 else held


def _row(cell: Cell) -> tuple[int, int]:
    return cell.table, cell.row
