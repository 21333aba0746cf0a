"""Frozen, keyword-only data classes that cost next to nothing to make.

To a reader and to a type checker they are what `@dataclass(frozen=True, kw_only=True)` makes. The standard decorator
compiles six functions for each class and imports `inspect`. For the 50 classes of a check that is 29 ms, of the 80 ms
in which all of it has to be done (Python 3.11: 102 ms with the standard decorator, 73 ms with this one). These classes
share their functions and nothing is compiled.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")

_set = object.__setattr__

NOTHING: MappingProxyType[Any, Any] = MappingProxyType({})
"""The default of a field that is a mapping."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """Make a class of its annotated fields. A value given in the class is the field's default and must be immutable."""
    own = cls.__annotations__  # of this class alone
    inherited: tuple[str, ...] = getattr(cls, "_fields", ())
    names = (*inherited, *(name for name in own if name not in inherited))
    defaults = {**getattr(cls, "_defaults", {}), **{name: getattr(cls, name) for name in own if hasattr(cls, name)}}
    given = {"_fields": names, "_field_set": frozenset(names), "_defaults": defaults, **_FUNCTIONS}
    for name, value in given.items():
        setattr(cls, name, value)
    return cls


def is_frozen(value: object) -> bool:
    """Whether a class, or the class of an instance, was made by `frozen`."""
    kind = value if isinstance(value, type) else type(value)
    return getattr(kind, "__init__", None) is _init


def fields(kind: object) -> tuple[str, ...]:
    """The names of the fields of a class or an instance, inherited ones first."""
    return kind._fields  # type: ignore[attr-defined,no-any-return]


def defaults(kind: object) -> dict[str, Any]:
    """The fields of a class that need not be given, with what they then are."""
    return kind._defaults  # type: ignore[attr-defined,no-any-return]  # noqa: SLF001


def replace(instance: T, **changes: Any) -> T:
    """A copy with some fields changed."""
    return type(instance)(**{**vars(instance), **changes})


def made_of(cls: type[T], values: dict[str, Any]) -> T:
    """An instance around a dict of all its fields, in half the time of a call. Raises TypeError for other fields."""
    if values.keys() != cls._field_set:  # type: ignore[attr-defined]
        raise TypeError(f"{cls.__name__} is not made of {sorted(values)}")
    made = object.__new__(cls)
    object.__setattr__(made, "__dict__", values)
    return made


def _init(self: Any, **values: Any) -> None:
    held = {**self._defaults, **values}
    if held.keys() != self._field_set:
        unknown = [name for name in values if name not in self._field_set]
        missing = [name for name in self._fields if name not in held]
        raise TypeError(f"{type(self).__name__}: unknown fields {unknown}, missing fields {missing}")
    _set(self, "__dict__", held)  # a third faster than filling the one there is: a draft of ten pages makes 700 objects


def _repr(self: Any) -> str:
    return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._fields)})"


def _eq(self: Any, other: object) -> bool:
    return vars(self) == vars(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(tuple([getattr(self, name) for name in self._fields]))


def _refuse(self: Any, name: str, *_: object) -> None:
    raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be changed")


_FUNCTIONS = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}
