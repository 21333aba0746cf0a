"""Where a line of Thai or English may break."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from types import ModuleType

from khumue.flowchart.errors import load

# Words that the stock dictionary lacks or splits in the wrong place ("เอก|สารประกอบ"), and names that read as one.
_PROJECT_WORDS = """
    กศจ. ศธจ. สพฐ. สพท. สพป. สพม. เอกสารประกอบ คำของบประมาณ งบประมาณ ปีงบประมาณ บูรณาการ ยุทธศาสตร์ ตัวชี้วัด จุดเน้น
    แผนปฏิบัติการ แผนปฏิบัติราชการ แผนพัฒนา แผนพัฒนาการศึกษา แผนพัฒนาจังหวัด พัฒนาการศึกษา ขั้นพื้นฐาน เขตพื้นที่
    เขตพื้นที่การศึกษา ศึกษาธิการจังหวัด ศึกษาธิการภาค กลุ่มจังหวัด ส่วนราชการ ผู้มีส่วนเกี่ยวข้อง ผู้มีส่วนได้ส่วนเสีย
    ประเมินผล รายงานผล ดำเนินการ จัดการศึกษา
"""
# Stock words that hide better ones: "ดำเนิน|การตาม|แผน".
_MISLEADING_WORDS = "การตาม"

# An abbreviation stays whole: พ.ศ., อ.ก.ค.ศ., สพป.
_ABBREVIATION = re.compile(r"(?<![\u0e00-\u0e7f])((?:[ก-ฮ]{1,5}\.)+)")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_ENGLISH_PIECES = re.compile(r"[^\s\-/]+[\-/]?|[\-/]|\s+")
# A line never starts with these, nor with a number, which belongs to the word before it (ฉบับที่ 12, no. 12).
_NOT_FIRST = re.compile(r"\s*[)\]}ๆฯ.,:;!?%”’/…0-9๐-๙]")
_NOT_LAST = re.compile(r"(?:[(\[{“‘]|^\d+\.\s)$")
# Nor does it end with a word that belongs to the next one.
_LEADING_WORDS = "การ ความ และ หรือ ของ ใน ที่ ให้ บน ตาม เพื่อ โดย จาก สู่ ผู้"


@cache
def unbreakable(text: str) -> tuple[str, ...]:
    """The pieces of a text between which a line may break; joined they are the text. White space ends a piece."""
    runs: list[str] = []
    leading = _LEADING_WORDS.split()
    before = ""
    for piece in words_of(text):
        if runs and (piece.isspace() or _NOT_FIRST.match(piece) or _NOT_LAST.search(runs[-1]) or before in leading):
            runs[-1] += piece
        else:
            runs.append(piece)
        before = before if piece.isspace() else piece
    return tuple(runs)


def words_of(text: str) -> list[str]:
    """The words of a text and what stands between them; joined they are the text."""
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
    tokens: list[str] = pythainlp("tokenize").word_tokenize(text, custom_dict=_dictionary(), engine="newmm")
    return tokens


@cache
def _dictionary() -> WordList:
    words: frozenset[str] = pythainlp("corpus").thai_words()
    return WordList(words.union(_PROJECT_WORDS.split()).difference(_MISLEADING_WORDS.split()))


class WordList:
    """A dictionary for PyThaiNLP, whose own takes half a second to plant a tree of its 62,000 words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._longest: dict[str, int] = {}  # word, by its first two letters
        for word in self._words:
            self._longest[word[:2]] = max(self._longest.get(word[:2], 1), len(word))

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """The words that begin at a place of the text, shorter ones first."""
        longest = self._longest.get(text[start : start + 2], 1)
        ends = range(start + 1, min(start + longest, len(text)) + 1)
        return [text[start:end] for end in ends if text[start:end] in self._words]


def pythainlp(part: str) -> ModuleType:
    """A part of PyThaiNLP. Raises FlowchartError where it is not installed."""
    # Without this, importing it makes a data folder in the home directory.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    return load(f"pythainlp.{part}")
