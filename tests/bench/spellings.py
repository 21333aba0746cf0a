"""Every spelling that the vocabulary has, and which of them say on their own what they mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from khumue.model import Catalogue
from khumue.thai import skeleton

_LONG_ENOUGH = 12  # letters: shorter names are short forms, which are cited with their edition
_JOINTS = re.compile(r"[\s/,]+และ|[\s/,]+|และ")


class Spellings:
    """Names of parts and of laws and plans, for drawing from."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def of_section(
        self, section: str, *, damaged: bool = False, old: bool = True, beside: Collection[str] = ()
    ) -> Sequence[str]:
        """Its Thai names, unless said otherwise old ones too.

        Of damaged ones those whose letters alone still say which part. None that also holds the name of a part
        `beside` it: เป้าประสงค์และตัวชี้วัด where the plan has a part ตัวชี้วัด.
        """
        own = self.catalogue.sections[section]
        names = (own.title.th, *own.aliases.th, *(own.old_names.th if old else ()))
        others = set(beside) - {section}
        return [
            each
            for each in names
            if not (damaged and skeleton(each) in self._told_apart_by_marks)
            and others.isdisjoint(self._owners.get(skeleton(piece)) for piece in _JOINTS.split(each))
        ]

    def of_reference(self, reference: str) -> Sequence[str]:
        """Its Thai names, without short forms, names of one edition, and names that cite two series at once."""
        own = self.catalogue.references[reference]
        aliases = [each for each in own.aliases.th if skeleton(each) not in self._shared and _is_plain(each)]
        return [own.title.th, *aliases]

    @cached_property
    def _owners(self) -> Mapping[str, str]:
        sections = self.catalogue.sections
        return {
            skeleton(name): each for each in sections for name in (sections[each].title.th, *sections[each].aliases.th)
        }

    @cached_property
    def _told_apart_by_marks(self) -> frozenset[str]:
        sections = self.catalogue.sections.values()
        names = [(name, each.id) for each in sections for name in self.of_section(each.id)]
        return _several(names + [(decoy, "") for each in sections for decoy in each.decoys])

    @cached_property
    def _shared(self) -> frozenset[str]:
        references = self.catalogue.references.values()
        return _several((name, each.id) for each in references for name in (each.title.th, *each.aliases.th))


def _several(names: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The skeletons that names of several owners have."""
    owners: dict[str, set[str]] = {}
    for name, owner in names:
        owners.setdefault(skeleton(name), set()).add(owner)
    return frozenset(folded for folded, ids in owners.items() if len(ids) > 1)


def _is_plain(name: str) -> bool:
    return len(skeleton(name)) >= _LONG_ENOUGH and not any(char.isdigit() or char in "“(" for char in name)
