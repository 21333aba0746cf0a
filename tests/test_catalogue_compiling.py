"""The compiled catalogue: when it is made again, and that reading it needs the standard library only."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from khumue import shipped
from khumue.authoring.compiling import COMPILED, compile_data, write_data
from khumue.catalogue import DataError, load_catalogue
from khumue.freshness import find_checkout, is_stale, newest_source
from khumue.shipped import read_compiled
from minimal_data import MINIMAL, add_procedure

PACKAGE = Path(__file__).parents[1] / "lib" / "khumue"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree with the minimal data that `load_catalogue` takes for its own."""
    package = tmp_path / "lib" / "khumue"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("data", "messages", "__pycache__"))
    shutil.copytree(MINIMAL, tmp_path / "procedures")
    (package / "messages").mkdir()
    for language, title in (("th", "ขาดส่วนของแผน"), ("en", "A part is missing")):
        text = f"rules:\n  S101:\n    title: {title}\n"
        (package / "messages" / f"{language}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(shipped, "PACKAGE", package)
    monkeypatch.setattr(shipped, "DATA", package / "data")
    return tmp_path


def written_file(checkout: Path) -> int:
    """What tells the compiled file from one written later in its place."""
    return (checkout / "lib" / "khumue" / "data" / "catalogue.json").stat().st_ino


def touch_later(path: Path, checkout: Path) -> None:
    """Give the path a time after everything else in the tree, as an edit does."""
    later = newest_source(checkout) + 1_000_000_000
    os.utime(path, ns=(later, later))


def test_the_first_load_compiles_and_the_next_does_not(checkout: Path) -> None:
    first = load_catalogue()
    written = written_file(checkout)
    assert load_catalogue() == first == load_catalogue(checkout / "procedures")
    assert written_file(checkout) == written


@pytest.mark.parametrize(
    "changed",
    [
        "procedures/office/plan.yaml",
        "procedures/vocabulary/roles.yaml",
        "lib/khumue/schema/procedure.schema.json",
        "lib/khumue/messages/th.yaml",
        "lib/khumue/model.py",
        "lib/khumue/authoring/crosschecks.py",
        "procedures/office",
    ],
)
def test_whatever_it_is_made_of_makes_it_stale(checkout: Path, changed: str) -> None:
    load_catalogue()
    written = written_file(checkout)
    touch_later(checkout / changed, checkout)
    load_catalogue()
    assert written_file(checkout) != written


def test_a_deleted_procedure_is_gone(checkout: Path) -> None:
    other = add_procedure(checkout / "procedures", "other", number="4")
    assert list(load_catalogue().procedures) == ["office/plan", "office/other"]
    other.unlink()
    assert list(load_catalogue().procedures) == ["office/plan"]


def test_faults_of_the_checkout_are_reported(checkout: Path) -> None:
    load_catalogue()
    plan = checkout / "procedures" / "office" / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("by: director", "by: directer"), encoding="utf-8")
    touch_later(plan, checkout)
    with pytest.raises(DataError, match=r'procedures/office/plan.yaml:34: steps\[2\].by: "directer" is not a role'):
        load_catalogue()


def test_where_nothing_can_be_written_it_serves_from_memory(checkout: Path) -> None:
    (checkout / "lib" / "khumue" / "data").write_text("a file where the folder would be", encoding="utf-8")
    assert list(load_catalogue().procedures) == ["office/plan"]


def test_an_installed_package_reads_what_it_was_shipped_with(checkout: Path) -> None:
    expected = load_catalogue()
    shutil.rmtree(checkout / "procedures")
    assert load_catalogue() == expected


def test_reading_compiled_data_needs_the_standard_library_only(checkout: Path) -> None:
    load_catalogue()
    code = """
import sys
sys.modules.update(dict.fromkeys(["yaml", "jsonschema", "referencing"]))  # importing one of them now fails
from khumue.catalogue import load_catalogue
print(*load_catalogue().procedures)
"""
    # -S: no site-packages
    command = [sys.executable, "-S", "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(checkout / "lib")}, check=True)
    assert run.stdout.split() == ["office/plan"]


def test_messages_of_both_languages_are_compiled(checkout: Path) -> None:
    words = read_compiled("messages")
    assert words["th"]["rules"]["S101"] == {"title": "ขาดส่วนของแผน"}
    assert words["en"]["rules"]["S101"] == {"title": "A part is missing"}


def test_faults_of_messages_are_reported(checkout: Path) -> None:
    english = checkout / "lib" / "khumue" / "messages" / "en.yaml"
    english.write_text("rules: {}\nrules: {}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"lib/khumue/messages/en.yaml:2: rules: The key rules is given twice"):
        read_compiled("messages")


def test_compiled_files_are_compact_readable_and_repeatable(checkout: Path, tmp_path: Path) -> None:
    compile_data(checkout, tmp_path / "one")
    compile_data(checkout, tmp_path / "two")
    one, two = (tmp_path / name / "catalogue.json" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    text = one.read_text(encoding="utf-8")
    assert "วิสัยทัศน์" in text
    assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) + "\n"
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == sorted(f"{name}.json" for name in COMPILED)


def test_a_change_made_while_compiling_is_seen_later(checkout: Path) -> None:
    compile_data(checkout, checkout / "out")
    compiled = checkout / "out" / "catalogue.json"
    assert compiled.stat().st_mtime_ns == newest_source(checkout)
    assert not is_stale(compiled, checkout)
    plan = checkout / "procedures" / "office" / "plan.yaml"
    plan.touch()  # before this moment's clock has passed the time of writing
    assert is_stale(compiled, checkout)


def test_a_failed_write_leaves_nothing_behind(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        compile_data(checkout, checkout / "out")
    assert list((checkout / "out").iterdir()) == []


def test_only_a_source_tree_is_a_checkout(checkout: Path) -> None:
    assert find_checkout(checkout / "lib" / "khumue") == checkout
    assert find_checkout(checkout / "site-packages" / "khumue") is None
    shutil.rmtree(checkout / "procedures")
    assert find_checkout(checkout / "lib" / "khumue") is None


def test_compiled_data_can_be_read_by_every_user_of_the_computer(tmp_path: Path) -> None:
    path = tmp_path / "ข้อมูล" / "catalogue.json"
    write_data(path, {"ก": 1}, modified=1)
    assert path.stat().st_mode & 0o444 == 0o444
