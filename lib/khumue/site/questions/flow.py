"""Questions on the flow of procedures: who does and decides what, what comes next, and where results go."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING

from khumue.site.links import procedure_path
from khumue.site.questions.question import Question, question, say
from khumue.site.relations import successors
from khumue.site.rolework import work_of
from khumue.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khumue.model import Catalogue, Procedure, Role, Step, Text
    from khumue.site.rolework import RoleWork

UNNAMED = {
    "assigned-committee",
    "assigned-subcommittee",
    "authorised-signatory",
    "esao-groups-units",
    "peo-groups-units",
    "responsible-officer",
    "supervisor",
}
"""Roles that may be any of the others in an office: neither right nor clearly wrong as an answer."""


def about_procedure(catalogue: Catalogue, procedure: Procedure) -> Iterator[Question]:
    """Who decides, what follows where it is not agreed, and what comes next: the decisions of the flow first."""
    for ask in (_who_decides, _if_refused, _what_next):
        for step in procedure.steps:
            yield from ask(catalogue, procedure, step)


def about_step(catalogue: Catalogue, procedure: Procedure, step: Step) -> Iterator[Question]:
    """Who does or decides a step, and what comes after it."""
    for ask in (_who_decides, _who_does, _if_refused, _what_next):
        yield from ask(catalogue, procedure, step)


def about_results(catalogue: Catalogue, procedure: Procedure) -> Iterator[Question]:
    """Where the result of a procedure goes."""
    titles = {**{each.id: each.title for each in catalogue.roles.values()}, **_titles(catalogue)}
    receiving = [feed.to for feed in procedure.feeds]
    kin = _titles(catalogue) if receiving and receiving[0] in catalogue.procedures else titles
    for feed in procedure.feeds[:1]:
        yield from question(
            f"feeds/{procedure.id}",
            say("ask.feeds", procedure=procedure.title),
            titles[feed.to],
            (title for other, title in kin.items() if other not in {*receiving, procedure.id}),
            say("ask.feeds.why", what=feed.what),
            (procedure_path(procedure.id), "related"),
        )


def about_role(catalogue: Catalogue, role_id: str) -> Iterator[Question]:
    """Which step is the role's own: of a procedure in which it does much, and others clearly do other steps."""
    works = sorted(work_of(catalogue, role_id), key=lambda each: -each.steps)
    yield from islice(chain.from_iterable(_own_step(catalogue, catalogue.roles[role_id], each) for each in works), 1)


def _own_step(catalogue: Catalogue, role: Role, work: RoleWork) -> Iterator[Question]:
    """A step whose title does not name the role, which would give the answer away."""
    procedure, own = work.procedure, (*work.does, *work.decides)
    others = [step for step in procedure.steps if step.kind == "task" and role.id not in (step.by, *step.involves)]
    for step in [each for each in own if not _names(each.title, role)][:1]:
        yield from question(
            f"own/{role.id}",
            say("ask.own", procedure=procedure.title, role=role.title),
            step.title,
            (other.title for other in reversed(others) if _apart(catalogue.roles[other.by], role)),
            say("ask.own.why", number=procedure.step_number(step.id)),
            _at(procedure, step),
        )


def _who_decides(catalogue: Catalogue, procedure: Procedure, step: Step) -> Iterator[Question]:
    """The step's own title may name who decides: the question names the step that comes after it.

    Nothing is asked where the work goes on without agreement, too, where that step is a question itself, or where it
    names who decides. Who decided before is no wrong answer.
    """
    following = successors(procedure, step)
    if step.kind == "task" or step.by in UNNAMED or not following or _goes_on(procedure, step):
        return
    if following[0].kind == "decision" or _names(following[0].title, catalogue.roles[step.by]):
        return
    role = catalogue.roles[step.by].title
    before = {each.by for each in procedure.steps[: procedure.step_number(step.id)] if each.kind == "decision"}
    unfit = {*before, *step.involves, *UNNAMED}
    yield from question(
        f"decides/{procedure.id}/{step.id}",
        say("ask.decides", procedure=procedure.title, next=following[0].title),
        role,
        (catalogue.roles[other].title for other in _deciders(catalogue) if other not in unfit),
        say("ask.decides.why", number=procedure.step_number(step.id), role=role),
        _at(procedure, step),
    )


def _goes_on(procedure: Procedure, step: Step) -> bool:
    """Whether a decision leads on, not back, where it is not agreed."""
    number = procedure.step_number(step.id)
    return any(other.id == step.else_ for other in procedure.steps[number:])


def _deciders(catalogue: Catalogue) -> list[str]:
    """Ids of the roles that decide anywhere, those that decide most first."""
    steps = (step for procedure in catalogue.procedures.values() for step in procedure.steps)
    return [role for role, _ in Counter(step.by for step in steps if step.kind == "decision").most_common()]


def _who_does(catalogue: Catalogue, procedure: Procedure, step: Step) -> Iterator[Question]:
    if step.kind == "decision" or step.by in UNNAMED:
        return
    role = catalogue.roles[step.by]
    acting = (other for each in procedure.steps for other in (each.by, *each.involves))
    others = (catalogue.roles[other] for other in acting if other not in {step.by, *step.involves, *UNNAMED})
    yield from question(
        f"does/{procedure.id}/{step.id}",
        say("ask.does", procedure=procedure.title, step=step.title),
        role.title,
        (other.title for other in others if _apart(other, role)),
        say("ask.does.why", number=procedure.step_number(step.id), role=role.title),
        _at(procedure, step),
    )


def _apart(one: Role, other: Role) -> bool:
    """Whether neither is a part of the other, as a unit or a committee may be of an agency."""
    agencies = [role for role in (one, other) if role.kind == "agency"]
    if len(agencies) != 1:
        return True
    inner = other if one in agencies else one
    return inner.kind == "committee" and inner.serves != agencies[0].place


def _names(title: Text, role: Role) -> bool:
    """Whether a title names the role."""
    names = [role.title, *([role.abbreviation] if role.abbreviation else [])]
    return any(name.th in title.th or name.en in title.en for name in names)


def _if_refused(_: Catalogue, procedure: Procedure, step: Step) -> Iterator[Question]:
    if step.else_ is None:
        return
    ways = {other.id: say("ask.refused.to", step=other.title) for other in procedure.steps if other != step}
    ways = {"end": WORDS["ask.refused.end"], **ways}
    yield from question(
        f"refused/{procedure.id}/{step.id}",
        say("ask.refused", procedure=procedure.title, step=step.title),
        ways[step.else_],
        (way for key, way in ways.items() if key != step.else_),
        say("ask.refused.why", number=procedure.step_number(step.id)),
        _at(procedure, step),
    )


def _what_next(_: Catalogue, procedure: Procedure, step: Step) -> Iterator[Question]:
    following = [other for other in successors(procedure, step) if other.id != step.else_]
    if len(following) != 1:
        return
    then, key = following[0], "agreed" if step.kind == "decision" else "next"
    yield from question(
        f"{key}/{procedure.id}/{step.id}",
        say(f"ask.{key}", procedure=procedure.title, step=step.title),
        then.title,
        (other.title for other in reversed(procedure.steps) if other not in (step, then)),
        say("ask.next.why", number=procedure.step_number(step.id), next=procedure.step_number(then.id)),
        _at(procedure, step),
    )


def _titles(catalogue: Catalogue) -> dict[str, Text]:
    return {each.id: each.title for each in catalogue.procedures.values()}


def _at(procedure: Procedure, step: Step) -> tuple[str, str]:
    return procedure_path(procedure.id), f"step-{step.id}"
