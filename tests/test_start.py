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
from pdffiles import Sheet, write_pdf

PROGRAM = """
import json, sys
before = set(sys.modules)
from khumue.cli import main
status = main(sys.argv[1:])
loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
print(json.dumps(sorted(loaded - set(sys.stdlib_module_names) - {"khumue"})), file=sys.stderr)
"""


def loaded_by(*arguments: str | Path) -> tuple[str, list[str]]:
    """What a command prints, and the packages that it loads."""
    load_registry()  # compiled now if a source is newer, which takes YAML
    load_messages()
    command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout, json.loads(done.stderr.splitlines()[-1])


@pytest.mark.parametrize("name", ["แผน.docx", "แผน.md", "แผน.txt"])
def test_a_check_imports_no_third_party_package(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name.endswith(".docx"):
        write_docx(path, heading("วิสัยทัศน์"), paragraph("องค์กรแห่งการเรียนรู้ของชุมชน"))
    else:
        path.write_text("# วิสัยทัศน์\nองค์กรแห่งการเรียนรู้ของชุมชน\n", encoding="utf-8")
    printed, loaded = loaded_by("check", path, "--procedure", "angthong/annual-action-plan")
    assert "angthong/annual-action-plan" in printed
    assert loaded == []


def test_a_pdf_takes_the_reader_of_pdf_alone(tmp_path: Path) -> None:
    path = tmp_path / "แผน.pdf"
    write_pdf(path, Sheet().text(72, 100, "วิสัยทัศน์"))
    _, loaded = loaded_by("check", path, "--procedure", "angthong/annual-action-plan")
    assert {*loaded} <= {"pypdfium2", "pypdfium2_cfg", "pypdfium2_raw"}


@pytest.mark.parametrize(
    ("options", "needed"),
    [
        (("-o", "ผล.txt", "-o", "ผล.json", "-o", "ผล.sarif", "-o", "ผล.csv", "--annotate", "สำเนา.docx"), set()),
        (("-o", "ผล.html"), {"jinja2", "markupsafe"}),
        (("--matrix", "ผล.xlsx"), {"openpyxl", "lxml"}),
    ],
)
def test_a_library_is_loaded_only_for_its_output(tmp_path: Path, options: tuple[str, ...], needed: set[str]) -> None:
    path = tmp_path / "แผน.docx"
    write_docx(path, heading("วิสัยทัศน์"), paragraph("องค์กรแห่งการเรียนรู้ของชุมชน"))
    named = [each if each.startswith("-") else str(tmp_path / each) for each in options]
    _, loaded = loaded_by("check", path, "--procedure", "angthong/annual-action-plan", *named)
    assert needed <= {*loaded}
    assert not {*loaded} & ({"docx", "rich", "openpyxl", "lxml", "jinja2", "yaml", "jsonschema", "pypdfium2"} - needed)
