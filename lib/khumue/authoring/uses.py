"""The names that entries use for each other, and those of them that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from khumue.authoring.datafiles import DataFolder, Entry
from khumue.authoring.faults import Fault, KeyPath


@dataclass(frozen=True, kw_only=True)
class Use:
    """A name that an entry uses for something of another kind; `of` is the procedure whose step is named."""

    at: KeyPath
    kind: str
    name: str
    of: str | None = None


def optional_use(at: KeyPath, kind: str, name: str | None) -> Iterator[Use]:
    """The use of a name that need not be there."""
    if name is not None:
        yield Use(at=at, kind=kind, name=name)


def step_use(at: KeyPath, procedure: str, step: str) -> Use:
    """The use of a step of some procedure."""
    return Use(at=at, kind="steps-of", name=step, of=procedure)


def find_unknown_names(entry: Entry[Any], uses: Iterable[Use], folder: DataFolder) -> Iterator[Fault]:
    """Names that lead nowhere. Where what they name cannot be read, that is told, and nothing is said of them."""
    for use in uses:
        known = folder.ids.get(use.kind) if use.of is None else folder.steps.get(use.of)
        if known is not None and use.name not in known:
            yield entry.unknown(use.at, use.kind, use.name, known)
