"""A tutorial followed by its words alone: the commands that a page prints, the changes, the answers that it shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = ("lib", "procedures", "docs", "mkdocs.yml", "mkdocs.en.yml", "Makefile", "pyproject.toml")
LEFT_OUT = "…"
"""A line of this stands for any lines of an answer."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A fenced block of a page: `` (commands), `text` (the answer to them) or `diff` (a change of a file)."""

    kind: str
    text: str


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [Block(kind=kind, text=text) for kind, text in found]


def fresh_copy(folder: Path) -> Path:
    """The project as a fresh clone has it after `make setup`, with the packages of this Python."""
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, folder / name)
    if (ROOT / ".cache").is_dir():
        (folder / ".cache").symlink_to(ROOT / ".cache")  # forms that need not be made again
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("khumue", "mkdocs"):
        program = programs / name
        program.write_text(f'#!/bin/sh\nPYTHONPATH="{folder}/lib" exec "{sys.executable}" -m {name} "$@"\n')
        program.chmod(0o755)
    (programs.parent / ".ready").touch()
    return folder


def change(folder: Path, diff: str) -> None:
    """Do what a diff says: each run of lines stands once in the file that it names. Raises AssertionError."""
    first, _, rest = diff.partition("\n")
    path = folder / first.removeprefix("+++ ")
    text = path.read_text(encoding="utf-8")
    for older, newer in _runs(rest.splitlines()):
        assert text.count(older) == 1, older
        text = text.replace(older, newer)
    path.write_text(text, encoding="utf-8")


def _runs(lines: list[str]) -> Iterator[tuple[str, str]]:
    """What stands in the file and what takes its place, for each run of lines: those kept, gone, then new."""
    for run in re.findall(
        r"(?:^[ ].*\n)*(?:^-.*\n)+(?:^\+.*\n)+", "".join(f"{line}\n" for line in lines), re.MULTILINE
    ):
        each = run.splitlines()
        yield tuple("".join(f"{line[1:]}\n" for line in each if line[0] != sign) for sign in "+-")  # type: ignore[misc]


def run(command: str, folder: Path, language: str) -> str:
    """What a command of the page answers, on a terminal of 80 columns. Raises AssertionError where it has no such."""
    # A make that runs these tests would have the tutorial's own make say that it runs inside of another.
    outer = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    environment = {**outer, "KHUMUE_LANG": language, "COLUMNS": "80", "PYTHONPATH": ""}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode < 3, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def answers(shown: str, answer: str) -> bool:
    """Whether a page shows what was answered, up to lines that it leaves out."""
    pattern = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else f"{re.escape(line)}\n" for line in shown.splitlines())
    return re.fullmatch(pattern, answer) is not None
