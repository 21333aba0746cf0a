"""Loading and exporting the catalogue."""

from __future__ import annotations

import json
import pickle
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from khumue.catalogue import DataError, Fault, export, load_catalogue
from khumue.exporting import read_export
from khumue.model import Catalogue, Text
from minimal_data import MINIMAL, add_procedure

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(MINIMAL)


def test_bundled_data_have_no_faults() -> None:
    assert "angthong/annual-action-plan" in load_catalogue(ROOT / "procedures").procedures


@pytest.mark.parametrize(
    "path", sorted((ROOT / "procedures").rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_editors_find_the_schema_of_each_data_file(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named is not None
    kind = path.stem if path.parent.name == "vocabulary" else "procedure"
    schema = (path.parent / named[1]).resolve()
    assert schema == ROOT / "lib" / "khumue" / "schema" / f"{kind}.schema.json"
    assert schema.exists()


def test_entries_are_found_by_id_in_the_order_of_the_file(catalogue: Catalogue) -> None:
    assert list(catalogue.sections) == ["swot-analysis", "vision"]
    assert catalogue.roles["director"].title["en"] == "Director of the area office"
    assert catalogue.references["nesdp"].editions[1].fiscal_years == (2566, None)


def test_a_procedure_is_complete(catalogue: Catalogue) -> None:
    procedure = catalogue.procedures["office/plan"]
    assert [step.id for step in procedure.steps] == ["collect", "draft", "approve", "publish", "report"]
    assert procedure.steps[0].substeps[0].locators == ("3 5.1(1)",)
    assert procedure.steps[2].else_ == "draft"
    assert procedure.references[0].cited_years == (2560, 2564)
    assert procedure.document is not None
    assert procedure.document.sections[1].why == Text(th="แผนต้องบอกทิศทาง", en="A plan says where it leads.")
    assert procedure.reviewed == "2026-11-20"


def test_a_procedure_need_not_make_a_plan_document(tmp_path: Path) -> None:
    folder = tmp_path / "procedures"
    shutil.copytree(MINIMAL, folder)
    plan = folder / "office" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text[: text.index("document:")] + "reviewed: 2026-11-20\n", encoding="utf-8")
    assert load_catalogue(folder).procedures["office/plan"].document is None


def test_a_step_after_a_decision_may_be_its_refusal(tmp_path: Path) -> None:
    folder = tmp_path / "procedures"
    shutil.copytree(MINIMAL, folder)
    plan = folder / "office" / "plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("else: draft", "else: publish")
    plan.write_text(text.replace("  - id: publish\n", "  - id: publish\n    after: [approve]\n"), encoding="utf-8")
    steps = load_catalogue(folder).procedures["office/plan"].steps
    assert (steps[2].else_, steps[3].after, steps[4].after) == ("publish", ("approve",), ("approve",))


def test_procedures_follow_the_manuals_and_their_numbers(tmp_path: Path) -> None:
    folder = tmp_path / "procedures"
    shutil.copytree(MINIMAL, folder)
    manuals = folder / "vocabulary" / "manuals.yaml"
    entry = manuals.read_text(encoding="utf-8").split("\n", 1)[1]
    manuals.write_text(entry.replace("id: office", "id: province") + entry, encoding="utf-8")
    numbered = [("a", "office", "10.1"), ("b", "office", "9"), ("c", "province", "12"), ("d", "office", "D2")]
    for name, manual, number in numbered:
        add_procedure(folder, name, number=number, manual=manual)
    (folder / "office" / "plan.yaml").unlink()
    assert list(load_catalogue(folder).procedures) == ["office/c", "office/b", "office/a", "office/d"]


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load_catalogue(tmp_path / "nowhere")
    assert str(caught.value) == f"{tmp_path}/nowhere: There is no such folder of data. Check its name and place."
    assert "ไม่พบโฟลเดอร์ข้อมูลนี้" in caught.value.render("th")


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "procedures"
    shutil.copytree(MINIMAL, folder)
    (folder / ".cache").mkdir()
    (folder / ".cache" / "x.yaml").write_text("{", encoding="utf-8")
    (folder / "office" / ".plan.yaml").write_text("{", encoding="utf-8")
    assert list(load_catalogue(folder).procedures) == ["office/plan"]


def test_faults_are_sorted_by_file_and_line() -> None:
    message = Text(th="ผิด", en="wrong")
    places = [("b.yaml", 1), ("a.yaml", 20), ("a.yaml", 3), ("a.yaml", None)]
    error = DataError(Fault(file=file, line=line, message=message) for file, line in places)
    assert str(error) == "a.yaml: wrong\na.yaml:3: wrong\na.yaml:20: wrong\nb.yaml:1: wrong"


def test_a_data_error_passes_between_processes() -> None:
    error = DataError([Fault(file="a.yaml", line=2, path="steps[0]", message=Text(th="ผิด", en="wrong"))])
    assert pickle.loads(pickle.dumps(error)).faults == error.faults


# --- export -----------------------------------------------------------------------------------------------------------


def test_export_is_read_back_unchanged(catalogue: Catalogue) -> None:
    assert read_export(json.loads(json.dumps(export(catalogue)))) == catalogue


def test_export_lists_entries_with_their_ids(catalogue: Catalogue) -> None:
    exported = export(catalogue)
    assert exported["format"] == "khumue-catalogue/1"
    assert [entry["id"] for entry in exported["sections"]] == ["swot-analysis", "vision"]
    assert [entry["id"] for entry in exported["procedures"]] == ["office/plan"]


def test_export_keeps_every_list_of_locators(catalogue: Catalogue) -> None:
    def lists(value: Any) -> int:
        if isinstance(value, list):
            return sum(map(lists, value))
        if not isinstance(value, dict):
            return 0
        return ("locators" in value) + sum(map(lists, value.values()))

    # 1 objective, 1 scope, 1 definition, 5 steps, 1 substep, 1 form, 1 reference, 3 requirements, 1 left out, 1 note
    assert lists(export(catalogue)["procedures"]) == 16


def test_another_format_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="khumue-catalogue/2"):
        read_export({**export(catalogue), "format": "khumue-catalogue/2"})
