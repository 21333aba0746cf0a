"""What people have to do, in their words, by what it is about: each leads to the procedures that do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from khumue.model import Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khumue.model import Catalogue, Job, Procedure, Text

TOPICS: tuple[Topic, ...] = get_args(Topic)


@dataclass(frozen=True, kw_only=True)
class Way:
    """One thing to do, the job it belongs to, and the procedures that do it, one or more."""

    title: Text
    job: Job
    procedures: tuple[Procedure, ...]


def ways(catalogue: Catalogue) -> dict[Topic, list[Way]]:
    """All things to do by topic, topics in their order. Every procedure is reached from at least one."""
    found = [way for job in catalogue.jobs.values() for way in _of(catalogue, job)]
    topics = {topic: [way for way in found if way.job.topic == topic] for topic in TOPICS}
    return {topic: own for topic, own in topics.items() if own}


def _of(catalogue: Catalogue, job: Job) -> Iterator[Way]:
    own = tuple(each for each in catalogue.procedures.values() if each.job == job.id)
    unnamed = list(own)
    for task in job.tasks:
        doing = tuple(each for each in own if not task.procedures or each.id in task.procedures)
        unnamed = [each for each in unnamed if each not in doing]
        if doing:
            yield Way(title=task.title, job=job, procedures=doing)
    if unnamed:
        yield Way(title=job.title, job=job, procedures=tuple(unnamed))
