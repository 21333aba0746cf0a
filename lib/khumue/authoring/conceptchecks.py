"""What the data for newcomers name: themes and terms, procedures and steps, laws and plans, the agency of an office."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from khumue.authoring.datafiles import DataFolder, Entry
from khumue.authoring.faults import Fault, KeyPath, say, suggest
from khumue.model import PlanLevel, Role, StepOf, Term, Theme

_Name = tuple[KeyPath, str, str]
"""Where an entry names something, the kind of what it names, and the name."""


def find_concept_faults(folder: DataFolder) -> Iterator[Fault]:
    """Names that lead nowhere."""
    steps = {each.value.id: [step.id for step in each.value.steps] for each in folder.entries["procedures"]}
    for kind, names_of in _NAMES.items():
        for entry in folder.entries[kind]:
            for at, named, name in names_of(entry.value):
                known = folder.ids.get(named)
                if known is not None and name not in known:
                    yield _unknown(entry, at, named, name, known)
            for at, step in _steps(entry.value):
                own = steps.get(step.procedure)
                if own is not None and step.step not in own:
                    yield _unknown(entry, (*at, "step"), "steps-of", step.step, own)


def _unknown(entry: Entry[Any], at: KeyPath, kind: str, name: str, known: Collection[str]) -> Fault:
    return entry.fault(at, "unknown", kind=say(kind), value=name, hint=suggest(name, known))


def _of_term(term: Term) -> Iterator[_Name]:
    yield from _optional(("theme",), "themes", term.theme)
    for index, each in enumerate(term.like):
        yield ("like", index, "term"), "glossary", each.term
    yield from _procedures(_steps(term))


def _of_theme(theme: Theme) -> Iterator[_Name]:
    for index, link in enumerate(theme.chain):
        yield from _optional(("chain", index, "term"), "glossary", link.term)
        yield from _optional(("chain", index, "procedure"), "procedures", link.procedure)


def _of_level(level: PlanLevel) -> Iterator[_Name]:
    yield from _optional(("rests_on",), "references", level.rests_on)
    for index, plan in enumerate(level.plans):
        yield from _optional(("plans", index, "reference"), "references", plan.reference)
        for place, name in enumerate(plan.made_by):
            yield ("plans", index, "made_by", place), "procedures", name
    yield from _procedures(_steps(level))


def _of_role(role: Role) -> Iterator[_Name]:
    return _optional(("under",), "roles", role.under)


def _optional(at: KeyPath, kind: str, name: str | None) -> Iterator[_Name]:
    if name is not None:
        yield at, kind, name


def _procedures(steps: Iterable[tuple[KeyPath, StepOf]]) -> Iterator[_Name]:
    return (((*at, "procedure"), "procedures", step.procedure) for at, step in steps)


def _steps(value: Any) -> Iterator[tuple[KeyPath, StepOf]]:
    if isinstance(value, Term):
        yield from ((("steps", index), step) for index, step in enumerate(value.steps))
    elif isinstance(value, PlanLevel):
        for place, plan in enumerate(value.plans):
            yield from ((("plans", place, "helped_by", index), step) for index, step in enumerate(plan.helped_by))


_NAMES: Mapping[str, Callable[[Any], Iterator[_Name]]] = {
    "glossary": _of_term,
    "themes": _of_theme,
    "plan-levels": _of_level,
    "roles": _of_role,
}
