"""A folder of data files: read, checked by schema, and decoded entry by entry.

A folder holds vocabulary/<kind>.yaml, a list of entries each, and <folder>/<name>.yaml, one procedure each. Only
entries without a fault of their own are decoded; the ids of the others stay known, so that one slip is not reported
twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from khumue.authoring.faults import Fault, KeyPath, say, suggest, suggest_nearest
from khumue.authoring.schemafaults import find_schema_faults
from khumue.authoring.yamlfiles import Source, read_yaml
from khumue.decode import decode
from khumue.learning import LearningPath, PageQuestion
from khumue.model import (
    CalendarEntry,
    DocumentType,
    FormTable,
    Job,
    Manual,
    PlanLevel,
    Procedure,
    ProjectField,
    Reference,
    Role,
    Section,
    Term,
    Theme,
)

VOCABULARY: Mapping[str, type] = {
    "manuals": Manual,
    "roles": Role,
    "sections": Section,
    "project-fields": ProjectField,
    "references": Reference,
    "documents": DocumentType,
    "jobs": Job,
    "glossary": Term,
    "form-tables": FormTable,
    "paths": LearningPath,
    "questions": PageQuestion,
    "themes": Theme,
    "plan-levels": PlanLevel,
    "calendar": CalendarEntry,
}
"""The vocabulary's files with what their entries are; a hyphen is an underscore in the keys of the catalogue."""

_OPTIONAL = frozenset({"project-fields", "form-tables", "paths", "questions", "themes", "plan-levels", "calendar"})
"""Without these files the checker looks for no project sheets, forms have no tables, the handbook has no paths and no
calendar, paths have no questions on pages, and the concept pages no words and no map of plans."""

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Entry(Generic[T]):
    """One procedure or one entry of a vocabulary, and where it is written."""

    value: T
    source: Source
    at: KeyPath

    def line(self, *at: str | int) -> int:
        """The line of a key path inside the entry."""
        return self.source.lines[(*self.at, *at)]

    def fault(self, at: KeyPath, word: str, **values: object) -> Fault:
        """A fault at a key path inside the entry."""
        return self.source.fault((*self.at, *at), word, **values)

    def unknown(self, at: KeyPath, kind: str, name: str, known: Iterable[str]) -> Fault:
        """The fault that nothing of this kind has the name; it lists or suggests those that are known."""
        return self.fault(at, "unknown", kind=say(kind), value=name, hint=suggest(name, known))


@dataclass(frozen=True)
class DataFolder:
    """What a folder of data files holds. `entries` lists the sound ones by kind, `raw` the plain values of all."""

    name: str
    sources: Mapping[str, tuple[Source, ...]]
    entries: Mapping[str, tuple[Entry[Any], ...]]
    faults: tuple[Fault, ...]

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """Ids by kind, those of faulty entries included. A kind whose file cannot be read is left out."""
        return {
            kind: frozenset(str(raw["id"]) for source in sources for _, raw in _raw_entries(source) if "id" in raw)
            for kind, sources in self.sources.items()
            if all(isinstance(source.data, dict if kind == "procedures" else list) for source in sources)
        }

    @cached_property
    def steps(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of steps by procedure. A procedure with a fault of its own is left out."""
        procedures: Iterable[Procedure] = (entry.value for entry in self.entries["procedures"])
        return {each.id: tuple(step.id for step in each.steps) for each in procedures}


def read_folder(folder: Path) -> DataFolder:
    """Everything in the folder, with the faults that one entry alone can have."""
    name = folder.resolve().name
    if not folder.is_dir():
        return DataFolder(name, {}, {}, (Fault(file=str(folder), message=say("no-folder")),))
    files = _find_files(folder)
    faults = list(_misplaced(name, files))
    sources: dict[str, tuple[Source, ...]] = {kind: (_read_vocabulary(folder, name, kind),) for kind in VOCABULARY}
    sources["procedures"] = tuple(
        read_yaml(path, f"{name}/{file}") for file, path in files.items() if _is_procedure(file)
    )
    if not sources["procedures"]:
        faults.append(Fault(file=name, message=say("no-procedures")))
    entries: dict[str, tuple[Entry[Any], ...]] = {}
    for kind, read in sources.items():
        checked = [_check_source(kind, source) for source in read]
        entries[kind] = tuple(entry for sound, _ in checked for entry in sound)
        faults += [fault for _, found in checked for fault in found]
    return DataFolder(name, sources, entries, tuple(faults))


def _find_files(folder: Path) -> Mapping[str, Path]:
    """YAML files by their path in the folder, sorted; hidden ones are left alone."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.y*ml") if path.is_file()}
    return {file: found[file] for file in sorted(found) if not any(part.startswith(".") for part in file.split("/"))}


def _is_procedure(file: str) -> bool:
    parts = file.split("/")
    return len(parts) == 2 and parts[0] != "vocabulary" and file.endswith(".yaml")


def _misplaced(name: str, files: Iterable[str]) -> Iterator[Fault]:
    expected = {f"vocabulary/{kind}.yaml" for kind in VOCABULARY}
    for file in files:
        if file not in expected and not _is_procedure(file):
            yield Fault(file=f"{name}/{file}", message=say("misplaced", hint=suggest_nearest(file, expected)))


def _read_vocabulary(folder: Path, name: str, kind: str) -> Source:
    path = folder / "vocabulary" / f"{kind}.yaml"
    file = f"{name}/vocabulary/{kind}.yaml"
    if path.is_file():
        return read_yaml(path, file)
    if kind in _OPTIONAL:
        return Source(file=file)
    return Source(file=file, faults=(Fault(file=file, message=say("no-file")),))


def _check_source(kind: str, source: Source) -> tuple[list[Entry[Any]], list[Fault]]:
    """The sound entries of a file and its faults."""
    if source.data is None:
        return [], list(source.faults)
    found = list(dict.fromkeys(find_schema_faults(source, "procedure" if kind == "procedures" else kind)))
    misread = {fault.path for fault in source.faults}
    faults = [*source.faults, *(fault for _, fault in found if fault.path not in misread)]
    if kind == "procedures":
        sound = [] if faults else [Entry(value=decode(Procedure, source.data), source=source, at=())]
        return sound, faults
    unsound = {at[:1] for at, _ in found}
    if () in unsound:
        return [], faults
    entries: list[Entry[Any]] = [
        Entry(value=decode(VOCABULARY[kind], raw), source=source, at=at)
        for at, raw in _raw_entries(source)
        if at not in unsound
    ]
    return entries, faults


def _raw_entries(source: Source) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """The plain entries of a file with their key paths, as far as they have the right shape."""
    entries: list[Any] = source.data if isinstance(source.data, list) else [source.data]
    for index, raw in enumerate(entries):
        if isinstance(raw, dict):
            yield ((index,) if isinstance(source.data, list) else ()), raw
