"""The kind of a draft is what it holds, whatever its name says."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from docxfiles import paragraph, write_docx
from khumue.document import DraftError
from khumue.readers import read_draft
from odtfiles import p, write_odt

PAGE = "<html><body><h1>วิสัยทัศน์</h1></body></html>"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("แผน.docx", PAGE, "html"),
        ("แผน.doc", f"\ufeff\n <!-- a --> <!DOCTYPE HTML PUBLIC 'x'>{PAGE}", "html"),
        ("แผน.txt", f'<?xml version="1.0"?>\n<!DOCTYPE html>{PAGE}', "html"),
        ("แผน.md", PAGE, "html"),
        ("แผน", "<h1>วิสัยทัศน์</h1>", "html"),
        ("แผน.doc", "<table><tr><td>วิสัยทัศน์</table>", "html"),
        ("แผน.md", "<div>\n# วิสัยทัศน์", "md"),
        ("แผน.MD", "วิสัยทัศน์", "md"),
        ("แผน.markdown", "", "md"),
        ("แผน", "# วิสัยทัศน์\nข้อความ", "md"),
        ("แผน.txt", "---\ntitle: แผน\n---\nก", "md"),
        ("แผน.txt", "แผน\n## ก\n## ข", "md"),
        ("แผน.txt", "แผน\n# หมายเหตุเดียว", "txt"),
        ("แผน.txt", "---\nวิสัยทัศน์", "txt"),
        ("แผน.txt", "<ระบุชื่อแผน>", "txt"),
        ("แผน.log", "วิสัยทัศน์", "txt"),
    ],
)
def test_text_is_what_it_looks_like(tmp_path: Path, name: str, text: str, kind: str) -> None:
    path = tmp_path / name
    path.write_text(f"{text}\nวิสัยทัศน์", encoding="utf-8")
    draft = read_draft(path)
    assert draft.kind == kind
    assert any("วิสัยทัศน์" in block.text for block in draft.blocks)


@pytest.mark.parametrize("name", ["แผน.docx", "แผน.odt", "แผน.txt", "แผน.pdf", "แผน"])
def test_office_files_are_known_by_their_parts(tmp_path: Path, name: str) -> None:
    assert read_draft(write_docx(tmp_path / name, paragraph("ก"))).kind == "docx"
    assert read_draft(write_odt(tmp_path / name, p("ก"))).kind == "odt"


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_the_standard_input_is_read_as_a_file_without_a_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for data, kind in (
        (PAGE.encode(), "html"),
        ("# วิสัยทัศน์".encode("utf-16"), "md"),
        ("วิสัยทัศน์".encode("cp874"), "txt"),
        (write_docx(tmp_path / "แผน.docx", paragraph("ก")).read_bytes(), "docx"),
    ):
        given(monkeypatch, data)
        assert read_draft(Path("-")).kind == kind


def test_a_standard_input_that_is_no_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, problem in (
        (b" \n", "no-input"),
        (b"\x89PNG\r\n", "picture"),
        (b"\0\1\2\3", "not-text"),
        (b"PK", "broken-zip"),
    ):
        given(monkeypatch, data)
        with pytest.raises(DraftError, match=problem):
            read_draft(Path("-"))
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(DraftError, match="no-input"):
        read_draft(Path("-"))
    monkeypatch.setattr("khumue.readers.MAX_BYTES", 3)
    given(monkeypatch, b"abcd")
    with pytest.raises(DraftError, match="too-large"):
        read_draft(Path("-"))


def test_a_folder_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)  # the tests may run as root, who may open everything
    with pytest.raises(DraftError, match="unreadable"):
        read_draft(tmp_path)
