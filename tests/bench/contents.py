"""The table of contents of a made draft: what stands in it, and what is only promised there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from bench.layout import Part
from bench.pieces import Piece

CONTENTS = ("dots", "tabs", "field", "style", "table")
"""How it is set: with leaders, with tabs, as a field, in a style of its own, as a table."""


def contents_table(body: Sequence[Piece], parts: Sequence[Part], rng: Random) -> Iterator[Piece]:
    """A heading and its entries; `rows` of an entry hold the page number."""
    yield Piece(kind="heading", text="สารบัญ")
    lines = [piece.line for piece in body if piece.kind in {"heading", "inserted"}]
    for part in parts:
        if part.state == "toc-only":
            lines.insert(rng.randint(0, len(lines)), part.name)
    page = 1
    for line in lines:
        page += rng.randint(0, 3)
        yield Piece(kind="entry", text=line, rows=((str(page),),))
