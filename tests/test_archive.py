"""Zip archives: the same parts as the standard zipfile module finds, and an error for everything that is damaged."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.readers.archive import BadArchiveError, Entry, read_entries, unpack

PARTS = st.dictionaries(st.text("กขabำ่/._ ", min_size=1, max_size=12), st.binary(max_size=400), max_size=6)


def archived(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.comment = comment
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    return {entry.name: unpack(data, entry) for entry in read_entries(data)}


@given(
    PARTS, st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]), st.binary(max_size=30), st.binary(max_size=30)
)
def test_parts_are_those_that_zipfile_wrote(
    parts: dict[str, bytes], method: int, comment: bytes, before: bytes
) -> None:
    written = before + archived(parts, method, comment.replace(b"PK", b""))
    assert unpacked(written) == parts


def test_streamed_archive() -> None:
    """Sizes that stand after the part and not before it, as programs write that cannot go back."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "แผนปฏิบัติการ" * 50)
    assert unpacked(pipe.getvalue()) == {"word/document.xml": ("แผนปฏิบัติการ" * 50).encode()}


@given(PARTS.filter(bool), st.data())
def test_damaged_archives_raise_one_error(parts: dict[str, bytes], drawn: st.DataObject) -> None:
    written = bytearray(archived(parts))
    for _ in range(drawn.draw(st.integers(1, 4))):
        written[drawn.draw(st.integers(0, len(written) - 1))] = drawn.draw(st.integers(0, 255))
    damaged = bytes(written[: drawn.draw(st.integers(0, len(written)))])
    try:
        found = unpacked(damaged)
    except BadArchiveError:
        return
    assert set(found.values()) <= set(parts.values())


@pytest.mark.parametrize(
    "changes",
    [{"size": 4}, {"size": 6}, {"checksum": 1}, {"at": 3}, {"packed": 10_000}, {"method": 12}],
    ids=lambda changes: next(iter(changes)),
)
def test_a_part_that_is_not_as_declared(changes: dict[str, int]) -> None:
    data = archived({"a": b"words"})
    (entry,) = read_entries(data)
    with pytest.raises(BadArchiveError):
        unpack(data, Entry(**{**vars(entry), **changes}))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\3\4", b"PK\5\6" + b"\xff" * 18, b"x" * 100])
def test_what_is_no_archive(data: bytes) -> None:
    with pytest.raises(BadArchiveError):
        list(read_entries(data))
