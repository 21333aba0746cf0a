"""Writing a file so that it is whole or not there: beside its place first, renamed at the end."""

from __future__ import annotations

import errno
import io
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE
from typing import TYPE_CHECKING, BinaryIO, cast

from khumue.problems import CommandError
from khumue.readers import STANDARD_INPUT

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_PROBLEMS = {
    errno.ENOENT: "output-no-folder",
    errno.ENOTDIR: "output-no-folder",
    errno.EACCES: "output-not-writable",
    errno.EPERM: "output-not-writable",
    errno.EROFS: "output-not-writable",
    errno.ENOSPC: "output-full",
    errno.EDQUOT: "output-full",
    errno.EFBIG: "output-full",
    errno.ENAMETOOLONG: "output-name-too-long",
    errno.ELOOP: "output-failed",
}
_OF_FOLDERS = {
    "output-no-folder": "folder-no-folder",
    "output-not-writable": "folder-not-writable",
    "output-full": "folder-full",
    "output-name-too-long": "folder-name-too-long",
    "output-failed": "folder-failed",
}


def check_outputs(paths: Iterable[Path], drafts: Iterable[Path]) -> None:
    """See that no file is to be written twice or over a draft that is read. Raises CommandError."""
    read = {_identity(draft) for draft in drafts}
    seen = set()
    for path in paths:
        identity = _identity(path)
        if identity in read:
            raise CommandError("output-is-draft", file=str(path))
        if identity in seen:
            raise CommandError("output-twice", file=str(path))
        seen.add(identity)


@contextmanager
def new_file(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place when the block ends well; otherwise nothing of it is left.

    What can be seen to stand in the way is told before anything is written. With `force` an older file is replaced.
    Raises CommandError.
    """
    place = Path(os.path.realpath(path))  # what a link leads to is replaced, not the link
    _see_that_it_is_free(path, place, force=force)
    beside = place.with_name(f".khumue-{os.getpid()}-{hash(place.name):x}.part")
    try:
        with io.BufferedRandom(_File(beside, path)) as stream:
            yield cast("BinaryIO", stream)
        _see_that_it_is_free(path, place, force=force)
        try:
            with suppress(FileNotFoundError):
                beside.chmod(S_IMODE(place.stat().st_mode))  # who may read the older one may read this one, nobody else
            beside.replace(place)
        except OSError as error:
            raise _problem(error, path, "output-in-use") from None  # Windows keeps a file that a program has open
    finally:
        with suppress(OSError):
            beside.unlink()


def make_folder_of(path: Path) -> None:
    """Make the folder that a file is to stand in, and those above it, where they are not there. Raises CommandError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _problem(error, path) from None


@contextmanager
def new_folder(path: Path, *, force: bool) -> Iterator[Path]:
    """A folder to fill, whose files take their places below `path` when the block ends well; otherwise none does.

    `path` is made where it is missing. What it holds already is left alone, but with `force` files that are written
    again are replaced; without, it must be empty. Raises CommandError.
    """
    from shutil import rmtree  # 10 ms that no check needs

    try:
        made = not path.exists()
        if not made and not path.is_dir():
            raise CommandError("folder-is-file", folder=str(path))
        if not made and not force and any(path.iterdir()):
            raise CommandError("folder-not-empty", folder=str(path))
        path.mkdir(exist_ok=True)
        beside = path / f".khumue-{os.getpid()}.part"
        beside.mkdir()
    except OSError as error:
        raise _folder_problem(error, path) from None
    try:
        yield beside
        for file in sorted(each for each in beside.rglob("*") if each.is_file()):
            place = path / file.relative_to(beside)
            place.parent.mkdir(parents=True, exist_ok=True)
            file.replace(place)
    except OSError as error:
        raise _folder_problem(error, path) from None
    finally:
        rmtree(beside, ignore_errors=True)
        if made:
            with suppress(OSError):
                path.rmdir()  # only where nothing was written


@contextmanager
def temporary_files() -> Iterator[None]:
    """Around what writes to the folder for temporary files, which may have no room. Raises CommandError."""
    try:
        yield
    except OSError as error:
        folder = tempfile.tempdir or os.curdir  # the last that is tried
        raise CommandError("output-temporary", folder=folder, reason=error.strerror or type(error).__name__) from None


def _identity(path: Path) -> tuple[int, int] | str:
    """What two names of one file have in common: also links, and letters whose case does not tell names apart."""
    try:
        status = os.fstat(sys.stdin.fileno()) if path == STANDARD_INPUT else path.stat()
    except (OSError, ValueError):
        return os.path.normcase(os.path.realpath(path))
    return status.st_dev, status.st_ino


def _see_that_it_is_free(path: Path, place: Path, *, force: bool) -> None:
    try:
        if place.is_dir():
            raise CommandError("output-is-folder", file=str(path))
        if place.exists() and not place.is_file():
            raise CommandError("output-not-a-file", file=str(path))
        if place.exists() and not force:
            raise CommandError("output-exists", file=str(path))
    except OSError as error:
        raise _problem(error, path) from None


class _File(io.FileIO):
    """The file beside; what goes wrong is told of the file that is wanted."""

    def __init__(self, beside: Path, wanted: Path) -> None:
        self._wanted = wanted
        try:
            super().__init__(beside, "x+")
        except OSError as error:
            raise _problem(error, wanted) from None

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            raise _problem(error, self._wanted) from None


def _problem(error: OSError, path: Path, otherwise: str = "output-failed") -> CommandError:
    problem = _PROBLEMS.get(error.errno or 0, otherwise)
    if otherwise == "output-in-use" and problem == "output-not-writable":
        problem = otherwise
    return CommandError(problem, file=str(path), folder=str(path.parent), reason=error.strerror or type(error).__name__)


def _folder_problem(error: OSError, path: Path) -> CommandError:
    problem = _OF_FOLDERS[_PROBLEMS.get(error.errno or 0, "output-failed")]
    return CommandError(problem, folder=str(path), parent=str(path.parent), reason=error.strerror or "")
