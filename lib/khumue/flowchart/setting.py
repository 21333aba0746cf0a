"""Setting the texts of a procedure in boxes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from khumue.flowchart.boxes import Box, level, strip_text_width, terminator
from khumue.flowchart.graph import END, START, Graph
from khumue.flowchart.measuring import Ruler
from khumue.flowchart.rhombus import WIDEST_SHARE, lowest_rhombus
from khumue.flowchart.typography import SMALL_SIZE, TITLE_SIZE
from khumue.flowchart.words import WORDS
from khumue.flowchart.wrapping import runs_of, widest_run, wrap
from khumue.model import Catalogue, Language, Procedure, Role, Step, Text

# In pixels. With a channel for loops beside it, one column is narrower than a phone (390 px). A box grows up to the
# width of a column where a word needs it.
_COLUMN = 262
_SIDE_BY_SIDE = {1: _COLUMN, 2: 154, 3: 124}
_CROWDED = 118
_PADDING_X, _PADDING_Y = 13, 9
# Added on both sides of a task in rows of 3, 5 ..., where no line of the layout runs between two boxes.
_ABREAST = 4

# A decision takes the first of these widths at which it is not too high.
_DECISION_ALONE, _DECISION_SIDE_BY_SIDE = (_COLUMN, 284, 306), (180, 200, 220)
_HIGH_DECISION = 156
# Beside a decision that has neighbours, an arrow needs room to turn.
_TURN = 14

# A side-by-side task names its actor in short rather than in more lines than these.
_ACTOR_LINES = 2


def boxes_of(
    procedure: Procedure, graph: Graph, *, catalogue: Catalogue, language: Language, ruler: Ruler
) -> dict[str, Box]:
    """The box of every node, in the order of the flow."""
    abreast = {node: len(row) for row in graph.rows for node in row}
    boxes = {
        START: terminator(START, WORDS[language].start, ruler),
        END: terminator(END, WORDS[language].end, ruler),
    }
    for number, step in enumerate(procedure.steps, 1):
        role = catalogue.roles[step.by]
        setter = _Setter(step=step, number=number, role=role, language=language, ruler=ruler, abreast=abreast[step.id])
        boxes[step.id] = setter.with_output(setter.decision() if step.kind == "decision" else setter.task())
    return level(boxes, graph)


@dataclass(frozen=True, kw_only=True)
class _Setter:
    """Sets the text of one step, of which `abreast` stand in its row."""

    step: Step
    number: int
    role: Role
    language: Language
    ruler: Ruler
    abreast: int

    def task(self) -> Box:
        """A rectangle, as wide as its row allows."""
        width = max(_SIDE_BY_SIDE.get(self.abreast, _CROWDED), self._least_width())
        limit = width - 2 * _PADDING_X
        box = Box(
            node=self.step.id,
            kind="task",
            width=width,
            body=0,
            margin=_ABREAST if self.abreast > 1 and self.abreast % 2 else 0,
            title=wrap(self._title, size=TITLE_SIZE, limit=limit, ruler=self.ruler),
            actor=self._actor(limit),
        )
        return replace(box, body=box.text_height + 2 * _PADDING_Y)

    def decision(self) -> Box:
        """A rhombus as narrow as may be that is not too high; with the short name of the actor where all are."""
        trials: list[Box] = []
        for width, actor in self._decision_trials():
            trials.append(self._rhombus(width, actor))
            if trials[-1].body <= _HIGH_DECISION:
                break
        return min(trials, key=lambda box: box.body)

    def with_output(self, box: Box) -> Box:
        """The box with the strip of the step's output."""
        if self.step.output is None:
            return box
        limit = strip_text_width(box.width)
        output = wrap(self.step.output[self.language], size=SMALL_SIZE, limit=limit, ruler=self.ruler)
        return replace(box, output=output)

    def _decision_trials(self) -> Iterator[tuple[float, Text]]:
        widths = _DECISION_ALONE if self.abreast == 1 else _DECISION_SIDE_BY_SIDE
        for actor in filter(None, (self.role.title, self.role.abbreviation)):
            yield from ((width, actor) for width in widths)

    def _rhombus(self, wanted: float, actor: Text) -> Box:
        width = max(wanted, math.ceil(self._widest / WIDEST_SHARE))
        title = runs_of(self._title, size=TITLE_SIZE, ruler=self.ruler)
        found = lowest_rhombus(width, title, runs_of(actor[self.language], size=SMALL_SIZE, ruler=self.ruler))
        return Box(
            node=self.step.id,
            kind="decision",
            width=width,
            body=found.height,
            margin=0 if self.abreast == 1 else _TURN,
            title=found.title,
            actor=found.actor,
        )

    def _actor(self, limit: float) -> tuple[str, ...]:
        lines = wrap(self.role.title[self.language], size=SMALL_SIZE, limit=limit, ruler=self.ruler)
        if len(lines) > _ACTOR_LINES and self.role.abbreviation:
            return wrap(self.role.abbreviation[self.language], size=SMALL_SIZE, limit=limit, ruler=self.ruler)
        return lines

    @property
    def _title(self) -> str:
        return f"{self.number}. {self.step.title[self.language]}"

    @property
    def _widest(self) -> float:
        """Width of the widest word of the body."""
        actor = widest_run(self.role.title[self.language], size=SMALL_SIZE, ruler=self.ruler)
        return max(actor, widest_run(self._title, size=TITLE_SIZE, ruler=self.ruler))

    def _least_width(self) -> float:
        """The least width that splits no word, up to one column."""
        least = self._widest + 2 * _PADDING_X
        if self.step.output:
            word = widest_run(self.step.output[self.language], size=SMALL_SIZE, ruler=self.ruler)
            least = max(least, word + _COLUMN - strip_text_width(_COLUMN))
        return min(math.ceil(least), _COLUMN)
