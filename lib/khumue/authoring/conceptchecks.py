"""What the data for newcomers name: themes and terms, procedures and steps, laws and plans, the agency of an office."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from khumue.authoring.datafiles import DataFolder
from khumue.authoring.faults import Fault, KeyPath
from khumue.authoring.uses import Use, find_unknown_names, optional_use, step_use
from khumue.model import PlanLevel, Role, StepOf, Term, Theme


def find_concept_faults(folder: DataFolder) -> Iterator[Fault]:
    """Names that lead nowhere."""
    for kind, uses_of in _USES.items():
        for entry in folder.entries[kind]:
            yield from find_unknown_names(entry, uses_of(entry.value), folder)


def _of_term(term: Term) -> Iterator[Use]:
    yield from optional_use(("theme",), "themes", term.theme)
    for index, each in enumerate(term.like):
        yield Use(at=("like", index, "term"), kind="glossary", name=each.term)
    yield from _of_steps(("steps",), term.steps)


def _of_theme(theme: Theme) -> Iterator[Use]:
    for index, link in enumerate(theme.chain):
        yield from optional_use(("chain", index, "term"), "glossary", link.term)
        yield from optional_use(("chain", index, "procedure"), "procedures", link.procedure)


def _of_level(level: PlanLevel) -> Iterator[Use]:
    yield from optional_use(("rests_on",), "references", level.rests_on)
    for index, plan in enumerate(level.plans):
        at: KeyPath = ("plans", index)
        yield from optional_use((*at, "reference"), "references", plan.reference)
        for place, name in enumerate(plan.made_by):
            yield Use(at=(*at, "made_by", place), kind="procedures", name=name)
        yield from _of_steps((*at, "helped_by"), plan.helped_by)


def _of_role(role: Role) -> Iterator[Use]:
    return optional_use(("under",), "roles", role.under)


def _of_steps(at: KeyPath, steps: Iterable[StepOf]) -> Iterator[Use]:
    for index, each in enumerate(steps):
        yield Use(at=(*at, index, "procedure"), kind="procedures", name=each.procedure)
        yield step_use((*at, index, "step"), each.procedure, each.step)


_USES: Mapping[str, Callable[[Any], Iterator[Use]]] = {
    "glossary": _of_term,
    "themes": _of_theme,
    "plan-levels": _of_level,
    "roles": _of_role,
}
