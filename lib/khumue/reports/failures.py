"""What could not be checked, in one line each: all that a quiet check says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khumue.finding import Failure, Result
from khumue.reports.wording import Wording
from khumue.telling import tell

if TYPE_CHECKING:
    from khumue.reports import Setup


class FailureReport:
    """Tells failures as they come and leaves drafts out."""

    def __init__(self, setup: Setup) -> None:
        self._words = Wording(setup)

    def add(self, result: Result) -> None:
        """Write why a file could not be checked and what to do."""
        if isinstance(result, Failure):
            words, language = self._words, self._words.language
            said = f"{words.say('failed')}: {result.message[language]} {result.fix[language]}"
            tell(f"{words.name(result.path)}: {said}")

    def end(self, unchecked: int = 0) -> None:
        """Write how many files were not reached."""
        if unchecked:
            tell(self._words.say("unchecked-files", count=unchecked))
