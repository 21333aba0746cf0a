"""What the schema cannot say of learning paths: that each link of an item leads to one thing, and that it is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from khumue.authoring.datafiles import DataFolder, Entry
from khumue.authoring.faults import Fault, KeyPath, say, suggest
from khumue.learning import STAGES, LearningPath, Target

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
    steps = {each.value.id: [step.id for step in each.value.steps] for each in folder.entries["procedures"]}
    for entry in folder.entries["paths"]:
        yield from _unknown(entry, ("role",), "roles", entry.value.role, folder)
        yield from _repeated_items(entry)
        for stage in STAGES:
            for index, item in enumerate(getattr(entry.value, stage)):
                for place, target in enumerate(item.to):
                    yield from _check_target(entry, (stage, index, "to", place), target, folder, steps)


def _repeated_items(entry: Entry[LearningPath]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for name, items in entry.value.stages():
        for index, item in enumerate(items):
            line = entry.line(name, index, "id")
            if first.setdefault(item.id, line) != line:
                yield entry.fault((name, index, "id"), "same-id", value=item.id, line=first[item.id])


def _check_target(
    entry: Entry[LearningPath],
    at: KeyPath,
    target: Target,
    folder: DataFolder,
    steps: Mapping[str, list[str]],
) -> Iterator[Fault]:
    named = [key for key in (*_KINDS, "page") if getattr(target, key) is not None]
    within = [key for key in ("step", "part") if getattr(target, key) is not None]
    if len(named) != 1:
        yield entry.fault(at, "one-target", keys=", ".join((*_KINDS, "page")))
        return
    if within and (named != ["procedure"] or len(within) > 1):
        yield entry.fault(at, "step-or-part")
    if target.at is not None and named != ["page"]:
        yield entry.fault((*at, "at"), "at-without-page")
    if named != ["page"]:
        key = named[0]
        yield from _unknown(entry, (*at, key), _KINDS[key], getattr(target, key), folder)
    own = steps.get(target.procedure or "")
    if target.step is not None and own is not None and target.step not in own:
        hint = suggest(target.step, own)
        yield entry.fault((*at, "step"), "unknown", kind=say("steps"), value=target.step, hint=hint)


def _unknown(entry: Entry[LearningPath], at: KeyPath, kind: str, name: str, folder: DataFolder) -> Iterator[Fault]:
    known = folder.ids.get(kind)
    if known is not None and name not in known:
        yield entry.fault(at, "unknown", kind=say(kind), value=name, hint=suggest(name, known))
