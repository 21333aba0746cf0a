"""The calendar: that its entries name what there is, and that months stand in the order of the fiscal year."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from khumue.authoring.datafiles import DataFolder, Entry
from khumue.authoring.faults import Fault, KeyPath, say, suggest
from khumue.model import CalendarEntry, CalendarWork, Procedure
from khumue.months import MONTHS


def find_calendar_faults(folder: DataFolder) -> Iterator[Fault]:
    """Every fault between the calendar and the procedures and roles that it names."""
    procedures = {each.value.id: each.value for each in folder.entries["procedures"]}
    known, roles = folder.ids.get("procedures", procedures.keys()), folder.ids.get("roles")
    for entry in folder.entries["calendar"]:
        yield from _months_order(entry)
        for index, role in enumerate(entry.value.roles):
            if roles is not None:
                yield from _unknown(entry, ("roles", index), "roles", role, roles)
        for index, work in enumerate(entry.value.work):
            at: KeyPath = ("work", index)
            yield from _unknown(entry, (*at, "procedure"), "procedures", work.procedure, known)
            if work.procedure in procedures:
                yield from _work_faults(entry, at, work, procedures[work.procedure])


def _unknown(entry: Entry[CalendarEntry], at: KeyPath, kind: str, name: str, known: Collection[str]) -> Iterator[Fault]:
    if name not in known:
        yield entry.fault(at, "unknown", kind=say(kind), value=name, hint=suggest(name, known))


def _work_faults(entry: Entry[CalendarEntry], at: KeyPath, work: CalendarWork, procedure: Procedure) -> Iterator[Fault]:
    steps = [step.id for step in procedure.steps]
    for place, step in enumerate(work.steps):
        yield from _unknown(entry, (*at, "steps", place), "steps", step, steps)
    for place, locator in enumerate(work.locators):
        if not any(locator.startswith(f"{number} ") for number in procedure.numbers):
            numbers = ", ".join(procedure.numbers)
            yield entry.fault((*at, "locators", place), "locator-number", value=locator, numbers=numbers)


def _months_order(entry: Entry[CalendarEntry]) -> Iterator[Fault]:
    first, last = entry.value.months or (MONTHS[0], MONTHS[0])
    if MONTHS.index(first) > MONTHS.index(last):
        yield entry.fault(("months",), "months-order", first=first, last=last)
