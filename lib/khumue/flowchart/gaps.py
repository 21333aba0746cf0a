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

# Lines that leave boxes run above those that arrive.
_ORDER = ("out", "no", "to-no", "to")

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
    """A horizontal line in a gap, from below `start` to above `end`; infinite at the end that is in a channel."""

    gap: int
    net: Net
    start: float
    end: float


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
        start, end, rank = placed[edge.source].x, placed[edge.target].x, graph.ranks[edge.source]
        if graph.is_trunk(edge) and not is_straight(start, end):
            yield _Run(gap=rank, net=net_of_trunk(edge, graph), start=start, end=end)
    for detour in detours:
        source, target, away = detour.edge.source, detour.edge.target, math.inf if detour.side == "right" else -math.inf
        if detour.leaves == "gap":
            yield _Run(gap=graph.ranks[source], net=net_of_leaving(detour), start=placed[source].x, end=away)
        if detour.arrives == "gap":
            yield _Run(gap=graph.ranks[target] - 1, net=net_of_arriving(detour), start=away, end=placed[target].x)


def is_straight(start: float, end: float) -> bool:
    """Whether a line down from one place reaches the other; Graphviz rounds to whole pixels."""
    return abs(start - end) < 2


def _tracks(runs: Iterable[_Run]) -> dict[tuple[int, Net], int]:
    """A track, counted from above, for every net of every gap; nets that overlap get different ones."""
    nets: dict[tuple[int, Net], list[_Run]] = {}
    for run in runs:
        nets.setdefault((run.gap, run.net), []).append(run)
    tracks: dict[tuple[int, Net], int] = {}
    for place in _from_above(nets):
        above = [
            track for other, track in tracks.items() if other[0] == place[0] and _overlap(nets[other], nets[place])
        ]
        tracks[place] = max(above, default=-1) + 1
    return tracks


def _from_above(nets: Mapping[tuple[int, Net], list[_Run]]) -> Iterator[tuple[int, Net]]:
    """What leaves a box comes before what arrives in the same column, else the two would run over each other."""
    waiting = sorted(nets, key=lambda place: (place[0], _ORDER.index(place[1][0]), place[1][1]))
    while waiting:
        free = (place for place in waiting if not any(_comes_first(nets[other], nets[place]) for other in waiting))
        chosen = next(free, waiting[0])
        waiting.remove(chosen)
        yield chosen


def _comes_first(one: list[_Run], other: list[_Run]) -> bool:
    return one is not other and any(
        first.gap == second.gap and is_straight(first.start, second.end) for first in one for second in other
    )


def _overlap(one: list[_Run], other: list[_Run]) -> bool:
    (left, right), (left2, right2) = _span(one), _span(other)
    return left <= right2 and left2 <= right


def _span(runs: list[_Run]) -> tuple[float, float]:
    ends = [end for run in runs for end in (run.start, run.end)]
    return min(ends), max(ends)
