"""The paragraphs of a Word draft as its reader numbers them, and the marks of comments among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from khumue.annotating.elements import Changes, Element, Trace
from khumue.readers.package import Given, attribute
from khumue.readers.wordbody import WordBody

_REFERENCE = "commentReference"
_MARKS = ("commentRangeStart", "commentRangeEnd", _REFERENCE)


class Anchors(Trace):
    """The main text. The reader itself goes along, so that a paragraph has here the number that it has in a report."""

    def __init__(self, data: bytes, part: str) -> None:
        super().__init__(data, part)
        self._body = WordBody()
        self._paragraphs: list[Element] = []
        self._contents: dict[int, int] = {}  # where the content of a paragraph with properties begins, by its start
        self._marks: dict[str, list[Element]] = {}
        self.run()

    def start(self, name: str, given: Given) -> None:
        """An element opens."""
        super().start(name, given)
        self._body.start(name, given)

    def end(self, name: str) -> None:
        """An element closes."""
        self._body.end(name)
        super().end(name)

    def text(self, text: str) -> None:
        """Characters."""
        self._body.text(text)

    def closed(self, element: Element) -> None:
        """Keep paragraphs, what their properties leave, and marks."""
        local, parent = element.local, element.parent
        if local == "p" and len(self._body.paragraphs) > len(self._paragraphs):
            self._paragraphs.append(element)
        elif local == "pPr" and parent and parent.local == "p":
            self._contents[parent.start] = element.stop
        elif local in _MARKS:
            self._marks.setdefault(attribute(element.given, "id") or "", []).append(element)
        if parent and parent.local == "r":
            parent.kinds.append(local)

    @property
    def texts(self) -> Iterator[str]:
        """What each paragraph says, the first one first."""
        return ("".join(piece for run in each.runs for piece in run.text) for each in self._body.paragraphs)

    @property
    def marked(self) -> Iterable[str]:
        """The ids of the comments that have a mark."""
        return self._marks.keys()

    def paragraph(self, number: int | None) -> Element | None:
        """The paragraph that can carry a comment for the one of this number, counted from 1, or for the first one that
        says anything. Word has no comments in text boxes: the paragraph around the box carries them."""
        if not self._paragraphs:
            return None
        if number is None:
            number = next((at for at, text in enumerate(self.texts, 1) if text.strip()), 1)
        element = self._paragraphs[number - 1]
        around = [*element.inside("p")] if self._body.paragraphs[number - 1].text_box else []
        return around[-1] if around else element

    def mark(self, changes: Changes, paragraph: Element, ids: Sequence[int]) -> None:
        """Let comments be on a whole paragraph: directly in it, so that no link, field or control is cut."""
        prefix = paragraph.prefix or "k:"  # attributes need one
        here = "" if paragraph.prefix else f' xmlns:k="{paragraph.namespace}"'
        starts = "".join(f'<{prefix}commentRangeStart{here} {prefix}id="{each}"/>' for each in ids)
        ends = "".join(
            f'<{prefix}commentRangeEnd{here} {prefix}id="{each}"/>'
            f'<{prefix}r{here}><{prefix}{_REFERENCE} {prefix}id="{each}"/></{prefix}r>'
            for each in ids
        )
        if paragraph.is_empty:
            changes.append(paragraph, starts + ends)
        else:
            changes.insert(self._contents.get(paragraph.start, paragraph.inner), starts)
            changes.insert(paragraph.close, ends)

    def unmark(self, changes: Changes, ids: Iterable[str]) -> None:
        """Take the marks of comments away, with the runs that hold nothing else."""
        for mark in (each for name in ids for each in self._marks.get(name, ())):
            changes.remove(_with_its_run(mark))


def _with_its_run(mark: Element) -> Element:
    """The run of a reference where it holds nothing else, or the mark alone."""
    run = mark.parent
    if run is None or run.local != "r" or [kind for kind in run.kinds if kind != "rPr"] != [_REFERENCE]:
        return mark
    return run
