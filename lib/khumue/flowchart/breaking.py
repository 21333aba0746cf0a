"""Where a line of Thai or English may break."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Any

from khumue.flowchart.errors import load

# Words that the stock dictionary lacks or splits in the wrong place ("เอก|สารประกอบ").
_PROJECT_WORDS = frozenset(
    {
        "กศจ.",
        "ศธจ.",
        "สพฐ.",
        "สพท.",
        "สพป.",
        "สพม.",
        "เอกสารประกอบ",
        "ศึกษาธิการจังหวัด",
        "ศึกษาธิการภาค",
        "ปีงบประมาณ",
        "งบประมาณ",
        "กลุ่มจังหวัด",
        "ยุทธศาสตร์",
        "บูรณาการ",
        "ตัวชี้วัด",
        "คำของบประมาณ",
    }
)

# An abbreviation stays whole: พ.ศ., อ.ก.ค.ศ., สพป.
_ABBREVIATION = re.compile(r"(?<![\u0e00-\u0e7f])((?:[ก-ฮ]{1,5}\.)+)")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_ENGLISH_PIECES = re.compile(r"[^\s\-/]+[\-/]?|[\-/]|\s+")
# A line never starts with these, nor with a number, which belongs to the word before it (ฉบับที่ 12, no. 12).
_NOT_FIRST = re.compile(r"\s*[)\]}ๆฯ.,:;!?%”’/…0-9๐-๙]")
_NOT_LAST = re.compile(r"(?:[(\[{“‘/]|^\d+\.\s)$")


@cache
def unbreakable(text: str) -> tuple[str, ...]:
    """The pieces of a text between which a line may break; joined they are the text. White space ends a piece."""
    runs: list[str] = []
    for piece in _pieces(text):
        if runs and (piece.isspace() or _NOT_FIRST.match(piece) or _NOT_LAST.search(runs[-1])):
            runs[-1] += piece
        else:
            runs.append(piece)
    return tuple(runs)


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for part in _ABBREVIATION.split(text):
        if _ABBREVIATION.fullmatch(part):
            pieces.append(part)
        elif _THAI.search(part):
            pieces += _tokenize(part)
        else:
            pieces += _ENGLISH_PIECES.findall(part)
    return [piece for piece in pieces if piece]


def _tokenize(text: str) -> list[str]:
    tokens: list[str] = load("pythainlp.tokenize").word_tokenize(text, custom_dict=_dictionary(), engine="newmm")
    return tokens


@cache
def _dictionary() -> Any:
    # Without this, importing pythainlp makes a data folder in the home directory.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    words = load("pythainlp.corpus").thai_words()
    return load("pythainlp.tokenize").Trie(words | _PROJECT_WORDS)
