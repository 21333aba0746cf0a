"""A whole chart as geometry: boxes, lines, words beside lines and the places where it may be cut for printing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from khumue.flowchart.detours import Detour, detours_of
from khumue.flowchart.gaps import Gap, open_gaps
from khumue.flowchart.graph import Graph, graph_of
from khumue.flowchart.layout import Placed, place
from khumue.flowchart.measuring import Ruler
from khumue.flowchart.routes import Route, Router
from khumue.flowchart.setting import boxes_of
from khumue.flowchart.typography import LABEL_SIZE
from khumue.flowchart.words import WORDS
from khumue.model import Catalogue, Language, Procedure

Anchor = Literal["start", "end"]

# Around the chart, and between a word and the lines near it, in pixels.
_MARGIN, _CLEAR, _LEAST_ROOM = 9, 4, 24
# From the line at a tip up to its word, and from the slope under the word to its start.
_ABOVE_LINE, _OFF_SLOPE = 6, 2
_BESIDE_TRUNK, _BELOW_FOOT = 10, 16


@dataclass(frozen=True, kw_only=True)
class Label:
    """A word beside a line. `y` is its baseline; `x` its start or its end, as `anchor` says."""

    text: str
    x: float
    y: float
    refusal: bool = False
    anchor: Anchor = "start"


@dataclass(frozen=True, kw_only=True)
class Cut:
    """A gap where the printed chart may be cut; `crossings` are the lines that run down through it."""

    top: float
    bottom: float
    has_word: bool
    crossings: tuple[float, ...]

    @property
    def middle(self) -> float:
        """Height of the middle of the gap."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Geometry of a chart in pixels at full scale. `top` and `left` need not be 0."""

    boxes: tuple[Placed, ...]
    routes: tuple[Route, ...]
    labels: tuple[Label, ...]
    cuts: tuple[Cut, ...]
    left: float
    top: float
    width: float
    height: float


def chart_of(procedure: Procedure, *, catalogue: Catalogue, language: Language, ruler: Ruler) -> Chart:
    """Draw up the chart of a procedure. Raises FlowchartError where a library or font is missing."""
    graph = graph_of(procedure)
    boxes = boxes_of(procedure, graph, catalogue=catalogue, language=language, ruler=ruler)
    placed = place(graph, boxes)
    detours = detours_of(graph, placed)
    placed, gaps = open_gaps(graph, placed, detours)
    no_width = ruler.width(WORDS[language].no, LABEL_SIZE)
    router = Router(graph=graph, placed=placed, gaps=gaps, room=max(no_width + _CLEAR, _LEAST_ROOM))
    routes = (*router.trunk(), *router.detours(detours))
    labels = (*_agreed(graph, placed, language), *_refused(detours, placed, language))
    cuts = tuple(_cut(gap, routes, labels) for gap in gaps if not gap.heights)
    return _framed(tuple(placed[node] for node in graph.nodes), routes, labels, cuts)


def _agreed(graph: Graph, placed: dict[str, Placed], language: Language) -> Iterator[Label]:
    for node in dict.fromkeys(edge.source for edge in graph.edges if edge.kind == "yes"):
        standing = placed[node]
        yield Label(text=WORDS[language].yes, x=standing.x + _BESIDE_TRUNK, y=standing.foot + _BELOW_FOOT)


def _refused(detours: Sequence[Detour], placed: dict[str, Placed], language: Language) -> Iterator[Label]:
    for detour in detours:
        if detour.edge.kind == "no":
            x, y, anchor = _beside_tip(detour, placed[detour.edge.source])
            yield Label(text=WORDS[language].no, x=x, y=y, refusal=True, anchor=anchor)


def _beside_tip(detour: Detour, standing: Placed) -> tuple[float, float, Anchor]:
    tip = standing.outline(detour.side, standing.middle)
    right = detour.side == "right"
    outwards = 1 if right else -1
    if detour.leaves == "tip":
        y = standing.middle - _ABOVE_LINE
        return standing.outline(detour.side, y) + outwards * _OFF_SLOPE, y, "start" if right else "end"
    # A neighbour leaves no room beside the tip: the word stands in the free corner under the slope.
    return tip + outwards * 3, standing.bottom - 3, "end" if right else "start"


def _cut(gap: Gap, routes: Sequence[Route], labels: Sequence[Label]) -> Cut:
    crossings = {
        round(x, 1)
        for route in routes
        for (x, y), (x2, y2) in zip(route.points, route.points[1:], strict=False)
        if x == x2 and min(y, y2) <= gap.top and max(y, y2) >= gap.bottom
    }
    has_word = any(gap.top <= label.y <= gap.bottom for label in labels)
    return Cut(top=gap.top, has_word=has_word, bottom=gap.bottom, crossings=tuple(sorted(crossings)))


def _framed(
    boxes: tuple[Placed, ...], routes: tuple[Route, ...], labels: tuple[Label, ...], cuts: tuple[Cut, ...]
) -> Chart:
    xs = [x for route in routes for x, _ in route.points]
    left = min(xs + [box.left for box in boxes]) - _MARGIN
    right = max(xs + [box.right for box in boxes]) + _MARGIN
    top, bottom = boxes[0].top - _MARGIN, max(box.foot for box in boxes) + _MARGIN
    return Chart(
        boxes=boxes,
        routes=routes,
        labels=labels,
        cuts=cuts,
        left=left,
        top=top,
        width=right - left,
        height=bottom - top,
    )
