"""The report for people: the verdict first, then what to mend, then every part and reference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from khumue.document import Place
from khumue.finding import (
    SEVERITIES,
    DocumentFacts,
    DraftReport,
    Failure,
    Finding,
    ReferenceResult,
    Result,
    SectionResult,
    Waived,
)
from khumue.frozen import frozen
from khumue.messages import Messages
from khumue.registry import Registry
from khumue.vocabulary import Language, PlanRequirements

if TYPE_CHECKING:
    from khumue.reports import Setup

_MARKS = {"error": "✗", "warning": "!", "note": "·"}
_STATUS_MARKS = {"present": "✓", "cited": "✓"}


class TextReport:
    """Every draft as it comes, then every file that could not be checked, in the reader's language."""

    def __init__(self, stream: TextIO, setup: Setup) -> None:
        self._stream = stream
        self._words = _Words(registry=setup.registry, messages=setup.messages, language=setup.language)
        self._failures: list[Failure] = []
        self._between = ""

    def add(self, result: Result) -> None:
        """Write one draft; what could not be checked comes at the end."""
        if isinstance(result, Failure):
            self._failures.append(result)
        else:
            self._write("\n".join(self._words.draft(result)))

    def end(self, unchecked: int = 0) -> None:
        """Write what could not be checked."""
        for failure in self._failures:
            self._write(self._words.failure(failure))
        if unchecked:
            self._write(self._words.say("unchecked-files", count=unchecked))

    def _write(self, text: str) -> None:
        self._stream.write(f"{self._between}{text}\n")
        self._between = "\n"


@frozen
class _Words:
    registry: Registry
    messages: Messages
    language: Language

    def say(self, key: str, **values: object) -> str:
        return self.messages.words[key][self.language].format(**values)

    def draft(self, draft: DraftReport) -> Iterator[str]:
        yield from self._head(draft)
        yield from self._findings(draft)
        if draft.waived:
            yield f"\n{self.say('waived', count=len(draft.waived))}"
            for each in draft.waived:
                yield from self._waived(each)
        for key, rows in (("sections", self._sections(draft)), ("references", self._references(draft))):
            if lines := [*rows]:
                yield f"\n{self.say(key)}"
                yield from lines
        if draft.projects:
            yield f"\n{self.say('projects', count=len(draft.projects))}"
            yield from self._projects(draft)
        if others := [*self._others(draft)]:
            yield f"\n{self.say('others')}"
            yield from others

    def failure(self, failure: Failure) -> str:
        said = f"{self._name(failure.path)}: {self.say('failed')}: {failure.message[self.language]}"
        return f"{said}\n  {self.say('fix')}: {failure.fix[self.language]}"

    def _name(self, path: str) -> str:
        return self.say("standard-input") if path == "-" else path

    def _head(self, draft: DraftReport) -> Iterator[str]:
        procedure = self.registry.plans[draft.procedure]
        manual = self.registry.manuals[procedure.manual]
        yield self._name(draft.document.path)
        yield f"  {self._verdict(draft, procedure)}"
        yield (
            f"  {self.say('procedure')}: {procedure.title[self.language]} "
            f"[{procedure.id}] ({self.say(draft.chosen_by)})"
        )
        yield f"  {self.say('manual')}: {manual.title[self.language]} ({manual.short[self.language]})"
        if facts := [*self._facts(draft.document)]:
            yield f"  {' · '.join(facts)}"

    def _verdict(self, draft: DraftReport, procedure: PlanRequirements) -> str:
        if draft.findings:
            return self.say("verdict", **{f"{severity}s": draft.count(severity) for severity in SEVERITIES})
        checked = procedure.document.sections or procedure.document.references
        return self.say("clean" if checked else "unchecked")

    def _facts(self, facts: DocumentFacts) -> Iterator[str]:
        if facts.legible:
            yield f"{self.say('fiscal-years')} {facts.years_written} ({self.say(f'years-{facts.years_from}')})"
            if facts.pages:
                yield self.say("pages", count=facts.pages)
        if facts.recognised:
            yield self.say("recognised")

    def _findings(self, draft: DraftReport) -> Iterator[str]:
        for severity in SEVERITIES:
            findings = [finding for finding in draft.findings if finding.severity == severity]
            if findings:
                yield f"\n{self.say(severity)} ({len(findings)})"
                for finding in findings:
                    yield from self._finding(finding)
        if draft.findings:
            yield f"\n{self.say('more')}: khumue explain {draft.findings[0].code}"

    def _finding(self, finding: Finding) -> Iterator[str]:
        place = f" ({self._place(finding.place, finding.under)})" if finding.place else ""
        yield f"  {_MARKS[finding.severity]} {finding.code} {finding.message[self.language]}{place}"
        if finding.elsewhere:
            places = ", ".join(map(self._place, finding.elsewhere))
            yield f"      {self.say('elsewhere', count=len(finding.elsewhere))}: {places}"
        yield f"      {self.say('fix')}: {finding.fix[self.language]}"
        if finding.basis:
            yield f"      {self.say('basis')}: {', '.join(finding.basis.locators)}"

    def _waived(self, waived: Waived) -> Iterator[str]:
        where = self._place(waived.place) if waived.place else self.say("in-settings")
        yield f"  – {waived.finding.code} {waived.finding.message[self.language]}"
        yield f"      {self.say('reason')}: {waived.reason} ({where})"

    def _place(self, place: Place, under: str | None = None) -> str:
        said = [
            self.say(unit, number=number)
            for unit, number in (("page", place.page), ("paragraph", place.paragraph), ("line", place.line))
            if number is not None
        ]
        if under:
            said.append(self.say("under", heading=under))
        return " ".join(said)

    def _sections(self, draft: DraftReport) -> Iterator[str]:
        for result in draft.sections:
            if result.requirement != "optional":
                waived = any(each.finding.section == result.section for each in draft.waived)
                yield self._row(result, self.registry.sections[result.section].title[self.language], waived)

    def _references(self, draft: DraftReport) -> Iterator[str]:
        for result in draft.references:
            if result.requirement != "optional":
                waived = any(each.finding.reference == result.reference for each in draft.waived)
                yield self._row(result, self.registry.references[result.reference].title[self.language], waived)

    def _projects(self, draft: DraftReport) -> Iterator[str]:
        """The project sheets with faults, one line each, and how many have none."""
        faulty = [each for each in draft.projects if each.lacking or each.mismatches]
        for project in faulty:
            titles = (self.registry.project_fields[name].title[self.language] for name in project.lacking)
            lacks = [self.say("project-lacks", fields=", ".join(titles))] if project.lacking else []
            sums = [self.say("project-sums")] if project.mismatches else []
            yield f"  ✗ {project.name}: {' · '.join([*lacks, *sums])} · {self._place(project.place)}"
        if whole := len(draft.projects) - len(faulty):
            yield f"  ✓ {self.say('projects-whole', count=whole)}"

    def _others(self, draft: DraftReport) -> Iterator[str]:
        """What is in order in the draft though nothing requires it; what is not is a finding or of no matter."""
        sections = [
            self.registry.sections[each.section].title[self.language]
            for each in draft.sections
            if each.requirement == "optional" and each.status == "present"
        ]
        references = [
            self.registry.references[each.reference].title[self.language]
            for each in draft.references
            if each.requirement == "optional" and each.status == "cited"
        ]
        for key, titles in (("sections", sections), ("references", references)):
            if titles:
                yield f"  {self.say(key)}: {', '.join(titles)}"

    def _row(self, result: SectionResult | ReferenceResult, title: str, waived: bool) -> str:
        mark = _STATUS_MARKS.get(result.status, "–" if waived else "✗")
        first = next((each for each in result.found if each.status == result.status), None)
        where = f" · {self._place(first.place)}" if first else ""
        derived = f" ({self.say('derived')})" if result.requirement == "derived" else ""
        set_aside = f" · {self.say('set-aside')}" if waived else ""
        return f"  {mark} {title}{derived}: {self.say(result.status)}{where}{set_aside}"
