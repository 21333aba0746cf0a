"""What a small catalogue says to newcomers: words, themes, plans, a learning path and the calendar of the year."""

from __future__ import annotations

from khumue.learning import LearningPath, PathItem, Target
from khumue.model import (
    CalendarEntry,
    CalendarWork,
    ChainLink,
    Checked,
    LevelPlan,
    Likeness,
    PlanLevel,
    StepOf,
    Term,
    Text,
    Theme,
)

MARKUP = 'a*b*_c_|d<b>&amp;`e`[f](g){{ h }}{: #i }"'
"""What data may hold, and a page must print as it stands."""

PLAN = "angthong/annual-action-plan"


def both(th: str, en: str) -> Text:
    return Text(th=th, en=en)


GLOSSARY = {
    "swot": Term(
        id="swot",
        theme="analysis",
        like=(Likeness(term="pestel", text=both("SWOT ดูภายในด้วย", "SWOT also looks inside")),),
        steps=(StepOf(procedure=PLAN, step="analyse"),),
        term=both("การวิเคราะห์สภาพแวดล้อม", "SWOT analysis"),
        text=both("ดูจุดแข็ง จุดอ่อน โอกาส อุปสรรค", "Strengths, weaknesses, opportunities, threats"),
        abbreviation=both("SWOT", "SWOT"),
    ),
    "pestel": Term(
        id="pestel",
        theme="analysis",
        term=both("การวิเคราะห์ปัจจัยภายนอก", "PESTEL analysis"),
        text=both(f"ปัจจัยภายนอก 6 ด้าน {MARKUP}", f"Six kinds of outside factors {MARKUP}"),
    ),
}

THEMES = {
    "analysis": Theme(
        id="analysis",
        title=both("การวิเคราะห์", "Analysis"),
        text=both("คำที่ใช้เมื่อวิเคราะห์", "Words of analysis"),
        chain_title=both("จากสภาพถึงแผน", "From the state of things to the plan"),
        chain=(
            ChainLink(title=both("วิเคราะห์", "Analyse"), text=both("เป็นอย่างไร", "How are things?"), term="swot"),
            ChainLink(title=both("คิด", "Think"), text=both("ควรทำอะไร", "What to do?")),
            ChainLink(
                title=both("เขียน", "Write"),
                text=both("เขียนแผน", "Write the plan"),
                procedure=PLAN,
            ),
        ),
    )
}

PLAN_LEVELS = {
    "national": PlanLevel(
        id="national",
        title=both("แผนระดับชาติ", "Plans of the nation"),
        text=both("กรอบของแผนอื่น", "The frame of other plans"),
        rests_on="education-act",
        plans=(
            LevelPlan(id="nesdp", title=both("แผนพัฒนาฯ", "NESDP"), reference="nesdp"),
            LevelPlan(id="old", title=both("แผนเดิม", "Old plan"), reference="old-plan"),
        ),
    ),
    "office": PlanLevel(
        id="office",
        title=both("แผนของสำนักงาน", "Plans of the office"),
        text=both("จัดทำเอง", "It writes its own"),
        plans=(
            LevelPlan(
                id="annual",
                title=both("แผนปฏิบัติการ", "Action plan"),
                text=both("แผนหนึ่งปี", "The plan for one year"),
                made_by=(PLAN,),
                helped_by=(StepOf(procedure=PLAN, step="publish"),),
            ),
        ),
    ),
}


def _item(name: str, *to: Target, reading: int = 0) -> PathItem:
    return PathItem(
        id=name,
        title=both(f"เรื่อง {name}", f"About {name}"),
        to=to,
        why=both("เพราะทุกคนถาม", "Because everybody asks"),
        ends="checked",
        done=both("ตรวจหนึ่งฉบับ", "Check one of them"),
        reading=reading,
        doing=20,
    )


PATH = LearningPath(
    id="planner",
    title=both("เจ้าหน้าที่แผน", "Planner"),
    text=both("สำหรับผู้มาใหม่", "For a new colleague"),
    role="planning-group",
    day=(_item("words", Target(term="swot"), Target(role="planning-group"), Target(page="handovers")),),
    week=(_item("plan", Target(procedure=PLAN), Target(procedure=PLAN, part="document"), reading=2),),
    month=(_item("draft", Target(procedure=PLAN, step="draft"), Target(section="basic-data")),),
    year=(
        _item("round", Target(job="annual-action-plan"), Target(document="annual-action-plan")),
        _item("laws", Target(reference="nesdp"), Target(page="roles", at="place-school")),
    ),
)
PATHS = {PATH.id: PATH}

WORK = (CalendarWork(procedure=PLAN, steps=("draft", "agree"), locators=("3 5.4",)),)
ENTRIES = (
    CalendarEntry(
        id="write",
        title=both("เขียนแผนของปี", "Write the plan of the year"),
        basis="usual",
        months=("october", "november"),
        why=both("ปีงบประมาณเริ่มเดือนตุลาคม", "The fiscal year begins in October."),
        checked=Checked(level="uncertain", as_of="2026-11-20", source="https://example.org/calendar"),
        roles=("planning-group", "committee"),
        work=WORK,
    ),
    CalendarEntry(
        id="report",
        title=both("รายงานผลของแผน", "Report on the plan"),
        basis="stated",
        every="quarter",
        timing=both("อย่างน้อยไตรมาสละ 1 ครั้ง", "At least once a quarter."),
        roles=("planning-group",),
        work=WORK,
    ),
    CalendarEntry(
        id="review",
        title=both("ทบทวนแผน", MARKUP),
        basis="stated",
        timing=both("ทุกปี", "Every year."),
        roles=("committee",),
        work=(CalendarWork(procedure="other/screen", steps=("decide",)),),
    ),
)
CALENDAR = {entry.id: entry for entry in ENTRIES}
