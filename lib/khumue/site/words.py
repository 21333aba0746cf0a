"""The site's own words in both languages: headings, labels and badges. Data brings its own texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khumue.model import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khumue.model import Language


def _both(th: str, en: str) -> Text:
    return Text(th=th, en=en)


WORDS: Mapping[str, Text] = {
    # navigation and pages made by the build
    "home": _both("หน้าแรก", "Home"),
    "procedures": _both("กระบวนงาน", "Procedures"),
    "procedures.all": _both("กระบวนงานทั้งหมด", "All procedures"),
    "procedures.lead": _both(
        "กระบวนงานทั้งหมดในคู่มือนี้ แยกตามคู่มือของสำนักงานที่เป็นต้นทาง",
        "Every procedure in this handbook, by the manual of the office it comes from",
    ),
    "lookup": _both("ค้นตามหัวข้อ", "Look up"),
    "references": _both("กฎหมาย แผน และนโยบาย", "Laws, plans and policies"),
    "references.lead": _both(
        "ทะเบียนเอกสารอ้างอิง ใช้ดูว่าแต่ละเรื่องมีฉบับใดบ้าง ฉบับใดใช้อยู่ และกระบวนงานใดอ้างถึง",
        "The register of references: which editions exist, which one is in force, and which procedures cite it",
    ),
    "roles": _both("ผู้ปฏิบัติและผู้เกี่ยวข้อง", "Roles"),
    "roles.lead": _both(
        "ตำแหน่ง หน่วยงาน และคณะกรรมการในกระบวนงาน พร้อมขั้นตอนที่แต่ละฝ่ายต้องทำ",
        "The posts, units and committees in the procedures, and the steps that each of them does",
    ),
    "sections": _both("ส่วนของเอกสารแผน", "Parts of a plan document"),
    "sections.lead": _both(
        "แต่ละส่วนของเอกสารแผนควรเขียนอะไร มีชื่อเรียกใดบ้าง และกระบวนงานใดกำหนดให้มี",
        "What to write in each part of a plan document, what it is called, and which procedures require it",
    ),
    "glossary": _both("คำศัพท์และอักษรย่อ", "Glossary"),
    "glossary.lead": _both(
        "ความหมายของคำและอักษรย่อที่ใช้ในงานแผนการศึกษา",
        "What the words and abbreviations of education planning mean",
    ),
    "procedures.one": _both("กระบวนงาน", "procedure"),
    "procedures.many": _both("กระบวนงาน", "procedures"),
    "doors.offices": _both("เลือกตามสำนักงาน", "By office"),
    "doors.jobs": _both("เทียบงานเดียวกันในหลายสำนักงาน", "Compare the same work in several offices"),
    "jobs": _both("งานเดียวกันในหลายสำนักงาน", "The same work in several offices"),
    "jobs.all": _both("เทียบงานเดียวกันในหลายสำนักงาน", "Compare the offices"),
    "jobs.lead": _both(
        "งานที่คู่มือมากกว่าหนึ่งเล่มอธิบายไว้ เทียบกันทีละช่วงว่าสำนักงานใดทำอย่างไร",
        "Work that more than one manual describes, compared stage by stage: which office does what",
    ),
    "job.offices": _both("สำนักงานที่อธิบายงานนี้", "Offices that describe this work"),
    "job.differences": _both("ต่างกันอย่างไร", "How they differ"),
    "job.stages": _both("เทียบทีละช่วง", "Stage by stage"),
    "job.others": _both("ขั้นตอนอื่นของแต่ละสำนักงาน", "Other steps of each office"),
    "job.no-step": _both("ไม่มีขั้นตอนนี้ในคู่มือ", "No such step in the manual"),
    "handovers": _both("แผนภาพการส่งต่องาน", "Map of hand-overs"),
    "handovers.lead": _both(
        "ใครส่งอะไรให้ใคร ระหว่างสถานศึกษา สำนักงานเขตพื้นที่ สำนักงานศึกษาธิการจังหวัด คณะกรรมการ จังหวัด และกระทรวง "
        "ตัวเลขบนลูกศรคือจำนวนเรื่องที่ส่ง เลือกลูกศรเพื่อดูรายการ",
        "Who gives what to whom between schools, area offices, provincial offices, committees, the province and the "
        "ministry. The number on an arrow is that of the things handed over; choose an arrow to see them.",
    ),
    "place.ministry": _both("กระทรวงและส่วนกลาง", "Ministry and central offices"),
    "place.region": _both("ภาค", "Region"),
    "place.province": _both("จังหวัด", "Province"),
    "place.committee": _both("คณะกรรมการ", "Committees"),
    "place.provincial-office": _both("สำนักงานศึกษาธิการจังหวัด", "Provincial office"),
    "place.area-office": _both("สำนักงานเขตพื้นที่", "Area office"),
    "place.school": _both("สถานศึกษา", "Schools"),
    "place.elsewhere": _both("หน่วยงานอื่นและประชาชน", "Others and the public"),
    "rules": _both("กฎที่ใช้ตรวจ", "Rules of the check"),
    "rules.all": _both("กฎทั้งหมด", "All rules"),
    "rules.lead": _both(
        "ทุกข้อที่โปรแกรมตรวจพบมีรหัส แต่ละรหัสมีหน้าอธิบายว่าตรวจอะไร เพราะเหตุใด และแก้อย่างไร",
        "Every finding has a code, and every code a page: what is checked, why, and how to mend it",
    ),
    "family.D": _both("ข้อความในแฟ้ม (D)", "The text in the file (D)"),
    "family.S": _both("ส่วนของแผน (S)", "Parts of the plan (S)"),
    "family.R": _both("เอกสารอ้างอิง (R)", "References (R)"),
    "family.P": _both("โครงการ (P)", "Projects (P)"),
    "check": _both("ตรวจร่างแผน", "Check a draft"),
    "check.how": _both("วิธีตรวจร่างแผน", "How to check a draft"),
    "measurements": _both("ผลการวัด", "Measurements"),
    "reports": _both("รายงานและแบบเปล่า", "Reports and blank forms"),
    "library": _both("ใช้จาก Python", "Use it from Python"),
    "about": _both("เกี่ยวกับคู่มือ", "About"),
    # small connecting words
    "comma": _both(" ", ", "),
    "none": _both("ไม่มี", "None"),
    "number": _both("ข้อ", "number"),
    "step": _both("ขั้นที่", "Step"),
    "steps": _both("ขั้นตอน", "steps"),
    "locators": _both("ที่มา:", "Source:"),
    "basis.derived": _both("อนุมาน", "Derived"),
    # summary box
    "summary": _both("สรุป", "In short"),
    "summary.who": _both("ผู้ปฏิบัติ", "Who does it"),
    "summary.with": _both("ผู้มีส่วนร่วม", "Who takes part"),
    "summary.result": _both("เอกสารที่ได้", "Resulting document"),
    "summary.approves": _both("ผู้ให้ความเห็นชอบ", "Who approves"),
    "summary.source": _both("คู่มือต้นทาง", "Comes from"),
    "summary.reviewed": _both("ทบทวนข้อมูลล่าสุด", "Last reviewed"),
    "jump": _both("ไปยังหัวข้อ", "Go to"),
    # procedure page
    "purpose": _both("วัตถุประสงค์", "Purpose"),
    "scope": _both("ขอบเขตของงาน", "Scope"),
    "definitions": _both("คำจำกัดความ", "Definitions"),
    "flowchart": _both("ผังขั้นตอน", "Flowchart"),
    "flowchart.hint": _both(
        "เลือกกล่องในผังเพื่อไปยังรายละเอียดของขั้นนั้น เส้นประคือทางกลับเมื่อไม่เห็นชอบ",
        "Choose a box to go to that step. A dashed line is the way back when something is not agreed.",
    ),
    "how": _both("ขั้นตอนการปฏิบัติงาน", "Steps"),
    "step.by": _both("ผู้ปฏิบัติ", "Done by"),
    "step.decides": _both("ผู้พิจารณา", "Decided by"),
    "step.with": _both("ร่วมกับ", "with"),
    "step.after": _both("ทำเมื่อเสร็จ", "Starts after"),
    "step.output": _both("ผลที่ได้", "Result"),
    "step.form": _both("แบบฟอร์ม", "Form"),
    "decision.yes": _both("เห็นชอบ", "Agreed"),
    "decision.no": _both("ไม่เห็นชอบ", "Not agreed"),
    "decision.on": _both("ไปต่อที่", "go on to"),
    "decision.back": _both("กลับไปที่", "go back to"),
    "decision.end": _both("จบกระบวนงาน", "the procedure ends"),
    "forms": _both("แบบฟอร์มที่ใช้", "Forms"),
    "cited": _both("เอกสารอ้างอิงของกระบวนงาน", "References of the procedure"),
    "cited.hint": _both(
        "คู่มือต้นทางอ้างฉบับที่ใช้อยู่ในเวลานั้น คอลัมน์สุดท้ายคือฉบับที่ทะเบียนบันทึกว่าใช้อยู่",
        "A manual cites the editions of its own time. The last column is what the register records as in force.",
    ),
    "cited.title": _both("เอกสาร", "Reference"),
    "cited.edition": _both("ฉบับที่คู่มืออ้าง", "Edition the manual cites"),
    "cited.now": _both("ฉบับที่ใช้อยู่", "Edition in force"),
    "cited.unnamed": _both("ไม่ระบุฉบับ", "No edition named"),
    "cited.unregistered": _both("ไม่ตรงกับทะเบียน", "Not in the register"),
    "cited.none": _both("ไม่มีฉบับที่ยืนยันได้ว่าใช้อยู่", "No edition known to be in force"),
    "cited.periodic": _both("ออกเป็นระยะ ใช้ฉบับของปีแผน", "Issued periodically: use the one for the plan’s year"),
    "edition": _both("ฉบับที่", "No."),
    "document": _both("เอกสารต้องมีอะไรบ้าง", "What the document must contain"),
    "document.hint": _both(
        "ใช้รายการนี้ตรวจร่างก่อนเสนอ ข้อที่กำกับว่า “อนุมาน” คู่มือไม่ได้ระบุไว้ตรง ๆ แต่สรุปได้จากขั้นตอน",
        "Go through this list before you submit a draft. What is marked “Derived” is not stated by the manual "
        "but follows from its steps.",
    ),
    "document.sections": _both("ส่วนที่ต้องมี ตามลำดับ", "Required parts, in order"),
    "document.references": _both("เอกสารที่ต้องอ้างถึง", "Required references"),
    "document.left-out": _both(
        "รายการที่คู่มือกล่าวถึง แต่ไม่ต้องมีในเอกสาร", "What the manual mentions but the document need not hold"
    ),
    "document.none": _both(
        "กระบวนงานนี้ไม่ได้กำหนดเอกสารที่ตรวจได้",
        "This procedure does not define a document that could be checked.",
    ),
    "part.table": _both("ตาราง", "Table"),
    "part.figures": _both("ตัวเลข", "Figures"),
    "part.list": _both("รายการ", "List"),
    "part.text": _both("ข้อความ", "Text"),
    "part.picture": _both("ภาพ", "Picture"),
    "why": _both("เหตุผล", "Why"),
    "notes": _both("ข้อสังเกตของผู้เรียบเรียง", "Editor’s notes"),
    "notes.all": _both("ข้อสังเกตทั้งหมด", "All editor’s notes"),
    "notes.all.lead": _both(
        "สิ่งที่คลาดเคลื่อน ล้าสมัย ไม่ชัดเจน หรือต่างกันในคู่มือต้นทาง รวมจากทุกกระบวนงาน",
        "Slips, outdated and unclear points of the manuals, and where they differ, from all procedures",
    ),
    "notes.page": _both("ดูในหน้ากระบวนงาน", "See it on the procedure’s page"),
    "note.slip": _both("คลาดเคลื่อนในต้นฉบับ", "Slip in the manual"),
    "note.outdated": _both("ล้าสมัย", "Out of date"),
    "note.unclear": _both("ไม่ชัดเจน", "Unclear"),
    "note.difference": _both("ต่างจากสำนักงานอื่น", "Different elsewhere"),
    "source": _both("ที่มาของกระบวนงานนี้", "Where this procedure comes from"),
    "source.locators": _both(
        "ตัวเลขหลังคำว่า “ที่มา” คือเลขกระบวนงานและเลขข้อในคู่มือต้นทาง เช่น 3 5.2(4) คือกระบวนงานที่ 3 ข้อ 5.2 รายการ (4)",
        "The numbers after “Source” are the procedure and the item in the manual: "
        "3 5.2(4) is item (4) of 5.2 in procedure 3.",
    ),
    "flow": _both("กระบวนงานที่เกี่ยวเนื่อง", "Related procedures"),
    "flow.from": _both("รับผลจาก", "Uses the result of"),
    "flow.to": _both("ส่งต่อให้", "Hands on to"),
    "flow.same": _both("งานเดียวกันในสำนักงานอื่น", "The same work in other offices"),
    # references
    "issuer": _both("ผู้ออก", "Issued by"),
    "kind.strategy": _both("ยุทธศาสตร์", "Strategies"),
    "kind.plan": _both("แผน", "Plans"),
    "kind.policy": _both("นโยบาย", "Policies"),
    "kind.law": _both("พระราชบัญญัติ", "Acts"),
    "kind.decree": _both("พระราชกฤษฎีกา", "Decrees"),
    "kind.regulation": _both("ระเบียบและกฎกระทรวง", "Regulations"),
    "kind.announcement": _both("ประกาศ", "Announcements"),
    "kind.report": _both("รายงาน", "Reports"),
    "kind.data": _both("ข้อมูล", "Data"),
    "status.in-force": _both("ใช้อยู่", "In force"),
    "status.ended": _both("สิ้นสุดแล้ว", "Ended"),
    "status.superseded": _both("มีฉบับใหม่แทน", "Superseded"),
    "status.repealed": _both("ยกเลิกแล้ว", "Repealed"),
    "status.draft": _both("ร่าง ยังไม่ประกาศใช้", "Draft, not adopted"),
    "status.periodic": _both("ออกเป็นระยะ", "Issued periodically"),
    "status.unknown": _both("ยังไม่ทราบสถานะ", "Status unknown"),
    "editions": _both("ฉบับ", "Edition"),
    "edition.years": _both("ปีในชื่อ", "Years in its title"),
    "edition.used": _both("ใช้กับแผนของ", "For plans of"),
    "edition.also": _both("พบพิมพ์เป็น", "Also printed as"),
    "edition.amended": _both("แก้ไขเพิ่มเติม", "Amended"),
    "edition.none": _both(
        "ทะเบียนยังไม่มีรายการฉบับ ให้ระบุฉบับที่ใช้จริงในแผน",
        "The register lists no editions yet. Name the one that the plan really uses.",
    ),
    "replaced": _both("แทนด้วย", "Replaced by"),
    "checked": _both("การตรวจสอบ", "How verified"),
    "checked.verified": _both("พบหลักฐานยืนยัน", "Verified on a page found"),
    "checked.known": _both("ความรู้ทั่วไป ยังไม่พบหน้าหลักฐาน", "General knowledge, no page found"),
    "checked.uncertain": _both("ยังไม่ยืนยัน", "Not confirmed"),
    "checked.as-of": _both("ณ", "as of"),
    "checked.except": _both("ยกเว้นที่ยังไม่ยืนยัน:", "Not covered:"),
    "checked.source": _both("แหล่งที่ตรวจ:", "Seen at:"),
    "field.title": _both("ชื่อ", "title"),
    "field.edition": _both("เลขฉบับ", "edition number"),
    "field.year": _both("ปี", "year"),
    "field.years": _both("ช่วงปี", "years"),
    "field.also_written": _both("ช่วงปีที่พิมพ์ต่างกัน", "years found in print"),
    "field.fiscal_years": _both("ปีงบประมาณที่ใช้", "fiscal years"),
    "field.status": _both("สถานะ", "status"),
    "field.amendments": _both("การแก้ไขเพิ่มเติม", "amendments"),
    "field.superseded_by": _both("ฉบับที่แทน", "successor"),
    "field.replaced_by": _both("เอกสารที่แทน", "successor"),
    "field.issuer": _both("ผู้ออก", "issuer"),
    "field.editions": _both("รายการฉบับ", "list of editions"),
    "field.note": _both("หมายเหตุ", "note"),
    "cited-by": _both("กระบวนงานที่อ้างถึง", "Cited by"),
    "required-by": _both("เอกสารแผนที่ต้องอ้าง", "Plan documents that must cite it"),
    # roles
    "role.post": _both("ตำแหน่ง", "Posts"),
    "role.unit": _both("หน่วยงานภายใน", "Units"),
    "role.committee": _both("คณะกรรมการและคณะทำงาน", "Committees and working groups"),
    "role.agency": _both("หน่วยงาน", "Agencies"),
    "role.group": _both("กลุ่มบุคคล", "Groups of people"),
    "role.does": _both("ทำ", "Does"),
    "role.decides": _both("พิจารณา", "Decides"),
    "role.takes-part": _both("ร่วม", "Takes part in"),
    "abbreviation": _both("อักษรย่อ", "Abbreviation"),
    # parts of plan documents
    "aliases": _both("ชื่ออื่นที่ใช้ได้", "Other names that count"),
    "shared-names": _both("หัวข้อที่ใช้ร่วมกับส่วนอื่น", "Headings shared with other parts"),
    "inner-names": _both("หัวข้อย่อยที่มักอยู่ในส่วนนี้", "Headings that usually stand in it"),
    "old-names": _both("ชื่อเดิม", "Old names"),
    "decoys": _both("ชื่อคล้ายกันแต่ไม่ใช่ส่วนนี้", "Looks alike, but is another part"),
    "in-plans-of": _both("กระบวนงานที่กำหนดให้มี", "Required by"),
    # rules
    "rule.checks": _both("ตรวจอะไร", "What is checked"),
    "rule.why": _both("เพราะอะไร", "Why"),
    "rule.example": _both("ตัวอย่างที่ผ่าน", "Example that passes"),
    "rule.message": _both("ข้อความที่จะเห็น", "What you will read"),
    "rule.fix": _both("วิธีแก้", "How to mend it"),
    "rule.word": _both("แก้ใน Word ทีละขั้น", "How to mend it in Word, step by step"),
}


def word(*key: str, language: Language) -> str:
    """One of the site's words; dots join the parts of its key. Raises KeyError for a word that is not there."""
    return WORDS[".".join(key)][language]
