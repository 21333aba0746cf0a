"""The map of hand-overs: what it counts, where its arrows lead, and that they can be told apart."""

from __future__ import annotations

import re
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.frozen import replace
from khumue.model import Feed, MapPlace
from khumue.site.handover_map import anchor, draw_map
from khumue.site.handovers import ORDER, handovers
from site_catalogue import CATALOGUE, both

PAIRS = list(permutations(ORDER, 2))
NAMES: dict[MapPlace, str] = {place: place for place in ORDER}


def feeding(*feeds: Feed) -> dict[tuple[MapPlace, MapPlace], int]:
    plan = replace(CATALOGUE.procedures["angthong/annual-action-plan"], feeds=feeds)
    catalogue = replace(CATALOGUE, procedures={**CATALOGUE.procedures, plan.id: plan})
    return {pair: len(items) for pair, items in handovers(catalogue).items()}


def feed(to: str) -> Feed:
    return Feed(to=to, what=both("แผน", "The plan"))


def test_feeds_are_counted_between_places() -> None:
    found = feeding(feed("other/screen"), feed("committee"), feed("committee"), feed("schools"))
    assert found == {
        ("area-office", "committee"): 2,
        ("area-office", "provincial-office"): 1,
        ("area-office", "school"): 1,
    }


def test_what_stays_in_the_office_is_not_on_the_map() -> None:
    assert feeding(feed("planning-group"), feed("angthong/annual-action-plan")) == {}


counts = st.dictionaries(st.sampled_from(PAIRS), st.integers(1, 99), min_size=1, max_size=16)


def lines(svg: str) -> list[tuple[float, float, float, float]]:
    """Edge, start, channel and end of each arrow."""
    found = re.findall(r'd="M([\d.-]+),([\d.]+)H([\d.-]+)V([\d.]+)H', svg)
    return [(float(edge), float(start), float(x), float(end)) for edge, start, x, end in found]


@given(counts)
def test_every_arrow_leads_to_its_list_and_says_what_it_is(found: dict[tuple[MapPlace, MapPlace], int]) -> None:
    svg = draw_map(found, NAMES, "แผนภาพ", "ใครส่งให้ใคร")
    assert "\n" not in svg
    for pair, count in found.items():
        assert f'<a href="#{anchor(pair)}" aria-label="{pair[0]} → {pair[1]}: {count}">' in svg


@given(counts)
def test_arrows_can_be_told_apart(found: dict[tuple[MapPlace, MapPlace], int]) -> None:
    drawn = lines(draw_map(found, NAMES, "", ""))
    assert len(drawn) == len(found)
    for one, other in combinations(drawn, 2):
        ends = {(one[0], one[1]), (one[0], one[3])} & {(other[0], other[1]), (other[0], other[3])}
        assert ends == set()  # no two arrows touch a box at one point
        if one[2] == other[2]:
            (a, b), (c, d) = sorted(one[1::2]), sorted(other[1::2])
            assert b < c or d < a  # nor lie on one another


@given(counts)
def test_the_picture_holds_everything(found: dict[tuple[MapPlace, MapPlace], int]) -> None:
    svg = draw_map(found, NAMES, "", "")
    width, height = map(float, re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0])
    for edge, start, x, end in lines(svg):
        assert 0 < x < width
        assert 0 < edge < width
        assert 0 < min(start, end) < max(start, end) < height


@pytest.mark.parametrize("name", ['<b>"', "ก & ข"])
def test_names_are_escaped(name: str) -> None:
    svg = draw_map({("school", "ministry"): 1}, {**NAMES, "school": name}, name, name)
    assert name not in svg
