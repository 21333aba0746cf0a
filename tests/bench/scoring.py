"""What the checker says of made drafts, against their labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.pieces import Draft
from khumue.checking import check_files
from khumue.finding import DraftReport
from khumue.messages import load_messages
from khumue.registry import Registry


@dataclass(frozen=True)
class Miss:
    """One label that the checker does not share."""

    draft: str
    path: Path
    what: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.draft}{self.path.suffix}: {self.what} is {self.expected}, found {self.found}"


@dataclass
class Score:
    """Labels counted: (expected, found) for sections and for references, and every disagreement."""

    sections: Counter[tuple[str, str]] = field(default_factory=Counter)
    references: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    drafts: int = 0
    unread: list[str] = field(default_factory=list)

    @property
    def section_accuracy(self) -> float:
        """The share of sections with the right status."""
        return _accuracy(self.sections)

    @property
    def reference_accuracy(self) -> float:
        """The share of references with the right status."""
        return _accuracy(self.references)

    def precision(self, status: str = "present") -> float:
        """How many of the sections said to have this status have it."""
        said = sum(count for (_, found), count in self.sections.items() if found == status)
        return self.sections[status, status] / said if said else 1.0

    def recall(self, status: str = "present") -> float:
        """How many of the sections that have this status are said to."""
        have = sum(count for (expected, _), count in self.sections.items() if expected == status)
        return self.sections[status, status] / have if have else 1.0

    def add(self, other: Score) -> None:
        """Count another score in."""
        self.sections += other.sections
        self.references += other.references
        self.misses += other.misses
        self.drafts += other.drafts
        self.unread += other.unread


def _accuracy(counted: Counter[tuple[str, str]]) -> float:
    return sum(count for (expected, found), count in counted.items() if expected == found) / max(counted.total(), 1)


def score(drafts: Iterable[tuple[Draft, Path]], registry: Registry) -> Score:
    """Check every file as its draft's procedure and compare. A file that is not read has all its labels wrong."""
    total = Score()
    for draft, path in drafts:
        total.drafts += 1
        report, failure = check_one(path, draft.procedure, registry)
        if failure:
            total.unread.append(f"{draft.name}{path.suffix}: {failure}")
        for kind, what, expected, found in _compared(draft, report):
            (total.sections if kind == "section" else total.references)[expected, found] += 1
            if expected != found:
                total.misses.append(Miss(draft.name, path, what, expected, found))
    return total


def check_one(path: Path, procedure: str | None, registry: Registry) -> tuple[DraftReport | None, str]:
    """The report on a file, or why there is none. Without a procedure the checker is to recognise it."""
    plan = registry.plans[procedure] if procedure else None
    report = check_files([path], registry, load_messages(), plan=plan)
    return next(iter(report.drafts), None), " ".join(each.message.en for each in report.failures)


def _compared(draft: Draft, report: DraftReport | None) -> Iterator[tuple[str, str, str, str]]:
    sections = {each.section: each.status for each in report.sections} if report else {}
    references = {each.reference: each.status for each in report.references} if report else {}
    for section, expected in draft.sections.items():
        yield "section", section, expected, sections.get(section, "unread")
    for reference, wanted in draft.references.items():
        yield "reference", reference, wanted, references.get(reference, "unread")
