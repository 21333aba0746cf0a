"""Zip archives as office programs write them: one disk, stored or deflated parts, in memory.

The standard zipfile module takes 5 ms to import (shutil, bz2, lzma, threading), a twelfth of the time in which a draft
is checked, for kinds of archives that no office program writes. This reads the part of the format that they do write
(APPNOTE.TXT 6.3, sections 4.3 and 4.4) and gives nothing back that is not exactly as long as declared.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from khumue.frozen import frozen

END = struct.Struct("<4s4H2LH")  # end of central directory
ENTRY = struct.Struct("<4s6H3L5H2L")  # central directory header
LOCAL = struct.Struct("<4s5H3L2H")  # local file header
_LONGEST_COMMENT = 0xFFFF
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _UTF8 = 0x1, 0x800


class BadArchiveError(ValueError):
    """The bytes are no zip archive, or one that is damaged."""


@frozen
class Entry:
    """A part of an archive: its unpacked and packed sizes in bytes and where its local header stands. `header` is what
    the directory says of it, as written."""

    name: str
    size: int
    packed: int
    checksum: int
    method: int
    encrypted: bool
    at: int
    header: bytes


def read_entries(data: bytes) -> Iterator[Entry]:
    """The parts that an archive lists. Raises BadArchiveError."""
    at = data.rfind(b"PK\5\6", max(0, len(data) - _LONGEST_COMMENT - END.size))
    try:
        _, _, _, _, count, length, start, _ = END.unpack_from(data, at)
        shift = at - length - start  # bytes before the archive, such as those of a mail gateway
        at = start + shift
        for _ in range(count):
            magic, _, _, flags, method, _, _, checksum, packed, size, name, extra, comment, _, _, _, local = (
                ENTRY.unpack_from(data, at)
            )
            if magic != b"PK\1\2":
                raise BadArchiveError("no entry where the directory has one")
            header = data[at : at + ENTRY.size + name + extra + comment]
            yield Entry(
                name=header[ENTRY.size : ENTRY.size + name].decode("utf-8" if flags & _UTF8 else "cp437"),
                size=size,
                packed=packed,
                checksum=checksum,
                method=method,
                encrypted=bool(flags & _ENCRYPTED),
                at=local + shift,
                header=header,
            )
            at += len(header)
    except (struct.error, UnicodeDecodeError) as error:
        raise BadArchiveError(str(error)) from None


def packed_bytes(data: bytes, entry: Entry) -> bytes:
    """A part of an archive as it is packed. Raises BadArchiveError when it is not there."""
    try:
        magic, *_, name, extra = LOCAL.unpack_from(data, entry.at)
    except struct.error as error:
        raise BadArchiveError(str(error)) from None
    start = entry.at + LOCAL.size + name + extra
    packed = data[start : start + entry.packed]
    if magic != b"PK\3\4" or len(packed) < entry.packed:
        raise BadArchiveError("no part where the directory has one")
    return packed


def unpack(data: bytes, entry: Entry) -> bytes:
    """A part of an archive, unpacked. Raises BadArchiveError when it is not as declared."""
    unpacked = _inflate(packed_bytes(data, entry), entry)
    if len(unpacked) != entry.size or zlib.crc32(unpacked) != entry.checksum:
        raise BadArchiveError("the part is not as declared")
    return unpacked


def _inflate(packed: bytes, entry: Entry) -> bytes:
    if entry.method == _STORED:
        return packed
    if entry.method != _DEFLATED:
        raise BadArchiveError(f"packed in a way that office programs do not use: {entry.method}")
    try:
        # One byte more than declared tells a part that lies; the rest of a bomb is never unpacked.
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.size + 1)
    except zlib.error as error:
        raise BadArchiveError(str(error)) from None
