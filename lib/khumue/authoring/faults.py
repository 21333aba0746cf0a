"""Faults of data files: where, what is wrong and what to do, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from khumue.authoring.faultwords import WORDS
from khumue.model import LANGUAGES, Language, Text

KeyPath = tuple[str | int, ...]
"""Where a value stands in its file: ("steps", 2, "by") is steps[2].by."""

NO_HINT = Text(th="", en="")

LISTED = 8
"""So many valid names are listed when none is near; more would bury the message."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One fault. `line` counts from 1; `path` names entries of a vocabulary by id and is empty for a whole file."""

    file: str
    line: int | None = None
    path: str = ""
    message: Text

    def render(self, language: Language = "en") -> str:
        """The fault on one line: file, line, path, message."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        message = " ".join(self.message[language].splitlines())
        return ": ".join(part for part in (where, self.path, message) if part)


class DataError(Exception):
    """Data files that cannot be used. `faults` holds all of them, sorted by file and line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.file, fault.line or 0, fault.path)))
        super().__init__(self.faults)

    def __str__(self) -> str:
        return self.render()

    def render(self, language: Language = "en") -> str:
        """One fault a line."""
        return "\n".join(fault.render(language) for fault in self.faults)


def show_path(path: KeyPath) -> str:
    """The key path as an author writes it: steps[2].by."""
    shown = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return shown.removeprefix(".")


def say(word: str, **values: object) -> Text:
    """The message of this name with its {values} filled in; a Text is filled in by language."""
    words = WORDS[word]
    return Text(
        **{
            language: words[language].format(
                **{name: value[language] if isinstance(value, Text) else value for name, value in values.items()}
            )
            for language in LANGUAGES
        }
    )


def suggest_nearest(value: str, known: Iterable[str]) -> Text:
    """A hint at the nearest known name: a sentence after a space, or nothing."""
    from difflib import get_close_matches  # for authors only: it would add 1 ms to the start of every check

    near = get_close_matches(value, sorted(set(known)), n=1, cutoff=0.7)
    return say("nearest", name=near[0]) if near else NO_HINT


def suggest(value: str, known: Iterable[str]) -> Text:
    """A hint at the nearest known name, or at the few that exist: a sentence after a space, or nothing."""
    names = sorted(set(known))
    hint = suggest_nearest(value, names)
    if hint == NO_HINT and 0 < len(names) <= LISTED:
        return say("choices", names=", ".join(names))
    return hint
