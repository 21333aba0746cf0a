"""What the manuals say, as data: procedures, and the catalogue that holds them with their vocabulary.

A field has the name of its YAML key (a trailing underscore is dropped: `else_` is `else`), so that the data files, the
export and these classes are one shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from khumue.calendar import CalendarEntry, CalendarWork, Month
from khumue.concepts import ChainLink, LevelPlan, Likeness, PlanLevel, StepOf, Term, Theme
from khumue.frozen import NOTHING, frozen
from khumue.learning import LearningPath, PageQuestion
from khumue.vocabulary import (
    LANGUAGES,
    NO_NAMES,
    Amendment,
    Basis,
    Checked,
    DocumentType,
    Edition,
    Language,
    LeftOut,
    Manual,
    Names,
    Part,
    PlanDocument,
    ProjectField,
    Reference,
    ReferenceRequirement,
    RuleText,
    Section,
    SectionRequirement,
    Text,
    Years,
)

__all__ = [
    "LANGUAGES",
    "NO_NAMES",
    "Amendment",
    "Basis",
    "CalendarEntry",
    "CalendarWork",
    "Catalogue",
    "ChainLink",
    "Checked",
    "CitedReference",
    "Definition",
    "DocumentType",
    "Edition",
    "Feed",
    "Form",
    "FormColumn",
    "FormTable",
    "Job",
    "Language",
    "LeftOut",
    "LevelPlan",
    "Likeness",
    "Manual",
    "MapPlace",
    "Month",
    "Names",
    "Note",
    "Part",
    "PlanDocument",
    "PlanLevel",
    "Procedure",
    "ProjectField",
    "Reference",
    "ReferenceRequirement",
    "Role",
    "RuleText",
    "Section",
    "SectionRequirement",
    "Stage",
    "Statement",
    "Step",
    "StepOf",
    "Task",
    "Term",
    "Text",
    "Theme",
    "Topic",
    "Years",
]


@frozen
class Statement(Text):
    """A text and where the manual says it: "3 5.2(4)" is item (4) of 5.2 in the manual's procedure 3."""

    locators: tuple[str, ...] = ()


@frozen
class Definition:
    """A term as the manual defines it."""

    term: Text
    text: Text
    locators: tuple[str, ...]


@frozen
class Form:
    """A form that the procedure uses; steps name it by `id`."""

    id: str
    title: Text
    text: Text | None = None
    locators: tuple[str, ...]


@frozen
class Step:
    """One step of the flow. List order is the flow; start and end are implied.

    A `decision` goes on to the next step when agreed and to `else_` (a step id, or "end") when not. `after` replaces
    the step before as predecessor: two steps after the same step run side by side, a step after two joins them. `stage`
    is the stage of the job that the step belongs to, where several offices do the job.
    """

    id: str
    by: str
    title: Text
    text: Text
    kind: Literal["task", "decision"] = "task"
    else_: str | None = None
    after: tuple[str, ...] = ()
    involves: tuple[str, ...] = ()
    output: Text | None = None
    form: str | None = None
    stage: str | None = None
    substeps: tuple[Statement, ...] = ()
    basis: Basis = "stated"
    locators: tuple[str, ...] = ()


@frozen
class CitedReference:
    """A reference as the manual lists it, with the edition and years that it prints."""

    reference: str
    cited_edition: str | None = None
    cited_years: Years | None = None
    locators: tuple[str, ...]
    note: Text | None = None


@frozen
class Note(Statement):
    """An editor's note: a slip of the manual, something out of date, unclear, or different elsewhere."""

    kind: Literal["slip", "outdated", "unclear", "difference"]


@frozen
class Feed:
    """What goes on to whom: `to` is the id of the procedure that uses it, or of the role that receives it."""

    to: str
    what: Text
    locators: tuple[str, ...] = ()


@frozen
class Procedure:
    """One procedure of one manual, complete. `was` are ids that it had before."""

    id: str
    was: tuple[str, ...] = ()
    manual: str
    numbers: tuple[str, ...]
    job: str
    title: Text
    objectives: tuple[Statement, ...]
    scope: tuple[Statement, ...] = ()
    definitions: tuple[Definition, ...] = ()
    steps: tuple[Step, ...]
    forms: tuple[Form, ...] = ()
    references: tuple[CitedReference, ...] = ()
    document: PlanDocument | None = None
    notes: tuple[Note, ...] = ()
    feeds: tuple[Feed, ...] = ()
    reviewed: str
    """ISO date (CE) on which a person last read the data against the manual."""

    def step_number(self, step_id: str) -> int:
        """The place of a step in the flow, from 1."""
        return next(number for number, step in enumerate(self.steps, 1) if step.id == step_id)


MapPlace = Literal[
    "school", "area-office", "provincial-office", "committee", "province", "region", "ministry", "elsewhere"
]
"""Where a role belongs: the office, the committees, the province and its governor, the region, the ministry and the
offices above, or outside of all these."""


@frozen
class Role:
    """A post, unit or body that acts in a procedure. Never a person. `place` is where it belongs on the map.

    `serves` is the place whose work a committee does, `under` the agency that an office belongs to, `was` are ids that
    it had before.
    """

    id: str
    kind: Literal["post", "unit", "committee", "agency", "group"]
    place: MapPlace
    title: Text
    text: Text
    abbreviation: Text | None = None
    note: Text | None = None
    was: tuple[str, ...] = ()
    serves: MapPlace | None = None
    under: str | None = None


@frozen
class Stage:
    """A stage of a job, by which the steps of several offices are compared."""

    id: str
    title: Text


Topic = Literal["plans", "budget", "monitoring", "meetings", "information", "cooperation", "schools", "other"]
"""What a job is about."""


@frozen
class Task:
    """What people say that they have to do. `procedures` are those of the job that do it; none named: all of them."""

    title: Text
    procedures: tuple[str, ...] = ()


@frozen
class Job:
    """The same work in several offices, in the words people use.

    `tasks` say it as people do who look for it; where there are none, or none for a procedure, the title does.
    `stages` are what the offices' steps have in common, in order; `differences` says how they differ. Both are there
    where more than one office describes the job. `was` are ids that it had before.
    """

    id: str
    was: tuple[str, ...] = ()
    title: Text
    text: Text
    topic: Topic = "other"
    tasks: tuple[Task, ...] = ()
    stages: tuple[Stage, ...] = ()
    differences: Text | None = None


@frozen
class FormColumn(Text):
    """The head of a column of a blank table. `width` is beside those of the others; a `sum` is added up at the end."""

    width: int
    sum: bool = False


@frozen
class FormTable:
    """A blank table of a form: in the form of a plan at a section, in the project sheet at a field.

    `rows` name its rows in the first column; without them rows are numbered in a column of their own. A `wide` table
    needs a page on its side.
    """

    id: str
    form: Literal["plan", "project-sheet"]
    at: str
    caption: Text
    columns: tuple[FormColumn, ...]
    rows: tuple[Text, ...] = ()
    total: bool = False
    wide: bool = False


@frozen
class Catalogue:
    """Everything that the data files say. Mappings keep the order of the files.

    All but the procedures are files of the vocabulary. Those that may be left out have a default: without
    `project_fields` the checker looks for no project sheets, without `form_tables` forms have no tables, without
    `paths` and `calendar` the handbook has none, without `questions` there are none on hand-written pages, without
    `themes` and `plan_levels` the concept pages have no words and no map of plans.
    """

    procedures: Mapping[str, Procedure]
    manuals: Mapping[str, Manual]
    roles: Mapping[str, Role]
    sections: Mapping[str, Section]
    project_fields: Mapping[str, ProjectField] = NOTHING
    references: Mapping[str, Reference]
    documents: Mapping[str, DocumentType]
    jobs: Mapping[str, Job]
    glossary: Mapping[str, Term]
    form_tables: Mapping[str, FormTable] = NOTHING
    paths: Mapping[str, LearningPath] = NOTHING
    questions: Mapping[str, PageQuestion] = NOTHING
    themes: Mapping[str, Theme] = NOTHING
    plan_levels: Mapping[str, PlanLevel] = NOTHING
    calendar: Mapping[str, CalendarEntry] = NOTHING

    def by_manual(self) -> tuple[tuple[Manual, tuple[Procedure, ...]], ...]:
        """The manuals that have procedures, each with its own."""
        groups = (
            (manual, tuple(each for each in self.procedures.values() if each.manual == manual.id))
            for manual in self.manuals.values()
        )
        return tuple((manual, own) for manual, own in groups if own)
