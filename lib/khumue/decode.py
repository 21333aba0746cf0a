"""Plain values to the classes of the model and back, by their type hints.

In plain form a class is a dict without the trailing underscore of its field names, a tuple is a list, and a mapping of
entries is the list of its entries, each with its `id`. Decoding trusts its input: data files are checked before, and
the compiled catalogue was written from checked data. What does not fit raises TypeError or KeyError.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from khumue.frozen import fields, is_frozen

T = TypeVar("T")
Plain = Any
"""What json and yaml give: dict, list, str, int, float, bool or None."""

Decoder = Callable[[Plain], Any]


def decode(kind: type[T], value: Plain) -> T:
    """The value as an instance of `kind`; a key that the model does not know raises KeyError."""
    return cast("T", _class_decoder(cast("Hashable", kind))(value))


def encode(value: object) -> Plain:
    """The plain form of a value of the model. Keys that are None are left out; empty lists stay."""
    if is_frozen(value):
        pairs = ((key, getattr(value, name)) for name, key in _keys(cast("Hashable", type(value))))
        return {key: encode(item) for key, item in pairs if item is not None}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return [encode(item) for item in value.values()]
    return value


@cache
def _keys(kind: Hashable) -> tuple[tuple[str, str], ...]:
    """Field names with their keys."""
    return tuple((name, name.rstrip("_")) for name in fields(kind))


@cache
def _decoder(hint: Hashable) -> Decoder | None:
    """What decodes values of this type; None where they need no change."""
    if is_frozen(hint):
        return _class_decoder(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _tuple_decoder(arguments)
    if origin is Mapping:
        return _mapping_decoder(arguments[1])
    if origin in (Union, UnionType):
        return _optional_decoder(arguments)
    if origin is Literal or hint in (str, int, float, bool):
        return None
    raise TypeError(f"the model holds a type that cannot be decoded: {hint}")


@cache
def _class_decoder(kind: Hashable) -> Decoder:
    hints = get_type_hints(kind)
    make = cast("Callable[..., Any]", kind)
    names = {key: name for name, key in _keys(kind)}
    decoders = {key: _decoder(hints[name]) for key, name in names.items()}

    def build(value: Plain) -> Any:
        arguments = {}
        for key, item in value.items():
            decoder = decoders[key]
            arguments[names[key]] = item if decoder is None else decoder(item)
        return make(**arguments)

    return build


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decoder:
    items = {_decoder(argument) for argument in arguments if argument is not Ellipsis}
    if len(items) != 1:
        raise TypeError(f"the model holds a tuple that cannot be decoded: {arguments}")
    item = items.pop()
    return tuple if item is None else lambda value: tuple(map(item, value))


def _mapping_decoder(entry: Any) -> Decoder:
    item = _class_decoder(entry)

    def build(value: Plain) -> dict[str, Any]:
        return {entry["id"]: item(entry) for entry in value}

    return build


def _optional_decoder(arguments: tuple[Any, ...]) -> Decoder | None:
    inner = [_decoder(argument) for argument in arguments if argument is not NoneType]
    if len(inner) != 1:
        raise TypeError(f"the model holds a union that cannot be decoded: {arguments}")
    item = inner[0]
    return None if item is None else lambda value: None if value is None else item(value)
