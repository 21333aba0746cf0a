"""What a draft says of itself: which plan it is and for which fiscal years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from khumue.document import Document
from khumue.registry import Registry
from khumue.thai import buddhist_year, compact, skeleton
from khumue.vocabulary import DocumentType, Manual, PlanRequirements

# A cover and a foreword's beginning: the title stands in the first blocks or in none.
_COVER_BLOCKS = 20
_TITLE_LENGTH = 160
_LONGEST_PLAN = 20  # years; the national strategy's length

_SPAN = re.compile(r"(25\d\d)(?:[-–—−]|ถง)(?:พ\.?ศ\.?)?(25\d\d|\d\d(?!\d))")
_FISCAL = re.compile(r"(?:ปงบประมาณ|ประจาป|fiscalyear|fy)(?:พ\.?ศ\.?|b\.?e\.?)*(2[05]\d\d)", re.IGNORECASE)

_OFFICE_KINDS = {
    "area-office": skeleton("สำนักงานเขตพื้นที่การศึกษา"),
    "provincial-office": skeleton("สำนักงานศึกษาธิการจังหวัด"),
}


def detect_procedure(document: Document, registry: Registry) -> PlanRequirements | None:
    """The procedure whose plan document the draft's title names; None where no title is known.

    Where several procedures make the same kind of document, the one of the office that the draft names on its cover,
    else of the kind of office that its cover or else its text names most, else the first.
    """
    titles = _titles(document)
    kind = _document_type(titles, registry.documents.values())
    makers = [each for each in registry.plans.values() if each.document.type == kind]
    for lines in (titles, (block.text for block in document.blocks)):
        if len(makers) > 1:  # else the long text need not be folded
            makers = _nearest(makers, registry, skeleton("\n".join(lines)))
    return next(iter(makers), None)


def _nearest(makers: Sequence[PlanRequirements], registry: Registry, text: str) -> list[PlanRequirements]:
    """Those whose office a folded text names most, or whose kind of office."""
    nearness = [_nearness(registry.manuals[each.manual], text) for each in makers]
    return [each for each, near in zip(makers, nearness, strict=True) if near == max(nearness)]


def _nearness(manual: Manual, text: str) -> tuple[int, int]:
    """How often a folded text names the manual's office (without its group), and offices of its kind."""
    office = manual.office.th
    own = skeleton(office[max(office.find("สำนักงาน"), 0) :])
    return text.count(own), text.count(_OFFICE_KINDS[manual.office_kind])


def _titles(document: Document) -> list[str]:
    cover = [block.text for block in document.blocks[:_COVER_BLOCKS] if len(block.text) <= _TITLE_LENGTH]
    return [*([document.title] if document.title else []), *cover, document.path.stem]


def _document_type(titles: Iterable[str], types: Iterable[DocumentType]) -> str | None:
    names = sorted(_type_names(types), key=lambda each: -len(each[0]))
    for title in titles:
        folded = skeleton(title)
        for name, kind in names:
            if name in folded:
                if kind is not None:
                    return kind
                break  # a decoy: this line names another kind of document
    return None


def _type_names(types: Iterable[DocumentType]) -> Iterator[tuple[str, str | None]]:
    for each in types:
        for spelling in (each.title.th, each.title.en, *each.aliases.th, *each.aliases.en):
            yield skeleton(spelling), each.id
        for decoy in each.decoys:
            yield skeleton(decoy), None


def detect_fiscal_years(document: Document) -> tuple[int, ...]:
    """The fiscal years (Buddhist era) that the plan is for: from its title, else the one it names most; or none."""
    titles = [compact(title) for title in _titles(document)]
    for title in titles:
        if years := [*_spans(title), *_single(title)]:
            return tuple(years)
    named = Counter(year for block in document.blocks for year in _single(compact(block.text)))
    return (named.most_common(1)[0][0],) if named else ()


def _spans(text: str) -> Iterator[int]:
    match = _SPAN.search(text)
    if match and not _FISCAL.search(text[: match.start()]):
        first = int(match[1])
        last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
        if first < last < first + _LONGEST_PLAN:
            yield from range(first, last + 1)


def _single(text: str) -> Iterator[int]:
    match = _FISCAL.search(text)
    if match and not _SPAN.search(text):
        yield buddhist_year(int(match[1]))
