"""The numbers of the fictional office, read from `figures.yaml`; every total, share and mean is computed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Quarters = tuple[int, ...]
"""Baht in the four quarters of a fiscal year, October to December first."""

Rows = Mapping[str, tuple[int, ...]]
Scores = Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, kw_only=True)
class Activity:
    """An activity of a project; money is in baht, `quarter` is 1 to 4."""

    name: str
    months: str
    quarter: int
    pay: int
    services: int
    materials: int

    @property
    def total(self) -> int:
        """All three kinds of cost, in baht."""
        return self.pay + self.services + self.materials


@dataclass(frozen=True, kw_only=True)
class Project:
    """A project, the number of its strategy and its budget by quarter."""

    name: str
    strategy: int
    group: str
    quarters: Quarters

    @property
    def budget(self) -> int:
        """Baht in the whole year."""
        return sum(self.quarters)


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """An indicator, this year's target, and last year's target and result (None: new this year)."""

    name: str
    strategy: int
    target: float
    last: tuple[float, float] | None = None

    @property
    def reached(self) -> bool:
        """Whether last year's result came up to last year's target."""
        return self.last is not None and self.last[1] >= self.last[0]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """All numbers of the plan; `figures.yaml` says what the numbers of each row are."""

    school_sizes: tuple[str, ...]
    schools: Rows
    pupils: Rows
    teachers: int
    other_staff: Mapping[str, int]
    nt: Scores
    o_net: Scores
    running_costs: Rows
    development_last_year: int
    activities: Mapping[str, tuple[Activity, ...]]
    projects: tuple[Project, ...]
    indicators: tuple[Indicator, ...]

    @property
    def development(self) -> int:
        """Baht for projects this year."""
        return sum(project.budget for project in self.projects)

    @property
    def running(self) -> int:
        """Baht for running the office this year."""
        return sum(costs[-1] for costs in self.running_costs.values())

    @property
    def running_last_year(self) -> int:
        """Baht for running the office last year."""
        return sum(costs[0] for costs in self.running_costs.values())


def column_sums(rows: Rows) -> tuple[int, ...]:
    """The sum of each column."""
    return tuple(sum(column) for column in zip(*rows.values(), strict=True))


def quarter_sums(activities: tuple[Activity, ...]) -> Quarters:
    """The budget of the activities in each quarter, in baht."""
    return tuple(sum(a.total for a in activities if a.quarter == quarter) for quarter in (1, 2, 3, 4))


def load_figures() -> Figures:
    """Read `figures.yaml` beside this module."""
    data = yaml.safe_load(Path(__file__).with_name("figures.yaml").read_text(encoding="utf-8"))
    activities = {name: tuple(Activity(**entry) for entry in entries) for name, entries in data["activities"].items()}
    rows = {key: _tuples(data[key]) for key in ("schools", "pupils", "nt", "o_net", "running_costs")}
    return Figures(
        **rows,
        school_sizes=tuple(data["school_sizes"]),
        teachers=data["teachers"],
        other_staff=data["other_staff"],
        development_last_year=data["development_last_year"],
        activities=activities,
        projects=tuple(_project(entry, activities) for entry in data["projects"]),
        indicators=tuple(_indicator(entry) for entry in data["indicators"]),
    )


def _tuples(rows: Mapping[str, list[Any]]) -> dict[str, Any]:
    return {name: tuple(numbers) for name, numbers in rows.items()}


def _project(entry: dict[str, Any], activities: Mapping[str, tuple[Activity, ...]]) -> Project:
    quarters = quarter_sums(activities[entry["activities"]]) if "activities" in entry else tuple(entry["quarters"])
    return Project(name=entry["name"], strategy=entry["strategy"], group=entry["group"], quarters=quarters)


def _indicator(entry: dict[str, Any]) -> Indicator:
    last = tuple(entry["last"]) if "last" in entry else None
    return Indicator(name=entry["name"], strategy=entry["strategy"], target=entry["target"], last=last)
