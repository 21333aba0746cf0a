"""The words of blank forms. What the plan itself holds is Thai whatever the author's language."""

from __future__ import annotations

from khumue.finding import fill
from khumue.messages import load_messages
from khumue.vocabulary import Language, Text

DOTS = "…"
"""What a blank cell holds."""


class Wording:
    """Words in the author's language: guidance, and what to write in place of blanks."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._words = load_messages().words

    def text(self, key: str, **values: Text | str) -> Text:
        """Words in both languages."""
        return fill(self._words[f"form-{key}"], values)

    def say(self, key: str, **values: Text | str) -> str:
        """Words for the author."""
        return self.text(key, **values)[self.language]

    def printed(self, key: str, **values: Text | str) -> str:
        """Words of the plan."""
        return self.text(key, **values).th

    def specify(self, what: Text) -> str:
        """A blank that asks for something."""
        return self.say("specify", what=_begun_small(what))

    def insert(self, what: Text) -> str:
        """A blank that asks for a picture or a table."""
        return self.say("insert", what=_begun_small(what))


def _begun_small(text: Text) -> Text:
    """The text as it goes on after a word; O-NET keeps its letters."""
    first = text.en[:2]
    return Text(th=text.th, en=text.en if first.isupper() else text.en[:1].lower() + text.en[1:])
