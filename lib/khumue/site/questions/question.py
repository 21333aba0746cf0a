"""One question, made from what the data state: the right answer, wrong ones to choose from, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from khumue.finding import fill
from khumue.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khumue.model import Text

CHOICES = 3


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked, the answers to choose from with the place of the right one, why, and where it is to be read.

    `id` is the same in both languages and as long as the data are. `at` is the path of a page and an anchor on it.
    """

    id: str
    ask: Text
    choices: tuple[Text, ...]
    right: int
    why: Text
    at: tuple[str, str]


def question(
    key: str, ask: Text, right: Text, others: Iterable[Text], why: Text, at: tuple[str, str]
) -> Iterator[Question]:
    """The question, unless there is nothing wrong to choose. Its choices stand in an order that tells nothing."""
    wrong = [other for other in dict.fromkeys(others) if other.th != right.th and other.en != right.en]
    if not wrong:
        return
    choices = sorted((right, *wrong[: CHOICES - 1]), key=lambda each: crc32(f"{key} {each.th}".encode()))
    yield Question(id=key, ask=ask, choices=tuple(choices), right=choices.index(right), why=why, at=at)


def say(key: str, **values: Text | str | int) -> Text:
    """One of the site's words with its {names} filled in."""
    return fill(WORDS[key], values)
