"""Which questions stand at the end of an item of a learning path."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from khumue.site.questions.flow import about_procedure, about_results, about_role, about_step
from khumue.site.questions.papers import (
    about_document,
    about_page,
    about_reference,
    about_requirements,
    about_section,
    about_term,
)
from khumue.site.targets import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khumue.learning import LearningPath, SitePage, Target
    from khumue.model import Catalogue, Procedure
    from khumue.site.questions.question import Question

MOST = 2
"""Questions to an item: they are to be short work at its end."""


def path_questions(catalogue: Catalogue, path: LearningPath, fiscal_year: int) -> dict[str, tuple[Question, ...]]:
    """The questions of a path by the id of the item; none is asked twice. The fiscal year is a Buddhist-era one.

    An item has one of a kind, and the path does not ask again for an answer that a question of the kind has had:
    a reader whose group does every step learns nothing from a second “who does it?”.
    """
    asked: set[str] = set()
    chosen: dict[str, tuple[Question, ...]] = {}
    for item in path.items:
        by_target = [about(catalogue, target, fiscal_year) for target in item.to]
        in_turn = [each for each in chain.from_iterable(zip_longest(*by_target)) if each and each.id not in asked]
        fresh = [each for each in in_turn if _teaches(each) not in asked] or in_turn[:1]
        of_a_kind = {_kind(each): each for each in reversed(fresh)}
        chosen[item.id] = tuple(each for each in fresh if of_a_kind[_kind(each)] is each)[:MOST]
        asked.update(name for each in chosen[item.id] for name in (each.id, _teaches(each)))
    return chosen


def _kind(question: Question) -> str:
    """What sort of thing is asked; the questions that somebody wrote are each of their own."""
    kind = question.id.partition("/")[0]
    return question.id if kind == "page" else kind


def _teaches(question: Question) -> str:
    return f"{_kind(question)}: {question.choices[question.right].th}"


def about(catalogue: Catalogue, target: Target, fiscal_year: int) -> Iterator[Question]:
    """All questions on what a link of an item leads to, the best first."""
    if target.procedure:
        yield from _about_procedure(catalogue, catalogue.procedures[target.procedure], target)
    if target.job:
        for procedure in [each for each in catalogue.procedures.values() if each.job == target.job]:
            yield from about_procedure(catalogue, procedure)
    yield from _about_entry(catalogue, target, fiscal_year)
    if target.page:
        yield from _about_page(catalogue, target.page, target.at)


def _about_page(catalogue: Catalogue, page: SitePage, at: str | None) -> Iterator[Question]:
    """The questions that somebody wrote on a page, or on one place of it."""
    for asked in catalogue.questions.values():
        if asked.page == page and at in (asked.at, None):
            yield from about_page(asked, PAGES[page][0])


def _about_entry(catalogue: Catalogue, target: Target, fiscal_year: int) -> Iterator[Question]:
    if target.role:
        yield from about_role(catalogue, target.role)
    if target.section:
        yield from about_section(catalogue.sections[target.section])
    if target.reference:
        yield from about_reference(catalogue.references[target.reference], fiscal_year)
    if target.term:
        yield from _about_page(catalogue, "glossary", target.term)
        yield from about_term(catalogue, target.term)
    if target.document:
        yield from about_document(catalogue, target.document)


def _about_procedure(catalogue: Catalogue, procedure: Procedure, target: Target) -> Iterator[Question]:
    if target.step:
        step = next(each for each in procedure.steps if each.id == target.step)
        yield from about_step(catalogue, procedure, step)
    if target.part in ("document", "references"):
        yield from about_requirements(catalogue, procedure)
    if target.part == "related":
        yield from about_results(catalogue, procedure)
    yield from about_procedure(catalogue, procedure)
