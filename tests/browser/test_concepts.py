"""The concept pages in a real browser: accessible, readable on the smallest phone and on paper, maps that lead on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browsing import FOLDERS, Reader

pytestmark = pytest.mark.browser

PAGES = tuple(f"concepts/{name}" for name in ("", "plans/", "bodies/", "words/", "forms/"))


@FOLDERS
@pytest.mark.parametrize(("width", "shown", "hidden"), [(390, "narrow", "wide"), (1280, "wide", "narrow")])
def test_the_map_fits_the_screen_and_leads_on_by_keyboard(
    reader: Reader, folder: str, width: int, shown: str, hidden: str
) -> None:
    page = reader.open(f"{folder}concepts/plans/", width=width)
    expect(page.locator(f".band-map-{hidden}")).to_be_hidden()
    box = page.locator(f".band-map-{shown} a[href='#plan-nesdp']")
    box.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#plan-nesdp")
    expect(page.locator("#plan-nesdp")).to_be_in_viewport()


def test_words_in_the_maps_are_inside_their_boxes_as_the_browser_sets_them(reader: Reader) -> None:
    page = reader.open("concepts/bodies/", width=390)
    page.evaluate("document.fonts.ready")
    outside = page.evaluate(
        """() => [...document.querySelectorAll(".band-map-narrow a")].flatMap(link => {
          const box = link.querySelector("rect").getBoundingClientRect()
          return [...link.querySelectorAll("text")].filter(text => {
            const has = text.getBoundingClientRect()
            return has.left < box.left || has.right > box.right || has.top < box.top || has.bottom > box.bottom
          }).map(text => text.textContent)
        })"""
    )
    assert outside == []


def test_the_wide_map_is_the_one_on_paper(reader: Reader) -> None:
    page = reader.open("concepts/plans/", width=390)
    page.emulate_media(media="print")
    expect(page.locator(".band-map-wide")).to_be_visible()
    expect(page.locator(".band-map-narrow")).to_be_hidden()
