"""The words and numbers that `plan.md` and `tables.yaml` name with a dollar sign."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from sample.figures import column_sums

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sample.figures import Figures
    from sample.versions import Version

OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเมืองตัวอย่าง เขต 1"
LITERACY, PLANNING = 3, 7
"""Places in the list of projects of the two whose sheets are in the plan."""


def words(version: Version, figures: Figures) -> Mapping[str, str]:
    """Every named word of the plan."""
    return {
        "office": OFFICE,
        "nesdp": version.nesdp,
        "nesdp_text": version.nesdp_text,
        "nesdp_goal": version.nesdp_goal,
        "o_net_text": version.o_net_text,
        **_education(figures),
        **_money(figures),
        **_aims(figures),
    }


def _education(figures: Figures) -> dict[str, str]:
    schools = column_sums(figures.schools)
    rooms, boys, girls = column_sums(figures.pupils)
    return {
        "schools": str(sum(schools)),
        "small_schools": str(schools[0]),
        "small_share": f"{schools[0] / sum(schools) * 100:.2f}",
        "classrooms": f"{rooms:,}",
        "pupils": f"{boys + girls:,}",
        "pupils_per_class": f"{(boys + girls) / rooms:.1f}",
        "pupils_per_teacher": f"{(boys + girls) / figures.teachers:.1f}",
        "nt_mean": f"{sum(means[-1] for means in figures.nt.values()) / len(figures.nt):.2f}",
    }


def _money(figures: Figures) -> dict[str, str]:
    total = figures.running + figures.development
    spent = list(accumulate(column_sums({p.name: p.quarters for p in figures.projects})))
    return {
        "budget": f"{total:,}",
        "budget_growth": f"{total - figures.running_last_year - figures.development_last_year:,}",
        "running": f"{figures.running:,}",
        "running_share": f"{figures.running / total * 100:.2f}",
        "development": f"{figures.development:,}",
        "development_share": f"{figures.development / total * 100:.2f}",
        "projects": str(len(figures.projects)),
        "literacy_budget": f"{figures.projects[LITERACY].budget:,}",
        "planning_budget": f"{figures.projects[PLANNING].budget:,}",
        **{f"spent_q{n}": f"{baht / figures.development * 100:.2f}" for n, baht in enumerate(spent, 1)},
    }


def _aims(figures: Figures) -> dict[str, str]:
    known = [indicator for indicator in figures.indicators if indicator.last]
    literacy = next(i for i in known if "อ่านออกเขียนได้" in i.name)
    assert literacy.last
    return {
        "indicators": str(len(known)),
        "reached": str(sum(indicator.reached for indicator in known)),
        "literacy_now": f"{literacy.last[1]:.2f}",
        "literacy_goal": f"{literacy.target:.2f}",
    }
