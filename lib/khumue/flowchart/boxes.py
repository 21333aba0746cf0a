"""The shape of every node and the lines of text in it. All lengths are pixels at full scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from khumue.flowchart.graph import END, START, Graph
from khumue.flowchart.measuring import Ruler
from khumue.flowchart.typography import SMALL_LEADING, TITLE_LEADING, TITLE_SIZE

# Depth of the wave under a strip, half above and half below the place where it crosses the middle.
WAVE = 9

_STRIP_INSET, _STRIP_PADDING = 14, 7
_TERMINATOR_HEIGHT, _TERMINATOR_PADDING = 40, 22


@dataclass(frozen=True, kw_only=True)
class Box:
    """One node: a shape of `width` x `body`, and under it a document strip where there is an output.

    `margin` is space that it needs on both sides.
    """

    node: str
    kind: Literal["terminator", "task", "decision"]
    width: float
    body: float
    margin: float = 0
    title: tuple[str, ...]
    actor: tuple[str, ...] = ()
    output: tuple[str, ...] = ()

    @property
    def strip(self) -> float:
        """Height of the document strip; 0 where there is none."""
        return len(self.output) * SMALL_LEADING + 2 * _STRIP_PADDING + WAVE / 2 if self.output else 0

    @property
    def height(self) -> float:
        """Body and strip together."""
        return self.body + self.strip

    @property
    def strip_width(self) -> float:
        """Width of the document strip."""
        return self.width - 2 * _STRIP_INSET

    @property
    def text_height(self) -> float:
        """Height of the lines in the body."""
        return len(self.title) * TITLE_LEADING + len(self.actor) * SMALL_LEADING


def strip_text_width(width: float) -> float:
    """How wide the text of the strip under a box may be."""
    return width - 2 * (_STRIP_INSET + _STRIP_PADDING)


def terminator(node: str, word: str, ruler: Ruler) -> Box:
    """The rounded box of the start or the end."""
    width = round(ruler.width(word, TITLE_SIZE)) + 2 * _TERMINATOR_PADDING
    return Box(node=node, kind="terminator", width=width, body=_TERMINATOR_HEIGHT, title=(word,))


def level(boxes: dict[str, Box], graph: Graph) -> dict[str, Box]:
    """Make tasks that stand side by side equally high."""
    levelled = dict(boxes)
    for row in graph.rows:
        tasks = [boxes[node] for node in row if boxes[node].kind == "task"]
        levelled |= {box.node: replace(box, body=max(task.body for task in tasks)) for box in tasks}
    return {node: levelled[node] for node in (START, *graph.nodes[1:-1], END)}
