"""PDF drafts: files written letter by letter, so that a test says exactly where everything stands, and printed ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docxfiles import heading, paragraph, table, write_docx
from khumue.document import Document
from khumue.headings import find_headings
from khumue.matching import find_occurrences, overall
from khumue.names import NameIndex
from khumue.readers import pdfjobs, read_draft
from khumue.readers.pdf import read_pdf
from khumue.registry import load_registry
from khumue.thai import MARKS
from pdffiles import CHROMIUM, OFFICE, Sheet, chromium_pdf, office_pdf, write_pdf

BOLD = "<w:b/><w:bCs/>"
FULL = "ประชุมคณะกรรมการพิจารณาแผนงานและโครงการตามความเห็น" * 2
LONG = "สำนักงานศึกษาธิการจังหวัดจัดประชุมคณะกรรมการเพื่อพิจารณาร่างแผน"
office = pytest.mark.skipif(not OFFICE, reason="LibreOffice (soffice) is not installed")
chromium = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child process has tests of its own; what runs in it is not seen by the measure of coverage."""
    monkeypatch.setattr(pdfjobs, "read_confined", read_pdf)


def read(folder: Path, *sheets: Sheet, **settings: object) -> Document:
    return read_draft(write_pdf(folder / "แผนปฏิบัติการ.pdf", *sheets, **settings))  # type: ignore[arg-type]


def full(x: int = 72, size: int = 16) -> str:
    """Text from a place to the right edge: as many letters, each half an em wide, as find room there."""
    letters = [char for char in FULL if char not in MARKS]
    return "".join(letters[: int((523 - x) / (size / 2))])


def texts(draft: Document) -> list[str]:
    return [block.text for block in draft.blocks]


def cells(draft: Document) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for block in draft.blocks:
        if block.cell:
            key = block.cell.row, block.cell.column
            found[key] = f"{found[key]}|{block.text}" if key in found else block.text
    return found


def statuses(draft: Document) -> dict[str, str]:
    names = NameIndex(load_registry().section_names)
    found = find_occurrences(draft, find_headings(draft, names))
    return {section: overall(each) for section, each in found.items()}


# --- text and looks -----------------------------------------------------------------------------------------------


def test_a_line_has_page_line_size_and_weight(tmp_path: Path) -> None:
    first = Sheet().text(72, 100, "ส่วนที่ ๑ ข้อมูลทั่วไป", 18, bold=True).text(72, 140, "อำเภอเมือง")
    draft = read(tmp_path, first, Sheet().text(72, 90, "วิสัยทัศน์"), title="แผนปฏิบัติการ 2570")
    assert (draft.kind, draft.pages, draft.title, draft.repairs) == ("pdf", 2, "แผนปฏิบัติการ 2570", 0)
    seen = [(b.text, b.place.page, b.place.line, b.size, b.bold) for b in draft.blocks]
    assert seen == [
        ("ส่วนที่ ๑ ข้อมูลทั่วไป", 1, 1, 18.0, True),
        ("อำเภอเมือง", 1, 2, 16.0, False),
        ("วิสัยทัศน์", 2, 1, 16.0, False),
    ]


def test_bytes_before_the_file_do_no_harm(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "แผน.pdf", Sheet().text(72, 100, "วิสัยทัศน์"))
    path.write_bytes(b"\n\nX-Mail: 1\n" + path.read_bytes())
    assert texts(read_draft(path)) == ["วิสัยทัศน์"]


def test_a_page_without_text_still_counts(tmp_path: Path) -> None:
    draft = read(tmp_path, Sheet().rule(72, 100, 400, 100), Sheet())
    assert (draft.pages, draft.blocks, draft.title) == (2, (), None)


def test_a_damaged_page_does_not_cost_the_others(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "แผน.pdf", Sheet().text(72, 100, "วิสัยทัศน์"), Sheet().text(72, 100, "พันธกิจ"))
    path.write_bytes(path.read_bytes().replace(b"\n9 0 obj\n<<", b"\n9 0 obj\n(("))
    draft = read_draft(path)
    assert (texts(draft), draft.pages) == (["วิสัยทัศน์"], 2)


def test_a_page_shown_turned_is_read_upright(tmp_path: Path) -> None:
    sheet = Sheet(turned=True).text(72, 100, "งบประมาณ", 18).text(72, 130, "จำนวน 120,000 บาท")
    assert texts(read(tmp_path, sheet)) == ["งบประมาณ", "จำนวน 120,000 บาท"]


def test_doubled_clusters_are_undone_and_counted(tmp_path: Path) -> None:
    # Chromium gives the glyph of a mark the text of its whole cluster again.
    clusters = {1: ("ทั่", 0.6), 2: ("ทั่", 0.0), 3: ("ชี้", 0.6), 4: ("วั", 0.6), 5: ("ชี้", 0.0), 6: ("วั", 0.0)}
    wo, do, to = ("ว".encode("cp874").hex(), "ด".encode("cp874").hex(), "ต".encode("cp874").hex())
    draft = read(
        tmp_path,
        Sheet().codes(72, 100, "01" + wo + "02" + wo).codes(72, 200, to + "03" + "04" + "05" + "06" + do),
        clusters=clusters,
    )
    assert texts(draft) == ["ทั่วว", "ตชี้วัด"]
    assert draft.repairs == 3


def test_words_said_twice_stay(tmp_path: Path) -> None:
    draft = read(tmp_path, Sheet().text(72, 100, "ที่ที่ดี นั้นนั้น"))
    assert texts(draft) == ["ที่ที่ดี นั้นนั้น"]
    assert draft.repairs == 0


def test_letters_with_drawn_edges_are_bold(tmp_path: Path) -> None:
    codes = "วิสัยทัศน์".encode("cp874").hex()
    draft = read(tmp_path, Sheet().codes(72, 100, codes, mode=2).codes(72, 200, codes))
    assert [block.bold for block in draft.blocks] == [True, False]


def test_a_letter_of_two_codes_does_not_displace_the_others(tmp_path: Path) -> None:
    draft = read(tmp_path, Sheet().codes(72, 100, "01").text(90, 100, "พันธกิจ"), clusters={1: ("😀", 1.0)})
    assert texts(draft)[0].endswith("พันธกิจ")


def test_text_that_is_struck_through_is_left_out(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "งบเดิมประมาณ")  # 8 points a letter: เดิม stands from 88 to 112
    sheet.rule(88, 95, 112, 95).text(72, 140, "ลบทั้งหมด").rule(70, 135, 200, 135)
    sheet.text(72, 180, "ขีดเส้นใต้").rule(72, 183, 160, 183)
    assert texts(read(tmp_path, sheet)) == ["งบประมาณ", "ขีดเส้นใต้"]


def test_letters_without_spaces_between_them_are_one_word(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "ข้อ").text(88, 100, "มูล").text(104.5, 100, "ทั่ว").text(125, 100, "ไป")
    assert texts(read(tmp_path, sheet)) == ["ข้อมูลทั่ว ไป"]


# --- tables and columns ---------------------------------------------------------------------------------------------


def test_a_drawn_table_keeps_cells_with_no_room_between_apart(tmp_path: Path) -> None:
    sheet = Sheet().grid([70, 152, 230, 330], [80, 110, 160])
    sheet.text(72, 100, "โครงการ", bold=True).text(156, 100, "ตัวชี้วัด", bold=True).text(232, 100, "งบประมาณ", bold=True)
    # One baseline and no room: only the drawn line divides them.
    sheet.text(72, 130, "พัฒนาการอ่าน").text(152, 130, "ร้อยละ 80").text(232, 130, "1,000").text(72, 150, "ออกเขียนได้")
    draft = read(tmp_path, sheet)
    assert cells(draft) == {
        (1, 1): "โครงการ",
        (1, 2): "ตัวชี้วัด",
        (1, 3): "งบประมาณ",
        (2, 1): "พัฒนาการอ่านออกเขียนได้",
        (2, 2): "ร้อยละ 80",
        (2, 3): "1,000",
    }
    assert {block.cell.filled for block in draft.blocks if block.cell} == {3}


def test_lines_of_a_cell_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    # No lines are drawn: that the text jumps up again tells the second cell.
    sheet = Sheet().text(72, 100, "พัฒนาการอ่านออก").text(72, 125, "เขียนได้")
    sheet.text(210, 100, "ร้อยละของ").text(210, 125, "นักเรียน").text(290, 100, "1,000")
    sheet.text(72, 150, "นิเทศภายใน").text(210, 150, "จำนวนครั้ง").text(290, 150, "500")
    assert cells(read(tmp_path, sheet)) == {
        (1, 1): "พัฒนาการอ่านออกเขียนได้",
        (1, 2): "ร้อยละของนักเรียน",
        (1, 3): "1,000",
        (2, 1): "นิเทศภายใน",
        (2, 2): "จำนวนครั้ง",
        (2, 3): "500",
    }


def test_the_header_of_a_project_table_makes_no_headings(tmp_path: Path) -> None:
    sheet = Sheet()
    for y, row in ((100, ("โครงการ/กิจกรรม", "ตัวชี้วัด", "งบประมาณ", "ผู้รับผิดชอบ")), (130, ("อ่าน", "ร้อยละ", "1", "กลุ่ม"))):
        for x, text in zip((72, 200, 300, 400), row, strict=True):
            sheet.text(x, y, text, bold=y == 100)
    assert statuses(read(tmp_path, sheet)) == {}


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 80, "แผนสองคอลัมน์")
    left, right = [f"ซ้าย {n} ก" for n in range(1, 9)], [f"ขวา {n} ข" for n in range(1, 9)]
    for x, lines in ((72, left), (320, right)):
        for number, line in enumerate(lines):
            sheet.text(x, 120 + 40 * number, line)
    assert texts(read(tmp_path, sheet)) == ["แผนสองคอลัมน์", *left, *right]


def test_a_name_in_bold_beside_its_text_is_a_field(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "ผู้รับผิดชอบ", bold=True).text(220, 100, "กลุ่มนโยบายและแผน").text(72, 160, LONG)
    assert list(cells(read(tmp_path, sheet)).values()) == ["ผู้รับผิดชอบ", "กลุ่มนโยบายและแผน"]


def test_a_tab_between_plain_words_makes_no_table(tmp_path: Path) -> None:
    draft = read(tmp_path, Sheet().text(72, 100, "ชื่อโครงการ").text(220, 100, "พัฒนาการอ่าน").text(72, 160, LONG))
    assert draft.blocks[0].text == "ชื่อโครงการ\tพัฒนาการอ่าน"
    assert cells(draft) == {}


def test_the_number_of_a_list_stays_with_its_text(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "1.").text(108, 100, "วิสัยทัศน์").text(72, 140, "2.").text(108, 140, "พันธกิจ")
    draft = read(tmp_path, sheet)
    assert [text.split() for text in texts(draft)] == [["1.", "วิสัยทัศน์"], ["2.", "พันธกิจ"]]
    assert set(statuses(draft)) == {"vision", "mission"}


def test_cells_may_each_have_their_own_frame_and_markings_are_none(tmp_path: Path) -> None:
    sheet = Sheet().frame(70, 80, 148, 108).frame(150, 80, 260, 108).text(74, 100, "ปัญหา").text(154, 100, "แนวทาง")
    sheet.frame(70, 180, 103, 206, filled=True).frame(104, 180, 140, 206, filled=True).text(72, 200, "คำนำ").text(
        105, 200, "งาน"
    )
    draft = read(tmp_path, sheet)
    assert cells(draft) == {(1, 1): "ปัญหา", (1, 2): "แนวทาง"}
    assert len(draft.blocks) == 3


def test_two_tables_of_a_page_are_two(tmp_path: Path) -> None:
    sheet = Sheet()
    for top in (80, 200):
        sheet.grid([70, 150, 300], [top, top + 30]).text(74, top + 20, "ปี").text(154, top + 20, "งบ")
    sheet.text(72, 150, "ระหว่างตาราง")
    seen = [(block.text, block.cell and block.cell.table) for block in read(tmp_path, sheet).blocks]
    assert seen == [("ปี", 1), ("งบ", 1), ("ระหว่างตาราง", None), ("ปี", 2), ("งบ", 2)]


# --- contents -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("leader", ["." * 50, ""])
def test_entries_of_a_contents_table_are_no_headings(tmp_path: Path, leader: str) -> None:
    sheet = Sheet().text(260, 80, "สารบัญ", 18, bold=True)
    for at, (name, number) in enumerate((("บทสรุปผู้บริหาร", "๑"), ("วิสัยทัศน์", "๑๒"), ("พันธกิจ", "๒๐"), ("ภาคผนวก", "ก"))):
        sheet.text(72, 120 + 30 * at, name + leader).text(510, 120 + 30 * at, number)
    body = Sheet().text(72, 80, "วิสัยทัศน์", 18, bold=True).text(72, 110, LONG)
    found = statuses(read(tmp_path, sheet, body))
    assert found.pop("vision") == "present"
    found.pop("table-of-contents")
    assert set(found.values()) == {"toc-only"}
    assert {"executive-summary", "mission", "appendix"} <= set(found)


# --- running lines --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["{thai}", "- {thai} -", "หน้า {arabic}", "{letter}", "หน้าที่ {arabic} / 5"])
def test_running_lines_and_page_numbers_are_left_out(tmp_path: Path, number: str) -> None:
    sheets = []
    for page in range(5):
        mark = number.format(thai="๑๒๓๔๕"[page], arabic=page + 1, letter="กขคงจ"[page])
        sheet = Sheet().text(72, 40, "แผนปฏิบัติการประจำปี").text(280, 800, mark)
        sheets.append(sheet.text(72, 90, f"ส่วนที่ {page + 1}", 18, bold=True).text(72, 130, f"เนื้อความ {page}"))
    draft = read(tmp_path, *sheets)
    assert texts(draft) == [text for page in range(5) for text in (f"ส่วนที่ {page + 1}", f"เนื้อความ {page}")]
    assert {block.place.line for block in draft.blocks} == {1, 2}


def test_a_running_line_with_the_page_number_in_it_is_left_out(tmp_path: Path) -> None:
    sheets = [Sheet().text(72, 40, f"แผนปฏิบัติการ | {n + 3}").text(72, 100, f"ก {n}") for n in range(4)]
    assert texts(read(tmp_path, *sheets)) == ["ก 0", "ก 1", "ก 2", "ก 3"]


def test_a_running_line_whose_page_number_follows_a_year_is_left_out_of_two_pages(tmp_path: Path) -> None:
    header = ("แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ.", "2570 {}")  # wrapped, and close above the text
    sheets = [Sheet().text(72, 40, header[0]).text(72, 58, header[1].format(n)).text(72, 76, f"ก{n}") for n in (1, 2)]
    assert texts(read(tmp_path, *sheets)) == ["ก1", "ก2"]


def test_years_of_a_plan_are_no_page_numbers(tmp_path: Path) -> None:
    sheets = [Sheet().text(72, 40, "แผนพัฒนาการศึกษา พ.ศ. 2566-2570").text(72, 100, f"ก{n}") for n in range(3)]
    assert texts(read(tmp_path, *sheets)) == ["ก0", "ก1", "ก2"]


def test_what_a_browser_prints_around_a_page_is_left_out(tmp_path: Path) -> None:
    sheet = Sheet().text(30, 20, "20/11/2569, 10:53", 8).text(250, 20, "แผนปฏิบัติการ", 8).text(72, 80, "เนื้อความ")
    sheet.text(30, 830, "file:///home/plan.html", 8).text(550, 830, "1/1", 8)
    assert texts(read(tmp_path, sheet)) == ["เนื้อความ"]


def test_headings_at_the_top_of_pages_stay(tmp_path: Path) -> None:
    sheets = [Sheet().text(72, 60, f"บทที่ {n}", 18, bold=True).text(72, 84, f"เนื้อความ {n}") for n in (1, 2, 3, 4)]
    assert [text for text in texts(read(tmp_path, *sheets)) if "บท" in text] == ["บทที่ 1", "บทที่ 2", "บทที่ 3", "บทที่ 4"]


def test_a_title_that_each_sheet_repeats_close_above_its_text_stays(tmp_path: Path) -> None:
    sheets = [Sheet().text(72, 60, "แบบเสนอโครงการ", bold=True).text(72, 84, f"ชื่อ {n}") for n in range(4)]
    assert texts(read(tmp_path, *sheets)).count("แบบเสนอโครงการ") == 4


def test_what_chromium_leaves_of_the_next_pages_first_line_is_left_out(tmp_path: Path) -> None:
    first = Sheet().text(72, 100, "เนื้อความ").text(88, 780, "ที่").text(200, 780, "ดี")
    assert texts(read(tmp_path, first, Sheet().text(72, 60, "ส่วนที่ดี"))) == ["เนื้อความ", "ส่วนที่ดี"]


# --- footnotes and tables over pages ---------------------------------------------------------------------------------


def test_a_footnote_is_one_and_fills_no_part(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 80, full(72, 16)).text(72, 700, "วิสัยทัศน์", bold=True)
    sheet.text(72, 770, "1ดูรายละเอียดของวิสัยทัศน์และงบประมาณในเล่มที่พิมพ์เมื่อปีก่อน", 10)
    draft = read(tmp_path, sheet, Sheet().text(72, 80, "พันธกิจ", bold=True).text(72, 110, LONG))
    assert [block.note for block in draft.blocks] == [False, False, True, False, False]
    assert statuses(draft)["vision"] == "empty"


def test_small_print_without_a_mark_is_text(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 80, full()).text(72, 770, "ที่มา: กลุ่มนโยบายและแผน", 10).text(72, 785, "1.2 ล้านบาท", 10)
    assert not any(block.note for block in read(tmp_path, sheet).blocks)


def cells_of(draft: Document) -> list[tuple[int, int, int, str]]:
    return [(each.cell.table, each.cell.row, each.cell.column, each.text) for each in draft.blocks if each.cell]


def test_a_table_goes_on_over_the_pages_end_with_a_cell_that_was_cut(tmp_path: Path) -> None:
    first = Sheet().text(72, 80, "เนื้อความ")
    for y, row in ((700, ("รายการ", "รายละเอียด")), (730, ("ชื่อโครงการ", "อ่านออก")), (760, ("ผู้รับผิดชอบ", "กลุ่มนิเทศและ"))):
        first.text(72, y, row[0]).text(300, y, row[1])
    second = Sheet().text(300, 70, "ประเมินผล")
    for y, row in ((100, ("งบประมาณ", "5,000")), (130, ("ระยะเวลา", "1 ปี"))):
        second.text(72, y, row[0]).text(300, y, row[1])
    second.text(72, 180, "จบ")
    assert cells_of(read(tmp_path, first, second)) == [
        *((1, 1, 1, "รายการ"), (1, 1, 2, "รายละเอียด"), (1, 2, 1, "ชื่อโครงการ"), (1, 2, 2, "อ่านออก")),
        *((1, 3, 1, "ผู้รับผิดชอบ"), (1, 3, 2, "กลุ่มนิเทศและประเมินผล")),
        *((1, 4, 1, "งบประมาณ"), (1, 4, 2, "5,000"), (1, 5, 1, "ระยะเวลา"), (1, 5, 2, "1 ปี")),
    ]


def test_a_head_that_is_printed_again_on_the_next_pages_is_left_out(tmp_path: Path) -> None:
    sheets = []
    for number in range(3):
        sheet = Sheet().text(72, 80, f"เนื้อความ {number}") if number == 0 else Sheet()
        for at, row in enumerate((("เรื่อง", "หน้า"), (f"ก{number}", f"{number}ก"), (f"ข{number}", f"{number}ข"))):
            sheet.text(72, 120 + 30 * at, row[0]).text(300, 120 + 30 * at, row[1])
        sheets.append(sheet)
    found = cells_of(read(tmp_path, *sheets))
    assert [text for *_, text in found if text == "เรื่อง"] == ["เรื่อง"]
    assert {(table, row) for table, row, _, _ in found} == {(1, row) for row in range(1, 8)}


def test_other_columns_or_a_paragraph_between_begin_another_table(tmp_path: Path) -> None:
    def sheet(x: float, before: str = "") -> Sheet:
        page = Sheet().text(72, 80, before) if before else Sheet()
        for y in (120, 150):
            page.text(72, y, f"ตัวชี้วัด {y}").text(x, y, "ค่าเป้าหมาย")
        return page

    assert {table for table, *_ in cells_of(read(tmp_path, sheet(300), sheet(360)))} == {1, 2}
    assert {table for table, *_ in cells_of(read(tmp_path, sheet(300), sheet(300, "คั่นด้วยย่อหน้า")))} == {1, 2}


# --- headings and paragraphs ----------------------------------------------------------------------------------------


def paragraph_lines(sheet: Sheet, y: float, *lines: str, bold: bool = False, x: float = 72) -> Sheet:
    for number, line in enumerate(lines):
        sheet.text(x, y + 24 * number, line, bold=bold)
    return sheet


def test_a_heading_that_wraps_is_one_and_takes_nothing_more(tmp_path: Path) -> None:
    sheet = paragraph_lines(Sheet(), 80, full(), "เพื่อขับเคลื่อน", "พันธกิจ", bold=True)
    paragraph_lines(sheet, 152, full(), full(), "จบ")
    assert texts(read(tmp_path, sheet)) == [full() + "เพื่อขับเคลื่อน", "พันธกิจ", full() + full() + "จบ"]


def test_headings_without_text_between_them_stay_apart(tmp_path: Path) -> None:
    names = ["วิสัยทัศน์", "พันธกิจ", "เป้าประสงค์", "ค่านิยม", "งบประมาณ", "ภาคผนวก", "ผู้รับผิดชอบ", "แนวทางการพัฒนา"]
    assert texts(read(tmp_path, paragraph_lines(Sheet(), 80, *names, bold=True))) == names


def test_a_plain_numbered_heading_does_not_swallow_the_text_below(tmp_path: Path) -> None:
    sheet = paragraph_lines(Sheet(), 80, "๑. การติดตามและประเมินผลของสำนักงานศึกษาธิการจังหวัด", full(), full(), "จบ")
    assert texts(read(tmp_path, sheet))[0] == "๑. การติดตามและประเมินผลของสำนักงานศึกษาธิการจังหวัด"


def test_items_and_first_lines_begin_blocks(tmp_path: Path) -> None:
    sheet = paragraph_lines(Sheet(), 80, full(), "๑) ข้อแรก" + full(140), "๒) ข้อสอง", "• ข้อสาม", "- ข้อสี่")
    sheet.text(108, 200, full(108)).text(72, 224, "ต่อจากย่อหน้า")
    assert len(read(tmp_path, sheet).blocks) == 6


def test_a_citation_that_wraps_is_one_text_over_lines_and_pages(tmp_path: Path) -> None:
    first = paragraph_lines(Sheet(), 80, full(), full(72 + 8 * 9) + "พัฒนาไทย")
    draft = read(tmp_path, first, Sheet().text(72, 80, "ฉบับที่ 13 (พ.ศ. 2566-2570) และอื่น").text(72, 140, "ใหม่"))
    assert texts(draft)[0].endswith("พัฒนาไทยฉบับที่ 13 (พ.ศ. 2566-2570) และอื่น")
    assert draft.blocks[0].place.page == 1


def test_a_centred_title_over_two_lines_is_one(tmp_path: Path) -> None:
    title = full(72, 20)
    middle = 72 + 5 * len(title)
    sheet = Sheet().text(72, 80, title, 20, bold=True).text(middle - 30, 110, "ประจำปี", 20, bold=True)
    sheet.text(72, 200, "เนื้อความ")
    assert texts(read(tmp_path, sheet))[0] == title + "ประจำปี"


# --- whatever a file holds ------------------------------------------------------------------------------------------

# pdfium itself drops a letter that is written twice at one place, and so a mark after the same mark.
WORDS = st.text("กขคงนาไใเ0๑.A-", min_size=1, max_size=8)
PLACED = st.tuples(st.integers(0, 560), st.integers(20, 500), WORDS, st.sampled_from([8, 16, 30]), st.booleans())


def test_hyphens_and_dashes_at_the_end_of_lines_stay(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "(พ.ศ. 2566-").text(72, 124, "2570) O-").text(72, 148, "NET")
    assert texts(read(tmp_path, sheet)) == ["(พ.ศ. 2566-", "2570) O-", "NET"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PLACED, max_size=15, unique_by=lambda placed: placed[1] // 40), st.booleans())
def test_no_letter_is_lost_wherever_it_stands(
    tmp_path: Path, placed: list[tuple[int, int, str, int, bool]], turned: bool
) -> None:
    sheet = Sheet(turned=turned)
    for x, y, word, size, bold in placed:
        sheet.text(x, y, word, size, bold=bold)
    draft = read(tmp_path, sheet.text(72, 400, "จบ"))
    written = Counter(char for *_, word, _, _ in placed for char in word) + Counter("จบ")
    seen = Counter(char for block in draft.blocks for char in block.text if not char.isspace())
    assert seen == written


# --- printed drafts -------------------------------------------------------------------------------------------------


@office
def test_a_draft_printed_by_libreoffice_is_judged_as_its_word_file(tmp_path: Path) -> None:
    word = write_docx(
        tmp_path / "แผนปฏิบัติการ.docx",
        paragraph("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570", run=BOLD),
        heading("1. ข้อมูลทั่วไป"),
        paragraph(f"{LONG} {LONG} {LONG} สอดคล้องกับแผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566-2570)"),
        paragraph("2. วิสัยทัศน์", run=BOLD),
        paragraph("3. พันธกิจ", run="<w:bCs/>"),
        paragraph("(ระบุข้อมูล)"),
        paragraph("4. งบประมาณ"),
        table(["โครงการ/กิจกรรม", "ตัวชี้วัด", "ผู้รับผิดชอบ"], ["พัฒนาการอ่าน", "ร้อยละ 80", "กลุ่มนโยบายและแผน"], bold_first=True),
    )
    printed = read_draft(office_pdf(word))
    assert statuses(printed) == statuses(read_draft(word))
    assert statuses(printed)["mission"] == "placeholder"
    assert {block.cell.filled for block in printed.blocks if block.cell} == {3}
    (long,) = (block.text for block in printed.blocks if LONG in block.text)
    assert long.endswith("(พ.ศ. 2566-2570)")


@chromium
def test_a_draft_printed_by_chromium_is_read_without_doubled_clusters(tmp_path: Path) -> None:
    page = tmp_path / "plan.html"
    page.write_text(
        "<!doctype html><meta charset=utf-8><title>แผน</title><style>td{border:1px solid}</style>"
        f"<h2>1. ข้อมูลทั่วไป</h2><p>{LONG} ทั่วไป ตัวชี้วัด นี้</p><h2>2. วิสัยทัศน์</h2><p>พ<s>เก่า</s>ันธกิจ</p>"
        "<table><tr><td>โครงการ<td>งบประมาณ<tr><td>อ่าน<td>1,000</table>",
        encoding="utf-8",
    )
    draft = read_draft(chromium_pdf(page))
    assert statuses(draft)["general-information"] == "present"
    assert any(LONG + " ทั่วไป ตัวชี้วัด นี้" in text for text in texts(draft))
    assert list(cells(draft).values()) == ["โครงการ", "งบประมาณ", "อ่าน", "1,000"]
    assert not any("เก่า" in text for text in texts(draft))
