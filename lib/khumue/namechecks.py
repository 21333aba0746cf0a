"""Names that drafts are searched for: each folds to one entry only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khumue.datafiles import Entry
from khumue.faults import Fault, KeyPath
from khumue.model import LANGUAGES, DocumentType, Section
from khumue.thai import skeleton


def find_name_faults(entries: Iterable[Entry[Section] | Entry[DocumentType]]) -> Iterator[Fault]:
    """Names of one entry that are also another's, decoys that are also names, and names without letters."""
    owners: dict[str, str] = {}
    for entry in entries:
        own: set[str] = set()
        for at, name in _names(entry.value):
            folded = skeleton(name)
            own.add(folded)
            owner = owners.setdefault(folded, entry.value.id)
            if not folded:
                yield entry.fault(at, "no-letters", value=name)
            elif owner != entry.value.id:
                yield entry.fault(at, "same-name", value=name, other=owner)
        yield from _decoy_faults(entry, own)


def _names(value: Section | DocumentType) -> Iterator[tuple[KeyPath, str]]:
    """Title, aliases and old names with their key paths."""
    for language in LANGUAGES:
        yield ("title", language), value.title[language]
    for key in ("aliases", "old_names"):
        names = getattr(value, key, None)
        for language in LANGUAGES if names else ():
            yield from (((key, language, index), name) for index, name in enumerate(getattr(names, language)))


def _decoy_faults(entry: Entry[Section] | Entry[DocumentType], names: set[str]) -> Iterator[Fault]:
    for index, decoy in enumerate(entry.value.decoys):
        if skeleton(decoy) in names:
            yield entry.fault(("decoys", index), "decoy-name", value=decoy)
