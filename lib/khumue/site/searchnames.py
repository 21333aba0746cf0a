"""Names that mean the same, from the vocabulary, for the search."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from khumue.site.links import procedure_path
from khumue.site.tasks import ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khumue.model import Catalogue, Language, Text
    from khumue.vocabulary import Names


def abbreviations(catalogue: Catalogue, language: Language) -> list[tuple[str, str]]:
    """Each abbreviation with the name it stands for, once."""
    pairs: list[tuple[Text | None, Text]] = [
        *((role.abbreviation, role.title) for role in catalogue.roles.values()),
        *((term.abbreviation, term.term) for term in catalogue.glossary.values()),
    ]
    return sorted({(short[language], full[language]) for short, full in pairs if short})


def other_names(catalogue: Catalogue, language: Language) -> dict[str, list[str]]:
    """What else people call a procedure, a document, a law or a plan, by the title that the handbook uses."""
    named: dict[str, list[str]] = {}
    for title, names in _named(catalogue):
        named.setdefault(title[language], []).extend(getattr(names, language))
    for way in chain.from_iterable(ways(catalogue).values()):
        for procedure in way.procedures:
            named.setdefault(procedure.title[language], []).append(way.title[language])
    return named


def offices(catalogue: Catalogue, language: Language) -> dict[str, str]:
    """The short name of the office that a procedure's page comes from, by the page's address."""
    return {
        procedure_path(procedure.id).removesuffix(".md"): catalogue.manuals[procedure.manual].short[language]
        for procedure in catalogue.procedures.values()
    }


def _named(catalogue: Catalogue) -> Iterator[tuple[Text, Names]]:
    for document in catalogue.documents.values():
        yield document.title, document.aliases
    for reference in catalogue.references.values():
        yield reference.title, reference.aliases
        for edition in reference.editions:
            yield edition.title, edition.aliases
