"""The words: complete, the same in both languages, and filled in by every rule."""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import Any

import pytest
import yaml

from khumue.messages import load_messages
from khumue.rules import RULES

FOLDER = Path("lib/khumue/messages")
PACKAGE = Path("lib/khumue")
WORDS = {
    language: yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8")) for language in ("th", "en")
}


def leaves(value: Any, at: tuple[str, ...] = ()) -> dict[tuple[str, ...], str]:
    if isinstance(value, list):
        value = dict(enumerate(value))
    if not isinstance(value, dict):
        return {at: value}
    return {path: text for key, inner in value.items() for path, text in leaves(inner, (*at, str(key))).items()}


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_both_languages_have_the_same_words_with_the_same_fields() -> None:
    thai, english = leaves(WORDS["th"]), leaves(WORDS["en"])
    assert thai.keys() == english.keys()
    for path, text in thai.items():
        assert isinstance(text, str), path
        assert names(text) == names(english[path]), path
        assert text.strip(), path


def test_thai_is_thai_and_has_no_hidden_characters() -> None:
    for path, text in leaves(WORDS["th"]).items():
        assert not re.search("[\u200b-\u200d\ufeff\u00ad๐-๙]", text), path
        if path[-1] != "example":
            assert re.search("[ก-ฮ]", text) or not re.search("[A-Za-z]{3}", re.sub(r"\{\w+\}", "", text)), path


def test_every_rule_has_words_and_every_word_a_rule() -> None:
    assert list(load_messages().rules) == list(RULES)


def test_every_problem_named_in_the_code_has_words() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    named = set(re.findall(r'(?:DraftError|CommandError)\(\s*"([a-z0-9-]+)"', source))
    named |= set(re.findall(r'b"[^"]+": "([a-z-]+)"', source)) | {"encrypted", "old-office"}
    assert named <= load_messages().problems.keys()


def test_every_word_and_problem_is_used() -> None:
    """By its whole key, or by one that is put together around a value: f"years-{...}", "html-row-" ~ of."""
    source = "".join(path.read_text(encoding="utf-8") for path in (*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.j2")))
    named = set(re.findall(r"""["']([A-Za-z0-9-]+)["']""", source))
    around = re.findall(r"""["']([a-z-]+-)\{[^{}]+\}([a-z-]*)["']""", source) + re.findall(
        r'"([a-z-]+-)"()(?: ~|\) ~)', source
    )
    messages = load_messages()
    for key in (*messages.words, *messages.problems):
        inner = {
            key.removeprefix(start).removesuffix(end)
            for start, end in around
            if key.startswith(start) and key.endswith(end)
        }
        assert named & {key, *inner}, f"nothing says {key}"


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_code_is_a_letter_and_three_digits(code: str) -> None:
    assert re.fullmatch(r"[DSRP]\d{3}", code)
