"""The calendar: that its entries name what there is, and that months stand in the order of the fiscal year."""

from __future__ import annotations

from collections.abc import Iterator

from khumue.authoring.datafiles import DataFolder, Entry
from khumue.authoring.faults import Fault
from khumue.authoring.uses import Use, find_unknown_names, step_use
from khumue.model import CalendarEntry, Procedure
from khumue.months import MONTHS


def find_calendar_faults(folder: DataFolder) -> Iterator[Fault]:
    """Every fault between the calendar and the procedures and roles that it names."""
    procedures = {each.value.id: each.value for each in folder.entries["procedures"]}
    for entry in folder.entries["calendar"]:
        yield from _months_order(entry)
        yield from find_unknown_names(entry, _uses(entry.value), folder)
        for index, work in enumerate(entry.value.work):
            if work.procedure in procedures:
                yield from _foreign_locators(entry, index, procedures[work.procedure])


def _uses(value: CalendarEntry) -> Iterator[Use]:
    for index, role in enumerate(value.roles):
        yield Use(at=("roles", index), kind="roles", name=role)
    for index, work in enumerate(value.work):
        yield Use(at=("work", index, "procedure"), kind="procedures", name=work.procedure)
        for place, step in enumerate(work.steps):
            yield step_use(("work", index, "steps", place), work.procedure, step)


def _foreign_locators(entry: Entry[CalendarEntry], index: int, procedure: Procedure) -> Iterator[Fault]:
    """Places in the manual that are not in its part on the procedure."""
    for place, locator in enumerate(entry.value.work[index].locators):
        if not any(locator.startswith(f"{number} ") for number in procedure.numbers):
            at, numbers = ("work", index, "locators", place), ", ".join(procedure.numbers)
            yield entry.fault(at, "locator-number", value=locator, numbers=numbers)


def _months_order(entry: Entry[CalendarEntry]) -> Iterator[Fault]:
    first, last = entry.value.months or (MONTHS[0], MONTHS[0])
    if MONTHS.index(first) > MONTHS.index(last):
        yield entry.fault(("months",), "months-order", first=first, last=last)
