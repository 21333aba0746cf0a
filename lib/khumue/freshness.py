"""Whether the compiled data in a checkout is as new as what it is made of."""

from __future__ import annotations

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
    folders = [procedures, *(path for path in procedures.rglob("*") if path.is_dir())]
    folders += [folder for folder in (package / "schema", package / "messages") if folder.is_dir()]
    files = [path for folder in folders for path in folder.iterdir() if path.suffix in (".yaml", ".json")]
    return max(
        path.stat().st_mtime_ns
        for path in (*folders, *files, *package.glob("*.py"), *(package / "authoring").glob("*.py"))
    )
