"""What looks like a part and is none: header rows of tables, project sheets, footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from bench import words
from bench.pieces import Piece
from bench.sheets import PROJECTS, sheet_lines, sheet_table

Trap = tuple[Piece, ...]

_ALL_PROJECTS = (
    ("ที่", "โครงการ/กิจกรรม", "ตัวชี้วัด", "งบประมาณ", "ผู้รับผิดชอบ"),
    ("1", "อ่านออกเขียนได้ทุกคน", "ร้อยละ 95", "50,000", "กลุ่มนิเทศ"),
    ("2", "โรงเรียนปลอดภัย", "87 แห่ง", "32,500", "กลุ่มส่งเสริม"),
)
_PAIRS = (("ตัวชี้วัด", "ค่าเป้าหมาย"), ("ร้อยละของนักเรียนที่อ่านคล่อง", "95"), ("จำนวนครูที่ผ่านการอบรม", "120"))


def traps(rng: Random, *, with_sheet: bool) -> Iterator[Trap]:
    """Some of them; a sheet only where the plan is not to hold one."""
    if rng.random() < 0.4:
        yield (Piece(kind="table", rows=_ALL_PROJECTS, bold_first=rng.random() < 0.5),)
    if rng.random() < 0.3:
        yield (Piece(kind="table", rows=_PAIRS, bold_first=rng.random() < 0.5),)
    if with_sheet and rng.random() < 0.3:
        name = rng.choice([*PROJECTS])
        yield (sheet_table(name),) if rng.random() < 0.5 else tuple(sheet_lines(name))
    if rng.random() < 0.3:
        note = "ดูรายละเอียดของวิสัยทัศน์และงบประมาณในเล่มที่พิมพ์เมื่อปีก่อน"
        yield (Piece(kind="note", text=words.SENTENCES[0], rows=((note,),)),)
