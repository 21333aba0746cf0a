"""Learning paths as data: five posts, minutes that are true, and nothing asked before it has been shown."""

from __future__ import annotations

from functools import cache

import pytest

from khumue.catalogue import load_catalogue
from khumue.learning import STAGES, LearningPath, PathItem, Target
from khumue.messages import load_rules
from khumue.model import Catalogue
from khumue.site.pages import build_pages
from khumue.site.targets import target_place
from reading_times import ReadingTimes

POSTS = ["area-planner", "provincial-planner", "school-planner", "reviewer", "data-officer"]
LOOKED_UP = ("page", "role", "job")
"""Kinds of links that an item may open without reading all that is there."""
READ_THROUGH = ("example", "adopt", "notes")
"""Pages that are read from start to end."""


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


@cache
def times() -> ReadingTimes:
    return ReadingTimes(build_pages(catalogue(), load_rules(), "th"))


EVERY = pytest.mark.parametrize("name", POSTS)
ITEMS = [
    pytest.param(item, id=f"{path.id}-{item.id}") for path in load_catalogue().paths.values() for item in path.items
]


def path_of(name: str) -> LearningPath:
    return catalogue().paths[name]


def is_read(target: Target) -> bool:
    """Whether the text at a link is read as a whole: a page is, where the link leads to one part of it."""
    whole = bool(target.at) or target.page in READ_THROUGH
    return target.part != "flowchart" and (whole or not any(getattr(target, key) for key in LOOKED_UP))


def place_of(items: tuple[PathItem, ...], wanted: Target) -> int:
    """The place of the first item with this link; after all items where there is none."""
    return next((place for place, item in enumerate(items) if wanted in item.to), len(items))


def test_the_five_posts_have_their_paths() -> None:
    assert list(catalogue().paths) == POSTS


@EVERY
def test_each_stage_has_enough_and_not_too_much(name: str) -> None:
    items = path_of(name).items
    assert 14 <= len(items) <= 25
    assert [stage for stage, own in path_of(name).stages() if not 3 <= len(own) <= 8] == []
    assert len({item.id for item in items}) == len(items)


@EVERY
def test_a_day_is_no_longer_than_a_day(name: str) -> None:
    """Learning is done beside the work: an hour and a half on the first day, half a day in the first week."""
    day, week, month, _ = (sum(item.minutes for item in own) for _, own in path_of(name).stages())
    assert day <= 90
    assert week <= 4 * 60
    assert month <= 8 * 60


@EVERY
def test_each_path_reads_drafts_and_checks(name: str) -> None:
    assert {item.ends for item in path_of(name).items} == {"read", "drafted", "checked"}
    assert all(item.doing > 0 for item in path_of(name).items)


@EVERY
def test_nothing_is_asked_before_it_has_been_shown(name: str) -> None:
    """Where one stands, the map and the words come first; the sample is checked before a draft of one's own."""
    items = path_of(name).items
    first_day = len(path_of(name).day)
    assert place_of(items, Target(page="handovers")) < first_day
    assert any(target.role for target in items[0].to)
    assert any(target.term for item in items[:first_day] for target in item.to)
    if name != "data-officer":  # who checks no plan
        assert place_of(items, Target(page="draft", at="sample")) < place_of(items, Target(page="check", at="draft"))
    drafted = [place for place, item in enumerate(items) if item.ends == "drafted"]
    assert min(drafted) >= first_day


@pytest.mark.parametrize("item", ITEMS)
def test_reading_takes_as_long_as_it_says(item: PathItem) -> None:
    """Within a minute or a fifth of what the length of the Thai text gives at the stated speed."""
    measured = sum(times().minutes(*target_place(target)) for target in item.to if is_read(target))
    if item.reading:
        assert abs(item.reading - measured) <= max(1, measured / 5)
    else:
        assert not any(is_read(target) for target in item.to), "say how long the reading takes"


@pytest.mark.parametrize("item", ITEMS)
def test_every_link_leads_to_something_that_can_be_read(item: PathItem) -> None:
    for target in item.to:
        if target.part != "flowchart":
            assert times().text(*target_place(target)).strip()


def test_stages_are_in_the_order_of_time() -> None:
    assert STAGES == ("day", "week", "month", "year")
