"""Rules on projects: for which plans and years they speak, and in which words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from khumue.checking import check_files
from khumue.finding import DraftReport
from khumue.messages import load_messages
from khumue.registry import load_registry

REGISTRY = load_registry()
CASES = Path(__file__).parent / "cases"


def check(draft: Path, procedure: str = "angthong/annual-action-plan", years: tuple[int, ...] = ()) -> DraftReport:
    report = check_files([draft], REGISTRY, load_messages(), plan=REGISTRY.plans[procedure], fiscal_years=years)
    return report.drafts[0]


def codes(report: DraftReport) -> list[str]:
    return [each.code for each in report.findings if each.code.startswith("P")]


def test_one_finding_a_sheet_with_its_fields_in_both_languages() -> None:
    report = check(CASES / "project-fields-lacking" / "draft.md")
    first = next(each for each in report.findings if each.code == "P301")
    assert first.message.th == "โครงการ “พัฒนาการอ่านออกเขียนได้” ขาด 2 ช่อง: วัตถุประสงค์, ผลที่คาดว่าจะได้รับ (ว่าง)"
    assert first.message.en.endswith("lacks 2 of its fields: Objectives, Expected results (empty).")
    assert first.place is not None
    assert first.place.line == 71
    assert first.basis is not None
    assert first.basis.locators == ("3 7",)


@pytest.mark.parametrize(
    ("years", "expected"), [((), ["P302"]), ((2569,), ["P302"]), ((2568, 2569, 2570), []), ((2572,), ["P302"] * 2)]
)
def test_a_period_is_judged_by_the_years_of_the_plan(years: tuple[int, ...], expected: list[str]) -> None:
    """The periods are fiscal year 2568, and 2569 to 2571."""
    assert codes(check(CASES / "project-period-outside" / "draft.md", years=years)) == expected


def test_no_period_is_judged_where_the_plan_names_no_year(tmp_path: Path) -> None:
    text = (CASES / "project-period-outside" / "draft.md").read_text(encoding="utf-8")
    draft = tmp_path / "แผน.md"
    sheets = text[text.index("## 4.1 แบบเสนอโครงการ") : text.index("## 4.2 งบประมาณ")]
    draft.write_text(sheets.replace("ปีงบประมาณ พ.ศ. 2569 ", ""), encoding="utf-8")
    report = check(draft)
    assert len(report.projects) == 2
    assert "D002" in [each.code for each in report.findings]
    assert codes(report) == []


@pytest.mark.parametrize("procedure", ["tak2/evaluate-annual-action-plan", "angthong/policy-analysis"])
def test_documents_that_hold_no_project_sheets_are_not_judged(procedure: str) -> None:
    report = check(CASES / "project-fields-lacking" / "draft.md", procedure)
    assert (codes(report), report.projects) == ([], ())


def test_an_office_without_fields_of_project_sheets_has_no_checks_of_them(tmp_path: Path) -> None:
    shutil.copytree(CASES.parents[1] / "procedures", tmp_path, dirs_exist_ok=True)
    (tmp_path / "vocabulary" / "project-fields.yaml").unlink()
    own = load_registry(tmp_path)
    plan = own.plans["angthong/annual-action-plan"]
    report = check_files([CASES / "project-fields-lacking" / "draft.md"], own, load_messages(), plan=plan).drafts[0]
    assert (codes(report), report.projects) == ([], ())


def test_a_plan_without_the_form_rests_on_its_list_of_projects() -> None:
    report = check(CASES / "project-fields-lacking" / "draft.md", "tak2/annual-action-plan")
    first = next(each for each in report.findings if each.code == "P301")
    assert first.section == "projects"
    assert first.basis is not None
    assert first.basis.link == "procedures/tak2/annual-action-plan/#part-projects"
