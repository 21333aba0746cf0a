"""A small catalogue with one of everything that a page can show, and data that looks like markup."""

from __future__ import annotations

from khumue.model import (
    Amendment,
    Catalogue,
    Checked,
    CitedReference,
    Definition,
    DocumentType,
    Edition,
    Feed,
    Form,
    Job,
    LeftOut,
    Manual,
    Names,
    Note,
    Part,
    PlanDocument,
    Procedure,
    Reference,
    ReferenceRequirement,
    Role,
    RuleText,
    Section,
    SectionRequirement,
    Statement,
    Step,
)
from site_newcomers import CALENDAR, GLOSSARY, MARKUP, PATHS, PLAN_LEVELS, THEMES, both

__all__ = ["CATALOGUE", "MARKUP", "RULES", "both"]


def _manuals() -> dict[str, Manual]:
    return {
        "angthong": Manual(
            id="angthong",
            title=both("คู่มือการปฏิบัติงานกลุ่มนโยบายและแผน", "Manual of the policy and planning group"),
            office=both("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาอ่างทอง", "Ang Thong Primary Educational Service Area Office"),
            short=both("สพป.", "ESAO"),
            office_kind="area-office",
            year_note=both("ไม่ปรากฏปีที่พิมพ์", "No year is printed"),
            covers=both("งานของกลุ่มนโยบายและแผน", "The work of the policy and planning group"),
        ),
        "other": Manual(
            id="other",
            title=both("คู่มือของอีกสำนักงาน", "Manual of another office"),
            office=both("อีกสำนักงาน", "Another office"),
            short=both("ศธจ.", "PEO"),
            office_kind="provincial-office",
            year=2565,
            covers=both("งานแผนระดับจังหวัด", "Planning for the province"),
        ),
    }


def _roles() -> dict[str, Role]:
    return {
        "planning-group": Role(
            id="planning-group",
            kind="unit",
            place="area-office",
            title=both("กลุ่มนโยบายและแผน", "Policy and planning group"),
            text=both("จัดทำแผนของสำนักงาน", "Prepares the plans of the office"),
            abbreviation=both("กนผ.", "PPG"),
        ),
        "committee": Role(
            id="committee",
            kind="committee",
            place="committee",
            serves="province",
            title=both("คณะกรรมการศึกษาธิการจังหวัด", "Provincial education committee"),
            text=both("ให้ความเห็นชอบแผน", "Agrees to plans"),
            note=both("อำนาจอาจเปลี่ยนตามกฎหมายใหม่", "Its powers may change with a new law"),
        ),
        "schools": Role(
            id="schools",
            kind="group",
            place="school",
            title=both("สถานศึกษา", "Schools"),
            text=both("ให้ข้อมูล", "Give data"),
            under="planning-group",
        ),
    }


def _steps() -> tuple[Step, ...]:
    return (
        Step(
            id="analyse",
            by="planning-group",
            title=both("วิเคราะห์นโยบายและงบประมาณ", "Analyse policy and budget"),
            text=both(f"อ่านนโยบาย {MARKUP}", f"Read the policy {MARKUP}"),
            involves=("schools",),
            substeps=(
                Statement(th="ข้อมูลพื้นฐาน", en="Basic data", locators=("3 5.1(1)",)),
                Statement(th="ผลการทดสอบระดับชาติ", en="National test results", locators=("3 5.1(2)",)),
            ),
            output=both("ผลการวิเคราะห์", "The analysis"),
            locators=("3 5.1",),
        ),
        Step(
            id="review",
            by="planning-group",
            title=both("ทบทวนกลยุทธ์", "Review the strategies"),
            text=both("ปรับโครงการให้ตรงเป้าหมาย", "Fit the projects to the targets"),
            after=("analyse",),
            locators=("3 5.2",),
        ),
        Step(
            id="targets",
            by="planning-group",
            title=both("กำหนดเป้าหมาย", "Set the targets"),
            text=both("กำหนดเป้าหมายของปี", "Set the targets of the year"),
            after=("analyse",),
            basis="derived",
            locators=("3 5.3",),
        ),
        Step(
            id="draft",
            by="planning-group",
            title=both("เขียนแผน", "Write the plan"),
            text=both("เขียนแผนตามแบบ", "Write the plan on the form"),
            after=("review", "targets"),
            form="project-form",
            output=both("ร่างแผน", "Draft plan"),
            locators=("3 5.4",),
        ),
        Step(
            id="agree",
            kind="decision",
            else_="draft",
            by="committee",
            title=both("พิจารณาร่างแผน", "Consider the draft"),
            text=both("พิจารณาให้ความเห็นชอบ", "Decide whether to agree"),
            locators=("3 5.5",),
        ),
        Step(
            id="publish",
            by="planning-group",
            title=both("เผยแพร่แผน", "Publish the plan"),
            text=both("เผยแพร่ทางเว็บไซต์", "Publish it on the website"),
            locators=("3 5.6",),
        ),
    )


def _document() -> PlanDocument:
    return PlanDocument(
        type="annual-action-plan",
        sections=(
            SectionRequirement(section="basic-data", basis="stated", locators=("3 5.2(2)",)),
            SectionRequirement(
                section="budget",
                basis="derived",
                locators=("3 5.1",),
                why=both("ขั้นที่ 1 วิเคราะห์งบประมาณ", "Step 1 analyses the budget"),
            ),
        ),
        references=(ReferenceRequirement(reference="nesdp", basis="stated", locators=("3 8.2",)),),
        left_out=(LeftOut(reason=both("เป็นงานภายใน", "Internal work"), locators=("3 5.8",)),),
    )


def _procedures() -> dict[str, Procedure]:
    plan = Procedure(
        id="angthong/annual-action-plan",
        manual="angthong",
        numbers=("3",),
        job="annual-action-plan",
        title=both("งานจัดทำแผนปฏิบัติการประจำปี", "Preparing the annual action plan"),
        objectives=(Statement(th="ให้มีแผนใช้ทุกปี", en="To have a plan every year", locators=("3 2",)),),
        scope=(Statement(th="แผนของสำนักงาน", en="The plan of the office", locators=("3 3.1",)),),
        definitions=(
            Definition(
                term=both("แผนปฏิบัติการ", "Action plan"),
                text=both("แผนหนึ่งปี", "A plan for one year"),
                locators=("3 4",),
            ),
        ),
        steps=_steps(),
        forms=(Form(id="project-form", title=both("แบบเสนอโครงการ", "Project proposal form"), locators=("3 7",)),),
        references=(
            CitedReference(
                reference="nesdp",
                cited_edition="12",
                cited_years=(2560, 2564),
                locators=("3 8.2",),
                note=both("คู่มือใช้ฉบับเดิม", "The manual uses the former plan"),
            ),
            CitedReference(reference="education-act", locators=("3 8.5",)),
            CitedReference(reference="old-plan", cited_years=(2551, 2554), locators=("3 8.6",)),
        ),
        document=_document(),
        notes=tuple(
            Note(th="ข้อสังเกต", en="A note", kind=kind, locators=("3 8",))
            for kind in ("slip", "outdated", "unclear", "difference")
        ),
        feeds=(Feed(to="other/screen", what=both("แผน", "The plan")),),
        reviewed="2026-11-20",
    )
    screen = Procedure(
        id="other/screen",
        manual="other",
        numbers=("D2", "2"),
        job="annual-action-plan",
        title=both(f"กลั่นกรองแผน {MARKUP}", f"Screen plans {MARKUP}"),
        objectives=(Statement(th="1. ให้แผนสอดคล้อง", en="1. To make plans agree"),),
        steps=(
            Step(
                id="decide",
                kind="decision",
                else_="end",
                by="committee",
                title=both("พิจารณา", "Consider"),
                text=both("# ไม่ใช่หัวข้อ", "# not a heading"),
            ),
        ),
        reviewed="2026-01-02",
    )
    return {plan.id: plan, screen.id: screen}


def _checked(level: str = "verified") -> Checked:
    if level == "verified":
        return Checked(level="verified", as_of="2026-11-20", source="https://example.org/a_b?c=1&d=2")
    return Checked(level="uncertain", as_of="2026-11-20", unverified=("status", "years"))


def _references() -> dict[str, Reference]:
    nesdp = Reference(
        id="nesdp",
        kind="plan",
        title=both("แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ", "National Economic and Social Development Plan"),
        issuer=both("สภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ", "National Economic and Social Development Council"),
        cited_by="edition",
        editions=(
            Edition(
                id="nesdp-12",
                title=both("แผนพัฒนาฯ ฉบับที่ 12", "Plan no. 12"),
                edition="12",
                years=(2560, 2564),
                also_written=((2560, 2565),),
                fiscal_years=(2560, 2565),
                status="ended",
                superseded_by="nesdp-13",
                checked=_checked(),
                note=both("ใช้ต่ออีกหนึ่งปี", "Stayed in use one year longer"),
            ),
            Edition(
                id="nesdp-13",
                title=both("แผนพัฒนาฯ ฉบับที่ 13", "Plan no. 13"),
                edition="13",
                years=(2566, 2570),
                fiscal_years=(2566, None),
                status="in-force",
                checked=_checked("uncertain"),
            ),
        ),
        status="in-force",
        checked=_checked(),
    )
    act = Reference(
        id="education-act",
        kind="law",
        title=both("พระราชบัญญัติการศึกษาแห่งชาติ", "National Education Act"),
        issuer=both("รัฐสภา", "Parliament"),
        cited_by="law-year",
        editions=(
            Edition(
                id="2542",
                title=both("พระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. 2542", "National Education Act 1999"),
                year=2542,
                status="in-force",
                amendments=(Amendment(number=2, year=2545), Amendment(year=2562)),
                checked=_checked(),
            ),
        ),
        status="in-force",
        checked=_checked(),
        note=both("อ้างพร้อมฉบับแก้ไข", "Cite it with its amendments"),
    )
    old = Reference(
        id="old-plan",
        kind="plan",
        title=both("แผนการบริหารราชการแผ่นดิน", "State administration plan"),
        issuer=both("คณะรัฐมนตรี", "Cabinet"),
        cited_by="years",
        status="ended",
        replaced_by="nesdp",
        checked=_checked("uncertain"),
    )
    return {reference.id: reference for reference in (nesdp, act, old)}


def _sections() -> dict[str, Section]:
    return {
        "basic-data": Section(
            id="basic-data",
            title=both("ข้อมูลพื้นฐาน", "Basic data"),
            aliases=Names(th=("ข้อมูลทั่วไป",), en=("General data",)),
            old_names=Names(th=("สภาพทั่วไป",), en=("General state",)),
            decoys=("ฐานข้อมูล",),
            guidance=both("ใส่จำนวนสถานศึกษาและนักเรียน", "Give the numbers of schools and pupils"),
            contains=(
                Part(th="จำนวนนักเรียน", en="Numbers of pupils", kind="figures"),
                Part(th="ตารางสถานศึกษา", en="Table of schools", kind="table"),
            ),
        ),
        "budget": Section(id="budget", title=both("งบประมาณ", "Budget"), guidance=both("ใส่วงเงิน", "Give the amounts")),
    }


CATALOGUE = Catalogue(
    procedures=_procedures(),
    calendar=CALENDAR,
    manuals=_manuals(),
    roles=_roles(),
    sections=_sections(),
    references=_references(),
    documents={
        "annual-action-plan": DocumentType(
            id="annual-action-plan",
            title=both("แผนปฏิบัติการประจำปี", "Annual action plan"),
            text=both("เอกสารแผนหนึ่งปี", "The plan for one year"),
        )
    },
    jobs={
        "annual-action-plan": Job(
            id="annual-action-plan",
            title=both("แผนปฏิบัติการประจำปี", "Annual action plan"),
            text=both("เขียนแผนของปีและขอความเห็นชอบ", "Write the plan of the year and have it agreed"),
        )
    },
    glossary=GLOSSARY,
    themes=THEMES,
    paths=PATHS,
    plan_levels=PLAN_LEVELS,
)

RULES = {
    "S101": RuleText(
        title=both("ขาดส่วนที่ต้องมี", "A required part is missing"),
        checks=both("ส่วนที่คู่มือกำหนดต้องมีหัวข้อ", "Every part that the manual requires has a heading"),
        why=both("ผู้พิจารณาต้องเห็นครบ", "Those who decide must see all of it"),
        example=both("ไม่มีหัวข้อวิสัยทัศน์", "No heading for the vision"),
        message=both("ไม่พบ {section}", "{section} is not there"),
        fix=both("เพิ่มหัวข้อ {section}", "Add the heading {section}"),
        word=(
            both("พิมพ์ชื่อหัวข้อ", "Type the heading"),
            both("หน้าแรก (Home) > ลักษณะ (Styles) > หัวเรื่อง 1", "Home > Styles > Heading 1"),
        ),
    )
}
