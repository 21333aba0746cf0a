"""One draft on the page: the verdict, then what to mend in the order of the plan, then what passed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from khumue.finding import DraftReport, Finding, SectionResult, Waived
from khumue.reports.belonging import neighbours
from khumue.reports.summary import (
    Asked,
    cover,
    first_found,
    is_about,
    is_whole,
    lacks_headings,
    passes,
    required_parts,
    required_references,
    standing,
    status_of,
    verdict_of,
)
from khumue.reports.text.cells import cells
from khumue.reports.text.page import MARKS, VERDICT_MARKS, Page, Piece
from khumue.reports.wording import Wording

if TYPE_CHECKING:
    from khumue.reports import Setup

_LABELS = ("text-fix", "text-elsewhere", "basis", "reason")
_INDENT = "  "
_NAMED = 3  # names in a verdict: more would not be read at a glance

Key = tuple[str, str]
"""What a finding stands below: the letter of its family, and its part or reference, if any."""
Groups = Mapping[Key, Sequence[Finding]]


class DraftPage:
    """Writes drafts on a page."""

    def __init__(self, page: Page, setup: Setup) -> None:
        self._page = page
        self._setup = setup
        self._words = Wording(setup)
        self._labels = max(cells(self._words.say(key)) for key in _LABELS)

    def write(self, draft: DraftReport) -> None:
        """Write all that was found of one draft."""
        groups = _group(draft)
        self._head(draft)
        for family, results in (("S", draft.sections), ("R", draft.references)):
            self._results(draft, family, results, groups)
        whole = sum(map(is_whole, draft.projects))
        self._group(
            "text-open-P", groups.get(("P", ""), ()), f"{whole}/{len(draft.projects)}" if draft.projects else ""
        )
        self._group("text-document", groups.get(("D", ""), ()))
        self._waived(draft.waived)
        self._passed(draft, groups)

    def _head(self, draft: DraftReport) -> None:
        words, plan = self._words, self._setup.registry.plans[draft.procedure]
        manual = self._setup.registry.manuals[plan.manual]
        counts: list[Piece] = []
        for severity, said in words.counts(draft):
            counts += [(" · ", "dim"), (said, severity)]
        self._page.line((words.name(draft.document.path), "title"))
        mark = VERDICT_MARKS[verdict_of(draft, plan.document)]
        self._page.entry([mark, (" ", "")], (words.verdict(draft), "title"), *counts)
        if coverage := " · ".join(self._coverage(draft)):
            self._page.entry([(_INDENT, "")], (coverage, ""))
        if names := self._to_mend(draft):
            self._page.entry([(_INDENT, ""), (f"{words.say('text-must')}: ", "error")], (names, ""))
        language = words.language
        for key, text in (
            ("procedure", f"{plan.title[language]} [{plan.id}] ({words.say(draft.chosen_by)})"),
            ("manual", f"{manual.title[language]} ({manual.short[language]})"),
        ):
            self._page.entry([(_INDENT, ""), (f"{words.say(key)}: ", "dim")], (text, "dim"))
        self._page.entry([(_INDENT, "")], (" · ".join(self._facts(draft)), "dim"))

    def _coverage(self, draft: DraftReport) -> Iterator[str]:
        """How many of the parts and references that are asked for are in order."""
        for key, results in (("sections", required_parts(draft)), ("references", required_references(draft))):
            if results:
                yield f"{self._words.say(key)} {_covered(results, draft)}"

    def _to_mend(self, draft: DraftReport) -> str:
        """What must be mended, by name."""
        errors = [each for each in draft.findings if each.severity == "error"]
        required: list[Asked] = [*required_parts(draft), *required_references(draft)]
        titles = [self._words.title(each) for each in required if any(is_about(error, each) for error in errors)]
        named = titles if len(titles) <= _NAMED + 1 else titles[:_NAMED]
        more = [self._words.say("text-more", count=len(titles) - len(named))] if named != titles else []
        return ", ".join([*named, *more])

    def _facts(self, draft: DraftReport) -> Iterator[str]:
        """What is known of the file."""
        facts = draft.document
        if facts.legible:
            yield f"{self._words.say('fiscal-years')} {self._words.years(facts)}"
            if facts.pages:
                yield self._words.say("pages", count=facts.pages)
        if facts.recognised:
            yield self._words.say("recognised")

    def _results(self, draft: DraftReport, family: str, results: Sequence[Asked], groups: Groups) -> None:
        """The parts or references of which there is something to say, each with its findings below it."""
        rows = [each for each in results if self._is_open(each, draft, groups)]
        others = groups.get((family, ""), ())
        if not rows and not others:
            return
        asked = required_parts(draft) if family == "S" else required_references(draft)
        self._title(f"text-open-{family}", _covered(asked, draft) if asked else "")
        for row in rows:
            self._row(draft, row, groups.get(_key(row), ()))
        for finding in others:
            self._finding(finding, _INDENT)

    def _is_open(self, result: Asked, draft: DraftReport, groups: Groups) -> bool:
        if _key(result) in groups:
            return True
        unchecked = isinstance(result, SectionResult) and lacks_headings(draft)
        return result.requirement != "optional" and not passes(result) and not unchecked

    def _row(self, draft: DraftReport, result: Asked, findings: Sequence[Finding]) -> None:
        words = self._words
        severity = findings[0].severity if findings else "set-aside"
        derived = f" ({words.say('derived')})" if result.requirement == "derived" else ""
        said = [words.say(status_of(result, findings))]
        found = first_found(result)
        place = found.place if found else None
        told_below = any(each.under for each in findings)
        if place and not told_below:
            said.append(words.place(place))
        besides = (neighbours(finding, draft, self._setup.registry) for finding in findings)
        said += [words.belonging(beside) for beside in besides if beside]
        if not findings:
            said.append(words.say("set-aside" if standing(result, draft) == "waived" else "text-rule-not-used"))
        self._page.entry(
            [(_INDENT, ""), MARKS[severity], (" ", "")],
            (words.expected(result), "title"),
            (derived, ""),
            ("".join(f" · {each}" for each in said), "dim"),
        )
        for finding in findings:
            self._finding(finding, _INDENT * 2, known=finding.place == place and not told_below)

    def _finding(self, finding: Finding, indent: str, *, known: bool = False) -> None:
        """One finding. Its place is `known` where the line above has it."""
        words, language = self._words, self._words.language
        place = None if known else finding.place
        self._page.entry(
            [(indent, ""), MARKS[finding.severity], (" ", ""), (self._label(finding.code), "title")],
            (finding.message[language], ""),
            (f" ({words.place(place, finding.under)})" if place else "", "dim"),
        )
        self._detail("text-fix", indent, (finding.fix[language], ""))
        if finding.elsewhere:
            places = words.say("text-places", count=len(finding.elsewhere), places=words.places(finding.elsewhere))
            self._detail("text-elsewhere", indent, (places, ""))
        if finding.basis:
            self._detail("basis", indent, (", ".join(finding.basis.locators), "dim"))

    def _detail(self, key: str, indent: str, text: Piece) -> None:
        self._page.entry([(f"{indent}  ", ""), (self._label(self._words.say(key)), "dim")], text)

    def _label(self, text: str) -> str:
        return text + " " * (self._labels - cells(text) + 2)

    def _title(self, key: str, count: int | str = "") -> None:
        self._page.line()
        self._page.line((self._words.say(key, count=count).rstrip(), "title"))

    def _group(self, key: str, findings: Sequence[Finding], covered: str | None = None) -> None:
        if findings:
            self._title(key, len(findings) if covered is None else covered)
            for finding in findings:
                self._finding(finding, _INDENT)

    def _waived(self, waived: Sequence[Waived]) -> None:
        if not waived:
            return
        words = self._words
        self._title("waived", len(waived))
        for each in waived:
            finding = each.finding
            place = f" ({words.place(finding.place, finding.under)})" if finding.place else ""
            head = [(_INDENT, ""), MARKS["set-aside"], (" ", ""), (self._label(finding.code), "title")]
            self._page.entry(head, (finding.message[words.language], ""), (place, "dim"))
            where = words.place(each.place) if each.place else words.say("in-settings")
            self._detail("reason", _INDENT, (f"{each.reason} ({where})", ""))

    def _passed(self, draft: DraftReport, groups: Groups) -> None:
        """What is in order, each in few words, and how much the draft has besides."""
        words = self._words
        passed = {
            key: [each for each in results if passes(each) and _key(each) not in groups]
            for key, results in (("sections", required_parts(draft)), ("references", required_references(draft)))
        }
        if not any(passed.values()):
            return
        self._title("text-passed")
        for key, results in passed.items():
            if results:
                self._page.line((_INDENT, ""), MARKS["pass"], (f" {words.say(key)} ({len(results)})", ""))
                self._page.flow([(_INDENT * 2, "")], [*map(self._passing, results)])
        if whole := sum(map(is_whole, draft.projects)):
            said = words.say("text-projects-whole", count=whole, total=len(draft.projects))
            self._page.entry([(_INDENT, ""), MARKS["pass"], (" ", "")], (said, ""))
        besides = {
            key: sum(passes(each) and each.requirement == "optional" for each in results)
            for key, results in (("sections", draft.sections), ("references", draft.references))
        }
        if any(besides.values()):
            self._page.entry([(_INDENT * 2, "")], (words.say("text-besides", **besides), "dim"))

    def _passing(self, result: Asked) -> str:
        """A part with its place; the edition of a reference says more than one of the places where it is cited."""
        found = first_found(result) if isinstance(result, SectionResult) else None
        return self._words.expected(result) + (f", {self._words.place(found.place)}" if found else "")


def _group(draft: DraftReport) -> Groups:
    """Every finding once: below its part or reference if the draft's results have it, else with its family."""
    known = {*map(_key, draft.sections), *map(_key, draft.references)}
    groups: dict[Key, list[Finding]] = {}
    for finding in draft.findings:
        key = _about(finding)
        groups.setdefault(key if key in known else (finding.code[0], ""), []).append(finding)
    return groups


def _about(finding: Finding) -> Key:
    """Findings of projects name the part that holds the projects, and stand by themselves."""
    return finding.code[0], (finding.section or finding.reference or "") if finding.code[0] in "SR" else ""


def _key(result: Asked) -> Key:
    return ("S", result.section) if isinstance(result, SectionResult) else ("R", result.reference)


def _covered(required: Sequence[Asked], draft: DraftReport) -> str:
    """How many of these are in order: 14/16."""
    coverage = cover(standing(each, draft) for each in required)
    return f"{coverage.done}/{coverage.required}"
