"""The story of the worked example, as `stories/` tells it along the steps of a procedure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khumue.authoring.yamlfiles import read_yaml
from khumue.model import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khumue.model import Catalogue, Procedure, Step

STORY = Path(__file__).parent / "stories/annual-action-plan.yaml"


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What happened at one step, and when; `see` are steps of other procedures that say more."""

    step: str
    when: Text
    text: Text
    see: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class DraftScene:
    """A draft that is checked: what led to it, what came of it, and by code what was behind each finding."""

    draft: str
    title: Text
    before: Text
    after: Text | None
    lessons: dict[str, Text]


@dataclass(frozen=True, kw_only=True)
class Phase:
    """Some scenes under one heading."""

    id: str
    title: Text
    text: Text | None
    scenes: tuple[Scene | DraftScene, ...]


@dataclass(frozen=True, kw_only=True)
class Story:
    """A story along one procedure, by id."""

    procedure: str
    phases: tuple[Phase, ...]

    def scenes(self) -> Iterator[Scene]:
        """What happened at the steps."""
        return (scene for phase in self.phases for scene in phase.scenes if isinstance(scene, Scene))

    def is_of(self, catalogue: Catalogue) -> bool:
        """Whether the catalogue has the procedure with just these steps; an office's own data may not."""
        procedure = catalogue.procedures.get(self.procedure)
        return procedure is not None and [step.id for step in procedure.steps] == [each.step for each in self.scenes()]


def elsewhere(catalogue: Catalogue, scene: Scene) -> list[tuple[Procedure, Step]]:
    """The steps of other procedures that say more, of those that the catalogue has."""
    return [
        (catalogue.procedures[procedure], step)
        for procedure, wanted in scene.see
        if procedure in catalogue.procedures
        for step in catalogue.procedures[procedure].steps
        if step.id == wanted
    ]


@cache
def read_story() -> Story:
    """The story of the annual action plan. Raises ValueError where its file cannot be read."""
    source = read_yaml(STORY.read_bytes(), STORY.name)
    if source.faults:
        raise ValueError(f"{STORY}: {source.faults[0].message}")
    return Story(procedure=source.data["procedure"], phases=tuple(map(_phase, source.data["phases"])))


def _phase(data: dict[str, Any]) -> Phase:
    scenes = tuple(_draft(each) if "draft" in each else _scene(each) for each in data["scenes"])
    return Phase(id=data["id"], title=Text(**data["title"]), text=_text(data, "text"), scenes=scenes)


def _scene(data: dict[str, Any]) -> Scene:
    see = tuple((each["procedure"], each["step"]) for each in data.get("see", ()))
    return Scene(step=data["step"], when=Text(**data["when"]), text=Text(**data["text"]), see=see)


def _draft(data: dict[str, Any]) -> DraftScene:
    return DraftScene(
        draft=data["draft"],
        title=Text(**data["title"]),
        before=Text(**data["before"]),
        after=_text(data, "after"),
        lessons={each["code"]: Text(**each["text"]) for each in data.get("lessons", ())},
    )


def _text(data: dict[str, Any], key: str) -> Text | None:
    return Text(**data[key]) if key in data else None
