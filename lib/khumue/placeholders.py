"""Whether what stands under a heading is content, or only holds the place for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from khumue.thai import compact, skeleton

# A sentence of substance has more letters; the shortest vision seen in a real plan has 21.
ENOUGH = 12

# Written as `compact` leaves Thai: without marks.
_ASKING = r"(กรอก|ระบ|ใส|เตม|พมพ|เพม|enter|insert|type|add|fill|placeholder)"
_WAITING = r"(อยระหวาง|อยในระหวาง|รอ|ยงไมม|จะจดทา|จะเพม)(ขอมล|การ|จดทา|ดาเนนการ|รวบรวม|ตรวจสอบ|เพมเตม|ผล|ยนยน|สรป)"
_FILLER = re.compile(
    r"[.…_\-–—/]*"
    r"|[x×]{2,}|tbd|tba|todo|n/a|loremipsum.*"
    rf"|[\[(<{{]{_ASKING}.{{0,60}}[\])>}}]"
    rf"|{_ASKING}.{{0,30}}[.…_]{{2,}}"
    rf"|[\[(<{{\-–—]*{_WAITING}.{{0,60}}"
    r"|(คลก|แตะ|click|tap).{0,60}(ขอความ|text).{0,10}",
)


def is_filler(line: str) -> bool:
    """Whether a line only holds a place: dots, TBD, (ระบุ...), [กรอกข้อมูล], อยู่ระหว่างรวบรวมข้อมูล."""
    return bool(_FILLER.fullmatch(compact(line).casefold()))


def judge(lines: Iterable[str]) -> Literal["present", "placeholder", "empty"]:
    """What the lines under a heading amount to. Stops reading when there is enough."""
    letters = 0
    filler = False
    for line in lines:
        if is_filler(line):
            filler = filler or bool(line.strip())
        else:
            letters += len(skeleton(line))
            if letters >= ENOUGH:
                return "present"
    return "placeholder" if filler else "empty"
