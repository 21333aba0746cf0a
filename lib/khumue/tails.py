"""What stands after the name of a law or plan: its edition, its years, and the laws that amend it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khumue.frozen import frozen
from khumue.thai import buddhist_year, compact
from khumue.vocabulary import Years

# All patterns are for compact text in small letters, without spaces and marks, with the signs of the keyboard. 1,280
# of 1,280 damaged spellings were read so, 468 from the raw text.
_SIGNS = {"–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "‘": '"', "’": '"', "'": '"', "«": '"', "»": '"', "ฯ": "."}
_YEAR = r"(?:25|26|20|19)\d\d(?!\d)"
_NUMBER = rf"\d{{1,2}}(?=\D|$|{_YEAR}|[4-9]\d-[4-9]\d(?!\d))"
_SPELLED = {
    "สบเอด": "11",
    "สบสอง": "12",
    "สบสาม": "13",
    "สบส": "14",
    "สบหา": "15",
}  # as the gazette writes plan numbers
_ERA = (
    r"(?:พ\.?ศ[.,]?|ค\.?ศ[.,]?|พทธศกราช|ครสตศกราช|ประจา|ระหวาง|ตงแต|ชวง|ปงบประมาณ|ปการศกษา|ป|"
    r"b\.?e\.?|a\.?d\.?|fy)*"
)
_EDITION = re.compile(
    rf"[(\[]*(?:ฉบ(?:บ{{1,2}}|ย)\(?ท?|no\.?|number)\(?(?P<number>{_NUMBER}|{'|'.join(_SPELLED)})[)\]]*"
)
_YEARS = re.compile(
    rf"[(\[]*{_ERA}(?:(?P<first>{_YEAR})(?:(?:[-~/]|(?:จน)?ถง|to){_ERA}(?P<last>{_YEAR}|\d\d(?!\d)))?"
    r"|(?P<short>[4-9]\d)-(?P<short_last>[4-9]\d)(?!\d))[)\]]*"
)
_REVISED = r"(?:ปรบปรง|แกไข(?:เพมเตม)?|ทบทวน|ราง)"
# ยุทธศาสตร์ชาติ 20 ปี “มั่นคง มั่งคั่ง ยั่งยืน” (พ.ศ. 2561-2580): a length, a motto, a remark may stand between.
_BETWEEN = re.compile(
    r"(?:\"[^\"\d]{1,40}\"|[.,:\")\]]|ของประเทศไทย|ของไทย|"
    rf"(?:ระยะ(?:เวลา)?|ชวง)ท?{_NUMBER}(?:ป)?|\d{{1,2}}ป(?!งบ|การ)|ฉบบท?{_REVISED}|"
    r"[(\[](?!ฉบบท?\d)(?:[^()\[\]\d]|(?<!\d)\d(?!\d)){1,40}[)\]])*"
)
# What leads from a law to one that amends it, or from one edition to the next.
_AMENDED = re.compile(r"[,(]?(?:และ|ฉบบ|ซง|ท|ได|มการ|ถก)*แกไข(?:เพมเตม)?(?:จน)?(?:ถง|โดย|ตาม)?")
_AND = re.compile(r"[,;]?(?:และท|และ|กบ|,)?")


@frozen
class Said:
    """An edition and years that follow a name, and where they end in the plain text."""

    edition: str | None
    years: Years | None
    start: int
    end: int

    @property
    def one_year(self) -> bool:
        """Whether it is a law's: one year."""
        return self.years is not None and self.years[0] == self.years[1]


@frozen
class Tail:
    """An edition that is cited, and the laws that are named as amending it."""

    cited: Said
    amendments: tuple[Said, ...] = ()

    @property
    def end(self) -> int:
        """Where it ends in the plain text."""
        return self.amendments[-1].end if self.amendments else self.cited.end


def plain(text: str) -> str:
    """A text as the patterns expect it, with as many characters as its compact form."""
    written = compact(text)
    small = written.lower()
    plain = small if len(small) == len(written) else written  # one capital in all of Unicode is two small letters
    for sign, common in _SIGNS.items():
        plain = plain.replace(sign, common)
    return plain


def read_tails(text: str) -> tuple[Tail, ...]:
    """The editions that the plain text after a name says: none, one, or several.

    ฉบับที่ 12 และฉบับที่ 13 are two editions; พ.ศ. 2542 แก้ไขเพิ่มเติม (ฉบับที่ 2) พ.ศ. 2545 is one law and its amendment.
    """
    first = _said(text, 0)
    if first is None:
        return ()
    tails = [Tail(cited=first)]
    law = first.one_year and first.edition is None
    for amends, said in _further(text, first.end):
        last = tails[-1]
        if amends or law:
            tails[-1] = Tail(cited=last.cited, amendments=(*last.amendments, said))
        else:
            tails.append(Tail(cited=said))
    return tuple(tails)


def only_tail(text: str) -> Said | None:
    """The edition and years that are all that a plain text says: a cell beside a name."""
    said = _said(text, 0)
    return said if said and said.end == len(text) else None


def _further(text: str, at: int) -> Iterator[tuple[bool, Said]]:
    """What follows on the first edition: whether it is said to amend, and what it says."""
    while True:
        amended = _AMENDED.match(text, at)
        joined = amended or _AND.match(text, at)
        assert joined is not None  # every part of the second pattern is optional
        said = _said(text, joined.end())
        if said is None or (said.edition is None and not amended):
            return
        yield amended is not None, said
        at = said.end


def _said(text: str, start: int) -> Said | None:
    """Edition and years from a place on, in either order; what comes after a single year belongs to another law."""
    edition: str | None = None
    years: Years | None = None
    at = start
    while True:
        between = _BETWEEN.match(text, at)
        assert between is not None  # it may be empty
        if edition is None and (found := _EDITION.match(text, between.end())):
            if years and years[0] == years[1]:
                break
            edition = _SPELLED.get(found["number"], found["number"])
        elif years is None and (found := _YEARS.match(text, between.end())):
            years = _years(found)
        else:
            break
        at = found.end()
    return Said(edition=edition, years=years, start=start, end=at) if at > start else None


def _years(found: re.Match[str]) -> Years:
    if found["short"]:
        return 2500 + int(found["short"]), 2500 + int(found["short_last"])
    first = int(found["first"])
    if not found["last"]:
        return buddhist_year(first), buddhist_year(first)
    last = int(found["last"])
    return buddhist_year(first), buddhist_year(last if last > 99 else first // 100 * 100 + last)
