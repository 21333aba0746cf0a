"""Everything that has a name, from A to Z: procedures, roles, parts, references, documents, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khumue.site.alphabet import first_letter, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from khumue.model import Catalogue, Language, Text
    from khumue.site.links import Links


@dataclass(frozen=True, kw_only=True)
class IndexEntry:
    """A name and where it leads. `kind` says what it is; `aside` tells entries of one name apart."""

    name: str
    kind: str
    link: Markup
    aside: str = ""


def index_entries(catalogue: Catalogue, language: Language, links: Links) -> dict[str, list[IndexEntry]]:
    """The entries by first letter, in the order of the alphabet; short forms stand as entries of their own."""
    entries = sorted(
        set(_entries(catalogue, language, links)), key=lambda entry: (*sort_key(entry.name), entry.aside, entry.kind)
    )
    letters: dict[str, list[IndexEntry]] = {}
    for entry in entries:
        letters.setdefault(first_letter(entry.name), []).append(entry)
    return letters


def _entries(catalogue: Catalogue, language: Language, links: Links) -> Iterator[IndexEntry]:
    def named(kind: str, title: Text, link: Markup, aside: str = "") -> IndexEntry:
        return IndexEntry(name=title[language], kind=kind, link=link, aside=aside)

    for procedure in catalogue.procedures.values():
        office = catalogue.manuals[procedure.manual].short[language]
        yield named("procedure", procedure.title, links.procedure(procedure.id), office)
    for role in catalogue.roles.values():
        if role.abbreviation:
            yield named("role", role.abbreviation, links.role(role.id), role.title[language])
        yield named("role", role.title, links.role(role.id))
    for section in catalogue.sections.values():
        yield named("section", section.title, links.section(section.id))
    for reference in catalogue.references.values():
        yield named("reference", reference.title, links.reference(reference.id))
    for document in catalogue.documents.values():
        yield named("document", document.title, links.document(document.id))
    for term in catalogue.glossary.values():
        if term.abbreviation and term.abbreviation[language] != term.term[language]:
            yield named("term", term.abbreviation, links.term(term.id), term.term[language])
        yield named("term", term.term, links.term(term.id))
