"""Which files a check is of: those named, and every draft in the folders named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_SUFFIX = r"\.(docx|docm|dotx|dotm|doc|odt|ott|fodt|rtf|pdf|x?html?|mhtml?|mht|md|markdown|txt)$"
"""What drafts' names end in, also of kinds that are not read: the check of one says so, one left out would not."""

CHECKED = ".checked"
"""What stands before the ending in the names of copies with comments."""
_COPY = rf"{re.escape(CHECKED)}\.(docx|docm|dotx|dotm)$"

REPORT_MARK = '<meta name="generator" content="Khumue">'
"""Stands near the beginning of every HTML report."""
_HEAD = 1024  # bytes


def find_drafts(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the drafts in the folders named and below them, sorted by name.

    Hidden files, the lock files of office programs and what the checker itself wrote are passed over. A folder without
    a draft stays in the list, so that reading it says so; one that may not be opened too.
    """
    return [draft for path in paths for draft in (_inside(path) if _is_folder(path) else [path])]


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  # Path.is_dir raises for what stands in a folder that is closed to us


def _inside(folder: Path) -> list[Path]:
    return sorted(_walk(folder)) or [folder]


def _walk(folder: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (path for name in files if _is_draft(name) and not _is_report(path := Path(place, name)))
    yield from (Path(error.filename) for error in closed)


def _is_draft(name: str) -> bool:
    return (
        not name.startswith((".", "~$"))
        and re.search(_SUFFIX, name, re.IGNORECASE) is not None
        and re.search(_COPY, name, re.IGNORECASE) is None
    )


def _is_report(path: Path) -> bool:
    """Whether it is an HTML report of an earlier check."""
    if path.suffix.casefold() not in (".html", ".htm"):
        return False
    try:
        with path.open("rb") as file:
            return REPORT_MARK.encode() in file.read(_HEAD)
    except OSError:
        return False  # the check of it tells
