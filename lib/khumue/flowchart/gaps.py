"""The gaps between rows: which horizontal lines run in them, at which height, and how high they must be for that."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from khumue.flowchart.detours import Detour
from khumue.flowchart.graph import Edge, Graph
from khumue.flowchart.layout import ROW_GAP, Placed

# In pixels: from a box to the first line and between lines; from the last line to the box below, with an arrowhead;
# for the word "yes" above the first line.
_PITCH, _LANDING, _WORD = 12, 18, 16

Net = tuple[str, str]
"""Lines that share a height: what leaves a node or what arrives at one."""


@dataclass(frozen=True, kw_only=True)
class Gap:
    """The space between two rows, from the foot of one to the top of the next, and the heights of its lines."""

    top: float
    bottom: float
    heights: Mapping[Net, float]


@dataclass(frozen=True, kw_only=True)
class _Run:
    """A horizontal line in a gap, between two places; infinite where it goes to a channel."""

    gap: int
    net: Net
    left: float
    right: float


def net_of_trunk(edge: Edge, graph: Graph) -> Net:
    """Arrows that part under a node run together, else those that meet above one."""
    parting = sum(graph.is_trunk(other) and other.source == edge.source for other in graph.edges) > 1
    return ("out", edge.source) if parting else ("to", edge.target)


def net_of_leaving(detour: Detour) -> Net:
    """The way from a node to a channel; a refusal never shares the line of what goes on."""
    return ("no" if detour.edge.kind == "no" else "out", detour.edge.source)


def net_of_arriving(detour: Detour) -> Net:
    """The way from a channel to a node."""
    return ("to-no" if detour.edge.kind == "no" else "to", detour.edge.target)


def open_gaps(
    graph: Graph, placed: Mapping[str, Placed], detours: Sequence[Detour]
) -> tuple[dict[str, Placed], tuple[Gap, ...]]:
    """Move the rows apart as far as the lines between them need, and say where these run."""
    tracks = _tracks(_runs(graph, placed, detours))
    moved: dict[str, Placed] = {}
    gaps: list[Gap] = []
    for rank, row in enumerate(graph.rows):
        top = min(placed[node].top for node in row)
        start = gaps[-1].bottom if gaps else 0.0
        moved |= {node: replace(placed[node], top=placed[node].top - top + start) for node in row}
        gaps.append(_gap(graph, moved, rank, {net: track for (gap, net), track in tracks.items() if gap == rank}))
    return moved, tuple(gaps[:-1])


def _gap(graph: Graph, moved: Mapping[str, Placed], rank: int, tracks: Mapping[Net, int]) -> Gap:
    row = [moved[node] for node in graph.rows[rank]]
    top = max(standing.foot for standing in row)
    if not tracks:
        return Gap(top=top, bottom=top + ROW_GAP, heights={})
    first = top + _PITCH + (_WORD if any(standing.box.kind == "decision" for standing in row) else 0)
    heights = {net: first + _PITCH * track for net, track in tracks.items()}
    return Gap(top=top, bottom=max(heights.values()) + _LANDING, heights=heights)


def _runs(graph: Graph, placed: Mapping[str, Placed], detours: Iterable[Detour]) -> Iterator[_Run]:
    for edge in graph.edges:
        start, end = placed[edge.source].x, placed[edge.target].x
        if graph.is_trunk(edge) and not is_straight(start, end):
            net = net_of_trunk(edge, graph)
            yield _Run(gap=graph.ranks[edge.source], net=net, left=min(start, end), right=max(start, end))
    for detour in detours:
        right = detour.side == "right"
        if detour.leaves == "gap":
            x = placed[detour.edge.source].x
            left, to = (x, math.inf) if right else (-math.inf, x)
            yield _Run(gap=graph.ranks[detour.edge.source], net=net_of_leaving(detour), left=left, right=to)
        if detour.arrives == "gap":
            x = placed[detour.edge.target].x
            left, to = (x, math.inf) if right else (-math.inf, x)
            yield _Run(gap=graph.ranks[detour.edge.target] - 1, net=net_of_arriving(detour), left=left, right=to)


def is_straight(start: float, end: float) -> bool:
    """Whether a line down from one place reaches the other; Graphviz rounds to whole pixels."""
    return abs(start - end) < 2


def _tracks(runs: Iterable[_Run]) -> dict[tuple[int, Net], int]:
    """A track, counted from above, for every net; nets that overlap get different ones, leaving above arriving."""
    spans: dict[tuple[int, Net], tuple[float, float]] = {}
    for run in runs:
        left, right = spans.get((run.gap, run.net), (run.left, run.right))
        spans[run.gap, run.net] = min(left, run.left), max(right, run.right)
    order = sorted(spans, key=lambda place: (place[0], ("out", "no", "to-no", "to").index(place[1][0]), spans[place]))
    tracks: dict[tuple[int, Net], int] = {}
    for place in order:
        left, right = spans[place]
        above = [
            track
            for other, track in tracks.items()
            if other[0] == place[0] and spans[other][0] <= right and spans[other][1] >= left
        ]
        tracks[place] = max(above, default=-1) + 1
    return tracks
