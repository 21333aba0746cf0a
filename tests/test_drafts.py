"""Folders of drafts and the standard input, as a reviewer uses them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from khumue.cli import main
from khumue.drafts import REPORT_MARK, find_drafts

COMPLETE = Path(__file__).parent / "cases" / "complete" / "draft.md"


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def test_every_draft_of_a_folder_in_order(tmp_path: Path) -> None:
    drafts = [tmp_path / name for name in ("ข.DOCX", "ก.odt", "อำเภอ ๑/แผน.md", "อำเภอ ๑/ลึก/แผน.html", "เก่า.doc")]
    others = ("~$ข.docx", ".~lock.ก.odt#", ".ซ่อน.md", ".git/แผน.md", "รูป.png", "งบ.xlsx", "ไม่มีนามสกุล")
    touch(*drafts, *(tmp_path / name for name in others))
    assert find_drafts([tmp_path]) == sorted(drafts)


def test_what_the_checker_wrote_is_no_draft(tmp_path: Path) -> None:
    draft, report, copy = tmp_path / "แผน.docx", tmp_path / "ผล.html", tmp_path / "แผน.checked.docx"
    touch(draft, copy, *(tmp_path / f"แผน.checked{ending}" for ending in (".docm", ".DOTX", ".dotm")))
    report.write_text(f"<!doctype html><html lang='th'><head>{REPORT_MARK}</head></html>", encoding="utf-8")
    assert find_drafts([tmp_path]) == [draft]
    assert find_drafts([report, copy]) == [report, copy]  # named, they are checked


def test_files_named_are_taken_as_they_are(tmp_path: Path) -> None:
    touch(tmp_path / "ก" / "แผน.txt")
    odd, lost = tmp_path / "แผน.xyz", tmp_path / "ไม่มี.docx"
    touch(odd)
    assert find_drafts([odd, tmp_path / "ก", lost, Path("-")]) == [odd, tmp_path / "ก" / "แผน.txt", lost, Path("-")]


def test_a_folder_that_may_not_be_opened_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path / "ก.md")
    closed = tmp_path / "ปิด"
    closed.mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert find_drafts([tmp_path]) == [tmp_path / "ก.md", closed]


def test_one_bad_file_of_a_folder_does_not_stop_the_others(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    shutil.copy(COMPLETE, tmp_path / "ก แผน ๒๕๗๐.md")
    shutil.copy(COMPLETE, tmp_path / "ค.md")
    (tmp_path / "ข.docx").write_bytes(b"PK\x03\x04")
    status = main(["check", str(tmp_path), "--lang", "th"])
    out = capsys.readouterr().out
    assert status == 2
    assert out.count("ไม่พบสิ่งที่ต้องแก้") == 2
    assert f"{tmp_path / 'ข.docx'}\n? ตรวจไม่ได้: แฟ้มเสียหายหรือไม่ครบ" in out


def test_a_file_in_a_closed_folder_is_left_to_its_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(path: str | Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as closed:
        closed.setattr(os, "stat", refuse)
        found = find_drafts([tmp_path / "แผน.docx"])
    assert found == [tmp_path / "แผน.docx"]


def test_a_folder_without_drafts(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "รูป.png").write_bytes(b"")
    status = main(["check", str(tmp_path), "--lang", "th"])
    out = capsys.readouterr().out
    assert status == 2
    assert out.startswith(f"{tmp_path}\n? ตรวจไม่ได้: ในโฟลเดอร์นี้ไม่มีแฟ้มร่าง")


def run(data: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "khumue", "check", "-", *options]
    return subprocess.run(command, input=data, capture_output=True, check=False)


def test_the_standard_input_is_checked() -> None:
    done = run(COMPLETE.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("ข้อมูลเข้ามาตรฐาน\n")
    assert b'"path": "-"' in run(COMPLETE.read_bytes(), "--format", "json").stdout


def test_an_empty_standard_input_is_one_sentence() -> None:
    done = run(b"", "--lang", "en")
    assert (done.returncode, done.stderr) == (2, b"")
    assert done.stdout.decode().startswith("standard input\n? could not be checked: Nothing was sent in.")
