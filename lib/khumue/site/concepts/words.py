"""The words by theme: the terms of each, those that are taken for each other, and where the manuals use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khumue.model import Catalogue, Likeness, Procedure, Term, Theme

Source = tuple["Procedure", str, tuple[str, ...]]
"""A procedure, the anchor of the place on its page, and the manual's numbers."""


def terms_of(catalogue: Catalogue, theme: Theme) -> tuple[Term, ...]:
    """The terms of a theme, in the order of the glossary."""
    return tuple(term for term in catalogue.glossary.values() if term.theme == theme.id)


def pairs(catalogue: Catalogue, theme: Theme) -> tuple[tuple[Term, Term, Likeness], ...]:
    """The pairs of terms of a theme that are taken for each other, with how to tell them apart."""
    return tuple(
        (term, catalogue.glossary[like.term], like) for term in terms_of(catalogue, theme) for like in term.like
    )


def sources(catalogue: Catalogue, term: Term) -> tuple[Source, ...]:
    """Where the manuals define a term, by the same Thai name, or use it in a step."""
    return tuple(dict.fromkeys((*_definitions(catalogue, term), *_steps(catalogue, term))))


def _definitions(catalogue: Catalogue, term: Term) -> Iterator[Source]:
    for procedure in catalogue.procedures.values():
        for definition in procedure.definitions:
            if definition.term.th == term.term.th:
                yield procedure, "", definition.locators


def _steps(catalogue: Catalogue, term: Term) -> Iterator[Source]:
    for each in term.steps:
        procedure = catalogue.procedures[each.procedure]
        step = next(step for step in procedure.steps if step.id == each.step)
        yield procedure, f"step-{step.id}", step.locators
