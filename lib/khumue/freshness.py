"""Whether the compiled data in a checkout is as new as what it is made of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def find_checkout(package: Path) -> Path | None:
    """The root of the source tree that the package folder lies in, or None where it is installed without data files."""
    root = package.parent.parent
    return root if package.parent.name == "lib" and (root / "procedures" / "vocabulary").is_dir() else None


def is_stale(compiled: Path, root: Path) -> bool:
    """Whether the compiled file is missing or older than something that it is made of."""
    return not compiled.is_file() or newest_source(root) > compiled.stat().st_mtime_ns


def newest_source(root: Path) -> int:
    """When the newest source of the compiled data changed, in nanoseconds.

    Sources are data files, schemas, rule texts and the package's own modules; their folders count too, because
    deleting a file changes only its folder.
    """
    procedures, package = root / "procedures", root / "lib" / "khumue"
    data = [procedures, *(folder for folder in (package / "schema", package / "messages") if folder.is_dir())]
    code = (package, package / "authoring")
    return max(
        *(folder.stat().st_mtime_ns for folder in data),
        *(time for folder in data for time in _times(folder, (".yaml", ".json"), deep=True)),
        *(time for folder in code for time in _times(folder, (".py",))),
    )


def _times(folder: str | Path, suffixes: tuple[str, ...], *, deep: bool = False) -> Iterator[int]:
    """When the files of these kinds changed, and the folders inside where those count too."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(suffixes):
                yield entry.stat().st_mtime_ns
            elif deep and entry.name != "__pycache__" and entry.is_dir():
                yield entry.stat().st_mtime_ns
                yield from _times(entry.path, suffixes, deep=True)
