"""Learning paths: what a new colleague in a post reads, drafts and checks, from the first day to the first fiscal year.

Fields have the names of YAML keys, so that the data file, the export and these classes are one shape.
"""

from __future__ import annotations

from typing import Literal, get_args

from khumue.frozen import frozen
from khumue.vocabulary import Text

SitePage = Literal[
    "tasks",
    "procedures",
    "documents",
    "jobs",
    "roles",
    "references",
    "sections",
    "glossary",
    "handovers",
    "notes",
    "a-z",
    "draft",
    "check",
    "reports",
    "rules",
    "calendar",
    "plans",
    "bodies",
    "words",
    "forms",
    "example",
    "adopt",
]
"""Pages of the handbook that a path may lead to; `site/targets.py` says where each of them stands."""

ProcedurePart = Literal["flowchart", "steps", "document", "references", "notes", "related", "source"]
"""Parts of the page of a procedure, by their anchors."""

StageName = Literal["day", "week", "month", "year"]
STAGES: tuple[StageName, ...] = get_args(StageName)
"""The first day, week, month and fiscal year."""


@frozen
class Target:
    """Where an item leads: one thing of the handbook.

    A `step` or a `part` goes with a procedure; `at` is an anchor of the page.
    """

    procedure: str | None = None
    step: str | None = None
    part: ProcedurePart | None = None
    role: str | None = None
    job: str | None = None
    section: str | None = None
    reference: str | None = None
    term: str | None = None
    document: str | None = None
    page: SitePage | None = None
    at: str | None = None


@frozen
class PageQuestion:
    """A question that a page of the handbook answers, at an anchor of it; `others` are wrong answers to choose from."""

    id: str
    page: SitePage
    at: str | None = None
    ask: Text
    answer: Text
    others: tuple[Text, ...]
    why: Text


@frozen
class PathItem:
    """One thing to learn, which ends in something done.

    `reading` are the minutes that the text of the targets takes to read, where it is to be read and not only looked up
    in; `doing` are the minutes that the rest takes.
    """

    id: str
    title: Text
    to: tuple[Target, ...]
    why: Text
    ends: Literal["read", "drafted", "checked"]
    done: Text
    reading: int = 0
    doing: int

    @property
    def minutes(self) -> int:
        """What the item takes in all."""
        return self.reading + self.doing


@frozen
class LearningPath:
    """The way of a new colleague into a post: `role` is the post or unit, `text` says for whom the path is."""

    id: str
    title: Text
    text: Text
    role: str
    day: tuple[PathItem, ...]
    week: tuple[PathItem, ...]
    month: tuple[PathItem, ...]
    year: tuple[PathItem, ...]

    def stages(self) -> tuple[tuple[StageName, tuple[PathItem, ...]], ...]:
        """The stages in their order, each with its items."""
        return tuple((name, getattr(self, name)) for name in STAGES)

    @property
    def items(self) -> tuple[PathItem, ...]:
        """The items of all stages, in order."""
        return tuple(item for _, items in self.stages() for item in items)
