"""Text to references: which series a draft cites, with the edition and years that it writes.

Titles are found on the skeleton, so that lost marks and spaces do not hide them; edition and years are read from the
text after the title with marks and spaces dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from khumue.document import Block, Place
from khumue.frozen import frozen
from khumue.referencenames import SHORT, Hit, Name, ReferenceNames, find_names
from khumue.running import RunningText
from khumue.tails import Said, Tail, only_tail, plain, read_tails
from khumue.thai import clean, compact, compact_positions
from khumue.unknown import UnknownCitation, find_unknown
from khumue.vocabulary import Years

_TAIL_LENGTH, _REACH = 140, 80
# An edition may stand on the next line; a fiscal year there begins another sentence.
_TAIL_ON_NEXT_LINE = re.compile(r"[(\[]*(?:ฉบ[บย]|พ\.?ศ|พทธศกราช|(?:25|20)\d\d-|\([a-z]{3,8}\))")
_MAY_HOLD_TAIL = re.compile(r"[0-9๐-๙]|ส.{0,2}บ")
_LAW_YEAR = re.compile(r"พ\.?ศ|ฉบบ")
_NUMBER_ALONE = re.compile(r"\(?(\d{1,2})\)?")


@frozen
class Mention:
    """One place where a series is named. `edition_id` is set where the name is that of one edition alone.

    `amendments` are the laws named as amending it, `before` and `after` the words beside it, and `near` is a name that
    is not quite the one known.
    """

    reference: str
    edition_id: str | None
    text: str
    edition: str | None
    years: Years | None
    amendments: tuple[tuple[str | None, Years | None], ...] = ()
    before: str = ""
    after: str = ""
    near: bool = False
    block: int
    place: Place


@frozen
class Citations:
    """Every mention of a known series outside contents tables, in reading order, and what else is cited like one."""

    mentions: tuple[Mention, ...]
    unknown: tuple[UnknownCitation, ...]


def find_citations(blocks: Sequence[Block], names: ReferenceNames) -> Citations:
    """What a draft cites. The longest name wins; one that is nearly known counts, but for where a known one stands.

    Raises DraftError where a draft names more than any plan does.
    """
    text = RunningText(blocks)
    hits = find_names(text.folded, names)
    misspelt, unknown = find_unknown(text, hits, names)
    replaced = {each.start for each in misspelt}
    known = [(hit, False) for hit in hits if hit.start not in replaced] + [(hit, True) for hit in misspelt]
    known.sort(key=lambda each: each[0].start)
    return Citations(
        mentions=tuple(mention for hit, near in known for mention in _mentions_at(text, hit, near=near)),
        unknown=unknown,
    )


def _mentions_at(text: RunningText, hit: Hit, *, near: bool) -> Iterator[Mention]:
    """What a name cites: one mention for each series that has the name and for each edition that follows it."""
    if not hit.series:
        return
    first, last = text.place_at(hit.start), text.end_at(hit.end - 1)
    if first[0] != last[0] and hit.end - hit.start < SHORT:
        return  # short names do not run over the end of a line
    written = text.text_between(first, last)
    after = _text_after(text, last)
    tails = (read_tails(plain(after)) if _MAY_HOLD_TAIL.search(after) else ()) or _tail_in_row(text, last)
    for name in hit.series:
        if not name[3] or name[3] in compact(written + after[:2]).casefold():
            for tail in tails or (None,):
                yield _mention(text, name, first, (written, after), tail, near=near)


def _mention(
    text: RunningText, name: Name, first: tuple[int, int], said: tuple[str, str], tail: Tail | None, *, near: bool
) -> Mention:
    number, start = first
    written, after = said
    block = text.blocks[number]
    quote = written + (_raw(after, tail.cited.start, tail.end) if tail else "")
    return Mention(
        reference=name[1],
        edition_id=name[2] or None,
        text=clean(quote),
        edition=tail.cited.edition if tail else None,
        years=tail.cited.years if tail else None,
        amendments=tuple((each.edition, each.years) for each in tail.amendments) if tail else (),
        before=block.text[max(0, start - _REACH) : start],
        after=after,
        near=near,
        block=number,
        place=block.place,
    )


def _text_after(text: RunningText, last: tuple[int, int]) -> str:
    """The text that follows a name, over the end of its line where the next one goes on with it."""
    number, end = last
    after = text.blocks[number].text[end : end + _TAIL_LENGTH]
    while len(after) < _TAIL_LENGTH and (following := text.goes_on(number)) is not None:
        if not (after.strip() or _TAIL_ON_NEXT_LINE.match(plain(following.text[:20]))):
            break
        after = f"{after}\n{following.text}"
        number += 1
    return after[:_TAIL_LENGTH]


def _tail_in_row(text: RunningText, last: tuple[int, int]) -> tuple[Tail, ...]:
    """The edition and years in the cells beside a name that ends its own cell."""
    number, end = last
    if text.blocks[number].cell is None or compact(text.blocks[number].text[end:]):
        return ()
    edition: str | None = None
    years: Years | None = None
    for head, cell in text.cells_after(number):
        alone = _NUMBER_ALONE.fullmatch(cell) if "ฉบบ" in head else None
        said = None if alone else only_tail(plain(cell))
        if said and said.one_year and not _LAW_YEAR.search(head + cell):
            continue  # perhaps the year of a project
        edition = edition or (alone[1] if alone else said.edition if said else None)
        years = years or (said.years if said else None)
    return (Tail(cited=Said(edition=edition, years=years, start=0, end=0)),) if edition or years else ()


def _raw(after: str, start: int, end: int) -> str:
    """What stands for some compact characters in a text, with the space before them."""
    if not end:
        return ""  # said in another cell
    standing = compact_positions(after)
    return (" " if start else "") + after[standing[start] if start else 0 : standing[end - 1] + 1]
