"""The lines of a chart: the trunk from row to row, and the channels of the detours beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from khumue.flowchart.detours import Detour
from khumue.flowchart.gaps import Gap, is_straight, net_of_arriving, net_of_leaving, net_of_trunk
from khumue.flowchart.graph import Edge, Graph
from khumue.flowchart.layout import Placed, Side

Point = tuple[float, float]

# In pixels: between channels; from a tip to where its line turns down; between arrows that arrive at one side.
_CHANNEL, _TURN, _ARRIVAL = 18, 9, 14
# How far a line follows the channel that it joins.
_JOIN = 10
# Arrows arrive at the upper side of a decision, above the tip that its refusal leaves by.
_DECISION_ARRIVAL = {1: (0.2,), 2: (0.12, 0.28)}


@dataclass(frozen=True, kw_only=True)
class Route:
    """One line along right angles. Without an arrow it joins the line of another route."""

    edge: Edge
    points: tuple[Point, ...]
    arrow: bool = True


@dataclass(frozen=True, kw_only=True)
class _Bus:
    """Detours that share a channel, with the heights at which they come into it and at which it leaves."""

    detours: tuple[Detour, ...]
    entering: tuple[float, ...]
    leaving: float

    @property
    def top(self) -> float:
        return min(*self.entering, self.leaving)

    @property
    def bottom(self) -> float:
        return max(*self.entering, self.leaving)

    def runs_beside(self, top: float, bottom: float) -> bool:
        return self.top <= bottom and top <= self.bottom


@dataclass(frozen=True, kw_only=True)
class Router:
    """Draws the lines of one chart. `room` is the space in pixels between the boxes and the first channel."""

    graph: Graph
    placed: Mapping[str, Placed]
    gaps: Sequence[Gap]
    room: float

    def trunk(self) -> Iterator[Route]:
        """The lines from row to row."""
        for edge in self.graph.edges:
            if self.graph.is_trunk(edge):
                yield Route(edge=edge, points=self._trunk_points(edge))

    def detours(self, detours: Sequence[Detour]) -> Iterator[Route]:
        """The lines around the chart; inner channels are shorter ones."""
        buses = sorted(self._buses(detours), key=lambda bus: (bus.bottom - bus.top, bus.top, bus.detours[0].bus))
        drawn: list[tuple[_Bus, float]] = []
        for bus in buses:
            x = self._channel(bus, drawn)
            drawn.append((bus, x))
            yield from self._bus_routes(bus, x)

    def _trunk_points(self, edge: Edge) -> tuple[Point, ...]:
        source, target = self.placed[edge.source], self.placed[edge.target]
        if is_straight(source.x, target.x):
            return (source.x, source.outlet), (source.x, target.top)
        y = self.gaps[self.graph.ranks[edge.source]].heights[net_of_trunk(edge, self.graph)]
        return (source.x, source.outlet), (source.x, y), (target.x, y), (target.x, target.top)

    def _buses(self, detours: Sequence[Detour]) -> Iterator[_Bus]:
        ordered = sorted(detours, key=lambda detour: detour.bus)
        buses = [tuple(group) for _, group in groupby(ordered, key=lambda detour: detour.bus)]
        for bus in buses:
            target, side, _ = bus[0].bus
            rivals = [other[0].bus for other in buses if other[0].bus[:2] == (target, side)]
            yield _Bus(
                detours=bus,
                entering=tuple(self._leaving_height(detour) for detour in bus),
                leaving=self._arriving_height(bus[0], rivals.index(bus[0].bus), len(rivals)),
            )

    def _leaving_height(self, detour: Detour) -> float:
        if detour.leaves == "tip":
            return self.placed[detour.edge.source].middle
        return self.gaps[self.graph.ranks[detour.edge.source]].heights[net_of_leaving(detour)]

    def _arriving_height(self, detour: Detour, place: int, count: int) -> float:
        if detour.arrives == "gap":
            return self.gaps[self.graph.ranks[detour.edge.target] - 1].heights[net_of_arriving(detour)]
        target = self.placed[detour.edge.target]
        if target.box.kind == "decision":
            return target.top + target.box.body * _DECISION_ARRIVAL[count][place]
        return target.middle + (place - (count - 1) / 2) * _ARRIVAL

    def _channel(self, bus: _Bus, drawn: Sequence[tuple[_Bus, float]]) -> float:
        side, sign = bus.detours[0].side, _sign(bus.detours[0].side)
        ends = {name for detour in bus.detours for name in (detour.edge.source, detour.edge.target)}
        edges = [
            sign * box.x + box.box.width / 2
            for name, box in self.placed.items()
            if name in ends or bus.runs_beside(box.top, box.foot)
        ]
        inner = [
            sign * x + _CHANNEL
            for other, x in drawn
            if other.detours[0].side == side and other.runs_beside(bus.top - _JOIN, bus.bottom + _JOIN)
        ]
        return sign * max([edge + self.room for edge in edges] + inner)

    def _bus_routes(self, bus: _Bus, x: float) -> Iterator[Route]:
        """The farthest detour is drawn whole; the others join it, the farthest from the other end at the exit."""
        corner, after, *_ = way_out = self._way_out(bus.detours[0], x, bus.leaving)
        around_corner = (corner[0] + math.copysign(_JOIN, after[0] - corner[0]), corner[1])
        ends_drawn: set[bool] = set()
        for y, detour in sorted(
            zip(bus.entering, bus.detours, strict=True), key=lambda way: -abs(way[0] - bus.leaving)
        ):
            end, way_in = y > bus.leaving, self._way_in(detour, x, y)
            if not ends_drawn:
                yield Route(edge=detour.edge, points=(*way_in, *way_out))
            elif end not in ends_drawn:
                yield Route(edge=detour.edge, points=(*way_in, corner, around_corner), arrow=False)
            else:
                joint = (x, y + math.copysign(_JOIN, bus.leaving - y))
                yield Route(edge=detour.edge, points=(*way_in, joint), arrow=False)
            ends_drawn.add(end)

    def _way_in(self, detour: Detour, x: float, y: float) -> tuple[Point, ...]:
        source, sign = self.placed[detour.edge.source], _sign(detour.side)
        if detour.leaves == "tip":
            return (source.outline(detour.side, y), y), (x, y)
        if detour.edge.kind != "no":
            return (source.x, source.outlet), (source.x, y), (x, y)
        turn = source.outline(detour.side, source.middle) + sign * _TURN
        return (source.outline(detour.side, source.middle), source.middle), (turn, source.middle), (turn, y), (x, y)

    def _way_out(self, detour: Detour, x: float, y: float) -> tuple[Point, ...]:
        target = self.placed[detour.edge.target]
        if detour.arrives == "side":
            return (x, y), (target.outline(detour.side, y), y)
        return (x, y), (target.x, y), (target.x, target.top)


def _sign(side: Side) -> int:
    return 1 if side == "right" else -1
