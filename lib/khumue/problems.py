"""A command that cannot be carried out, and the names that were nearest to the one given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from khumue.finding import fill
from khumue.messages import load_messages
from khumue.vocabulary import Text

T = TypeVar("T")


class CommandError(Exception):
    """A command cannot be carried out; `text` says why and what to do, in both languages."""

    def __init__(self, problem: str, **values: Text | str | int) -> None:
        super().__init__(problem)
        known = load_messages().problems[problem]
        message, fix = fill(known.message, values), fill(known.fix, values)
        self.text = Text(th=f"{message.th} วิธีแก้: {fix.th}", en=f"{message.en} {fix.en}")


Tell = Callable[[CommandError, bool], None]
"""Tells of one draft of several what could not be done, and whether that is a failure of the call."""


def find_procedure(name: str, procedures: Mapping[str, T]) -> T:
    """A procedure by its id. Raises CommandError that offers the nearest names."""
    if name in procedures:
        return procedures[name]
    raise unknown_procedure(name, procedures)


def unknown_procedure(name: str, known: Iterable[str]) -> CommandError:
    """That there is no such procedure: with the names most like it, or else with the command that lists them all."""
    if near := _alike(name, [*known]):
        return CommandError("unknown-procedure", value=name, near=", ".join(near))
    return CommandError("unlike-procedure", value=name)


def nearest(name: str, known: Iterable[str]) -> str:
    """The names most like this one. All of them where none is alike."""
    names = [*known]
    return ", ".join(_alike(name, names) or names)


def _alike(name: str, names: Sequence[str]) -> Sequence[str]:
    """Those that hold this one, and up to three that differ little from it in whole or in their last part."""
    from difflib import get_close_matches  # only where something is wrong: it takes 2 ms to import

    by_last = {each.rpartition("/")[2]: each for each in names}
    found = get_close_matches(name, names, n=3) + [by_last[each] for each in get_close_matches(name, by_last, n=3)]
    holding = [each for each in names if name and name.casefold() in each.casefold()]
    return [*dict.fromkeys([*holding, *found])]
