"""Names that drafts are searched for: each folds to one entry only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from khumue.authoring.datafiles import Entry
from khumue.authoring.faults import Fault, KeyPath
from khumue.model import LANGUAGES, DocumentType, Edition, ProjectField, Reference, Section
from khumue.thai import skeleton

Named = Section | ProjectField | DocumentType | Reference


def find_name_faults(entries: Iterable[Entry[Named]]) -> Iterator[Fault]:
    """Names of one entry that are also another's, decoys that are also names, and names without letters.

    An alias of two references is no fault: แผนพัฒนาจังหวัดและกลุ่มจังหวัด cites two plans at once. Sections say which names
    they share.
    """
    owners: dict[str, str] = {}
    joint = _joint_aliases(entries)
    for entry in entries:
        own: set[str] = set()
        for at, name in _names(entry.value):
            folded = skeleton(name)
            own.add(folded)
            owner = owners.setdefault(folded, entry.value.id)
            if not folded:
                yield entry.fault(at, "no-letters", value=name)
            elif owner != entry.value.id and folded not in joint:
                yield entry.fault(at, "same-name", value=name, other=owner)
        yield from _decoy_faults(entry, own)


def _joint_aliases(entries: Iterable[Entry[Named]]) -> set[str]:
    """Aliases that two references share, or shared names of sections, that are no one's title."""
    values = [entry.value for entry in entries]
    shared = [each.aliases for each in values if isinstance(each, Reference)]
    shared += [each.shared_names for each in values if isinstance(each, Section)]
    uses = Counter(folded for names in shared for folded in {skeleton(name) for name in (*names.th, *names.en)})
    return {folded for folded, times in uses.items() if times > 1} - {skeleton(each.title.th) for each in values}


def _names(value: Named | Edition) -> Iterator[tuple[KeyPath, str]]:
    """Title, aliases and old names with their key paths; those of a reference's editions too."""
    for language in LANGUAGES:
        yield ("title", language), value.title[language]
    spellings = {"aliases": value.aliases}
    if isinstance(value, Section):
        spellings |= {name: getattr(value, name) for name in ("shared_names", "inner_names", "old_names")}
    for key, names in spellings.items():
        for language in LANGUAGES:
            yield from (((key, language, index), name) for index, name in enumerate(getattr(names, language)))
    for index, edition in enumerate(value.editions if isinstance(value, Reference) else ()):
        yield from ((("editions", index, *at), name) for at, name in _names(edition))


def _decoy_faults(entry: Entry[Named], names: set[str]) -> Iterator[Fault]:
    for index, decoy in enumerate(entry.value.decoys):
        if skeleton(decoy) in names:
            yield entry.fault(("decoys", index), "decoy-name", value=decoy)
