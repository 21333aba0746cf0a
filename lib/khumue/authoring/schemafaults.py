"""What a data file's schema says is wrong, in the reader's words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from khumue.authoring.faults import NO_HINT, Fault, KeyPath, say, suggest, suggest_nearest
from khumue.authoring.yamlfiles import Source
from khumue.model import Text

SCHEMAS = Path(__file__).parents[1] / "schema"
LANGUAGE_MARK = " · "
"""Descriptions and error messages of the schemas read "English · ไทย"."""
COMMON_ERA = 543
"""So many years the Buddhist era is ahead of the common era."""
SHOWN = 60
"""So many characters of a list or mapping are shown."""

_FORMATS = FormatChecker(["date"])


@dataclass(frozen=True, kw_only=True)
class _Breach:
    """One point where a value does not fit: the schema around it, what it demands, and how the value is written."""

    value: Any
    written: str | None
    schema: Any
    demand: Any
    problem: str


Explained = tuple[KeyPath, str, dict[str, object]]
"""A key below the value's own path, the name of the words, and the values that fill them in."""


def find_schema_faults(source: Source, schema: str) -> Iterator[tuple[KeyPath, Fault]]:
    """Every fault of the file by its schema, with the key path that it stands at."""
    for error in _validator(schema).iter_errors(source.data):
        at = tuple(error.absolute_path)
        breach = _Breach(
            value=error.instance,
            written=source.written.get(at),
            schema=error.schema,
            demand=error.validator_value,
            problem=error.message,
        )
        for key, word, values in _EXPLAINERS[str(error.validator)](breach):
            yield at, source.fault((*at, *key), word, **values)


@cache
def _validator(schema: str) -> Draft202012Validator:
    contents = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.schema.json")}
    registry: Registry[Any] = Registry().with_resources(
        (name, DRAFT202012.create_resource(content)) for name, content in contents.items()
    )
    return Draft202012Validator(contents[f"{schema}.schema.json"], registry=registry, format_checker=_FORMATS)


def _unknown_keys(breach: _Breach) -> Iterator[Explained]:
    known = breach.schema["properties"]
    free = [key for key in known if key not in breach.value]
    for key in breach.value:
        if key not in known:
            yield (key,), "unknown-key", {"key": key, "hint": suggest_nearest(key, free)}


def _missing_key(breach: _Breach) -> Iterator[Explained]:
    key = next(key for key in breach.demand if f"'{key}' is a required" in breach.problem)
    described = breach.schema.get("errorMessage") or breach.schema["properties"][key]["description"]
    yield (), "missing-key", {"key": key, "what": both_languages(described)}


def _not_a_choice(breach: _Breach) -> Iterator[Explained]:
    value = _show(breach)
    yield (), "not-a-choice", {"value": value, "hint": suggest(value.strip('"'), breach.demand)}


def _wrong_type(breach: _Breach) -> Iterator[Explained]:
    wanted = breach.demand if isinstance(breach.demand, str) else breach.demand[0]
    read = say(_kind(breach.value))
    if breach.value is None:
        yield (), "empty", {"expected": say(wanted)}
    elif wanted == "string" and breach.written is not None:
        yield (), "needs-quotes", {"value": breach.written, "read": read}
    elif wanted == "array" and isinstance(breach.value, str):
        yield (), "needs-brackets", {"value": _show(breach)}
    else:
        yield (), "type", {"expected": say(wanted), "read": read, "value": _show(breach)}


def _too_long(breach: _Breach) -> Iterator[Explained]:
    yield (), "too-long", {"value": breach.value, "length": len(breach.value), "limit": breach.demand}


def _too_few(breach: _Breach) -> Iterator[Explained]:
    yield (), "too-few", {"length": len(breach.value), "limit": breach.demand}


def _too_many(breach: _Breach) -> Iterator[Explained]:
    yield (), "too-many", {"length": len(breach.value), "limit": breach.demand}


def _repeated(breach: _Breach) -> Iterator[Explained]:
    value = next(item for index, item in enumerate(breach.value) if item in breach.value[:index])
    yield (), "repeated", {"value": value}


def _out_of_range(breach: _Breach) -> Iterator[Explained]:
    low, high = breach.schema["minimum"], breach.schema.get("maximum")
    if high is None:
        yield (), "below", {"value": breach.value, "low": low}
        return
    buddhist = breach.value + COMMON_ERA
    hint = say("common-era", year=breach.value, buddhist=buddhist) if low <= buddhist <= high else NO_HINT
    yield (), "out-of-range", {"value": breach.value, "low": low, "high": high, "hint": hint}


def _pattern(breach: _Breach) -> Iterator[Explained]:
    yield (), "pattern", {"value": breach.value, "rule": both_languages(breach.schema["patternErrorMessage"])}


def _forbidden(breach: _Breach) -> Iterator[Explained]:
    yield (), "forbidden", {"rule": both_languages(breach.schema["errorMessage"])}


_EXPLAINERS: Mapping[str, Callable[[_Breach], Iterator[Explained]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_key,
    "enum": _not_a_choice,
    "type": _wrong_type,
    "maxLength": _too_long,
    "minItems": _too_few,
    "maxItems": _too_many,
    "uniqueItems": _repeated,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "pattern": _pattern,
    "format": _pattern,
    "not": _forbidden,
}


def both_languages(words: str) -> Text:
    """The two halves of a schema's description or error message."""
    english, thai = words.split(LANGUAGE_MARK)
    return Text(th=thai, en=english)


def _kind(value: object) -> str:
    """The JSON name of the value's type."""
    if isinstance(value, bool):
        return "boolean"
    names = {dict: "object", list: "array", str: "string", int: "integer", float: "number", type(None): "null"}
    return names[type(value)]


def _show(breach: _Breach) -> str:
    """The value as written, in quotes; a list or mapping as the start of its JSON."""
    if breach.written is not None:
        return f'"{breach.written}"'
    shown = json.dumps(breach.value, ensure_ascii=False)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}..."
