"""The fiscal-year calendar: its data, whose entries they are, and the months of the year."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from check_copying import texts
from khumue.catalogue import load_catalogue
from khumue.exporting import export, read_export
from khumue.model import CalendarEntry, Month
from khumue.months import MONTHS, QUARTERS, between, first_day, last_day, quarter_months, show_month, show_months
from khumue.site.calendar import by_month, entries_for, has_file, in_order, posts, quarterly, undated
from khumue.thai import fiscal_year
from site_catalogue import CATALOGUE as SMALL

CATALOGUE = load_catalogue()
ENTRIES = tuple(CATALOGUE.calendar.values())
YEAR = 2570


def all_locators(procedure_id: str) -> set[str]:
    """Every locator that the data of a procedure give."""
    [plain] = [each for each in export(CATALOGUE)["procedures"] if each["id"] == procedure_id]
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            found.update(value.get("locators", ()))
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    walk(plain)
    return found


def test_a_fiscal_year_has_every_day_from_october_to_september_once() -> None:
    assert first_day("october", YEAR) == date(2026, 10, 1)
    assert last_day("september", YEAR) == date(2027, 9, 30)
    assert last_day("february", 2571) == date(2028, 2, 29)
    for before, after in pairwise(MONTHS):
        assert last_day(before, YEAR) + timedelta(days=1) == first_day(after, YEAR)
    assert all(fiscal_year(first_day(m, YEAR).year, first_day(m, YEAR).month) == YEAR for m in MONTHS)
    assert [month for quarter in QUARTERS for month in quarter_months(quarter)] == list(MONTHS)


@pytest.mark.parametrize(
    ("months", "thai", "english"),
    [
        (("november", "january"), "พฤศจิกายน-มกราคม", "November to January"),
        (("june", "june"), "มิถุนายน", "June"),
    ],
)
def test_months_are_shown_in_words(months: tuple[Month, Month], thai: str, english: str) -> None:
    assert (show_months(months, "th"), show_months(months, "en")) == (thai, english)
    assert show_month(months[0], "en") == english.split()[0]


def test_what_goes_on_over_new_year_stands_in_each_of_its_months() -> None:
    assert between("november", "january") == ("november", "december", "january")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_stated_time_is_where_the_manual_says_it(entry: CalendarEntry) -> None:
    """No manual names a month: whatever has months is usual and says why; what is stated names its place."""
    assert (entry.basis == "usual") == (entry.months is not None) == (entry.why is not None)
    if entry.timing:
        assert any(work.locators for work in entry.work)
    for work in entry.work:
        assert set(work.locators) <= all_locators(work.procedure)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_belongs_to_somebody_in_an_office_that_does_it(entry: CalendarEntry) -> None:
    steps = [
        step for work in entry.work for step in CATALOGUE.procedures[work.procedure].steps if step.id in work.steps
    ]
    acting = {role for step in steps for role in (step.by, *step.involves)}
    assert acting & set(entry.roles)
    assert all(text.th and text.en for _, text in texts(entry, entry.id))


def test_a_fact_from_elsewhere_says_how_it_was_checked() -> None:
    """A reason that gives a day, or names the source of one, rests on a page outside the manuals."""
    for entry in ENTRIES:
        if entry.why and ("256" in entry.why.en or "DMC" in entry.why.en):
            assert entry.checked, entry.id
            assert entry.checked.source, entry.id


def test_every_rhythm_that_the_manuals_state_is_there() -> None:
    """Six reports and reviews every quarter, as the four manuals say."""
    stated = {locator for entry in quarterly(ENTRIES) for work in entry.work for locator in work.locators}
    assert stated == {"4 4.3.1", "งานที่ 5 5.17", "งานที่ 6 5.20", "งานที่ 12 5.6", "งานที่ 17 5.7", "งานที่ 19 5.6"}
    yearly = {locator for entry in undated(ENTRIES) for work in entry.work for locator in work.locators}
    assert {"งานที่ 6 5.22", "งานที่ 18 5.10", "D4 flow 8", "D2 flow 10", "งานที่ 1 5.3"} <= yearly


def test_posts_have_their_own_entries_in_the_order_of_the_year() -> None:
    own = entries_for(CATALOGUE, "policy-planning-group")
    assert own
    assert all("policy-planning-group" in entry.roles for entry in own)
    firsts = [MONTHS.index(entry.months[0]) if entry.months else len(MONTHS) for entry in own]
    assert firsts == sorted(firsts)
    assert entries_for(CATALOGUE, "public") == ()
    listed = [role.id for roles in posts(CATALOGUE).values() for role in roles]
    assert sorted(listed) == sorted({role for entry in ENTRIES for role in entry.roles})


def test_each_entry_begins_once_and_goes_on_until_its_last_month() -> None:
    months = [month for own in by_month(ENTRIES).values() for month in own]
    assert [each.month for each in months] == list(MONTHS)
    begun = [entry.id for each in months for entry in each.begins]
    assert sorted(begun) == sorted(entry.id for entry in ENTRIES if entry.months)
    shown = sum(len(each.begins) + len(each.goes_on) for each in months)
    assert shown == sum(len(between(*entry.months)) for entry in ENTRIES if entry.months)
    assert len(in_order(CATALOGUE)) == len(begun) + len(quarterly(ENTRIES)) + len(undated(ENTRIES))


def test_only_what_has_a_time_makes_a_file() -> None:
    assert has_file(entries_for(SMALL, "planning-group"))
    assert not has_file(undated(ENTRIES))


def test_the_calendar_is_exported_and_read_again() -> None:
    exported = export(CATALOGUE)
    assert [entry["id"] for entry in exported["calendar"]] == list(CATALOGUE.calendar)
    assert read_export(exported).calendar == CATALOGUE.calendar
