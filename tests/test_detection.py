"""What a draft says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from khumue.detection import detect_fiscal_years, detect_procedure
from khumue.document import Block, Document, Place
from khumue.frozen import replace
from khumue.registry import load_registry
from khumue.vocabulary import Text

REGISTRY = load_registry()


def draft(*lines: str, title: str | None = None, name: str = "x.docx") -> Document:
    blocks = tuple(Block(text=line, place=Place(paragraph=number)) for number, line in enumerate(lines, 1))
    return Document(path=Path(name), kind="docx", title=title, blocks=blocks)


def detected(*lines: str, **given: str) -> str | None:
    found = detect_procedure(draft(*lines, **given), REGISTRY)
    return found.id.removeprefix("angthong/") if found else None


@pytest.mark.parametrize(
    ("line", "procedure"),
    [
        ("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570", "annual-action-plan"),
        ("(ร่าง) แผนปฏิบัติการ ประจำปี ๒๕๗๐", "annual-action-plan"),
        ("แผนปฏบิ ตั กิ าร ประจาปงี บประมาณ พ.ศ.2565", "annual-action-plan"),
        ("แผนพัฒนาการศึกษาขั้นพื้นฐาน (พ.ศ. 2566-2570)", "basic-education-development-plan"),
        ("แผนพัฒนาการศึกษาจังหวัดอ่างทอง", "provincial-strategy-integration"),
        ("รายงานผลการดำเนินงานตามแผนปฏิบัติการประจำปี", "tak2/evaluate-annual-action-plan"),
        ("รายงานการประชุม", "tak2/meetings-knowledge-management"),
        ("คำสั่งแต่งตั้งคณะทำงาน", None),
        ("หนังสือขอความอนุเคราะห์", None),
    ],
)
def test_the_title_tells_the_procedure(line: str, procedure: str | None) -> None:
    assert detected(line) == procedure
    assert detected("ข้อความ", title=line) == procedure
    assert detected("ข้อความ", name=f"{line.replace('/', '-')}.docx") == procedure


@pytest.mark.parametrize("office", ["สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตาก เขต 2", "สพป.ตาก", "กลุ่มแผน สพป.ตาก เขต 2"])
def test_an_office_is_known_by_its_name_with_or_without_a_group(office: str) -> None:
    """A name that other offices have in part, or none, is no reason to take their drafts."""
    manual = replace(REGISTRY.manuals["tak2"], office=Text(th=office, en="Tak"))
    registry = replace(REGISTRY, manuals={**REGISTRY.manuals, "tak2": manual})
    title = "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570"
    other = detect_procedure(draft(title, "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาอุตรดิตถ์ เขต 2"), registry)
    assert other is not None
    assert other.id == "uttaradit2/annual-action-plan"
    own = detect_procedure(draft(title, office), registry)
    assert own is not None
    assert own.id == "tak2/annual-action-plan"


def test_running_text_does_not() -> None:
    assert detected("คณะทำงานประชุมเพื่อจัดทำแผนปฏิบัติการประจำปี" + "ตามแนวทางที่กำหนดไว้ร่วมกัน" * 6) is None


@pytest.mark.parametrize(
    ("lines", "years"),
    [
        (("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570",), (2570,)),
        (("แผนปฏิบัติการ ประจำปี ๒๕๗๐",), (2570,)),
        (("แผนปฏบิ ตั กิ าร ประจาปงี บประมาณ พ.ศ.2565",), (2565,)),
        (("แผนพัฒนาการศึกษาขั้นพื้นฐาน (พ.ศ. 2566-2570)",), (2566, 2567, 2568, 2569, 2570)),
        (("แผนพัฒนาการศึกษา พ.ศ. ๒๕๖๖ – ๒๕๗๐",), (2566, 2567, 2568, 2569, 2570)),
        (("Annual action plan, fiscal year 2027",), (2570,)),
        (("แผน", *["เนื้อหา"] * 30, "งบประมาณในปีงบประมาณ 2569", "ปีงบประมาณ พ.ศ. 2569", "ปีงบประมาณ 2568"), (2569,)),
        (("ยุทธศาสตร์ชาติ พ.ศ. 2561-2580 เป็นกรอบ" + "ของแผนทุกระดับ" * 20,), ()),
        (("ไม่มีปี",), ()),
    ],
)
def test_fiscal_years(lines: tuple[str, ...], years: tuple[int, ...]) -> None:
    assert detect_fiscal_years(draft(*lines)) == years


@pytest.mark.parametrize(
    ("office", "procedure"),
    [
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาอ่างทอง", "annual-action-plan"),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตาก เขต 2", "tak2/annual-action-plan"),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาอุตรดิตถ์ เขต ๒", "uttaradit2/annual-action-plan"),
        ("สำนักงานศึกษาธิการจังหวัดอุทัยธานี", "uthaithani/peo-annual-plan"),
        ("สำนักงานศึกษาธิการจังหวัดเชียงใหม่", "uthaithani/peo-annual-plan"),
        ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาเชียงใหม่", "annual-action-plan"),
    ],
)
def test_the_office_on_the_cover_tells_whose_procedure(office: str, procedure: str) -> None:
    body = ["สำนักงานศึกษาธิการจังหวัดและสำนักงานเขตพื้นที่การศึกษาร่วมกันทำงาน" * 3] * 30
    assert detected("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570", office, *body) == procedure
