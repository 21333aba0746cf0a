"""Project sheets as the offices' forms have them, filled in, and with sums that add up."""

from __future__ import annotations

from collections.abc import Iterator

from bench.pieces import Piece

PROJECTS = {"อ่านออกเขียนได้ทุกคน": (30_000, 20_000), "โรงเรียนปลอดภัยใกล้บ้าน": (12_500, 20_000)}
"""Projects with the sums of their two budget lines, in baht."""

TOTAL = sum(sum(lines) for lines in PROJECTS.values())


def fields(name: str) -> tuple[tuple[str, str], ...]:
    """The fields of a project's form in order."""
    training, material = PROJECTS[name]
    return (
        ("ชื่อโครงการ", name),
        ("หลักการและเหตุผล", "นักเรียนชั้นประถมศึกษาปีที่ 1 ร้อยละ 9 ยังต้องได้รับความช่วยเหลือเป็นพิเศษตั้งแต่ต้นภาคเรียน"),
        ("วัตถุประสงค์", "เพื่อให้นักเรียนทุกคนเรียนได้เต็มศักยภาพภายในหนึ่งปีการศึกษา"),
        ("เป้าหมาย", "นักเรียนชั้นประถมศึกษาปีที่ 1 จำนวน 1,240 คน"),
        ("กิจกรรมและวิธีดำเนินการ", "อบรมครู จัดค่าย และติดตามผลทุกภาคเรียน"),
        ("ระยะเวลาดำเนินการ", "1 ตุลาคม 2569 ถึง 30 กันยายน 2570"),
        (
            "งบประมาณ",
            f"{training + material:,} บาท ประกอบด้วย ค่าอบรม {training:,} บาท และค่าวัสดุ {material:,} บาท",
        ),
        ("ผู้รับผิดชอบโครงการ", "กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา"),
        ("ตัวชี้วัดความสำเร็จ", "ร้อยละ 95 ของนักเรียนผ่านเกณฑ์"),
        ("ผลที่คาดว่าจะได้รับ", "นักเรียนเรียนต่อได้อย่างมั่นใจ"),
    )


def sheet_table(name: str) -> Piece:
    """The form as a table of fields."""
    return Piece(kind="table", rows=fields(name))


def sheet_lines(name: str) -> Iterator[Piece]:
    """The form as numbered lines, each field's name before its text."""
    for number, (label, text) in enumerate(fields(name), 1):
        yield Piece(kind="text", text=f"{number}. {label}")
        yield Piece(kind="text", text=text)


def projects_table() -> Piece:
    """All projects with their budgets and the total."""
    rows = [(str(number), name, f"{sum(lines):,}") for number, (name, lines) in enumerate(PROJECTS.items(), 1)]
    return Piece(
        kind="table", rows=(("ที่", "โครงการ", "งบประมาณ (บาท)"), *rows, ("", "รวม", f"{TOTAL:,}")), bold_first=True
    )
