"""What a role does, with whom, and between whom it stands: from the steps of all procedures and what they feed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khumue.site.handovers import ORDER
from khumue.site.relations import predecessors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khumue.model import Catalogue, Feed, MapPlace, Procedure, Role, Step

# People look for their own office first; the map goes from the ministry down.
PLACES: tuple[MapPlace, ...] = ("area-office", "provincial-office", "school", "committee", "province", "region")
PLACES += tuple(place for place in ORDER if place not in PLACES)


@dataclass(frozen=True, kw_only=True)
class RoleWork:
    """The steps of one procedure that a role does, those that it decides, and those in which it takes part."""

    procedure: Procedure
    does: tuple[Step, ...]
    decides: tuple[Step, ...]
    takes_part: tuple[Step, ...]

    @property
    def steps(self) -> int:
        """How many steps that are."""
        return len(self.does) + len(self.decides) + len(self.takes_part)


@dataclass(frozen=True, kw_only=True)
class Passing:
    """Work that goes on inside a procedure from a step of one role to the next step, of another."""

    procedure: Procedure
    start: Step
    end: Step


def by_place(catalogue: Catalogue) -> dict[MapPlace, list[Role]]:
    """The roles by where they belong; within a place those first that the data list first."""
    places = {place: [role for role in catalogue.roles.values() if role.place == place] for place in PLACES}
    return {place: own for place, own in places.items() if own}


def work_of(catalogue: Catalogue, role_id: str) -> tuple[RoleWork, ...]:
    """Where a role acts, procedure by procedure."""
    work = (
        RoleWork(
            procedure=procedure,
            does=tuple(step for step in procedure.steps if step.by == role_id and step.kind == "task"),
            decides=tuple(step for step in procedure.steps if step.by == role_id and step.kind == "decision"),
            takes_part=tuple(step for step in procedure.steps if role_id in step.involves and step.by != role_id),
        )
        for procedure in catalogue.procedures.values()
    )
    return tuple(each for each in work if each.steps)


def partners(catalogue: Catalogue, role_id: str) -> tuple[tuple[str, int], ...]:
    """The roles that act in the same steps, and in how many; those with most first."""
    steps = (step for procedure in catalogue.procedures.values() for step in procedure.steps)
    acting = ({step.by, *step.involves} for step in steps)
    counts = Counter(other for roles in acting if role_id in roles for other in roles if other != role_id)
    order = {name: place for place, name in enumerate(catalogue.roles)}
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], order[each[0]])))


def received(passings: Iterable[Passing], role_id: str) -> dict[str, list[Passing]]:
    """What the role gets to go on with, by the role that it comes from; those with most first."""
    return _grouped((each.start.by, each) for each in passings if each.end.by == role_id)


def passed_on(passings: Iterable[Passing], role_id: str) -> dict[str, list[Passing]]:
    """What others go on with when the role is done, by their role; those with most first."""
    return _grouped((each.end.by, each) for each in passings if each.start.by == role_id)


def fed(catalogue: Catalogue, role_id: str) -> tuple[tuple[Procedure, Feed], ...]:
    """The results of procedures that the role receives at their end."""
    return tuple(
        (procedure, feed)
        for procedure in catalogue.procedures.values()
        for feed in procedure.feeds
        if feed.to == role_id
    )


def passings_of(catalogue: Catalogue) -> Iterator[Passing]:
    """Every place in the flows where one role goes on with what another has done."""
    for procedure in catalogue.procedures.values():
        for step in procedure.steps:
            for before in predecessors(procedure, step):
                if before.by != step.by:
                    yield Passing(procedure=procedure, start=before, end=step)


def _grouped(found: Iterator[tuple[str, Passing]]) -> dict[str, list[Passing]]:
    groups: dict[str, list[Passing]] = {}
    for role_id, passing in found:
        groups.setdefault(role_id, []).append(passing)
    return dict(sorted(groups.items(), key=lambda group: -len(group[1])))
