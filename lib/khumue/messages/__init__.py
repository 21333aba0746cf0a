"""The words of the checker in both languages: what rules say, what went wrong with a file, labels of reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, reduce
from operator import getitem
from typing import Any, TypeVar

from khumue.document import DraftError
from khumue.finding import Failure, fill
from khumue.frozen import fields, frozen
from khumue.shipped import read_compiled
from khumue.vocabulary import LANGUAGES, RuleText, Text

T = TypeVar("T")


@frozen
class Problem:
    """Why a file cannot be handled and what to do."""

    message: Text
    fix: Text


@frozen
class Messages:
    """All words, by code or key."""

    rules: Mapping[str, RuleText]
    problems: Mapping[str, Problem]
    words: Mapping[str, Text]

    def failure(self, path: str, error: DraftError) -> Failure:
        """What to tell of a file that could not be handled."""
        problem = self.problems[error.problem]
        values = {"path": path, **{name: str(value) for name, value in error.values.items()}}
        return Failure(path=path, message=fill(problem.message, values), fix=fill(problem.fix, values))


@cache
def load_messages() -> Messages:
    """The bundled words."""
    return _messages(read_compiled("messages"))


def load_rules() -> Mapping[str, RuleText]:
    """The texts of every rule by code."""
    return load_messages().rules


def _messages(by_language: Mapping[str, Any]) -> Messages:
    def text(*keys: str | int) -> Text:
        return _text(by_language, *keys)

    def rule(code: str) -> RuleText:
        own = thai["rules"][code]
        names = [name for name in fields(RuleText) if name not in {"word", "variants"}]
        return RuleText(
            **{name: text("rules", code, name) for name in names},
            word=tuple(text("rules", code, "word", step) for step in range(len(own["word"]))),
            variants={key: text("rules", code, "variants", key) for key in own.get("variants", ())},
        )

    def problem(key: str) -> Problem:
        return Problem(message=text("problems", key, "message"), fix=text("problems", key, "fix"))

    thai = by_language["th"]
    return Messages(
        rules=_Texts(thai["rules"], rule),
        problems=_Texts(thai["problems"], problem),
        words=_Texts(thai["words"], lambda key: text("words", key)),
    )


class _Texts(Mapping[str, T]):
    """Texts by key, each made when it is first asked for: a check needs a few, of some four hundred."""

    def __init__(self, keys: Collection[str], make: Callable[[str], T]) -> None:
        self._keys = keys
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def _text(by_language: Mapping[str, Any], *keys: str | int) -> Text:
    return Text(**{language: reduce(getitem, keys, by_language[language]) for language in LANGUAGES})
