"""What is installed works anywhere: with the compiled data, without the source tree, without any other package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = next((ROOT / "docs" / "assets" / "samples").glob("*.docx"))
DATA = {f"khumue/data/{name}.json" for name in ("catalogue", "messages", "registry")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def test_wheel_and_sdist_hold_the_compiled_data(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert names >= DATA | {"khumue/py.typed", "khumue/schema/procedure.schema.json"}
    assert not [name for name in names if name.startswith(("tests/", "docs/"))]
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert inside >= {f"lib/{name}" for name in DATA} | {"procedures/angthong/annual-action-plan.yaml", "Makefile"}


def test_the_wheel_checks_a_draft_with_nothing_else_installed(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    # -S leaves out site-packages: only Python itself and what the wheel holds.
    command = [sys.executable, "-S", "-m", "khumue", "check", str(SAMPLE), "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    (draft,) = json.loads(done.stdout)["drafts"]
    assert draft["procedure"] == "angthong/annual-action-plan"


def test_the_sample_has_its_two_faults_and_no_other(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "khumue", "check", "--format", "json"]
    done = subprocess.run([*command, str(SAMPLE)], capture_output=True, check=False)
    (draft,) = json.loads(done.stdout)["drafts"]
    found = [(each["code"], each["severity"], each.get("section") or each["reference"]) for each in draft["findings"]]
    assert found == [("S103", "error", "national-test-results"), ("R204", "error", "nesdp")]
    corrected = tmp_path / "แก้แล้ว.docx"
    maker = [sys.executable, str(ROOT / "tools" / "make_sample.py"), "--corrected", str(corrected)]
    subprocess.run(maker, check=True, capture_output=True)
    done = subprocess.run([*command, str(corrected)], capture_output=True, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout)["drafts"][0]["findings"] == []
