"""Blank forms: an unfilled one waits in every part and is right otherwise; a filled one passes."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path
from shutil import copytree

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn

from drafts import COMPLETE
from filledforms import filled_docx, filled_markdown
from khumue.catalogue import load_catalogue
from khumue.checking import check_files
from khumue.cli import main
from khumue.finding import DraftReport
from khumue.messages import load_messages
from khumue.model import Catalogue
from khumue.placeholders import is_filler
from khumue.registry import load_registry
from khumue.template.docx import write_docx
from khumue.template.markdown import write_markdown
from khumue.template.outline import Blank, Form, Heading
from khumue.template.plan import plan_form
from khumue.template.sheet import sheet_form
from khumue.vocabulary import LANGUAGES, Language
from pdffiles import OFFICE

CATALOGUE: Catalogue = load_catalogue()
ACTION_PLAN = "angthong/annual-action-plan"
DEVELOPMENT_PLAN = "angthong/basic-education-development-plan"
PROCEDURES = [each.id for each in CATALOGUE.procedures.values() if each.document and each.document.sections]
YEARS = (2570,)


@cache
def form(procedure: str, language: Language = "th") -> Form:
    return plan_form(CATALOGUE.procedures[procedure], CATALOGUE, YEARS, language)


def report(path: Path, content: bytes | str) -> DraftReport:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return check(path)


def check(path: Path) -> DraftReport:
    found = check_files([path], load_registry(), load_messages())
    assert not found.failures
    return found.drafts[0]


def required(procedure: str) -> list[str]:
    document = CATALOGUE.procedures[procedure].document
    assert document is not None
    return [each.section for each in document.sections]


def findings(draft: DraftReport) -> Counter[tuple[str, str | None]]:
    return Counter((finding.code, finding.section or finding.reference) for finding in draft.findings)


def waits_everywhere(draft: DraftReport, procedure: str) -> bool:
    """Whether the report has one S103 for each required part, under the part's own heading, and nothing else."""
    titles = {section: CATALOGUE.sections[section].title.th for section in required(procedure)}
    for result in draft.sections:
        if result.section in titles:
            own = [each.heading for each in result.found if each.status != "toc-only"]
            assert own == [titles[result.section]]
    return findings(draft) == Counter(("S103", section) for section in required(procedure))


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("procedure", PROCEDURES)
def test_an_unfilled_form_waits_in_every_part_and_says_nothing_else(
    tmp_path: Path, procedure: str, language: Language
) -> None:
    blank = form(procedure, language)
    for name, content in (("แบบ.docx", write_docx(blank)), ("แบบ.md", write_markdown(blank))):
        draft = report(tmp_path / name, content)
        assert (draft.procedure, draft.chosen_by) == (procedure, "front-matter")
        assert draft.document.fiscal_years == YEARS
        assert waits_everywhere(draft, procedure), findings(draft)
        assert not draft.projects


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_a_filled_form_passes(tmp_path: Path, procedure: str) -> None:
    blank = form(procedure)
    for name, content in (("แผน.docx", filled_docx(blank)), ("แผน.md", filled_markdown(blank))):
        draft = report(tmp_path / name, content)
        assert [one for one in draft.findings if one.severity != "note"] == []
        assert {
            each.section: each.status for each in draft.sections if each.requirement != "optional"
        } == dict.fromkeys(required(procedure), "present")


# --- through an office program --------------------------------------------------------------------------------------


@pytest.mark.skipif(not OFFICE, reason="LibreOffice (soffice) is not installed")
def test_forms_that_an_office_program_saved_again_are_the_same_to_the_checker(tmp_path: Path) -> None:
    wanted = {"แผนปี": ACTION_PLAN, "แผนพัฒนา": DEVELOPMENT_PLAN}
    for name, procedure in wanted.items():
        (tmp_path / f"{name}-เปล่า.docx").write_bytes(write_docx(form(procedure)))
        (tmp_path / f"{name}-กรอกแล้ว.docx").write_bytes(filled_docx(form(procedure)))
    for kind in ("docx", "odt"):
        saved = tmp_path / kind
        folder = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        command = [OFFICE, folder, "--headless", "--convert-to", kind, "--outdir", saved, *tmp_path.glob("*.docx")]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        for name, procedure in wanted.items():
            draft = check(saved / f"{name}-เปล่า.{kind}")
            assert (draft.procedure, draft.chosen_by) == (procedure, "front-matter")
            assert waits_everywhere(draft, procedure), findings(draft)
            assert [one for one in check(saved / f"{name}-กรอกแล้ว.{kind}").findings if one.severity != "note"] == []


# --- the project sheet ----------------------------------------------------------------------------------------------


def test_a_filled_sheet_has_every_required_field_and_adds_up(tmp_path: Path) -> None:
    sheet = filled_markdown(sheet_form(CATALOGUE, "th")).split("---\n")[-1].replace("# แบบเสนอโครงการ", "")
    draft = report(tmp_path / "แผน.md", f"{COMPLETE}\n\n# แบบเสนอโครงการ\n{sheet}")
    (project,) = draft.projects
    assert project.lacking == ()
    assert project.budget == 30_000
    assert project.period is not None
    assert project.period.fiscal_years == (2570, 2570)
    assert not [one for one in draft.findings if one.code.startswith("P")]


def test_the_checker_reads_the_sheet_of_a_filled_plan(tmp_path: Path) -> None:
    (project,) = report(tmp_path / "แผน.docx", filled_docx(form(ACTION_PLAN))).projects
    assert (project.lacking, project.mismatches, project.budget) == ((), (), 30_000)


def test_a_sum_that_is_wrong_in_a_filled_sheet_is_found(tmp_path: Path) -> None:
    text = filled_markdown(form(ACTION_PLAN)).replace("งบประมาณทั้งสิ้น 300 บาท", "งบประมาณทั้งสิ้น 100 บาท")
    text = text.replace("| รวม |  | 300 |  |", "| รวม |  | 250 |  |")
    assert "P303" in {one.code for one in report(tmp_path / "แผน.md", text).findings}


# --- what stands on a form ------------------------------------------------------------------------------------------


def test_every_part_that_usually_has_a_table_has_a_blank_one() -> None:
    tables = {table.at for table in CATALOGUE.form_tables.values() if table.form == "plan"}
    usual = {each.id for each in CATALOGUE.sections.values() if any(part.kind == "table" for part in each.contains)}
    assert usual - tables == {"project-proposal"}  # whose tables stand in the sheet


def test_parts_stand_in_order_and_pieces_under_their_whole() -> None:
    headings = [block for block in form(DEVELOPMENT_PLAN).blocks if isinstance(block, Heading)]
    titles = [CATALOGUE.sections[section].title.th for section in required(DEVELOPMENT_PLAN)]
    assert [heading.text for heading in headings] == [*titles, "เอกสารอ้างอิง"]
    assert [heading.text for heading in headings if heading.level == 2] == [
        "การวิเคราะห์สภาพแวดล้อมภายใน",
        "การวิเคราะห์สภาพแวดล้อมภายนอก",
    ]


def test_each_part_says_what_to_write_and_what_asks_for_it() -> None:
    text = write_markdown(form(ACTION_PLAN))
    assert "เขียนภาพที่หน่วยงานต้องการเป็นเมื่อสิ้นแผน" in text
    assert "ที่มา: คู่มือ สพป.อ่างทอง ข้อ 3 5.2(1) -->" in text
    assert "อนุมาน: ผลที่ติดตามและรายงานในปีก่อน" in text
    english = write_markdown(form(ACTION_PLAN, "en"))
    assert "## วิสัยทัศน์" in english
    assert "Vision. Write what the office wants to be" in english
    assert "Source: manual of Ang Thong ESAO, 3 5.2(1) -->" in english


def test_references_are_those_in_force_and_doubtful_ones_are_named() -> None:
    text = write_markdown(plan_form(CATALOGUE.procedures[ACTION_PLAN], CATALOGUE, (2565,), "th"))
    assert "- แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 12 (พ.ศ. 2560-2564)" in text
    text = write_markdown(form(ACTION_PLAN))
    assert "- แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566-2570)" in text
    assert "- นโยบายจังหวัด (ระบุฉบับและปี)" in text
    doubtful = next(line for line in text.split("\n") if "ยังไม่ได้ยืนยัน" in line)
    assert "คำแถลงนโยบายของคณะรัฐมนตรี" in doubtful
    assert "แผนการศึกษาแห่งชาติ" not in doubtful


def test_a_plan_whose_edition_is_not_known_yet_has_a_place_for_it_and_the_checker_asks_for_it(tmp_path: Path) -> None:
    blank = plan_form(CATALOGUE.procedures[ACTION_PLAN], CATALOGUE, (2571,), "th")
    assert "- แผนปฏิบัติราชการของกระทรวงศึกษาธิการ (ระบุฉบับและปี)" in write_markdown(blank)
    others = findings(report(tmp_path / "แบบ.docx", write_docx(blank))) - Counter(
        ("S103", section) for section in required(ACTION_PLAN)
    )
    assert set(others) == {("R202", "moe-plan"), ("R202", "national-security-policy")}


def test_a_plan_of_several_years_says_so() -> None:
    plan = plan_form(CATALOGUE.procedures[DEVELOPMENT_PLAN], CATALOGUE, range(2571, 2576), "th")
    assert plan.title == ("แผนพัฒนาการศึกษาขั้นพื้นฐาน", "พ.ศ. 2571-2575")
    assert plan.properties["khumue-year"] == "2571-2575"


def test_blanks_are_such_that_the_checker_knows_them() -> None:
    for procedure in PROCEDURES:
        for language in LANGUAGES:
            blanks = [block.text for block in form(procedure, language).blocks if isinstance(block, Blank)]
            assert [text for text in blanks if not is_filler(text)] == []


# --- the Word file --------------------------------------------------------------------------------------------------


def test_a_word_form_has_the_same_bytes_on_every_run() -> None:
    assert write_docx(form(ACTION_PLAN)) == write_docx(form(ACTION_PLAN))


def test_a_word_form_is_set_as_official_papers_are() -> None:
    document = docx.Document(BytesIO(write_docx(form(ACTION_PLAN))))
    cover, front, body, *_ = document.sections
    for section in document.sections:
        assert [round(side.cm, 1) for side in (section.left_margin, section.right_margin)] == [3.0, 2.0]
    assert not cover.header.paragraphs[0].runs
    assert [section.header.paragraphs[0].text for section in (front, body)] == ["-  -", "-  -"]
    kinds = [section._sectPr.find(qn("w:pgNumType")) for section in (front, body)]
    assert [kind.get(qn("w:fmt")) for kind in kinds] == ["thaiLetters", "thaiNumbers"]
    starts = [numbers for each in document.sections for numbers in each._sectPr.iter(qn("w:pgNumType"))]
    assert len([each for each in starts if each.get(qn("w:start"))]) == 2
    assert {section.orientation for section in document.sections} == {WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE}
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    assert defaults.find(qn("w:rFonts")).get(qn("w:cs")) == "TH Sarabun New"
    assert defaults.find(qn("w:szCs")).get(qn("w:val")) == "32"
    assert defaults.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"


def test_the_contents_are_a_field_that_lists_every_heading() -> None:
    document = docx.Document(BytesIO(write_docx(form(DEVELOPMENT_PLAN))))
    body = document.element.body
    assert any(text.text.strip().startswith("TOC ") for text in body.iter(qn("w:instrText")))
    entries = ["".join(text.text for text in link.iter(qn("w:t"))) for link in body.iter(qn("w:hyperlink"))]
    assert entries[5:8] == [
        "6. การวิเคราะห์สภาพแวดล้อม",
        "6.1 การวิเคราะห์สภาพแวดล้อมภายใน",
        "6.2 การวิเคราะห์สภาพแวดล้อมภายนอก",
    ]
    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert anchors == {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}


def test_short_papers_have_no_title_page() -> None:
    form_of_five = form("uthaithani/monitor-spending")
    assert form_of_five.contents is None
    assert len(docx.Document(BytesIO(write_docx(form_of_five))).sections) == 3  # upright, wide, upright


# --- the command ----------------------------------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main(["template", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_the_command_writes_a_form_that_can_be_checked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "แบบแผนปฏิบัติการ.docx"
    told = f'สร้างแบบแล้ว: {path}\nกรอกแบบแล้วตรวจด้วยคำสั่ง khumue check "{path}"\n'
    assert run(capsys, ACTION_PLAN, "-o", path, "--year", "๒๕๖๙") == (0, told, "")
    draft = check(path)
    assert (draft.procedure, draft.document.fiscal_years) == (ACTION_PLAN, (2569,))
    assert waits_everywhere(draft, ACTION_PLAN)


def test_without_a_file_the_form_is_printed_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, ACTION_PLAN, "--lang", "en", "--year", "2570")
    assert (status, err) == (0, "")
    assert out == write_markdown(form(ACTION_PLAN, "en"))


def test_the_command_makes_a_project_sheet(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "โครงการ.docx"
    assert run(capsys, "project", "-o", path)[0] == 0
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert re.search(r"1\. หลักการและเหตุผล.*2\. วัตถุประสงค์.*7\. งบประมาณ", text, re.DOTALL)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("angthong/anual-action-plan",), "angthong/annual-action-plan"),
        (("projet",), "project"),
        (("tak2/correspondence",), "ไม่กำหนดส่วนของเอกสาร"),
        ((ACTION_PLAN, "-o", "แผน.pdf"), "ลงท้ายด้วย .docx หรือ .md"),
        ((ACTION_PLAN, "-o", "ไม่มี/แผน.docx"), "ไม่มี/แผน.docx"),
        ((ACTION_PLAN, "-o", "มีแล้ว.md"), "--force"),
    ],
)
def test_what_cannot_be_made_is_told_in_one_sentence_and_nothing_is_left(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "มีแล้ว.md").write_text("ของเดิม", encoding="utf-8")
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert "Traceback" not in err
    assert [path.name for path in tmp_path.iterdir()] == ["มีแล้ว.md"]
    assert (tmp_path / "มีแล้ว.md").read_text(encoding="utf-8") == "ของเดิม"


def test_force_replaces_an_older_form(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "แผน.md"
    path.write_text("ของเดิม", encoding="utf-8")
    assert run(capsys, ACTION_PLAN, "-o", path, "--force", "--year", "2570")[0] == 0
    assert path.read_text(encoding="utf-8") == write_markdown(form(ACTION_PLAN))


def test_an_office_without_form_tables_or_project_fields_gets_forms_without_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    copytree("procedures", tmp_path / "ข้อมูล")
    for name in ("form-tables", "project-fields"):
        (tmp_path / "ข้อมูล" / "vocabulary" / f"{name}.yaml").unlink()
    status, out, _ = run(capsys, ACTION_PLAN, "--procedures", tmp_path / "ข้อมูล")
    assert status == 0
    assert "|" not in out.split("---\n")[2]
    assert "(แทรกตารางจำนวนโรงเรียน ห้องเรียน นักเรียน และครู)" in out
