"""What drafts are checked against: the part of the catalogue that a check needs, so that it starts at once."""

from __future__ import annotations

from pathlib import Path

from khumue.decode import decode
from khumue.shipped import read_compiled
from khumue.vocabulary import Registry


def load_registry(folder: Path | None = None) -> Registry:
    """The registry of a folder of data files, or the bundled one. Raises DataError when data files are not valid."""
    if folder is None:
        return decode(Registry, read_compiled("registry"))
    from khumue.catalogue import load_catalogue

    return load_catalogue(folder).registry
