"""The part of a Word file that holds its comments, with Khumue's own put in and its earlier ones taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

from khumue.annotating.elements import Changes, Element, Trace
from khumue.frozen import frozen
from khumue.readers.package import attribute

AUTHOR, INITIALS = "คู่มือ (Khumue)", "KHM"
"""By both of them an earlier comment of Khumue is known: programs that save a file keep them."""

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of files saved as “Strict Open XML”, in which some words are others."""

# Tahoma shows Thai well at small sizes, and Windows and macOS have it; the draft's own font may be made for paper. Of
# the style that comments have by default in the draft, indents and justified lines would not be read well either.
_FONT = '<{p}rFonts {p}ascii="Tahoma" {p}hAnsi="Tahoma" {p}cs="Tahoma"/>'
_SIZE = '<{p}sz {p}val="20"/><{p}szCs {p}val="20"/><{p}lang {p}val="en-US" {p}bidi="th-TH"/>'
_BOLD = "<{p}b/><{p}bCs/>"
_PARAGRAPH = (
    '<{p}pPr><{p}spacing {p}before="0" {p}after="60" {p}line="240" {p}lineRule="auto"/>'
    '<{p}ind {p}{side}="0" {p}firstLine="0"/><{p}jc {p}val="{side}"/></{p}pPr>'
)


@frozen
class Comment:
    """What is said at a paragraph, by its number from 1; None is the first one that says anything."""

    paragraph: int | None
    title: str
    lines: Sequence[str]


class Comments(Trace):
    """The comments in a part."""

    def __init__(self, data: bytes, part: str) -> None:
        super().__init__(data, part)
        self._root: Element | None = None
        self._comments: list[Element] = []
        self._paragraphs: dict[int, list[str]] = {}  # the ids of their paragraphs, by where they start
        self.run()

    def closed(self, element: Element) -> None:
        """Keep the comments, and their paragraphs' ids, by which answers refer to them."""
        if element.parent is None:
            self._root = element
        elif element.local == "comment":
            self._comments.append(element)
        elif element.local == "p" and (name := attribute(element.given, "paraId")):
            for comment in element.inside("comment"):
                self._paragraphs.setdefault(comment.start, []).append(name)

    @property
    def ids(self) -> Iterator[str]:
        """The ids of all comments."""
        return (attribute(each.given, "id") or "" for each in self._comments)

    def earlier(self, answered: Iterable[str]) -> list[Earlier]:
        """Khumue's own comments, but for those with a paragraph that somebody answered."""
        kept = {*answered}
        own = [
            Earlier(element=each, id=attribute(each.given, "id") or "", paragraphs=self._paragraphs.get(each.start, ()))
            for each in self._comments
            if (attribute(each.given, "author"), attribute(each.given, "initials")) == (AUTHOR, INITIALS)
        ]
        return [each for each in own if kept.isdisjoint(each.paragraphs)]

    def add(self, changes: Changes, written: Iterable[tuple[int, Comment]], date: datetime) -> None:
        """Put comments in, each with its id."""
        if self._root is not None:
            prefix, namespace = self._root.prefix, self._root.namespace
            changes.append(self._root, "".join(_comment(each, name, prefix, namespace, date) for name, each in written))


@frozen
class Earlier:
    """A comment of an earlier check, and the ids of its paragraphs."""

    element: Element
    id: str
    paragraphs: Sequence[str]


def empty_part(namespace: str) -> bytes:
    """A part without comments."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}\n<w:comments xmlns:w="{namespace}"></w:comments>'.encode()


def _comment(comment: Comment, name: int, prefix: str, namespace: str, date: datetime) -> str:
    p = prefix or "k:"
    here = "" if prefix else f' xmlns:k="{namespace}"'
    given = {"id": name, "author": AUTHOR, "date": f"{date:%Y-%m-%dT%H:%M:%SZ}", "initials": INITIALS}
    said = "".join(f' {p}{key}="{value}"' for key, value in given.items())
    begin = _PARAGRAPH.format(p=p, side="start" if namespace == STRICT else "left")
    first = _paragraph(comment.title, p, begin + f"<{p}r><{p}annotationRef/></{p}r>", _BOLD)
    others = "".join(_paragraph(line, p, begin) for line in comment.lines)
    return f"<{p}comment{here}{said}>{first}{others}</{p}comment>"


def _paragraph(text: str, p: str, begin: str, bold: str = "") -> str:
    look = f"<{{p}}r><{{p}}rPr>{_FONT}{bold}{_SIZE}</{{p}}rPr><{{p}}t>".format(p=p)
    return f"<{p}p>{begin}{look}{escape(text)}</{p}t></{p}r></{p}p>"
