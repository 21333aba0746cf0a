"""The vocabularies without other offices' procedures, for an office that wants to have its own only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from khumue.authoring.datafiles import VOCABULARY
from khumue.authoring.shapes import Shape, shape_of
from khumue.decode import decode, encode
from khumue.model import Catalogue

_GONE = object()


def without_procedures(catalogue: Catalogue) -> Catalogue:
    """The catalogue without manuals and procedures.

    What leads to a procedure goes with it: links, and entries that are about nothing else, such as a calendar's.
    """
    kept: dict[str, Mapping[str, Any]] = {"procedures": {}, "manuals": {}}
    for kind, entry in VOCABULARY.items():
        name = kind.replace("-", "_")
        left = _left(encode(getattr(catalogue, name)), shape_of(kind), frozenset(catalogue.procedures))
        kept.setdefault(name, {raw["id"]: decode(entry, raw) for raw in left} if left is not _GONE else {})
    return Catalogue(**kept)


def _left(value: Any, shape: Shape, gone: Collection[str]) -> Any:
    """What is left of a plain value when these ids are gone."""
    if isinstance(value, str):
        return _GONE if value in gone else value
    if isinstance(value, list):
        return _left_of_list(value, shape, gone)
    return _left_of_mapping(value, shape, gone) if isinstance(value, Mapping) else value


def _left_of_list(value: list[Any], shape: Shape, gone: Collection[str]) -> Any:
    inner = shape.items if "items" in shape.plain else shape
    left = [item for each in value if (item := _left(each, inner, gone)) is not _GONE]
    return left if left or not value else _GONE


def _left_of_mapping(value: Mapping[str, Any], shape: Shape, gone: Collection[str]) -> Any:
    left = {key: _left(item, shape.inner(key), gone) for key, item in value.items()}
    lost = [key for key, item in left.items() if item is _GONE]
    if any(key in shape.required or isinstance(value[key], str) for key in lost):
        return _GONE
    return {key: item for key, item in left.items() if item is not _GONE}
