"""Periods of projects as plans write them, by Buddhist-era months: 1 ต.ค. 69 - 30 ก.ย. 70, ตลอดปีงบประมาณ 2570."""

from __future__ import annotations

import re

from khumue.projects.results import Month, Period
from khumue.thai import buddhist_year, compact

# As `compact` leaves them, so that lost or moved marks do not matter. Shortened, January and March differ in nothing
# but a mark: March is written out beforehand; without its mark it is read as January, a month of the same quarter.
_NAMES = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
_SHORT = r"ม\.ค ก\.พ มนาคม เม\.ย พ\.ค ม\.ย ก\.ค ส\.ค ก\.ย ต\.ค พ\.ย ธ\.ค"
_MARCH = "มี.ค", "มนาคม"
_MONTHS = "|".join(
    f"({name}|{short})" for name, short in zip(map(compact, _NAMES.split()), _SHORT.split(), strict=True)
)
_MENTION = re.compile(rf"(?:{_MONTHS})\.?(?:[พค]\.?ศ\.?)?(\d{{4}}|\d{{2}})?(?!\d)")
_FISCAL = re.compile(r"ปงบประมาณ(?:พ\.?ศ\.?)?(\d{4})(?:[-–—]|ถง)?(?:พ\.?ศ\.?)?(\d{4})?")
_SCHOOL_YEAR = "ปการศกษา"


def read_period(text: str) -> Period | None:
    """The period that a text gives; None where it gives no months or fiscal years, or leaves a year unclear.

    A school year crosses fiscal years and is not read; quarters and months without a year lie in the plan's own year.
    """
    folded = compact("".join(text.split()).replace(*_MARCH))
    if mentions := [*_MENTION.finditer(folded)]:
        return _from_months(mentions)
    years = [buddhist_year(int(year)) for match in _FISCAL.finditer(folded) for year in match.groups() if year]
    if _SCHOOL_YEAR in folded or not years:
        return None
    return Period(first=(min(years) - 1, 10), last=(max(years), 9))


def _from_months(mentions: list[re.Match[str]]) -> Period | None:
    """From the first month to the last; a month without a year has that of the next one: ต.ค. - ธ.ค. 2569."""
    months: list[Month] = []
    for mention in reversed(mentions):
        month = next(number for number in range(1, 13) if mention[number])
        if mention[13]:
            months.append((_full_year(mention[13]), month))
        elif not months:
            return None
        else:
            year, following = months[-1]
            months.append((year - (month > following), month))
    return Period(first=min(months), last=max(months))


def _full_year(year: str) -> int:
    """Two digits are of the Buddhist era: 69 is 2569."""
    return buddhist_year(int(year)) if len(year) == 4 else 2500 + int(year)
