"""What a check loads: the standard library and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from docxfiles import heading, paragraph, write_docx
from khumue.messages import load_messages
from khumue.registry import load_registry

PROGRAM = """
import json, sys
before = set(sys.modules)
from khumue.cli import main
status = main(sys.argv[1:])
loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
print(json.dumps(sorted(loaded - set(sys.stdlib_module_names) - {"khumue"})), file=sys.stderr)
"""


@pytest.mark.parametrize("name", ["แผน.docx", "แผน.md", "แผน.txt"])
def test_a_check_imports_no_third_party_package(tmp_path: Path, name: str) -> None:
    load_registry()  # compiled now if a source is newer, which takes YAML
    load_messages()
    path = tmp_path / name
    if name.endswith(".docx"):
        write_docx(path, heading("วิสัยทัศน์"), paragraph("องค์กรแห่งการเรียนรู้ของชุมชน"))
    else:
        path.write_text("# วิสัยทัศน์\nองค์กรแห่งการเรียนรู้ของชุมชน\n", encoding="utf-8")
    command = [sys.executable, "-c", PROGRAM, "check", str(path), "--procedure", "angthong/annual-action-plan"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "angthong/annual-action-plan" in done.stdout
    assert json.loads(done.stderr) == []
