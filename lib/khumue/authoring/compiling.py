"""Data files compiled to the JSON that the package ships."""

from __future__ import annotations

import json
import os
import re
import tempfile
from pathlib import Path
from typing import Any

from khumue.authoring.crosschecks import find_cross_faults
from khumue.authoring.datafiles import DataFolder, Entry, read_folder
from khumue.authoring.faults import DataError
from khumue.authoring.registering import write_registry
from khumue.authoring.yamlfiles import read_yaml
from khumue.exporting import export
from khumue.freshness import newest_source
from khumue.model import LANGUAGES, Catalogue, Procedure

COMPILED = ("catalogue", "registry", "messages")


def compile_folder(folder: Path) -> Catalogue:
    """The catalogue that a folder of data files holds. Raises DataError with every fault of every file."""
    data = read_folder(folder)
    faults = [*data.faults, *(find_cross_faults(data) if data.sources else ())]
    if faults:
        raise DataError(faults)
    procedures = sorted(data.entries["procedures"], key=lambda entry: _place_in_manuals(entry, data))
    entries = {**data.entries, "procedures": procedures}
    by_id = {kind: {entry.value.id: entry.value for entry in listed} for kind, listed in entries.items()}
    return Catalogue(**{kind.replace("-", "_"): listed for kind, listed in by_id.items()})


def compile_data(root: Path, target: Path) -> None:
    """Write the compiled data of the source tree at `root` into the folder `target`, one JSON file each.

    The files bear the time of their newest source, taken before it was read: what changes meanwhile is seen later.
    Raises DataError for faults in data files and OSError where the files cannot be written.
    """
    newest = newest_source(root)
    for name in COMPILED:
        write_data(target / f"{name}.json", compile_one(name, root), newest)


def compile_one(name: str, root: Path) -> Any:
    """One of the data that the package ships as plain values: the catalogue, its registry, or the messages."""
    if name == "catalogue":
        return export(compile_folder(root / "procedures"))
    if name == "registry":
        return write_registry(compile_folder(root / "procedures"))
    files = {language: f"lib/khumue/messages/{language}.yaml" for language in LANGUAGES}
    sources = {language: read_yaml((root / file).read_bytes(), file) for language, file in files.items()}
    if faults := [fault for source in sources.values() for fault in source.faults]:
        raise DataError(faults)
    return {language: source.data for language, source in sources.items()}


def _place_in_manuals(entry: Entry[Procedure], data: DataFolder) -> tuple[int, list[tuple[bool, int, str]]]:
    """The order of procedures: their manual's place, then their number ("4.1.2" after "3", D10 after D2)."""
    manuals = [manual.value.id for manual in data.entries["manuals"]]
    pieces = re.findall(r"\d+|\D+", entry.value.numbers[0])
    natural = [(not piece.isdigit(), int(piece) if piece.isdigit() else 0, piece) for piece in pieces]
    return manuals.index(entry.value.manual), natural


def write_data(path: Path, value: Any, modified: int) -> None:
    """Write compact JSON in one go: a reader sees the old file or the new one, never half of it.

    The file bears the time `modified`, in nanoseconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, separators=(",", ":"))
            file.write("\n")
        Path(name).chmod(0o644)  # mkstemp lets the owner alone read, and others may use the same installation
        os.utime(name, ns=(modified, modified))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
