"""What is cited like a law or a national plan and has no known name: a known one misspelt, or one to check by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from khumue.document import Place
from khumue.frozen import frozen
from khumue.referencenames import MAX_MENTIONS, START, Hit, Name, ReferenceNames, check_mentions, find_beginnings
from khumue.running import RunningText
from khumue.thai import clean, edits

# All patterns are for folded text. A citation is known by its year; what stands before it is its name.
_YEAR = re.compile(r"2[56]\d\d(?:2[56]\d\d)?(?!\d)")
_TAIL = re.compile(r"(?:ระยะท?\d{1,2}ป?|\d{1,2}ป|ฉบ[บย]ท?\d{1,2}|ฉบบปรบปรง)?(?:พศ|พทธศกราช|be)?$")
_OTHER_YEAR = re.compile(  # the year of a date, a fiscal year, a school year
    r"(?:(?:มกรา|มนา|พฤษภา|กรกฎา|สงหา|ตลา|ธนวา)คม|(?:เมษา|มถนา|กนยา|พฤศจกา)ยน|กมภาพนธ|ปงบประมาณ|ปการศกษา|ป)$"
)
_LONGEST, _REACH = 140, 16
_SHORTEST = 8
_SHORTEST_NEAR = 14
_NATIONAL = (
    r".*(?P<name>"
    r"(?:พระราชบญญต|พรบ|พระราชกฤษฎกา|พรฎ|พระราชกาหนด|พรก|กฎกระทรวง)(?!น|ดงกลาว)\D{6,}"
    r"|ระเบยบ(?!โรงเรยน|วทยาลย|จงหวด|สหกรณ|สมาคม)\D{0,40}วาดวย\D{4,}"
    r"|(?:แผน|ยทธศาสตร)\D{4,60}แหงชาต)$"
)
_SENTENCE = r"มาตรา|ซง|ไดรบ|ประกาศใช|เพอให|ตงแต|กาหนดไว|เขตพนท|ตามแผน"
_BILL = "ราง"
_MAX_UNKNOWN = 1_000  # each fills lines of the report


@frozen
class UnknownCitation:
    """Something cited like a law or a national plan that no name is known for."""

    text: str
    block: int
    place: Place


@frozen
class _Gap:
    """Text before a year that no known name fills: `known` is where the last known name in it ends."""

    start: int
    known: int
    end: int
    year_end: int


def find_unknown(
    text: RunningText, hits: Sequence[Hit], names: ReferenceNames
) -> tuple[tuple[Hit, ...], tuple[UnknownCitation, ...]]:
    """Names that are nearly known, and the first citation of each name that is not. `hits` are the known names.

    Raises DraftError where a draft cites more than any plan does.
    """
    near = NearNames(names)
    misspelt: list[Hit] = []
    unknown: dict[str, UnknownCitation] = {}
    for count, gap in enumerate(_gaps(text.folded, hits)):
        check_mentions(count, MAX_MENTIONS)
        check_mentions(len(unknown), _MAX_UNKNOWN)
        hit = _nearly(text.folded, gap, near)
        if hit is not None:
            misspelt.append(hit)
        elif (start := _national(text.folded, gap)) is not None:
            first, last = text.place_at(start), text.end_at(gap.year_end - 1)
            written = clean(text.text_between(first, last))
            place = text.blocks[first[0]].place
            unknown.setdefault(text.folded[start : gap.end], UnknownCitation(text=written, block=first[0], place=place))
    return tuple(hit for hit in misspelt if hit.series), tuple(unknown.values())


def _gaps(folded: str, hits: Sequence[Hit]) -> Iterator[_Gap]:
    said = at = 0  # what stands before an earlier year belongs to that one
    for year in _YEAR.finditer(folded):
        begin = max(said, year.start() - _LONGEST)
        said = year.end()
        if year.start() - begin < _SHORTEST or _OTHER_YEAR.search(folded, year.start() - _REACH, year.start()):
            continue
        begin = max(begin, folded.rfind("\n", begin, year.start()) + 1)
        tail = _TAIL.search(folded, max(begin, year.start() - _REACH), year.start())
        assert tail is not None  # it may be empty
        end = tail.start()
        while at < len(hits) and hits[at].start < end:
            at += 1
        last = hits[at - 1] if at and hits[at - 1].end > begin else None
        if end - begin < _SHORTEST or _OTHER_YEAR.search(folded, end - _REACH, end):
            continue
        if last is None or last.end < end:
            yield _Gap(
                start=max(begin, last.start) if last else begin,
                known=last.end if last else begin,
                end=end,
                year_end=year.end(),
            )


def _nearly(folded: str, gap: _Gap, near: NearNames) -> Hit | None:
    for beginning in find_beginnings(folded[gap.start : gap.end], near.names):
        start = gap.start + beginning
        series = near.find(folded[start : gap.end]) if gap.end - start >= _SHORTEST_NEAR else None
        if series and folded.startswith(series[0][0], start):
            return None  # the name itself, and a word before the year
        if series is not None:
            return Hit(start=start, end=gap.end, series=series)
    return None


def _national(folded: str, gap: _Gap) -> int | None:
    """Where the name of a law or national plan begins that goes up to the year; None where there is none for sure."""
    named = re.match(_NATIONAL, folded[gap.known : gap.end])
    if (
        named is None
        or re.search(_SENTENCE, named["name"])
        or folded.endswith(_BILL, 0, gap.known + named.start("name"))
    ):
        return None
    return gap.known + named.start("name")


class NearNames:
    """Finds the known name that a text nearly is."""

    def __init__(self, names: ReferenceNames) -> None:
        self.names = names
        self._found: dict[str, tuple[Name, ...] | None] = {}

    def find(self, folded: str) -> tuple[Name, ...] | None:
        """The names of the one series that is nearest; empty for a decoy, None where there is none.

        It begins with the same four letters. Edits allowed: 1 for fewer than 14 characters, 2 for
        fewer than 26, else 3; digits equal.
        """
        if folded not in self._found:
            self._found[folded] = self._search(folded)
        return self._found[folded]

    def _search(self, folded: str) -> tuple[Name, ...] | None:
        budget = 1 + (len(folded) >= 14) + (len(folded) >= 26)
        letters, digits = set(folded), [c for c in folded if c.isdigit()]
        best: list[Name] = []
        for beginning, names in self.names.names.items():
            for name in names if beginning.startswith(folded[:START]) else ():
                if (
                    abs(len(name[0]) - len(folded)) <= budget
                    and len(letters.symmetric_difference(name[0])) <= 2 * budget
                    and digits == [c for c in name[0] if c.isdigit()]
                    and (distance := _distance(folded, name[0], budget)) <= budget
                ):
                    best = [*best, name] if distance == budget and best else [name]
                    budget = distance
        if len({name[0] for name in best}) == 1:  # one name, which may be that of two series or the decoy of another
            return tuple(name for name in best if name[1])
        return tuple(best[:1]) if best and len({name[1] for name in best}) == 1 else None


def _distance(one: str, other: str, limit: int) -> int:
    """The edits between two names; what they begin and end with alike costs no time."""
    first, last = 0, 0
    shorter = min(len(one), len(other))
    while first < shorter and one[first] == other[first]:
        first += 1
    while last < shorter - first and one[-1 - last] == other[-1 - last]:
        last += 1
    return edits(one[first : len(one) - last], other[first : len(other) - last], limit)
