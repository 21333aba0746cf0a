"""The words of data faults, Thai and English, by the names that the checks give."""

from __future__ import annotations

from collections.abc import Mapping

from khumue.model import Text

WORDS: Mapping[str, Text] = {
    # --- files
    "no-folder": Text(
        th="ไม่พบโฟลเดอร์ข้อมูลนี้ ให้ตรวจชื่อและที่อยู่ของโฟลเดอร์",
        en="There is no such folder of data. Check its name and place.",
    ),
    "no-vocabulary": Text(
        th="โฟลเดอร์นี้ไม่ใช่โฟลเดอร์ข้อมูล เพราะไม่มีโฟลเดอร์ vocabulary ให้ตรวจชื่อ หรือสร้างโฟลเดอร์ใหม่ด้วยคำสั่ง khumue new",
        en="This is no folder of data: it has no folder vocabulary. Check its name, or make a new one with khumue new.",
    ),
    "no-file": Text(
        th="ไม่พบแฟ้มนี้ ให้สร้างแฟ้ม ถ้ายังไม่มีรายการให้เขียน []",
        en="The file is missing. Create it; write [] when it has no entries yet.",
    ),
    "no-procedures": Text(
        th="ไม่พบงานในโฟลเดอร์นี้ ให้เพิ่มแฟ้ม <โฟลเดอร์>/<ชื่องาน>.yaml อย่างน้อยหนึ่งแฟ้ม",
        en="The folder holds no procedure. Add at least one file <folder>/<name>.yaml.",
    ),
    "misplaced": Text(
        th="แฟ้มนี้อยู่ผิดที่ งานต้องอยู่ที่ <โฟลเดอร์>/<ชื่องาน>.yaml และคำศัพท์ต้องอยู่ที่ vocabulary/<ชนิด>.yaml{hint}",
        en="The file is not where data is read: procedures are <folder>/<name>.yaml, vocabulary is "
        "vocabulary/<kind>.yaml.{hint}",
    ),
    "empty-file": Text(
        th="แฟ้มว่างเปล่า ให้เขียนข้อมูล ถ้ายังไม่มีรายการให้เขียน []",
        en="The file is empty. Write its data, or [] for a list without entries.",
    ),
    "encoding": Text(
        th="แฟ้มไม่ได้บันทึกเป็น UTF-8 ให้บันทึกใหม่โดยเลือกรหัสอักขระ UTF-8",
        en="The file is not UTF-8. Save it again with the encoding UTF-8.",
    ),
    "yaml": Text(
        th="อ่าน YAML ตรงนี้ไม่ได้ ให้ตรวจการย่อหน้า เครื่องหมายทวิภาค และอัญประกาศ",
        en="This is not valid YAML. Check the indentation, colons and quotes here.",
    ),
    "yaml-bracket": Text(
        th="วงเล็บที่เปิดในบรรทัด {line} อ่านต่อตรงนี้ไม่ได้ ให้ปิดวงเล็บ และใส่อัญประกาศคร่อมข้อความที่มีจุลภาค ทวิภาค หรือวงเล็บ",
        en="The bracket opened in line {line} cannot be read on from here. Close it, and quote texts that hold a "
        "comma, colon or bracket.",
    ),
    "yaml-quote": Text(
        th="อัญประกาศที่เปิดในบรรทัด {line} ไม่มีตัวปิด ให้เติมอัญประกาศปิด",
        en="The quotation mark opened in line {line} is never closed. Close it.",
    ),
    "yaml-space": Text(
        th="หลังทวิภาคของคีย์ {key} ต้องเว้นวรรคหนึ่งครั้ง ให้เติมเว้นวรรค",
        en="The colon of the key {key} must be followed by a space. Add it.",
    ),
    "yaml-colon": Text(
        th="พบทวิภาคในที่ที่ใช้ไม่ได้ ให้ใส่อัญประกาศคร่อมข้อความ หรือแก้การย่อหน้า",
        en="A colon stands where none can. Put the text in quotes, or correct the indentation.",
    ),
    "tab": Text(
        th="พบแท็บในการย่อหน้า ให้ใช้เว้นวรรคแทน",
        en="A tab indents this line. Use spaces.",
    ),
    "control-character": Text(
        th="มีอักขระควบคุม {code} ในบรรทัดนี้ ให้ลบออก",
        en="The control character {code} stands in this line. Delete it.",
    ),
    "alias": Text(
        th="ไม่รองรับการอ้างซ้ำด้วย * ของ YAML ให้เขียนค่าเต็ม",
        en="YAML aliases (*name) are not supported. Write the value out.",
    ),
    "duplicate-key": Text(
        th="คีย์ {key} ซ้ำ มีอยู่แล้วที่บรรทัด {line} ให้เหลือไว้เพียงแห่งเดียว",
        en="The key {key} is given twice, first in line {line}. Keep one.",
    ),
    "yaml-key": Text(
        th="YAML อ่านคีย์ {key} เป็น {read} ไม่ใช่ข้อความ ให้ใช้ชื่อคีย์ที่กำหนด ทางที่ไม่เห็นชอบของจุดตัดสินใจใช้คีย์ else",
        en="YAML reads the key {key} as {read}, not as a word. Use a key of the schema; where a decision is not "
        "agreed, the key is `else`.",
    ),
    "key-not-word": Text(
        th="คีย์ต้องเป็นคำเดียวธรรมดา ให้ตรวจวงเล็บและเครื่องหมายทวิภาคในบรรทัดนี้",
        en="A key must be a plain word. Check the brackets and colons of this line.",
    ),
    # --- schema
    "unknown-key": Text(
        th='ไม่มีคีย์ชื่อ "{key}" ตรงนี้{hint}',
        en='"{key}" is not a key here.{hint}',
    ),
    "missing-key": Text(
        th='ขาดคีย์ "{key}" ให้เพิ่ม: {what}',
        en='The key "{key}" is missing. Add it: {what}.',
    ),
    "not-a-choice": Text(
        th="{value} ไม่อยู่ในค่าที่เลือกได้{hint}",
        en="{value} is not one of the choices.{hint}",
    ),
    "needs-quotes": Text(
        th='YAML อ่าน {value} เป็น{read} ให้ใส่อัญประกาศเป็น "{value}"',
        en='YAML reads {value} as {read}. Put it in quotes: "{value}".',
    ),
    "empty": Text(
        th="ว่างเปล่า ให้เติม{expected} ถ้าไม่จำเป็นต้องมีให้ลบคีย์นี้ออก",
        en="Nothing is written here. Give {expected}, or take the key away if it is not needed.",
    ),
    "type": Text(
        th="ต้องเป็น{expected} แต่พบ{read}: {value}",
        en="This must be {expected}, not {read}: {value}.",
    ),
    "needs-brackets": Text(
        th="ต้องเป็นรายการ ให้ใส่วงเล็บเหลี่ยม: [{value}]",
        en="This must be a list. Put it in brackets: [{value}].",
    ),
    "too-long": Text(
        th='"{value}" ยาว {length} ตัวอักษร ให้ย่อเหลือไม่เกิน {limit} ตัวอักษร',
        en='"{value}" has {length} characters. Shorten it to {limit} or fewer.',
    ),
    "too-few": Text(
        th="มี {length} รายการ ต้องมีอย่างน้อย {limit} รายการ ให้เพิ่ม",
        en="The list has {length} entries; at least {limit} must be given. Add what is missing.",
    ),
    "too-many": Text(
        th="มี {length} รายการ ต้องมีไม่เกิน {limit} รายการ ให้ลบส่วนเกิน",
        en="The list has {length} entries; at most {limit} may be given. Take away what is too much.",
    ),
    "repeated": Text(
        th='"{value}" ซ้ำในรายการเดียวกัน ให้เหลือไว้เพียงครั้งเดียว',
        en='"{value}" stands in the list more than once. Keep one.',
    ),
    "out-of-range": Text(
        th="{value} ไม่อยู่ระหว่าง {low} ถึง {high} ให้ใช้ปี พ.ศ.{hint}",
        en="{value} is not between {low} and {high}. Write Buddhist-era years.{hint}",
    ),
    "below": Text(
        th="{value} น้อยกว่า {low} ให้แก้ตัวเลข",
        en="{value} is less than {low}. Correct the number.",
    ),
    "pattern": Text(
        th='"{value}" เขียนผิดรูปแบบ: {rule}',
        en='"{value}" is not written as it must be. {rule}.',
    ),
    "forbidden": Text(th="{rule}", en="{rule}."),
    # --- kinds of values
    "object": Text(th="คีย์กับค่า", en="keys with values"),
    "array": Text(th="รายการ", en="a list"),
    "string": Text(th="ข้อความ", en="a text"),
    "integer": Text(th="เลขจำนวนเต็ม", en="a whole number"),
    "number": Text(th="ตัวเลข", en="a number"),
    "boolean": Text(th="ค่าจริงหรือเท็จ", en="true or false"),
    "null": Text(th="ค่าว่าง", en="nothing"),
    # --- hints
    "nearest": Text(th=' หมายถึง "{name}" หรือไม่', en=' Did you mean "{name}"?'),
    "choices": Text(th=" ให้เลือกจาก {names}", en=" Choose from: {names}."),
    "look-up": Text(th=" ให้ดูรหัสที่ใช้ได้ใน {place}", en=" The ids are listed in {place}."),
    "common-era": Text(th=" ค.ศ. {year} คือ พ.ศ. {buddhist}", en=" The year {year} CE is {buddhist}."),
    # --- names in other files
    "unknown": Text(
        th='ไม่มี{kind}รหัส "{value}"{hint}',
        en='"{value}" is not {kind}.{hint}',
    ),
    "manuals": Text(th="คู่มือ", en="a manual"),
    "roles": Text(th="ผู้รับผิดชอบ", en="a role"),
    "sections": Text(th="ส่วนของเอกสาร", en="a section"),
    "project-fields": Text(th="ช่องของแบบเสนอโครงการ", en="a field of project sheets"),
    "references": Text(th="เอกสารอ้างอิง", en="a reference"),
    "documents": Text(th="ประเภทเอกสาร", en="a document type"),
    "jobs": Text(th="งาน", en="a job"),
    "procedures": Text(th="งานในคู่มือ", en="a procedure"),
    "job-procedures": Text(th="กระบวนงานของงานนี้", en="a procedure of this job"),
    "forms": Text(th="แบบฟอร์มของงานนี้", en="a form of this procedure"),
    "steps": Text(th="ขั้นตอนของงานนี้", en="a step of this procedure"),
    "steps-of": Text(th="ขั้นตอนของงานที่ระบุ", en="a step of that procedure"),
    "stages": Text(th="ช่วงของงานนี้", en="a stage of this job"),
    "glossary": Text(th="คำศัพท์", en="a term of the glossary"),
    "themes": Text(th="หมวดคำ", en="a theme of words"),
    "editions": Text(th="ฉบับหรือชุดของเอกสารอ้างอิง", en="an edition or series"),
    # --- ids and flow
    "procedure-id": Text(
        th='รหัส "{value}" ไม่ตรงกับที่อยู่ของแฟ้ม ให้เขียนเป็น "{expected}"',
        en='The id "{value}" does not say where the file is. Write "{expected}".',
    ),
    "same-id": Text(
        th='รหัส "{value}" ซ้ำกับรายการที่บรรทัด {line} ให้ตั้งรหัสใหม่',
        en='The id "{value}" is already that of the entry in line {line}. Give one of them another id.',
    ),
    "former-id": Text(
        th='รหัสเดิม "{value}" เป็นของ {other} อยู่แล้ว ที่อยู่เดิมพาไปได้หน้าเดียว ให้ลบออกหรือแก้รหัส',
        en='The former id "{value}" is already that of {other}. An old address leads to one page only: delete it or '
        "correct it.",
    ),
    "same-number": Text(
        th='เลขงาน "{value}" ของคู่มือนี้ใช้แล้วที่ {other} ให้ตรวจว่าเลขใดถูก',
        en='The number "{value}" of this manual is already that of {other}. Check which is right.',
    ),
    "reserved-step": Text(
        th='รหัส "end" สงวนไว้สำหรับจุดสิ้นสุด ให้ตั้งรหัสอื่น',
        en='The id "end" means the end of the flow. Give the step another id.',
    ),
    "after-later": Text(
        th='ขั้นตอน "{value}" ไม่ได้อยู่ก่อนขั้นตอนนี้ ให้ย้ายขั้นตอนหรือแก้ after',
        en='The step "{value}" does not come before this one. Move the step or change `after`.',
    ),
    "else-itself": Text(
        th="else ชี้มาที่ขั้นตอนตัวเอง ให้ระบุขั้นตอนที่ต้องกลับไปแก้ไข หรือ end",
        en="The decision leads back to itself. Name the step where the work goes on, or end.",
    ),
    "else-same": Text(
        th='เห็นชอบหรือไม่ก็ไปที่ "{value}" เหมือนกัน ให้ระบุขั้นตอนอื่นใน else หรือเปลี่ยนเป็น kind: task',
        en='Agreed or not, the decision leads to "{value}". Name another step in `else`, or make it a task.',
    ),
    "feeds-itself": Text(
        th="งานนี้ส่งผลให้ตัวเอง ให้ลบออกจาก feeds",
        en="The procedure feeds itself. Take it out of `feeds`.",
    ),
    "locator-number": Text(
        th='"{value}" ไม่ได้ขึ้นต้นด้วยเลขงานนี้ ({numbers}) ให้แก้เลขข้อ',
        en='"{value}" does not begin with a number of this procedure ({numbers}). Correct the locator.',
    ),
    "ended-reference": Text(
        th='"{value}" เลิกออกแล้ว เอกสารแผนใหม่จึงอ้างไม่ได้{hint} หรือย้ายไปที่ left_out',
        en='The series "{value}" has ended, so a new plan cannot rest on it.{hint} Or move it to left_out.',
    ),
    "replacement": Text(th=' ให้ใช้ "{name}"', en=' Require "{name}" instead.'),
    "years-order": Text(
        th="ปีแรก {first} อยู่หลังปีสุดท้าย {last} ให้สลับหรือแก้ปี",
        en="The first year {first} is later than the last, {last}. Swap or correct them.",
    ),
    "months-order": Text(
        th="{first} อยู่หลัง {last} ในปีงบประมาณ ซึ่งเริ่มเดือนตุลาคม ให้สลับเดือน หรือแยกเป็นสองรายการ",
        en="{first} comes after {last} in the fiscal year, which begins in October. Swap them, or write two entries.",
    ),
    "superseded-itself": Text(
        th="ฉบับนี้ถูกแทนด้วยตัวเอง ให้ระบุฉบับที่มาแทน",
        en="The entry is replaced by itself. Name the one that took its place.",
    ),
    # --- learning paths
    "one-target": Text(
        th="ลิงก์หนึ่งรายการพาไปได้แห่งเดียว ให้เหลือคีย์เดียวใน {keys}",
        en="A link leads to one thing. Give exactly one of the keys {keys}.",
    ),
    "step-or-part": Text(
        th="step หรือ part ใช้ได้ครั้งละคีย์เดียว และใช้คู่กับ procedure เท่านั้น ให้ลบส่วนเกิน",
        en="Only a procedure has a `step` or a `part`, and a link names one of them. Take away what is too much.",
    ),
    "at-without-page": Text(
        th="at ใช้คู่กับ page เท่านั้น ให้ลบออก",
        en="`at` goes with `page` only. Take it away.",
    ),
    # --- texts
    "same-text": Text(
        th='ภาษาไทยกับภาษาอังกฤษเหมือนกัน: "{value}" ให้แปล',
        en='Thai and English are the same: "{value}". Translate it.',
    ),
    "thai-in-english": Text(
        th='ข้อความภาษาอังกฤษเป็นอักษรไทยเป็นส่วนใหญ่: "{value}" ให้แปล หรือใส่ชื่อทางการไว้ในอัญประกาศหรือวงเล็บ',
        en='The English text is mostly Thai: "{value}". Translate it; quote or bracket an official name.',
    ),
    "hidden-character": Text(
        th='มีอักขระที่มองไม่เห็น {code} ใน "{value}" ให้ลบออก',
        en='The invisible character {code} stands in "{value}". Delete it.',
    ),
    "thai-digits": Text(
        th='มีเลขไทยใน "{value}" ให้ใช้เลขอารบิก: {arabic}',
        en='Thai digits stand in "{value}". Write Arabic digits: {arabic}.',
    ),
    "split-sara-am": Text(
        th='สระอำใน "{value}" พิมพ์แยกเป็นนิคหิตกับสระอา ให้พิมพ์ ำ ตัวเดียว',
        en='SARA AM is typed as two characters in "{value}". Type the single character ำ.',
    ),
    "double-sara-e": Text(
        th='สระแอใน "{value}" พิมพ์เป็นสระเอสองตัว ให้พิมพ์ แ ตัวเดียว',
        en='SARA AE is typed as two SARA E in "{value}". Type the single character แ.',
    ),
    "outer-space": Text(
        th='มีเว้นวรรคหรือขึ้นบรรทัดใหม่ที่ต้นหรือท้ายข้อความ "{value}" ให้ลบออก',
        en='The text "{value}" begins or ends with a space or line end. Delete it.',
    ),
    # --- names that are matched
    "same-name": Text(
        th='"{value}" เป็นชื่อของ "{other}" ด้วย ตัวตรวจจะแยกไม่ออก ให้ลบออกจากรายการใดรายการหนึ่ง',
        en='"{value}" also names "{other}", so the checker cannot tell them apart. Take it out of one of them.',
    ),
    "decoy-name": Text(
        th='"{value}" อยู่ทั้งในชื่อและใน decoys ของรายการเดียวกัน ให้ลบออกจากที่ใดที่หนึ่ง',
        en='"{value}" is both a name and a decoy of the same entry. Take it out of one list.',
    ),
    "no-letters": Text(
        th='"{value}" ไม่มีตัวอักษรให้เทียบ ให้เขียนชื่อ',
        en='"{value}" has no letters to match. Write a name.',
    ),
}
