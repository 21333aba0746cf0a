"""Plain values as the lines of a data file: what YAML needs quoted is quoted, long texts are folded, keys explained."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any

from khumue.authoring.shapes import Shape, example

WIDTH = 120
"""Lines of data files are not longer."""

_SHORT = 6
"""Where keys are explained, entries of more lines than this stand apart."""

# What YAML reads as the text that it is, wherever it stands after a colon.
_PLAIN = re.compile(r"[A-Za-zก-ฮเ-ไ][A-Za-z0-9ก-๙ ()/.,“”’–-]*(?<! )|20\d\d-\d\d-\d\d")
_ID = re.compile(r"[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?")
_READ_OTHERWISE = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


@dataclass(frozen=True, kw_only=True)
class Explaining:
    """Comments in both languages above each key where it stands first, and absent keys as comments of their own.

    `given` has by key what stands in the example of an absent one.
    """

    given: Mapping[str, Any]
    _seen: set[str] = field(default_factory=set)

    def is_first(self, key: str, shape: Shape) -> bool:
        """Whether this was not yet said of a key of this name."""
        said = f"{key}: {shape.description.en}"
        is_first = said not in self._seen
        self._seen.add(said)
        return is_first


def write_list(entries: Iterable[Any], shape: Shape, explaining: Explaining | None = None) -> str:
    """A list of entries, as vocabularies are."""
    return "".join(f"{line}\n" for entry in entries for line in _item(entry, shape.items, 0, explaining))


def write_mapping(value: Mapping[str, Any], shape: Shape, explaining: Explaining | None = None) -> str:
    """A mapping, as a procedure is: with an empty line before every key where they are explained."""
    return "".join(f"{line}\n" for line in _mapping(value, shape, 0, explaining)).lstrip("\n")


def _mapping(value: Mapping[str, Any], shape: Shape, indent: int, explaining: Explaining | None) -> Iterator[str]:
    pad = " " * indent
    for key in shape.keys:
        inner = shape.inner(key)
        absent = key not in value or (key not in shape.required and _says_nothing(value[key], inner))
        is_first = explaining is not None and explaining.is_first(key, inner)
        if absent and not is_first:
            continue
        if is_first:
            yield from _explained(inner, indent)
        if not absent:
            yield from _pair(key, value[key], inner, indent, explaining)
            continue
        assert explaining is not None
        shown = explaining.given[key] if key in explaining.given else example(inner, explaining.given)
        for line in _pair(key, shown, inner, indent, explaining):
            yield f"{pad}#{line[indent:]}" if line else line


def _explained(shape: Shape, indent: int) -> Iterator[str]:
    """What a key is for, Thai and English, and what may be chosen."""
    if indent == 0:
        yield ""
    yield from _comment(shape.description.th, indent)
    yield from _comment(shape.description.en, indent)
    for name, meaning in shape.choices.items():
        yield from _comment(f"- {name}: {meaning.th} / {meaning.en}", indent)


def _comment(text: str, indent: int) -> list[str]:
    mark = " " * indent + "# "
    return wrap(text, WIDTH, initial_indent=mark, subsequent_indent=mark, break_long_words=False)


def _pair(key: str, value: Any, shape: Shape, indent: int, explaining: Explaining | None) -> Iterator[str]:
    start = f"{' ' * indent}{key}:"
    if isinstance(value, Mapping):
        yield start
        yield from _mapping(value, shape, indent + 2, explaining)
    elif isinstance(value, list):
        in_line = f"{start} [{', '.join(map(_in_brackets, value))}]"
        if all(not isinstance(item, dict | list) for item in value) and len(in_line) <= WIDTH:
            yield in_line
            return
        yield start
        for place, item in enumerate(value):
            lines = [*_item(item, shape.items, indent + 2, explaining)]
            if explaining is not None and place > 0 and len(lines) > _SHORT:
                yield ""
            yield from lines
    else:
        yield from _scalar(start, value, indent)


def _item(value: Any, shape: Shape, indent: int, explaining: Explaining | None) -> Iterator[str]:
    """An entry of a list; what is said before its first key stands before its hyphen."""
    pad = " " * indent
    if not isinstance(value, Mapping):
        yield from _scalar(f"{pad}-", value, indent)
        return
    begun = False
    for line in _mapping(value, shape, indent + 2, explaining):
        if not begun and line and not line.lstrip().startswith("#"):
            begun = True
            yield f"{pad}- {line[indent + 2 :]}"
        else:
            yield line


def _scalar(start: str, value: Any, indent: int) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{start} {json.dumps(value, ensure_ascii=False)}"
        return
    text = value if _is_plain(value) else json.dumps(value, ensure_ascii=False)
    if len(start) + 1 + len(text) <= WIDTH or " ".join(value.split()) != value:
        yield f"{start} {text}"
        return
    yield f"{start} >-"
    pad = " " * (indent + 2)
    yield from wrap(
        value, WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False
    )


def _says_nothing(value: Any, shape: Shape) -> bool:
    """Whether it is what holds anyway: the default, a list without entries, or a mapping of nothing but such lists."""
    if isinstance(value, Mapping):
        return all(each == [] for each in value.values())
    return bool(value in ([], shape.plain.get("default", [])))


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and text.lower() not in _READ_OTHERWISE


def _in_brackets(value: Any) -> str:
    is_id = isinstance(value, str) and _ID.fullmatch(value) and value not in _READ_OTHERWISE
    return value if is_id else json.dumps(value, ensure_ascii=False)
