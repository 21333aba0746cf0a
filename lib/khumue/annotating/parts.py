"""What a package says of its parts: their types and their relations."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from itertools import chain, count
from xml.sax.saxutils import quoteattr

from khumue.annotating.comments import STRICT
from khumue.annotating.elements import Changes, Element, Trace
from khumue.readers.package import Package

TYPES = "[Content_Types].xml"
_RELATION = "schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATION = "purl.oclc.org/ooxml/officeDocument/relationships"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ENDINGS = {
    "wordprocessingml.document.main": ".docx",
    "wordprocessingml.template.main": ".dotx",
    "ms-word.document.macroEnabled": ".docm",
    "ms-word.template.macroEnabled": ".dotm",
}


class _Listing(Trace):
    """The entries of a part that lists things, and its root."""

    def __init__(self, data: bytes, part: str) -> None:
        super().__init__(data, part)
        self.entries: list[Element] = []
        self.root: Element | None = None
        self.run()

    def closed(self, element: Element) -> None:
        if element.parent is None:
            self.root = element
        else:
            self.entries.append(element)

    def given(self, name: str) -> set[str]:
        """What the entries say under one name."""
        return {each.given[name] for each in self.entries if name in each.given}

    def with_entry(self, kind: str, attributes: str) -> bytes:
        """The part with one entry more."""
        changes = Changes()
        if self.root is not None:
            changes.append(self.root, f"<{self.root.prefix}{kind} {attributes}/>")
        return changes.applied(self.data)


def word_ending(package: Package, main: str) -> str:
    """What the name of a Word file ends in for what it holds: Word does not open one whose name says another."""
    for entry in _Listing(package.read(TYPES), TYPES).entries:
        if entry.given.get("PartName", "").lstrip("/") == main:
            for kind, ending in _ENDINGS.items():
                if kind in entry.given.get("ContentType", ""):
                    return ending
    return ".docx"


def comments_part(package: Package, main: str, namespace: str) -> tuple[str, dict[str, bytes]]:
    """The part for comments, and the listings with it where the package has none yet."""
    if part := package.related(main, "comments"):
        return part, {}
    folder, name = posixpath.split(main)
    names = (posixpath.join(folder, f"comments{number}.xml") for number in chain([""], count(2)))
    types = _Listing(package.read(TYPES), TYPES)
    taken = {*package.names, *(each.lstrip("/") for each in types.given("PartName"))}
    part = next(each for each in names if each not in taken)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    kind = f"http://{_STRICT_RELATION if namespace == STRICT else _RELATION}/comments"
    return part, {
        TYPES: types.with_entry("Override", f'PartName={quoteattr(f"/{part}")} ContentType="{_COMMENTS}"'),
        relations: _related(package, relations, f'Type="{kind}" Target="{posixpath.basename(part)}"'),
    }


def _related(package: Package, relations: str, attributes: str) -> bytes:
    empty = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_PACKAGE}/relationships"/>'
    )
    listing = _Listing(package.read(relations) if relations in package.names else empty.encode(), relations)
    used = listing.given("Id")
    name = next(each for number in count(1) if (each := f"rId{number}") not in used)
    return listing.with_entry("Relationship", f'Id="{name}" {attributes}')


def answered(package: Package, main: str) -> Iterable[str]:
    """The paragraphs of comments, by id, that somebody answered."""
    part = package.related(main, "commentsExtended")
    if part not in package.names:
        return ()
    entries = _Listing(package.read(part), part).entries if part else ()
    return {value for each in entries for key, value in each.given.items() if key.endswith(" paraIdParent")}


def forgotten(package: Package, main: str, paragraphs: Iterable[str]) -> dict[str, bytes]:
    """The parts in which Word says more of comments, without those that have these paragraphs."""
    names, changed = {*paragraphs}, {}
    for kind in ("commentsExtended", "commentsIds", "commentsExtensible"):
        part = package.related(main, kind)
        if not names or part is None or part not in package.names:
            continue
        listing, changes = _Listing(package.read(part), part), Changes()
        gone = [each for each in listing.entries if not names.isdisjoint(each.given.values())]
        for each in gone:
            changes.remove(each)
            names.update(value for key, value in each.given.items() if key.endswith(" durableId"))
        if gone:
            changed[part] = changes.applied(listing.data)
    return changed
