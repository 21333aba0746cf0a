"""Rows of the table of measurements, in both languages, and how a table is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khumue.vocabulary import Language, Text

HEADS = {
    "what": Text(th="สิ่งที่วัด", en="What"),
    "of": Text(th="จำนวน", en="Of"),
    "measured": Text(th="ค่าที่วัดได้", en="Measured"),
    "target": Text(th="เป้าหมาย", en="Target"),
    "met": Text(th="ผล", en="Met"),
}
_MET = {
    True: Text(th="ถึง", en="ok"),
    False: Text(th="ไม่ถึง", en="miss"),
    None: Text(th="", en=""),
}
NOT_MEASURED = Text(th="ไม่ได้วัด", en="not measured")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One measurement. `met` says whether it reaches the target; None where there is no target."""

    what: Text
    of: str = ""
    measured: str
    target: str = ""
    met: bool | None = None

    def cells(self, language: Language) -> tuple[str, ...]:
        """As printed."""
        measured = self.measured or NOT_MEASURED[language]
        return self.what[language], self.of, measured, self.target, _MET[self.met][language]


def share(what: Text, of: int, measured: float, target: float | None = None) -> Row:
    """A share of one, which is to be at least the target."""
    met = None if target is None or not of else measured >= target
    shown = "" if target is None else f"≥ {target:g}"
    return Row(what=what, of=f"{of:,}", measured=f"{measured:.4f}" if of else "", target=shown, met=met)


def count(what: Text, of: int, measured: int, target: int | None = None) -> Row:
    """A number of cases, which is to be at most the target."""
    met = None if target is None or not of else measured <= target
    return Row(
        what=what,
        of=f"{of:,}",
        measured=f"{measured:,}" if of else "",
        target="" if target is None else str(target),
        met=met,
    )


def as_text(rows: Sequence[Row], language: Language = "en") -> str:
    """For the terminal."""
    lines = [tuple(head[language] for head in HEADS.values()), *(row.cells(language) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    return "\n".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def as_markdown(rows: Sequence[Row], language: Language) -> str:
    """For the handbook."""
    return "\n".join(
        _markdown([tuple(head[language] for head in HEADS.values()), *(row.cells(language) for row in rows)])
    )


def grid_as_markdown(grid: Sequence[Sequence[str]]) -> str:
    """A table of any shape; its first line is the head."""
    return "\n".join(_markdown(grid))


def _markdown(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    head, *others = lines
    for line in (head, ["---"] * len(head), *others):
        yield "| " + " | ".join(line) + " |"
