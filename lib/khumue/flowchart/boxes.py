"""The shape of every node and the lines of text in it. All lengths are pixels at full scale."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from khumue.flowchart.graph import END, START, Graph
from khumue.flowchart.measuring import Ruler
from khumue.flowchart.words import WORDS
from khumue.flowchart.wrapping import widest_run, wrap
from khumue.model import Catalogue, Language, Procedure, Role, Step, Text

TITLE_SIZE, TITLE_LEADING = 15, 22
SMALL_SIZE, SMALL_LEADING = 13, 18

# With a channel for loops beside it, one column is narrower than a phone (390 px).
_COLUMN = 262
_SIDE_BY_SIDE = {2: 154, 3: 124}
_DECISION_WIDTHS, _DECISION_SIDE_BY_SIDE = (_COLUMN, 284, 306), (180, 200, 220)
_CROWDED = 118

_PADDING_X, _PADDING_Y = 13, 9
_STRIP_INSET, _STRIP_PADDING = 14, 7
_LOWEST_DECISION, _HIGH_DECISION = 96, 156
# Depth of the wave under a strip, half above and half below the place where it crosses the middle.
WAVE = 9
# Beside a decision that has neighbours, an arrow needs room to turn.
_TURN = 14
_ACTOR_LINES = 2
# Added on both sides of a box in rows of 3, 5 ..., which have no spine running between two boxes.
_ABREAST = 4


@dataclass(frozen=True, kw_only=True)
class Box:
    """One node: a shape of `width` x `body`, and under it a document strip of height `strip` (0: none)."""

    node: str
    kind: Literal["terminator", "task", "decision"]
    width: float
    body: float
    strip: float = 0
    margin: float = 0
    title: tuple[str, ...]
    actor: tuple[str, ...] = ()
    output: tuple[str, ...] = ()

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


def boxes_of(
    procedure: Procedure, graph: Graph, *, catalogue: Catalogue, language: Language, ruler: Ruler
) -> dict[str, Box]:
    """The box of every node; boxes of tasks that stand side by side are equally high."""
    words, row_of = WORDS[language], {node: row for row in graph.rows for node in row}
    boxes = {START: _terminator(START, words.start, ruler)}
    for number, step in enumerate(procedure.steps, 1):
        setter = _Setter(
            step=step, number=number, role=catalogue.roles[step.by], language=language, ruler=ruler, row=row_of[step.id]
        )
        boxes[step.id] = setter.decision() if step.kind == "decision" else setter.task()
    boxes[END] = _terminator(END, words.end, ruler)
    return {node: _as_high_as_row(box, [boxes[other] for other in row_of[node]]) for node, box in boxes.items()}


def _terminator(node: str, word: str, ruler: Ruler) -> Box:
    return Box(node=node, kind="terminator", width=round(ruler.width(word, TITLE_SIZE)) + 44, body=40, title=(word,))


def _as_high_as_row(box: Box, row: list[Box]) -> Box:
    if box.kind != "task":
        return box
    return replace(box, body=max(other.body for other in row if other.kind == "task"))


@dataclass(frozen=True, kw_only=True)
class _Setter:
    """Sets the text of one step in its shape."""

    step: Step
    number: int
    role: Role
    language: Language
    ruler: Ruler
    row: tuple[str, ...]

    def task(self) -> Box:
        wanted = _COLUMN if len(self.row) == 1 else _SIDE_BY_SIDE.get(len(self.row), _CROWDED)
        width = max(wanted, self._widest(2 * _PADDING_X), self._widest_output(2 * (_STRIP_INSET + _STRIP_PADDING)))
        title, actor = self._title(width - 2 * _PADDING_X), self._actor(width - 2 * _PADDING_X)
        margin = _ABREAST if len(self.row) > 1 and len(self.row) % 2 else 0
        box = Box(node=self.step.id, kind="task", width=width, body=0, margin=margin, title=title, actor=actor)
        return self._with_output(replace(box, body=box.text_height + 2 * _PADDING_Y))

    def decision(self) -> Box:
        """A rhombus as narrow as may be that is not too high; with the short name of the actor where all are."""
        trials: list[Box] = []
        for width, actor in self._decision_trials():
            trials.append(self._lowest_rhombus(width, actor))
            if trials[-1].body <= _HIGH_DECISION:
                break
        box = min(trials, key=lambda box: box.body)
        return self._with_output(replace(box, margin=0 if len(self.row) == 1 else _TURN))

    def _decision_trials(self) -> Iterator[tuple[float, Text]]:
        widths = _DECISION_WIDTHS if len(self.row) == 1 else _DECISION_SIDE_BY_SIDE
        yield from ((width, self.role.title) for width in widths)
        if self.role.abbreviation:
            yield from ((width, self.role.abbreviation) for width in widths)

    def _lowest_rhombus(self, wanted: float, actor: Text) -> Box:
        """Of all lengths of lines, take that which needs the least height."""
        width = max(wanted, math.ceil(self._widest(0) / 0.6))
        limits = (max(width * share / 100, self._widest(0)) for share in range(75, 38, -3))
        return min((self._rhombus(width, limit, actor) for limit in limits), key=lambda box: box.body)

    def _rhombus(self, width: float, limit: float, actor: Text) -> Box:
        lines = self._wrap(actor[self.language], SMALL_SIZE, limit)
        box = Box(node=self.step.id, kind="decision", width=width, body=0, title=self._title(limit), actor=lines)
        return replace(box, body=max(_LOWEST_DECISION, round(max(_needed_heights(box, self.ruler)) + 1)))

    def _with_output(self, box: Box) -> Box:
        if self.step.output is None:
            return box
        output = self._wrap(self.step.output[self.language], SMALL_SIZE, box.strip_width - 2 * _STRIP_PADDING)
        return replace(box, output=output, strip=len(output) * SMALL_LEADING + 2 * _STRIP_PADDING + WAVE / 2)

    def _title(self, limit: float) -> tuple[str, ...]:
        return self._wrap(f"{self.number}. {self.step.title[self.language]}", TITLE_SIZE, limit)

    def _actor(self, limit: float) -> tuple[str, ...]:
        lines = self._wrap(self.role.title[self.language], SMALL_SIZE, limit)
        if len(lines) > _ACTOR_LINES and self.role.abbreviation:
            return self._wrap(self.role.abbreviation[self.language], SMALL_SIZE, limit)
        return lines

    def _wrap(self, text: str, size: float, limit: float) -> tuple[str, ...]:
        return wrap(text, size=size, limit=limit, ruler=self.ruler)

    def _widest(self, padding: float) -> float:
        """The least width that breaks no word of the body, up to one column."""
        title = widest_run(f"{self.number}. {self.step.title[self.language]}", size=TITLE_SIZE, ruler=self.ruler)
        actor = widest_run(self.role.title[self.language], size=SMALL_SIZE, ruler=self.ruler)
        return min(math.ceil(max(title, actor) + padding), _COLUMN)

    def _widest_output(self, padding: float) -> float:
        if self.step.output is None:
            return 0
        widest = widest_run(self.step.output[self.language], size=SMALL_SIZE, ruler=self.ruler)
        return min(math.ceil(widest + padding), _COLUMN)


def _needed_heights(box: Box, ruler: Ruler) -> Iterator[float]:
    """For each line, the height of the rhombus at which its farther corners touch the outline."""
    sizes = [(line, TITLE_SIZE, TITLE_LEADING) for line in box.title]
    sizes += [(line, SMALL_SIZE, SMALL_LEADING) for line in box.actor]
    top = -box.text_height / 2
    for line, size, leading in sizes:
        # Letters leave 3 px of a line free above and below.
        farther = max(abs(top + 3), abs(top + leading - 3))
        yield 2 * farther / (1 - (ruler.width(line.rstrip(), size) + 8) / box.width)
        top += leading
