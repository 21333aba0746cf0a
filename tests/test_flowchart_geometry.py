"""Whatever the procedure: boxes keep apart, words stay in their boxes, lines keep out of them."""

from __future__ import annotations

from itertools import combinations, pairwise, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flowcharts import RULER, Drawn, Point, Shape, catalogue, drawn, long_procedure, procedure, procedures, step
from khumue.flowchart.chart import chart_of
from khumue.flowchart.routes import Route
from khumue.model import LANGUAGES, Language, Procedure

LANGUAGE = st.sampled_from(LANGUAGES)

NAMED = {
    "one step": procedure(step("only")),
    "decision last": procedure(step("write"), step("agree", no="write")),
    "decision after decision": procedure(step("write"), step("first", no="write"), step("second", no="first")),
    "two loops to one step": procedure(step("write"), step("first", no="write"), step("second", no="write")),
    "loop around others": procedure(
        step("a"), step("b"), step("first", no="b"), step("second", no="b"), step("last", no="a")
    ),
    "refusal ends": procedure(step("ask", no="end"), step("write"), step("publish")),
    "jump ahead": procedure(step("ask", no="publish"), step("write"), step("agree", no="write"), step("publish")),
    "side by side": procedure(
        step("a"), step("b"), step("c", after=("a",)), step("d", after=("a",)), step("join", after=("b", "c", "d"))
    ),
    "unequal branches": procedure(
        step("a"), step("b"), step("b2"), step("c", after=("a",)), step("join", after=("b2", "c"))
    ),
    "decisions side by side": procedure(
        step("a"), step("b", no="a"), step("c", no="a", after=("a",)), step("join", after=("b", "c"))
    ),
    "branch of its own": procedure(
        step("ask", no="other"), step("write"), step("other", after=("ask",)), step("join", after=("write", "other"))
    ),
    "long": long_procedure(),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMED)
def test_named_chart_is_sound(name: str, language: Language) -> None:
    check(drawn(NAMED[name], language), NAMED[name], language)


@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(of=procedures(), language=LANGUAGE)
def test_any_chart_is_sound(of: Procedure, language: Language) -> None:
    check(drawn(of, language), of, language)


@settings(max_examples=40, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(of=procedures())
def test_lines_with_no_end_in_common_never_run_over_each_other(of: Procedure) -> None:
    routes = chart_of(of, catalogue=catalogue(), language="th", ruler=RULER).routes
    for one, other in combinations(routes, 2):
        apart = one.edge.source != other.edge.source and one.edge.target != other.edge.target
        if apart and not swap_columns(one, other):
            assert not any(run_over(*pair) for pair in product(pairwise(one.points), pairwise(other.points)))


def swap_columns(one: Route, other: Route) -> bool:
    """Two arrows that each end in the column where the other starts must share a few pixels of it."""
    return one.points[0][0] == other.points[-1][0] and other.points[0][0] == one.points[-1][0]


def run_over(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two straight lines lie within 3 pixels of each other for more than 3 pixels."""
    for along, across in ((0, 1), (1, 0)):
        level = one[0][across] == one[1][across] and other[0][across] == other[1][across]
        if level and abs(one[0][across] - other[0][across]) < 3:
            (start, end), (start2, end2) = (sorted(point[along] for point in line) for line in (one, other))
            return min(end, end2) - max(start, start2) > 3
    return False


def check(chart: Drawn, of: Procedure, language: Language) -> None:
    check_boxes_apart(chart)
    check_text_inside(chart, of, language)
    check_lines_outside(chart)
    check_words_clear(chart)
    check_all_in_view(chart)


def check_boxes_apart(chart: Drawn) -> None:
    for one, other in combinations((shape.area for shape in chart.shapes), 2):
        assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def check_text_inside(chart: Drawn, of: Procedure, language: Language) -> None:
    for shape in chart.shapes:
        for line in shape.lines:
            in_strip = line.y > shape.bottom
            for corner in line.corners(tail=0.2):
                assert shape.strip_holds(corner) if in_strip else shape.holds(corner), line
    for number, (one, shape) in enumerate(zip(of.steps, chart.shapes[1:-1], strict=True), 1):
        text = "".join(line.text for line in shape.lines)
        assert text.startswith(f"{number}. {one.title[language]} ")
        assert text.endswith(one.output[language] if one.output else "")


def check_lines_outside(chart: Drawn) -> None:
    for path in chart.paths:
        for point in sampled(path):
            assert not any(covers(shape, point) for shape in chart.shapes), (path, point)


def check_words_clear(chart: Drawn) -> None:
    for word in chart.words:
        for corner in word.corners(tail=0):
            assert not any(covers(shape, corner) for shape in chart.shapes), word
    for one, other in combinations(chart.words, 2):
        assert abs(one.x - other.x) >= (one.width + other.width) / 2 or abs(one.y - other.y) >= one.size


def check_all_in_view(chart: Drawn) -> None:
    left, top, width, height = chart.view
    points = [point for path in chart.paths for point in path]
    points += [corner for word in chart.words for corner in word.corners(tail=0.2)]
    points += [corner for shape in chart.shapes for corner in (shape.area[:2], shape.area[2:])]
    assert all(left <= x <= left + width and top <= y <= top + height for x, y in points)


def covers(shape: Shape, point: Point) -> bool:
    """Whether a point is in the shape by more than the width of a line; lines start under the wave of a strip."""
    return shape.holds(point, slack=-2) or (
        shape.strip_holds(point, slack=-2) and shape.strip_holds((point[0], point[1] + 6))
    )


def sampled(path: tuple[Point, ...]) -> list[Point]:
    """Points along a path, 5 pixels apart."""
    points = []
    for (x, y), (x2, y2) in pairwise(path):
        parts = max(1, round((abs(x2 - x) + abs(y2 - y)) / 5))
        points += [(x + (x2 - x) * part / parts, y + (y2 - y) * part / parts) for part in range(parts + 1)]
    return points
