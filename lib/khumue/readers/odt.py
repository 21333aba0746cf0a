"""OpenDocument drafts: .odt and .ott, and the flat .fodt. What is read and left out is as for Word drafts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from khumue.document import Block, Comment, Document, DraftError, Place
from khumue.readers.odtbody import OdtBody, OdtParagraph
from khumue.readers.odtstyles import OdtStyles
from khumue.readers.package import Given, Package, attribute, parse_xml

_MANIFEST = "META-INF/manifest.xml"
_TITLE = "http://purl.org/dc/elements/1.1/ title"
_OWN = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0 user-defined"
_AUTOMATIC = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 automatic-styles"


def read_odt(path: Path, package: Package) -> Document:
    """Read an OpenDocument text. Raises DraftError when it is damaged, encrypted or over a limit."""
    if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
        raise DraftError("encrypted")
    reader = _Reader()
    if "meta.xml" in package.names:
        reader.parse(package.read("meta.xml"), "meta.xml")
    if "styles.xml" in package.names:
        reader.parse_styles(package.read("styles.xml"), "styles.xml")
    reader.parse(package.read("content.xml"), "content.xml")
    return reader.document(path)


def read_flat_odt(path: Path, data: bytes) -> Document:
    """Read an OpenDocument text that is one XML file."""
    reader = _Reader()
    reader.parse(data, path.name)
    return reader.document(path)


class _Reader:
    """Gathers what the parts of a file say."""

    def __init__(self) -> None:
        self._styles = OdtStyles()
        self._body = OdtBody(self._styles)
        self._title: list[str] = []
        self._properties: dict[str, str] = {}
        self._in_title = False
        self._property: str | None = None

    def parse(self, data: bytes, part: str) -> None:
        def start(name: str, given: Given) -> None:
            self._styles.start(name.rpartition(" ")[2], given)
            self._body.start(name, given)
            self._in_title = name == _TITLE
            self._property = attribute(given, "name") if name == _OWN else None

        def end(name: str) -> None:
            self._styles.end(name.rpartition(" ")[2])
            self._body.end(name)
            self._in_title, self._property = False, None

        def text(said: str) -> None:
            if self._in_title:
                self._title.append(said)
            elif self._property is not None:
                self._properties[self._property] = self._properties.get(self._property, "") + said
            else:
                self._body.text(said)

        parse_xml(data, part, start, end, text)

    def parse_styles(self, data: bytes, part: str) -> None:
        """The named styles. The automatic ones of this part are those of headers, under names that the text has too."""
        automatic = False

        def start(name: str, given: Given) -> None:
            nonlocal automatic
            automatic = automatic or name == _AUTOMATIC
            if not automatic:
                self._styles.start(name.rpartition(" ")[2], given)

        def end(name: str) -> None:
            nonlocal automatic
            automatic = automatic and name != _AUTOMATIC
            self._styles.end(name.rpartition(" ")[2])

        parse_xml(data, part, start, end)

    def document(self, path: Path) -> Document:
        body = self._body
        pages = body.page if body.page > 1 else None
        return Document(
            path=path,
            kind="odt",
            title="".join(self._title).strip() or None,
            blocks=tuple(self._blocks()),
            pages=pages,
            properties={name: value.strip() for name, value in self._properties.items()},
            comments=tuple(
                Comment(text="\n".join(lines).strip(), place=self._place(anchor) if anchor else Place())
                for lines, anchor in body.comments
            ),
        )

    def _blocks(self) -> Iterator[Block]:
        for paragraph in self._body.paragraphs:
            place = self._place(paragraph)
            if block := self._block(paragraph, place):
                yield block
            notes = (self._block(each, place, note=True) for each in paragraph.notes)
            yield from (note for note in notes if note)

    def _place(self, paragraph: OdtParagraph) -> Place:
        return Place(page=paragraph.page if self._body.page > 1 else None, paragraph=paragraph.number)

    def _block(self, paragraph: OdtParagraph, place: Place, *, note: bool = False) -> Block | None:
        """A paragraph with its looks resolved; None where it shows no text."""
        faces = [(text, self._styles.face(paragraph.style, spans)) for text, spans in paragraph.runs]
        shown = [(text, face) for text, face in faces if not face.hidden]
        text = "".join(text for text, _ in shown).strip(" ")
        if paragraph.hidden or not text.strip():
            return None
        inked = [(text, face) for text, face in shown if text.strip()]
        level = paragraph.level or self._styles.level(paragraph.style) or None
        return Block(
            text=text,
            place=place,
            label=paragraph.label,
            level=level,
            bold=all(face.bold for _, face in inked),
            size=max(inked, key=lambda each: len(each[0]))[1].size,
            contents_entry=paragraph.contents_entry or self._styles.is_contents(paragraph.style),
            text_box=paragraph.text_box,
            note=note,
            cell=paragraph.row.cell(paragraph.column) if paragraph.row else None,
        )
