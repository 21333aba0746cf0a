"""Numbers of list items as the office programs count and write them: ๑, ก, iv, 1.2."""

from __future__ import annotations

import re
from collections.abc import Mapping

MAX_LABEL = 100  # characters of what a list writes around its numbers; a crafted one may write a book for each item
_FIELD = re.compile(r"%([0-9]+)")

_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"  # without ฃ and ฅ, which nobody counts with
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LARGEST = 10_000  # no draft has more items; a crafted one may ask for more


def written(value: int, form: str) -> str:
    """A number in a form that is named as in Word (decimal, thaiLetters, upperRoman ...); unknown forms are decimal."""
    if form in {"none", "bullet"}:
        return ""
    if form == "thaiNumbers":
        return str(value).translate(_THAI_DIGITS)
    if not 0 < value < _LARGEST:
        return str(value)
    if form == "thaiLetters":
        return _lettered(value, _THAI)
    if form in {"lowerLetter", "upperLetter"}:
        return _cased(_lettered(value, _LATIN), form)
    if form in {"lowerRoman", "upperRoman"}:
        return _cased(_roman(value), form)
    return f"{value:02}" if form == "decimalZero" else str(value)


class Level:
    """One level of a list. `text` is such as "%1.%2"; `restarts` is the level, from 1, that begins it anew, or 0."""

    def __init__(self) -> None:
        self.start = 1
        self.form = "decimal"
        self.text = ""
        self.style: str | None = None  # that of paragraphs which stand on this level
        self.legal = False  # numbers of the levels above are decimal here
        self.restarts: int | None = None


class Counter:
    """How far each level of a list has counted; levels count from 0."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def label(self, levels: Mapping[int, Level], at: int, start: int | None = None) -> str:
        """The number of the next item on a level, or of one that starts anew."""
        if start is None:
            start = self._counts[at] + 1 if at in self._counts else levels[at].start
        self._counts[at] = start
        for deeper in [each for each in self._counts if each > at]:
            restarts = levels[deeper].restarts if deeper in levels else None
            if restarts is None or at < restarts:
                del self._counts[deeper]
        own = levels[at]
        return _FIELD.sub(lambda field: self._number(levels, int(field[1]) - 1, own), own.text).strip()

    def _number(self, levels: Mapping[int, Level], at: int, own: Level) -> str:
        if at not in levels:
            return ""
        form = "decimal" if own.legal and levels[at] is not own else levels[at].form
        return written(self._counts.get(at, levels[at].start), form)


def _lettered(value: int, letters: str) -> str:
    """After the last letter each is doubled, then tripled."""
    times, place = divmod(value - 1, len(letters))
    return letters[place] * (times + 1)


def _roman(value: int) -> str:
    digits = []
    for worth, digit in _ROMAN:
        times, value = divmod(value, worth)
        digits.append(digit * times)
    return "".join(digits)


def _cased(number: str, form: str) -> str:
    return number.upper() if form.startswith("upper") else number
