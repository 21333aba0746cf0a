"""Headings to sections: where each known part of a plan stands in a draft, and whether it is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from khumue.document import Document
from khumue.finding import Occurrence, SectionStatus
from khumue.headings import Heading
from khumue.names import OLD, Folded, fold_names
from khumue.placeholders import judge
from khumue.thai import clean
from khumue.vocabulary import Section

# The best occurrence is the section's status: a part may be named again in a form or a list.
ORDER: tuple[SectionStatus, ...] = ("present", "placeholder", "empty", "toc-only", "missing")


# Blocks in which a part must have something to read. Headings that each hold all that follow would be quadratic else.
_FAR = 500


def fold_sections(sections: Mapping[str, Section]) -> Folded:
    """The names of all sections, old ones too."""
    names: list[tuple[str, ...]] = []
    for section in sections.values():
        present = (section.title.th, section.title.en, *section.aliases.th, *section.aliases.en)
        names += [(section.id, spelling) for spelling in present]
        names += [(section.id, spelling, OLD) for spelling in (*section.old_names.th, *section.old_names.en)]
    return fold_names(names, (decoy for section in sections.values() for decoy in section.decoys))


def find_occurrences(document: Document, headings: Sequence[Heading]) -> dict[str, tuple[Occurrence, ...]]:
    """Every occurrence of every section among the headings and contents entries of a draft, in reading order."""
    by_block = {heading.block: heading for heading in headings}
    found: dict[str, list[Occurrence]] = {}
    for heading in headings:
        if heading.name is None:
            continue
        occurrence = Occurrence(
            heading=clean(heading.text),
            match=heading.name.match,
            status=_status(document, by_block, heading),
            place=document.blocks[heading.block].place,
            block=heading.block,
            old=heading.name.old,
        )
        found.setdefault(heading.name.id, []).append(occurrence)
    return {section: tuple(each) for section, each in found.items()}


def overall(occurrences: tuple[Occurrence, ...]) -> SectionStatus:
    """The status of a section from all its occurrences."""
    return min((each.status for each in occurrences), key=ORDER.index, default="missing")


def _status(document: Document, by_block: Mapping[int, Heading], heading: Heading) -> SectionStatus:
    return "toc-only" if heading.contents_entry else judge(_content(document, by_block, heading))


def _content(document: Document, by_block: Mapping[int, Heading], opening: Heading) -> Iterator[str]:
    """The lines that belong to a heading: to the next heading that ends it, without the headings inside it."""
    if opening.name is not None and opening.name.rest:
        yield opening.name.rest
    for at in range(opening.block + 1, min(opening.block + _FAR, len(document.blocks))):
        if document.blocks[at].note:
            continue  # a footnote of the heading fills no section
        heading = by_block.get(at)
        if heading is None or heading.contents_entry:
            yield document.blocks[at].text
        elif heading.ends(opening):
            return
        elif heading.name is not None and heading.name.rest:
            yield heading.name.rest
