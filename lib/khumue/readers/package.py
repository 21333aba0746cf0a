"""Guarded reading of zipped office files: nothing larger, deeper or stranger than a plan can be is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from xml.parsers import expat

from khumue.document import DraftError

MAX_ENTRIES = 5_000
MAX_UNPACKED = 64_000_000  # bytes of all parts read; the main part of 1,000 pages written by Word is some 30 MB
MAX_DEPTH = 256  # elements inside one another
# Opening and closing tags of a part, and attributes: 1,000 pages of 30 paragraphs have half of that. A million empty
# runs take 320 MB.
MAX_TAGS = 1_000_000
_MANY_ATTRIBUTES = 200_000  # in one element they would take 60 MB
_LONG_TAG = re.compile(rb"<[^<>]{1000000}")

_ENTRY = b"PK\1\2"
_EMBEDDED = 4  # times as many entries may stand in archives inside the archive, such as charts with their tables
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what office programs write; the others unpack without bounds


class Package:
    """An open zip whose parts are read within limits. Raises DraftError for what is damaged or over a limit."""

    def __init__(self, data: bytes) -> None:
        if data.count(_ENTRY) > MAX_ENTRIES * _EMBEDDED:  # a million of them take 5 s to open
            raise DraftError("too-many-parts", limit=MAX_ENTRIES)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise DraftError("broken-zip") from None
        self.names = frozenset(self._zip.namelist())
        if len(self._zip.infolist()) > MAX_ENTRIES:
            raise DraftError("too-many-parts", limit=MAX_ENTRIES)
        self._left = MAX_UNPACKED

    def read(self, name: str) -> bytes:
        """One part, unpacked."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise DraftError("encrypted")
        self._left -= info.file_size
        if self._left < 0:
            raise DraftError("part-too-large", part=name, limit=MAX_UNPACKED // 1_000_000)
        if info.compress_type not in _METHODS:
            raise DraftError("broken-part", part=name)
        try:
            with self._zip.open(info) as part:
                # Without a size zipfile would unpack all that a lying entry holds, 1.5 GB for 100 bytes declared.
                return part.read(info.file_size)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError):
            raise DraftError("broken-part", part=name) from None
        except Exception as error:  # zlib, bz2 and lzma each have an error class of their own
            raise DraftError("broken-part", part=name) from error


Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def parse_xml(data: bytes, part: str, start: Start, end: End, text: Text | None = None) -> None:
    """Run the handlers over a part; names come as "namespace local". Refuses DTDs, other encodings, deep nesting."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def refuse_dtd(*_: object) -> None:
        raise DraftError("dtd", part=part)

    def check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in {"utf-8", "us-ascii"}:
            raise DraftError("xml-encoding", part=part, encoding=encoding)

    def open_element(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise DraftError("too-deep", part=part, limit=MAX_DEPTH)
        start(name, attributes)

    def close_element(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    _check_size(data, part)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:8]:
        raise DraftError("xml-encoding", part=part, encoding="utf-16")
    parser.StartDoctypeDeclHandler = refuse_dtd
    parser.XmlDeclHandler = check_encoding
    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise DraftError("broken-xml", part=part, line=error.lineno) from None


def _check_size(data: bytes, part: str) -> None:
    attributes = data.count(b"=")
    if data.count(b"<") > MAX_TAGS or attributes > MAX_TAGS:
        raise DraftError("too-many-tags", part=part, limit=f"{MAX_TAGS:,}")
    if attributes > _MANY_ATTRIBUTES and _LONG_TAG.search(data):
        raise DraftError("broken-xml", part=part, line=1)
