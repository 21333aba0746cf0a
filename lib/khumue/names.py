"""Which known name a line of a draft is: exact, folded or near, and never a look-alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from khumue.frozen import frozen
from khumue.thai import arabic, clean, contradicts, edits, skeleton

Match = Literal["exact", "folded", "near"]

# A name may go on with whose it is or for which year: วิสัยทัศน์ของสำนักงานเขตพื้นที่การศึกษา, งบประมาณ ประจำปี 2570.
_TAIL = re.compile(r"(ของ|ประจาป|ปงบประมาณ|ปการศกษา|พศ|สานกงาน|สพป|สพม|ศธจ|25\d\d|vision$|mission$|goal)")
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_QUOTES = re.compile(r"[“”\"‘’'«»*_:：]+")

_LONG_ENOUGH_FOR_TAIL = 6
# Longer lines that begin with a name, or that define one, are running text.
_LONGEST_OWNED = 110
_DEFINES = skeleton("หมายถึง")

# The longest name has about 90 characters; a longer line is running text.
MAX_LENGTH = 160


@frozen
class NameMatch:
    """The name that a text was found to be: whose it is and its spelling. `rest` is what followed a colon; `old` is a
    name of former years."""

    id: str
    spelling: str
    match: Match
    rest: str = ""
    old: bool = False


OLD = "old"

Folded = Mapping[str, Sequence[Sequence[str]]]
"""By skeleton, the id and the spelling of each name, then OLD if it is one; a decoy has the id "". Folding 1,700 names
takes 10 ms, so that the shipped registry holds them folded."""


def fold_names(names: Iterable[tuple[str, ...]], decoys: Iterable[str]) -> Folded:
    """Names (id, spelling, perhaps OLD) by skeleton. Two ids may share one only if their marks tell them apart."""
    folded: dict[str, list[Sequence[str]]] = {}
    for name in names:
        folded.setdefault(skeleton(name[1]), []).append(name)
    for decoy in decoys:
        folded.setdefault(skeleton(decoy), [("", decoy)])
    return folded


class NameIndex:
    """Finds names in lines."""

    def __init__(self, folded: Folded) -> None:
        self._names = folded
        self._by_length: dict[int, list[str]] = {}
        for name in folded:
            self._by_length.setdefault(len(name), []).append(name)
        self._lettered: dict[int, Sequence[tuple[str, int]]] = {}
        self._lengths = sorted((n for n in self._by_length if n >= _LONG_ENOUGH_FOR_TAIL), reverse=True)

    def find(self, text: str) -> NameMatch | None:
        """The name that a whole line is, but for its case, marks, spaces, brackets and owner."""
        for wording, rest in _wordings(text):
            folded = skeleton(wording)
            named = self._agreeing(folded, wording) or self._owned(folded, wording)
            if named is not None:
                same = clean(arabic(wording)) == clean(arabic(named[1]))
                return _match(named, "exact" if same else "folded", rest)
        return None

    def find_near(self, text: str) -> NameMatch | None:
        """The one name within the edit budget of a line; none if a look-alike is as near, or two names are.

        Budget: 0, 1, 2 or 3 edits for fewer than 6, 14, 26 or more skeleton characters, digits equal. Measured with
        decoys over 1,080 lines of real manuals: 0 wrong, where a similarity of 90 % was wrong in 32 of 240.
        """
        folded = skeleton(_BRACKETS.sub("", text))
        budget = (len(folded) >= 6) + (len(folded) >= 14) + (len(folded) >= 26)
        if not budget or len(folded) > MAX_LENGTH:
            return None
        found = sorted((edits(folded, name, budget), name) for name in self._candidates(folded, budget))
        found = [each for each in found if each[0] <= budget]
        if not found or (len(found) > 1 and found[0][0] == found[1][0]):
            return None
        return _match(self._names[found[0][1]][0], "near")

    def _agreeing(self, folded: str, wording: str) -> Sequence[str] | None:
        return next((name for name in self._names.get(folded, ()) if not contradicts(wording, name[1])), None)

    def _owned(self, folded: str, wording: str) -> Sequence[str] | None:
        if len(folded) > _LONGEST_OWNED or _DEFINES in folded or not _TAIL.search(folded, _LONG_ENOUGH_FOR_TAIL):
            return None
        for length in self._lengths:
            if length < len(folded) and folded[:length] in self._names and _TAIL.match(folded, length):
                return self._agreeing(folded[:length], wording)
        return None

    def _candidates(self, folded: str, budget: int) -> Iterator[str]:
        letters, digits = _letters(folded), [c for c in folded if c.isdigit()]
        for length in range(len(folded) - budget, len(folded) + budget + 1):
            for name, own in self._with_letters(length):
                if (
                    # An edit takes away at most one letter and brings in at most one.
                    (letters & ~own).bit_count() <= budget
                    and (own & ~letters).bit_count() <= budget
                    and digits == [c for c in name if c.isdigit()]
                ):
                    yield name

    def _with_letters(self, length: int) -> Sequence[tuple[str, int]]:
        """The names of a length with their letters; a line is compared with some 500 of them."""
        if length not in self._lettered:
            self._lettered[length] = [(name, _letters(name)) for name in self._by_length.get(length, ())]
        return self._lettered[length]


def _letters(folded: str) -> int:
    """The letters as bits; where a Thai and a Latin one share a bit, a candidate more is looked at."""
    bits = 0
    for letter in folded:
        bits |= 1 << (ord(letter) & 127)
    return bits


def _match(name: Sequence[str], match: Match, rest: str = "") -> NameMatch | None:
    """A decoy is no match."""
    name_id, spelling, *marks = name
    return NameMatch(id=name_id, spelling=spelling, match=match, rest=rest, old=OLD in marks) if name_id else None


def _wordings(text: str) -> Iterator[tuple[str, str]]:
    """The line itself, without what it has in brackets, and what stands before a colon with what follows it."""
    plain = _QUOTES.sub(" ", text)
    if len(plain) <= MAX_LENGTH:
        yield plain, ""
        without = _BRACKETS.sub(" ", plain)
        if without != plain and without.strip():
            yield without, ""
    before, colon, after = text.partition(":")
    if colon and after.strip() and len(before) <= MAX_LENGTH:
        yield _BRACKETS.sub(" ", before), after.strip()
