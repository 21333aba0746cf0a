"""The page of the calendar and its files, as readers and as calendar programs read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import markdown
import pytest
import recurring_ical_events  # type: ignore[import-untyped]
import vobject  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from khumue.catalogue import load_catalogue
from khumue.frozen import replace
from khumue.model import LANGUAGES, Catalogue, Language, Text
from khumue.months import MONTHS
from khumue.site.calendar import calendar_path, entries_for, has_file, in_order, offered_years, posts
from khumue.site.calendar_files import calendar_files
from khumue.site.calendar_picture import draw_year
from khumue.site.navigation import build_nav
from khumue.site.pages import build_pages
from khumue.site.words import WORDS
from khumue.thai import present_fiscal_year
from site_catalogue import CATALOGUE as SMALL
from site_catalogue import RULES, both
from site_html import Html

CATALOGUE = load_catalogue()
BOTH = pytest.mark.parametrize("language", LANGUAGES)
PAGE = "https://example.org/calendar/"


@cache
def files(language: Language) -> dict[str, bytes]:
    return dict(calendar_files(CATALOGUE, language, PAGE))


@cache
def page(language: Language) -> Html:
    text = build_pages(SMALL, RULES, language)["calendar.md"].markdown
    return Html(markdown.markdown(text, extensions=["attr_list", "md_in_html", "tables"]))


def events(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).events)


def reading() -> Iterator[tuple[Language, str, bytes]]:
    for language in LANGUAGES:
        for path, data in files(language).items():
            yield language, path, data


# --- files ------------------------------------------------------------------------------------------------------------


@BOTH
def test_there_is_a_file_for_each_post_that_has_something_and_for_all(language: Language) -> None:
    present = present_fiscal_year()
    assert offered_years() == (present, present + 1)
    roles = [role.id for own in posts(CATALOGUE).values() for role in own]
    names = ["all", *(role for role in roles if has_file(entries_for(CATALOGUE, role)))]
    assert sorted(files(language)) == sorted(
        f"calendar/{year}-{name}.ics" for year in offered_years() for name in names
    )
    assert "regional-info-committee" in roles
    assert "regional-info-committee" not in names  # what has no month cannot stand in a calendar file


def test_two_parsers_read_the_same_events() -> None:
    for language, path, data in reading():
        ours = events(data)
        assert ours, path
        theirs = vobject.readOne(data.decode()).vevent_list
        assert [str(event["SUMMARY"]) for event in ours] == [event.summary.value for event in theirs]
        assert [str(event["DESCRIPTION"]) for event in ours] == [event.description.value for event in theirs]
        assert [event.decoded("DTSTART") for event in ours] == [event.dtstart.value for event in theirs]
        assert {event["SUMMARY"].params["LANGUAGE"] for event in ours} == {language}


def test_lines_are_of_75_octets_at_most_and_no_letter_is_cut() -> None:
    for _, path, data in reading():
        assert data.endswith(b"\r\n")
        for line in data.split(b"\r\n"):
            assert len(line) <= 75, path
            line.decode()  # a letter of three octets cut in two would not be UTF-8
        assert b"\n" not in data.replace(b"\r\n", b"")


def test_every_day_is_in_the_fiscal_year_of_the_file() -> None:
    for _, path, data in reading():
        year = int(path.split("/")[1].split("-")[0]) - 543
        for event in events(data):
            first, end = event.decoded("DTSTART"), event.decoded("DTEND")
            assert type(first) is date  # not a time of day
            assert date(year - 1, 10, 1) <= first < end <= date(year, 10, 1)
            assert first.day == end.day == 1  # whole months


def test_events_say_what_they_rest_on_and_where_more_is_said() -> None:
    for language, _, data in reading():
        for event in events(data):
            entry = CATALOGUE.calendar[event["URL"].split("#entry-")[1]]
            assert event["SUMMARY"].startswith(entry.title[language])
            assert event["SUMMARY"].endswith(f"({WORDS[f'basis.{entry.basis}'][language]})")
            assert event["DESCRIPTION"].startswith(WORDS[f"basis.{entry.basis}.long"][language])
            if entry.why:
                assert entry.why[language] in event["DESCRIPTION"]
            assert event["TRANSP"] == "TRANSPARENT"
            assert event["CATEGORIES"].cats == [WORDS[f"basis.{entry.basis}"][language]]


def test_an_event_is_the_same_in_every_file_and_no_other() -> None:
    for language in LANGUAGES:
        whole = {event["UID"]: event.to_ical() for path in (f"calendar/{year}-all.ics" for year in offered_years())
                 for event in events(files(language)[path])}  # fmt: skip
        for data in files(language).values():
            uids = [event["UID"] for event in events(data)]
            assert len(uids) == len(set(uids))
            assert all(whole[event["UID"]] == event.to_ical() for event in events(data))
    assert {event["UID"] for event in events(files("th")[calendar_path(offered_years()[0])])} == {
        event["UID"] for event in events(files("en")[calendar_path(offered_years()[0])])
    }


def test_the_files_are_the_same_on_every_build_and_have_no_link_without_an_address() -> None:
    assert dict(calendar_files(CATALOGUE, "th", PAGE)) == files("th")
    assert all(b"URL:" not in data for _, data in calendar_files(SMALL, "th"))
    assert list(calendar_files(replace(SMALL, calendar={}), "th")) == []


def test_a_calendar_program_finds_what_falls_in_a_month() -> None:
    year = offered_years()[0]
    calendar = icalendar.Calendar.from_ical(files("en")[calendar_path(year, "policy-planning-group")])
    march = recurring_ical_events.of(calendar).between((year - 543, 3, 1), (year - 543, 4, 1))
    assert sorted(event["UID"] for event in march) == [
        f"{year}-mid-year-adjustment@khumue",
        f"{year}-track-spending-q2@khumue",
    ]


@settings(max_examples=50)
@given(title=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=120))
def test_any_text_comes_out_of_a_parser_as_it_went_in(title: str) -> None:
    entry = replace(SMALL.calendar["write"], why=Text(th=title, en=title))
    [(_, data), *_] = calendar_files(replace(SMALL, calendar={"write": entry}), "th")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    [event] = events(data)
    assert f"{WORDS['calendar.why'].th} {title}\n" in event["DESCRIPTION"]


# --- the page -------------------------------------------------------------------------------------------------------


@BOTH
def test_the_page_goes_from_october_to_september(language: Language) -> None:
    months = [tag.attributes["id"] for tag in page(language).find("h3") if tag.attributes["id"].startswith("month-")]
    assert months == [f"month-{month}" for month in MONTHS]
    parts = [tag.attributes["id"] for tag in page(language).find("h2")]
    assert parts == ["every-quarter", *(f"quarter-{number}" for number in (1, 2, 3, 4)), "undated", "posts", "add"]


@BOTH
def test_an_entry_says_when_who_and_on_what_it_rests(language: Language) -> None:
    [card] = page(language).find("li", id="entry-write")
    assert both("โดยทั่วไป", "usual")[language] in card.text
    assert both("ตุลาคม-พฤศจิกายน", "October to November")[language] in card.text
    assert SMALL.calendar["write"].why
    assert SMALL.calendar["write"].why[language] in card.text
    assert WORDS["checked.uncertain"][language] in card.text
    assert "3 5.4" in card.text
    assert SMALL.roles["committee"].title[language] in card.text
    [report] = page(language).find("li", id="entry-report")
    assert both("คู่มือระบุ", "stated")[language] in report.text
    assert {"procedures/angthong/annual-action-plan.md#step-draft", "roles/committee.md"} <= set(page(language).links)


@BOTH
def test_a_month_that_goes_on_leads_to_the_entry_and_an_empty_one_says_so(language: Language) -> None:
    assert page(language).links.count("#entry-write") >= 3  # November, and the boxes of two posts
    hints = [tag for tag in page(language).find("p") if "nothing" in tag.attributes.get("class", "")]
    shown = [tag for tag in hints if "hidden" not in tag.attributes]
    assert len(shown) == 10  # all months but October and November


@BOTH
def test_each_post_has_its_box_with_its_files(language: Language) -> None:
    [box] = page(language).find("details", id="post-planning-group")
    assert SMALL.calendar["write"].title[language] in box.text
    assert SMALL.calendar["review"].title[language] not in box.text
    for year in offered_years():
        assert f"calendar/{year}-planning-group.ics" in page(language).links


@BOTH
def test_role_pages_lead_to_their_place_in_the_calendar(language: Language) -> None:
    pages = build_pages(SMALL, RULES, language)
    role = Html(markdown.markdown(pages["roles/planning-group.md"].markdown, extensions=["attr_list", "md_in_html"]))
    assert "../calendar.md#post-planning-group" in role.links
    assert f"../calendar/{offered_years()[0]}-planning-group.ics" in role.links
    idle = next(role for role in SMALL.roles if not entries_for(SMALL, role))
    assert "calendar.md" not in pages[f"roles/{idle}.md"].markdown


def test_an_office_without_a_calendar_has_neither_page_nor_tab() -> None:
    without: Catalogue = replace(SMALL, calendar={})
    assert "calendar.md" not in build_pages(without, RULES, "th")
    assert "calendar.md" not in repr(build_nav(without, RULES, "th"))


@BOTH
def test_the_wheel_is_sound_and_says_what_it_shows(language: Language) -> None:
    drawing = ET.fromstring(draw_year(in_order(CATALOGUE), language)).find("svg")
    assert drawing is not None
    links = drawing.findall("a")
    assert len(links) == 16  # months and quarters
    assert all(link.get("aria-label") for link in links)
    [title, desc] = [drawing.find(name) for name in ("title", "desc")]
    assert title is not None
    assert desc is not None
    assert drawing.get("aria-labelledby") == title.get("id")
    dots = drawing.findall(".//circle")
    dated = [entry for entry in CATALOGUE.calendar.values() if entry.months]
    assert sum(dot.get("class") == "usual" for dot in dots) > len(dated)
    for dot in dots:
        assert 0 < float(dot.get("cx", 0)) < 360
        assert 0 < float(dot.get("cy", 0)) < 360


def test_dots_do_not_lie_on_each_other() -> None:
    for link in ET.fromstring(draw_year(in_order(CATALOGUE), "th")).findall("svg/a"):
        places = [(float(dot.get("cx", 0)), float(dot.get("cy", 0))) for dot in link.findall("circle")]
        for at, (x, y) in enumerate(places):
            assert all((x - a) ** 2 + (y - b) ** 2 > 8**2 for a, b in places[:at])
