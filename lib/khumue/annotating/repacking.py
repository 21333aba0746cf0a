"""A zip archive with some parts changed and the others copied as they are packed.

What is not changed is not unpacked: a picture that unpacks to gigabytes costs nothing, and a copy of 100 MB of pictures
takes as long as writing them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping

from khumue.readers.archive import END, ENTRY, LOCAL, BadArchiveError, packed_bytes, read_entries

_VERSION, _DEFLATED = 20, 8
_SIZES_FOLLOW = 0x8  # the flag of a local header without sizes
_UTF8 = 0x800  # the flag of a name in UTF-8
_EARLIEST = 0x21  # 1 January 1980, which Word, too, writes for every part


def repack(data: bytes, changed: Mapping[str, bytes]) -> Iterator[bytes]:
    """The archive in pieces, with these parts changed or added. Raises BadArchiveError before the first piece."""
    entries = [*read_entries(data)]
    if sum(entry.packed for entry in entries) > len(data):
        raise BadArchiveError("parts that share their bytes")
    parts = [
        (entry.header, packed_bytes(data, entry) if entry.name not in changed else None, changed.get(entry.name))
        for entry in entries
    ]
    listed = {entry.name for entry in entries}
    parts += [(_new(name), None, part) for name, part in changed.items() if name not in listed]
    return _written(parts)


def _written(parts: Iterable[tuple[bytes, bytes | None, bytes | None]]) -> Iterator[bytes]:
    """The archive of these parts: what its directory says of each, and the part as it is packed or as it is now."""
    at, directory = 0, []
    for header, as_before, new in parts:
        packed = _deflate(new) if new is not None else as_before or b""
        local, listed = _headers(header, at, packed, new)
        yield local
        yield packed
        directory.append(listed)
        at += len(local) + len(packed)
    yield b"".join(directory)
    yield END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), sum(map(len, directory)), at, 0)


def _new(name: str) -> bytes:
    """What the directory says of a part that was not there."""
    written = name.encode()
    fixed = (_VERSION, _VERSION, _UTF8, _DEFLATED, 0, _EARLIEST, 0, 0, 0, len(written), 0, 0, 0, 0, 0, 0)
    return ENTRY.pack(b"PK\1\2", *fixed) + written


def _deflate(part: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(part) + packer.flush()


def _headers(header: bytes, at: int, packed: bytes, new: bytes | None) -> tuple[bytes, bytes]:
    """The local header and the directory's, which keeps all else that it said."""
    magic, made, version, flags, method, time, date, crc, _, size, name, *rest = ENTRY.unpack_from(header)
    if new is not None:
        method, crc, size = _DEFLATED, zlib.crc32(new), len(new)
    flags &= ~_SIZES_FOLLOW
    common = (version, flags, method, time, date, crc, len(packed), size, name)
    local = LOCAL.pack(b"PK\3\4", *common, 0) + header[ENTRY.size : ENTRY.size + name]
    return local, ENTRY.pack(magic, made, *common, *rest[:-1], at) + header[ENTRY.size :]
