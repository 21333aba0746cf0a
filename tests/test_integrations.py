"""The GitHub action and the pre-commit hook: valid, and doing what they say whatever they are given."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from allresults import CASES, SAMPLE
from khumue.reports import ENDINGS

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
STEPS = [step for step in ACTION["runs"]["steps"] if "run" in step]

HOSTILE = '"; touch hacked; echo "$(touch hacked)`touch hacked`\' ${{ github.token }}\n::error::injected'


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checkout with a clean and a faulty draft."""
    folder = tmp_path / "แผน 2570"
    folder.mkdir()
    shutil.copy(CASES / "complete" / "draft.md", folder / "ครบ.md")
    shutil.copy(SAMPLE, folder / "มีที่ผิด.docx")
    return tmp_path


def run(workspace: Path, **inputs: str) -> tuple[int, list[str]]:
    """Run the action's last step as GitHub does; its status and the lines of the log."""
    given = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    expressions = {f"inputs.{name}": value for name, value in given.items()}
    expressions["steps.python.outputs.python-path"] = sys.executable
    step = STEPS[-1]
    variables = {name: expressions[re.fullmatch(r"\$\{\{ (.+) \}\}", value)[1]] for name, value in step["env"].items()}  # type: ignore[index]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "lib"), "GITHUB_WORKSPACE": str(workspace), **variables}
    script = workspace / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    done = subprocess.run(
        command, cwd=workspace, env=environment, capture_output=True, encoding="utf-8", check=False, input=""
    )
    script.unlink()
    return done.returncode, [*done.stdout.splitlines(), *done.stderr.splitlines()]


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash, which runs the action, is not installed")


@needs_bash
def test_the_action_annotates_and_fails_on_errors(workspace: Path) -> None:
    status, log = run(workspace, files="แผน 2570", sarif_file="ผล.sarif")
    assert status == 1
    assert sum(line.startswith("::error file=แผน 2570/มีที่ผิด.docx,title=") for line in log) == 2
    sarif = json.loads((workspace / "ผล.sarif").read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == 2


@needs_bash
def test_the_action_takes_every_option(workspace: Path) -> None:
    options = {"procedure": "angthong/policy-analysis", "year": "2566-2570", "lang": "en", "fail_on": "never"}
    for _ in range(2):  # a SARIF file of an earlier step is replaced
        status, log = run(
            workspace,
            files="\nแผน 2570/มีที่ผิด.docx\r\n\nแผน 2570/ครบ.md",
            sarif_file="x.sarif",
            handbook="https://example.go.th",
            **options,
        )
        assert status == 0
        assert log[-1].startswith("khumue: drafts checked 2 ")
    run_ = json.loads((workspace / "x.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert run_["artifacts"][1]["properties"] == {
        "procedure": "angthong/policy-analysis",
        "fiscalYears": [2566, 2567, 2568, 2569, 2570],
    }
    assert run_["tool"]["driver"]["informationUri"] == "https://example.go.th/en/"


@needs_bash
@pytest.mark.parametrize("name", [name for name in ACTION["inputs"] if name != "python-version"])
@pytest.mark.parametrize("value", [HOSTILE, "--version", "-"])
def test_no_input_is_a_command(workspace: Path, name: str, value: str) -> None:
    before = sorted(workspace.rglob("*"))
    status, log = run(workspace, **{"files": "แผน 2570/ครบ.md", name: value})
    assert status == (0 if name == "handbook" else 2)
    assert sorted(workspace.rglob("*")) == before
    assert not any(line.startswith("::error::injected") for line in log)


def test_no_script_of_the_action_holds_an_expression() -> None:
    assert len(STEPS) == 2
    assert not any("${{" in step["run"] for step in STEPS)


def called(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_both_are_valid() -> None:
    assert not called("check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml"))
    assert not called("pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        *(("แผน.docx", True), ("ร่าง/แผน 2570.PDF", True), ("x.odt", True), ("README.md", False), ("รูป.png", False)),
        *(("ร่าง/~$แผน.docx", False), ("แผน.checked.docx", False), ("แผน.docx.bak", False)),
    ],
)
def test_the_hook_is_for_drafts(name: str, taken: bool) -> None:
    (hook,) = HOOKS
    assert (bool(re.search(hook["files"], name)) and not re.search(hook["exclude"], name)) is taken


def examples(page: Path) -> list[Any]:
    blocks = re.findall(r"^```yaml\n(.+?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [yaml.safe_load(block) for block in blocks]


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_examples_in_the_handbook_name_what_there_is(language: str) -> None:
    hooks, workflow = examples(ROOT / "docs" / language / "reports.md")
    (used,) = hooks["repos"][0]["hooks"]
    assert used["id"] == HOOKS[0]["id"]
    (step,) = [step for step in workflow["jobs"]["check"]["steps"] if "khumue" in step.get("uses", "")]
    assert set(step["with"]) <= set(ACTION["inputs"])
    assert ENDINGS[Path(step["with"]["sarif-file"]).suffix] == "sarif"
