"""The three drafts of the worked example: the blank form of the handbook, the same half written, and complete."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from khumue.catalogue import load_catalogue
from khumue.template.docx import write_docx
from khumue.template.plan import plan_form
from sample.blocks import Block, Heading, Paragraph, SectionStart, Table
from sample.form_file import FormFile
from sample.plan import plan_blocks
from sample.versions import CORRECTED, FAULTY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sample.versions import Version

PROCEDURE, YEAR = "angthong/annual-action-plan", 2570
NUMBER = re.compile(r"[\d.]+(?= )")
HEAD_FIELD = re.compile(r"\*\*(ชื่อ|สนอง|ความสอดคล้อง|ลักษณะ|หน่วยงาน|ระยะเวลา)")
SUM = re.compile(r"(?<=งบประมาณรวม )[\d,]+")
HALF_WAY = replace(CORRECTED, nesdp=FAULTY.nesdp, nesdp_text=FAULTY.nesdp_text, nesdp_goal=FAULTY.nesdp_goal)
"""The plan that cites the economic and social development plan in its ended edition."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What `stages.yaml` says: the headings of `plan.md` for each part, and the two stages."""

    parts: Mapping[str, Sequence[str]]
    sources: str
    half: Mapping[str, Any]
    complete: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A heading of the plan, as one of the form's, and what stands under it."""

    heading: Heading
    blocks: list[Block]


def stages() -> dict[str, bytes]:
    """The Word files by the name of their stage: blank, half and complete."""
    return {"blank": blank(), "half": _half(), "complete": _complete()}


@cache
def blank() -> bytes:
    """The form as `khumue template` writes it."""
    catalogue = load_catalogue()
    return write_docx(plan_form(catalogue.procedures[PROCEDURE], catalogue, (YEAR,), "th"))


def _half() -> bytes:
    plan, file = _plan(), FormFile(blank())
    half, texts = plan.half, _texts(HALF_WAY)
    file.fill_cover(half["month"])
    for part in half["written"]:
        blocks = list(_words(plan.parts[part], texts))
        file.write(_title(part), list(_with_faults(blocks, half)) if part == "project-proposal" else blocks)
    file.write(plan.sources, texts[plan.sources].blocks)
    for part, waiting in half["waiting"].items():
        file.write(_title(part), [Paragraph(style="Body Text", text=waiting)])
    for part in half["emptied"]:
        file.write(_title(part), [])
    for part in half["deleted"]:
        file.delete(_title(part))
    return file.saved()


def _complete() -> bytes:
    plan, file, texts = _plan(), FormFile(blank()), _texts(CORRECTED)
    file.fill_cover(plan.complete["month"])
    for part, headings in plan.parts.items():
        file.write(_title(part), list(_words(headings, texts)))
    file.write(plan.sources, texts[plan.sources].blocks)
    file.drop_guidance()
    return file.saved()


@cache
def _plan() -> Plan:
    return Plan(**yaml.safe_load(Path(__file__).with_name("stages.yaml").read_text(encoding="utf-8")))


def _title(part: str) -> str:
    return load_catalogue().sections[part].title.th


def _texts(version: Version) -> dict[str, Chapter]:
    """The chapters of the plan by the number of their heading, or its words where it has none."""
    chapters: dict[str, Chapter] = {}
    for block in plan_blocks(version):
        if isinstance(block, Heading) and block.level < 3:
            number = NUMBER.match(block.text)
            name = number[0] if number else block.text
            words = block.text[number.end() :].strip() if number else block.text
            chapter = chapters[name] = Chapter(heading=Heading(level=2, text=words, page=None), blocks=[])
        elif chapters and not isinstance(block, SectionStart):
            chapter.blocks.append(block)
    return chapters


def _words(headings: Sequence[str], texts: Mapping[str, Chapter]) -> Iterator[Block]:
    """What stands under these headings, of several with the headings."""
    for heading in headings:
        if len(headings) > 1:
            yield texts[heading].heading
        yield from map(_as_in_form, texts[heading].blocks)


def _as_in_form(block: Block) -> Block:
    """A field as the form sets it: with a tab at the head of a sheet, elsewhere as text that begins with its name."""
    if not isinstance(block, Paragraph) or block.style != "Field":
        return block
    if HEAD_FIELD.match(block.text):
        return replace(block, text=block.text.replace("** ", "**\t", 1))
    return replace(block, style="Body Text")


def _with_faults(blocks: Sequence[Block], half: Mapping[str, Any]) -> Iterator[Block]:
    """Two project sheets: the first with an old sum, the last without some of its fields."""
    *_, last = (place for place, block in enumerate(blocks) if isinstance(block, Heading))
    left_out = False
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if block.text.startswith("**"):
                left_out = place > last and block.text.startswith(tuple(half["fields_left_out"]))
            if place < last:
                block = replace(block, text=SUM.sub(half["old_sum"], block.text))
        if not (left_out and isinstance(block, (Paragraph, Table))):
            yield block
