"""Flowcharts that were drawn by an earlier build."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from khumue import flowchart
from khumue.flowchart import FONTS, draw
from khumue.site.keeping import digest, digest_of_files, kept

if TYPE_CHECKING:
    from khumue.model import Catalogue, Language, Procedure

_LIBRARIES = ("diagrams", "fonttools", "pygraphviz", "pythainlp")


class Draw(Protocol):
    """Draws the flowchart of a procedure."""

    def __call__(self, procedure: Procedure, catalogue: Catalogue, language: Language, /) -> str:
        """The flowchart as an HTML `<figure>` in one line."""


def keeping(folder: Path) -> Draw:
    """A `draw` that keeps its charts in a folder. A chart is drawn again when anything that it is made of changes.

    That is its procedure, the roles that take part, the code that draws, its libraries, and the font.
    """

    def draw_once(procedure: Procedure, catalogue: Catalogue, language: Language, /) -> str:
        roles = [catalogue.roles[step.by] for step in procedure.steps]
        name = digest(language, repr(procedure), repr(roles), _drawing())
        return kept(folder / f"{name}.html", lambda: draw(procedure, catalogue, language).encode()).decode()

    return draw_once


@cache
def _drawing() -> str:
    """What changes when the code that draws does, one of its libraries, or the font that it measures."""
    code = digest_of_files(Path(flowchart.__file__).parent, "*.py")
    return digest(code, digest_of_files(FONTS, "*.woff2"), *map(_version, _LIBRARIES))


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # drawing will say what to do
        return ""
