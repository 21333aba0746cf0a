"""How plans relate: each plan with the editions that count now and the procedures that make or cite it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khumue.dates import show_years
from khumue.site.bandmap import Band, Box
from khumue.site.relations import citing, in_force, requiring_reference
from khumue.site.words import word

if TYPE_CHECKING:
    from khumue.model import Catalogue, Edition, Language, LevelPlan, PlanLevel, Procedure, Reference

# What must have been checked before an edition is shown as the one in force without a word of doubt.
_NEEDED = {"title", "years", "status"}


@dataclass(frozen=True, kw_only=True)
class PlanCard:
    """A plan of a level, with what the registry and the procedures say of it."""

    plan: LevelPlan
    reference: Reference | None
    editions: tuple[Edition, ...]
    makers: tuple[Procedure, ...]
    users: tuple[Procedure, ...]


def plan_cards(catalogue: Catalogue, level: PlanLevel) -> tuple[PlanCard, ...]:
    """The plans of a level."""
    return tuple(_card(catalogue, plan) for plan in level.plans)


def _card(catalogue: Catalogue, plan: LevelPlan) -> PlanCard:
    reference = catalogue.references[plan.reference] if plan.reference else None
    makers = tuple(catalogue.procedures[name] for name in plan.made_by)
    users = [*citing(catalogue, reference.id), *requiring_reference(catalogue, reference.id)] if reference else []
    return PlanCard(
        plan=plan,
        reference=reference,
        editions=in_force(reference) if reference else (),
        makers=makers,
        users=tuple(dict.fromkeys(each for each in users if each not in makers)),
    )


def confidence(edition: Edition) -> str:
    """How sure it is that an edition is the one in force: not confirmed without a page that states all of it."""
    return edition.checked.level if _NEEDED.isdisjoint(edition.checked.unverified) else "uncertain"


def plan_anchor(plan: LevelPlan) -> str:
    """The anchor of what the page says of a plan."""
    return f"plan-{plan.id}"


def plan_bands(catalogue: Catalogue, language: Language) -> tuple[Band, ...]:
    """The map of plans. Plans are a frame for those below them, so that all bands but the last lead on."""
    return tuple(
        Band(
            title=level.title[language],
            boxes=tuple(_box(card, language) for card in plan_cards(catalogue, level)),
            joined=True,
        )
        for level in catalogue.plan_levels.values()
    )


def _box(card: PlanCard, language: Language) -> Box:
    ended = card.reference is not None and card.reference.status == "ended"
    return Box(
        title=card.plan.title[language],
        notes=_notes(card, language),
        anchor=plan_anchor(card.plan),
        look="ended" if ended else "plain",
    )


def _notes(card: PlanCard, language: Language) -> tuple[str, ...]:
    if card.reference is None:
        return ()
    if not card.editions:
        return (word("status", card.reference.status, language=language),)
    edition = card.editions[0]
    shown = show_years(edition.years, language) if edition.years else edition.title[language]
    sure = confidence(edition) == "verified"
    return (shown,) if sure else (shown, word("checked.uncertain", language=language))
