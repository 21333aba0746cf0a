"""The rules as a SARIF log describes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from khumue.finding import unfilled
from khumue.reports.wording import Wording
from khumue.vocabulary import RuleText


def describe_rules(words: Wording) -> Iterator[dict[str, Any]]:
    """A reportingDescriptor for every rule, in the order of the codes; a result says its own level.

    All of them are there, so that a rule's index is the same in every log of a version.
    """
    for code, rule in words.setup.messages.rules.items():
        yield _descriptor(code, rule, words)


def _descriptor(code: str, rule: RuleText, words: Wording) -> dict[str, Any]:
    language = words.language
    page = words.setup.page(f"rules/{code}/")
    return {
        "id": code,
        "name": _name(rule.title.en),
        "shortDescription": {"text": rule.title[language]},
        "fullDescription": {"text": rule.checks[language]},
        "help": {"text": _help(rule, words, "{}"), "markdown": _help(rule, words, "**{}**")},
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": "warning"},
    }


def _name(title: str) -> str:
    """A title as SARIF wants names: in one word."""
    return "".join(word.capitalize() for word in re.findall("[A-Za-z]+", title.replace("'s", "s")))


def _help(rule: RuleText, words: Wording, strong: str) -> str:
    """Why, an example and how to mend it, in Word too."""
    language = words.language
    said = (("why", rule.why), ("example", rule.example), ("fix", unfilled(rule.fix)))
    paragraphs = [f"{strong.format(words.say(key))}: {text[language]}" for key, text in said]
    steps = "\n".join(f"{number}. {step[language]}" for number, step in enumerate(rule.word, 1))
    return "\n\n".join([*paragraphs, strong.format(words.say("word")), steps])
