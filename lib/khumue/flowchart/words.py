"""The words that charts add to those of the data, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from khumue.model import Language


@dataclass(frozen=True, kw_only=True)
class Words:
    """Words of one language. Fields with {names} are filled in with str.format."""

    start: str
    end: str
    yes: str
    no: str
    title: str
    step: str
    summary: str
    loop: str
    jump: str
    refused_end: str


WORDS: dict[Language, Words] = {
    "th": Words(
        start="เริ่มต้น",
        end="สิ้นสุด",
        yes="ใช่",
        no="ไม่ใช่",
        title="ผังกระบวนงาน: {title}",
        step="ขั้นตอนที่ {number}: {title} ({actor})",
        summary="มี {count} ขั้นตอน ดำเนินการจากบนลงล่าง",
        loop="ขั้นตอนที่ {number} หากไม่ใช่ ให้กลับไปขั้นตอนที่ {target}",
        jump="ขั้นตอนที่ {number} หากไม่ใช่ ให้ข้ามไปขั้นตอนที่ {target}",
        refused_end="ขั้นตอนที่ {number} หากไม่ใช่ ให้สิ้นสุดกระบวนงาน",
    ),
    "en": Words(
        start="Start",
        end="End",
        yes="Yes",
        no="No",
        title="Flowchart: {title}",
        step="Step {number}: {title} ({actor})",
        summary="Number of steps: {count}, from top to bottom",
        loop="Step {number}: if no, go back to step {target}",
        jump="Step {number}: if no, go on to step {target}",
        refused_end="Step {number}: if no, the procedure ends",
    ),
}
