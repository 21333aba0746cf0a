"""Parts on the page: in chapters or in a row, numbered, with what stands under each heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench import words
from bench.numbers import CHAPTERS, ITEMS, NESTED, numbered
from bench.pieces import Piece
from bench.traps import traps

_PARAGRAPH = 120  # characters: items of lists and fields of sheets are shorter


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a plan, or several under one heading, in a state.

    `tracked` is how its heading is changed, if it is; `content` is what stands under it, drawn where nothing is given.
    """

    sections: tuple[str, ...]
    state: str
    name: str
    tracked: str = ""
    content: tuple[Piece, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether the draft has a heading for it."""
        return self.state in {"present", "empty", "placeholder"}


def lay_out(parts: Sequence[Part], rng: Random, *, with_sheet: bool = True) -> list[Piece]:
    """The body of a draft. `with_sheet` lets a project sheet stand in any part, unless the plan has a part for it."""
    body = list(_in_chapters(parts, rng) if rng.random() < 0.6 else _in_a_row(parts, rng))
    for part in parts:
        if part.state == "prose":
            _slip_in(body, rng, (Piece(kind="text", text=rng.choice(words.NAMING).format(name=part.name)),))
        elif part.tracked == "deleted":
            _slip_in(body, rng, (Piece(kind="deleted", text=part.name),))
    with_sheet &= not any("project-proposal" in part.sections for part in parts)
    for trap in traps(rng, with_sheet=with_sheet):
        _slip_in(body, rng, trap)
    return body


def _slip_in(body: list[Piece], rng: Random, pieces: Sequence[Piece]) -> None:
    """Put pieces behind a paragraph of the body, so that no empty part is filled by them and no list is divided."""
    if places := [at for at, piece in enumerate(body, 1) if piece.kind == "text" and len(piece.text) > _PARAGRAPH]:
        at = rng.choice(places)
        body[at:at] = pieces


def _in_a_row(parts: Sequence[Part], rng: Random) -> Iterator[Piece]:
    kind = rng.choice((*ITEMS, *CHAPTERS))
    for place, part in enumerate((part for part in parts if part.stands), 1):
        yield from _part(part, numbered(kind, 1, place), 1, rng)


def _in_chapters(parts: Sequence[Part], rng: Random) -> Iterator[Piece]:
    chapters, items = rng.choice(CHAPTERS), rng.choice(NESTED)
    left = [part for part in parts if part.stands]
    number = 0
    titles = rng.sample(words.CHAPTERS, len(words.CHAPTERS))
    while left:
        number += 1
        size = rng.randint(2, 5)
        group, left = left[:size], left[size:]
        at = numbered(chapters, 1, number)
        if group[0].state == "present" and rng.random() < 0.5:
            yield from _part(group.pop(0), at, 1, rng, plain=True)
        else:
            yield Piece(kind="heading", text=titles[number % len(titles)], number=at, level=1)
        for place, part in enumerate(group, 1):
            yield from _part(part, numbered(items, number, place), 2, rng)


def _part(part: Part, number: str, level: int, rng: Random, *, plain: bool = False) -> Iterator[Piece]:
    yield Piece(kind="inserted" if part.tracked else "heading", text=part.name, number=number, level=level)
    if part.state == "placeholder":
        yield Piece(kind="text", text=rng.choice(words.FILLERS))
    elif part.state == "present":
        yield from part.content or _content(rng, level, plain=plain)


def _content(rng: Random, level: int, *, plain: bool) -> Iterator[Piece]:
    match "text" if plain else rng.choice(("text", "text", "list", "numbers", "table", "sub-headings")):
        case "text":
            yield Piece(kind="text", text=words.paragraph(rng))
        case "list":
            yield from (Piece(kind="bullet", text=each) for each in rng.sample(words.BULLETS, 3))
        case "numbers":
            chosen = rng.sample(words.BULLETS, 4)
            yield from (Piece(kind="text", text=f"{number}) {each}") for number, each in enumerate(chosen, 1))
        case "table":
            yield Piece(kind="table", rows=words.RESULTS, bold_first=rng.random() < 0.5)
        case "sub-headings":
            for each in rng.sample(words.SUB_HEADINGS, 2):
                yield Piece(kind="heading", text=each, level=level + 1)
                yield Piece(kind="text", text=words.paragraph(rng))
