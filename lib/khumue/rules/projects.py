"""P: the project sheets of an action plan. No manual states the fields of the form: nothing here is an error."""

from __future__ import annotations

from collections.abc import Iterator

from khumue.document import Place
from khumue.finding import Source
from khumue.projects.results import Mismatch, Project
from khumue.rules.context import Checked, Remark
from khumue.vocabulary import Language, Text

Values = dict[str, Text | str | int]


def lacking_fields(checked: Checked) -> Iterator[Remark]:
    """P301. One finding a sheet, however many fields it lacks."""
    for project in checked.projects.sheets:
        if project.lacking:
            fields = Text(th=_list(checked, project, "th", "ว่าง"), en=_list(checked, project, "en", "empty"))
            values: Values = {"project": _name(project), "fields": fields, "count": len(project.lacking)}
            yield _remark(checked, project.place, values)


def _list(checked: Checked, project: Project, language: Language, empty: str) -> str:
    titles = [(checked.registry.project_fields[name].title[language], project.fields[name]) for name in project.lacking]
    return ", ".join(f"{title} ({empty})" if status == "empty" else title for title, status in titles)


def outside_fiscal_year(checked: Checked) -> Iterator[Remark]:
    """P302. A project of several years need only cover a year of the plan."""
    if checked.facts.years_from == "today":
        return
    years = checked.facts.fiscal_years
    for project in checked.projects.sheets:
        if project.period is None:
            continue
        first, last = project.period.fiscal_years
        if last < min(years) or first > max(years):
            values: Values = {
                "project": _name(project),
                "period": project.period_text,
                "years": checked.facts.years_written,
            }
            yield _remark(checked, project.period_place or project.place, values)


def budget_lines(checked: Checked) -> Iterator[Remark]:
    """P303. One finding a sheet, with the first sum that fails."""
    for project in checked.projects.sheets:
        if project.mismatches:
            first = project.mismatches[0]
            yield _remark(checked, first.place, {"project": _name(project), **_sums(first)})


def plan_total(checked: Checked) -> Iterator[Remark]:
    """P304."""
    for mismatch in checked.projects.mismatches:
        yield _remark(checked, mismatch.place, _sums(mismatch))


def _name(project: Project) -> Text:
    return Text(th=project.name or "(ไม่มีชื่อ)", en=project.name or "(no name)")


def _sums(mismatch: Mismatch) -> Values:
    what = mismatch.what
    return {
        "what": Text(th=f" ที่ “{what}”" if what else "", en=f" at “{what}”" if what else ""),
        "listed": _baht(mismatch.listed),
        "stated": _baht(mismatch.stated),
        "difference": _baht(abs(mismatch.listed - mismatch.stated)),
    }


def _baht(satang: int) -> str:
    from khumue.projects.amounts import write_baht

    return write_baht(satang)


def _remark(checked: Checked, place: Place, values: Values) -> Remark:
    section, basis = _required(checked)
    return Remark(severity="warning", values=values, section=section, place=place, basis=basis)


def _required(checked: Checked) -> tuple[str | None, Source | None]:
    """The part of the plan that holds the projects, if the procedure requires one."""
    for section in ("project-proposal", "projects"):
        if source := checked.section_source(section):
            return section, source
    return None, None
