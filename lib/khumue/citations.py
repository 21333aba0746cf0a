"""Text to references: which series a draft cites, with the edition and years that it writes.

Titles are found on the skeleton, so that lost marks and spaces do not hide them; edition and years are read from the
text after the title with marks and spaces dropped. 1,280 of 1,280 spellings were read so, 468 from the raw text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, islice
from operator import itemgetter

from khumue.document import Block, Document, DraftError, Place
from khumue.frozen import frozen
from khumue.thai import MARKS, PRIVATE_USE, buddhist_year, clean, compact, skeleton, skeleton_positions
from khumue.vocabulary import Reference, Years

_YEAR = r"(?:25|26|20|19)\d\d"
_ERA = r"(?:พ\.?ศ\.?|ค\.?ศ\.?|พทธศกราช|ประจา|ปงบประมาณ|ปการศกษา|ป|b\.?e\.?|a\.?d\.?)*"
_SPELLED = {
    "สบเอด": "11",
    "สบสอง": "12",
    "สบสาม": "13",
    "สบส": "14",
    "สบหา": "15",
}  # as the gazette writes plan numbers
_TAIL = re.compile(
    r"[.,ฯ]?(?:ระยะ)?(?:\d{1,2}ป)?[,]?"
    rf"(?:[(\[]?ฉบบ(?:ท)?(?P<edition>\d{{1,2}}(?=\D|$|{_YEAR})|{'|'.join(_SPELLED)})[)\]]?|[(\[]?ฉบบปรบปรง[)\]]?)?"
    # A motto may stand between the name and its years: ยุทธศาสตร์ชาติ 20 ปี “มั่นคง มั่งคั่ง ยั่งยืน” (พ.ศ. 2561-2580).
    r"(?:[“\"‘][^”\"’]{1,40}[”\"’])?"
    rf"[(\[,]*{_ERA}(?P<first>{_YEAR})?(?:(?:[-–—−~]|ถง|to){_ERA}(?P<last>{_YEAR}|\d\d(?!\d)))?",
    re.IGNORECASE,
)
_TAIL_LENGTH = 140

# A plan of 1,000 pages names five laws, plans and policies on each page, and then twice as many.
MAX_MENTIONS = 10_000

# A folded name this short also occurs inside other words, so the text itself must have it (แผนฯ 13).
_SHORT = 9


@frozen
class Mention:
    """One place where a series is named. `edition_id` is set where the name is that of one edition alone."""

    reference: str
    edition_id: str | None
    text: str
    edition: str | None
    years: Years | None
    block: int
    place: Place


ReferenceNames = Sequence[Sequence[str]]
"""Names of series, longest first: skeleton, id of the series ("" for a decoy), id of the edition ("" for the series),
and what must stand literally where the skeleton is short ("" elsewhere). One name may be that of two series:
แผนพัฒนาจังหวัดและกลุ่มจังหวัด cites both plans."""


def fold_references(references: Iterable[Reference]) -> ReferenceNames:
    """The names of all series and editions, and their decoys."""
    return sorted((name for each in references for name in _names(each)), key=lambda name: (-len(name[0]), name[0]))


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
    return folded, reference, edition, compact(spelling) if len(folded) < _SHORT else ""


def find_mentions(document: Document, names: ReferenceNames) -> tuple[Mention, ...]:
    """Every mention of a known series outside contents tables, in reading order; the longest name wins."""
    blocks = document.blocks
    folded = ["" if block.contents_entry else skeleton(block.text) for block in blocks]
    starts = [0]
    for each in folded:
        starts.append(starts[-1] + len(each) + 1)
    whole = "\n".join(folded)
    places_in = cache(lambda number: skeleton_positions(blocks[number].text)[1])
    found: list[tuple[int, Mention]] = []
    for at, name in _hits(whole, names):
        number = bisect_right(starts, at) - 1
        start = at - starts[number]
        mention = _mention(number, blocks[number], places_in(number)[start : start + len(name[0])], name)
        if mention is not None:
            found.append((at, mention))
            if len(found) > MAX_MENTIONS:
                raise DraftError("too-many-mentions", limit=f"{MAX_MENTIONS:,}")
    return tuple(mention for _, mention in sorted(found, key=itemgetter(0)))


def _hits(whole: str, names: ReferenceNames) -> Iterator[tuple[int, Sequence[str]]]:
    """Where names stand, longest first; no character belongs to two of them. Decoys only take their place."""
    taken = bytearray(len(whole))
    for folded, sharing in groupby(names, key=itemgetter(0)):
        series = [name for name in sharing if name[1]]
        at = whole.find(folded) if folded else -1
        while at >= 0:
            end = at + len(folded)
            if not any(taken[at:end]) and not _cuts_number(whole, end, folded):
                taken[at:end] = b"\1" * (end - at)
                yield from ((at, name) for name in series)
            at = whole.find(folded, end)


def _cuts_number(whole: str, end: int, folded: str) -> bool:
    """แผนฯ 1 is not in แผนฯ 13."""
    return folded[-1].isdigit() and whole[end : end + 1].isdigit() and not re.match(_YEAR, whole[end : end + 4])


def _mention(number: int, block: Block, places: Sequence[int], name: Sequence[str]) -> Mention | None:
    """The mention in a block; `places` are those of the characters of the name's skeleton."""
    _, reference, edition_id, literal = name
    text = block.text
    first, end = places[0], places[-1] + 1
    while end < len(text) and (text[end] in MARKS or PRIVATE_USE.get(ord(text[end])) in MARKS):
        end += 1
    # The sign that makes a name a short form stands right after its last letter: แผนพัฒนาฯ.
    if literal not in compact(text[first : end + 1]):
        return None
    tail = text[end : end + _TAIL_LENGTH]
    match = _TAIL.match(compact(tail))
    assert match is not None  # every part of the pattern is optional
    return Mention(
        reference=reference,
        edition_id=edition_id or None,
        text=clean(text[first:end] + _raw_length(tail, match.end())),
        edition=_SPELLED.get(match["edition"], match["edition"]),
        years=_years(match["first"], match["last"]),
        block=number,
        place=block.place,
    )


def _raw_length(tail: str, length: int) -> str:
    """As much of the raw tail as its first `length` compact characters stand for."""
    if not length:
        return ""
    standing = (place for place, char in enumerate(tail) if compact(char))
    end = next(islice(standing, length - 1, None)) + 1
    closing = tail[end : end + 1]
    return tail[:end] + (closing if closing in ")]" else "")


def _years(first: str | None, last: str | None) -> Years | None:
    if not first:
        return None
    begin = buddhist_year(int(first))
    if not last:
        return begin, begin
    end = int(last)
    return begin, buddhist_year(end) if end > 99 else begin // 100 * 100 + end
