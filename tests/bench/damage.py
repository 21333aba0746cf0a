"""What happens to Thai text on its way: the damage that published files show, and slips of the hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from random import Random

from khumue.thai import PRIVATE_USE

_MARKS = "ัิ-ฺ็-๎"
_CARRIED = re.compile(f"([ก-ฮ])([{_MARKS}]+)([ก-ฮะา])")
_PRIVATE = {healed: chr(code) for code, healed in reversed(PRIVATE_USE.items())}
_LETTERS = "กขคงจชดตทนบปพมยรลวสหอ"


def _displaced(text: str, _: Random) -> str:
    """ข้อมูล becomes ขอ้ มลู."""
    return _CARRIED.sub(r"\1\3\2 ", text)


def _swapped(text: str, _: Random) -> str:
    return _CARRIED.sub(r"\1\3\2", text)


def _tones_lost(text: str, _: Random) -> str:
    return re.sub("[็-๎]", "", text)


def _marks_lost(text: str, _: Random) -> str:
    return re.sub(f"[{_MARKS}]", "", text)


def _spaced(text: str, _: Random) -> str:
    return re.sub(f"[{_MARKS}]+", " ", text)


def _private_use(text: str, _: Random) -> str:
    return "".join(_PRIVATE.get(char, char) for char in text)


def _sara_am_split(text: str, rng: Random) -> str:
    return text.replace("ำ", rng.choice(("ํา", " ํา", " า", "าํ")))


DAMAGES: dict[str, Callable[[str, Random], str]] = {
    "displaced marks": _displaced,
    "swapped marks": _swapped,
    "tones lost": _tones_lost,
    "all marks lost": _marks_lost,
    "marks to spaces": _spaced,
    "private use": _private_use,
    "SARA AM split": _sara_am_split,
}


def typo(text: str, rng: Random) -> str:
    """The text with one slip in a letter that folding keeps: left out, doubled, replaced, or swapped with the next."""
    places = [at for at, char in enumerate(text) if "ก" <= char <= "ฮ"]
    at = rng.choice(places)
    match rng.randrange(4):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + text[at] + text[at:]
        case 2:
            return text[:at] + rng.choice([each for each in _LETTERS if each != text[at]]) + text[at + 1 :]
    pairs = [(a, b) for a, b in pairwise(places) if b == a + 1 and text[a] != text[b]]
    if not pairs:
        return text[:at] + text[at + 1 :]
    first, second = rng.choice(pairs)
    return text[:first] + text[second] + text[first] + text[second + 1 :]


def can_hold_typo(text: str) -> bool:
    """Whether a name is long enough for one: in five letters or fewer a slip makes another word."""
    return len([char for char in text if "ก" <= char <= "ฮ"]) >= 6
