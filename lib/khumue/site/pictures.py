"""A figure of a page as a picture file of its own, with the style that it has on the site in light colours."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from khumue.flowchart import FONTS

_SVG = "http://www.w3.org/2000/svg"

_MAP_STYLE = """
rect, circle { fill: #ffffff; stroke: #47566a; stroke-width: 1.3 }
path { fill: none; stroke: #47566a; stroke-width: 1.4 }
polygon { fill: #47566a }
text { fill: #1d2a2a; font: 14px Sarabun, "Noto Sans Thai", "Leelawadee UI", Thonburi, sans-serif; text-anchor: middle }
.map-count { font-size: 11px; font-weight: 700 }
.band-head { font-size: 15px; font-weight: 700 }
.band-note { font-size: 12px }
.band-ended { stroke-dasharray: 5 4 }
.band-office { stroke-width: 2.4 }
"""
_WHEEL_STYLE = """
path { fill: #ffffff; stroke: #47566a; stroke-width: 1.2 }
circle { fill: none; stroke: #7a5200; stroke-width: 2 }
.stated { fill: #1d6b3c; stroke: #1d6b3c }
text { fill: #1d2a2a; font: 14px Sarabun, "Noto Sans Thai", "Leelawadee UI", Thonburi, sans-serif; text-anchor: middle }
"""
_STYLES = {"handover-map": _MAP_STYLE, "band-map": _MAP_STYLE, "year-wheel": _WHEEL_STYLE}


def draw_alone(figure: str) -> str:
    """The drawing of a `<figure>` as an SVG file. Raises ElementTree.ParseError where the figure is not XML.

    Its class says which style it has; KeyError for one that is not known.
    """
    element = ET.fromstring(figure)
    drawing = element.find("svg")
    if drawing is None:
        raise ValueError("a figure without a drawing")
    drawing.set("xmlns", _SVG)
    style = ET.Element("style")
    kind = element.get("class", "")
    style.text = _flowchart_style() if kind == "flow-fig" else _STYLES[kind]
    drawing.insert(0, style)
    return ET.tostring(drawing, encoding="unicode") + "\n"


def _flowchart_style() -> str:
    sheet = (FONTS.parent / "flowchart.css").read_text(encoding="utf-8")
    return f"{sheet}\nsvg {{ font-family: Sarabun, 'Noto Sans Thai', 'Leelawadee UI', Thonburi, sans-serif }}\n"
