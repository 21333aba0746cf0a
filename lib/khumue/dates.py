"""Dates and years as readers write them: Buddhist-era years in Thai; in English common-era years and the Thai ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khumue.model import Language, Years

BE_MINUS_CE = 543

REVIEW_YEARS = 1
"""After this time a page is to be looked through again: plans, orders and budgets change every fiscal year."""

_THAI_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def show_date(iso: str, language: Language) -> str:
    """An ISO date (CE) in words: 20 พฤศจิกายน 2569, 20 November 2026.

    Raises ValueError for anything else.
    """
    day = date.fromisoformat(iso)
    year = day.year + BE_MINUS_CE if language == "th" else day.year
    return f"{day.day} {month_name(day.month, language)} {year}"


def month_name(number: int, language: Language) -> str:
    """The name of a month, 1 to 12 in the calendar year."""
    return (_THAI_MONTHS if language == "th" else _ENGLISH_MONTHS)[number - 1]


def review_due(iso: str) -> str:
    """When what was reviewed on an ISO date is to be reviewed again, as an ISO date.

    Raises ValueError for anything else.
    """
    day = date.fromisoformat(iso)
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + REVIEW_YEARS, day=28 if leap_day else day.day).isoformat()


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def show_years(years: Years, language: Language) -> str:
    """A span of Buddhist-era years: พ.ศ. 2566-2570, 2023-2027 (BE 2566-2570)."""
    first, last = years
    if language == "th":
        return f"พ.ศ. {_span(first, last)}"
    return f"{_span(first - BE_MINUS_CE, last - BE_MINUS_CE)} (BE {_span(first, last)})"


def show_fiscal_years(years: tuple[int, int | None], language: Language) -> str:
    """Fiscal years, the last of which may be open: ปีงบประมาณ 2566-2570, from FY 2023 (BE 2566) on."""
    first, last = years
    if language == "th":
        return f"ปีงบประมาณ {first} เป็นต้นไป" if last is None else f"ปีงบประมาณ {_span(first, last)}"
    if last is None:
        return f"from FY {first - BE_MINUS_CE} (BE {first}) on"
    return f"FY {_span(first - BE_MINUS_CE, last - BE_MINUS_CE)} (BE {_span(first, last)})"
