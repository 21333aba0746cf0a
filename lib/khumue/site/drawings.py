"""Drawings in Markdown: they are finished HTML, each on one line, and need not be read as Markdown letter by letter."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

# Before the preprocessor that looks for HTML in Markdown, which has 20.
_PRIORITY = 25


class Drawings(Extension):  # type: ignore[misc]
    """Puts drawings aside until the page is HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is the base class's
        """Register with a converter."""
        md.preprocessors.register(_PutAside(md), "drawings", _PRIORITY)


class _PutAside(Preprocessor):  # type: ignore[misc]
    def run(self, lines: list[str]) -> list[str]:
        return [self.md.htmlStash.store(line) if line.startswith("<figure") else line for line in lines]
