"""The catalogue of procedures and vocabulary: from a folder of data files, or as the package ships it."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from khumue.authoring.faults import DataError, Fault
from khumue.exporting import export, read_export
from khumue.model import Catalogue
from khumue.shipped import read_compiled

__all__ = ["DataError", "Fault", "export", "load_catalogue"]


def load_catalogue(folder: str | PathLike[str] | None = None) -> Catalogue:
    """The catalogue of a folder of data files, or the bundled one.

    Raises DataError with every fault when data files are not valid.
    """
    if folder is None:
        return read_export(read_compiled("catalogue"))
    from khumue.authoring.compiling import compile_folder

    return compile_folder(Path(folder))
