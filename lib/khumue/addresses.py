"""How a file that is written links to another file."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def address_from(folder: Path, target: Path) -> str:
    """The relative address of a file, seen from a folder, as links need it: Thai letters and spaces are quoted."""
    try:
        return quote(os.fsencode(os.path.relpath(target, folder).replace(os.sep, "/")))
    except ValueError:  # on another drive of Windows
        return target.absolute().as_uri()
