"""The words of a matrix in the reader's language: what its rows say, and how its columns are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from khumue.addresses import address_from
from khumue.finding import Failure, Finding, Result
from khumue.readers import STANDARD_INPUT
from khumue.reports.matrix.rows import MARKS, OUTCOMES, Column, Row, clean, draft_row, key_of
from khumue.reports.wording import Wording
from khumue.vocabulary import PlanRequirements

if TYPE_CHECKING:
    pass


class Words(Wording):
    """Words for the rows of one run."""

    def rule(self, code: str) -> str:
        """The title of a rule."""
        return self.setup.messages.rules[code].title[self.language]

    def path(self, path: str) -> str:
        """The path of a file as it is shown."""
        return clean(super().name(path))

    def file(self, path: str) -> str:
        """The name of a file without its folders."""
        return self.path(Path(path).name)

    def folder(self, path: str) -> str:
        """The folder of a file as it was named, or nothing."""
        folder = clean(str(Path(path).parent))
        return "" if folder == "." else folder

    def address(self, path: str) -> str | None:
        """How a report in a file links to a draft."""
        if self.setup.folder is None or path == str(STANDARD_INPUT):
            return None
        return address_from(self.setup.folder, Path(path))

    def row(self, number: int, result: Result) -> Row:
        """The row of one result."""
        if isinstance(result, Failure):
            return Row(number=number, path=result.path, verdict="failed", remark=clean(self.advice(result)))
        return draft_row(number, result, self.setup.registry.plans[result.procedure].document)

    def text_of(self, row: Row) -> str:
        """What the text of a draft's file is good for."""
        said = self.say(f"matrix-text-{row.text_quality}")
        return f"{said} ({self.say('recognised')})" if row.recognised else said

    def plan(self, procedure: str) -> str:
        """A procedure, and the office whose manual has it."""
        plan = self.setup.registry.plans[procedure]
        return f"{plan.title[self.language]} ({self._office(plan)})"

    def plan_in_brief(self, procedure: str) -> str:
        """The office, and the plan that the procedure makes."""
        plan = self.setup.registry.plans[procedure]
        return f"{self._office(plan)} {self.setup.registry.documents[plan.document.type].title[self.language]}"

    def _office(self, plan: PlanRequirements) -> str:
        return self.setup.registry.manuals[plan.manual].short[self.language]

    def columns(self, procedure: str) -> tuple[Column, ...]:
        """What a procedure requires: parts in the order of the plan, then references."""
        return (*self._parts(procedure), *self._references(procedure))

    def _parts(self, procedure: str) -> Iterator[Column]:
        for each in self.setup.registry.plans[procedure].document.sections:
            title = self.setup.registry.sections[each.section].title[self.language]
            yield Column(kind="part", title=title, basis=each.basis)

    def _references(self, procedure: str) -> Iterator[Column]:
        for each in self.setup.registry.plans[procedure].document.references:
            title = self.setup.registry.references[each.reference].title[self.language]
            yield Column(kind="reference", title=title, basis=each.basis)

    def about(self, finding: Finding) -> str:
        """The part or reference that a finding is about, or nothing."""
        if finding.section:
            return self.setup.registry.sections[finding.section].title[self.language]
        return self.setup.registry.references[finding.reference].title[self.language] if finding.reference else ""

    def files(self, rows: Sequence[Row]) -> str:
        """How many files there are, and how many of each verdict."""
        counted = Counter(row.verdict for row in rows)
        said = (f"{MARKS[key_of(each)]} {self.say(key_of(each))} {counted[each]}" for each in OUTCOMES if counted[each])
        return f"{self.say('matrix-files', count=len(rows))}: {' · '.join(said)}" if rows else ""
