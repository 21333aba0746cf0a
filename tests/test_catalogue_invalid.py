"""Golden cases: each folder of tests/invalid changes the minimal data and says which faults are printed.

changes.yaml lists the changes: {file, old, new} replaces one piece of text, {file, write} writes a file (`encoding` may
be given), {file, delete: true} deletes it. expected.txt and expected.th.txt hold the faults in English and Thai.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from khumue.authoring.faultwords import WORDS
from khumue.catalogue import DataError, load_catalogue
from minimal_data import MINIMAL

CASES = sorted(path.parent for path in (Path(__file__).parent / "invalid").glob("*/changes.yaml"))


def apply_change(folder: Path, change: dict[str, Any]) -> None:
    path = folder / change["file"]
    if change.get("delete"):
        path.unlink()
    elif "write" in change:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(change["write"], encoding=change.get("encoding", "utf-8"))
    else:
        text = path.read_text(encoding="utf-8")
        assert change["old"] in text, f"{change['file']} does not hold {change['old']!r}"
        path.write_text(text.replace(change["old"], change["new"], 1), encoding="utf-8")


def find_error(folder: Path) -> DataError:
    """The folder's faults; none where it is valid."""
    try:
        load_catalogue(folder)
    except DataError as error:
        return error
    return DataError([])


def load_changed(case: Path, tmp_path: Path) -> DataError:
    folder = tmp_path / "procedures"
    shutil.copytree(MINIMAL, folder)
    for change in yaml.safe_load((case / "changes.yaml").read_text(encoding="utf-8")):
        apply_change(folder, change)
    return find_error(folder)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_faults_are_printed_as_expected(case: Path, tmp_path: Path) -> None:
    error = load_changed(case, tmp_path)
    assert str(error) == (case / "expected.txt").read_text(encoding="utf-8").rstrip("\n")
    assert error.render("th") == (case / "expected.th.txt").read_text(encoding="utf-8").rstrip("\n")


FILES = sorted(path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*.yaml"))
PIECES = st.sampled_from(
    ["", " ", "\n", "\t", ": ", "- ", "{", "}", "[", "]", "'", '"', "&a ", "*a ", "!", "|", "#", "no", "~", "0"]
)


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.integers(0, 3000), st.integers(0, 12), PIECES)
def test_whatever_happens_to_a_file_is_said_in_both_languages(file: str, start: int, length: int, piece: str) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "procedures"
        shutil.copytree(MINIMAL, folder)
        text = (folder / file).read_text(encoding="utf-8")
        start = start % len(text)
        (folder / file).write_text(text[:start] + piece + text[start + length :], encoding="utf-8")
        error = find_error(folder)
        assert all(fault.file.startswith("procedures/") for fault in error.faults)
        assert len(str(error).splitlines()) == len(error.render("th").splitlines()) == len(error.faults)


SENTENCES = [name for name, words in WORDS.items() if "." in words.en and name not in ("no-folder", "no-vocabulary")]
"""Messages of their own; a case is always a data folder, so none can be about what is no such folder."""


@pytest.mark.parametrize("name", SENTENCES)
def test_every_message_has_a_case(name: str) -> None:
    printed = "\n".join((case / "expected.txt").read_text(encoding="utf-8") for case in CASES)
    pattern = re.sub(r"\\{\w+\\}", ".*", re.escape(WORDS[name].en))
    assert re.search(pattern, printed)
