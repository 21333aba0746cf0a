"""A Word file with comments: the bytes of its text stay, and the marks of comments stand among them.

python-docx writes five parts of the sample draft anew for one comment. Here a copy without its comments is the draft
again, byte by byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import count

from khumue.annotating.anchors import Anchors
from khumue.annotating.comments import Comment, Comments, empty_part
from khumue.annotating.elements import Changes, Element
from khumue.annotating.parts import answered, comments_part, forgotten
from khumue.annotating.repacking import repack
from khumue.document import DraftError
from khumue.readers.archive import BadArchiveError
from khumue.readers.docx import main_part
from khumue.readers.package import Package


def commented(data: bytes, comments: Iterable[Comment], date: datetime) -> Iterator[bytes]:
    """A copy of a Word file, in pieces, with these comments in place of those of an earlier check.

    Comments at one paragraph keep their order. Raises DraftError, before the first piece, for a file that is damaged,
    over a limit, or without a paragraph.
    """
    package = Package(data)
    try:
        return repack(data, _changed(package, [*comments], date))
    except BadArchiveError:
        raise DraftError("broken-zip") from None


def _changed(package: Package, written: Sequence[Comment], date: datetime) -> dict[str, bytes]:
    """The parts that change."""
    main = main_part(package)
    anchors = Anchors(package.read(main), main)
    places = _places(anchors, written)
    namespace = places[0][0].namespace
    part, changed = comments_part(package, main, namespace)
    held = Comments(empty_part(namespace) if changed else package.read(part), part)
    earlier = held.earlier(answered(package, main))
    text, said = Changes(), Changes()
    for each in earlier:
        said.remove(each.element)
    anchors.unmark(text, [each.id for each in earlier])
    free = _free({*held.ids, *anchors.marked} - {each.id for each in earlier})
    added: list[tuple[int, Comment]] = []
    for paragraph, own in places:
        ids = [next(free) for _ in own]
        anchors.mark(text, paragraph, ids)
        added += zip(ids, own, strict=True)
    held.add(said, added, date)
    return {
        **changed,
        **forgotten(package, main, [paragraph for each in earlier for paragraph in each.paragraphs]),
        main: text.applied(anchors.data),
        part: said.applied(held.data),
    }


def _places(anchors: Anchors, written: Iterable[Comment]) -> list[tuple[Element, list[Comment]]]:
    """The paragraphs that carry comments, in the order of the file, with theirs."""
    by_start: dict[int, tuple[Element, list[Comment]]] = {}
    for each in written:
        paragraph = anchors.paragraph(each.paragraph)
        if paragraph is None:
            raise DraftError("no-paragraph")
        by_start.setdefault(paragraph.start, (paragraph, []))[1].append(each)
    return [by_start[start] for start in sorted(by_start)]


def _free(used: Iterable[str]) -> Iterator[int]:
    """Numbers that no comment has."""
    taken = {int(each) for each in used if each.isascii() and each.isdecimal() and len(each) < 12}
    return (number for number in count() if number not in taken)
