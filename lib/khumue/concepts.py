"""What a newcomer learns first, as data: how plans relate, and the words by theme."""

from __future__ import annotations

from khumue.frozen import frozen
from khumue.vocabulary import Text

__all__ = ["ChainLink", "LevelPlan", "Likeness", "PlanLevel", "StepOf", "Term", "Theme"]


@frozen
class StepOf:
    """A step of a procedure, by the ids of both."""

    procedure: str
    step: str


@frozen
class Likeness:
    """A term that is easily taken for another, and how the two are told apart."""

    term: str
    text: Text


@frozen
class Term:
    """A glossary entry. `steps` are those in which the manuals use the word."""

    id: str
    term: Text
    text: Text
    abbreviation: Text | None = None
    theme: str | None = None
    like: tuple[Likeness, ...] = ()
    steps: tuple[StepOf, ...] = ()


@frozen
class ChainLink:
    """One link of a theme's chain: a term, or what a procedure does."""

    title: Text
    text: Text
    term: str | None = None
    procedure: str | None = None


@frozen
class Theme:
    """A theme of the glossary. Its `chain` is what follows from what, in order; `chain_title` says what it shows."""

    id: str
    title: Text
    text: Text
    chain_title: Text | None = None
    chain: tuple[ChainLink, ...] = ()


@frozen
class LevelPlan:
    """A plan in the map of plans: a series of the registry, or a plan that only procedures speak of.

    `title` is its name in a few words. `made_by` are procedures that make it, `helped_by` steps that help others to.
    """

    id: str
    title: Text
    text: Text | None = None
    reference: str | None = None
    made_by: tuple[str, ...] = ()
    helped_by: tuple[StepOf, ...] = ()


@frozen
class PlanLevel:
    """Plans of one level, from the nation down to the school; `rests_on` is the series that says so, if any does."""

    id: str
    title: Text
    text: Text
    rests_on: str | None = None
    plans: tuple[LevelPlan, ...]
