"""How the texts of data files are typed, and that both languages are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from khumue.authoring.faults import Fault, KeyPath
from khumue.authoring.yamlfiles import Source
from khumue.thai import arabic

_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_THAI_DIGITS = re.compile("[๐-๙]")
_SPLIT_SARA_AM = re.compile("\u0e4d[\u0e48-\u0e4b]?\u0e32")
_THAI_LETTERS = re.compile("[ก-ฮะ-ูเ-ๆ]")
_LETTERS = re.compile(r"[^\W\d_]")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|‘[^’]*’|\([^)]*\)|\[[^]]*\]')


def find_text_faults(source: Source) -> Iterator[Fault]:
    """Faults of every text of the file."""
    for at, value in _walk(source.data, ()):
        if isinstance(value, str):
            yield from _typing_faults(source, at, value)
        elif isinstance(value, dict):
            yield from _language_faults(source, at, value)


def _walk(value: Any, at: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    yield at, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*at, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, (*at, index))


def _typing_faults(source: Source, at: KeyPath, text: str) -> Iterator[Fault]:
    hidden = _HIDDEN.search(text)
    if hidden:
        shown = _HIDDEN.sub("␣", text)
        yield source.fault(at, "hidden-character", value=shown, code=f"U+{ord(hidden[0]):04X}")
    if _THAI_DIGITS.search(text):
        yield source.fault(at, "thai-digits", value=text, arabic=arabic(text))
    if _SPLIT_SARA_AM.search(text):
        yield source.fault(at, "split-sara-am", value=text)
    if "เเ" in text:
        yield source.fault(at, "double-sara-e", value=text)
    if text.strip() and text != text.strip():
        yield source.fault(at, "outer-space", value=text.strip())


def _language_faults(source: Source, at: KeyPath, pair: dict[str, Any]) -> Iterator[Fault]:
    thai, english = pair.get("th"), pair.get("en")
    if isinstance(english, list):
        for index, name in enumerate(english):
            if isinstance(name, str) and _mostly_thai(name):
                yield source.fault((*at, "en", index), "thai-in-english", value=name)
    if not isinstance(thai, str) or not isinstance(english, str) or at[-1:] == ("abbreviation",):
        return
    if thai == english and _THAI_LETTERS.search(thai):
        yield source.fault(at, "same-text", value=thai)
    elif _mostly_thai(english):
        yield source.fault((*at, "en"), "thai-in-english", value=english)


def _mostly_thai(text: str) -> bool:
    """Whether more than half of the letters are Thai, quoted and bracketed official names aside."""
    outside = _QUOTED.sub("", text)
    counted = outside if _LETTERS.search(outside) else text
    return 2 * len(_THAI_LETTERS.findall(counted)) > len(_LETTERS.findall(counted))
