"""The generated pages: what a reader finds on them, and that every link between them leads somewhere."""

from __future__ import annotations

import html
import posixpath
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import markdown
import pytest
from jinja2 import UndefinedError

from khumue.checking import check_files
from khumue.dates import review_due, show_date, show_fiscal_years, show_years
from khumue.frozen import replace
from khumue.messages import load_messages
from khumue.model import LANGUAGES, CitedReference, Edition, Language, Text
from khumue.registry import load_registry
from khumue.site import relations
from khumue.site.calendar_files import calendar_files
from khumue.site.forms import blank_forms, form_path, has_form
from khumue.site.navigation import build_nav
from khumue.site.pages import build_pages, doors
from khumue.site.render import Page, Renderer, escape_markdown
from khumue.site.words import WORDS, read_words, word
from site_catalogue import CATALOGUE, MARKUP, RULES
from site_html import Html

PLAN = "procedures/angthong/annual-action-plan.md"
SITE = Path(__file__).parent.parent / "lib/khumue/site"


@cache
def pages(language: Language) -> dict[str, Page]:
    return build_pages(CATALOGUE, RULES, language)


@cache
def read(language: Language) -> dict[str, Html]:
    """The pages as a reader gets them."""
    extensions = ["attr_list", "md_in_html", "tables"]
    return {
        path: Html(markdown.markdown(page.markdown, extensions=extensions)) for path, page in pages(language).items()
    }


BOTH = pytest.mark.parametrize("language", LANGUAGES)


def text_of(language: Language, path: str, start: str, end: str) -> str:
    """The text of a page between two pieces of its text."""
    return read(language)[path].text.split(start, 1)[1].split(end, 1)[0]


def own_anchors(page: Html) -> list[str]:
    """The anchors of a page without those inside charts, which hold the language."""
    return [anchor for anchor in page.anchors if not anchor.startswith("flow-")]


@BOTH
def test_every_link_leads_to_a_page_and_an_anchor(language: Language) -> None:
    built = read(language)
    files = [form_path(procedure.id) for procedure in CATALOGUE.procedures.values() if has_form(procedure)]
    files += [path for path, _ in calendar_files(CATALOGUE, language)]
    for path, page in built.items():
        for link in page.links:
            if link.startswith(("https://", "mailto:")):
                continue
            target, _, anchor = link.partition("#")
            full = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if full in files:
                continue
            assert full in built, f"{path} links to {link}"
            assert not anchor or anchor in built[full].anchors, f"{path} links to {link}"


@BOTH
def test_every_page_is_in_the_navigation(language: Language) -> None:
    navigation = repr(build_nav(CATALOGUE, RULES, language))
    assert [path for path in pages(language) if f"'{path}'" not in navigation] == []


def test_a_manual_without_procedures_is_not_in_the_navigation() -> None:
    only = {"other/screen": CATALOGUE.procedures["other/screen"]}
    navigation = repr(build_nav(replace(CATALOGUE, procedures=only), RULES, "en"))
    assert "PEO" in navigation
    assert "ESAO" not in navigation


def test_both_languages_have_the_same_pages_and_anchors() -> None:
    thai, english = read("th"), read("en")
    assert list(thai) == list(english)
    for path, page in thai.items():
        if path == "a-z.md":  # each language has its own letters
            continue
        own = [
            [name for name in html_page.anchors if not name.startswith("flow-")] for html_page in (page, english[path])
        ]
        assert own[0] == own[1]
        assert all(re.fullmatch(r"[\w.-]+", anchor, re.ASCII) for anchor in page.anchors)


@BOTH
def test_no_anchor_is_given_twice(language: Language) -> None:
    for path, page in read(language).items():
        assert len(page.anchors) == len(set(page.anchors)), path


@BOTH
def test_every_heading_has_an_anchor_and_follows_in_order(language: Language) -> None:
    for path, page in read(language).items():
        headings = [tag for tag in page.tags if re.fullmatch("h[1-6]", tag.name)]
        assert all("id" in heading.attributes for heading in headings), path
        levels = [int(heading.name[1]) for heading in headings]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


@BOTH
def test_every_step_series_and_edition_has_its_anchor(language: Language) -> None:
    for procedure in CATALOGUE.procedures.values():
        names = read(language)[f"procedures/{procedure.id}.md"].anchors
        assert {f"step-{step.id}" for step in procedure.steps} <= set(names)
    names = read(language)["references.md"].anchors
    assert {*CATALOGUE.references, "nesdp-12", "nesdp-13", "education-act-2542"} <= set(names)


@BOTH
def test_data_that_looks_like_markup_is_printed_as_it_stands(language: Language) -> None:
    shown = [path for path, page in read(language).items() if MARKUP in page.text]
    assert {PLAN, "procedures/other/screen.md", "procedures/index.md", "a-z.md"} <= set(shown)
    assert all(MARKUP not in page.source for page in read(language).values())


@pytest.mark.parametrize(
    "text", ["# a", "- a", "+ a", "1. a", "12) a", "> a", "=== a", "!!! a", ": a", "a <b>", "a &amp; b", "*a* `b`"]
)
def test_no_text_is_taken_for_markdown(text: str) -> None:
    page = Html(markdown.markdown(escape_markdown(text), extensions=["attr_list", "md_in_html", "tables"]))
    assert (page.text, [tag.name for tag in page.tags]) == (text, ["p"])


def test_the_summary_says_who_does_it_what_comes_of_it_and_who_approves() -> None:
    summary = text_of("th", PLAN, "ผู้ปฏิบัติ", "วัตถุประสงค์")
    for text in ("กลุ่มนโยบายและแผน", "แผนปฏิบัติการประจำปี", "คณะกรรมการศึกษาธิการจังหวัด", "ข้อ 3", "20 พฤศจิกายน 2569"):
        assert text in summary
    assert "20 November 2026" in text_of("en", PLAN, "Last reviewed", "Purpose")


def test_a_decision_says_where_it_leads() -> None:
    page = read("en")[PLAN]
    yes, no = (next(page.find("li", **{"class": side})) for side in ("yes", "no"))
    assert yes.text == "Agreed go on to Step 6: Publish the plan"
    assert no.text == "Not agreed go back to Step 4: Write the plan"
    assert {"#step-publish", "#step-draft"} <= set(page.links)
    screen = read("en")["procedures/other/screen.md"]
    assert next(screen.find("li", **{"class": "no"})).text == "Not agreed the procedure ends"


def test_steps_side_by_side_name_what_they_wait_for() -> None:
    plan = CATALOGUE.procedures["angthong/annual-action-plan"]
    by_id = {step.id: step for step in plan.steps}
    assert relations.predecessors(plan, by_id["targets"]) == (by_id["analyse"],)
    assert relations.predecessors(plan, by_id["draft"]) == (by_id["review"], by_id["targets"])
    assert relations.predecessors(plan, by_id["analyse"]) == ()
    assert relations.successors(plan, by_id["analyse"]) == (by_id["review"], by_id["targets"])
    assert relations.successors(plan, by_id["publish"]) == ()
    assert "Starts after\nStep 2: Review the strategies · Step 3: Set the targets" in read("en")[PLAN].text


def test_locators_and_derived_things_are_marked() -> None:
    sections = list(read("th")[PLAN].find("section"))
    assert "ที่มา: 3 5.1(1)" in sections[0].text
    assert ["อนุมาน" in section.text for section in sections] == [False, False, True, False, False, False]
    budget = next(read("th")[PLAN].find("li", id="part-budget"))
    assert "อนุมาน" in budget.text
    assert "เหตุผล ขั้นที่ 1 วิเคราะห์งบประมาณ" in budget.text


def test_an_ended_edition_is_marked_and_the_one_in_force_is_named() -> None:
    _, nesdp, act, old = (tag.text for tag in read("en")[PLAN].find("tr"))
    assert "No. 12, 2017-2021 (BE 2560-2564) Ended" in nesdp
    assert "Plan no. 13" in nesdp
    assert "No edition named" in act
    assert "Not in the register" in old
    assert "Replaced by National Economic and Social Development Plan" in old


def test_an_unverified_fact_says_so() -> None:
    edition = next(read("en")["references.md"].find("li", id="nesdp-13")).text
    assert "Not confirmed as of 20 November 2026 · Not covered: status, years" in edition
    assert "from FY 2023 (BE 2566) on" in edition


def test_roles_list_their_steps_with_the_numbers_of_the_flow() -> None:
    page = read("en")["roles/planning-group.md"]
    assert next(page.find("li", value="6")).text == "Publish the plan"
    assert f"../{PLAN}#step-publish" in page.links
    assert "Decides\n\nConsider the draft" in read("en")["roles/committee.md"].text
    assert "Takes part in\n\nAnalyse" in read("en")["roles/schools.md"].text


def test_parts_name_their_spellings_and_the_procedures_that_require_them() -> None:
    part = text_of("th", "sections.md", "ใส่จำนวนสถานศึกษาและนักเรียน", "ใส่วงเงิน")
    for name in ("ข้อมูลทั่วไป", "สภาพทั่วไป", "ฐานข้อมูล", "งานจัดทำแผนปฏิบัติการประจำปี"):
        assert name in part
    decoys = next(read("en")["sections.md"].find("span", lang="th"))
    assert decoys.text == "ฐานข้อมูล"
    assert f"{PLAN}#part-basic-data" in read("th")["sections.md"].links


def test_a_rule_has_its_page_without_the_names_that_findings_fill_in() -> None:
    assert pages("en")["rules/S101.md"].title == "S101 A required part is missing"
    assert "Add the heading …" in read("en")["rules/S101.md"].text
    assert "{" not in read("en")["rules/S101.md"].text


@BOTH
def test_the_home_page_leads_to_offices_and_to_their_comparison(language: Language) -> None:
    written = doors(CATALOGUE, language, "index.md")
    assert all(
        f"](procedures/index.md#{manual})" in written for manual in {p.manual for p in CATALOGUE.procedures.values()}
    )
    assert "](jobs/index.md)" in written


def test_an_edition_is_found_by_its_number_or_by_years_found_in_print() -> None:
    nesdp = CATALOGUE.references["nesdp"]

    def found(edition: str | None = None, years: tuple[int, int] | None = None) -> Edition | None:
        cited = CitedReference(reference="nesdp", cited_edition=edition, cited_years=years, locators=("3 8",))
        return relations.cited_edition(nesdp, cited)

    assert found(edition="12") is nesdp.editions[0]
    assert found(years=(2560, 2565)) is nesdp.editions[0]
    assert found(edition="9", years=(2560, 2564)) is None
    assert found() is None


def test_a_successor_may_stand_in_another_series_but_must_be_registered() -> None:
    act = CATALOGUE.references["education-act"]
    series, edition = relations.find_edition(CATALOGUE, act, "nesdp-13")
    assert (series.id, edition.edition) == ("nesdp", "13")
    with pytest.raises(KeyError, match="education-act: no edition 'nesdp-99'"):
        relations.find_edition(CATALOGUE, act, "nesdp-99")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (show_date("2026-11-20", "th"), "20 พฤศจิกายน 2569"),
        (show_date("2026-01-02", "en"), "2 January 2026"),
        (show_years((2566, 2570), "th"), "พ.ศ. 2566-2570"),
        (show_years((2546, 2546), "en"), "2003 (BE 2546)"),
        (show_fiscal_years((2560, 2565), "en"), "FY 2017-2022 (BE 2560-2565)"),
        (show_fiscal_years((2566, None), "th"), "ปีงบประมาณ 2566 เป็นต้นไป"),
    ],
)
def test_years_are_buddhist_era_in_thai_and_both_in_english(shown: str, expected: str) -> None:
    assert shown == expected


def test_what_is_missing_in_the_data_stops_the_build() -> None:
    with pytest.raises(UndefinedError, match="procedure"):
        Renderer(CATALOGUE, "th").text("procedure", "x.md", title="a", lead="a")
    plan = replace(CATALOGUE.procedures["angthong/annual-action-plan"], job="none", feeds=())
    with pytest.raises(KeyError, match="none"):
        build_pages(replace(CATALOGUE, procedures={plan.id: plan}), RULES, "th")


def test_a_template_cannot_print_what_is_not_text() -> None:
    with pytest.raises(TypeError, match="None, which is not text"):
        Renderer(CATALOGUE, "th").text("glossary", "x.md", title=None, lead="a")


def test_every_word_of_the_site_is_used() -> None:
    files = [*SITE.rglob("*.j2"), *SITE.rglob("*.py")]
    used = "".join(path.read_text(encoding="utf-8") for path in files)
    names = re.findall(
        r"\w+", "ask basis checked draft ends family field index kind note part place role stage status topic"
    )
    families = tuple(f"{name}." for name in names)
    assert [
        key for key in WORDS if f'"{key}"' not in used and not key.startswith(families) and ".lead" not in key
    ] == []


@pytest.mark.parametrize("second", ["role.does: {th: ก, en: A}", "a: {th: ก, en: A}\na: {th: ข, en: B}"])
def test_a_word_stands_in_one_place_only(tmp_path: Path, second: str) -> None:
    (tmp_path / "first.yaml").write_text("role.does: {th: ทำ, en: Does}", encoding="utf-8")
    assert read_words(tmp_path) == {"role.does": Text(th="ทำ", en="Does")}
    (tmp_path / "second.yaml").write_text(second, encoding="utf-8")
    with pytest.raises(ValueError, match=r"second\.yaml"):
        read_words(tmp_path)


def test_an_unknown_word_names_itself() -> None:
    with pytest.raises(KeyError, match=r"status\.lost"):
        word("status", "lost", language="th")


def test_no_text_of_the_site_is_empty() -> None:
    assert [key for key, text in WORDS.items() if not (text.th.strip(" ") or key == "comma") or not text.en] == []
    assert html.unescape("".join(text.th for text in WORDS.values())) == "".join(text.th for text in WORDS.values())


@BOTH
def test_a_correction_is_sent_with_its_place_filled_in(language: Language) -> None:
    links = [link for link in read(language)[PLAN].links if link.startswith("mailto:")]
    plan = CATALOGUE.procedures["angthong/annual-action-plan"]
    assert len(links) == len(plan.steps) + 1
    first = parse_qs(urlsplit(links[0]).query)
    assert plan.title[language] in first["subject"][0]
    assert f"angthong/annual-action-plan#step-{plan.steps[0].id}" in first["body"][0]
    assert "procedures/angthong/annual-action-plan.yaml" in first["body"][0]


def test_corrections_go_where_the_site_says() -> None:
    address = "https://example.org/issues/new?title={title}&body={body}"
    page = build_pages(CATALOGUE, RULES, "en", corrections=address)[PLAN]
    assert 'href="https://example.org/issues/new?title=Correction%3A' in page.markdown
    assert "mailto:" not in page.markdown


def test_data_are_to_be_reviewed_after_a_year() -> None:
    assert review_due("2026-11-20") == "2027-11-20"
    assert review_due("2028-02-29") == "2029-02-28"
    with pytest.raises(ValueError, match="month"):
        review_due("2026-13-01")


@BOTH
def test_every_plan_has_its_blank_form_which_is_made_once(language: Language, tmp_path: Path) -> None:
    made = dict(blank_forms(CATALOGUE, language, tmp_path))
    assert list(made) == [form_path(procedure.id) for procedure in CATALOGUE.procedures.values() if has_form(procedure)]
    assert made
    for path, data in made.items():
        place = tmp_path / posixpath.basename(path)
        place.write_bytes(data)
        (report,) = check_files([place], load_registry(), load_messages()).drafts
        assert report.procedure.replace("/", "-") in path
        place.unlink()
    kept = sorted(tmp_path.iterdir())
    kept[0].write_bytes(b"kept")
    assert b"kept" in dict(blank_forms(CATALOGUE, language, tmp_path)).values()
    assert b"kept" not in dict(blank_forms(CATALOGUE, language)).values()
