"""Frozen classes behave as frozen, keyword-only dataclasses do."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass

import pytest

from khumue.frozen import defaults, fields, frozen, is_frozen, replace


@frozen
class Point:
    """Ours."""

    x: int
    y: int = 2

    @property
    def both(self) -> tuple[int, int]:
        return self.x, self.y


@frozen
class Named(Point):
    name: str
    y: int = 3


@dataclass(frozen=True, kw_only=True)
class Standard:
    x: int
    y: int = 2


def test_values_and_defaults() -> None:
    assert (Point(x=1).both, Point(x=1, y=5).both) == ((1, 2), (1, 5))
    named = Named(x=1, name="ก")
    assert (named.x, named.y, named.name, named.both) == (1, 3, "ก", (1, 3))


@pytest.mark.parametrize("values", [{}, {"y": 1}, {"x": 1, "z": 1}])
def test_fields_must_be_given_and_known(values: dict[str, int]) -> None:
    for kind in (Point, Standard):
        with pytest.raises(TypeError):
            kind(**values)


def test_fields_are_given_by_name() -> None:
    with pytest.raises(TypeError):
        Point(1)  # type: ignore[call-arg]


def test_nothing_can_be_changed() -> None:
    point = Point(x=1)
    with pytest.raises(AttributeError, match="frozen"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        point.z = 2  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="frozen"):
        del point.x
    assert point == Point(x=1)


def test_equality_and_hash_are_by_class_and_value() -> None:
    assert Point(x=1) == Point(x=1, y=2) != Point(x=2)
    assert len({Point(x=1), Point(x=1), Point(x=2)}) == 2
    assert Point(x=1, y=3) != Named(x=1, name="")
    other: object = Standard(x=1)
    assert Point(x=1) != other


def test_repr_names_the_fields() -> None:
    assert repr(Named(x=1, name="ก")) == "Named(x=1, y=3, name='ก')"


def test_copies() -> None:
    point = Named(x=1, name="ก")
    assert replace(point, x=7) == Named(x=7, name="ก")
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point


def test_what_is_known_of_a_class() -> None:
    assert fields(Named) == fields(Named(x=1, name="")) == ("x", "y", "name")
    assert defaults(Named) == {"y": 3}
    assert is_frozen(Point)
    assert is_frozen(Point(x=1))
    assert not is_frozen(Standard)
    assert not is_frozen("Point")
