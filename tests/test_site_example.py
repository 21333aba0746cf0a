"""The worked example on the site: the story follows the steps, and what it shows of the drafts is the real result."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from itertools import pairwise

import markdown
import pytest

from khumue.catalogue import load_catalogue
from khumue.flowchart import FONTS
from khumue.frozen import replace
from khumue.messages import load_rules
from khumue.model import LANGUAGES, Language
from khumue.site import links, story
from khumue.site.example import changes, codes, example_files, example_pages, stages
from khumue.site.navigation import build_nav
from khumue.site.pages import sample
from khumue.site.plain import plain_files
from khumue.site.render import Page, Renderer
from khumue.site.story import DraftScene, elsewhere, read_story
from site_catalogue import CATALOGUE, RULES
from site_html import Html

BOTH = pytest.mark.parametrize("language", LANGUAGES)
DOCS = FONTS.parent.parent


@cache
def page(language: Language) -> Page:
    """The page alone; that its links lead somewhere is seen when the site is built."""
    catalogue = load_catalogue()
    (made,) = example_pages(Renderer(catalogue, language), catalogue, load_rules(), language)
    return made


@cache
def read(language: Language) -> Html:
    return Html(markdown.markdown(page(language).markdown, extensions=["attr_list", "md_in_html", "tables"]))


def drafts() -> list[DraftScene]:
    return [scene for phase in read_story().phases for scene in phase.scenes if isinstance(scene, DraftScene)]


@BOTH
def test_the_story_goes_through_every_step_in_order(language: Language) -> None:
    procedure = load_catalogue().procedures[read_story().procedure]
    told = [anchor for anchor in read(language).anchors if anchor.startswith("step-")]
    assert told == [f"step-{step.id}" for step in procedure.steps]
    for step in procedure.steps:
        assert f"../procedures/{procedure.id}.md#step-{step.id}" in read(language).links
        assert {f"../roles/{role}.md" for role in (step.by, *step.involves)} <= set(read(language).links)


@BOTH
def test_headings_follow_in_order_and_have_anchors(language: Language) -> None:
    headings = [tag for tag in read(language).tags if re.fullmatch("h[1-6]", tag.name)]
    assert all("id" in heading.attributes for heading in headings)
    assert all(int(after.name[1]) <= int(before.name[1]) + 1 for before, after in pairwise(headings))
    anchors = read(language).anchors
    assert len(anchors) == len(set(anchors))


@BOTH
def test_the_page_shows_what_the_check_says_of_each_draft(language: Language) -> None:
    papers = [tag.text for tag in read(language).find("div", **{"class": "paper"})]
    assert [re.findall(r"[SRP]\d{3}", text) for text in papers] == [
        ["S103"],
        ["S103", "S104", "R204", "S102", "P301", "P303"],
        [],
    ]
    counts = [re.findall(r"\d+/\d+", text)[:3] for text in papers]
    assert counts == [["0/16", "10/10"], ["10/16", "9/10", "0/2"], ["16/16", "10/10", "2/2"]]


def test_the_squares_are_the_parts() -> None:
    squares = [tag for tag in read("th").find("span") if tag.attributes.get("class", "").startswith("strip-")]
    written = [tag.attributes["class"] == "strip-present" for tag in squares]
    # Each draft has them twice: at the head of the page, and above its findings.
    assert [sum(written[at : at + 16]) for at in range(0, len(written), 16)] == [0, 10, 16, 0, 10, 16]


def test_every_kind_of_finding_half_way_has_its_lesson_and_no_other() -> None:
    _, half, _ = stages()
    assert [set(scene.lessons) for scene in drafts()] == [set(), set(half.by_code), set()]
    assert [scene.draft for scene in drafts()] == [stage.id for stage in stages()]


def test_what_changed_is_taken_from_both_reports() -> None:
    blank, half, complete = stages()
    first, second = changes(blank, half), changes(half, complete)
    assert len(first) == 13
    assert [(change.before, change.after) for change in first if not change.is_part] == [("cited", "outdated")]
    assert ("placeholder", "toc-only") in [(change.before, change.after) for change in first]
    assert {change.after for change in second} == {"present", "cited"}
    assert codes(blank, half) == [
        ("P301", 0, 1), ("P303", 0, 1), ("R204", 0, 1), ("S102", 0, 1), ("S103", 16, 4), ("S104", 0, 1),
    ]  # fmt: skip
    assert [now for _, _, now in codes(half, complete)] == [0] * 6
    assert codes(half, half) == []


@BOTH
def test_the_tables_show_each_change(language: Language) -> None:
    tables = re.findall(r"<table.*?</table>", read(language).source, re.DOTALL)
    rows = [len(list(Html(table).find("tr"))) for table in tables]
    shown = [len(changes(*pair)) + len(codes(*pair)) for pair in pairwise(stages())]
    assert rows == [count + 2 for count in shown]  # with the header, and the project sheets


@BOTH
def test_drafts_are_downloads_and_their_commands_name_them(language: Language) -> None:
    buttons = list(read(language).find("a", download=""))
    assert [posixpath.basename(tag.attributes["href"]) for tag in buttons] == [stage.file.name for stage in stages()]
    for path, data in example_files():
        assert (DOCS / path).read_bytes() == data
    for stage in stages():
        assert f"khumue check {stage.file.name}{'' if language == 'th' else ' --lang en'}" in read(language).text


def test_other_offices_are_named_where_their_data_are_there() -> None:
    bundled = load_catalogue()
    only = replace(bundled, procedures={read_story().procedure: bundled.procedures[read_story().procedure]})
    told = [scene for scene in read_story().scenes() if scene.see]
    assert all(len(elsewhere(bundled, scene)) == len(scene.see) for scene in told)
    assert all(elsewhere(only, scene) == [] for scene in told)


@BOTH
def test_an_office_with_steps_of_its_own_has_no_story(language: Language) -> None:
    assert list(example_pages(Renderer(CATALOGUE, language), CATALOGUE, RULES, language)) == []
    assert links.EXAMPLE not in sample(CATALOGUE, language, links.DRAFT)
    assert links.EXAMPLE in sample(load_catalogue(), language, links.DRAFT)
    assert links.EXAMPLE not in repr(build_nav(CATALOGUE, RULES, language))
    assert links.EXAMPLE in repr(build_nav(load_catalogue(), load_rules(), language))


def test_a_story_that_cannot_be_read_names_its_file(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "STORY", DOCS / "none.yaml")
    with pytest.raises(FileNotFoundError, match=r"none\.yaml"):
        read_story.__wrapped__()


@BOTH
def test_as_plain_markdown_the_page_has_nothing_of_the_theme(language: Language) -> None:
    text = dict(plain_files([page(language)], language, {}))[links.EXAMPLE]
    assert "markdown" not in re.sub(r"\\.", "", text)
    assert "{:" not in text
    assert text.count("](../assets/samples/stages/") == 3
