"""The flow of one procedure: steps that name each other, and the forms that they use."""

from __future__ import annotations

from collections.abc import Iterator

from khumue.authoring.datafiles import Entry
from khumue.authoring.faults import Fault, KeyPath
from khumue.model import Procedure, Step

END = "end"
"""What `else` says to leave the flow."""


def find_flow_faults(entry: Entry[Procedure]) -> Iterator[Fault]:
    """Every fault of the steps and forms.

    Each step follows the one before or the earlier steps that `after` names, so a step that no way leads to cannot be
    written once `after` is right.
    """
    yield from _repeated(entry, "steps", [step.id for step in entry.value.steps])
    yield from _repeated(entry, "forms", [form.id for form in entry.value.forms])
    for index, step in enumerate(entry.value.steps):
        if step.id == END:
            yield entry.fault(("steps", index, "id"), "reserved-step")
        yield from _after_faults(entry, index, step)
        yield from _else_faults(entry, index, step)
        yield from _form_faults(entry, index, step)


def _next_steps(steps: tuple[Step, ...], index: int) -> tuple[str, ...]:
    """Ids of the steps that follow when all goes well; ("end",) where none does.

    A step after a decision whose `else` it is follows when the decision is not agreed.
    """
    here = steps[index]
    following = [
        step.id
        for place, step in enumerate(steps)
        if (here.id in step.after and here.else_ != step.id) or (place == index + 1 and not step.after)
    ]
    return tuple(following) or (END,)


def _repeated(entry: Entry[Procedure], key: str, ids: list[str]) -> Iterator[Fault]:
    for index, name in enumerate(ids):
        first = ids.index(name)
        if first != index:
            yield entry.fault((key, index, "id"), "same-id", value=name, line=entry.line(key, first, "id"))


def _after_faults(entry: Entry[Procedure], index: int, step: Step) -> Iterator[Fault]:
    ids = [other.id for other in entry.value.steps]
    for place, name in enumerate(step.after):
        at: KeyPath = ("steps", index, "after", place)
        if name not in ids:
            yield entry.unknown(at, "steps", name, ids[:index])
        elif name not in ids[:index]:
            yield entry.fault(at, "after-later", value=name)


def _else_faults(entry: Entry[Procedure], index: int, step: Step) -> Iterator[Fault]:
    steps = entry.value.steps
    ids = [other.id for other in steps]
    at: KeyPath = ("steps", index, "else")
    if step.else_ is None:
        return
    if step.else_ not in (*ids, END):
        yield entry.unknown(at, "steps", step.else_, [*ids, END])
    elif step.else_ == step.id:
        yield entry.fault(at, "else-itself")
    elif _next_steps(steps, index) == (step.else_,):
        yield entry.fault(at, "else-same", value=step.else_)


def _form_faults(entry: Entry[Procedure], index: int, step: Step) -> Iterator[Fault]:
    forms = [form.id for form in entry.value.forms]
    if step.form is not None and step.form not in forms:
        yield entry.unknown(("steps", index, "form"), "forms", step.form, forms)
