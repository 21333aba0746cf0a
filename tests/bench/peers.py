"""The programs that ours is timed against, where `make bench` has installed them, and how each is called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BIN = Path(__file__).parents[2] / ".venv-bench" / "bin"
_READ_DOCX = "import sys, docx; [p.text for p in docx.Document(sys.argv[1]).paragraphs]"
_READ_PYPDF = "import sys, pypdf; [page.extract_text() for page in pypdf.PdfReader(sys.argv[1]).pages]"
_READ_PDFIUM = (
    "import sys, pypdfium2; [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(sys.argv[1])]"
)

Command = list[str]


def checking(*files: Path, options: tuple[str, ...] = ()) -> Command:
    """Our own check of files as a whole process."""
    named = ["--procedure", "angthong/annual-action-plan", "--fail-on", "never"]
    return [str(Path(sys.executable).with_name("khumue")), "check", *named, *options, *map(str, files)]


def bare() -> Command:
    """Python that does nothing."""
    return [sys.executable, "-c", "pass"]


def reading_docx(file: Path) -> dict[str, Command]:
    """Peers that only read or convert a Word file."""
    return {
        "python-docx": [str(BIN / "python"), "-c", _READ_DOCX, str(file)],
        "markitdown": [str(BIN / "markitdown"), str(file)],
    }


def reading_pdf(file: Path) -> dict[str, Command]:
    """Peers that only take the text out of a PDF."""
    return {
        "pypdf": [str(BIN / "python"), "-c", _READ_PYPDF, str(file)],
        "pdfium": [str(BIN / "python"), "-c", _READ_PDFIUM, str(file)],
    }


def linting_markdown(folder: Path, headings: list[str]) -> dict[str, Command]:
    """Peers that compare the headings of every Markdown file of a folder with the ones required."""
    workspace = folder.parent
    if not (workspace / ".trestle").exists():
        subprocess.run([BIN / "trestle", "init", "--local"], cwd=workspace, check=True, capture_output=True)
    template = workspace / ".trestle" / "author" / folder.name / "template.md"
    template.parent.mkdir(parents=True, exist_ok=True)
    template.write_text("\n\n".join(headings) + "\n", encoding="utf-8")
    config = workspace / ".rumdl.toml"
    config.write_text(f"[MD043]\nheadings = {json.dumps(headings, ensure_ascii=False)}\n", encoding="utf-8")
    rumdl = [str(BIN / "rumdl"), "check", "--no-cache", "--enable", "MD043", "--config", str(config), str(folder)]
    trestle = [str(BIN / "trestle"), "author", "docs", "validate", "-tn", folder.name, "-tr", str(workspace)]
    return {"rumdl": rumdl, "compliance-trestle": trestle}


def installed(command: Command) -> bool:
    """Whether the program of a command is there."""
    return Path(command[0]).exists()
