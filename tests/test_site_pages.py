"""The generated pages: what a reader finds on them, and that every link between them leads somewhere."""

from __future__ import annotations

import dataclasses
import html
import posixpath
import re
from itertools import pairwise
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
from jinja2 import UndefinedError

from khumue.model import LANGUAGES, Language
from khumue.site import relations
from khumue.site.navigation import build_nav
from khumue.site.pages import build_pages, procedure_cards
from khumue.site.render import Page, Renderer, escape_markdown
from khumue.site.words import WORDS, word
from site_catalogue import CATALOGUE, MARKUP, RULES
from site_html import Html

PLAN = "procedures/angthong/annual-action-plan.md"
SITE = Path(__file__).parent.parent / "lib/khumue/site"
PAGES: dict[Language, dict[str, Page]] = {language: build_pages(CATALOGUE, RULES, language) for language in LANGUAGES}


def render(page: Page) -> Html:
    return Html(markdown.markdown(page.markdown, extensions=["attr_list", "md_in_html", "tables"]))


READ: dict[Language, dict[str, Html]] = {
    language: {path: render(page) for path, page in pages.items()} for language, pages in PAGES.items()
}
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def text_of(language: Language, path: str, start: str, end: str) -> str:
    """The text of a page between two pieces of its text."""
    return READ[language][path].text.split(start, 1)[1].split(end, 1)[0]


@BOTH
def test_every_link_leads_to_a_page_and_an_anchor(language: Language) -> None:
    pages = READ[language]
    for path, page in pages.items():
        for link in page.links:
            if link.startswith("https://example.org/"):
                continue
            target, _, anchor = link.partition("#")
            full = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert full in pages, f"{path} links to {link}"
            assert not anchor or anchor in pages[full].anchors, f"{path} links to {link}"


@BOTH
def test_every_page_is_in_the_navigation(language: Language) -> None:
    navigation = repr(build_nav(CATALOGUE, RULES, language))
    assert [path for path in PAGES[language] if f"'{path}'" not in navigation] == []


def test_both_languages_have_the_same_pages_and_anchors() -> None:
    thai, english = READ["th"], READ["en"]
    assert list(thai) == list(english)
    for path, page in thai.items():
        own = [[name for name in read.anchors if not name.startswith("flow-")] for read in (page, english[path])]
        assert own[0] == own[1]
        assert all(re.fullmatch(r"[\w.-]+", anchor, re.ASCII) for anchor in page.anchors)


@BOTH
def test_no_anchor_is_given_twice(language: Language) -> None:
    for path, page in READ[language].items():
        assert len(page.anchors) == len(set(page.anchors)), path


@BOTH
def test_every_heading_has_an_anchor_and_follows_in_order(language: Language) -> None:
    for path, page in READ[language].items():
        headings = [tag for tag in page.tags if re.fullmatch("h[1-6]", tag.name)]
        assert all("id" in heading.attributes for heading in headings), path
        levels = [int(heading.name[1]) for heading in headings]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


@BOTH
def test_every_step_series_and_edition_has_its_anchor(language: Language) -> None:
    for procedure in CATALOGUE.procedures.values():
        names = READ[language][f"procedures/{procedure.id}.md"].anchors
        assert {f"step-{step.id}" for step in procedure.steps} <= set(names)
    names = READ[language]["references.md"].anchors
    assert {*CATALOGUE.references, "nesdp-12", "nesdp-13", "education-act-2542"} <= set(names)


@BOTH
def test_data_that_looks_like_markup_is_printed_as_it_stands(language: Language) -> None:
    shown = [path for path, page in READ[language].items() if MARKUP in page.text]
    assert {PLAN, "procedures/other/screen.md", "procedures/index.md", "roles.md"} <= set(shown)
    assert all(MARKUP not in page.source for page in READ[language].values())


@pytest.mark.parametrize(
    "text", ["# a", "- a", "+ a", "1. a", "12) a", "> a", "=== a", "!!! a", ": a", "a <b>", "a &amp; b", "*a* `b`"]
)
def test_no_text_is_taken_for_markdown(text: str) -> None:
    page = Html(markdown.markdown(escape_markdown(text), extensions=["attr_list", "md_in_html", "tables"]))
    assert (page.text, [tag.name for tag in page.tags]) == (text, ["p"])


def test_the_summary_says_who_does_it_what_comes_of_it_and_who_approves() -> None:
    summary = text_of("th", PLAN, "ผู้ปฏิบัติ", "วัตถุประสงค์")
    for text in ("กลุ่มนโยบายและแผน", "แผนปฏิบัติการประจำปี", "คณะกรรมการศึกษาธิการจังหวัด", "กระบวนงานที่ 3", "20 พฤศจิกายน 2569"):
        assert text in summary
    assert "20 November 2026" in text_of("en", PLAN, "Last reviewed", "Purpose")


def test_a_decision_says_where_it_leads() -> None:
    page = READ["en"][PLAN]
    yes, no = (next(page.find("li", **{"class": side})) for side in ("yes", "no"))
    assert yes.text == "Agreed go on to Step 6: Publish the plan"
    assert no.text == "Not agreed go back to Step 4: Write the plan"
    assert {"#step-publish", "#step-draft"} <= set(page.links)
    screen = READ["en"]["procedures/other/screen.md"]
    assert next(screen.find("li", **{"class": "no"})).text == "Not agreed the procedure ends"


def test_steps_side_by_side_name_what_they_wait_for() -> None:
    plan = CATALOGUE.procedures["angthong/annual-action-plan"]
    by_id = {step.id: step for step in plan.steps}
    assert relations.predecessors(plan, by_id["targets"]) == (by_id["analyse"],)
    assert relations.predecessors(plan, by_id["draft"]) == (by_id["review"], by_id["targets"])
    assert relations.predecessors(plan, by_id["analyse"]) == ()
    assert relations.successors(plan, by_id["analyse"]) == (by_id["review"], by_id["targets"])
    assert relations.successors(plan, by_id["publish"]) == ()
    assert "Starts after\nStep 2: Review the strategies · Step 3: Set the targets" in READ["en"][PLAN].text


def test_locators_and_derived_things_are_marked() -> None:
    sections = list(READ["th"][PLAN].find("section"))
    assert "ที่มา: 3 5.1(1)" in sections[0].text
    assert ["อนุมาน" in section.text for section in sections] == [False, False, True, False, False, False]
    budget = next(READ["th"][PLAN].find("li", id="part-budget"))
    assert "อนุมาน" in budget.text
    assert "เหตุผล ขั้นที่ 1 วิเคราะห์งบประมาณ" in budget.text


def test_an_ended_edition_is_marked_and_the_one_in_force_is_named() -> None:
    _, nesdp, act, old = (tag.text for tag in READ["en"][PLAN].find("tr"))
    assert "No. 12 2017-2021 (BE 2560-2564) Ended" in nesdp
    assert "Plan no. 13" in nesdp
    assert "No edition named" in act
    assert "Not in the register" in old
    assert "Replaced by National Economic and Social Development Plan" in old


def test_an_unverified_fact_says_so() -> None:
    edition = next(READ["en"]["references.md"].find("li", id="nesdp-13")).text
    assert "Not confirmed as of 20 November 2026 · Not covered: status, years" in edition
    assert "from FY 2023 (BE 2566) on" in edition


def test_roles_list_their_steps_with_the_numbers_of_the_flow() -> None:
    page = READ["en"]["roles.md"]
    assert next(page.find("li", value="6")).text == "Publish the plan"
    assert f"{PLAN}#step-publish" in page.links
    assert "Decides\n\nConsider the draft" in text_of("en", "roles.md", "Provincial education committee", "Screen")
    assert "Takes part in" in text_of("en", "roles.md", "Schools", "Analyse")


def test_parts_name_their_spellings_and_the_procedures_that_require_them() -> None:
    part = text_of("th", "sections.md", "ใส่จำนวนสถานศึกษาและนักเรียน", "ใส่วงเงิน")
    for name in ("ข้อมูลทั่วไป", "สภาพทั่วไป", "ฐานข้อมูล", "งานจัดทำแผนปฏิบัติการประจำปี"):
        assert name in part
    assert f"{PLAN}#part-basic-data" in READ["th"]["sections.md"].links


def test_a_rule_has_its_page_without_the_names_that_findings_fill_in() -> None:
    assert PAGES["en"]["rules/S101.md"].title == "S101 A required part is missing"
    assert "Add the heading …" in READ["en"]["rules/S101.md"].text
    assert "{" not in READ["en"]["rules/S101.md"].text


@BOTH
def test_procedure_cards_link_from_the_page_they_stand_on(language: Language) -> None:
    assert f"]({PLAN})" in procedure_cards(CATALOGUE, language, "index.md")


def test_what_is_missing_in_the_data_stops_the_build() -> None:
    with pytest.raises(UndefinedError, match="procedure"):
        Renderer(CATALOGUE, "th").text("procedure", "x.md", title="a", lead="a")
    plan = dataclasses.replace(CATALOGUE.procedures["angthong/annual-action-plan"], job="none")
    with pytest.raises(UndefinedError, match="none"):
        build_pages(dataclasses.replace(CATALOGUE, procedures={plan.id: plan}), RULES, "th")


def test_a_template_cannot_print_what_is_not_text() -> None:
    with pytest.raises(TypeError, match="None, which is not text"):
        Renderer(CATALOGUE, "th").text("glossary", "x.md", title=None, lead="a")


def test_every_word_of_the_site_is_used() -> None:
    files = [*SITE.rglob("*.j2"), *(path for path in SITE.glob("*.py") if path.name != "words.py")]
    used = "".join(path.read_text(encoding="utf-8") for path in files)
    families = tuple(f"{name}." for name in ("basis", "checked", "field", "kind", "note", "part", "role", "status"))
    assert [
        key for key in WORDS if f'"{key}"' not in used and not key.startswith(families) and ".lead" not in key
    ] == []


def test_an_unknown_word_names_itself() -> None:
    with pytest.raises(KeyError, match=r"status\.lost"):
        word("status", "lost", language="th")


def test_no_text_of_the_site_is_empty() -> None:
    assert [key for key, text in WORDS.items() if not (text.th.strip(" ") or key == "comma") or not text.en] == []
    assert html.unescape("".join(text.th for text in WORDS.values())) == "".join(text.th for text in WORDS.values())
