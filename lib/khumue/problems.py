"""A command that cannot be carried out, and the names that were nearest to the one given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    raise CommandError("unknown-procedure", value=name, near=nearest(name, procedures))


def nearest(name: str, known: Iterable[str]) -> str:
    """Up to three names most like this one; the last part counts too. All of them where none is alike."""
    from difflib import get_close_matches  # only where something is wrong: it takes 2 ms to import

    names = list(known)
    by_last = {each.rpartition("/")[2]: each for each in names}
    found = get_close_matches(name, names, n=3) + [by_last[each] for each in get_close_matches(name, by_last, n=3)]
    return ", ".join(dict.fromkeys(found or names))
