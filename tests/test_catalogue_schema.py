"""The schemas say what the model says, and teach the author in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from khumue.authoring import schemafaults
from khumue.authoring.datafiles import VOCABULARY
from khumue.frozen import defaults, fields, is_frozen
from khumue.model import Procedure

SCHEMAS = {
    path.name: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(schemafaults.SCHEMAS.glob("*.schema.json"))
}
REGISTRY: Registry[Any] = Registry().with_resources(
    (name, DRAFT202012.create_resource(content)) for name, content in SCHEMAS.items()
)
# Keywords that describe or combine; every other one can fail and needs words.
NEUTRAL = {"$schema", "$ref", "$defs", "title", "description", "examples", "default", "enumDescriptions"}
NEUTRAL |= {"patternErrorMessage", "errorMessage", "properties", "items", "prefixItems", "allOf", "if", "then", "else"}
NEUTRAL |= {"const"}  # only inside `if`


def resolve(schema: dict[str, Any], file: str) -> tuple[dict[str, Any], str]:
    """The definition that a schema refers to, with the file that it stands in."""
    while "$ref" in schema:
        name, _, pointer = schema["$ref"].partition("#/$defs/")
        file = name or file
        schema = SCHEMAS[file]["$defs"][pointer]
    return schema, file


def differences(schema: dict[str, Any], file: str, hint: Any, at: str) -> Iterator[str]:
    """How a schema and a type of the model differ."""
    schema, file = resolve(schema, file)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        inner = [argument for argument in arguments if argument is not NoneType]
        yield from differences(schema, file, inner[0], at)
    elif is_frozen(hint):
        yield from class_differences(schema, file, hint, at)
    elif origin is tuple:
        yield from [] if schema["type"] == "array" else [f"{at}: not a list"]
        for item in schema.get("prefixItems", [schema.get("items")]):
            yield from differences(item, file, arguments[0], f"{at}[]")
        if Ellipsis not in arguments and (schema["minItems"], schema["maxItems"]) != (len(arguments),) * 2:
            yield f"{at}: not {len(arguments)} items"
    elif origin is Literal:
        yield from [] if schema["enum"] == list(arguments) else [f"{at}: {schema['enum']} is not {arguments}"]
    else:
        kinds = {str: "string", int: "integer", bool: "boolean"}
        yield from [] if kinds[hint] in schema["type"] else [f"{at}: {schema['type']} is not {hint}"]


def class_differences(schema: dict[str, Any], file: str, kind: Any, at: str) -> Iterator[str]:
    keys = {name.rstrip("_"): name for name in fields(kind)}
    needed = keys.keys() - {name.rstrip("_") for name in defaults(kind)}
    if schema["additionalProperties"] is not False:
        yield f"{at}: unknown keys are allowed"
    if set(schema["properties"]) != set(keys):
        yield f"{at}: keys {set(schema['properties']) ^ set(keys)}"
    if set(schema["required"]) != needed:
        yield f"{at}: required {set(schema['required']) ^ needed}"
    hints = get_type_hints(kind)
    for key, name in keys.items():
        yield from differences(schema["properties"][key], file, hints[name], f"{at}.{key}")


@pytest.mark.parametrize(("name", "kind"), [("procedure", Procedure), *VOCABULARY.items()])
def test_schema_and_model_agree(name: str, kind: type) -> None:
    file = f"{name}.schema.json"
    schema = SCHEMAS[file] if name == "procedure" else SCHEMAS[file]["items"]
    assert list(differences(schema, file, kind, name)) == []


def nodes(value: Any, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema file."""
    yield at, value
    named = {**value.get("properties", {}), **value.get("$defs", {})}
    for key, item in named.items():
        yield from nodes(item, f"{at}/{key}")
    for key in ("items", "if", "then", "else", "not"):
        if key in value:
            yield from nodes(value[key], f"{at}/{key}")
    for key in ("prefixItems", "allOf"):
        for index, item in enumerate(value.get(key, [])):
            yield from nodes(item, f"{at}/{key}{index}")


NODES = [(at, node) for name, content in SCHEMAS.items() for at, node in nodes(content, name)]


def test_every_key_is_described_in_both_languages() -> None:
    described = [
        (f"{at}/{key}", item)
        for at, node in NODES
        for key, item in [*node.get("properties", {}).items(), *node.get("$defs", {}).items()]
        if "/then" not in at and "/if" not in at
    ]
    assert len(described) > 100
    for at, item in described:
        both = schemafaults.both_languages(item["description"])
        assert item["title"], at
        assert any("ก" <= letter <= "๎" for letter in both.th), at
        assert both.en.isascii() or "ฉบับที่" in both.en, at


def test_every_choice_and_error_is_explained_in_both_languages() -> None:
    for at, node in NODES:
        if "enum" in node:
            assert len(node["enumDescriptions"]) == len(node["enum"]), at
        words = [*node.get("enumDescriptions", ()), node.get("errorMessage"), node.get("patternErrorMessage")]
        assert ("pattern" in node) == ("patternErrorMessage" in node), at
        assert all(schemafaults.both_languages(text) for text in words if text is not None), at


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_well_formed(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_examples_are_valid() -> None:
    examples = [(at, node, example) for at, node in NODES for example in node.get("examples", ())]
    assert len(examples) > 15
    for at, node, example in examples:
        file = at.split("/", 1)[0]
        schema = {"$ref": "#/$defs/x", "$defs": {**SCHEMAS[file].get("$defs", {}), "x": node}}
        errors = Draft202012Validator(schema, registry=REGISTRY).iter_errors(example)
        assert [error.message for error in errors] == [], at


def test_every_demand_of_the_schemas_has_words() -> None:
    demands = {key for _, node in NODES for key in node} - NEUTRAL
    assert demands == set(schemafaults._EXPLAINERS)
