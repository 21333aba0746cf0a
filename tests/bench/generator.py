"""Drafts with labels: each required part is drawn present, missing or in one of the states between, then set in type.

Everything is drawn from a seed, so that the same call makes the same drafts on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random
from typing import cast

from bench import words
from bench.citing import cite
from bench.contents import CONTENTS, contents_table
from bench.damage import DAMAGES, can_hold_typo, typo
from bench.layout import Part, lay_out
from bench.pieces import LOOKS, Draft, Look, Piece
from bench.spellings import Spellings
from khumue.finding import ReferenceStatus, SectionStatus
from khumue.model import Catalogue, Procedure
from khumue.thai import skeleton

FISCAL_YEAR = 2570
STYLES = ("style", "outline", "bold", "bcs", "plain", "listed", "cell", "box", "mixed")
_STRONG_TO_WEAK: tuple[Look, ...] = ("style", "outline", "bold", "bcs", "plain")
_FEWEST_PARTS = 5

_STATES = {"present": 55, "missing": 9, "prose": 9, "toc-only": 9, "empty": 9, "placeholder": 9}
_LABELS: dict[str, SectionStatus] = {"prose": "missing"}
_CITED: tuple[ReferenceStatus, ...] = ("cited", "cited", "cited", "wrong-years", "outdated", "no-edition", "missing")


def make_drafts(
    catalogue: Catalogue, *, seed: int, count: int, style: str, damage: str = "clean", tracked: bool = True
) -> Iterator[Draft]:
    """Drafts of the catalogue's plans in turn. `damage` is one of DAMAGES, "typos" or "clean".

    `tracked` lets headings stand under tracked changes, which only Word files can say.
    """
    plans = [
        each for each in catalogue.procedures.values() if each.document and len(each.document.sections) >= _FEWEST_PARTS
    ]
    rng = Random(f"{seed} {style} {damage}")
    rng.shuffle(plans)
    for number in range(count):
        yield _Maker(catalogue, plans[number % len(plans)], rng, style, damage, tracked).draft(number)


class _Maker:
    def __init__(
        self, catalogue: Catalogue, procedure: Procedure, rng: Random, style: str, damage: str, tracked: bool
    ) -> None:
        self.catalogue = catalogue
        self.spellings = Spellings(catalogue)
        self.procedure = procedure
        self.rng = rng
        self.style = style
        self.damage = damage
        self.tracked = tracked
        # In a mixed draft each level has its own look, none stronger than the level above.
        looks = sorted(rng.choices(range(len(_STRONG_TO_WEAK)), k=3))
        self.mixed = [_STRONG_TO_WEAK[each] for each in looks]

    def draft(self, number: int) -> Draft:
        parts = [self._part(section) for section in self._sections()]
        body = lay_out(parts, self.rng)
        contents = self.rng.choice(CONTENTS)
        if any(part.state == "toc-only" for part in parts):
            body = [*contents_table(body, parts, self.rng), *body]
        references, citations = self._references()
        said = skeleton(" ".join(piece.text for piece in body) + self._title())
        title = f"{self._title()} ประจำปีงบประมาณ พ.ศ. {FISCAL_YEAR}"
        pieces = [Piece(kind="title", text=title), *self._foreword(citations), *body]
        return Draft(
            name=f"{self.style}-{self.damage}-{number}".replace(" ", "_"),
            procedure=self.procedure.id,
            style=self.style,
            damage=self.damage,
            contents=contents,
            running_header=title if self.rng.random() < 0.5 else "",
            pieces=tuple(self._damaged(self._set(piece)) for piece in pieces),
            sections={
                section: _LABELS.get(part.state, cast(SectionStatus, part.state))
                for part in parts
                for section in part.sections
            },
            # A heading or the title may name the series that is not cited.
            references={
                name: status
                for name, status in references.items()
                if status != "missing" or not self._named(name, said)
            },
        )

    def _named(self, reference: str, text: str) -> bool:
        return any(skeleton(each) in text for each in self.spellings.of_reference(reference))

    def _title(self) -> str:
        assert self.procedure.document
        return self.catalogue.documents[self.procedure.document.type].title.th.removesuffix("ประจำปี")

    def _sections(self) -> Iterator[tuple[str, ...]]:
        """The required parts in order; now and then neighbours share one heading."""
        assert self.procedure.document
        required = [each.section for each in self.procedure.document.sections]
        while required:
            joined = next((each for each in _JOINED if tuple(required[: len(each)]) == each), None)
            take = joined if joined and self.rng.random() < 0.35 else (required[0],)
            del required[: len(take)]
            yield take

    def _part(self, sections: tuple[str, ...]) -> Part:
        state = self.rng.choices([*_STATES], [*_STATES.values()])[0]
        if len(sections) > 1:
            return Part(sections=sections, state=state, name=self._joined_name(sections), tracked="")
        assert self.procedure.document
        beside = {each.section for each in self.procedure.document.sections}
        if not beside.isdisjoint(_PIECES.get(sections[0], ())):
            state = "present"
        damaged = self.damage != "clean"
        name = self.rng.choice(self.spellings.of_section(sections[0], damaged=damaged, beside=beside))
        if self.damage == "typos" and state in {"present", "empty", "placeholder"} and can_hold_typo(name):
            name = typo(name, self.rng)
        tracked = ""
        if self.tracked and self.rng.random() < 0.1:
            tracked = {"missing": "deleted", "present": "inserted"}.get(state, "")
        return Part(sections=sections, state=state, name=name, tracked=tracked)

    def _joined_name(self, sections: tuple[str, ...]) -> str:
        names = [self.catalogue.sections[each].title.th for each in sections]
        last = f"{self.rng.choice((' และ', 'และ'))}{names[-1]}"
        return " ".join(names[:-1]) + last

    def _references(self) -> tuple[dict[str, ReferenceStatus], list[str]]:
        assert self.procedure.document
        labels: dict[str, ReferenceStatus] = {}
        citations: list[str] = []
        for each in self.procedure.document.references:
            status = self.rng.choice(_CITED)
            name = self.rng.choice(self.spellings.of_reference(each.reference))
            written = cite(self.catalogue.references[each.reference], name, status, FISCAL_YEAR, self.rng)
            if written is not None:
                citations.append(written)
                labels[each.reference] = status
            elif status == "missing":
                labels[each.reference] = status
        return labels, citations

    def _foreword(self, citations: Iterable[str]) -> Iterator[Piece]:
        yield Piece(kind="heading", text="คำนำ", level=1)
        yield Piece(kind="text", text=words.paragraph(self.rng))
        cited = list(citations)
        match self.rng.choice(("sentence", "list", "table")) if cited else "none":
            case "sentence":
                yield Piece(kind="text", text="เล่มนี้สอดคล้องกับ" + " ".join(cited) + " ตามลำดับ")
            case "list":
                yield from (Piece(kind="bullet", text=each) for each in cited)
            case "table":
                rows = [(str(number), each, "สอดคล้อง") for number, each in enumerate(cited, 1)]
                yield Piece(kind="table", rows=(("ที่", "เรื่อง", "ผล"), *rows))

    def _set(self, piece: Piece) -> Piece:
        """The piece in the draft's style of headings."""
        if piece.kind not in {"heading", "deleted", "inserted"}:
            return piece
        look = self.mixed[piece.level - 1] if self.style == "mixed" else cast(Look, self.style)
        assert look in LOOKS
        return replace(piece, look=look)

    def _damaged(self, piece: Piece) -> Piece:
        if (damage := DAMAGES.get(self.damage)) is None:
            return piece
        rows = tuple(tuple(damage(cell, self.rng) for cell in row) for row in piece.rows)
        return replace(piece, text=damage(piece.text, self.rng), number=damage(piece.number, self.rng), rows=rows)


# Parts that their pieces make up where the plan has these too: they are never drawn empty beside them.
_PIECES = {"swot-analysis": ("swot-internal", "swot-external"), "development-direction": ("vision", "mission", "goals")}
_JOINED = (("vision", "mission", "goals"), ("vision", "mission"), ("mission", "goals"), ("projects", "budget"))
