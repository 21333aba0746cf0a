"""The two versions of the sample: with the planted faults, and mended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Version:
    """How a version cites the economic and social development plan, and what its part on O-NET results says."""

    nesdp: str
    nesdp_text: str
    nesdp_goal: str
    o_net_text: str
    tables_left_out: tuple[str, ...] = ()


FAULTY = Version(
    nesdp="แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 12 (พ.ศ. 2560-2564)",
    nesdp_text=(
        "เกี่ยวข้องกับยุทธศาสตร์การเสริมสร้างและพัฒนาศักยภาพทุนมนุษย์ "
        "และยุทธศาสตร์การสร้างความเป็นธรรมและลดความเหลื่อมล้ำในสังคม "
        "ในเรื่องการยกระดับคุณภาพการศึกษาและการเรียนรู้ตลอดชีวิต"
    ),
    nesdp_goal="การเสริมสร้างและพัฒนาศักยภาพทุนมนุษย์",
    o_net_text="(อยู่ระหว่างรวบรวมข้อมูล)",
    tables_left_out=("o-net",),
)
"""No. 13 is in force in fiscal year 2570, and the O-NET part holds only a placeholder."""

CORRECTED = Version(
    nesdp="แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566-2570)",
    nesdp_text=(
        "เกี่ยวข้องกับหมุดหมายที่ 12 ไทยมีกำลังคนสมรรถนะสูง มุ่งเรียนรู้อย่างต่อเนื่อง ตอบโจทย์การพัฒนาแห่งอนาคต "
        "และหมุดหมายที่ 9 ในเรื่องการลดความยากจนข้ามรุ่นด้วยโอกาสทางการศึกษา"
    ),
    nesdp_goal="หมุดหมายที่ 12 กำลังคนสมรรถนะสูง มุ่งเรียนรู้อย่างต่อเนื่อง",
    o_net_text=(
        "ผลการทดสอบ O-NET ปีการศึกษา 2568 มีคะแนนเฉลี่ยสูงขึ้นจากปีก่อนทั้งชั้นประถมศึกษาปีที่ 6 และชั้นมัธยมศึกษาปีที่ 3 "
        "ยกเว้นวิชาภาษาอังกฤษชั้นประถมศึกษาปีที่ 6 ที่ลดลงเล็กน้อย ส่วนวิชาคณิตศาสตร์มีคะแนนเฉลี่ยต่ำที่สุดทั้งสองชั้น "
        "จึงกำหนดให้การยกระดับผลสัมฤทธิ์วิชาคณิตศาสตร์และภาษาอังกฤษเป็นงานสำคัญ"
    ),
)
