"""What reports for people say of a draft in a few words: names, places, counts, the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khumue.document import Place
from khumue.finding import SEVERITIES, DocumentFacts, DraftReport, ReferenceResult, SectionResult
from khumue.readers import STANDARD_INPUT
from khumue.reports.text.page import Piece, Style

if TYPE_CHECKING:
    from khumue.reports import Setup

MARKS: dict[str, Piece] = {
    "pass": ("✓", "good"),
    "error": ("✗", "error"),
    "warning": ("!", "warning"),
    "note": ("·", "note"),
    "set-aside": ("–", "dim"),
    "failed": ("?", "error"),
}
"""Signs that differ by shape, each with its style."""

Asked = SectionResult | ReferenceResult
"""What came of something that the procedure asks for."""

_PASSING = ("present", "cited")
_NAMED = 3  # names in a verdict: more would not be read at a glance


def passes(result: Asked) -> bool:
    """Whether a part is there, or a reference rightly cited."""
    return result.status in _PASSING


def lacks_headings(draft: DraftReport) -> bool:
    """Whether no part was checked, because nothing in the draft is a heading."""
    return any(each.code == "D001" for each in draft.findings)


def name_of(result: Asked) -> str:
    """The id of the part or of the series of references."""
    return result.section if isinstance(result, SectionResult) else result.reference


def covered(results: Sequence[Asked]) -> str:
    """How many of them are in order: 14/16."""
    return f"{sum(map(passes, results))}/{len(results)}"


def required(draft: DraftReport) -> tuple[Sequence[Asked], Sequence[Asked]]:
    """The parts and the references that the procedure asks for, in the order of the plan."""
    parts = [each for each in draft.sections if each.requirement != "optional"]
    return parts, [each for each in draft.references if each.requirement != "optional"]


class Wording:
    """Says things in the reader's language."""

    def __init__(self, setup: Setup) -> None:
        self._registry = setup.registry
        self._words = setup.messages.words
        self.language = setup.language

    def say(self, key: str, **values: object) -> str:
        """Words of the message catalogue, filled in."""
        return self._words[key][self.language].format(**values)

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

    def place(self, place: Place, under: str | None = None) -> str:
        """Where something stands."""
        said = [self.say(unit, number=number) for unit, number in _units(place)]
        return " ".join([*said, self.say("under", heading=under)] if under else said)

    def places(self, places: Sequence[Place]) -> str:
        """Where several things stand; a unit that is the same for all is named once."""
        units = [_units(place) for place in places]
        if len({tuple(unit for unit, _ in each) for each in units}) == 1 and len(units[0]) == 1:
            return self.say(units[0][0][0], number=", ".join(str(each[0][1]) for each in units))
        return ", ".join(map(self.place, places))

    def verdict(self, draft: DraftReport) -> tuple[Piece, str]:
        """The mark of a draft, and whether it passes."""
        plan = self._registry.plans[draft.procedure].document
        if not draft.document.legible:
            return MARKS["error"], self.say("text-illegible")
        if draft.count("error"):
            return MARKS["error"], self.say("text-fails")
        if not (plan.sections or plan.references) and not draft.findings:
            return MARKS["note"], self.say("unchecked")
        return MARKS["warning" if draft.count("warning") else "pass"], self.say(
            "text-passes" if draft.findings else "text-clean"
        )

    def counts(self, draft: DraftReport) -> Iterator[Piece]:
        """How much there is of each severity, as far as there is any."""
        for severity in SEVERITIES:
            if count := draft.count(severity):
                style: Style = severity
                yield self.say(f"text-{severity}", count=count), style

    def coverage(self, draft: DraftReport) -> Iterator[str]:
        """How many of the parts and references that are asked for are in order."""
        parts, references = required(draft)
        if parts and not lacks_headings(draft):
            yield f"{self.say('sections')} {covered(parts)}"
        if references:
            yield f"{self.say('references')} {covered(references)}"

    def to_mend(self, draft: DraftReport) -> str:
        """What must be mended, by name."""
        errors = {each.section or each.reference for each in draft.findings if each.severity == "error"}
        parts, references = required(draft)
        titles = [self.title(each) for each in (*parts, *references) if name_of(each) in errors]
        named = titles if len(titles) <= _NAMED + 1 else titles[:_NAMED]
        more = [self.say("text-more", count=len(titles) - len(named))] if named != titles else []
        return ", ".join([*named, *more])

    def facts(self, facts: DocumentFacts) -> Iterator[str]:
        """What is known of the file."""
        if facts.legible:
            yield f"{self.say('fiscal-years')} {facts.years_written} ({self.say(f'years-{facts.years_from}')})"
            if facts.pages:
                yield self.say("pages", count=facts.pages)
        if facts.recognised:
            yield self.say("recognised")


def _units(place: Place) -> list[tuple[str, int]]:
    units = (("page", place.page), ("paragraph", place.paragraph), ("line", place.line))
    return [(unit, number) for unit, number in units if number is not None]
