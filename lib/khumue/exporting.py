"""The catalogue in the one shape that other programs and the compiled file share."""

from __future__ import annotations

from typing import Any

from khumue.decode import decode, encode
from khumue.model import Catalogue

FORMAT = "khumue-catalogue/1"


def export(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue as lists of entries, each with its id, and the name of the format."""
    return {"format": FORMAT, **encode(catalogue)}


def read_export(exported: dict[str, Any]) -> Catalogue:
    """The catalogue that `export` gave. Raises ValueError for another format."""
    found = exported.get("format")
    if found != FORMAT:
        raise ValueError(f"the catalogue has the format {found!r}, not {FORMAT!r}: compile it again")
    return decode(Catalogue, {key: value for key, value in exported.items() if key != "format"})
