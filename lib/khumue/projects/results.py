"""What was read of the projects of a plan: plain data, the same for rules and reports. Amounts are in satang."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from khumue.document import Place
from khumue.frozen import frozen

FieldStatus = Literal["present", "empty", "missing"]

Month = tuple[int, int]
"""A Buddhist-era year and a month, 1 to 12."""


@frozen
class Period:
    """The first and the last month, both included."""

    first: Month
    last: Month

    @property
    def fiscal_years(self) -> tuple[int, int]:
        """The first and the last fiscal year: each begins on 1 October of the year before."""
        return _fiscal(self.first), _fiscal(self.last)


def _fiscal(month: Month) -> int:
    return month[0] + (month[1] >= 10)


@frozen
class Mismatch:
    """Amounts that do not add up to what is stated. `what` is the column or row as the table names it, else empty."""

    what: str = ""
    listed: int
    stated: int
    place: Place


@frozen
class Project:
    """A project sheet. `fields` says of each known field whether the sheet has it, and `lacking` names the required
    ones that it has not; a budget or period that is not clear is None."""

    name: str
    place: Place
    fields: Mapping[str, FieldStatus]
    lacking: tuple[str, ...] = ()
    budget: int | None = None
    period: Period | None = None
    period_text: str = ""
    period_place: Place | None = None
    mismatches: tuple[Mismatch, ...] = ()


@frozen
class Projects:
    """The sheets of a plan, and the sums of its projects that do not come to the plan's totals, with their places."""

    sheets: tuple[Project, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()


NO_PROJECTS = Projects()
