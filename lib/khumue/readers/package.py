"""Guarded reading of zipped office files: nothing larger, deeper or stranger than a plan can be is unpacked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Literal
from xml.parsers import expat

from khumue.document import DraftError
from khumue.readers.archive import BadArchiveError, read_entries, unpack

MAX_ENTRIES = 5_000
MAX_UNPACKED = 64_000_000  # bytes of all parts read; the main part of 1,000 pages written by Word is some 30 MB
MAX_DEPTH = 256  # elements inside one another
# Opening and closing tags of a part, and attributes: 1,000 pages of 30 paragraphs have half of that. A million empty
# runs take 320 MB.
MAX_TAGS = 1_000_000
_MANY_ATTRIBUTES = 200_000  # in one element they would take 60 MB
_LONG_TAG = re.compile(rb"<[^<>]{1000000}")

PackageKind = Literal["docx", "odt"]
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
_ZIPPED = (
    ("xl/", "spreadsheet"),
    ("ppt/", "slides"),
    ("application/vnd.oasis.opendocument.spreadsheet", "spreadsheet"),
    ("application/vnd.oasis.opendocument.presentation", "slides"),
    ("application/epub+zip", "ebook"),
)


class Package:
    """An open zip whose parts are read within limits. Raises DraftError for what is damaged or over a limit."""

    def __init__(self, data: bytes) -> None:
        try:
            listed = [*islice(read_entries(data), MAX_ENTRIES + 1)]
        except BadArchiveError:
            raise DraftError("broken-zip") from None
        if len(listed) > MAX_ENTRIES:
            raise DraftError("too-many-parts", limit=MAX_ENTRIES)
        self._entries = {entry.name: entry for entry in listed}
        self.names = self._entries.keys()
        self._data = data
        self._left = MAX_UNPACKED

    def read(self, name: str) -> bytes:
        """One part, unpacked."""
        entry = self._entries.get(name)
        if entry is None:
            raise DraftError("broken-part", part=name)
        if entry.encrypted:
            raise DraftError("encrypted")
        self._left -= entry.size
        if self._left < 0:
            raise DraftError("part-too-large", part=name, limit=MAX_UNPACKED // 1_000_000)
        try:
            return unpack(self._data, entry)
        except BadArchiveError:
            raise DraftError("broken-part", part=name) from None

    def related(self, source: str, kind: str) -> str | None:
        """The part that another one names as its `kind`: the officeDocument of the package (""), a text's styles."""
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        found: list[str] = []

        def start(_: str, attributes: Given) -> None:
            if attributes.get("Type", "").endswith(f"/{kind}") and "Target" in attributes:
                found.append(posixpath.normpath(posixpath.join("/", folder, attributes["Target"])).lstrip("/"))

        if relations in self.names:
            parse_xml(self.read(relations), relations, start, lambda _: None)
        return found[0] if found else None


def package_kind(package: Package) -> PackageKind:
    """The kind of a zipped draft. Raises DraftError that says what it is where it is none."""
    if "word/document.xml" in package.names:
        return "docx"
    kind = package.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in package.names else ""
    if kind.startswith(OPEN_TEXT):
        return "odt"
    kind = kind or package.related("", "officeDocument") or ""
    for start, problem in _ZIPPED:
        if kind.startswith(start):
            raise DraftError(problem)
    if kind not in package.names:
        raise DraftError("not-word")
    return "docx"


Given = Mapping[str, str]
"""The attributes of an element, by namespace and name."""


def attribute(given: Given, name: str = "val") -> str | None:
    """An attribute, whatever its namespace: strict and transitional files have different ones."""
    for key, value in given.items():
        if key.rpartition(" ")[2] == name:
            return value
    return None


def number(given: Given, name: str = "val") -> int | None:
    """A small whole number; None for anything else, so that a crafted file cannot ask for a million columns."""
    value = attribute(given, name) or ""
    return int(value) if value.isdecimal() and len(value) < 6 else None


Start = Callable[[str, Given], None]
End = Callable[[str], None]
Text = Callable[[str], None]
Watch = Callable[[expat.XMLParserType], None]


def parse_xml(
    data: bytes, part: str, start: Start, end: End, text: Text | None = None, *, watch: Watch | None = None
) -> None:
    """Run the handlers over a part; names come as "namespace local". Refuses DTDs, other encodings, deep nesting.

    `watch` is given the parser before it begins: handlers that change a part ask it for the byte where it stands.
    """
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
    parser.CharacterDataHandler = text
    if watch:
        watch(parser)
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
