"""Files that cannot be drafts: each gets one sentence with a name and a next action, never a traceback."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docxfiles import document, paragraph, write_docx
from khumue.checking import check_files
from khumue.document import Document, DraftError
from khumue.messages import load_messages
from khumue.readers import read_draft
from khumue.readers.package import MAX_DEPTH, MAX_ENTRIES, MAX_UNPACKED
from khumue.readers.pdf import MAX_PAGES
from khumue.registry import load_registry
from pdffiles import Sheet, write_pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def plain(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def part(data: str | bytes) -> Callable[[Path], object]:
    return lambda path: write_docx(path, parts={"word/document.xml": data})


def truncated(path: Path) -> None:
    write_docx(path, paragraph("ก" * 5000))
    path.write_bytes(path.read_bytes()[:-200])


def flipped(path: Path) -> None:
    """A part whose bytes no longer unpack."""
    write_docx(path, *(paragraph(f"ย่อหน้า {number}") for number in range(500)))
    data = bytearray(path.read_bytes())
    start = data.find(b"word/document.xml") + 60
    data[start : start + 40] = b"\xff" * 40
    path.write_bytes(bytes(data))


def locked(path: Path) -> None:
    """A zip entry that says it is encrypted."""
    write_docx(path, paragraph("ก"))
    data = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(magic, at + 1)) >= 0:
            data[at + offset] |= 1
    path.write_bytes(bytes(data))


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (MAX_UNPACKED + 1))


def many_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(MAX_ENTRIES + 1):
            archive.writestr(f"{number}", "")
        archive.writestr("word/document.xml", document(""))


def zipped(**parts: str) -> Callable[[Path], object]:
    """A zip with parts, in whose names _ stands for /."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name.replace("_", "/"), data)

    return make


def office(main: str) -> Callable[[Path], object]:
    """An Office package with another main part."""
    relations = f'<Relationships><Relationship Type="x/officeDocument" Target="{main}"/></Relationships>'

    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("_rels/.rels", relations)
            archive.writestr(main, "<x/>")

    return make


OPEN = "application/vnd.oasis.opendocument."
DTD = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
CASES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "missing": ("missing", lambda path: None),
    "folder": ("folder", lambda path: path.mkdir()),
    "empty": ("empty", plain(b"")),
    "blank": ("empty", plain(b" \n\t")),
    "old word": ("old-office", plain(OLE + "WordDocument".encode("utf-16-le"))),
    "encrypted": ("encrypted", plain(OLE + "EncryptedPackage".encode("utf-16-le"))),
    "encrypted zip": ("encrypted", locked),
    "pdf": ("broken-pdf", plain(b"%PDF-1.7")),
    "pdf behind a mail's head": ("broken-pdf", plain(b"Content-Type: application/pdf\r\n\r\n%PDF-1.7")),
    "locked pdf": ("encrypted", lambda path: write_pdf(path, Sheet(), locked=True)),
    "long pdf": ("too-many-pages", lambda path: write_pdf(path, *[Sheet()] * (MAX_PAGES + 1))),
    "rtf": ("rtf", plain(b"{\\rtf1 x}")),
    "png": ("picture", plain(b"\x89PNG\r\n")),
    "text": ("not-docx", plain("แผนปฏิบัติการ".encode())),
    "old thai text": ("not-docx", plain("แผนปฏิบัติการ".encode("cp874"))),
    "web archive": ("web-archive", plain(b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n type=x\r\n")),
    "word xml": ("word-xml", plain(b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>')),
    "flat word": ("word-xml", plain(b'\xef\xbb\xbf<?xml version="1.0"?>\n<pkg:package xmlns:pkg="x">')),
    "not a zip": ("broken-zip", plain(b"PK\x03\x04 nothing")),
    "truncated": ("broken-zip", truncated),
    "flipped": ("broken-part", flipped),
    "bomb": ("part-too-large", bomb),
    "many parts": ("too-many-parts", many_parts),
    "archive": ("not-word", zipped(แผน="ก")),
    "no document": ("not-word", part("<x/>")),
    "workbook": ("spreadsheet", office("xl/workbook.xml")),
    "presentation": ("slides", office("ppt/presentation.xml")),
    "open spreadsheet": ("spreadsheet", zipped(mimetype=OPEN + "spreadsheet")),
    "open presentation": ("slides", zipped(mimetype=OPEN + "presentation")),
    "book": ("ebook", zipped(mimetype="application/epub+zip")),
    "open text without text": ("broken-part", zipped(mimetype=OPEN + "text")),
    "open text encrypted": (
        "encrypted",
        zipped(**{"mimetype": OPEN + "text", "META-INF_manifest.xml": "<encryption-data/>"}),
    ),
    "dtd": ("dtd", part(document(paragraph("&b;"), DTD))),
    "utf-16": ("xml-encoding", part(document("", '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16"))),
    "latin": ("xml-encoding", part(document("", '<?xml version="1.0" encoding="iso-8859-1"?>'))),
    "broken xml": ("broken-xml", part("<w:document>")),
    "deep": ("too-deep", part("<a>" * (MAX_DEPTH + 1) + "</a>" * (MAX_DEPTH + 1))),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_no_draft_is_refused_in_words(tmp_path: Path, case: str) -> None:
    problem, make = CASES[case]
    path = tmp_path / "แผนปฏิบัติการ.docx"
    make(path)
    with pytest.raises(DraftError) as caught:
        read_draft(path)
    assert caught.value.problem == problem
    failure = load_messages().failure(str(path), caught.value)
    for language in ("th", "en"):
        assert failure.message[language]
        assert failure.fix[language]
        assert "{" not in failure.message[language] + failure.fix[language]


def test_binary_text_is_refused(tmp_path: Path) -> None:
    for data in (b"\0\1\2", bytes(range(0x80, 0xA0)) * 3):
        path = tmp_path / "ร่าง.txt"
        path.write_bytes(data)
        with pytest.raises(DraftError, match="not-text"):
            read_draft(path)


def test_a_huge_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khumue.readers.MAX_BYTES", 10)
    path = tmp_path / "ใหญ่.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(DraftError, match="too-large"):
        read_draft(path)


ELEMENTS = [
    *("p", "r", "t", "tbl", "tr", "tc", "rPr", "pPr", "fldSimple", "fldChar", "txbxContent", "del", "br", "tab", "sdt"),
    *(
        "hyperlink",
        "instrText",
        "sym",
        "gridSpan",
        "numId",
        "outlineLvl",
        "docPartGallery",
        "rPrChange",
        "commentReference",
    ),
    *("footnoteReference", "lastRenderedPageBreak"),
]
trees = st.recursive(st.just(""), lambda inner: st.tuples(st.sampled_from(ELEMENTS), st.lists(inner, max_size=3)))


def written(tree: str | tuple[str, list[Any]]) -> str:
    if isinstance(tree, str):
        return "ก"
    name, inside = tree
    kind = ' w:fldCharType="end"' if name == "fldChar" else ' w:instr="TOC"' if name == "fldSimple" else ""
    return f"<w:{name}{kind}>{''.join(map(written, inside))}</w:{name}>"


@given(st.lists(trees, max_size=5))
def test_elements_in_any_order_never_break_the_reader(
    tmp_path_factory: pytest.TempPathFactory, forest: list[Any]
) -> None:
    path = tmp_path_factory.mktemp("odd") / "แผน.docx"
    read_draft(write_docx(path, *map(written, forest)))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "ร่าง.docx"
    for start in (b"", b"PK\x03\x04"):
        path.write_bytes(start + data)
        with contextlib.suppress(DraftError):
            read_draft(path)


def test_a_program_fault_costs_only_its_own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = tmp_path / "ดี.md", tmp_path / "เสีย.md"
    for path in (good, bad):
        path.write_text("# วิสัยทัศน์\n", encoding="utf-8")

    def read(path: Path, *, ocr: bool) -> Document:
        if path == bad:
            raise ZeroDivisionError
        return read_draft(path)

    monkeypatch.setattr("khumue.checking.read_draft", read)
    registry = load_registry()
    report = check_files([bad, good], registry, load_messages(), plan=next(iter(registry.plans.values())))
    assert [each.path for each in report.failures] == [str(bad)]
    assert "ZeroDivisionError" in report.failures[0].message.th
    assert [each.document.path for each in report.drafts] == [str(good)]
