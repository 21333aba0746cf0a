"""What takes long to make is kept in a folder, by all that it is made of, and not made again."""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def kept(place: Path, make: Callable[[], bytes]) -> bytes:
    """The contents of a file, which is made where it is missing. Others see it whole or not at all."""
    if place.exists():
        return place.read_bytes()
    data = make()
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_suffix(f".{os.getpid()}")
    part.write_bytes(data)
    part.replace(place)
    return data


def digest(*parts: str) -> str:
    """A name for all of these texts together."""
    return sha256("\0".join(parts).encode()).hexdigest()


@cache
def digest_of_files(folder: Path, pattern: str) -> str:
    """What changes when one of these files does, such as the code of a package."""
    return sha256(b"".join(path.read_bytes() for path in sorted(folder.glob(pattern)))).hexdigest()
