"""The words of the checker in both languages: what rules say, what went wrong with a file, labels of reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, reduce
from operator import getitem
from typing import Any

from khumue.document import DraftError
from khumue.finding import Failure, fill
from khumue.frozen import fields, frozen
from khumue.shipped import read_compiled
from khumue.vocabulary import LANGUAGES, RuleText, Text


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
    def text(*keys: str) -> Text:
        return _text(by_language, *keys)

    thai = by_language["th"]
    return Messages(
        rules=_Rules({language: by_language[language]["rules"] for language in LANGUAGES}),
        problems={
            key: Problem(message=text("problems", key, "message"), fix=text("problems", key, "fix"))
            for key in thai["problems"]
        },
        words={key: text("words", key) for key in thai["words"]},
    )


class _Rules(Mapping[str, RuleText]):
    """The texts of rules by code, each made when it is first asked for: a check needs a few, of some thirty."""

    def __init__(self, by_language: Mapping[str, Any]) -> None:
        self._plain = by_language
        self._made: dict[str, RuleText] = {}

    def __getitem__(self, code: str) -> RuleText:
        if code not in self._made:
            self._made[code] = self._make(code)
        return self._made[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain["th"])

    def __len__(self) -> int:
        return len(self._plain["th"])

    def _make(self, code: str) -> RuleText:
        own = self._plain["th"][code]
        names = [name for name in fields(RuleText) if name not in {"word", "variants"}]
        return RuleText(
            **{name: _text(self._plain, code, name) for name in names},
            word=tuple(_text(self._plain, code, "word", step) for step in range(len(own["word"]))),
            variants={key: _text(self._plain, code, "variants", key) for key in own.get("variants", ())},
        )


def _text(by_language: Mapping[str, Any], *keys: str | int) -> Text:
    return Text(**{language: reduce(getitem, keys, by_language[language]) for language in LANGUAGES})
