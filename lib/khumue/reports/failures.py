"""What could not be checked, in one line each: all that a quiet check says."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from khumue.finding import Failure, Result

if TYPE_CHECKING:
    from khumue.reports import Setup


class FailureReport:
    """Writes failures as they come and leaves drafts out."""

    def __init__(self, stream: TextIO, setup: Setup) -> None:
        self._stream = stream
        self._words = setup.messages.words
        self._language = setup.language

    def add(self, result: Result) -> None:
        """Write why a file could not be checked and what to do."""
        if isinstance(result, Failure):
            said = f"{self._say('failed')}: {result.message[self._language]} {result.fix[self._language]}"
            name = self._say("standard-input") if result.path == "-" else result.path
            self._stream.write(f"{name}: {said}\n")

    def end(self, unchecked: int = 0) -> None:
        """Write how many files were not reached."""
        if unchecked:
            self._stream.write(f"{self._say('unchecked-files').format(count=unchecked)}\n")

    def _say(self, key: str) -> str:
        return self._words[key][self._language]
