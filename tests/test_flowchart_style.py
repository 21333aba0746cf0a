"""Colours of the charts: text and lines can be told from what is behind them in both schemes."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from khumue.flowchart.svg import LANES

CSS = (Path(__file__).parents[1] / "docs" / "assets" / "flowchart.css").read_text("utf-8")
SCHEMES = ("default", "slate")
GROUNDS = ("paper", *(f"lane-{number}" for number in range(1, LANES + 1)))


def colours(scheme: str) -> dict[str, str]:
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', CSS, re.DOTALL)
    assert block
    return dict(re.findall(r"--flow-([\w-]+): (#[0-9a-f]{6});", block[1]))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_contrast(scheme: str) -> None:
    colour = colours(scheme)
    pairs = [*product(("text", "small"), GROUNDS), ("refusal", "paper")]
    assert {
        pair: contrast(colour[pair[0]], colour[pair[1]])
        for pair in pairs
        if contrast(colour[pair[0]], colour[pair[1]]) < 4.5
    } == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_contrast_of_lines_and_outlines(scheme: str) -> None:
    colour = colours(scheme)
    pairs = product(("line", "refusal", "focus"), GROUNDS)
    assert {pair for pair in pairs if contrast(colour[pair[0]], colour[pair[1]]) < 3} == set()


def test_both_schemes_and_forced_colours_define_every_colour() -> None:
    used = set(re.findall(r"var\(--flow-([\w-]+)\)", CSS))
    forced = CSS.partition("forced-colors")[2].partition("}\n}")[0]
    assert used == set(colours("default")) == set(colours("slate")) == set(re.findall(r"--flow-([\w-]+):", forced))


def test_paper_is_black_on_white() -> None:
    printed = CSS.partition("@media print")[2]
    values = dict(re.findall(r"--flow-([\w-]+): (#[0-9a-f]{6});", printed))
    assert {name for name, value in values.items() if value == "#ffffff"} == set(GROUNDS)
    assert {value for name, value in values.items() if name not in GROUNDS} == {"#000000"}
