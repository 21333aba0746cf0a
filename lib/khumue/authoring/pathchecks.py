"""What the schema cannot say of learning paths: that each link of an item leads to one thing, and that it is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from khumue.authoring.datafiles import DataFolder, Entry
from khumue.authoring.faults import Fault, KeyPath
from khumue.authoring.uses import Use, find_unknown_names, optional_use, step_use
from khumue.learning import LearningPath, Target

_KINDS: Mapping[str, str] = {
    "procedure": "procedures",
    "role": "roles",
    "job": "jobs",
    "section": "sections",
    "reference": "references",
    "term": "glossary",
    "document": "documents",
}
"""The keys of a target that name an entry, with the kind of that entry."""


def find_path_faults(folder: DataFolder) -> Iterator[Fault]:
    """Faults of the paths, their items and their links."""
    for entry in folder.entries["paths"]:
        yield from find_unknown_names(entry, [Use(at=("role",), kind="roles", name=entry.value.role)], folder)
        yield from _repeated_items(entry)
        for stage, items in entry.value.stages():
            for index, item in enumerate(items):
                for place, target in enumerate(item.to):
                    yield from _check_target(entry, (stage, index, "to", place), target, folder)


def _repeated_items(entry: Entry[LearningPath]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for name, items in entry.value.stages():
        for index, item in enumerate(items):
            line = entry.line(name, index, "id")
            if first.setdefault(item.id, line) != line:
                yield entry.fault((name, index, "id"), "same-id", value=item.id, line=first[item.id])


def _check_target(entry: Entry[LearningPath], at: KeyPath, target: Target, folder: DataFolder) -> Iterator[Fault]:
    named = [key for key in (*_KINDS, "page") if getattr(target, key) is not None]
    within = [key for key in ("step", "part") if getattr(target, key) is not None]
    if len(named) != 1:
        yield entry.fault(at, "one-target", keys=", ".join((*_KINDS, "page")))
        return
    if within and (named != ["procedure"] or len(within) > 1):
        yield entry.fault(at, "step-or-part")
    if target.at is not None and named != ["page"]:
        yield entry.fault((*at, "at"), "at-without-page")
    yield from find_unknown_names(entry, _uses(at, target), folder)


def _uses(at: KeyPath, target: Target) -> Iterator[Use]:
    for key, kind in _KINDS.items():
        yield from optional_use((*at, key), kind, getattr(target, key))
    if target.procedure and target.step:
        yield step_use((*at, "step"), target.procedure, target.step)
