"""Golden cases: every folder in tests/cases holds a draft and `expected.yaml`. A new folder is a new test.

`expected.yaml` names the options of the check and what the report must say:
    procedure, year     options, as on the command line
    findings            every finding, as "code severity what": all of them, in order
    has                 findings that must be among them
    sections, references   statuses by id: those that matter
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from khumue.checking import check_files
from khumue.messages import load_messages
from khumue.registry import load_registry

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(path.parent for path in CASES.rglob("expected.yaml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(CASES)))
def test_case(folder: Path, tmp_path: Path) -> None:
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    (source,) = [path for path in folder.iterdir() if path.stem == "draft"]
    draft = Path(shutil.copy(source, tmp_path / f"ร่าง{source.suffix}"))
    registry = load_registry()
    report = check_files(
        [draft],
        registry,
        load_messages(),
        plan=registry.plans[expected["procedure"]] if "procedure" in expected else None,
        fiscal_years=[expected["year"]] if "year" in expected else (),
    )
    assert report.failures == ()
    (found,) = report.drafts
    said = [f"{each.code} {each.severity} {each.section or each.reference or ''}".strip() for each in found.findings]
    assert said == expected.get("findings", said)
    assert set(expected.get("has", [])) <= set(said)
    sections = {each.section: each.status for each in found.sections}
    assert {name: sections.get(name, "missing") for name in expected.get("sections", {})} == expected.get(
        "sections", {}
    )
    references = {each.reference: each.status for each in found.references}
    wanted = expected.get("references", {})
    assert {name: references.get(name, "missing") for name in wanted} == wanted
    if "detected" in expected:
        assert (found.procedure, found.chosen_by) == (expected["detected"], "detected")


def test_there_are_cases() -> None:
    assert len(FOLDERS) >= 5
