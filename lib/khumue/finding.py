"""What a check says: the report on a draft and all that it holds. Plain data, the same for every output."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from khumue.choices import write_years
from khumue.document import LEGIBLE, Place, TextQuality
from khumue.frozen import frozen
from khumue.names import Match
from khumue.projects.results import Project
from khumue.vocabulary import Text, Years

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")

SectionStatus = Literal["present", "empty", "placeholder", "toc-only", "missing"]
ReferenceStatus = Literal["cited", "no-edition", "wrong-years", "outdated", "missing"]
Requirement = Literal["stated", "derived", "optional"]
ChosenBy = Literal["option", "front-matter", "settings", "detected"]
YearsFrom = Literal["document", "option", "settings", "today"]


@frozen
class Occurrence:
    """One place where a section's name stands as a heading or contents entry. `block` is that of the heading; an `old`
    name is no longer in use."""

    heading: str
    match: Match
    status: SectionStatus
    place: Place
    block: int
    old: bool = False


@frozen
class SectionResult:
    """How a draft has one section."""

    section: str
    status: SectionStatus
    requirement: Requirement
    found: tuple[Occurrence, ...] = ()


@frozen
class Citation:
    """One mention of a series as the draft writes it, and the heading under which it stands."""

    text: str
    edition: str | None
    years: Years | None
    status: ReferenceStatus
    place: Place
    under: str | None


@frozen
class ReferenceResult:
    """How a draft cites one series. `expected` is the edition in force in the plan's years, by id."""

    reference: str
    status: ReferenceStatus
    requirement: Requirement
    expected: str | None = None
    found: tuple[Citation, ...] = ()


@frozen
class Source:
    """What a requirement rests on: a manual and its numbers. `link` is its place in the handbook, from the root."""

    manual: str
    locators: tuple[str, ...]
    link: str


@frozen
class Concern:
    """What a finding is about. `under` is the heading under which it stands, if it is none itself; `elsewhere` are
    further places of the same."""

    severity: Severity
    section: str | None = None
    reference: str | None = None
    place: Place | None = None
    under: str | None = None
    elsewhere: tuple[Place, ...] = ()
    basis: Source | None = None


@frozen
class Finding(Concern):
    """One thing to mend or to know, in words."""

    code: str
    message: Text
    fix: Text

    @property
    def link(self) -> str:
        """The page that explains the rule, relative to the handbook's root."""
        return f"rules/{self.code}/"


@frozen
class Waived:
    """A finding that the author has waived. `place` is that of the waiver, None where it stands in the settings."""

    finding: Finding
    reason: str
    place: Place | None


@frozen
class DocumentFacts:
    """What is known of the file itself. `fiscal_years` are Buddhist-era; `years_from` says who named them.

    `recognised` text was read from pictures of pages.
    """

    path: str
    kind: str
    title: str | None
    pages: int | None
    text_quality: TextQuality
    fiscal_years: tuple[int, ...]
    years_from: YearsFrom
    recognised: bool = False

    @property
    def years_written(self) -> str:
        """The fiscal years as written: 2570, or 2566-2570."""
        return write_years(self.fiscal_years)

    @property
    def legible(self) -> bool:
        """Whether there is text to check. Where not, one finding says so in place of all others."""
        return self.text_quality in LEGIBLE


@frozen
class DraftReport:
    """The result of checking one draft against one procedure."""

    document: DocumentFacts
    procedure: str
    chosen_by: ChosenBy
    sections: tuple[SectionResult, ...]
    references: tuple[ReferenceResult, ...]
    projects: tuple[Project, ...] = ()
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)


@frozen
class Failure:
    """A file that could not be checked, and what to do about it."""

    path: str
    message: Text
    fix: Text


Result = DraftReport | Failure
"""What came of one file."""


@frozen
class Report:
    """The drafts of one call in the order given, and the files that could not be handled."""

    drafts: tuple[DraftReport, ...]
    failures: tuple[Failure, ...] = ()


def fill(template: Text, values: Mapping[str, Text | str | int]) -> Text:
    """A message with its {names} filled in, in both languages."""

    def said(language: Literal["th", "en"]) -> str:
        return template[language].format(
            **{name: value[language] if isinstance(value, Text) else value for name, value in values.items()}
        )

    return Text(th=said("th"), en=said("en"))


def unfilled(template: Text) -> Text:
    """A message as general advice: each {name} that a finding fills in becomes an ellipsis."""
    return Text(th=_NAME.sub("…", template.th), en=_NAME.sub("…", template.en))


_NAME = re.compile(r"“?\{[^{}]*\}”?")
