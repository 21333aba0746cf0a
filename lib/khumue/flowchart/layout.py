"""Where the boxes stand: `diagrams` builds the graph, Graphviz (inside pygraphviz) lays it out in this process.

No `dot` program, no temporary file and no font is needed: boxes have fixed sizes and no labels here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Literal

from khumue.flowchart.boxes import WAVE, Box
from khumue.flowchart.errors import load
from khumue.flowchart.graph import END, Edge, Graph

Side = Literal["left", "right"]
SIDES: tuple[Side, ...] = ("left", "right")

# Between rows, in pixels: a plain arrow with its head.
ROW_GAP = 28
_COLUMN_GAP = 8
# Graphviz measures nodes in inches and answers in points; one pixel is one point here.
_POINTS = 72

_GRAPH = {"label": "", "nodesep": str(_COLUMN_GAP / _POINTS), "ranksep": str(ROW_GAP / _POINTS), "ordering": "out"}


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A box and where it stands: `x` is its middle, `top` its upper edge; y grows downwards."""

    box: Box
    x: float
    top: float

    @property
    def middle(self) -> float:
        """Height of the middle of the body."""
        return self.top + self.box.body / 2

    @property
    def bottom(self) -> float:
        """Lower edge of the body."""
        return self.top + self.box.body

    @property
    def foot(self) -> float:
        """Lower edge of the strip, or of the body where there is none."""
        return self.bottom + self.box.strip

    @property
    def outlet(self) -> float:
        """Where lines begin under the box: the wave of a strip crosses the middle above its lowest place."""
        return self.foot - WAVE / 2 if self.box.strip else self.foot

    @property
    def left(self) -> float:
        """Left edge."""
        return self.x - self.box.width / 2

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.box.width / 2

    def outline(self, side: Side, y: float) -> float:
        """Where the outline of the body is at a height."""
        half, off = self.box.width / 2, abs(y - self.middle)
        if self.box.kind == "decision":
            half *= 1 - 2 * off / self.box.body
        if self.box.kind == "terminator":
            radius = self.box.body / 2
            half += math.sqrt(radius**2 - off**2) - radius
        return self.x + half if side == "right" else self.x - half


def place(graph: Graph, boxes: Mapping[str, Box]) -> dict[str, Placed]:
    """Every box in its row, columns straight, rows `ROW_GAP` apart."""
    names = {node: f"n{number}" for number, node in enumerate(graph.nodes)}
    laid_out = load("pygraphviz").AGraph(string=_source(graph, boxes, names))
    laid_out.layout(prog="dot")
    placed = {}
    for node, name in names.items():
        x, y = map(float, laid_out.get_node(name).attr["pos"].split(","))
        placed[node] = Placed(box=boxes[node], x=x, top=-y - boxes[node].height / 2)
    return {node: standing for row in graph.rows for node, standing in _level(row, placed)}


def _level(row: tuple[str, ...], placed: Mapping[str, Placed]) -> Iterator[tuple[str, Placed]]:
    """Tasks side by side start at one height; Graphviz puts their middles, strips included, on one line."""
    tasks = all(placed[node].box.kind == "task" for node in row)
    top = min(placed[node].top for node in row)
    for node in row:
        yield node, replace(placed[node], top=top) if tasks else placed[node]


def _source(graph: Graph, boxes: Mapping[str, Box], names: Mapping[str, str]) -> str:
    diagrams = load("diagrams")
    spine = set(filter(None, map(_on_spine, graph.rows)))
    with _diagram(diagrams) as diagram:
        drawn = {
            node: diagrams.Node(
                nodeid=names[node], **_size(boxes[node]), **({"group": "spine"} if node in spine else {})
            )
            for node in graph.nodes
        }
        for node in graph.nodes:
            for edge, weight in _laid_edges(graph, node):
                drawn[edge.source] >> diagrams.Edge(weight=weight) >> drawn[edge.target]
    return str(diagram.dot.source)


@contextmanager
def _diagram(diagrams: Any) -> Iterator[Any]:
    """A diagram to build in. Used as a context of its own it would write a file and call the `dot` program."""
    diagram = diagrams.Diagram(filename="flowchart", show=False, direction="TB", graph_attr=_GRAPH)
    diagrams.setdiagram(diagram)
    try:
        yield diagram
    finally:
        diagrams.setdiagram(None)


def _size(box: Box) -> dict[str, str]:
    return {"width": str((box.width + 2 * box.margin) / _POINTS), "height": str(box.height / _POINTS)}


def _laid_edges(graph: Graph, node: str) -> list[tuple[Edge, str]]:
    """The edges from a node that shape the layout, from left to right, with their weights.

    Besides the trunk these are the spine, which keeps the middle of every row in one line, and links to boxes that
    only an edge around the chart leads to.
    """
    rank = graph.ranks[node]
    edges = [(edge, "1") for edge in graph.edges if edge.source == node and graph.is_trunk(edge)]
    if node == graph.rows[rank][-1]:
        edges += [(Edge(source=node, target=target), "1") for target in _orphans(graph, rank + 1)]
    if node == _on_spine(graph.rows[rank]) and node != END:
        below = next(filter(None, map(_on_spine, graph.rows[rank + 1 :])))
        edges.insert((len(edges) + 1) // 2, (Edge(source=node, target=below), "100"))
    return edges


def _on_spine(row: tuple[str, ...]) -> str | None:
    """The middle box of a row; where two stand in the middle, the spine runs between them."""
    return row[len(row) // 2] if len(row) % 2 else None


def _orphans(graph: Graph, rank: int) -> list[str]:
    if rank >= len(graph.rows):
        return []
    led_to = {edge.target for edge in graph.edges if graph.is_trunk(edge)}
    return [node for node in graph.rows[rank] if node not in led_to]
