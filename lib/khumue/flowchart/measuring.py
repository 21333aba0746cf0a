"""Widths of text in the font that the site serves, so that a box fits its words in every browser."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from khumue.flowchart.errors import FlowchartError, load

# The site is built from a checkout, where the fonts lie beside the pages.
FONTS = Path(__file__).parents[3] / "docs" / "assets" / "fonts"

_FILES = ("sarabun-thai-400-normal.woff2", "sarabun-latin-400-normal.woff2")

# Share of the font size for a character that Sarabun lacks; wider than its letters on average (0.5).
_UNKNOWN = 0.6


@dataclass(frozen=True, kw_only=True)
class Ruler:
    """Measures text set in Sarabun. `fonts` is the folder of the woff2 files."""

    fonts: Path = FONTS

    def width(self, text: str, size: float) -> float:
        """Width in pixels at a font size in pixels.

        The sum of the advances equals what Chromium measures (182.6, 147.8 and 207.1 px in three samples): Sarabun
        sets Thai marks with no advance and hardly kerns.
        """
        advances = _advances(self.fonts)
        return sum(advances.get(ord(character), _UNKNOWN) for character in text) * size


@cache
def _advances(fonts: Path) -> dict[int, float]:
    advances: dict[int, float] = {}
    for name in _FILES:
        advances |= _advances_of(fonts / name)
    return advances


def _advances_of(file: Path) -> dict[int, float]:
    if not file.is_file():
        raise FlowchartError(f"flowcharts: the font {file} is missing. Build from a checkout, or pass `fonts`.")
    font = load("fontTools.ttLib").TTFont(file)
    units, metrics = font["head"].unitsPerEm, font["hmtx"]
    return {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}
