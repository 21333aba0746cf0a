"""The pages of learning paths, and what they say beside the data: how long things take, and how that was reckoned."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from khumue.frozen import replace
from khumue.site import links
from khumue.site.questions.choosing import path_questions
from khumue.site.relations import shared_jobs
from khumue.site.story import read_story
from khumue.site.targets import target_place, target_title
from khumue.site.words import WORDS, word
from khumue.thai import present_fiscal_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khumue.learning import PathItem, Target
    from khumue.model import Catalogue, Language
    from khumue.site.render import Page, Renderer

READING_SPEED = 863
"""Characters a minute, spaces not counted: the mean of 436 readers of 17 languages, aloud (Trauzettel-Klosinski and
Dietz, Investigative Ophthalmology & Visual Science 2012;53:5452-5461). Thai is not among the 17."""

_SPEED_SOURCE = "https://doi.org/10.1167/iovs.11-8284"


def learning_pages(renderer: Renderer, catalogue: Catalogue, language: Language) -> Iterator[Page]:
    """A page for each path and the one that leads to them; none where there are no paths."""
    values = {
        "total": total,
        "roughly": roughly,
        "show_minutes": partial(show_minutes, language=language),
        "target_place": target_place,
        "target_title": partial(target_title, catalogue),
        "reading_speed": READING_SPEED,
        "speed_source": _SPEED_SOURCE,
    }
    if catalogue.paths:
        yield renderer.page("learn", links.LEARN, WORDS["learn"], WORDS["learn.lead"], **values)
    for path in catalogue.paths.values():
        values |= {"path": path, "questions": path_questions(catalogue, path, present_fiscal_year())}
        yield renderer.page("path", links.learning_path(path.id), path.title, path.text, **values)


def with_open_paths(catalogue: Catalogue) -> Catalogue:
    """The catalogue with paths that lead only to what its handbook has.

    An office's own data may have no calendar, no job that several offices do, and not the worked example's procedure.
    """
    shared = {job.id for job, _ in shared_jobs(catalogue)}
    there = {"calendar": bool(catalogue.calendar), "jobs": bool(shared), "example": read_story().is_of(catalogue)}

    def is_open(target: Target) -> bool:
        return there.get(target.page or "", True) and (target.job is None or target.job in shared)

    def open_items(items: Iterable[PathItem]) -> tuple[PathItem, ...]:
        own = (replace(item, to=tuple(filter(is_open, item.to))) for item in items)
        return tuple(item for item in own if item.to)

    paths = {
        path.id: replace(path, **{stage: open_items(items) for stage, items in path.stages()})
        for path in catalogue.paths.values()
    }
    return replace(catalogue, paths=paths)


def total(items: Iterable[PathItem]) -> int:
    """The minutes that items take together."""
    return sum(item.minutes for item in items)


def roughly(minutes: int) -> int:
    """An estimate as people give it: whole hours from four hours on, five minutes from a quarter of an hour on."""
    step = 60 if minutes >= 4 * 60 else 5 if minutes >= 15 else 1
    return round(minutes / step) * step


def show_minutes(minutes: int, language: Language) -> str:
    """A time in hours and minutes."""
    hours, rest = divmod(minutes, 60)
    shown = []
    if hours:
        shown.append(word("time.hour" if hours == 1 else "time.hours", language=language).format(count=hours))
    if rest or not hours:
        shown.append(word("time.minutes", language=language).format(count=rest))
    return " ".join(shown)
