"""Words of the glossary in the texts of a page: the first mention of each leads to its entry and has its meaning."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from khumue.flowchart.breaking import WordList, pythainlp

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khumue.model import Catalogue, DocumentType, Language, Reference, Section, Term

_THAI = re.compile(r"[\u0e01-\u0e4e]")


class Glossary:
    """The names of all terms in one language."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self._terms: dict[str, Term] = {}
        for term in catalogue.glossary.values():
            for name in (term.abbreviation, term.term):
                if name:
                    self._terms.setdefault(name[language].casefold(), term)
        names = sorted((name for name in self._terms if language == "en" or not _is_thai_words(name)), key=len)
        self._alone = re.compile("|".join(map(_alone, reversed(names))) or r"(?!)", re.IGNORECASE)
        self._thai_names = frozenset(_thai_names(catalogue)) if language == "th" else frozenset()

    def split(self, text: str) -> Iterator[tuple[str, Term | None]]:
        """A text in pieces, with the term of each that names one.

        A longer Thai word that holds a term is another word: กลุ่มเป้าหมาย does not speak of เป้าหมาย.
        """
        end = 0
        for match in self._alone.finditer(text):
            yield from self._words(text[end : match.start()])
            yield match[0], self._terms[match[0].casefold()]
            end = match.end()
        yield from self._words(text[end:])

    def _words(self, text: str) -> Iterator[tuple[str, Term | None]]:
        words = _cut(text, self._dictionary) if self._thai_names and _THAI.search(text) else (text,)
        return ((word, self._terms.get(word.casefold())) for word in words if word)

    @cached_property
    def _dictionary(self) -> WordList:
        return WordList(pythainlp("corpus").thai_words().union(self._thai_names))


class Mentions:
    """The terms of one page, in the order in which its texts first mention them."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._met: dict[str, Term] = {}

    @property
    def met(self) -> Mapping[str, Term]:
        """The terms met so far, by id."""
        return self._met

    def split(self, text: str) -> Iterator[tuple[str, Term | None]]:
        """A text in pieces, with the term of each that is its first mention on the page."""
        for piece, term in self._glossary.split(text):
            if term is None or term.id in self._met:
                yield piece, None
            else:
                self._met[term.id] = term
                yield piece, term


def _is_thai_words(name: str) -> bool:
    """Whether a name stands in Thai text without a sign where it ends."""
    return _THAI.search(name) is not None and not name.endswith(".")


def _alone(name: str) -> str:
    """A name between what is no letter; what ends with a point needs nothing behind it."""
    return rf"(?<![\w\u0e01-\u0e4e.]){re.escape(name)}" + ("" if name.endswith(".") else r"(?![\w\u0e01-\u0e4e])")


def _thai_names(catalogue: Catalogue) -> Iterator[str]:
    """Names that are one word, so that no term is seen inside of them."""
    for term in catalogue.glossary.values():
        yield term.term.th
    for role in catalogue.roles.values():
        yield role.title.th
    named: tuple[Section | Reference | DocumentType, ...] = (
        *catalogue.sections.values(),
        *catalogue.references.values(),
        *catalogue.documents.values(),
    )
    for each in named:
        yield each.title.th
        yield from each.aliases.th


@cache
def _cut(text: str, dictionary: WordList) -> tuple[str, ...]:
    tokenize = pythainlp("tokenize").word_tokenize
    return tuple(tokenize(text, custom_dict=dictionary, engine="newmm", join_broken_num=False))
