"""The concept pages: how plans relate, who is who, the words by theme, the forms. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from khumue.site import links
from khumue.site.bandmap import draw_bands
from khumue.site.concepts import words
from khumue.site.concepts.bodies import bodies, body_bands
from khumue.site.concepts.forms import blank_plans, form_uses
from khumue.site.concepts.plans import confidence, plan_anchor, plan_bands, plan_cards
from khumue.site.words import WORDS, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khumue.model import Catalogue, Language, Reference
    from khumue.site.bandmap import Band
    from khumue.site.render import Page, Renderer

# The orders by which the committees of provinces came, and what may have changed them.
_CHANGES = ("ncpo-order-19-2560", "ncpo-order-19-2560-amending-act", "ncpo-order-10-2559", "ncpo-order-11-2559")


def concept_pages(renderer: Renderer, catalogue: Catalogue, language: Language) -> Iterator[Page]:
    """The four pages and the one that leads to them."""

    def page(key: str, path: str, **values: object) -> Page:
        return renderer.page(key.replace(".", "/"), path, WORDS[key], WORDS[f"{key}.lead"], **values)

    places, forms, blanks = bodies(catalogue), form_uses(catalogue), blank_plans(catalogue)
    yield page("concepts.index", links.CONCEPTS, bodies=places, forms=forms, blanks=blanks)
    yield page("concepts.plans", links.CONCEPT_PLANS, **_plans(catalogue, language))
    chart = _chart(body_bands(catalogue, language), "concepts.bodies.map", "concepts.bodies.map.text", language)
    yield page("concepts.bodies", links.CONCEPT_BODIES, chart=chart, places=places, changes=_changes(catalogue))
    yield page("concepts.words", links.CONCEPT_WORDS, words=words)
    yield page("concepts.forms", links.CONCEPT_FORMS, forms=forms, blanks=blanks)


def _plans(catalogue: Catalogue, language: Language) -> dict[str, object]:
    bands = plan_bands(catalogue, language)
    return {
        "chart": _chart(bands, "concepts.plans.map", "concepts.plans.map.text", language),
        "levels": [(level, plan_cards(catalogue, level)) for level in catalogue.plan_levels.values()],
        "anchor": plan_anchor,
        "confidence": confidence,
    }


def _chart(bands: Sequence[Band], title: str, text: str, language: Language) -> Markup:
    """The map, or nothing where there is nothing to show; `title` and `text` are keys of words."""
    if not bands:
        return Markup("")
    return Markup(draw_bands(bands, title.split(".")[1], word(title, language=language), word(text, language=language)))


def _changes(catalogue: Catalogue) -> tuple[Reference, ...]:
    return tuple(catalogue.references[name] for name in _CHANGES if name in catalogue.references)
