"""Citations on their own: every series in many spellings, right and wrong, under every damage."""

from __future__ import annotations

from pathlib import Path
from random import Random

from bench import words
from bench.citing import cite
from bench.damage import DAMAGES
from bench.phrases import Recall
from bench.spellings import Spellings
from khumue.checker import check
from khumue.document import Block, Document, Place
from khumue.finding import ReferenceStatus
from khumue.messages import load_messages
from khumue.model import Catalogue
from khumue.registry import Registry

FISCAL_YEAR = 2570
_STATUSES: tuple[ReferenceStatus, ...] = ("cited", "wrong-years", "outdated", "no-edition")
_DRAWS = 4  # of name and spelling for each series and status

Statuses = dict[int, dict[str, ReferenceStatus]]
"""By line, the series found there and how each mention stands."""


def citations_judged(catalogue: Catalogue, registry: Registry, seed: int) -> dict[str, Recall]:
    """How many citations are found as their series and judged as they ought to be, clean and by damage."""
    return {name: _judged(name, catalogue, registry, seed) for name in ("clean", *DAMAGES)}


def _judged(damage: str, catalogue: Catalogue, registry: Registry, seed: int) -> Recall:
    rng = Random(f"{seed} {damage}")
    asked = [(*label, _damaged(text, damage, rng)) for *label, text in _spelled(catalogue, rng)]
    found = read_citations([text for _, _, text in asked], registry, FISCAL_YEAR)
    recall = Recall(asked=len(asked))
    for line, (reference, status, text) in enumerate(asked, 1):
        said = found.get(line, {})
        if said.get(reference) == status:
            recall.found += 1
        else:
            recall.lost.append(f"{text} is {reference} {status}: {said or 'not found'}")
    return recall


def _spelled(catalogue: Catalogue, rng: Random) -> list[tuple[str, ReferenceStatus, str]]:
    spellings = Spellings(catalogue)
    spelled = []
    for reference in catalogue.references.values():
        for status in _STATUSES:
            for _ in range(_DRAWS):
                name = rng.choice(spellings.of_reference(reference.id))
                if written := cite(reference, name, status, FISCAL_YEAR, rng):
                    spelled.append((reference.id, status, written))
    return spelled


def _damaged(text: str, damage: str, rng: Random) -> str:
    return DAMAGES[damage](text, rng) if damage in DAMAGES else text


def read_citations(lines: list[str], registry: Registry, fiscal_year: int) -> Statuses:
    """What each line cites; running text stands between them, so that no line is taken for the rest of another."""
    blocks: list[Block] = []
    for number, line in enumerate(lines, 1):
        blocks += [Block(text=part, place=Place(line=number)) for part in line.split("\n")]
        blocks.append(Block(text=words.SENTENCES[0], place=Place()))
    document = Document(path=Path("lines.txt"), kind="txt", title=None, blocks=tuple(blocks))
    plan = next(iter(registry.plans.values()))
    rules = load_messages().rules
    report = check(document, plan, registry, rules, today_fiscal_year=fiscal_year, fiscal_years=[fiscal_year])
    found: Statuses = {}
    for each in report.references:
        for citation in each.found:
            found.setdefault(citation.place.line or 0, {})[each.reference] = citation.status
    return found
