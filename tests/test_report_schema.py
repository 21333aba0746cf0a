"""The published schema of the JSON report: what is printed fits it, what is not such a report does not."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from allresults import all_results, setup
from khumue import finding, names
from khumue.cli import main
from khumue.commands import REPORT_SCHEMA
from khumue.document import TextQuality
from khumue.projects.results import FieldStatus
from khumue.reports import render
from khumue.reports.json import FORMAT, JsonReport
from khumue.rules import RULES

SCHEMA = json.loads(REPORT_SCHEMA.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


@cache
def printed() -> str:
    return render("json", all_results(), setup())


def report() -> Any:
    return json.loads(printed())


def test_the_schema_is_well_formed() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"]["const"] == FORMAT


def test_everything_that_a_report_can_hold_fits() -> None:
    assert [error.message for error in VALIDATOR.iter_errors(report())] == []


def test_the_report_of_an_interrupted_call_fits() -> None:
    stream = io.StringIO()
    JsonReport(stream, setup()).end(unchecked=3)
    assert VALIDATOR.is_valid(json.loads(stream.getvalue()))


def test_added_keys_are_allowed() -> None:
    found = report()
    found["later"] = found["drafts"][0]["later"] = found["drafts"][0]["document"]["later"] = 1
    assert VALIDATOR.is_valid(found)


MUTATIONS: dict[str, Callable[[Any], object]] = {
    "format": lambda all_: all_.update(format="khumue-report/2"),
    "no drafts": lambda all_: all_.pop("drafts"),
    "unchecked": lambda all_: all_.update(unchecked=-1),
    "kind": lambda all_: draft(all_)["document"].update(kind="rtf"),
    "year": lambda all_: draft(all_)["document"].update(fiscal_years=["2570"]),
    "chosen by": lambda all_: draft(all_).update(chosen_by="guessed"),
    "section status": lambda all_: draft(all_)["sections"][0].update(status="cited"),
    "section place": lambda all_: draft(all_)["sections"][0]["found"][0].pop("line"),
    "reference status": lambda all_: draft(all_)["references"][0].update(status="present"),
    "cited years": lambda all_: draft(all_)["references"][0]["found"][0].update(years=[2570]),
    "code": lambda all_: found(all_).update(code="S1"),
    "severity": lambda all_: found(all_).update(severity="fatal"),
    "one language": lambda all_: found(all_)["message"].pop("th"),
    "no fix": lambda all_: found(all_).pop("fix"),
    "no place": lambda all_: found(all_).pop("place"),
    "page 0": lambda all_: found(all_).update(place={"page": 0, "paragraph": None, "line": 1, "under": None}),
    "basis": lambda all_: found(all_).update(basis={"manual": "angthong"}),
    "month": lambda all_: project(all_).update(period={"from": "2569-13", "to": "2570-09"}),
    "field": lambda all_: project(all_)["fields"].update(budget="yes"),
    "reason": lambda all_: waiver(all_).update(reason=""),
    "summary": lambda all_: draft(all_)["summary"].pop("notes"),
    "failure": lambda all_: all_["failures"][0].pop("path"),
}


def draft(all_: Any) -> Any:
    return next(each for each in all_["drafts"] if each["sections"][0]["found"] and each["references"][0]["found"])


def found(all_: Any) -> Any:
    return next(each["findings"][0] for each in all_["drafts"] if each["findings"])


def project(all_: Any) -> Any:
    return next(each["projects"][0] for each in all_["drafts"] if each["projects"])


def waiver(all_: Any) -> Any:
    return next(each["waived"][0] for each in all_["drafts"] if each["waived"])


@pytest.mark.parametrize("name", MUTATIONS)
def test_what_is_no_such_report_does_not_fit(name: str) -> None:
    changed = report()
    MUTATIONS[name](changed)
    assert not VALIDATOR.is_valid(changed)


def objects(schema: Any, values: list[Any], at: str) -> Iterator[tuple[str, Any, list[Any]]]:
    """Every object that the schema describes, with what the report holds there; the same one may come again."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        yield from objects(SCHEMA["$defs"][name], values, name)
    for alternative in schema.get("anyOf", ()):
        yield from objects(alternative, [value for value in values if value is not None], at)
    held = [value for value in values if isinstance(value, dict)]
    if "properties" in schema:
        yield at, schema, held
        for key, inner in schema["properties"].items():
            yield from objects(inner, [value[key] for value in held if key in value], f"{at}.{key}")
    if "items" in schema:
        yield from objects(schema["items"], [item for value in values for item in value or ()], f"{at}[]")


def test_the_schema_has_every_key_that_is_written_and_no_other() -> None:
    schemas, written = dict[str, Any](), defaultdict[str, list[Any]](list)
    for at, schema, values in objects(SCHEMA, [report()], "report"):
        schemas[at] = schema
        written[at] += values
    assert len(schemas) > 15
    for at, values in written.items():
        keys = {key for value in values for key in value}
        always = {key for key in keys if all(key in value for value in values)}
        assert keys == set(schemas[at]["properties"]), at
        assert always == set(schemas[at]["required"]), at


def enums(schema: Any) -> Iterator[tuple[str, ...]]:
    if isinstance(schema, dict):
        if "enum" in schema:
            yield tuple(schema["enum"])
        for inner in schema.values():
            yield from enums(inner)


def test_choices_are_those_of_the_report_object() -> None:
    types = (
        *(finding.Severity, finding.SectionStatus, finding.ReferenceStatus, finding.Requirement),
        *(finding.ChosenBy, finding.YearsFrom, names.Match, FieldStatus, TextQuality),
    )
    kinds = ("docx", "odt", "pdf", "html", "md", "txt")
    assert set(enums(SCHEMA)) == {*map(get_args, types), kinds}


def test_every_code_fits() -> None:
    pattern = Draft202012Validator(SCHEMA["$defs"]["finding"]["properties"]["code"])
    assert all(pattern.is_valid(code) for code in RULES)


def test_every_key_is_described_in_both_languages() -> None:
    for at, schema, _ in objects(SCHEMA, [], "report"):
        for key, inner in schema["properties"].items():
            described = inner if "description" in inner else SCHEMA["$defs"][inner["$ref"].removeprefix("#/$defs/")]
            english, _, thai = described["description"].partition(" · ")
            assert described["title"], (at, key)
            assert english.isascii(), (at, key)
            assert any("ก" <= letter <= "๎" for letter in thai), (at, key)


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == REPORT_SCHEMA.read_text(encoding="utf-8")
