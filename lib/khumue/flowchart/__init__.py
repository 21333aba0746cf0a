"""Flowcharts of procedures, drawn from their data for the pages of the site.

`draw` is all that the site needs. Charts take their colours and fonts from `docs/assets/flowchart.css`. The drawing
libraries are loaded when the first chart is drawn, so that importing this package costs nothing.
"""

from __future__ import annotations

from pathlib import Path

from khumue.flowchart.chart import chart_of
from khumue.flowchart.errors import FlowchartError
from khumue.flowchart.figure import figure
from khumue.flowchart.measuring import FONTS, Ruler
from khumue.flowchart.svg import Drawing
from khumue.model import Catalogue, Language, Procedure

__all__ = ["FONTS", "FlowchartError", "draw"]


def draw(procedure: Procedure, catalogue: Catalogue, language: Language, *, fonts: Path = FONTS) -> str:
    """The flowchart of a procedure as an HTML `<figure>` in one line, the same bytes on every build.

    Each step links to `#step-<id>` of the page. `fonts` is the folder of the Sarabun files that the site serves; the
    default is that of the checkout. Raises FlowchartError where a library or a font is missing.
    """
    ruler = Ruler(fonts=fonts)
    chart = chart_of(procedure, catalogue=catalogue, language=language, ruler=ruler)
    return figure(chart, Drawing(procedure=procedure, catalogue=catalogue, language=language, ruler=ruler))
