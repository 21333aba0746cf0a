"""Periods of projects as plans write them, by Buddhist-era months: 1 ต.ค. 69 - 30 ก.ย. 70, ตลอดปีงบประมาณ 2570."""

from __future__ import annotations

import re

from khumue.projects.results import Month, Period
from khumue.thai import MARKS, arabic, buddhist_year, compact

# Marks may be lost or moved in a damaged text layer. January and March differ in nothing but a mark when shortened;
# March without it is read as January, a month of the same quarter.
_NAMES = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
_SHORT = "ม ก มี เม พ มิ ก ส ก ต พ ธ", "ค พ ค ย ค ย ค ค ย ค ย ค"
_MARK = f"[{''.join(sorted(MARKS))}]*"


def _mentions() -> re.Pattern[str]:
    """A month and the year after it: มกราคม พ.ศ. 2570, ต.ค.69, ต.ค."""
    full = [_MARK.join(compact(name)) for name in _NAMES.split()]
    short = [rf"{first}\.{last}\.?" for first, last in zip(*map(str.split, _SHORT), strict=True)]
    months = "|".join(f"({name}|{abbreviated})" for name, abbreviated in zip(full, short, strict=True))
    return re.compile(rf"(?:{months}){_MARK}(?:[พค]\.?ศ\.?)?(\d{{4}}|\d{{2}})?(?!\d)")


_MENTION = _mentions()
_FISCAL = re.compile(r"ปงบประมาณ(?:พ\.?ศ\.?)?(\d{4})(?:[-–—]|ถง)?(?:พ\.?ศ\.?)?(\d{4})?")
_SCHOOL_YEAR = "ปการศกษา"


def read_period(text: str) -> Period | None:
    """The period that a text gives; None where it gives no months or fiscal years, or leaves a year unclear.

    A school year crosses fiscal years and is not read; quarters and months without a year lie in the plan's own year.
    """
    if mentions := [*_MENTION.finditer("".join(arabic(text).split()))]:
        return _from_months(mentions)
    folded = compact(text)
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
