"""A procedure as a graph: which step leads to which, and in which row it stands. No drawing here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from khumue.model import Procedure, Step

START = "@start"
END = "@end"

Kind = Literal["next", "yes", "no"]


@dataclass(frozen=True, kw_only=True)
class Edge:
    """One arrow. A decision has `yes` and `no` edges, everything else a `next` edge."""

    source: str
    target: str
    kind: Kind = "next"


@dataclass(frozen=True, kw_only=True)
class Graph:
    """Nodes in the order of the flow, START first and END last, and the edges between them."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The row of each node: one below the lowest of its predecessors. END stands alone in the last row."""
        ranks: dict[str, int] = {}
        for node in self.nodes:
            before = [ranks[edge.source] for edge in self.edges if edge.target == node and edge.source in ranks]
            ranks[node] = max(before, default=-1 if node == START else 0) + 1
        ranks[END] = max(rank for node, rank in ranks.items() if node != END) + 1
        return ranks

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The nodes of each row, in the order of the flow."""
        return tuple(
            tuple(node for node in self.nodes if self.ranks[node] == rank) for rank in range(self.ranks[END] + 1)
        )

    def is_trunk(self, edge: Edge) -> bool:
        """Whether the edge runs straight on to the next row; all others go around the chart."""
        return edge.kind != "no" and self.ranks[edge.target] == self.ranks[edge.source] + 1


def graph_of(procedure: Procedure) -> Graph:
    """The graph of a procedure whose step names are valid."""
    edges = list(dict.fromkeys(_edges(procedure.steps)))
    leading_on = {edge.source for edge in edges if edge.kind != "no"}
    edges += [
        Edge(source=step.id, target=END, kind=_kind(step)) for step in procedure.steps if step.id not in leading_on
    ]
    return Graph(nodes=(START, *(step.id for step in procedure.steps), END), edges=tuple(edges))


def _edges(steps: tuple[Step, ...]) -> Iterator[Edge]:
    by_id = {step.id: step for step in steps}
    previous = START
    for step in steps:
        for source in step.after or (previous,):
            before = by_id.get(source)
            # `after` naming a decision whose `else` is this step is its "no" branch, not a "yes" as well.
            if not (before and step.after and before.else_ == step.id):
                yield Edge(source=source, target=step.id, kind=_kind(before) if before else "next")
        if step.else_:
            yield Edge(source=step.id, target=END if step.else_ == "end" else step.else_, kind="no")
        previous = step.id


def _kind(source: Step) -> Kind:
    return "yes" if source.kind == "decision" else "next"
