"""Text in the cells of a terminal: how wide it is, and where a line of Thai or English may break.

A Thai letter takes one cell, the vowels and tone marks above and below it none. Thai is written without spaces between
words, so that a line may also break between letters: never before a mark, never after a vowel that is written before
its consonant, and rather where a word is likely to begin. No dictionary is asked: it would cost more than the check.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

Span = tuple[int, int]
"""Start and end of a part of a text."""

_NO_CELL = ("Mn", "Me", "Mc", "Cf", "Zl", "Zp")
_OPENING, _CLOSING = "“‘(\\[{", "”’)\\]},.:;!?%…ๆฯ"
_MARKS = "ะ-ฺๅ็-๎"  # vowels after and around a consonant, tone marks

_TAIL = r"(?: ๆ)?(?: (?:[-–] )?[0-9]\S*){0,2}(?: ·)?"  # what belongs to the word before it: ฉบับที่ 12, พ.ศ. 2566 - 2570

# Letters that stay together: Latin and digits, an abbreviation (พ.ศ.), a consonant with all its vowels.
_CLUSTER = re.compile(rf"[{_OPENING}]*(?:[!-~]+|(?:[ก-ฮ]{{1,3}}\.)+|[เ-ไ]*.[{_MARKS}]*)[{_CLOSING}]*{_TAIL}")
_SPACED = re.compile(rf"\S+{_TAIL}")
# Where a word is likely to begin: at a leading vowel, and at beginnings that few words have inside them.
_WORD = re.compile(
    rf"(?<=[ก-ฮ{_MARKS}])(?<!ประ)(?<!กระ)(?<!ภาย)(?<!เป้า)(?<!จุด)(?<!งบ)(?<!วิ)(?<!อะ)"
    r"(?=(?!โยบาย)[เ-ไ]|กระ|ประ|ความ|ของ|จังหวัด|จาก|ด้วย|นโยบาย|ผู้|พัฒนา|ยุทธ|ศึกษา|สำนัก|หน่วย|หรือ|หัวข้อ|งบประ|ปฏิบัติ)"
)
# What must be copied as it stands: names of files, with a stroke or an ending.
_WHOLE = re.compile(r"[ -~]+|[/~\\].*|.*(?:\\|\.[A-Za-z]{2,5}\b).*")
# A part that is longer than this many cells, and than a third of the line, is taken apart where the line ends.
_LONG = 16


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


@lru_cache(2_048)
def _cells_of(char: str) -> int:
    if unicodedata.category(char) in _NO_CELL:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fold(text: str, width: int) -> list[Span]:
    """The lines of a text, none wider than `width` cells, unless something in it must stay whole.

    Spaces where a line ends are in none of them.
    """
    before = [0, *accumulate(map(_cells_of, text))]  # cells, of each place
    if before[-1] <= width:
        return [(len(text) - len(text.lstrip()), len(text.rstrip()))] if text.strip() else []
    lines: list[Span] = []
    start = end = 0
    for first, last in _parts(text, before, width):
        if end > start and before[last] - before[start] > width:
            lines.append((start, end))
            start = first
        elif end == start:
            start = first
        end = last
    return [*lines, (start, end)] if end > start else lines


def _parts(text: str, before: Sequence[int], width: int) -> Iterator[Span]:
    """What a line should not break; long parts would leave much of it empty."""
    longest = max(width // 3, _LONG)
    for word in _SPACED.finditer(text):
        if _WHOLE.fullmatch(word[0]):
            yield word.span()
            continue
        start = word.start()
        for end in (*(each.start() for each in _WORD.finditer(text, start, word.end())), word.end()):
            if before[end] - before[start] > longest:
                yield from (each.span() for each in _CLUSTER.finditer(text, start, end))
            else:
                yield start, end
            start = end
