"""Made drafts as files of every kind that is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bench.pieces import Draft
from bench.writers.docx import write_docx
from bench.writers.html import write_html
from bench.writers.odt import write_odt
from bench.writers.plain import write_markdown, write_text

Writer = Callable[[Draft, Path], Path]

WRITERS: dict[str, Writer] = {
    "docx": write_docx,
    "odt": write_odt,
    "html": write_html,
    "md": write_markdown,
    "txt": write_text,
}


def write(draft: Draft, folder: Path, kind: str) -> Path:
    """The draft as a file of a kind, named after it."""
    return WRITERS[kind](draft, folder / f"{draft.name}.{kind}")
