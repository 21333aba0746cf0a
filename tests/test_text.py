"""Plain text drafts, and the encodings of every draft that is text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.document import DraftError
from khumue.readers import read_draft
from khumue.readers.encodings import decode
from khumue.readers.text import read_text

THAI = "วิสัยทัศน์\r\n\r\nองค์กรแห่งการเรียนรู้"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874", "tis-620", "iso-8859-11"]
)
def test_text_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "ร่างแผน.txt"
    path.write_bytes(THAI.encode(encoding))
    draft = read_draft(path)
    assert draft.kind == "txt"
    assert [(block.text, block.place.line) for block in draft.blocks] == [("วิสัยทัศน์", 1), ("องค์กรแห่งการเรียนรู้", 3)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Annual action plan 2570", "แผน “ปฏิบัติการ” 2566–2570 ABC"])
def test_utf_16_without_its_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_windows_874_has_more_than_tis_620() -> None:
    assert decode("แผน “2566–2570” … •".encode("cp874")) == "แผน “2566–2570” … •"


def test_a_few_broken_bytes_leave_utf_8_what_it_is() -> None:
    assert decode("แผนปฏิบัติการประจำปี".encode() * 3 + b"\xe0\xb8") == "แผนปฏิบัติการประจำปี" * 3 + "\ufffd"


def test_a_western_page_that_writes_thai_as_entities() -> None:
    page = b'<meta charset="windows-1252"><p>\x93&#3649;&#3612;&#3609;\x94'
    assert decode(page).endswith("“&#3649;&#3612;&#3609;”")


@pytest.mark.parametrize("data", [b"\0\1\2", bytes(range(0x80, 0xA0)) * 3, bytes(range(256)), b"\xff\x01\xa1" * 50])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DraftError, match="not-text"):
        decode(data)


@given(
    st.text(alphabet="กขคงำิ้ ๑2570\n", min_size=8),
    st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp874"]),
)
def test_thai_text_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_form_feeds_begin_pages() -> None:
    draft = read_text(Path("แผน.txt"), "ก\nข\fค\n\f\fง\n\f".encode())
    assert [(block.text, block.place.page, block.place.line) for block in draft.blocks] == [
        *(("ก", 1, 1), ("ข", 1, 2), ("ค", 2, 2), ("ง", 4, 3)),
    ]
    assert draft.pages == 4
    plain = read_text(Path("แผน.txt"), "ก\rข\f".encode())
    assert ([(block.place.page, block.place.line) for block in plain.blocks], plain.pages) == (
        [(None, 1), (None, 2)],
        None,
    )
