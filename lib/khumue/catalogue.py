"""The catalogue of procedures and vocabulary: from data files, or compiled beforehand.

Reading the compiled catalogue needs the standard library only and takes a few milliseconds, so that a check starts at
once and also runs in a browser. YAML and JSON Schema are loaded only when data files are read.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from khumue.exporting import export, read_export
from khumue.faults import DataError, Fault
from khumue.freshness import find_checkout, is_stale, newest_source
from khumue.model import Catalogue

__all__ = ["DataError", "Fault", "export", "load_catalogue", "read_compiled"]

PACKAGE = Path(__file__).resolve().parent
DATA = PACKAGE / "data"


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """The catalogue of a folder of data files, or the bundled one.

    In a checkout the bundled catalogue is compiled again whenever something that it is made of is newer. Raises
    DataError with every fault when data files are not valid.
    """
    if folder is not None:
        from khumue.compiling import compile_folder

        return compile_folder(folder)
    return read_export(read_compiled("catalogue"))


def read_compiled(name: str) -> Any:
    """The bundled data of this name ("catalogue" or "messages") as plain values, compiled again where it is not fresh.

    Raises DataError like `load_catalogue`.
    """
    compiled = DATA / f"{name}.json"
    root = find_checkout(PACKAGE)
    if root is not None and is_stale(compiled, root):
        return _recompile(name, root)
    return json.loads(compiled.read_text(encoding="utf-8"))


def _recompile(name: str, root: Path) -> Any:
    """Compile the checkout's data; where it cannot be written, it serves from memory."""
    from khumue.compiling import compile_one, write_data

    newest = newest_source(root)
    compiled = compile_one(name, root)
    with suppress(OSError):
        write_data(DATA / f"{name}.json", compiled, newest)
    return compiled
