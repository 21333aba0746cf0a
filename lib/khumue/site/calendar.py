"""The fiscal year as readers see it: what begins in each month and what goes on, what has no month, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khumue.months import MONTHS, QUARTERS, between, quarter_months
from khumue.site.rolework import by_place
from khumue.thai import present_fiscal_year

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khumue.model import CalendarEntry, Catalogue, MapPlace, Month, Role

ALL = "all"
"""In the name of a calendar file: that it is for all posts."""


@dataclass(frozen=True, kw_only=True)
class CalendarMonth:
    """A month with the entries that begin in it and those that began before and go on."""

    month: Month
    begins: tuple[CalendarEntry, ...]
    goes_on: tuple[CalendarEntry, ...]


def entries_for(catalogue: Catalogue, role_id: str) -> tuple[CalendarEntry, ...]:
    """The entries that belong to the calendar of a post, unit or body; those with months first, from October on."""
    return tuple(entry for entry in in_order(catalogue) if role_id in entry.roles)


def in_order(catalogue: Catalogue) -> tuple[CalendarEntry, ...]:
    """All entries by their first and last month; then those of every quarter, then those without a month."""
    return tuple(sorted(catalogue.calendar.values(), key=_order))


def _order(entry: CalendarEntry) -> tuple[int, ...]:
    if entry.months is None:
        return (len(MONTHS), entry.every is None)
    return tuple(map(MONTHS.index, entry.months))


def by_month(entries: Iterable[CalendarEntry]) -> dict[int, tuple[CalendarMonth, ...]]:
    """The twelve months by quarter, October first, with those entries that have months."""
    dated = [(between(*entry.months), entry) for entry in entries if entry.months]
    return {quarter: tuple(_month(month, dated) for month in quarter_months(quarter)) for quarter in QUARTERS}


def _month(month: Month, dated: Iterable[tuple[tuple[Month, ...], CalendarEntry]]) -> CalendarMonth:
    here = [(months, entry) for months, entry in dated if month in months]
    return CalendarMonth(
        month=month,
        begins=tuple(entry for months, entry in here if months[0] == month),
        goes_on=tuple(entry for months, entry in here if months[0] != month),
    )


def quarterly(entries: Iterable[CalendarEntry]) -> tuple[CalendarEntry, ...]:
    """Those that fall in every quarter."""
    return tuple(entry for entry in entries if entry.every)


def undated(entries: Iterable[CalendarEntry]) -> tuple[CalendarEntry, ...]:
    """Those whose month nobody states and nothing suggests."""
    return tuple(entry for entry in entries if not entry.every and not entry.months)


def posts(catalogue: Catalogue) -> dict[MapPlace, list[Role]]:
    """The posts, units and bodies that have entries, by where they belong."""
    named = {role for entry in catalogue.calendar.values() for role in entry.roles}
    places = {place: [role for role in roles if role.id in named] for place, roles in by_place(catalogue).items()}
    return {place: roles for place, roles in places.items() if roles}


def has_file(entries: Iterable[CalendarEntry]) -> bool:
    """Whether there is something to put into a calendar file, which may not be empty."""
    return any(entry.months or entry.every for entry in entries)


def offered_years() -> tuple[int, int]:
    """The Buddhist-era fiscal years that there are calendar files for: the present one and the next."""
    present = present_fiscal_year()
    return present, present + 1


def calendar_path(fiscal_year: int, role_id: str = ALL) -> str:
    """Where a calendar file stands on the site: `calendar/<fiscal year>-<role>.ics`, `-all` for all posts."""
    return f"calendar/{fiscal_year}-{role_id}.ics"
