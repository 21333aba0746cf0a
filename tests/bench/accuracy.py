"""How often the checker is right: made drafts of every kind, names on their own, and complete drafts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.complete import complete_drafts
from bench.damage import DAMAGES
from bench.generator import STYLES, make_drafts
from bench.pieces import LOOKS, Draft, Look
from bench.printing import by_chromium, by_libreoffice
from bench.scoring import Score, check_one, score
from bench.writers import write
from khumue.catalogue import load_catalogue
from khumue.model import Catalogue
from khumue.registry import Registry, load_registry

SEED = 2570
_DAMAGED_STYLES = ("bold", "plain", "mixed")


@dataclass(frozen=True)
class Size:
    """How many drafts of each style of headings: clean ones, those of each damage, and printed ones."""

    clean: int
    damaged: int
    printed: int


FULL, QUICK = Size(24, 12, 8), Size(6, 3, 2)


@dataclass
class Bench:
    """The data and the folder that the measurements share."""

    folder: Path
    size: Size
    catalogue: Catalogue = field(default_factory=load_catalogue)
    registry: Registry = field(default_factory=load_registry)

    def score_written(self, kind: str) -> Mapping[tuple[str, str], Score]:
        """Scores of a kind of file by style and damage."""
        return {
            (style, damage): score(self._written(kind, drafts), self.registry)
            for style, damage, drafts in self._sets(tracked=kind == "docx")
        }

    def score_printed(self, kind: str, to: str = "pdf") -> Mapping[tuple[str, str], Score]:
        """Scores of drafts written as `kind` and printed or converted by the program for it; empty without it."""
        drafts = [
            each for style in STYLES for each in self._drafts(style, "clean", self.size.printed, tracked=to != "pdf")
        ]
        by_source = {path: draft for draft, path in self._written(kind, drafts)}
        printed = by_libreoffice(by_source, to) if kind == "docx" else by_chromium(by_source)
        groups: dict[tuple[str, str], list[tuple[Draft, Path]]] = defaultdict(list)
        for source, path in printed.items():
            groups[by_source[source].style, "clean"].append((by_source[source], path))
        return {group: score(drafts, self.registry) for group, drafts in groups.items()}

    def findings_on_complete(self, kind: str, looks: Sequence[Look] = LOOKS) -> tuple[int, list[str]]:
        """How many complete drafts there are, and every error or warning on them."""
        drafts = complete_drafts(self.catalogue, looks if kind != "pdf" else looks[:1])
        written = self._written("docx" if kind == "pdf" else kind, drafts)
        if kind == "pdf":
            printed = by_libreoffice(path for _, path in written)
            written = [(draft, printed[path]) for draft, path in written if path in printed]
        return len(written), [said for draft, path in written for said in self._said(draft, path)]

    def kinds_recognised(self) -> tuple[int, list[str]]:
        """How many complete drafts there are, and those whose title was taken for that of another kind of document."""
        written = self._written("docx", complete_drafts(self.catalogue, ["style"]))
        return len(written), [draft.name for draft, path in written if not self._recognised(draft, path)]

    def _recognised(self, draft: Draft, path: Path) -> bool:
        report, _ = check_one(path, None, self.registry)
        plans = self.registry.plans
        return report is not None and plans[report.procedure].document.type == plans[draft.procedure].document.type

    def _said(self, draft: Draft, path: Path) -> Iterator[str]:
        report, failure = check_one(path, draft.procedure, self.registry)
        if report is None:
            yield f"{draft.name}{path.suffix}: {failure}"
            return
        for each in report.findings:
            if each.severity != "note":
                yield f"{draft.name}{path.suffix}: {each.code} {each.message.en}"

    def _sets(self, *, tracked: bool) -> Iterator[tuple[str, str, list[Draft]]]:
        for style in STYLES:
            yield style, "clean", self._drafts(style, "clean", self.size.clean, tracked=tracked)
        for style in _DAMAGED_STYLES:
            for damage in (*DAMAGES, "typos"):
                yield style, damage, self._drafts(style, damage, self.size.damaged, tracked=tracked)

    def _drafts(self, style: str, damage: str, number: int, *, tracked: bool) -> list[Draft]:
        return list(make_drafts(self.catalogue, seed=SEED, count=number, style=style, damage=damage, tracked=tracked))

    def _written(self, kind: str, drafts: Iterable[Draft]) -> list[tuple[Draft, Path]]:
        return [(draft, write(draft, self.folder, kind)) for draft in drafts]


def total(
    scores: Mapping[tuple[str, str], Score], keep: Callable[[str, str], bool] = lambda style, damage: True
) -> Score:
    """The scores of the styles and damages to keep, counted together."""
    whole = Score()
    for (style, damage), each in scores.items():
        if keep(style, damage):
            whole.add(each)
    return whole
