"""The names of laws, plans and policies, folded, and where they stand in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter

from khumue.document import DraftError
from khumue.frozen import frozen
from khumue.names import join_names, split_names
from khumue.thai import compact, skeleton
from khumue.vocabulary import Reference

# A folded name this short also occurs inside other words, so the text itself must have it (แผนฯ 13).
SHORT = 9
START = 4
_KEYS = (8, 5, 4)  # characters by which names are looked up, as many as a name has
_YEAR = re.compile(r"(?:25|26|20|19)\d\d")

# A plan of 1,000 pages names five laws, plans and policies on each page, and then twice as many.
MAX_MENTIONS = 10_000
_WITHIN = 3  # names that may stand inside the names found

Name = Sequence[str]
"""Skeleton, id of the series ("" for a decoy), id of the edition ("" for the series), and what must stand literally
where the skeleton is short or a short form ("" elsewhere)."""


@frozen
class ReferenceNames:
    """Names by their first characters, and the first four of each.

    One name may be that of two series: แผนพัฒนาจังหวัดและกลุ่มจังหวัด cites both plans. Looking for 850 names one after the
    other in 150 pages takes 16 ms, for their 150 beginnings 3 ms; a pattern of all beginnings takes 5 ms, and 2 ms more
    to make.
    """

    starts: Sequence[str]
    names: Mapping[str, str]

    @cached_property
    def beginnings(self) -> tuple[bytes, ...]:
        """The first four characters as letters of cp874."""
        return tuple(start.encode("cp874") for start in self.starts)

    def named(self, folded: str) -> Iterator[Name]:
        """What a folded name, whole, is the name of."""
        beginnings = (folded[:length] for length in _KEYS if length <= len(folded))
        return (
            name for beginning in beginnings for name in split_names(self.names.get(beginning, "")) if name[0] == folded
        )


def fold_references(references: Iterable[Reference]) -> ReferenceNames:
    """The names of all series and editions, and their decoys."""
    unique: dict[tuple[str, str, str], Name] = {}
    for each in references:
        for reading in _names(each):
            unique.setdefault(reading[:3], reading)
    names: dict[str, list[Name]] = {}
    for name in sorted(unique.values(), key=itemgetter(0)):
        names.setdefault(name[0][: next(length for length in _KEYS if length <= len(name[0]))], []).append(name)
    joined = {beginning: join_names(sharing) for beginning, sharing in names.items()}
    return ReferenceNames(starts=sorted({beginning[:START] for beginning in names}), names=joined)


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


@frozen
class Hit:
    """A name that stands at a place of the folded text; `series` are those that share it, none for a decoy."""

    start: int
    end: int
    series: tuple[Name, ...]


def find_beginnings(folded: str, names: ReferenceNames) -> list[int]:
    """Where the first four characters of any name stand, in reading order."""
    found: list[int] = []
    letters = folded.encode("cp874")  # bytes are searched in half the time
    for start in names.beginnings:
        at = letters.find(start)
        while at >= 0:
            found.append(at)
            at = letters.find(start, at + 1)
    return sorted(found)


def find_names(folded: str, names: ReferenceNames) -> list[Hit]:
    """Where names stand, in reading order. No character belongs to two of them: the longest has it.

    Raises DraftError where a draft names more than any plan does.
    """
    found: dict[tuple[int, int], list[Name]] = {}
    for at in find_beginnings(folded, names):
        for length in _KEYS:
            for name in split_names(names.names.get(folded[at : at + length], "")):
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
