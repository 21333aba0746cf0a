"""Headings to sections: where each known part of a plan stands in a draft, and whether it is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from khumue.document import Document
from khumue.finding import Occurrence, SectionStatus
from khumue.headings import Heading, find_headings
from khumue.names import Folded, NameIndex, fold_names
from khumue.placeholders import judge
from khumue.thai import clean
from khumue.vocabulary import Section

# The best occurrence is the section's status: a part may be named again in a form or a list.
ORDER: tuple[SectionStatus, ...] = ("present", "placeholder", "empty", "toc-only", "missing")


def fold_sections(sections: Mapping[str, Section]) -> Folded:
    """The names of all sections, old ones too."""
    names = [
        (section.id, spelling)
        for section in sections.values()
        for spelling in (
            *(section.title.th, section.title.en),
            *(*section.aliases.th, *section.aliases.en),
            *(*section.old_names.th, *section.old_names.en),
        )
    ]
    return fold_names(names, (decoy for section in sections.values() for decoy in section.decoys))


def find_occurrences(document: Document, names: NameIndex) -> tuple[bool, dict[str, tuple[Occurrence, ...]]]:
    """Whether the draft has headings at all, and every occurrence of every section found, in reading order."""
    headings = find_headings(document, names)
    found: dict[str, list[Occurrence]] = {}
    for place, heading in enumerate(headings):
        if heading.name is None:
            continue
        occurrence = Occurrence(
            heading=clean(heading.text),
            match=heading.name.match,
            status=_status(document, headings, place),
            place=document.blocks[heading.block].place,
        )
        found.setdefault(heading.name.id, []).append(occurrence)
    any_heading = any(not heading.contents_entry for heading in headings)
    return any_heading, {section: tuple(each) for section, each in found.items()}


def overall(occurrences: tuple[Occurrence, ...]) -> SectionStatus:
    """The status of a section from all its occurrences."""
    return min((each.status for each in occurrences), key=ORDER.index, default="missing")


def _status(document: Document, headings: tuple[Heading, ...], place: int) -> SectionStatus:
    heading = headings[place]
    if heading.contents_entry:
        return "toc-only"
    return cast("SectionStatus", judge(_content(document, headings, place)))


def _content(document: Document, headings: tuple[Heading, ...], place: int) -> Iterator[str]:
    """The lines that belong to a heading: to the next heading that ends it, without the headings inside it."""
    opening = headings[place]
    if opening.name is not None and opening.name.rest:
        yield opening.name.rest
    inside = {heading.block: heading for heading in headings[place + 1 :]}
    for at in range(opening.block + 1, len(document.blocks)):
        heading = inside.get(at)
        if heading is None or heading.contents_entry:
            yield document.blocks[at].text
        elif heading.ends(opening):
            return
        elif heading.name is not None and heading.name.rest:
            yield heading.name.rest
