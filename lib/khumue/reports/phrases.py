"""What reports for other programs say to the person who reads them there, in that person's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khumue.frozen import frozen
from khumue.reports import Setup

if TYPE_CHECKING:
    from khumue.document import Place
    from khumue.finding import Failure, Finding


@frozen
class Phrases:
    """The words of one report."""

    setup: Setup

    def say(self, key: str, **values: object) -> str:
        """A word or phrase, filled in."""
        return self.setup.messages.words[key][self.setup.language].format(**values)

    def place(self, place: Place, under: str | None = None) -> str:
        """Where something stands: page 3 paragraph 12 under “…”."""
        units = (("page", place.page), ("paragraph", place.paragraph), ("line", place.line))
        said = [self.say(unit, number=number) for unit, number in units if number is not None]
        if under:
            said.append(self.say("under", heading=under))
        return " ".join(said)

    def advice(self, found: Finding | Failure) -> str:
        """What is wrong, and in a line of its own how to mend it."""
        language = self.setup.language
        return f"{found.message[language]}\n{self.say('fix')}: {found.fix[language]}"

    def handbook(self, link: str) -> str | None:
        """A page of the handbook in the reader's language, where the handbook's address is known."""
        root = self.setup.handbook
        return root and f"{root}{'en/' if self.setup.language == 'en' else ''}{link}"
