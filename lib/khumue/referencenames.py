"""The names of laws, plans and policies, folded, and where they stand in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from khumue.document import DraftError
from khumue.frozen import frozen
from khumue.thai import compact, skeleton
from khumue.vocabulary import Reference

# A folded name this short also occurs inside other words, so the text itself must have it (แผนฯ 13).
SHORT = 9
START = 4
_KEYS = (8, 5, 4)  # characters by which names are looked up, as many as a name has
_ENGLISH = re.compile(r"[a-z]{12}")
_YEAR = re.compile(r"(?:25|26|20|19)\d\d")

# A plan of 1,000 pages names five laws, plans and policies on each page, and then twice as many.
MAX_MENTIONS = 10_000
_WITHIN = 3  # names that may stand inside the names found

Name = Sequence[str]
"""Skeleton, id of the series ("" for a decoy), id of the edition ("" for the series), and what must stand literally
where the skeleton is short or a short form ("" elsewhere)."""


@frozen
class ReferenceNames:
    """Names by their first characters, and the patterns that find the first four of them.

    One name may be that of two series: แผนพัฒนาจังหวัดและกลุ่มจังหวัด cites both plans. Looking for 850 names one after the
    other in 150 pages takes 16 ms, for their beginnings at once 5 ms. The pattern of the long English names is apart:
    most drafts have none, and making it takes longer than finding the others in ten pages.
    """

    starts: str
    english: str
    names: Mapping[str, Sequence[Name]]

    def named(self, folded: str) -> Iterator[Name]:
        """What a folded name, whole, is the name of."""
        beginnings = (folded[:length] for length in _KEYS if length <= len(folded))
        return (name for beginning in beginnings for name in self.names.get(beginning, ()) if name[0] == folded)


def fold_references(references: Iterable[Reference]) -> ReferenceNames:
    """The names of all series and editions, and their decoys."""
    unique: dict[tuple[str, str, str], Name] = {}
    for each in references:
        for reading in _names(each):
            unique.setdefault(reading[:3], reading)
    names: dict[str, list[Name]] = {}
    for name in sorted(unique.values(), key=itemgetter(0)):
        names.setdefault(name[0][: next(length for length in _KEYS if length <= len(name[0]))], []).append(name)
    english = {name[0][:START] for each in names.values() for name in each if _ENGLISH.match(name[0])}
    others = {name[0][:START] for each in names.values() for name in each if not _ENGLISH.match(name[0])}
    return ReferenceNames(starts=_pattern(sorted(others)), english=_pattern(sorted(english - others)), names=names)


def _names(reference: Reference) -> Iterator[tuple[str, str, str, str]]:
    for spelling in (reference.title.th, *reference.aliases.th, reference.title.en, *reference.aliases.en):
        yield _name(spelling, reference.id)
    for decoy in reference.decoys:
        yield _name(decoy, "")
    for edition in reference.editions:
        for spelling in (*edition.aliases.th, *edition.aliases.en):
            yield _name(spelling, reference.id, edition.id)


def _name(spelling: str, reference: str, edition: str = "") -> tuple[str, str, str, str]:
    folded = skeleton(spelling)
    sign = len(folded) < SHORT or spelling.endswith("ฯ")
    return folded, reference, edition, compact(spelling).casefold() if sign else ""


def _pattern(starts: Sequence[str]) -> str:
    """A pattern of all beginnings that takes one character only, so that no name hides behind the one before it."""
    by_first: dict[str, list[str]] = {}
    for start in starts:
        by_first.setdefault(start[0], []).append(start[1:])
    return "|".join(f"{first}(?={_branch(rest)})" for first, rest in by_first.items())


def _branch(rests: Sequence[str]) -> str:
    by_first: dict[str, list[str]] = {}
    for rest in rests:
        if rest:
            by_first.setdefault(rest[0], []).append(rest[1:])
    if not by_first:
        return ""
    branches = [first + _branch(rest) for first, rest in by_first.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@frozen
class Hit:
    """A name that stands at a place of the folded text; `series` are those that share it, none for a decoy."""

    start: int
    end: int
    series: tuple[Name, ...]


def find_beginnings(folded: str, names: ReferenceNames) -> Iterator[int]:
    """Where the first four characters of any name stand."""
    letters = folded.encode("cp874")  # patterns of bytes are made in half the time
    for pattern in (names.starts, names.english) if _ENGLISH.search(folded) else (names.starts,):
        for match in re.finditer(pattern.encode("cp874"), letters):
            yield match.start()


def find_names(folded: str, names: ReferenceNames) -> list[Hit]:
    """Where names stand, in reading order. No character belongs to two of them: the longest has it.

    Raises DraftError where a draft names more than any plan does.
    """
    found: dict[tuple[int, int], list[Name]] = {}
    for at in find_beginnings(folded, names):
        for length in _KEYS:
            for name in names.names.get(folded[at : at + length], ()):
                if folded.startswith(name[0], at):
                    found.setdefault((-len(name[0]), at), []).append(name)
        check_mentions(len(found), _WITHIN * MAX_MENTIONS)
    taken = bytearray(len(folded))
    hits = []
    for (length, at), sharing in sorted(found.items()):
        end = at - length
        if not any(taken[at:end]) and not _cuts_number(folded, end):
            taken[at:end] = b"\1" * (end - at)
            hits.append(Hit(start=at, end=end, series=tuple(name for name in sharing if name[1])))
    check_mentions(len(hits), MAX_MENTIONS)
    return sorted(hits, key=lambda hit: hit.start)


def check_mentions(count: int, most: int) -> None:
    """Raises DraftError for more names than a plan has."""
    if count > most:
        raise DraftError("too-many-mentions", limit=f"{most:,}")


def _cuts_number(folded: str, end: int) -> bool:
    """แผนฯ 1 is not in แผนฯ 13."""
    return folded[end - 1].isdigit() and folded[end : end + 1].isdigit() and not _YEAR.match(folded, end)
