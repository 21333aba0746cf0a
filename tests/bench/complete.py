"""A complete, correct draft of every procedure that makes a document: on these the checker ought to be silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from bench import words
from bench.citing import cite
from bench.contents import CONTENTS, contents_table
from bench.layout import Part, lay_out
from bench.numbers import numbered
from bench.pieces import Draft, Look, Piece
from bench.sheets import PROJECTS, TOTAL, projects_table, sheet_lines, sheet_table
from bench.spellings import Spellings
from khumue.model import Catalogue, Procedure, Reference, Section

FISCAL_YEAR = 2570
_SHEETS = ("projects", "project-proposal")


def complete_drafts(catalogue: Catalogue, looks: Iterable[Look]) -> Iterator[Draft]:
    """Two for each procedure with a document in each look of headings: set plainly, and as freely as offices do."""
    for look in looks:
        for procedure in catalogue.procedures.values():
            if procedure.document is not None:
                yield _draft(catalogue, procedure, look, "plain")
                yield _draft(catalogue, procedure, look, "free")


def _draft(catalogue: Catalogue, procedure: Procedure, look: Look, setting: str) -> Draft:
    """Every required part in order with what it is to hold, every required source in the edition in force."""
    assert procedure.document
    rng = Random(f"{procedure.id} {look}")
    title = f"{catalogue.documents[procedure.document.type].title.th} ปีงบประมาณ พ.ศ. {FISCAL_YEAR}"
    pieces = [
        Piece(kind="title", text=title),
        Piece(kind="text", text=catalogue.manuals[procedure.manual].office.th),
        *_foreword([catalogue.references[each.reference] for each in procedure.document.references], rng),
        *(_plainly if setting == "plain" else _freely)(catalogue, procedure, rng),
    ]
    return Draft(
        name=f"complete-{setting}-{look}-{procedure.id.replace('/', '-')}",
        procedure=procedure.id,
        style=look,
        contents=rng.choice(CONTENTS),
        running_header=title,
        pieces=tuple(replace(piece, look=look) for piece in pieces),
    )


def _plainly(catalogue: Catalogue, procedure: Procedure, rng: Random) -> Iterator[Piece]:
    """Numbered part by part under their own titles."""
    assert procedure.document
    for number, required in enumerate(procedure.document.sections, 1):
        section = catalogue.sections[required.section]
        yield Piece(kind="heading", text=section.title.th, number=numbered("ส่วนที่ 1", 1, number))
        yield from _content(section, rng)


def _freely(catalogue: Catalogue, procedure: Procedure, rng: Random) -> Iterator[Piece]:
    """A contents table, then the parts under any of their names in use, in chapters or in a row, among traps."""
    assert procedure.document
    spellings = Spellings(catalogue)
    beside = {each.section for each in procedure.document.sections}
    parts = [
        Part(
            sections=(each.section,),
            state="present",
            name=rng.choice(spellings.of_section(each.section, old=False, beside=beside)),
            content=tuple(_content(catalogue.sections[each.section], rng)),
        )
        for each in procedure.document.sections
    ]
    body = lay_out(parts, rng, with_sheet=False)
    yield from contents_table(body, parts, rng)
    yield from body


def _foreword(references: list[Reference], rng: Random) -> Iterator[Piece]:
    yield Piece(kind="heading", text="คำนำ")
    yield Piece(kind="text", text=words.paragraph(rng))
    for each in references:
        # A kind of plan that no longer exists need not be cited.
        if written := cite(each, each.title.th, "cited", FISCAL_YEAR, rng):
            yield Piece(kind="bullet", text=written)


def _content(section: Section, rng: Random) -> Iterator[Piece]:
    """A paragraph, then each thing that the vocabulary expects of the part, named as it names it."""
    yield Piece(kind="text", text=words.paragraph(rng))
    for part in section.contains:
        match part.kind:
            case "table":
                yield Piece(kind="text", text=f"ตารางที่ 1 {part.th}")
                yield Piece(kind="table", rows=words.RESULTS, bold_first=True)
            case "figures":
                yield Piece(kind="text", text=f"{part.th} คือ {TOTAL:,} บาท และร้อยละ 95 ของนักเรียน 14,236 คน")
            case "list":
                yield Piece(kind="text", text=f"{part.th} มีดังนี้")
                yield from (Piece(kind="bullet", text=each) for each in rng.sample(words.BULLETS, 3))
            case "picture":
                yield Piece(kind="text", text=f"ภาพที่ 1 {part.th}")
            case "text":
                yield Piece(kind="text", text=f"{part.th} {words.paragraph(rng)}")
    if section.id == "projects":
        yield projects_table()
    if section.id in _SHEETS:
        first, second = PROJECTS
        yield sheet_table(first)
        yield from sheet_lines(second)
