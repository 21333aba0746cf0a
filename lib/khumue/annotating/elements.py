"""Elements of an XML part with the bytes that they take, and changes to those bytes alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from khumue.readers.package import Given, parse_xml

_TAG = re.compile(rb"""<(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
_PREFIX = re.compile(rb"<([^\s/>:]+:)?")


class Element:
    """An element of a part and where it begins; where it ends is known once the parser has been there."""

    __slots__ = ("_data", "_end", "given", "kinds", "name", "parent", "start")

    def __init__(self, data: bytes, name: str, given: Given, start: int, parent: Element | None) -> None:
        self._data = data
        self._end = start
        self.name = name
        self.given = given
        self.start = start
        self.parent = parent
        self.kinds: list[str] = []  # the names of the elements in it

    @property
    def namespace(self) -> str:
        """The namespace of its name."""
        return self.name.rpartition(" ")[0]

    @property
    def local(self) -> str:
        """Its name without the namespace."""
        return self.name.rpartition(" ")[2]

    @property
    def prefix(self) -> str:
        """What stands before its name in the file: `w:`, or nothing."""
        match = _PREFIX.match(self._data, self.start)
        return (match[1] or b"").decode() if match else ""

    @property
    def inner(self) -> int:
        """The byte after its start tag."""
        tag = _TAG.match(self._data, self.start)
        return tag.end() if tag else self.start  # a parsed element has a tag

    @property
    def is_empty(self) -> bool:
        """Whether its start tag is all of it: `<w:p/>`."""
        return self._data.endswith(b"/>", self.start, self.inner)

    @property
    def close(self) -> int:
        """The byte where its end tag begins."""
        return self.inner - len(b"/>") if self.is_empty else self._end

    @property
    def stop(self) -> int:
        """The byte after it."""
        return self.inner if self.is_empty else self._data.index(b">", self._end) + 1

    def end_at(self, byte: int) -> None:
        """The parser met its end."""
        self._end = byte

    def inside(self, local: str) -> Iterator[Element]:
        """The elements of this name around it, the innermost first."""
        around = self.parent
        while around is not None:
            if around.local == local:
                yield around
            around = around.parent


class Trace:
    """Goes through a part, within the limits of its reader, and gives `closed` each element as it ends."""

    def __init__(self, data: bytes, part: str) -> None:
        self.data = data
        self._part = part
        self._parser: expat.XMLParserType | None = None
        self._open: list[Element] = []

    def run(self) -> None:
        """Go through the part. Raises DraftError for what is damaged or over a limit."""
        parse_xml(self.data, self._part, self.start, self.end, self.text, watch=self._watch)

    def start(self, name: str, given: Given) -> None:
        """An element opens."""
        parent = self._open[-1] if self._open else None
        self._open.append(Element(self.data, name, given, self._byte, parent))

    def end(self, _: str) -> None:
        """An element closes."""
        element = self._open.pop()
        element.end_at(self._byte)
        self.closed(element)

    def text(self, text: str) -> None:
        """Characters."""

    def closed(self, element: Element) -> None:
        """What there is to do with an element."""
        raise NotImplementedError

    def _watch(self, parser: expat.XMLParserType) -> None:
        self._parser = parser

    @property
    def _byte(self) -> int:
        return self._parser.CurrentByteIndex if self._parser else 0


class Changes:
    """Bytes to put into a part and to take out of it."""

    def __init__(self) -> None:
        self._changes: list[tuple[int, int, bytes]] = []

    def insert(self, at: int, new: str) -> None:
        """Put something in; what is put in at one byte stays in the order given.

        Letters beyond ASCII are written as numbers, which are right in either encoding that a part may have.
        """
        self._changes.append((at, at, new.encode("ascii", "xmlcharrefreplace")))

    def append(self, parent: Element, new: str) -> None:
        """Put something in at the end of an element, which is opened for it where it was empty."""
        if not parent.is_empty:
            self.insert(parent.close, new)
            return
        name = f"{parent.prefix}{parent.local}"
        self._changes.append((parent.close, parent.stop, f">{new}</{name}>".encode("ascii", "xmlcharrefreplace")))

    def remove(self, element: Element) -> None:
        """Take an element out."""
        self._changes.append((element.start, element.stop, b""))

    def applied(self, data: bytes) -> bytes:
        """The part with the changes."""
        pieces, at = [], 0
        for start, stop, new in sorted(self._changes, key=lambda change: change[0]):
            pieces += [data[at:start], new]
            at = max(at, stop)
        return b"".join([*pieces, data[at:]])
