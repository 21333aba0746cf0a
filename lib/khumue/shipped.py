"""The data that the package ships, compiled to JSON: read with the standard library, in a few milliseconds.

In a checkout they are compiled again whenever something that they are made of is newer; only then are YAML and JSON
Schema loaded.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from khumue.freshness import find_checkout, is_stale, newest_source

PACKAGE = Path(__file__).resolve().parent
DATA = PACKAGE / "data"


def read_compiled(name: str) -> Any:
    """The data of this name ("catalogue", "registry" or "messages") as plain values.

    Raises DataError with every fault when a checkout's data files are not valid.
    """
    compiled = DATA / f"{name}.json"
    root = find_checkout(PACKAGE)
    if root is not None and is_stale(compiled, root):
        return _recompile(name, root)
    return json.loads(compiled.read_bytes())


def _recompile(name: str, root: Path) -> Any:
    """Compile the checkout's data; where it cannot be written, it serves from memory."""
    from khumue.authoring.compiling import compile_one, write_data

    newest = newest_source(root)
    compiled = compile_one(name, root)
    with suppress(OSError):
        write_data(DATA / f"{name}.json", compiled, newest)
    return compiled
