"""Plain values and the model's classes are two forms of the same data."""

from __future__ import annotations

import json
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.decode import decode, encode
from khumue.frozen import frozen, is_frozen
from khumue.model import Edition, Procedure, Reference, Section, Step, Text

TEXT = {"th": "แผน", "en": "Plan"}
STEP = {"id": "draft", "by": "director", "title": TEXT, "text": TEXT}


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the model, with the frozen classes in it made field by field."""
    if is_frozen(hint):
        return st.fixed_dictionaries({name: values_of(each) for name, each in get_type_hints(hint).items()}).map(
            lambda made: hint(**made)
        )
    arguments = get_args(hint)
    if get_origin(hint) is tuple and arguments[-1] is Ellipsis:
        return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
    if get_origin(hint) in (UnionType, Union):
        return st.one_of(*map(values_of, arguments))
    return st.from_type(hint)


@pytest.mark.parametrize("kind", [Procedure, Reference, Section])
def test_every_value_survives_json(kind: type) -> None:
    @given(values_of(kind))
    def check(value: Any) -> None:
        assert decode(kind, json.loads(json.dumps(encode(value)))) == value

    check()


def test_key_else_is_the_field_else_() -> None:
    step = decode(Step, {**STEP, "kind": "decision", "else": "end"})
    assert step.else_ == "end"
    assert encode(step)["else"] == "end"


def test_lists_become_tuples() -> None:
    step = decode(Step, {**STEP, "substeps": [{**TEXT, "locators": ["3 5.1"]}], "after": ["collect"]})
    assert step.substeps[0].locators == ("3 5.1",)
    assert step.after == ("collect",)


def test_open_end_of_fiscal_years_is_kept() -> None:
    checked = {"level": "known", "as_of": "2026-11-20"}
    plain = {"id": "plan-13", "title": TEXT, "status": "in-force", "checked": checked, "fiscal_years": [2566, None]}
    edition = decode(Edition, plain)
    assert edition.fiscal_years == (2566, None)
    assert encode(edition)["fiscal_years"] == [2566, None]


def test_absent_keys_are_left_out_and_empty_lists_stay() -> None:
    plain = encode(decode(Step, STEP))
    assert "output" not in plain
    assert plain["locators"] == []


@pytest.mark.parametrize("plain", [{**TEXT, "de": "Plan"}, {"th": "แผน"}, "แผน"])
def test_values_that_do_not_fit_are_refused(plain: object) -> None:
    with pytest.raises((KeyError, TypeError, AttributeError)):
        decode(Text, plain)


@frozen
class WithUnion:
    value: int | str


@frozen
class WithList:
    value: list[str]


@frozen
class WithMixedTuple:
    value: tuple[Text, int]


@pytest.mark.parametrize("kind", [WithUnion, WithList, WithMixedTuple])
def test_a_model_that_json_cannot_hold_is_refused(kind: type) -> None:
    with pytest.raises(TypeError, match="cannot be decoded"):
        decode(kind, {"value": []})
