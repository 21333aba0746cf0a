"""Whether what stands under a heading is content, or only holds the place for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from khumue.thai import compact, skeleton

# A sentence of substance has more letters; the shortest vision seen in a real plan has 21.
ENOUGH = 12
_LONGEST_FILLER = 120  # characters; rows of dots and Lorem ipsum are longer

# Written as `compact` leaves Thai: without marks.
_ASKING = (
    r"(กรณา|โปรด|please)?"
    r"(กรอก|ระบ|ใส|เตม|พมพ|เพม|เขยน|แทรก|enter|insert|type|add|fill|write|describe|specify|placeholder)"
)
_HERE = r"(ขอมล|ขอความ|รายละเอยด|เนอหา|ชอ|ตวเลข|จานวน|รป|ภาพ|text|your).{0,20}(ทน|ตรงน|here)"
_WAITING = (
    r"(อยระหวาง|อยในระหวาง|รอ|ยงไมม|จะจดทา|จะเพม)"
    r"(ขอมล|การ|จดทา|ดาเนนการ|รวบรวม|ตรวจสอบ|เพมเตม|ผล|ยนยน|สรป|ปรบปรง|พจารณา).{0,60}"
    r"|ยง(ไม|ม)ได(จดทา|กาหนด|สรป|รวบรวม|ดาเนนการ).{0,15}"
)
_EMPTY = (
    r"ไมมขอมล|เวนวางไว|(จะ)?(ใส|เพม|เตม|จดทา)(ขอมล|เตม)?ภายหลง|comingsoon|pending"
    r"|tobe(added|completed|confirmed|determined|advised)"
)
# An answer, however short: for problems or suggestions it may be the true one.
_ANSWER = re.compile(r"[\W_]*(ไมม|none)(ปญหา|อปสรรค|ขอเสนอแนะ|และ|หรอ|\W)*")
_FILLER = re.compile(
    r"[\W_x×]*|0{3,}|[\W_]*(tb[acd]|todo|n/?a)[\W_]*|loremipsum.*"
    rf"|(?P<open>[\[(<{{«])?{_ASKING}(?(open).{{0,80}}[\])>}}»]|(.{{0,30}}[.…_]{{2,}}|{_HERE}[\W_]*))"
    rf"|[\W_]*({_WAITING})"
    rf"|[\W_]*({_EMPTY})[\W_]*"
    r"|(คลก|แตะ|click|tap|press).{0,60}(ขอความ|text|ขอมล).{0,10}"
)


def is_filler(line: str) -> bool:
    """Whether a line only holds a place: dots, xx, TBD, (ระบุ...), [กรอกข้อมูล], อยู่ระหว่างรวบรวมข้อมูล.

    "ไม่มีข้อมูล" (no data) is one, too, but "ไม่มี" (there is none) is an answer.
    """
    return bool(_FILLER.fullmatch(compact(line).casefold()))


def _is_answer(line: str) -> bool:
    return bool(_ANSWER.fullmatch(compact(line).casefold()))


def judge(lines: Iterable[str]) -> Literal["present", "placeholder", "empty"]:
    """What the lines under a heading amount to. Stops reading when there is enough."""
    letters = 0
    filler = False
    for line in lines:
        own = len(skeleton(line))
        if own < ENOUGH and own and _is_answer(line):
            return "present"
        if (len(line) <= _LONGEST_FILLER or own < ENOUGH or line[:5].casefold() == "lorem") and is_filler(line):
            filler = filler or bool(line.strip())
        else:
            letters += own
            if letters >= ENOUGH:
                return "present"
    return "placeholder" if filler else "empty"
