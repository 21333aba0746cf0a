"""The concept pages: nothing is left out, every map has its text, and no word leaves its box."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from xml.etree import ElementTree as ET

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khumue.catalogue import load_catalogue
from khumue.flowchart.measuring import Ruler
from khumue.frozen import replace
from khumue.model import LANGUAGES, Catalogue, Checked, Edition, Language
from khumue.site import links
from khumue.site.bandmap import SHEETS, Band, Box, draw_bands
from khumue.site.concepts.bodies import bodies
from khumue.site.concepts.pages import concept_pages
from khumue.site.concepts.plans import confidence, plan_cards
from khumue.site.concepts.words import pairs, sources, terms_of
from khumue.site.render import Renderer
from khumue.site.trail import trail
from site_catalogue import CATALOGUE
from site_html import Html

BOTH = pytest.mark.parametrize("language", LANGUAGES)
MAPS = pytest.mark.parametrize("path", ["concepts/plans.md", "concepts/bodies.md"])
SIZES = {"band-head": 15 * 1.1, "band-title": 14, "band-note": 12}


@cache
def bundled() -> Catalogue:
    return load_catalogue()


@cache
def sources_of_pages(language: Language) -> dict[str, str]:
    return {page.path: page.markdown for page in concept_pages(Renderer(bundled(), language), bundled(), language)}


@cache
def read(language: Language, path: str) -> Html:
    extensions = ["attr_list", "md_in_html", "tables"]
    return Html(markdown.markdown(sources_of_pages(language)[path], extensions=extensions))


def drawings(language: Language, path: str) -> list[ET.Element]:
    """The drawings of a page's map: for wide screens, for narrow ones."""
    figures = re.findall(r"<figure.*</figure>", sources_of_pages(language)[path])
    assert len(figures) == 1
    return list(ET.fromstring(figures[0]))


# --- nothing is left out -------------------------------------------------------------------------------------


def test_every_term_stands_in_one_theme() -> None:
    of_themes = [term.id for theme in bundled().themes.values() for term in terms_of(bundled(), theme)]
    assert sorted(of_themes) == sorted(bundled().glossary)


@BOTH
def test_every_term_is_on_the_page_with_its_meaning(language: Language) -> None:
    text = read(language, "concepts/words.md").text
    assert [term.id for term in bundled().glossary.values() if term.text[language] not in text] == []


@BOTH
def test_words_that_are_taken_for_each_other_stand_side_by_side(language: Language) -> None:
    page = read(language, "concepts/words.md")
    shown = [tag.text for tag in page.find("div", **{"class": "pair"})]
    told = [pair for theme in bundled().themes.values() for pair in pairs(bundled(), theme)]
    assert len(shown) == len(told) > 9
    for text, (one, other, like) in zip(shown, told, strict=True):
        assert all(piece[language] in text for piece in (one.term, one.text, other.term, other.text, like.text))


def test_a_term_leads_to_where_manuals_define_or_use_it() -> None:
    found = {
        name: [each[1:] for each in sources(bundled(), bundled().glossary[name])] for name in ("vision", "information")
    }
    assert ("step-direction", ("2 5.4",)) in found["vision"]
    assert ("", ("งานที่ 15 4",)) in found["information"]


@BOTH
def test_every_agency_and_committee_is_on_the_page_of_bodies(language: Language) -> None:
    page = read(language, "concepts/bodies.md")
    roles = [role for role in bundled().roles.values() if role.kind in ("agency", "committee")]
    assert len(roles) > 30
    for role in roles:
        assert role.id in page.anchors
        assert f"../roles/{role.id}.md" in page.links
        assert role.note is None or role.note[language] in page.text


def test_whoever_decides_is_on_the_page_of_bodies_with_all_decisions() -> None:
    deciding = [step for each in bundled().procedures.values() for step in each.steps if step.kind == "decision"]
    listed = [step for own in bodies(bundled()).values() for body in own for _, step in body.decides]
    assert len(listed) == len(deciding)
    assert {step.by for step in deciding} <= {body.role.id for own in bodies(bundled()).values() for body in own}


def test_every_committee_says_whose_work_it_does() -> None:
    assert [role.id for role in bundled().roles.values() if role.kind == "committee" and role.serves is None] == []
    assert "committee" not in bodies(bundled())


@BOTH
def test_every_form_is_on_the_page_with_who_fills_it_in(language: Language) -> None:
    page = read(language, "concepts/forms.md")
    for procedure in bundled().procedures.values():
        for form in procedure.forms:
            card = next(tag.text for tag in page.find("li") if form.title[language] in tag.text)
            doers = [bundled().roles[step.by].title[language] for step in procedure.steps if step.form == form.id]
            assert doers
            assert all(name in card for name in doers)


@BOTH
def test_every_blank_plan_can_be_downloaded(language: Language) -> None:
    made = [each.id for each in bundled().procedures.values() if each.document and each.document.sections]
    links = read(language, "concepts/forms.md").links
    assert sorted(link for link in links if link.endswith(".docx")) == sorted(
        f"../forms/{name.replace('/', '-')}.docx" for name in made
    )


# --- plans -------------------------------------------------------------------------------------


def test_the_levels_are_those_of_the_cabinet() -> None:
    levels = bundled().plan_levels
    assert [plan.reference for plan in levels["level-1"].plans] == ["national-strategy"]
    second = {plan.reference for plan in levels["level-2"].plans}
    assert second == {"master-plans", "national-reform-plan", "nesdp", "national-security-policy"}
    assert [level.id for level in levels.values() if level.rests_on is None] == ["school"]


@BOTH
def test_the_page_names_the_edition_in_force_of_each_plan(language: Language) -> None:
    text = read(language, "concepts/plans.md").text
    cards = [card for level in bundled().plan_levels.values() for card in plan_cards(bundled(), level)]
    editions = [edition for card in cards for edition in card.editions]
    assert "nesdp-13" in [edition.id for edition in editions]
    assert all(edition.title[language] in text for edition in editions)
    plan = next(card for card in cards if card.plan.id == "area-development")
    assert [each.manual for each in plan.makers] == ["angthong", "tak2"]
    assert not set(plan.makers) & set(plan.users)


def edition(level: str, *unverified: str) -> Edition:
    base = CATALOGUE.references["nesdp"].editions[0]
    checked = Checked(level=level, as_of="2026-11-20", source="https://example.org", unverified=unverified)  # type: ignore[arg-type]
    return replace(base, checked=checked)


@pytest.mark.parametrize(
    ("found", "sure"),
    [
        (edition("verified"), "verified"),
        (edition("verified", "fiscal_years"), "verified"),
        (edition("verified", "status"), "uncertain"),
        (edition("known"), "known"),
        (edition("uncertain"), "uncertain"),
    ],
)
def test_what_is_not_confirmed_is_not_shown_as_if_it_were(found: Edition, sure: str) -> None:
    assert confidence(found) == sure


def test_the_pages_stand_below_their_overview() -> None:
    above = [links.HOME, links.LEARN, links.CONCEPTS]
    assert [path for _, path, _ in trail(bundled(), "th", links.CONCEPT_PLANS)] == above
    assert [path for _, path, _ in trail(bundled(), "th", links.CONCEPTS)] == above[:2]


# --- maps -------------------------------------------------------------------------------------


@BOTH
@MAPS
def test_a_map_has_a_name_a_description_and_the_same_as_text(language: Language, path: str) -> None:
    for drawing in drawings(language, path):
        named = {element.get("id"): element.text for element in drawing if element.tag in ("title", "desc")}
        assert named[drawing.get("aria-labelledby")]
        assert named[drawing.get("aria-describedby")]
        links = drawing.findall("a")
        assert len(links) > 10
        anchors = read(language, path).anchors
        assert [each.get("href") for each in links if (each.get("href") or "#")[1:] not in anchors] == []


@BOTH
@MAPS
def test_both_drawings_of_a_map_hold_the_same(language: Language, path: str) -> None:
    wide, narrow = ([link.get("aria-label") for link in each.findall("a")] for each in drawings(language, path))
    assert wide == narrow


def check_geometry(drawing: ET.Element) -> None:
    """Boxes lie apart inside the drawing, and every word inside its box."""
    width, height = (float(drawing.get(key) or 0) for key in ("width", "height"))
    boxes = [(link, *rectangle(link)) for link in drawing.findall("a")]
    for _, left, top, right, bottom in boxes:
        assert 0 < left < right < width
        assert 0 < top < bottom < height
        assert bottom - top >= 24  # the least target that WCAG 2.5.8 allows
    for (_, a, b, c, d), (_, e, f, g, h) in combinations(boxes, 2):
        assert c <= e or g <= a or d <= f or h <= b
    for link, left, top, right, bottom in boxes:
        for text in link.findall("text"):
            half = Ruler().width(text.text or "", SIZES[text.get("class") or ""]) / 2
            x, y = float(text.get("x") or 0), float(text.get("y") or 0)
            assert left < x - half
            assert x + half < right
            assert top < y < bottom


def rectangle(link: ET.Element) -> tuple[float, float, float, float]:
    found = link.find("rect")
    assert found is not None
    x, y, width, height = (float(found.get(key) or 0) for key in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


@BOTH
@MAPS
def test_no_box_lies_on_another_and_no_word_leaves_its_box(language: Language, path: str) -> None:
    for drawing in drawings(language, path):
        check_geometry(drawing)


words = st.lists(
    st.sampled_from(["แผน", "ยุทธศาสตร์ชาติ", "development", "(พ.ศ. 2566-2570)", "a<b>&\"'", "x" * 40]),
    min_size=1,
    max_size=9,
).map(" ".join)
boxes = st.builds(Box, title=words, notes=st.lists(words, max_size=3).map(tuple), anchor=st.just("here"))
bands = st.builds(Band, title=words, boxes=st.lists(boxes, min_size=1, max_size=11).map(tuple), joined=st.booleans())


@settings(max_examples=25)
@given(st.lists(bands, min_size=1, max_size=3))
def test_a_map_of_anything_is_well_drawn(found: list[Band]) -> None:
    figure = draw_bands(found, "any", "<ชื่อ>", "A & B")
    assert "\n" not in figure
    for drawing, sheet in zip(ET.fromstring(figure), SHEETS, strict=True):
        assert drawing.get("width") == str(sheet.width)
        assert len(drawing.findall("a")) == sum(len(band.boxes) for band in found)
        check_geometry(drawing)


def test_a_map_without_anything_is_not_drawn() -> None:
    empty = replace(CATALOGUE, plan_levels={})
    pages = {page.path: page.markdown for page in concept_pages(Renderer(empty, "en"), empty, "en")}
    assert "<figure" not in pages["concepts/plans.md"]
