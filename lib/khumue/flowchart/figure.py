"""The figure of a page: the chart for the screen and, for paper, windows onto the same chart."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from khumue.flowchart.chart import Chart
from khumue.flowchart.svg import Drawing, number_text, view_box
from khumue.flowchart.windows import CONNECTOR_RADIUS, Connector, Paper, Window, paper_of


def figure(chart: Chart, drawing: Drawing) -> str:
    """The `<figure>` element in one line: an empty line would end an HTML block in Markdown."""
    element = ET.Element("figure", {"class": "flow-fig", "data-search-exclude": ""})
    element.append(drawing.svg(chart))
    paper = ET.SubElement(element, "div", {"class": "flow-paper", "aria-hidden": "true"})
    _print(paper_of(chart), chart, paper, drawing.name)
    return ET.tostring(element, encoding="unicode")


def _print(paper: Paper, chart: Chart, parent: ET.Element, name: str) -> None:
    for windows in paper.sheets:
        sheet = ET.SubElement(parent, "div", {"class": "flow-sheet"})
        sheet.extend(_window(window, chart, paper.scale, name) for window in windows)


def _window(window: Window, chart: Chart, scale: float, name: str) -> ET.Element:
    height = window.bottom - window.top
    view = {
        "viewBox": view_box(chart.left, window.top, chart.width, height),
        "width": f"{chart.width * scale:.1f}mm",
        "height": f"{height * scale:.1f}mm",
    }
    element = ET.Element("svg", view)
    ET.SubElement(element, "use", {"href": f"#{name}"})
    element.extend(_connector(connector) for connector in window.connectors)
    return element


def _connector(connector: Connector) -> ET.Element:
    x = number_text(connector.x)
    group = ET.Element("g", {"class": "flow-connector"})
    ET.SubElement(group, "circle", {"cx": x, "cy": number_text(connector.y), "r": str(CONNECTOR_RADIUS)})
    letter = ET.SubElement(group, "text", {"x": x, "y": number_text(connector.y + 4), "text-anchor": "middle"})
    letter.text = connector.letter
    return group
