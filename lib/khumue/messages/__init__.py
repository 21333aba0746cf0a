"""The words of the checker in both languages: what rules say, what went wrong with a file, labels of reports."""

from __future__ import annotations

from collections.abc import Mapping
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
        return Text(**{language: reduce(getitem, keys, by_language[language]) for language in LANGUAGES})

    thai = by_language["th"]
    return Messages(
        rules={
            code: RuleText(**{name: text("rules", code, name) for name in fields(RuleText)}) for code in thai["rules"]
        },
        problems={
            key: Problem(message=text("problems", key, "message"), fix=text("problems", key, "fix"))
            for key in thai["problems"]
        },
        words={key: text("words", key) for key in thai["words"]},
    )
