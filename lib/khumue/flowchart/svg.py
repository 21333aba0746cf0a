"""A chart as SVG: ISO 5807 shapes that are links, lines that screen readers skip, words that can be copied."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from khumue.flowchart.boxes import WAVE
from khumue.flowchart.chart import Chart, Label
from khumue.flowchart.layout import Placed
from khumue.flowchart.measuring import Ruler
from khumue.flowchart.routes import Point, Route
from khumue.flowchart.typography import BASELINE, SMALL_LEADING, SMALL_SIZE, TITLE_LEADING, TITLE_SIZE
from khumue.flowchart.words import WORDS
from khumue.model import Catalogue, Language, Procedure, Step

# Lane colours in the style sheet; a further actor takes the first again, and is named in the box anyway.
LANES = 6

_CORNER, _ARROW_LENGTH, _ARROW_HALF = 6, 9, 4.5


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """What the SVG of one procedure needs besides its geometry."""

    procedure: Procedure
    catalogue: Catalogue
    language: Language
    ruler: Ruler

    @property
    def name(self) -> str:
        """The id of the chart, unique on the site for each procedure and language."""
        return f"flow-{self.procedure.id.replace('/', '--')}-{self.language}"

    def svg(self, chart: Chart) -> ET.Element:
        """The chart as an element of an HTML page."""
        root = ET.Element(
            "svg",
            {
                "class": "flow",
                "role": "group",
                "lang": self.language,
                "aria-labelledby": f"{self.name}-title",
                "aria-describedby": f"{self.name}-desc",
                "viewBox": view_box(chart.left, chart.top, chart.width, chart.height),
                "width": f"{chart.width:.0f}",
            },
        )
        title = WORDS[self.language].title.format(title=self.procedure.title[self.language])
        ET.SubElement(root, "title", {"id": f"{self.name}-title"}).text = title
        ET.SubElement(root, "desc", {"id": f"{self.name}-desc"}).text = self._description()
        group = ET.SubElement(root, "g", {"id": self.name, "class": "flow-g"})
        lines = ET.SubElement(group, "g", {"aria-hidden": "true"})
        lines.extend(part for route in chart.routes for part in _line(route))
        lines.extend(_word(label) for label in chart.labels)
        group.extend(self._node(standing) for standing in chart.boxes)
        return root

    def _description(self) -> str:
        words = WORDS[self.language]
        sentences = [words.summary.format(count=len(self.procedure.steps))]
        for number, step in enumerate(self.procedure.steps, 1):
            if step.else_ == "end":
                sentences.append(words.refused_end.format(number=number))
            elif step.else_:
                target = self.procedure.step_number(step.else_)
                sentence = words.loop if target <= number else words.jump
                sentences.append(sentence.format(number=number, target=target))
        return "; ".join(sentences)

    def _node(self, standing: Placed) -> ET.Element:
        is_step = standing.box.kind != "terminator"
        node = self._link(standing) if is_step else ET.Element("g", {"class": "flow-end"})
        node.append(_shape(standing))
        if standing.box.strip:
            node.append(_strip(standing))
        node.append(self._text(standing))
        return node

    def _link(self, standing: Placed) -> ET.Element:
        number = self.procedure.step_number(standing.box.node)
        step = self.procedure.steps[number - 1]
        name = WORDS[self.language].step.format(
            number=number,
            title=step.title[self.language],
            actor=self.catalogue.roles[step.by].title[self.language],
        )
        kind = f"flow-{standing.box.kind} lane-{self._lane(step)}"
        return ET.Element("a", {"class": kind, "href": f"#step-{step.id}", "aria-label": name})

    def _lane(self, step: Step) -> int:
        actors = list(dict.fromkeys(other.by for other in self.procedure.steps))
        return actors.index(step.by) % LANES + 1

    def _text(self, standing: Placed) -> ET.Element:
        box = standing.box
        top = standing.middle - box.text_height / 2
        after_title = top + len(box.title) * TITLE_LEADING
        in_strip = standing.bottom + (box.strip - len(box.output) * SMALL_LEADING - WAVE) / 2
        # A space keeps copied words apart.
        title, actor = _spaced(box.title, bool(box.actor)), _spaced(box.actor, bool(box.output))
        text = ET.Element("text", {"text-anchor": "middle"})
        text.extend(self._lines(title, TITLE_SIZE, TITLE_LEADING, standing.x, top))
        text.extend(self._lines(actor, SMALL_SIZE, SMALL_LEADING, standing.x, after_title))
        text.extend(self._lines(box.output, SMALL_SIZE, SMALL_LEADING, standing.x, in_strip))
        return text

    def _lines(self, lines: Sequence[str], size: float, leading: float, x: float, top: float) -> Iterator[ET.Element]:
        for number, line in enumerate(lines):
            # The browser counts a space at the end when it centres a line.
            middle = x + self.ruler.width(line[len(line.rstrip()) :], size) / 2
            place = {"x": number_text(middle), "y": number_text(top + leading * (number + BASELINE))}
            span = ET.Element("tspan", place if size == TITLE_SIZE else {**place, "class": "flow-small"})
            span.text = line
            yield span


def _spaced(lines: tuple[str, ...], goes_on: bool) -> tuple[str, ...]:
    """The lines with a space at the end where more text follows."""
    return (*lines[:-1], lines[-1] + " ") if goes_on else lines


def view_box(left: float, top: float, width: float, height: float) -> str:
    """The value of a viewBox."""
    return " ".join(map(number_text, (left, top, width, height)))


def number_text(value: float) -> str:
    """A length, to a tenth of a pixel."""
    return f"{round(value, 1) + 0:g}"


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{number_text(x)},{number_text(y)}" for x, y in points)


def _shape(standing: Placed) -> ET.Element:
    if standing.box.kind == "decision":
        tips = (
            (standing.x, standing.top),
            (standing.right, standing.middle),
            (standing.x, standing.bottom),
            (standing.left, standing.middle),
        )
        return ET.Element("polygon", {"points": _points(tips)})
    size = {"width": number_text(standing.box.width), "height": number_text(standing.box.body)}
    radius = standing.box.body / 2 if standing.box.kind == "terminator" else 3
    return ET.Element(
        "rect", {"x": number_text(standing.left), "y": number_text(standing.top), **size, "rx": f"{radius:g}"}
    )


def _strip(standing: Placed) -> ET.Element:
    """The document symbol: a sheet with a wave as its lower edge, half of it below the outlet."""
    width = standing.box.strip_width
    left, quarter = number_text(standing.x - width / 2), number_text(width / 4)
    top, middle, half = number_text(standing.bottom), number_text(standing.outlet), number_text(width / 2)
    wave = f"q{quarter},{WAVE} {half},0t{half},0"
    return ET.Element("path", {"class": "flow-document", "d": f"M{left},{top}V{middle}{wave}V{top}Z"})


def _line(route: Route) -> Iterator[ET.Element]:
    kind = " flow-refusal" if route.edge.kind == "no" else ""
    yield ET.Element("path", {"class": f"flow-line{kind}", "d": _path(route)})
    if route.arrow:
        yield ET.Element("polygon", {"class": f"flow-arrow{kind}", "points": _points(_arrowhead(*route.points[-2:]))})


def _path(route: Route) -> str:
    """Right angles with rounded corners, so that lines that join differ from lines that cross."""
    points = list(route.points)
    if route.arrow:
        points[-1] = _towards(points[-1], points[-2], _ARROW_LENGTH - 1)
    path = f"M{_points(points[:1])}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _towards(corner, before, _CORNER), _towards(corner, after, _CORNER)
        path += f"L{_points([start])}Q{_points([corner, end])}"
    return path + f"L{_points(points[-1:])}"


def _towards(start: Point, end: Point, distance: float) -> Point:
    """The point at a distance from the start, at most halfway."""
    length = math.dist(start, end)
    share = min(distance / length, 0.5) if length else 0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _arrowhead(before: Point, tip: Point) -> tuple[Point, Point, Point]:
    base = _towards(tip, before, _ARROW_LENGTH)
    length = math.dist(before, tip) or 1
    across = (before[1] - tip[1]) / length * _ARROW_HALF, (tip[0] - before[0]) / length * _ARROW_HALF
    return tip, (base[0] + across[0], base[1] + across[1]), (base[0] - across[0], base[1] - across[1])


def _word(label: Label) -> ET.Element:
    kind = "flow-label flow-refusal" if label.refusal else "flow-label"
    place = {"x": number_text(label.x), "y": number_text(label.y), "text-anchor": label.anchor}
    word = ET.Element("text", {"class": kind, **place})
    word.text = label.text
    return word
