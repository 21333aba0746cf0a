"""The pages of learning paths: what a new colleague and a trainer find on them."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest

from khumue.frozen import replace
from khumue.learning import ProcedurePart, SitePage, Target
from khumue.model import LANGUAGES, Language
from khumue.site import links
from khumue.site.learning import READING_SPEED, roughly, show_minutes
from khumue.site.navigation import build_nav
from khumue.site.pages import build_pages, doors
from khumue.site.render import Page
from khumue.site.targets import PAGES, PARTS, target_place, target_title
from khumue.site.trail import trail
from site_catalogue import CATALOGUE, RULES

BOTH = pytest.mark.parametrize("language", LANGUAGES)
PATH = "learn/planner.md"
PLAN = "angthong/annual-action-plan"


@cache
def pages(language: Language) -> dict[str, Page]:
    return build_pages(CATALOGUE, RULES, language)


def test_a_path_has_its_stages_with_items_links_times_and_what_is_done() -> None:
    page = pages("en")[PATH].markdown
    places = [
        page.index(f"## {title} {{: #{name} }}") for title, name in (("First day", "day"), ("First week", "week"))
    ]
    assert places == sorted(places)
    assert '<li id="item-words" markdown="block">' in page
    assert "Because everybody asks" in page
    assert "(../glossary.md#swot)" in page
    assert "(../procedures/angthong/annual-action-plan.md#step-draft)" in page
    assert '<span class="badge badge-checked">Check</span> Check one of them' in page
    assert "reading 2 min · doing 20 min" in page
    assert f"at {READING_SPEED} characters a minute" in page


@BOTH
def test_the_overview_and_the_home_page_lead_to_every_path(language: Language) -> None:
    assert "](planner.md)" in pages(language)[links.LEARN].markdown
    home = doors(CATALOGUE, language, links.HOME)
    assert f"]({links.LEARN})" in home
    assert f"]({PATH})" in home


def test_the_home_page_leads_to_the_calendar_where_there_is_one() -> None:
    assert f"]({links.CALENDAR})" in doors(CATALOGUE, "th", links.HOME)
    assert links.CALENDAR not in doors(replace(CATALOGUE, calendar={}), "th", links.HOME)


@BOTH
def test_paths_stand_under_a_tab_of_their_own(language: Language) -> None:
    for page in (PATH, links.CALENDAR, links.EXAMPLE, links.ADOPT):
        assert [path for _, path, _ in trail(CATALOGUE, language, page)] == [links.HOME, links.LEARN]
    tab = build_nav(CATALOGUE, RULES, language)[1]
    assert isinstance(tab, dict)
    (entries,) = tab.values()
    assert [path for entry in entries for path in dict(entry).values()][:2] == [links.LEARN, PATH]  # type: ignore[arg-type]


@BOTH
def test_an_office_without_paths_gets_a_handbook_without_them(language: Language) -> None:
    none = replace(CATALOGUE, paths={})
    assert not any(path.startswith("learn/") for path in build_pages(none, RULES, language))
    assert "learn/" not in repr(build_nav(none, RULES, language))
    assert "learn/" not in doors(none, language, links.HOME)


@BOTH
def test_the_sheet_of_the_trainer_lists_every_item_with_room_to_sign(language: Language) -> None:
    sheet = pages(language)[PATH].markdown.split('class="trainer-sheet"', 1)[1]
    for item in CATALOGUE.paths["planner"].items:
        assert f"<td markdown>{item.title[language]} " in sheet
    assert sheet.count("<td markdown></td><td markdown></td>") == len(CATALOGUE.paths["planner"].items)


@pytest.mark.parametrize(
    ("target", "place", "title"),
    [
        (Target(procedure=PLAN), (f"procedures/{PLAN}.md", ""), "Preparing the annual action plan (ESAO)"),
        (
            Target(procedure=PLAN, step="draft"),
            (f"procedures/{PLAN}.md", "step-draft"),
            "Step 4, Write the plan · Preparing the annual action plan (ESAO)",
        ),
        (Target(procedure=PLAN, part="steps"), (f"procedures/{PLAN}.md", "steps"), "Steps · Preparing"),
        (Target(role="schools"), ("roles/schools.md", ""), "Schools"),
        (
            Target(job="annual-action-plan"),
            ("jobs/annual-action-plan.md", ""),
            "Compare the offices · Annual action plan",
        ),
        (Target(section="budget"), ("sections.md", "budget"), "Budget"),
        (Target(term="swot"), ("glossary.md", "swot"), "SWOT analysis"),
        (Target(document="annual-action-plan"), ("documents.md", "annual-action-plan"), "Annual action plan"),
        (Target(page="draft", at="sample"), ("draft.md", "sample"), "Sample draft · I have a draft"),
    ],
)
def test_links_are_called_by_what_they_lead_to(target: Target, place: tuple[str, str], title: str) -> None:
    assert target_place(target) == place
    assert target_title(CATALOGUE, target).en.startswith(title)


def test_every_page_and_part_that_data_may_name_is_known() -> None:
    assert tuple(PAGES) == get_args(SitePage)
    assert tuple(PARTS) == get_args(ProcedurePart)


@pytest.mark.parametrize(
    ("minutes", "rough", "thai", "english"),
    [
        (7, 7, "7 นาที", "7 min"),
        (48, 50, "50 นาที", "50 min"),
        (60, 60, "1 ชั่วโมง", "1 hour"),
        (121, 120, "2 ชั่วโมง", "2 hours"),
        (151, 150, "2 ชั่วโมง 30 นาที", "2 hours 30 min"),
        (792, 780, "13 ชั่วโมง", "13 hours"),
    ],
)
def test_times_are_said_as_people_say_them(minutes: int, rough: int, thai: str, english: str) -> None:
    assert roughly(minutes) == rough
    assert show_minutes(rough, "th") == thai
    assert show_minutes(rough, "en") == english
