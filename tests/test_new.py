"""The command new: a data file that is sound at once, explains itself, and takes nothing that is not the office's."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from khumue import new_command
from khumue.authoring.shapes import Shape, shape_of
from khumue.authoring.starting import data_files, new_entry, own_copy
from khumue.authoring.yamllines import write_list
from khumue.catalogue import export, load_catalogue
from khumue.cli import main
from khumue.problems import CommandError
from minimal_data import MINIMAL
from reading import close

ACTION_PLAN = "angthong/annual-action-plan"
CATALOGUE = load_catalogue()


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office's own folder, with a Thai name."""
    return Path(shutil.copytree(MINIMAL, tmp_path / "ข้อมูลของเรา"))


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def shapes(shape: Shape) -> Iterator[tuple[str, Shape]]:
    """Every key that may stand in a file, with what it may hold."""
    for key in shape.keys:
        inner = shape.inner(key)
        yield key, inner
        yield from shapes(inner.items if "items" in inner.plain else inner)


# --- what is written ------------------------------------------------------------------------------------------------


def test_a_new_procedure_passes_lint_and_counts_what_is_to_fill_in(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    status, out, err = run(
        capsys, "new", "ours/plan", "--job", "annual-action-plan", "--procedures", data, "--lang", "en"
    )
    assert (status, err) == (0, "")
    assert out.splitlines()[:2] == [f"Written: {data}/ours/plan.yaml", f"Written: {data}/vocabulary/manuals.yaml"]
    assert f"khumue lint --procedures {data}" in out
    status, out, _ = run(capsys, "lint", "--procedures", data)
    assert status == 0
    assert "ยังรอเติม 8 แห่ง: vocabulary/manuals.yaml (ours)" in out
    assert "ยังรอเติม 10 แห่ง: ours/plan.yaml" in out
    procedure = load_catalogue(data).procedures["ours/plan"]
    assert (procedure.manual, procedure.numbers, procedure.job) == ("ours", ("1",), "annual-action-plan")


def test_the_file_explains_every_key_of_the_schema_in_both_languages(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    assert run(capsys, "new", "ours/plan", "--job", "annual-action-plan", "--procedures", data)[0] == 0
    text = (data / "ours/plan.yaml").read_text(encoding="utf-8")
    said = close(re.sub("^[ #]*# ", "", text, flags=re.MULTILINE))
    found = [*shapes(shape_of("procedure"))]
    assert len(found) > 60
    for key, shape in found:
        assert re.search(rf"^[ #-]*{key}:", text, re.MULTILINE), key
        assert close(shape.description.th) in said, key
        assert close(shape.description.en) in said, key
        assert all(close(meaning.th) in said for meaning in shape.choices.values()), key
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize("key", ["scope", "definitions", "forms", "references", "document", "notes", "feeds"])
def test_a_key_that_is_not_needed_is_used_by_taking_its_marks_away(
    capsys: pytest.CaptureFixture[str], data: Path, key: str
) -> None:
    """One `#` at the beginning of each line of the key; the ids in the example are those of the bundled vocabulary."""
    assert run(capsys, "new", "ours/plan", "--job", "annual-action-plan", "--procedures", data)[0] == 0
    path = data / "ours/plan.yaml"
    text = path.read_text(encoding="utf-8")
    marked = re.search(rf"^#{key}:\n(#.*\n)*", text, re.MULTILINE)
    assert marked
    used = text.replace(marked[0], re.sub("^#", "", marked[0], flags=re.MULTILINE))
    assert yaml.safe_load(used)[key]
    path.write_text(used, encoding="utf-8")
    err = run(capsys, "lint", "--procedures", data, "--lang", "en")[2]
    assert all("is not a" in line and "is not a key" not in line for line in err.splitlines()), err  # unknown ids only


def test_another_office_s_procedure_is_made_one_s_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "ข้อมูล ของเรา"
    start = ("new", "ours/plan", "--from", ACTION_PLAN, "--number", "งานที่ ๓", "--lang", "en")
    status, out, err = run(capsys, *start, "--procedures", folder)
    assert (status, err) == (0, "")
    assert out.startswith(f"Made the folder {folder}, with a copy of all data")
    assert f'khumue lint --procedures "{folder}"' in out
    own, other = load_catalogue(folder).procedures["ours/plan"], CATALOGUE.procedures[ACTION_PLAN]
    assert own.numbers == ("งานที่ 3",)
    assert [step.title for step in own.steps] == [step.title for step in other.steps]
    assert own.document is not None
    assert other.document is not None
    assert [each.section for each in own.document.sections] == [each.section for each in other.document.sections]
    text = (folder / "ours/plan.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"^ *locators: (.+)", text, re.MULTILINE)) == {'["งานที่ 3 ?"]'}
    assert (own.notes, own.was, own.document.left_out) == ((), (), ())
    assert {each.to for each in own.feeds} == {"schools"}
    assert not any(each.cited_edition or each.cited_years for each in own.references)
    assert "angthong" not in re.sub("^ *#.*", "", text, flags=re.MULTILINE)


def test_a_folder_that_is_not_there_is_filled_with_the_bundled_data(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Also one that is empty; nothing of the data is lost on the way."""
    (tmp_path / "ว่าง").mkdir()
    for name in ("ใหม่", "ว่าง"):
        assert run(capsys, "new", "ours/plan", "--from", ACTION_PLAN, "--procedures", tmp_path / name)[0] == 0
    written, bundled = export(load_catalogue(tmp_path / "ใหม่")), export(CATALOGUE)
    for kind, entries in bundled.items():
        added = [each for each in written[kind] if each not in entries] if kind != "format" else []
        assert [each for each in written[kind] if each not in added] == [*entries] or kind == "format", kind
        assert [each["id"] for each in added] == {"procedures": ["ours/plan"], "manuals": ["ours"]}.get(kind, []), kind


def test_an_office_s_kind_is_that_of_the_procedure_it_starts_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source = next(name for name in CATALOGUE.procedures if name.startswith("uthaithani/"))
    assert run(capsys, "new", "ours/plan", "--from", source, "--procedures", tmp_path / "ข้อมูล")[0] == 0
    assert load_catalogue(tmp_path / "ข้อมูล").manuals["ours"].office_kind == "provincial-office"


def test_a_job_that_is_not_known_is_added(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    assert run(capsys, "new", "ours/new-work", "--procedures", data)[0] == 0
    assert "new-work" in load_catalogue(data).jobs
    again = run(capsys, "new", "ours/more-work", "--job", "new-work", "--procedures", data)
    assert again[0] == 0
    assert "jobs.yaml" not in again[1]
    assert load_catalogue(data).procedures["ours/more-work"].numbers == ("2",)


def test_stages_of_another_job_are_left_out() -> None:
    source = CATALOGUE.procedures[ACTION_PLAN]
    facts = {"id": "a/b", "manual": "a", "numbers": ["1"], "job": "b", "locators": ["1 ?"], "reviewed": "2026-11-20"}
    steps = yaml.safe_load(own_copy(source, facts))["steps"]
    assert all(step.stage for step in source.steps)
    assert not any("stage" in step for step in steps)


def test_vocabularies_keep_their_line_ends_and_may_be_empty(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    manuals = data / "vocabulary/manuals.yaml"
    manuals.write_bytes(manuals.read_bytes().replace(b"\n", b"\r\n"))
    assert run(capsys, "new", "ours/plan", "--job", "annual-action-plan", "--procedures", data)[0] == 0
    assert manuals.read_bytes().count(b"\n") == manuals.read_bytes().count(b"\r\n") > 40
    assert new_command._with("[]\n", "- id: a\n") == "- id: a\n"


def test_what_yaml_would_misread_is_quoted() -> None:
    texts = [
        "yes",
        "null",
        "2570",
        "a: b",
        "a #b",
        "- a",
        "[a]",
        "3 5.1",
        "“ก”",
        "ก  ข",
        "\u0e01\nข",
        "x" * 200,
        "ก ข" * 90,
    ]
    entries = [{"id": "a", "title": {"th": text, "en": text}} for text in texts]
    assert yaml.safe_load(write_list(entries, shape_of("jobs"))) == entries


def test_the_checkout_s_own_data_are_written_to_where_no_folder_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "procedures").mkdir()
    monkeypatch.setattr(new_command, "find_checkout", lambda _: tmp_path)
    monkeypatch.chdir(tmp_path)
    status, out, _ = run(capsys, "new", "ours/plan", "--from", ACTION_PLAN)
    assert status == 0
    assert f"เขียนแล้ว: {Path('procedures/ours/plan.yaml')}" in out
    assert out.endswith("khumue lint\n")
    head = (tmp_path / "procedures/ours/plan.yaml").read_text(encoding="utf-8").splitlines()[0]
    schema = head.partition("$schema=")[2]
    assert (tmp_path / "procedures/ours" / schema).resolve().name == "procedure.schema.json" or schema.startswith(
        "file:"
    )


def test_a_folder_of_one_s_own_has_no_procedure_of_another_office(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What leads to them is left out, the rest is whole; an office may have the id of one that is left out."""
    folder = tmp_path / "ข้อมูล"
    command: list[str | Path] = ["new", ACTION_PLAN, "--from", ACTION_PLAN, "--alone", "--lang", "en"]
    command += ["--procedures", folder]
    status, out, _ = run(capsys, *command)
    assert status == 0
    assert "no procedure of another office" in out
    own = load_catalogue(folder)
    assert ([*own.procedures], [*own.manuals]) == ([ACTION_PLAN], ["angthong"])
    assert own.manuals["angthong"].title.th.startswith("[เติม]")
    for kind in ("roles", "sections", "references", "documents", "jobs", "glossary", "themes", "questions", "paths"):
        assert [*getattr(own, kind)] == [*getattr(CATALOGUE, kind)], kind
    written = "".join(path.read_text(encoding="utf-8") for path in (folder / "vocabulary").glob("*.yaml"))
    assert not any(name in written for name in CATALOGUE.procedures)
    assert run(capsys, "lint", "--procedures", folder)[0] == 0
    status, out, err = run(capsys, *command)
    assert (status, out) == (2, "")
    assert err.startswith(f"The folder {folder} holds data already, so --alone cannot be used with it.")


# --- what cannot be -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["แผน", "plan", "Ours/plan", "ours/แผน", "../a/b", "a/b/c", "vocabulary/jobs", "", "a/"]
)
def test_an_id_that_cannot_be_says_how_to_write_one(capsys: pytest.CaptureFixture[str], data: Path, name: str) -> None:
    before = sorted(data.rglob("*"))
    status, out, err = run(capsys, "new", name, "--procedures", data)
    assert (status, out) == (2, "")
    assert err == (f"ใช้ “{name}” เป็นรหัสกระบวนงานไม่ได้ วิธีแก้: ให้เขียนเป็น โฟลเดอร์/ชื่อแฟ้ม เช่น angthong/annual-action-plan\n")
    assert sorted(data.rglob("*")) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["office/plan"], "There is a procedure “office/plan” already. Use another name, or --force"),
        (
            ["ours/plan", "--from", "office/pla"],
            "There is no procedure “office/pla”. Use one of the nearest names: office/plan.",
        ),
        (["ours/plan", "--from", ""], "There is no procedure “”. khumue list shows them all."),
        (["ours/plan", "--number", "\udcff"], "The number holds characters that cannot stand there. Write it as the"),
        (["ours/plan", "--number", "\u200b3"], "The number holds characters that cannot stand there. Write it as the"),
        (["ours/plan", "--number", "3 ?"], "The number holds characters that cannot stand there. Write it as the"),
        (
            ["ours/plan", "--job", "annual-action-plam"],
            "There is no job “annual-action-plam” in vocabulary/jobs.yaml. Use one of the nearest: annual-action-plan",
        ),
        (
            ["office/more", "--number", "3", "--job", "annual-action-plan"],
            "The procedure office/plan has the number 3 already.",
        ),
    ],
)
def test_one_sentence_says_what_is_wrong(
    capsys: pytest.CaptureFixture[str], data: Path, options: list[str], said: str
) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    status, out, err = run(capsys, "new", *options, "--procedures", data, "--lang", "en")
    assert (status, out) == (2, "")
    assert err.startswith(said)
    assert err.count("\n") == 1
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before


def test_force_starts_a_file_anew(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    before = (data / "office/plan.yaml").read_bytes()
    assert run(capsys, "new", "office/plan", "--job", "annual-action-plan", "--procedures", data, "--force")[0] == 0
    assert (data / "office/plan.yaml").read_bytes() != before
    assert run(capsys, "lint", "--procedures", data)[0] == 0


def test_a_file_that_stands_in_the_way_is_not_replaced(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    """A folder that is no data folder, a file in place of one, and a place that may not be written to."""
    (data / "ours").write_text("ก", encoding="utf-8")
    for folder in (data, data / "office/plan.yaml", data / "office"):
        status, out, err = run(capsys, "new", "ours/plan", "--job", "annual-action-plan", "--procedures", folder)
        assert (status, out) == (2, "")
        assert err
        assert "Traceback" not in err
    assert (data / "ours").read_text(encoding="utf-8") == "ก"
    assert "ours" not in load_catalogue_without(data / "ours").manuals


def load_catalogue_without(file: Path) -> Any:
    file.unlink()
    return load_catalogue(file.parent)


def test_a_folder_that_may_not_be_written_to(
    capsys: pytest.CaptureFixture[str], data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says then; as root, which tests may be, one may write anywhere."""

    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(errno.EACCES, "denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    status, out, err = run(capsys, "new", "ours/plan", "--procedures", data, "--lang", "en")
    assert (status, out) == (2, "")
    assert f"you may not write in the folder {data / 'ours'}" in err
    assert not (data / "ours").exists()


def test_a_folder_cannot_be_made_in_one_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "ไม่มี" / "ข้อมูล"
    status, _, err = run(capsys, "new", "ours/plan", "--procedures", folder, "--lang", "en")
    assert status == 2
    assert err.startswith(f"There is no folder {folder.parent} to make the folder {folder} in. Make the folder first")


def test_a_folder_without_vocabulary_is_no_folder_of_data(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One sentence, not one for each file that is missing; nothing is written beside what is there."""
    (tmp_path / "บันทึก.txt").write_text("ก", encoding="utf-8")
    for command in (["new", "ours/plan"], ["lint"], ["list"]):
        status, out, err = run(capsys, *command, "--procedures", tmp_path, "--lang", "en")
        assert (status, out) == (2, "")
        assert err == (
            f"{tmp_path}: This is no folder of data: it has no folder vocabulary. Check its name, or make a new one "
            "with khumue new.\n"
        )
    assert [path.name for path in tmp_path.iterdir()] == ["บันทึก.txt"]


def test_an_installation_s_data_are_left_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_command, "find_checkout", lambda _: None)
    status, _, err = run(capsys, "new", "ours/plan", "--lang", "en")
    assert status == 2
    assert "--procedures FOLDER" in err


def test_faulty_data_are_told_before_anything_is_written(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    plan = data / "office/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("steps:", "stepps:"), encoding="utf-8")
    status, _, err = run(capsys, "new", "ours/plan", "--procedures", data, "--lang", "en")
    assert status == 2
    assert 'Did you mean "steps"?' in err
    assert not (data / "ours").exists()


def test_entries_of_every_vocabulary_can_be_started() -> None:
    for kind in ("manuals", "jobs", "roles", "glossary"):
        (entry,) = yaml.safe_load(new_entry(kind, {"id": "a"}))
        assert set(shape_of(kind).items.required) <= set(entry)
    assert CommandError("new-id", value="ก", rule="ข").text.th


def test_data_files_are_those_of_the_folder() -> None:
    catalogue = load_catalogue(MINIMAL)
    files = {path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*.yaml")}
    assert files <= {path for path, _ in data_files(catalogue)}
