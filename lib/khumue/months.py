"""The months of the Thai fiscal year, October to September: their quarters, their days and their names."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, get_args

from khumue.dates import BE_MINUS_CE, month_name
from khumue.model import Month

if TYPE_CHECKING:
    from khumue.model import Language

MONTHS: tuple[Month, ...] = get_args(Month)
QUARTERS = (1, 2, 3, 4)

_THAI_SHORT = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")


def calendar_month(month: Month) -> int:
    """The number of the month in the calendar year: 10 for October."""
    return (MONTHS.index(month) + 9) % 12 + 1


def quarter_months(quarter: int) -> tuple[Month, Month, Month]:
    """The months of a quarter, 1 to 4, of the fiscal year."""
    first, second, third = MONTHS[quarter * 3 - 3 : quarter * 3]
    return first, second, third


def between(first: Month, last: Month) -> tuple[Month, ...]:
    """The months from the first to the last, both included."""
    return MONTHS[MONTHS.index(first) : MONTHS.index(last) + 1]


def first_day(month: Month, fiscal_year: int) -> date:
    """The first day of the month in a Buddhist-era fiscal year: October 2570 is October 2026 CE."""
    number = calendar_month(month)
    return date(fiscal_year - BE_MINUS_CE - (number >= 10), number, 1)


def last_day(month: Month, fiscal_year: int) -> date:
    """The last day of the month in a Buddhist-era fiscal year."""
    first = first_day(month, fiscal_year)
    return first.replace(day=monthrange(first.year, first.month)[1])


def show_month(month: Month, language: Language) -> str:
    """The month in words: ตุลาคม, October."""
    return month_name(calendar_month(month), language)


def show_short(month: Month, language: Language) -> str:
    """The month in few letters: ต.ค., Oct."""
    return _THAI_SHORT[MONTHS.index(month)] if language == "th" else show_month(month, language)[:3]


def show_months(months: tuple[Month, Month], language: Language) -> str:
    """A span of months in words: ตุลาคม-พฤศจิกายน, October to November; a single month once."""
    first, last = (show_month(month, language) for month in months)
    if first == last:
        return first
    return f"{first}-{last}" if language == "th" else f"{first} to {last}"
