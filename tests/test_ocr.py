"""Scanned pages: what tesseract's table of words becomes, and one real scan where tesseract is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from khumue.checking import check_files
from khumue.cli import main
from khumue.document import Block, Document, DraftError, Place
from khumue.messages import load_messages
from khumue.readers import ocr, read_draft
from khumue.readers.pdfjobs import drawn
from khumue.registry import load_registry
from reading import close

SCAN = Path(__file__).parent / "data" / "scan.pdf"
PLAN = "angthong/annual-action-plan"
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def table(*words: tuple[int, int, int, int, int, int, str]) -> str:
    """A table as tesseract writes it, of words (line, left, top, width, height, sureness, text)."""
    page = "1\t1\t0\t0\t0\t0\t0\t0\t1654\t2339\t-1\t"
    rows = [
        f"5\t1\t{line}\t1\t1\t{number}\t{left}\t{top}\t{width}\t{height}\t{sure}\t{text}"
        for number, (line, left, top, width, height, sure, text) in enumerate(words)
    ]
    return "\n".join([HEAD, page, *rows, ""])


def scanned(pages: int = 1, *blocks: Block) -> Document:
    return Document(path=Path("แผน.pdf"), kind="pdf", title=None, blocks=blocks, pages=pages)


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> dict[int, str]:
    """What tesseract says of pages, without tesseract."""
    tables: dict[int, str] = {}
    monkeypatch.setattr(ocr, "_languages", lambda: "tha")
    monkeypatch.setattr(ocr, "_drawn", lambda data, page: b"")
    monkeypatch.setattr(ocr, "_tesseract", lambda picture, page, languages: tables[page])
    return tables


def test_letters_are_joined_to_lines_and_lines_stand_in_order(recorded: dict[int, str]) -> None:
    recorded[1] = table(
        (2, 100, 300, 40, 30, 95, "พันธกิจ"),
        (1, 100, 100, 20, 30, 95, "วิ"),
        (1, 120, 100, 60, 30, 95, "สัยทัศน์"),
        (1, 200, 105, 60, 25, 95, "ของเรา"),
        (3, 100, 200, 90, 60, 95, "องค์กรแห่งการเรียนรู้"),
    )
    document = ocr.recognise(scanned(), b"")
    assert document.recognised
    assert [(block.text, block.place.line) for block in document.blocks] == [
        ("วิสัยทัศน์ ของเรา", 1),
        ("องค์กรแห่งการเรียนรู้", 2),
        ("พันธกิจ", 3),
    ]
    small, large, _ = (block.size or 0 for block in document.blocks)
    assert small < large


def test_wide_gaps_make_cells_and_dot_leaders_contents_entries(recorded: dict[int, str]) -> None:
    recorded[1] = table(
        (1, 100, 100, 80, 30, 95, "วิสัยทัศน์"),
        (2, 300, 125, 400, 5, 12, "1โฮ"),
        (3, 100, 200, 60, 30, 95, "ที่"),
        (4, 400, 200, 60, 30, 95, "โครงการ"),
        (5, 800, 200, 60, 30, 95, "งบประมาณ"),
        (6, 100, 300, 60, 30, 95, "1"),
        (7, 400, 300, 60, 30, 95, "อ่านออก"),
        (8, 100, 400, 60, 30, 95, "หลังตาราง"),
        (9, 100, 500, 60, 30, 20, "โโโ"),
    )
    blocks = ocr.recognise(scanned(), b"").blocks
    cells = [block.cell and (block.cell.row, block.cell.column, block.cell.filled) for block in blocks]
    assert cells == [None, (1, 1, 3), (1, 2, 3), (1, 3, 3), (2, 1, 2), (2, 2, 2), None]
    assert len({block.cell.table for block in blocks if block.cell}) == 1
    assert [block.text for block in blocks if block.contents_entry] == ["วิสัยทัศน์"]
    assert "โโโ" not in [block.text for block in blocks]


def test_only_pages_without_text_are_read_from_pictures(recorded: dict[int, str]) -> None:
    recorded[2] = table((1, 100, 100, 80, 30, 95, "จากภาพ"))
    own = [Block(text="ข้อความของหน้านี้มีอยู่แล้วจริง " * 2, place=Place(page=page, line=1)) for page in (1, 3)]
    number = Block(text="2", place=Place(page=2, line=1))
    document = ocr.recognise(scanned(3, own[0], number, own[1]), b"")
    assert [(block.place.page, block.text[:6]) for block in document.blocks] == [
        (1, own[0].text[:6]),
        (2, "จากภาพ"),
        (3, own[1].text[:6]),
    ]
    whole = scanned(1, own[0])
    assert ocr.recognise(whole, b"") is whole


def test_an_empty_scan_has_no_blocks(recorded: dict[int, str]) -> None:
    recorded[1] = table()
    assert ocr.recognise(scanned(), b"").blocks == ()


# --- tesseract itself -------------------------------------------------------------------------------------------------


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The languages that tesseract is said to know."""
    known: list[str] = []

    def run(command: Sequence[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0, stdout="\n".join(["List of available languages", *known]))

    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/tesseract")
    monkeypatch.setattr(subprocess, "run", run)
    ocr._languages.cache_clear()
    yield known
    ocr._languages.cache_clear()


def test_missing_thai_data_are_named(listed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    listed.append("eng")
    with pytest.raises(DraftError, match="no-thai-ocr") as caught:
        ocr._languages()
    assert "tesseract-ocr-tha" in load_messages().failure("แผน.pdf", caught.value).fix.th
    listed.append("tha")
    assert ocr._languages() == "tha+eng"
    listed.remove("eng")
    ocr._languages.cache_clear()
    assert ocr._languages() == "tha"


def test_missing_tesseract_costs_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    ocr._languages.cache_clear()
    assert main(["check", "--ocr", "--procedure", PLAN, str(SCAN)]) == 2
    assert close(capsys.readouterr().out).count(close("apt install tesseract-ocr tesseract-ocr-tha")) == 1


def test_a_page_that_takes_too_long_or_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(command: Sequence[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 1)

    def failed(command: Sequence[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 1)

    for run in (late, failed):
        monkeypatch.setattr(subprocess, "run", run)
        with pytest.raises(DraftError, match="ocr-failed") as caught:
            ocr._tesseract(b"", 7, "tha")
        assert caught.value.values == {"page": 7}


def test_a_picture_of_a_page() -> None:
    picture = drawn(SCAN.read_bytes(), "1")
    assert picture == ocr._drawn(SCAN.read_bytes(), 1)
    head, _, dots = picture.partition(b"\n")
    width, height = map(int, head.split()[1:3])
    assert head.startswith(b"P5 ")
    assert (width, height) == (1653, 2339)
    assert len(dots) == width * height
    assert set(dots[:width]) == {255}
    assert 0 in dots
    with pytest.raises(DraftError, match="ocr-failed"):
        ocr._drawn(SCAN.read_bytes(), 9)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed; .ci/run installs it")
def test_a_real_scan_is_read_and_every_match_is_to_be_confirmed(tmp_path: Path) -> None:
    ocr._languages.cache_clear()
    path = tmp_path / "แผน สแกน.pdf"
    shutil.copy(SCAN, path)
    assert read_draft(path).blocks == ()
    registry = load_registry()
    report = check_files([path], registry, load_messages(), plan=registry.plans[PLAN], ocr=True)
    assert report.failures == ()
    (draft,) = report.drafts
    assert draft.document.recognised
    sections = {each.section: each for each in draft.sections}
    for section in ("vision", "mission", "goals"):
        assert sections[section].status == "present", section
        assert {each.match for each in sections[section].found} == {"near"}
    codes = [finding.code for finding in draft.findings]
    assert codes.count("D006") == 1
    assert not {"D004", "S105"} & {*codes}
    assert draft.count("error") == 0
    assert draft.count("warning") > 5  # the other parts are not on this page
