"""Charts on paper: whole boxes, one scale, sheets that fit A4, lines that carry on."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings

from flowcharts import Drawn, drawn, long_procedure, procedure, procedures, step
from khumue.model import Procedure

A4_WIDTH, A4_HEIGHT = 160, 247
"""What mkdocs-material leaves of an A4 page, in millimetres."""


def sheets(chart: Drawn) -> list[list[ET.Element]]:
    paper = chart.root[1]
    assert paper.get("class") == "flow-paper"
    assert paper.get("aria-hidden") == "true"
    return [list(sheet) for sheet in paper]


def size(window: ET.Element) -> tuple[float, float]:
    width, height = (window.get(side, "") for side in ("width", "height"))
    assert width.endswith("mm")
    assert height.endswith("mm")
    return float(width.removesuffix("mm")), float(height.removesuffix("mm"))


def view(window: ET.Element) -> tuple[float, ...]:
    return tuple(map(float, window.get("viewBox", "").split()))


def test_22_steps_take_at_most_three_sheets() -> None:
    for language in ("th", "en"):
        assert len(sheets(drawn(long_procedure(), language))) <= 3


def test_short_chart_is_one_window() -> None:
    ((window,),) = sheets(drawn(procedure(step("only")), "th"))
    assert len(window) == 1


@settings(max_examples=25, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(of=procedures())
def test_sheets_fit_the_page_at_one_scale(of: Procedure) -> None:
    chart = drawn(of, "th")
    windows = [window for sheet in sheets(chart) for window in sheet]
    for sheet in sheets(chart):
        assert sum(size(window)[0] for window in sheet) + 8 * (len(sheet) - 1) <= A4_WIDTH + 0.2
        assert all(size(window)[1] <= A4_HEIGHT for window in sheet)
    scales = {round(size(window)[0] / view(window)[2], 3) for window in windows}
    assert len(scales) == 1
    assert {window[0].get("href") for window in windows} == {"#flow-office--plan-th"}


@settings(max_examples=25, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(of=procedures())
def test_every_box_is_whole_in_one_window(of: Procedure) -> None:
    chart = drawn(of, "th")
    views = [view(window) for sheet in sheets(chart) for window in sheet]
    for shape in chart.shapes:
        _, top, _, bottom = shape.area
        whole = [one for one in views if one[1] <= top and bottom <= one[1] + one[3]]
        assert len(whole) == 1


def test_cut_lines_carry_on_at_the_same_letter_and_place() -> None:
    windows = [window for sheet in sheets(drawn(long_procedure(), "th")) for window in sheet]
    ends = [(text.text, text.get("x")) for window in windows for text in window.iter("text")]
    assert len(windows) > 1
    assert len(ends) >= 2 * (len(windows) - 1)
    assert set(Counter(ends).values()) == {2}
