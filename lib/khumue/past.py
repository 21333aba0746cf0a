"""Words that speak of what was: an ended edition named in a history is no fault."""

from __future__ import annotations

import re

from khumue.thai import skeleton

# All folded, and compiled only where an edition is outdated. A word must stand near the name, or the sentence may
# speak of something else.
_BEFORE = (
    r"(?:สนสด|ผานมา|ตอจาก|ตอเนองจาก|ยกเลก|ประวต|ความเปนมา|เดม|อดต|ใชแทน|ทดแทน|ทแลว|กอนหนา|ตงแต|สรปผล|ในชวง|"
    r"ผลการ\D{2,24}ตาม).{0,30}$"
)
_AFTER = r".{0,40}?(?:สนสด|ทผานมา|ยกเลก|หมดวาระ|หมดอาย|ครบกาหนด|ฉบบเดม|ในอดต|ถกแทน)"
_HEADING = r"ผานมา|ประวต|ความเปนมา|ในอดต|ยอนหลง|ปกอน"
_REACH = 80  # characters of text


def speaks_of_past(before: str, after: str) -> bool:
    """Whether the words before or after a name speak of what was."""
    return bool(re.search(_BEFORE, skeleton(before[-_REACH:])) or re.match(_AFTER, skeleton(after[:_REACH])))


def is_of_past(heading: str) -> bool:
    """Whether a heading opens a history, or the results of a year gone by."""
    return bool(re.search(_HEADING, skeleton(heading)))
