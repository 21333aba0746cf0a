"""A folder of data files: read, checked by schema, and decoded entry by entry.

A folder holds vocabulary/<kind>.yaml, a list of entries each, and <folder>/<name>.yaml, one procedure each. Only
entries without a fault of their own are decoded; the ids of the others stay known, so that one slip is not reported
twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from khumue.authoring.faults import NO_HINT, Fault, KeyPath, say, suggest, suggest_nearest
from khumue.authoring.schemafaults import find_schema_faults
from khumue.authoring.yamlfiles import Source, read_yaml
from khumue.decode import decode
from khumue.frozen import defaults
from khumue.model import Catalogue, Procedure

VOCABULARY: Mapping[str, type] = {
    name.replace("_", "-"): get_args(hint)[1]
    for name, hint in get_type_hints(Catalogue).items()
    if name != "procedures"
}
"""The vocabulary's files with what their entries are: the fields of the catalogue, a hyphen for an underscore."""

_OPTIONAL = frozenset(name.replace("_", "-") for name in defaults(Catalogue))
"""Files that need not be there; the catalogue says what is then missing."""

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
        hint = suggest(name, known)
        if hint == NO_HINT and kind in (*VOCABULARY, "procedures"):
            hint = say("look-up", place=f"vocabulary/{kind}.yaml" if kind in VOCABULARY else "khumue list")
        return self.fault(at, "unknown", kind=say(kind), value=name, hint=hint)


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
    if not (folder / "vocabulary").is_dir():
        return DataFolder(name, {}, {}, (Fault(file=str(folder), message=say("no-vocabulary")),))
    files = _find_files(folder)
    faults = list(_misplaced(name, files))
    read: dict[str, tuple[_Read, ...]] = {kind: (_read_vocabulary(folder, name, kind),) for kind in VOCABULARY}
    read["procedures"] = tuple(
        _read("procedures", f"{name}/{file}", path.read_bytes()) for file, path in files.items() if _is_procedure(file)
    )
    if not read["procedures"]:
        faults.append(Fault(file=name, message=say("no-procedures")))
    return DataFolder(
        name,
        {kind: tuple(each.source for each in own) for kind, own in read.items()},
        {kind: tuple(entry for each in own for entry in each.entries) for kind, own in read.items()},
        (*faults, *(fault for own in read.values() for each in own for fault in each.faults)),
    )


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


@dataclass(frozen=True, kw_only=True)
class _Read:
    """A file as read: its sound entries and all of its faults."""

    source: Source
    entries: tuple[Entry[Any], ...] = ()
    faults: tuple[Fault, ...] = ()


@lru_cache(maxsize=1024)  # `mkdocs serve` reads the folder after each edit, which changes one file of many
def _read(kind: str, file: str, data: bytes) -> _Read:
    return _check_source(kind, read_yaml(data, file))


def _read_vocabulary(folder: Path, name: str, kind: str) -> _Read:
    path = folder / "vocabulary" / f"{kind}.yaml"
    file = f"{name}/vocabulary/{kind}.yaml"
    if path.is_file():
        return _read(kind, file, path.read_bytes())
    if kind in _OPTIONAL:
        return _Read(source=Source(file=file))
    return _Read(source=Source(file=file), faults=(Fault(file=file, message=say("no-file")),))


def _check_source(kind: str, source: Source) -> _Read:
    if source.data is None:
        return _Read(source=source, faults=source.faults)
    found = list(dict.fromkeys(find_schema_faults(source, "procedure" if kind == "procedures" else kind)))
    misread = {fault.path for fault in source.faults}
    faults = [*source.faults, *(fault for _, fault in found if fault.path not in misread)]
    if kind == "procedures":
        sound: tuple[Entry[Any], ...] = (
            () if faults else (Entry(value=decode(Procedure, source.data), source=source, at=()),)
        )
        return _Read(source=source, entries=sound, faults=tuple(faults))
    unsound = {at[:1] for at, _ in found}
    if () in unsound:
        return _Read(source=source, faults=tuple(faults))
    listed: tuple[Entry[Any], ...] = tuple(
        Entry(value=decode(VOCABULARY[kind], raw), source=source, at=at)
        for at, raw in _raw_entries(source)
        if at not in unsound
    )
    return _Read(source=source, entries=listed, faults=tuple(faults))


def _raw_entries(source: Source) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """The plain entries of a file with their key paths, as far as they have the right shape."""
    entries: list[Any] = source.data if isinstance(source.data, list) else [source.data]
    for index, raw in enumerate(entries):
        if isinstance(raw, dict):
            yield ((index,) if isinstance(source.data, list) else ()), raw
