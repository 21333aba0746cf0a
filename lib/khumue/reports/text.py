"""The report for people: the verdict first, then what to mend, then every part and reference."""

from __future__ import annotations

from collections.abc import Iterator

from khumue.document import Place
from khumue.finding import (
    SEVERITIES,
    DraftReport,
    Failure,
    Finding,
    ReferenceResult,
    Report,
    SectionResult,
)
from khumue.frozen import frozen
from khumue.messages import Messages
from khumue.registry import Registry
from khumue.vocabulary import Language

_MARKS = {"error": "✗", "warning": "!", "note": "·"}
_STATUS_MARKS = {"present": "✓", "cited": "✓"}


def write_text(report: Report, registry: Registry, messages: Messages, language: Language) -> str:
    """Every draft and every file that could not be checked, in the reader's language."""
    writer = _Writer(registry=registry, messages=messages, language=language)
    drafts = ["\n".join(writer.draft(draft)) for draft in report.drafts]
    failures = [writer.failure(failure) for failure in report.failures]
    return "\n\n".join([*drafts, *failures])


@frozen
class _Writer:
    registry: Registry
    messages: Messages
    language: Language

    def say(self, key: str, **values: object) -> str:
        return self.messages.words[key][self.language].format(**values)

    def draft(self, draft: DraftReport) -> Iterator[str]:
        yield from self._head(draft)
        for severity in SEVERITIES:
            findings = [finding for finding in draft.findings if finding.severity == severity]
            if findings:
                yield f"\n{self.say(severity)} ({len(findings)})"
                for finding in findings:
                    yield from self._finding(finding)
        for key, rows in (("sections", self._sections(draft)), ("references", self._references(draft))):
            if lines := [*rows]:
                yield f"\n{self.say(key)}"
                yield from lines
        if others := [*self._others(draft)]:
            yield f"\n{self.say('others')}"
            yield f"  {', '.join(others)}"

    def failure(self, failure: Failure) -> str:
        said = f"{failure.message[self.language]} {failure.fix[self.language]}"
        return f"{failure.path}: {self.say('failed')}: {said}"

    def _head(self, draft: DraftReport) -> Iterator[str]:
        facts = draft.document
        years = ", ".join(map(str, facts.fiscal_years))
        procedure = self.registry.plans[draft.procedure]
        yield facts.path
        yield (
            f"  {self.say('procedure')}: {procedure.title[self.language]} "
            f"[{procedure.id}] ({self.say(draft.chosen_by)})"
        )
        pages = [self.say("pages", count=facts.pages)] if facts.pages else []
        if facts.legible:
            yield " · ".join(
                [f"  {self.say('fiscal-years')} {years} ({self.say(f'years-{facts.years_from}')})", *pages]
            )
        if draft.findings:
            counts = {f"{severity}s": draft.count(severity) for severity in SEVERITIES}
            yield f"  {self.say('verdict', **counts)}"
        elif procedure.document.sections or procedure.document.references:
            yield f"  {self.say('clean')}"
        else:
            yield f"  {self.say('unchecked')}"

    def _finding(self, finding: Finding) -> Iterator[str]:
        place = f" ({self._place(finding.place, finding.under)})" if finding.place else ""
        yield f"  {_MARKS[finding.severity]} {finding.code} {finding.message[self.language]}{place}"
        if finding.elsewhere:
            places = ", ".join(map(self._place, finding.elsewhere))
            yield f"      {self.say('elsewhere')}: {places}"
        yield f"      {self.say('fix')}: {finding.fix[self.language]}"
        if finding.basis:
            manual = self.registry.manuals[finding.basis.manual].title[self.language]
            locators = ", ".join(finding.basis.locators)
            yield f"      {self.say('basis')}: {manual} {locators} · {self.say('more')}: khumue explain {finding.code}"

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
                yield self._row(result, self.registry.sections[result.section].title[self.language])

    def _references(self, draft: DraftReport) -> Iterator[str]:
        for result in draft.references:
            if result.requirement != "optional":
                yield self._row(result, self.registry.references[result.reference].title[self.language])

    def _others(self, draft: DraftReport) -> Iterator[str]:
        """What is in order in the draft though nothing requires it; what is not is a finding or of no matter."""
        for section in draft.sections:
            if section.requirement == "optional" and section.status == "present":
                yield self.registry.sections[section.section].title[self.language]
        for reference in draft.references:
            if reference.requirement == "optional" and reference.status == "cited":
                yield self.registry.references[reference.reference].title[self.language]

    def _row(self, result: SectionResult | ReferenceResult, title: str) -> str:
        mark = _STATUS_MARKS.get(result.status, "✗")
        first = next((each for each in result.found if each.status == result.status), None)
        where = f" · {self._place(first.place)}" if first else ""
        derived = f" ({self.say('derived')})" if result.requirement == "derived" else ""
        return f"  {mark} {title}{derived}: {self.say(result.status)}{where}"
