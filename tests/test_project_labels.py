"""Labels of project sheets: those of real forms, damaged ones too, and what is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from khumue.catalogue import load_catalogue
from khumue.projects.labels import FieldNames, Label, fold_fields
from khumue.registry import load_registry
from khumue.thai import MARKS, skeleton

FORMS = yaml.safe_load((Path(__file__).parent / "data" / "project-forms.yaml").read_text(encoding="utf-8"))
NAMES = FieldNames(load_registry().project_field_names)


def read(line: str) -> Label | None:
    return NAMES.read(line, skeleton(line))


def test_there_are_the_forms() -> None:
    assert len(FORMS) == 12
    assert sum(len(form["labels"]) for form in FORMS) > 80


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["form"])
def test_every_label_of_real_forms_is_known(form: dict[str, Any]) -> None:
    found = {each["label"]: read(each["label"]) for each in form["labels"]}
    assert [each["label"] for each in form["labels"] if not found[each["label"]]] == []
    for each in form["labels"]:
        label = found[each["label"]]
        assert label is not None
        assert set(each["fields"]) <= set(label.fields), each["label"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["form"])
def test_labels_without_their_marks_are_known(form: dict[str, Any]) -> None:
    for each in form["labels"]:
        label = read("".join(char for char in each["label"] if char not in MARKS))
        assert label is not None, each["label"]


@pytest.mark.parametrize(
    ("line", "fields", "value"),
    [
        ("4. กิจกรรมและงบประมาณ งบประมาณรวม 520,000 บาท", ("activities", "budget"), "งบประมาณรวม 520,000 บาท"),
        ("วัตถุประสงค์และตัวชี้วัด", ("objectives", "indicators"), ""),
        ("หน่วยงาน / ผู้รับผิดชอบ : กลุ่มนโยบายและแผน", ("unit", "responsible"), "กลุ่มนโยบายและแผน"),
        ("เป้าหมาย/ตัวชี้วัด", ("targets", "indicators"), ""),
        ("๓. วัตถุประสงค์ของโครงการ", ("objectives",), ""),
        ("ก. วัตถุประสงค์", ("objectives",), ""),
        ("(1) หลักการและเหตุผล", ("rationale",), ""),
        ("งบประมาณ50,000 บาท", ("budget",), "50,000 บาท"),
        ("การติดตาม/ประเมินผล", ("evaluation",), ""),
        ("ผู้รับผิดชอบโครงการ\tกลุ่มนิเทศ ติดตามฯ", ("responsible",), "กลุ่มนิเทศ ติดตามฯ"),
        ("Objectives: to read", ("objectives",), "to read"),
    ],
)
def test_labels_and_values(line: str, fields: tuple[str, ...], value: str) -> None:
    label = read(line)
    assert label is not None
    assert (label.fields, label.value) == (fields, value)


@pytest.mark.parametrize(
    "line",
    [
        "โครงการต่อเนื่อง",
        "กิจกรรมพัฒนาผู้เรียน 5 กิจกรรม",
        "หลักการและเหตุผลของแผนฉบับนี้คือ",
        "ค่าใช้จ่ายในการเดินทาง",
        "กิจกรรมที่ 1 อบรมครู",
        "เป้าหมายของการพัฒนาคือผู้เรียน",
        "",
        "1.",
    ],
)
def test_running_text_is_no_label(line: str) -> None:
    label = read(line)
    assert label is None


def test_every_name_is_read_as_its_field() -> None:
    catalogue = load_catalogue()
    assert set(fold_fields(catalogue.project_fields)) == set(load_registry().project_field_names)
    for field in catalogue.project_fields.values():
        for name in (field.title.th, field.title.en, *field.aliases.th, *field.aliases.en):
            label = read(name)
            assert label is not None, name
            assert field.id in label.fields, name
