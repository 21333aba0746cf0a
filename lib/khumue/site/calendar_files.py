"""The fiscal year as files for calendar programs (RFC 5545), one for each post that has entries and one for all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from khumue.months import QUARTERS, first_day, last_day, quarter_months
from khumue.site.calendar import ALL, calendar_path, entries_for, has_file, in_order, offered_years, posts
from khumue.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icalendar import Calendar, Event

    from khumue.model import CalendarEntry, CalendarWork, Catalogue, Language, Text


@dataclass(frozen=True, kw_only=True)
class _Span:
    """The days of one event, both included; which quarter it is for, where the entry falls in every one."""

    first: date
    last: date
    quarter: int | None = None


def calendar_files(catalogue: Catalogue, language: Language, page: str = "") -> Iterator[tuple[str, bytes]]:
    """Every file for the present and the next fiscal year, with its path; the same bytes on every build.

    `page` is the full address of the calendar page; without it, events have no link.
    """
    writer = _Writer(catalogue=catalogue, language=language, page=page)
    whose = {ALL: (WORDS["calendar.all"][language], in_order(catalogue))}
    for roles in posts(catalogue).values():
        whose |= {role.id: (role.title[language], entries_for(catalogue, role.id)) for role in roles}
    for year in offered_years():
        for name, (title, entries) in whose.items():
            if has_file(entries):
                yield calendar_path(year, name), writer.write(entries, year, title, name)


@dataclass(frozen=True, kw_only=True)
class _Writer:
    catalogue: Catalogue
    language: Language
    page: str

    def write(self, entries: Iterable[CalendarEntry], year: int, whose: str, role_id: str) -> bytes:
        from icalendar import Calendar  # the rest of the site need not wait for it

        calendar = Calendar()
        language: dict[str, str] = {"LANGUAGE": self.language}
        name = " · ".join((self._word("calendar.file").format(year=year), whose))
        calendar.add("prodid", f"-//Khumue//Fiscal year {year} {role_id}//{self.language.upper()}")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("name", name, parameters=language)
        calendar.add("x-wr-calname", name)
        for entry in entries:
            self._add(calendar, entry, year)
        data: bytes = calendar.to_ical()
        return data

    def _add(self, calendar: Calendar, entry: CalendarEntry, year: int) -> None:
        for span in _spans(entry, year):
            calendar.add_component(self._event(entry, span, year))

    def _event(self, entry: CalendarEntry, span: _Span, year: int) -> Event:
        from icalendar import Event

        event = Event()
        language: dict[str, str] = {"LANGUAGE": self.language}
        event.add("uid", f"{year}-{entry.id}{f'-q{span.quarter}' if span.quarter else ''}@khumue")
        event.add("dtstamp", self._reviewed(entry))
        event.add("dtstart", span.first)
        event.add("dtend", span.last + timedelta(days=1))  # the day after the last
        event.add("summary", self._summary(entry, span), parameters=language)
        event.add("description", "\n".join(self._lines(entry)), parameters=language)
        event.add("categories", [self._word(f"basis.{entry.basis}")])
        event.add("transp", "TRANSPARENT")
        if self.page:
            event.add("url", f"{self.page}#entry-{entry.id}")
        return event

    def _summary(self, entry: CalendarEntry, span: _Span) -> str:
        quarter, basis = self._word("calendar.q"), self._word(f"basis.{entry.basis}")
        part = f" · {quarter}{span.quarter}" if span.quarter else ""
        return f"{entry.title[self.language]}{part} ({basis})"

    def _lines(self, entry: CalendarEntry) -> Iterator[str]:
        yield self._word(f"basis.{entry.basis}.long")
        if entry.every:
            yield self._word("calendar.every.placed")
        yield from self._said("calendar.says", entry.timing)
        yield from self._said("calendar.why", entry.why)
        if entry.checked and entry.checked.level != "verified":
            yield self._word(f"checked.{entry.checked.level}")
        titles = (self.catalogue.roles[role].title[self.language] for role in entry.roles)
        yield " ".join((self._word("calendar.who"), " · ".join(titles)))
        yield from map(self._source, entry.work)

    def _said(self, key: str, text: Text | None) -> Iterator[str]:
        if text:
            yield f"{self._word(key)} {text[self.language]}"

    def _source(self, work: CalendarWork) -> str:
        procedure = self.catalogue.procedures[work.procedure]
        office = self.catalogue.manuals[procedure.manual].short[self.language]
        return f"{office}: {procedure.title[self.language]} ({', '.join(work.locators or procedure.numbers)})"

    def _reviewed(self, entry: CalendarEntry) -> datetime:
        """When the procedures of the entry were last reviewed: the stamp changes when what it says may have changed."""
        days = (self.catalogue.procedures[work.procedure].reviewed for work in entry.work)
        return datetime.combine(date.fromisoformat(max(days)), datetime.min.time(), UTC)

    def _word(self, key: str) -> str:
        return WORDS[key][self.language]


def _spans(entry: CalendarEntry, year: int) -> Iterator[_Span]:
    """The days of the events of an entry in a Buddhist-era fiscal year; none for one without a month.

    What falls in every quarter stands in the last month of each: a bar all through the year would hide the rest.
    """
    if entry.months:
        first, last = entry.months
        yield _Span(first=first_day(first, year), last=last_day(last, year))
    elif entry.every:
        for quarter in QUARTERS:
            month = quarter_months(quarter)[-1]
            yield _Span(first=first_day(month, year), last=last_day(month, year), quarter=quarter)
