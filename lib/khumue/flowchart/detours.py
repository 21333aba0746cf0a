"""On which side the edges go that leave the trunk: loops back, jumps ahead and long ways round side-by-side steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from khumue.flowchart.graph import Edge, Graph
from khumue.flowchart.layout import SIDES, Placed, Side


@dataclass(frozen=True, kw_only=True)
class Detour:
    """An edge that runs down or up a channel beside the chart.

    It leaves by the tip of a decision or through the gap under its row, and arrives at the side of its target or
    through the gap above it, where neighbours stand in the way.
    """

    edge: Edge
    side: Side
    leaves: Literal["tip", "gap"]
    arrives: Literal["side", "gap"]

    @property
    def bus(self) -> tuple[str, Side, bool]:
        """Detours of one bus share a channel and an arrow: same target, same side, same kind of line."""
        return self.edge.target, self.side, self.edge.kind == "no"


def detours_of(graph: Graph, placed: Mapping[str, Placed]) -> tuple[Detour, ...]:
    """The detours of a chart: loops on the right and ways ahead on the left, unless neighbours stand there.

    Where both branches of a decision go around, the refusal goes on the right, so that they do not cross.
    """
    around = [edge for edge in graph.edges if not graph.is_trunk(edge)]
    forked = {edge.source for edge in around if edge.kind == "yes"}
    return tuple(_detour(edge, graph, placed, forked=edge.source in forked) for edge in around)


def _detour(edge: Edge, graph: Graph, placed: Mapping[str, Placed], *, forked: bool) -> Detour:
    def in_the_way(node: str, side: Side) -> int:
        row, x = graph.rows[graph.ranks[node]], placed[node].x
        return sum(placed[other].x > x if side == "right" else placed[other].x < x for other in row)

    ahead = graph.ranks[edge.target] > graph.ranks[edge.source]
    preferred: Side = "left" if ahead and not (forked and edge.kind == "no") else "right"
    side = min(
        SIDES, key=lambda side: (in_the_way(edge.source, side) + in_the_way(edge.target, side), side != preferred)
    )
    by_tip = edge.kind == "no" and not in_the_way(edge.source, side)
    return Detour(
        edge=edge,
        side=side,
        leaves="tip" if by_tip else "gap",
        arrives="gap" if in_the_way(edge.target, side) else "side",
    )
