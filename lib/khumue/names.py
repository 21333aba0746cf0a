"""Which known names a line of a draft is: exact, folded or near, and never a look-alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from khumue.frozen import frozen
from khumue.thai import arabic, clean, contradicts, edits, skeleton, skeleton_positions

Match = Literal["exact", "folded", "near"]

# A name may go on with whose it is, for which year or which classes: วิสัยทัศน์ของสำนักงานเขตพื้นที่การศึกษา, งบประมาณ
# ประจำปี 2570. Not every owner will do: the vision of a ministry or a province is not the plan's.
_OWNER = (
    r"(ของ)?(สานกงาน(?!คณะกรรมการ|ปลด|สภา|งบ|เลขา|ศกษาธการภาค)|สพป|สพม|ศธจ)"
    r"|ของ(เขตพนท|สถานศกษา|โรงเรยน|อาเภอ|กลมนโยบาย|แผน(ปฏบต|พฒนาการศกษา(?!แหงชาต)|น))"
    r"|ของ(หนวยงาน|สวนราชการ|องคกา?ร|พนท|เรา)(?=$|ประจาป|ปงบ|ปการ|พศ|25)"
)
_WHEN = r"(ใน)?ปงบประมาณ|ประจาป|ปการศกษา|ระยะ\dป|พศ|25\d\d|ฉบบท"
_WHAT = r"ชน(ประถม|มธยม|ป\d|ม\d)|งบ(ลงทน|ดาเนนงาน|อดหนน|บคลากร)|โดยยอ$|โดยสงเขป$|vision$|mission$|goal"
_TAIL = re.compile(f"{_OWNER}|{_WHEN}|{_WHAT}")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_QUOTES = re.compile(r"[“”\"‘’'«»*_:：]+")
# The letter of the page stands before or after a heading where a page's head was read with it: ก คำนำ.
_PAGE_LETTER = re.compile(r"^\s*[ก-ฌ]\s+(?=[^\s])|(?<=\S)\s+[ก-ฌ]\s*$")
_SUBJECT = skeleton("เรื่อง")
_PROJECT = skeleton("ชื่อโครงการ")

_LONG_ENOUGH_FOR_TAIL = 6
# Longer lines that begin with a name, or that define one, are running text.
_LONGEST_OWNED = 110
_DEFINES = skeleton("หมายถึง")

# Between the names of a heading that holds several parts.
_AND = ("และ", "กบ", "and")
_JOINTS = frozenset(",/;&–—-")
# An analysis of A and B, a review of A and B: what governs the first name governs all.
_GOVERNING = ("การ", "ผล", "ความ", "แนวทาง", "สรุป", "ข้อมูล")

# The longest name has about 90 characters; a longer line is running text.
MAX_LENGTH = 160


@frozen
class NameMatch:
    """The name that a text was found to be: whose it is and its spelling. `rest` is what followed a colon.

    An `old` name is no longer in use. An `inner` one is that of something that usually stands in the part: the author
    confirms that the part is there, so that it is a near match.
    """

    id: str
    spelling: str
    match: Match
    rest: str = ""
    old: bool = False
    inner: bool = False


Folded = Mapping[str, str]
"""By skeleton, the id and the spelling of each name, and "old" or "inner" where it is, as `split_names` reads them; a
decoy has the id "". Several ids share a spelling that names all of them. Folding 2,400 names takes 14 ms, so that the
shipped registry holds them folded; as one text for each skeleton they are loaded twice as fast as in lists."""


@cache
def split_names(joined: str) -> tuple[Sequence[str], ...]:
    """The names that share a place of an index: id|spelling;id|spelling|old."""
    return tuple(name.split("|") for name in joined.split(";")) if joined else ()


def join_names(names: Iterable[Sequence[str]]) -> str:
    """The names as `split_names` reads them; the signs that part them there become spaces."""
    return ";".join("|".join(part.translate(_PARTING) for part in name) for name in names)


_PARTING = str.maketrans("|;", "  ")


def fold_names(names: Iterable[Sequence[str]], decoys: Iterable[str]) -> Folded:
    """Names (id, spelling, and "old" or "inner" where it is) by skeleton."""
    folded: dict[str, list[Sequence[str]]] = {}
    for name in names:
        folded.setdefault(skeleton(name[1]), []).append(name)
    for decoy in decoys:
        folded.setdefault(skeleton(decoy), [("", decoy)])
    return {name: join_names(sharing) for name, sharing in folded.items()}


class NameIndex:
    """Finds names in lines."""

    def __init__(self, folded: Folded) -> None:
        self._names = folded
        self._by_length: dict[int, list[str]] = {}
        for name in folded:
            self._by_length.setdefault(len(name), []).append(name)
        self._lengths = sorted(self._by_length, reverse=True)
        self._letters: dict[str, int] = {}

    def find(self, text: str) -> NameMatch | None:
        """The name that a whole line is, but for its case, marks, spaces, brackets and owner; of several, the first."""
        return next(iter(self.find_all(text)), None)

    def find_all(self, text: str) -> tuple[NameMatch, ...]:
        """All parts that a whole line names: most often one, but more in วิสัยทัศน์ พันธกิจ และค่านิยม."""
        for wording, rest in _wordings(text):
            folded = skeleton(wording)
            named = self._agreeing(folded, wording) or self._owned(folded, wording)
            if named:
                return _matches(named, wording, rest)
        return self._joint(_BRACKETS.sub(" ", _QUOTES.sub(" ", text)))

    def find_near(self, text: str) -> NameMatch | None:
        """The one name within the edit budget of a line; none if a look-alike is as near, or two names are.

        Budget: 0, 1, 2 or 3 edits for fewer than 6, 14, 26 or more skeleton characters, digits equal. Measured with
        decoys over 1,080 lines of real manuals: 0 wrong, where a similarity of 90 % was wrong in 32 of 240.
        """
        without = _BRACKETS.sub("", text)
        near = self._nearest(skeleton(text)) if without != text else ()
        return next(iter(_matches(near or self._nearest(skeleton(without)), match="near")), None)

    def _nearest(self, folded: str) -> Sequence[Sequence[str]]:
        budget = (len(folded) >= 6) + (len(folded) >= 14) + (len(folded) >= 26)
        if not budget or len(folded) > MAX_LENGTH:
            return ()
        found = sorted((edits(folded, name, budget), name) for name in self._candidates(folded, budget))
        found = [each for each in found if each[0] <= budget]
        if not found or (len(found) > 1 and found[0][0] == found[1][0]):
            return ()
        return split_names(self._names[found[0][1]])

    def _agreeing(self, folded: str, wording: str) -> list[Sequence[str]]:
        return [name for name in split_names(self._names.get(folded, "")) if not contradicts(wording, name[1])]

    def _owned(self, folded: str, wording: str) -> list[Sequence[str]]:
        """The longest name that the line begins with, if only its owner or year follows.

        None where the line begins with a look-alike, or is another name but for a slip.
        """
        if len(folded) > _LONGEST_OWNED or _DEFINES in folded or not _TAIL.search(folded, _LONG_ENOUGH_FOR_TAIL):
            return []
        for length in self._lengths:
            if _LONG_ENOUGH_FOR_TAIL <= length < len(folded) and folded[:length] in self._names:
                named = split_names(self._names[folded[:length]])
                if _TAIL.match(folded, length) or not named[0][0]:
                    slip = {name[0] for name in self._nearest(folded)} - {name[0] for name in named}
                    return [] if slip else self._agreeing(folded[:length], wording)
        return []

    def _joint(self, text: str) -> tuple[NameMatch, ...]:
        """The names of a line that is nothing but names.

        Columns of a table that were read as one line are names, too, and so are pieces of running text: an "and", a
        comma or a stroke must join them somewhere.
        """
        if len(text) > _LONGEST_OWNED or not (_JOINTS.intersection(text) or "และ" in text or " and " in text):
            return ()
        folded, places = skeleton(text), skeleton_positions(text)
        pieces = self._pieces(text, folded, places, 0)
        if not pieces or len(pieces) < 2 or not _equals([piece[0][1] for piece in pieces]):
            return ()
        names = {name[0]: name for piece in pieces for name in piece}
        return _matches(names.values())

    def _pieces(self, text: str, folded: str, places: Sequence[int], at: int) -> list[Sequence[Sequence[str]]] | None:
        """The names that make up a folded text from a place on, the longest first; None where they do not."""
        if at == len(folded):
            return []
        for length in self._lengths:
            end = at + length
            named = split_names(self._names.get(folded[at:end], "")) if end <= len(folded) else ()
            if not named or not named[0][0]:
                continue
            for following in _following(text, folded, places, end):
                rest = self._pieces(text, folded, places, following)
                if rest is not None and not contradicts(text[places[at] : _start(text, places, end)], named[0][1]):
                    return [named, *rest]
        return None

    def _candidates(self, folded: str, budget: int) -> Iterator[str]:
        letters, digits = _letters(folded), [c for c in folded if c.isdigit()]
        for length in range(len(folded) - budget, len(folded) + budget + 1):
            for name in self._by_length.get(length, ()):
                own = self._letters.get(name) or self._letters.setdefault(name, _letters(name))
                if (
                    # An edit takes away at most one letter and brings in at most one.
                    (letters & ~own).bit_count() <= budget
                    and (own & ~letters).bit_count() <= budget
                    and digits == [c for c in name if c.isdigit()]
                ):
                    yield name


def _letters(folded: str) -> int:
    """Which letters a skeleton has, one bit each."""
    bits = 0
    for letter in frozenset(folded):
        bits |= 1 << (ord(letter) & 127)
    return bits


def _matches(
    named: Iterable[Sequence[str]], wording: str = "", rest: str = "", match: Match = "folded"
) -> tuple[NameMatch, ...]:
    """One match for each part that is named, exact where one spelling is. A decoy is no match."""
    found: dict[str, NameMatch] = {}
    for name_id, spelling, *kind in named:
        same = _same(wording, spelling)
        if name_id and (name_id not in found or same):
            found[name_id] = NameMatch(
                id=name_id,
                spelling=spelling,
                match="near" if "inner" in kind else "exact" if same else match,
                rest=rest,
                old="old" in kind,
                inner="inner" in kind,
            )
    return tuple(found.values())


def _same(wording: str, spelling: str) -> bool:
    return wording == spelling or clean(arabic(wording)) == clean(arabic(spelling))


def _equals(names: Sequence[str]) -> bool:
    """Whether no name governs the others: การบริหารแผนและการติดตาม are two, การวิเคราะห์งบประมาณและโครงการ is one."""
    governed = names[0].startswith(_GOVERNING)
    return not governed or all(name.startswith(_GOVERNING) for name in names)


def _start(text: str, places: Sequence[int], at: int) -> int:
    return places[at] if at < len(places) else len(text)


def _following(text: str, folded: str, places: Sequence[int], end: int) -> Iterator[int]:
    """Where the next name of a joint heading may begin after one that ends here."""
    if end == len(folded) or _TAIL.match(folded, end):
        yield len(folded)
        return
    for connective in _AND:
        if folded.startswith(connective, end) and end + len(connective) < len(folded):
            yield end + len(connective)
    if any(char.isspace() or char in _JOINTS for char in text[places[end - 1] + 1 : places[end]]):
        yield end


def _wordings(text: str) -> Iterator[tuple[str, str]]:
    """The line itself, without what it has in brackets or beside it, and what stands before a colon with the rest."""
    plain = _QUOTES.sub(" ", text)
    if len(plain) <= MAX_LENGTH:
        yield plain, ""
        without = _BRACKETS.sub(" ", plain)
        if without != plain and without.strip():
            yield without, ""
        lone = _PAGE_LETTER.sub("", without)
        if lone != without:
            yield lone, ""
        beginning = skeleton(plain[:24])
        if beginning.startswith(_SUBJECT):
            yield plain[_after(plain, _SUBJECT) :], ""
        elif beginning.startswith(_PROJECT):
            at = _after(plain, _PROJECT)
            yield plain[:at], plain[at:].strip()
    before, colon, after = text.partition(":")
    if colon and after.strip() and len(before) <= MAX_LENGTH and text.count("(") == text.count(")"):
        yield _BRACKETS.sub(" ", before), after.strip()


def _after(text: str, beginning: str) -> int:
    """Where a text goes on after a folded beginning."""
    return _start(text, skeleton_positions(text), len(beginning))
