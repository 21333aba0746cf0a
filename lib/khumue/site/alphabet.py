"""Names in the order of a dictionary, Thai and English, and the letters that they stand under.

The libraries at hand do not do it: that of PyThaiNLP puts แผ่น after แผนงาน, and those that wrap ICU must be compiled.
A browser test compares this order with ICU's.
"""

from __future__ import annotations

import re

_LEADING_VOWEL = re.compile(r"([เ-ไ])([ก-ฮ])")
_THAI_MARKS = re.compile(r"[\u0e47-\u0e4e]")
_NO_LETTER = re.compile(r"[^\w\u0e01-\u0e4e]+|[_ฯๆ]")
_OTHER = "#"
# Latin letters come after the Thai ones.
_BEHIND_THAI = {code: code + 0x2000 for code in range(ord("a"), ord("z") + 1)}

SortKey = tuple[str, str, str]


def sort_key(name: str) -> SortKey:
    """By letters, Thai before Latin; names that differ only in tone marks or in case, by these. Signs do not count."""
    spoken = _spoken(name)
    return _THAI_MARKS.sub("", spoken).translate(_BEHIND_THAI), spoken, name.swapcase()


def first_letter(name: str) -> str:
    """The letter under which a name stands: its first consonant in Thai; # where it begins with a figure."""
    first = _spoken(name)[:1].upper()
    return first if first.isalpha() else _OTHER


def _spoken(name: str) -> str:
    """The letters and figures of a name, each leading vowel behind its consonant."""
    return _LEADING_VOWEL.sub(r"\2\1", _NO_LETTER.sub("", name).casefold())
