"""The tables of numbers, with their totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample.blocks import Cell, Table
from sample.figures import column_sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sample.figures import Activity, Figures, Rows


def number_tables(figures: Figures) -> Mapping[str, Table]:
    """Every table of numbers, by the name that `plan.md` calls it."""
    return {
        "schools": _schools(figures),
        "pupils": _pupils(figures),
        "staff": _staff(figures),
        "nt": _nt(figures),
        "o-net": _o_net(figures),
        "budget": _budget(figures),
        "results": _results(figures),
        "targets": _targets(figures),
        "projects": _projects(figures),
        "spending": _spending(figures),
        "literacy": _activities("กิจกรรมและงบประมาณ โครงการที่ 4 (บาท ขอถัวจ่ายทุกรายการ)", figures.activities["literacy"]),
        "planning": _activities("กิจกรรมและงบประมาณ โครงการที่ 8 (บาท ขอถัวจ่ายทุกรายการ)", figures.activities["planning"]),
    }


def _row(*cells: object) -> tuple[Cell, ...]:
    return tuple((_text(cell),) for cell in cells)


def _text(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:,.2f}"
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def _baht(numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(f"{number:,}" if number else "-" for number in numbers)


def _schools(figures: Figures) -> Table:
    rows = [_row(district, *sizes, sum(sizes)) for district, sizes in figures.schools.items()]
    totals = column_sums(figures.schools)
    return Table(
        caption="จำนวนโรงเรียนจำแนกตามขนาดและอำเภอ ปีการศึกษา 2569",
        header=("อำเภอ", *figures.school_sizes, "รวม"),
        rows=(*rows, _row("รวม", *totals, sum(totals))),
        widths=(3.6, 2.5, 2.5, 2.6, 2.8, 2.0),
        numbers=(1, 2, 3, 4, 5),
        total=True,
    )


def _pupils(figures: Figures) -> Table:
    levels = {**figures.pupils, "รวม": column_sums(figures.pupils)}
    return Table(
        caption="จำนวนห้องเรียนและนักเรียนจำแนกตามระดับ ปีการศึกษา 2569",
        header=("ระดับ", "ห้องเรียน", "นักเรียนชาย", "นักเรียนหญิง", "นักเรียนรวม", "นักเรียน : ห้อง"),
        rows=tuple(
            _row(level, rooms, boys, girls, boys + girls, f"{(boys + girls) / rooms:.1f}")
            for level, (rooms, boys, girls) in levels.items()
        ),
        widths=(4.0, 2.2, 2.4, 2.5, 2.5, 2.4),
        numbers=(1, 2, 3, 4, 5),
        total=True,
    )


def _staff(figures: Figures) -> Table:
    staff = {"ข้าราชการครู": figures.teachers, **figures.other_staff}
    return Table(
        caption="จำนวนครูและบุคลากร ปีการศึกษา 2569 (คน)",
        header=(*staff, "รวม"),
        rows=(_row(*staff.values(), sum(staff.values())),),
        widths=(2.5, 2.7, 3.4, 2.4, 3.2, 1.8),
        centred=(0, 1, 2, 3, 4, 5),
    )


def _nt(figures: Figures) -> Table:
    sides = {**figures.nt, "รวม 2 ด้าน": tuple(sum(side) / 2 for side in zip(*figures.nt.values(), strict=True))}
    return Table(
        caption="คะแนนเฉลี่ยร้อยละจากการประเมิน NT ชั้นประถมศึกษาปีที่ 3 ปีการศึกษา 2566-2568",
        header=("ด้าน", "ปี 2566", "ปี 2567", "ปี 2568", "ผลต่าง 2567-2568"),
        rows=tuple(_row(side, *means, f"{means[-1] - means[-2]:+.2f}") for side, means in sides.items()),
        widths=(5.0, 2.6, 2.6, 2.6, 3.2),
        numbers=(1, 2, 3, 4),
        total=True,
    )


def _o_net(figures: Figures) -> Table:
    return Table(
        caption="คะแนนเฉลี่ย O-NET ชั้นประถมศึกษาปีที่ 6 และชั้นมัธยมศึกษาปีที่ 3 ปีการศึกษา 2567-2568",
        header=("วิชา", "ป.6 ปี 2567", "ป.6 ปี 2568", "ผลต่าง", "ม.3 ปี 2567", "ม.3 ปี 2568", "ผลต่าง"),
        rows=tuple(
            _row(subject, p6, p6_now, f"{p6_now - p6:+.2f}", m3, m3_now, f"{m3_now - m3:+.2f}")
            for subject, (p6, p6_now, m3, m3_now) in figures.o_net.items()
        ),
        widths=(4.6, 2.0, 2.0, 1.7, 2.0, 2.0, 1.7),
        numbers=(1, 2, 3, 4, 5, 6),
    )


def _budget(figures: Figures) -> Table:
    running = (figures.running_last_year, figures.running)
    development = (figures.development_last_year, figures.development)
    lines = {
        "1. งบบริหารจัดการสำนักงาน": running,
        **{f"1.{n} {name}": costs for n, (name, costs) in enumerate(figures.running_costs.items(), 1)},
        "2. งบพัฒนาคุณภาพการจัดการศึกษา": development,
        "รวมทั้งสิ้น": (running[0] + development[0], running[1] + development[1]),
    }
    return Table(
        caption="งบประมาณที่ได้รับจัดสรรเปรียบเทียบกับปีก่อน (บาท)",
        header=("รายการ", "ปี 2569", "ปี 2570", "เพิ่ม / ลด"),
        rows=tuple(
            _row(name, last, now, f"{now - last:+,}" if now != last else "0") for name, (last, now) in lines.items()
        ),
        widths=(8.2, 2.6, 2.6, 2.6),
        numbers=(1, 2, 3),
        total=True,
    )


def _results(figures: Figures) -> Table:
    known = [(indicator, indicator.last) for indicator in figures.indicators if indicator.last]
    return Table(
        caption="ผลการดำเนินงานตามตัวชี้วัด ปีงบประมาณ พ.ศ. 2569",
        header=("ตัวชี้วัด", "ค่าเป้าหมาย", "ผลการดำเนินงาน", "สรุปผล"),
        rows=tuple(_row(i.name, *last, "บรรลุ" if i.reached else "ไม่บรรลุ") for i, last in known),
        widths=(8.4, 2.3, 2.9, 2.4),
        numbers=(1, 2),
        centred=(3,),
    )


def _targets(figures: Figures) -> Table:
    return Table(
        caption="ตัวชี้วัดและค่าเป้าหมาย ปีงบประมาณ พ.ศ. 2570",
        header=("กลยุทธ์ที่", "ตัวชี้วัด", "ผลปี 2569", "ค่าเป้าหมายปี 2570"),
        rows=tuple(
            _row(str(i.strategy), i.name, i.last[1] if i.last else "ตัวชี้วัดใหม่", i.target) for i in figures.indicators
        ),
        widths=(1.9, 8.3, 2.6, 3.2),
        numbers=(2, 3),
        centred=(0,),
    )


def _projects(figures: Figures) -> Table:
    rows = [
        _row(str(number), p.name, str(p.strategy), *p.quarters, p.budget, p.group)
        for number, p in enumerate(figures.projects, 1)
    ]
    totals = column_sums({p.name: p.quarters for p in figures.projects})
    return Table(
        caption="สรุปโครงการและงบประมาณ ปีงบประมาณ พ.ศ. 2570 (บาท)",
        header=("ที่", "โครงการ", "กลยุทธ์", *(f"ไตรมาส {n}" for n in (1, 2, 3, 4)), "รวม", "ผู้รับผิดชอบ"),
        rows=(*rows, _row("", "รวม", "", *totals, sum(totals), "")),
        widths=(1.0, 6.3, 1.7, 2.2, 2.6, 2.2, 2.2, 2.7, 3.8),
        numbers=(3, 4, 5, 6, 7),
        centred=(0, 2),
        total=True,
    )


def _spending(figures: Figures) -> Table:
    strategies = sorted({project.strategy for project in figures.projects})
    lines = {f"กลยุทธ์ที่ {n}": column_sums(_quarters(figures, n)) for n in strategies}
    lines["งานบริหารจัดการสำนักงาน"] = (figures.running // 4,) * 4
    lines["รวมทั้งสิ้น"] = column_sums(lines)
    return Table(
        caption="งบประมาณจำแนกตามกลยุทธ์และไตรมาส (บาท)",
        header=("กลยุทธ์หรืองาน", *(f"ไตรมาส {n}" for n in (1, 2, 3, 4)), "รวม"),
        rows=tuple(_row(name, *quarters, sum(quarters)) for name, quarters in lines.items()),
        widths=(3.4, 2.5, 2.5, 2.5, 2.5, 2.6),
        numbers=(1, 2, 3, 4, 5),
        total=True,
    )


def _quarters(figures: Figures, strategy: int) -> Rows:
    return {project.name: project.quarters for project in figures.projects if project.strategy == strategy}


def _activities(caption: str, activities: tuple[Activity, ...]) -> Table:
    rows = [
        _row(f"{number}. {a.name}", a.months, *_baht((a.pay, a.services, a.materials, a.total)))
        for number, a in enumerate(activities, 1)
    ]
    columns = zip(*((a.pay, a.services, a.materials, a.total) for a in activities), strict=True)
    return Table(
        caption=caption,
        header=("กิจกรรม", "ระยะเวลา", "ค่าตอบแทน", "ค่าใช้สอย", "ค่าวัสดุ", "รวม"),
        rows=(*rows, _row("รวม", "", *_baht(sum(column) for column in columns))),
        widths=(4.9, 2.5, 2.1, 2.2, 2.1, 2.2),
        numbers=(2, 3, 4, 5),
        total=True,
    )
