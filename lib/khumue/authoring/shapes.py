"""What the schemas say of data files, for writing them: the keys, their words in both languages, an example of each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from khumue.authoring.schemafaults import SCHEMAS, both_languages
from khumue.model import Text

TO_FILL = Text(th="[เติม]", en="[fill in]")
"""With this begins a text that an author has still to write."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One schema, with what it refers to. `place` is where it is defined: the same for all that refer to it."""

    file: str
    place: str
    plain: Mapping[str, Any]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that a mapping of this shape may have, in the order to write them in."""
        return tuple(self.plain.get("properties", ()))

    @property
    def required(self) -> tuple[str, ...]:
        """Those that it must have."""
        return tuple(self.plain.get("required", ()))

    @property
    def description(self) -> Text:
        """What it is for."""
        return both_languages(self.plain["description"])

    @property
    def choices(self) -> Mapping[str, Text]:
        """The values to choose from, each with its meaning; none where any may stand."""
        meanings = map(both_languages, self.plain.get("enumDescriptions", ()))
        return dict(zip(self.plain.get("enum", ()), meanings, strict=True))

    def inner(self, key: str) -> Shape:
        """The shape of what stands at a key."""
        return _resolved(self.file, f"{self.place}/{key}", self.plain["properties"][key])

    @property
    def items(self) -> Shape:
        """The shape of the entries of a list; they are described as the list is, if not by themselves."""
        item = self.plain["items"]
        described = {"description": self.plain["description"], **item} if "description" in self.plain else item
        return _resolved(self.file, f"{self.place}[]", described)


@cache
def shape_of(name: str) -> Shape:
    """The shape of a data file: `procedure`, or a kind of vocabulary."""
    file = f"{name}.schema.json"
    return Shape(file=file, place=file, plain=_schema(file))


def example(shape: Shape, given: Mapping[str, Any]) -> Any:
    """A plain value of this shape with every key; `given` has by key what stands there, at any depth."""
    if shape.keys:
        filled = {key: given[key] if key in given else example(shape.inner(key), given) for key in shape.keys}
        return filled | _text_to_fill(shape) if "th" in filled else filled
    if "examples" in shape.plain:
        return shape.plain["examples"][0]
    if "items" in shape.plain:
        return [example(shape.items, given)]
    return next(iter(shape.choices), TO_FILL.en)


def _text_to_fill(shape: Shape) -> dict[str, str]:
    return {"th": f"{TO_FILL.th} {shape.description.th}", "en": f"{TO_FILL.en} {shape.description.en}"}


@cache
def _schema(file: str) -> Mapping[str, Any]:
    read: Mapping[str, Any] = json.loads((SCHEMAS / file).read_text(encoding="utf-8"))
    return read


def _resolved(file: str, place: str, plain: Mapping[str, Any]) -> Shape:
    """The schema with what it refers to; its own words come first."""
    while "$ref" in plain:
        named, pointer = plain["$ref"].split("#/")
        file = named or file
        place = f"{file}#/{pointer}"
        target: Any = _schema(file)
        for part in pointer.split("/"):
            target = target[part]
        plain = {**target, **{key: value for key, value in plain.items() if key != "$ref"}}
    return Shape(file=file, place=place, plain=plain)
