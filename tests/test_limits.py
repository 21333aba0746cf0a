"""How large a draft may be: just under each limit it is read, just over it is refused in words."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from docxfiles import document, heading, paragraph, write_docx
from hostile.word_files import archive
from khumue.checking import check_files
from khumue.document import DraftError
from khumue.messages import load_messages
from khumue.readers import limits, package, read_draft
from khumue.registry import load_registry


def test_characters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 10)
    path = write_docx(tmp_path / "แผน.docx", paragraph("ก" * 10))
    assert len(read_draft(path).blocks) == 1
    with pytest.raises(DraftError, match="too-much-text"):
        read_draft(write_docx(path, paragraph("ก" * 10), paragraph("ข")))


def test_bytes_of_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT_BYTES", 10)
    path = tmp_path / "แผน.txt"
    path.write_bytes(b"x" * 10)
    assert len(read_draft(path).blocks) == 1
    path.write_bytes(b"x" * 11)
    with pytest.raises(DraftError, match="too-much-text"):
        read_draft(path)


@pytest.mark.parametrize(
    ("name", "fits", "exceeds"),
    [
        ("แผน.txt", "ก\n" * 4, "ก\n" * 5),
        ("แผน.md", "ก\n" * 4, "ก\n" * 5),
        ("ตาราง.md", "|ก|ข|\n", "|ก|ข|ค|ง|จ|\n"),
        ("หมายเหตุ.md", "ก" + "<!--ข-->" * 5, "ก" + "<!--ข-->" * 6),
        ("แผน.html", "<p>ก" * 5, "<p>ก" * 6),
        ("ตาราง.html", "<table><tr>ก" + "<td>" * 5, "<table><tr>ก" + "<td>" * 6),
        ("หมายเหตุ.html", "<p>ก" + "<!--ข-->" * 5, "<p>ก" + "<!--ข-->" * 6),
    ],
)
def test_lines_and_cells_of_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, fits: str, exceeds: str
) -> None:
    monkeypatch.setattr(limits, "MAX_BLOCKS", 5)
    path = tmp_path / name
    path.write_text(fits, encoding="utf-8")
    assert read_draft(path).blocks
    path.write_text(exceeds, encoding="utf-8")
    with pytest.raises(DraftError, match="too-many-blocks"):
        read_draft(path)


def test_paragraphs_of_a_word_file_count_when_empty_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BLOCKS", 5)
    path = write_docx(tmp_path / "แผน.docx", *[paragraph("ก")] * 5)
    assert len(read_draft(path).blocks) == 5
    with pytest.raises(DraftError, match="too-many-blocks"):
        read_draft(write_docx(path, paragraph("ก"), *["<w:p/>"] * 5))


@pytest.mark.parametrize("body", ["<w:r/>" * 200, "<w:p " + " ".join(f'a{number}=""' for number in range(200)) + "/>"])
def test_tags_and_attributes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    path = write_docx(tmp_path / "แผน.docx", body)
    read_draft(path)
    monkeypatch.setattr(package, "MAX_TAGS", 150)
    with pytest.raises(DraftError, match="too-many-tags"):
        read_draft(path)


def test_one_tag_of_a_megabyte(tmp_path: Path) -> None:
    attributes = " ".join(f'a{number}=""' for number in range(210_000))
    with pytest.raises(DraftError, match="broken-xml"):
        read_draft(write_docx(tmp_path / "แผน.docx", f"<w:p {attributes}/>"))


def test_all_parts_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_docx(tmp_path / "แผน.docx", heading("ก"))
    read_draft(path)
    monkeypatch.setattr(package, "MAX_UNPACKED", len(document(heading("ก"))) + 10)
    with pytest.raises(DraftError, match="part-too-large"):
        read_draft(path)


def test_only_usual_ways_of_packing(tmp_path: Path) -> None:
    path = tmp_path / "แผน.docx"
    main = {"word/document.xml": document(paragraph("ก")).encode()}
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        path.write_bytes(archive(main, method))
        assert len(read_draft(path).blocks) == 1
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        path.write_bytes(archive(main, method))
        with pytest.raises(DraftError, match="broken-part"):
            read_draft(path)


def test_fields_that_never_end_swallow_no_paragraph(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    path = write_docx(tmp_path / "แผน.docx", f"<w:p>{begin * 1_000}</w:p>", paragraph("ก"))
    assert [block.text for block in read_draft(path).blocks] == ["ก"]


@pytest.mark.parametrize(
    ("limit", "problem"), [("headings.MAX_HEADINGS", "6 หัวข้อ"), ("referencenames.MAX_MENTIONS", "6 ครั้ง")]
)
def test_headings_and_citations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, problem: str) -> None:
    monkeypatch.setattr(f"khumue.{limit}", 6)
    registry = load_registry()
    plan = registry.plans["angthong/annual-action-plan"]
    for count, failed in ((6, False), (7, True)):
        text = heading("วิสัยทัศน์") if "headings" in limit else paragraph("ยุทธศาสตร์ชาติ พ.ศ. 2561-2580")
        path = write_docx(tmp_path / "แผน.docx", *[text] * count)
        report = check_files([path], registry, load_messages(), plan=plan)
        assert [problem in failure.message.th for failure in report.failures] == [True] * failed


def test_project_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khumue.projects.sheets.MAX_SHEETS", 3)
    registry = load_registry()
    plan = registry.plans["angthong/annual-action-plan"]
    for count, failed in ((3, False), (4, True)):
        sheets = [
            f"ชื่อโครงการ ค่ายที่ {number}\nหลักการและเหตุผล ต้องอ่านออก\nวัตถุประสงค์ เพื่ออ่านออก\n"
            "เป้าหมาย 50 คน\nวิธีดำเนินการ จัดค่าย\nงบประมาณ 5,000 บาท\nระยะเวลา ตุลาคม 2569\nผู้รับผิดชอบ กลุ่มนิเทศ\n"
            for number in range(count)
        ]
        path = tmp_path / "แผน.txt"
        path.write_text("\n".join(sheets), encoding="utf-8")
        report = check_files([path], registry, load_messages(), plan=plan)
        assert ["3 แบบ" in failure.message.th for failure in report.failures] == [True] * failed
        assert failed or len(report.drafts[0].projects) == count
