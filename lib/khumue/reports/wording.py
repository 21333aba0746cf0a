"""What reports say in the reader's language: names, places, the verdict, advice. All of them say it in these words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khumue.finding import SEVERITIES, DocumentFacts, DraftReport, Failure, Finding, ReferenceResult, SectionResult
from khumue.readers import STANDARD_INPUT
from khumue.reports.summary import verdict_of

if TYPE_CHECKING:
    from khumue.document import Place
    from khumue.finding import Occurrence, Severity
    from khumue.reports import Setup
    from khumue.reports.belonging import Neighbours
    from khumue.reports.summary import Asked


class Wording:
    """Says things in the language of a setup."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.language = setup.language
        self._registry = setup.registry

    def say(self, key: str, **values: object) -> str:
        """Words of the message catalogue, filled in."""
        return self.setup.messages.words[key][self.language].format(**values)

    def name(self, path: str) -> str:
        """A draft's name as it was given."""
        return self.say("standard-input") if path == str(STANDARD_INPUT) else path

    def title(self, result: Asked) -> str:
        """What a part or a series of references is called."""
        if isinstance(result, SectionResult):
            return self._registry.sections[result.section].title[self.language]
        return self._registry.references[result.reference].title[self.language]

    def expected(self, result: Asked) -> str:
        """What the plan is to have: a part, or the edition of a series that is in force in the plan's years."""
        if isinstance(result, ReferenceResult):
            for edition in self._registry.references[result.reference].editions:
                if edition.id == result.expected:
                    return edition.title[self.language]
        return self.title(result)

    def verdict(self, draft: DraftReport) -> str:
        """Whether a draft passes."""
        return self.say(f"judged-{verdict_of(draft, self._registry.plans[draft.procedure].document)}")

    def counts(self, draft: DraftReport) -> Iterator[tuple[Severity, str]]:
        """How much there is of each severity, as far as there is any."""
        for severity in SEVERITIES:
            if count := draft.count(severity):
                yield severity, self.say(f"text-{severity}", count=count)

    def years(self, facts: DocumentFacts) -> str:
        """The fiscal years of a plan, and who named them."""
        return f"{facts.years_written} ({self.say(f'years-{facts.years_from}')})"

    def place(self, place: Place, under: str | None = None) -> str:
        """Where something stands: page 3 paragraph 12 under “…”."""
        said = [self.say(unit, number=number) for unit, number in _units(place)]
        return " ".join([*said, self.say("under", heading=under)] if under else said)

    def places(self, places: Sequence[Place]) -> str:
        """Where several things stand; a unit that is the same for all is named once."""
        units = [_units(place) for place in places]
        if len({tuple(unit for unit, _ in each) for each in units}) == 1 and len(units[0]) == 1:
            return self.say(units[0][0][0], number=", ".join(str(each[0][1]) for each in units))
        return ", ".join(map(self.place, places))

    def belonging(self, beside: Neighbours) -> str:
        """Where a missing part is to be added: the headings between which it belongs, or the one of them there is."""
        headings = {"previous": beside.previous, "next": beside.next}
        said = {name: self._heading(found) for name, found in headings.items() if found}
        return self.say(f"belongs-{'between' if len(said) == 2 else 'after' if beside.previous else 'before'}", **said)

    def _heading(self, found: Occurrence) -> str:
        return f"“{found.heading}” ({self.place(found.place)})"

    def basis(self, finding: Finding) -> str:
        """The manual's office and the numbers that a finding rests on, or nothing."""
        if not finding.basis:
            return ""
        office = self._registry.manuals[finding.basis.manual].short[self.language]
        return " ".join((office, ", ".join(finding.basis.locators))).strip()

    def advice(self, found: Finding | Failure) -> str:
        """What is wrong, and in a line of its own how to mend it."""
        return f"{found.message[self.language]}\n{self.say('fix')}: {found.fix[self.language]}"


def _units(place: Place) -> list[tuple[str, int]]:
    units = (("page", place.page), ("paragraph", place.paragraph), ("line", place.line))
    return [(unit, number) for unit, number in units if number is not None]
