"""Names alone on a line: recall under damage, look-alikes, and lines of running text that name nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench import words
from bench.damage import DAMAGES, can_hold_typo, typo
from bench.spellings import Spellings
from khumue.checker import check
from khumue.document import Block, Document, Place
from khumue.messages import load_messages
from khumue.model import Catalogue, Procedure
from khumue.names import Match
from khumue.registry import Registry
from khumue.thai import skeleton
from khumue.vocabulary import Names

Found = Mapping[int, Sequence[tuple[str, Match]]]
"""By line, the sections that it was found to be and how sure the match is."""

_LINES = 1_000
_LINE_LENGTH = 60
_SHORTEST = 12


@dataclass
class Recall:
    """How many names were found as what they are; `lost` are the others, `wrong` those of them that
    were silently taken for something else."""

    asked: int = 0
    found: int = 0
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of one."""
        return self.found / max(self.asked, 1)


def find_parts(lines: Sequence[str], registry: Registry, *, level: int | None = None, bold: bool = False) -> Found:
    """What each line of a document is found to be: parts with how sure the match is. Running text stands between
    lines that have a level."""
    blocks = []
    for number, line in enumerate(lines, 1):
        blocks.append(Block(text=line, place=Place(line=number), level=level, bold=bold))
        if level is not None:
            blocks.append(Block(text=words.SENTENCES[number % len(words.SENTENCES)], place=Place()))
    document = Document(path=Path("lines.txt"), kind="txt", title=None, blocks=tuple(blocks))
    plan = next(iter(registry.plans.values()))
    report = check(document, plan, registry, load_messages().rules, today_fiscal_year=2570)
    found: dict[int, list[tuple[str, Match]]] = {}
    for section in report.sections:
        for each in section.found:
            found.setdefault(each.place.line or 0, []).append((section.section, each.match))
    return found


def recall_by_damage(catalogue: Catalogue, registry: Registry, seed: int) -> dict[str, Recall]:
    """Every Thai spelling of every part as a heading, under every damage and with a typo."""
    spellings = Spellings(catalogue)
    results = {}
    for damage, apply in {**DAMAGES, "typos": typo}.items():
        rng = Random(f"{seed} {damage}")
        asked = [
            (section, spelling, apply(spelling, rng))
            for section in catalogue.sections
            for spelling in spellings.of_section(section, damaged=True)
            if damage != "typos" or can_hold_typo(spelling)
        ]
        results[damage] = recall_of(asked, registry)
    return results


def recall_of(asked: Sequence[tuple[str, str, str]], registry: Registry) -> Recall:
    """How many headings (section, name, as written) are found as their section."""
    recall = Recall(asked=len(asked))
    found = find_parts([written for _, _, written in asked], registry, level=1)
    for number, (section, name, written) in enumerate(asked, 1):
        matches = found.get(number, [])
        if any(each == section for each, _ in matches):
            recall.found += 1
            continue
        said = ", ".join(f"{each} ({match})" for each, match in matches) or "not found"
        recall.lost.append(f"{name} as {written} is {section}: {said}")
        if any(match != "near" for _, match in matches):
            recall.wrong.append(recall.lost[-1])
    return recall


def confused(catalogue: Catalogue, registry: Registry, seed: int) -> tuple[int, list[str]]:
    """Look-alikes, whole and damaged, and those that were silently taken for the part that they look like."""
    own = {skeleton(each) for section in catalogue.sections for each in Spellings(catalogue).of_section(section)}
    rng = Random(seed)
    asked: list[tuple[str, str]] = []
    for section in catalogue.sections.values():
        for decoy in section.decoys:
            asked.append((section.id, decoy))
            # Where only marks told them apart, the damaged one is both: คานิยม.
            asked += [(section.id, apply(decoy, rng)) for apply in DAMAGES.values() if skeleton(decoy) not in own]
    found = find_parts([line for _, line in asked], registry, level=1)
    wrong = [
        f"{line} taken for {section} ({match})"
        for number, (section, line) in enumerate(asked, 1)
        for each, match in found.get(number, [])
        if each == section and match != "near"
    ]
    return len(asked), wrong


def negative_lines(catalogue: Catalogue) -> list[str]:
    """Lines of the procedures' own texts, cut as a page cuts them; those that are names of parts are left out."""
    named = {
        skeleton(name)
        for section in catalogue.sections.values()
        for names in (section.aliases, section.old_names, Names(th=(section.title.th,), en=(section.title.en,)))
        for name in (*names.th, *names.en)
    }
    lines = [line for procedure in catalogue.procedures.values() for text in _texts(procedure) for line in _cut(text)]
    kept = [line for line in dict.fromkeys(lines) if len(line) >= _SHORTEST and not _only_names(line, named)]
    return Random(4).sample(kept, min(_LINES, len(kept)))


def _only_names(line: str, named: Collection[str]) -> bool:
    """Whether a line is a part's name, or several with nothing beside them."""
    pieces = re.split(r"\s+|และ", re.sub(r"\([^)]*\)", "", line))
    return skeleton(line) in named or all(skeleton(piece) in named for piece in pieces if piece)


def _texts(procedure: Procedure) -> Iterator[str]:
    yield from (each.th for each in (*procedure.objectives, *procedure.scope))
    yield from (each.text.th for each in procedure.definitions)
    for step in procedure.steps:
        yield step.text.th


def _cut(text: str) -> Iterator[str]:
    line = ""
    for word in re.split(r"(?<=\s)", " ".join(text.split())):
        if line and len(line) + len(word) > _LINE_LENGTH:
            yield line.strip()
            line = ""
        line += word
    yield line.strip()


@dataclass
class Taken:
    """Lines that were taken for headings of parts: silently, or as near a name and to be confirmed."""

    silent: int = 0
    near: int = 0
    cases: list[str] = field(default_factory=list)


def taken_for_parts(lines: Sequence[str], registry: Registry) -> Taken:
    """What running text, plain and bold, is taken for."""
    taken = Taken()
    for bold in (False, True):
        for number, matches in find_parts(lines, registry, bold=bold).items():
            for section, match in matches:
                taken.near += match == "near"
                taken.silent += match != "near"
                taken.cases.append(f"{'bold' if bold else 'plain'} line {lines[number - 1]}: {section} ({match})")
    return taken
