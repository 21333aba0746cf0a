"""The sample draft: the same on every run, faulty in two known ways, right and complete in all others."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "docs/assets/samples/แผนปฏิบัติการประจำปี-2570-ตัวอย่าง.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
O_NET = "1.5 ผลการทดสอบทางการศึกษาระดับชาติ (O-NET)"
NO_12 = "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 12 (พ.ศ. 2560-2564)"
NO_13 = "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566-2570)"


@dataclass(frozen=True, kw_only=True)
class Line:
    """A paragraph of the body, table cells included: its style and its text."""

    style: str
    text: str
    in_table: bool


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A sample, read with the standard library."""

    document: ET.Element
    styles: ET.Element
    lines: list[Line]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    def under(self, heading: str) -> list[Line]:
        """The lines from a heading to the next one."""
        start = next(
            n for n, line in enumerate(self.lines) if line.style.startswith("Heading") and line.text == heading
        )
        end = next(n for n in range(start + 1, len(self.lines)) if self.lines[n].style.startswith("Heading"))
        return self.lines[start + 1 : end]

    def table(self, caption: str) -> list[list[str]]:
        """The cells of the table with this caption, row by row."""
        children = list(self.document.iterfind(f"{W}body/*"))
        place = next(n for n, child in enumerate(children) if caption in text_of(child) and is_caption(child))
        return [[text_of(cell) for cell in row.iterfind(f"{W}tc")] for row in children[place + 1].iterfind(f"{W}tr")]


def is_caption(element: ET.Element) -> bool:
    style = element.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.attrib[f"{W}val"] == "Caption"


def text_of(element: ET.Element) -> str:
    return "".join({f"{W}t": node.text or "", f"{W}tab": "\t"}.get(node.tag, "") for node in element.iter())


def read(path: Path) -> Plan:
    with ZipFile(path) as file:
        document = ET.fromstring(file.read("word/document.xml"))
        styles = ET.fromstring(file.read("word/styles.xml"))
    in_tables = {paragraph for table in document.iter(f"{W}tbl") for paragraph in table.iter(f"{W}p")}
    lines = []
    for paragraph in document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.attrib[f"{W}val"]
        lines.append(Line(style=name, text=text_of(paragraph), in_table=paragraph in in_tables))
    return Plan(document=document, styles=styles, lines=lines)


def make(option: str, path: Path) -> Path:
    subprocess.run([sys.executable, ROOT / "tools/make_sample.py", option, path], check=True, capture_output=True)
    return path


def parts(path: Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    with ZipFile(path) as file:
        return [(part.filename, part.date_time, file.read(part)) for part in file.infolist()]


def number(cell: str) -> int:
    return 0 if cell == "-" else int(cell.replace(",", ""))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make("--output", tmp_path_factory.mktemp("sample") / "made.docx")


@pytest.fixture(scope="module")
def faulty() -> Plan:
    return read(SAMPLE)


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return read(make("--corrected", tmp_path_factory.mktemp("sample") / "corrected.docx"))


def test_the_committed_sample_is_what_the_script_writes(made: Path) -> None:
    # By parts: builds of zlib compress the same bytes differently.
    assert parts(SAMPLE) == parts(made)


def test_two_runs_write_the_same_bytes(made: Path, tmp_path: Path) -> None:
    assert make("--output", tmp_path / "again.docx").read_bytes() == made.read_bytes()


def test_the_first_fault_cites_an_ended_economic_plan_everywhere(faulty: Plan, corrected: Plan) -> None:
    assert sum(NO_12 in text for text in faulty.texts) >= 4
    assert not any("ฉบับที่ 13" in text for text in faulty.texts)
    assert sum(NO_13 in text for text in corrected.texts) == sum(NO_12 in text for text in faulty.texts)
    assert not any("ฉบับที่ 12" in text or "2560-2564" in text for text in corrected.texts)


def test_the_second_fault_leaves_a_placeholder_for_the_o_net_results(faulty: Plan, corrected: Plan) -> None:
    assert [line.text for line in faulty.under(O_NET)] == ["(อยู่ระหว่างรวบรวมข้อมูล)"]
    results = corrected.under(O_NET)
    assert not any("อยู่ระหว่าง" in line.text for line in results)
    assert any(line.in_table and line.text == "ภาษาอังกฤษ" for line in results)


def test_the_two_versions_differ_in_nothing_else(faulty: Plan, corrected: Plan) -> None:
    def rest(plan: Plan) -> list[str]:
        o_net = plan.under(O_NET)
        kept = [line for line in plan.lines if line not in o_net and line.style != "Caption"]
        goals = ("แผนพัฒนาเศรษฐกิจ", "ทุนมนุษย์", "หมุดหมาย")
        return [line.text for line in kept if not any(goal in line.text for goal in goals)]

    assert rest(faulty) == rest(corrected)
    assert len(rest(faulty)) > 300


def test_the_contents_list_the_headings_in_order_with_rising_pages(faulty: Plan) -> None:
    entries = [line.text.rsplit("\t", 1) for line in faulty.lines if line.style.startswith("TOC") and "\t" in line.text]
    headings = [line.text for line in faulty.lines if line.style in {"Heading1", "Heading2"}]
    assert [text for text, _ in entries] == headings
    assert entries[0][1] == "ก"
    pages = [int(page) for _, page in entries[1:]]
    assert pages == sorted(pages)


def test_the_contents_are_a_field_and_its_links_lead_to_bookmarks(faulty: Plan) -> None:
    codes = [node.text or "" for node in faulty.document.iter(f"{W}instrText")]
    assert any(code.strip().startswith("TOC ") for code in codes)
    kinds = [node.attrib[f"{W}fldCharType"] for node in faulty.document.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    anchors = {link.attrib[f"{W}anchor"] for link in faulty.document.iter(f"{W}hyperlink")}
    assert anchors == {mark.attrib[f"{W}name"] for mark in faulty.document.iter(f"{W}bookmarkStart")}


def test_the_project_budgets_add_up(faulty: Plan) -> None:
    _, *projects, total = faulty.table("สรุปโครงการและงบประมาณ")
    amounts = [[number(cell) for cell in row[3:8]] for row in projects]
    assert len(projects) == 8
    assert all(sum(row[:4]) == row[4] for row in amounts)
    assert [number(cell) for cell in total[3:8]] == [sum(column) for column in zip(*amounts, strict=True)]


@pytest.mark.parametrize("project", [4, 8])
def test_a_project_sheet_adds_up_to_its_line_in_the_summary(faulty: Plan, project: int) -> None:
    _, *activities, total = faulty.table(f"กิจกรรมและงบประมาณ โครงการที่ {project}")
    amounts = [[number(cell) for cell in row[2:]] for row in activities]
    assert all(sum(row[:3]) == row[3] for row in amounts)
    assert [number(cell) for cell in total[2:]] == [sum(column) for column in zip(*amounts, strict=True)]
    assert total[5] == faulty.table("สรุปโครงการและงบประมาณ")[project][7]


def test_the_spending_plan_is_the_allocated_budget(faulty: Plan) -> None:
    spending, allocated = faulty.table("งบประมาณจำแนกตามกลยุทธ์"), faulty.table("งบประมาณที่ได้รับจัดสรร")
    assert spending[-1][-1] == allocated[-1][2]
    assert sum(number(row[-1]) for row in spending[1:-1]) == number(spending[-1][-1])


def test_every_table_of_data_repeats_its_header_row(faulty: Plan) -> None:
    tables = [t for t in faulty.document.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblCaption") is not None]
    repeated = [table for table in tables if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    assert len(tables) - len(repeated) == 1  # the 2 x 2 table of strengths and weaknesses has no header row
    assert len(repeated) >= 15


def test_thai_text_has_complex_script_fonts_sizes_and_weights(faulty: Plan) -> None:
    for root in (faulty.styles, faulty.document):
        for properties in root.iter(f"{W}rPr"):
            present = {child.tag.removeprefix(W) for child in properties}
            assert ("b" in present) == ("bCs" in present)
            assert ("sz" in present) == ("szCs" in present)
    fonts = [font.attrib[f"{W}cs"] for font in faulty.styles.iter(f"{W}rFonts")]
    assert fonts == ["TH Sarabun New"]


def test_no_person_is_named(faulty: Plan) -> None:
    titles = re.compile(r"(?<![ก-๙])(นาย|นาง|นางสาว|ดร\.|ว่าที่)\s?[ก-๙]")
    assert not [text for text in faulty.texts if titles.search(text)]


def test_the_plan_says_that_it_is_fictional(faulty: Plan) -> None:
    assert any("สมมติขึ้น" in text for text in faulty.texts[:10])


def test_the_text_has_no_zero_width_characters(corrected: Plan) -> None:
    assert not re.search("[\u200b-\u200f\u2060\ufeff]", "".join(corrected.texts))
