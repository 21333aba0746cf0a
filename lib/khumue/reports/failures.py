"""What could not be checked, in one line each: all that a quiet check says."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from khumue.finding import Failure, Result
from khumue.reports.wording import Wording

if TYPE_CHECKING:
    from khumue.reports import Setup


class FailureReport:
    """Writes failures as they come and leaves drafts out."""

    def __init__(self, stream: TextIO, setup: Setup) -> None:
        self._stream = stream
        self._words = Wording(setup)

    def add(self, result: Result) -> None:
        """Write why a file could not be checked and what to do."""
        if isinstance(result, Failure):
            words, language = self._words, self._words.language
            said = f"{words.say('failed')}: {result.message[language]} {result.fix[language]}"
            self._stream.write(f"{words.name(result.path)}: {said}\n")

    def end(self, unchecked: int = 0) -> None:
        """Write how many files were not reached."""
        if unchecked:
            self._stream.write(f"{self._words.say('unchecked-files', count=unchecked)}\n")
