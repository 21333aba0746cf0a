"""The report for programs: format khumue-report/1, stable; both languages are always in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from khumue.document import Place
from khumue.finding import (
    SEVERITIES,
    DraftReport,
    Failure,
    Finding,
    ReferenceResult,
    Result,
    SectionResult,
    Source,
    Waived,
)
from khumue.projects.results import Month, Project
from khumue.vocabulary import Text

if TYPE_CHECKING:
    from khumue.reports import Setup

FORMAT = "khumue-report/1"


class JsonReport:
    """One JSON object, each draft as it comes."""

    def __init__(self, stream: TextIO, _setup: Setup) -> None:
        self._stream = stream
        self._drafts = 0
        self._failures: list[Failure] = []
        stream.write(f'{{\n  "format": "{FORMAT}",\n  "drafts": [')

    def add(self, result: Result) -> None:
        """Write one draft; failures have a list of their own."""
        if isinstance(result, Failure):
            self._failures.append(result)
        else:
            self._stream.write(_item(_draft(result), first=not self._drafts))
            self._drafts += 1

    def end(self, unchecked: int = 0) -> None:
        """Write the failures and close the object."""
        self._stream.write(_end_of(self._drafts) + ',\n  "failures": [')
        for number, failure in enumerate(self._failures):
            self._stream.write(_item(_failure(failure), first=not number))
        self._stream.write(_end_of(len(self._failures)) + f',\n  "unchecked": {unchecked}\n}}\n')


def _item(item: dict[str, Any], *, first: bool) -> str:
    return ("\n    " if first else ",\n    ") + json.dumps(item, ensure_ascii=False, indent=2).replace("\n", "\n    ")


def _end_of(items: int) -> str:
    return "\n  ]" if items else "]"


def _draft(draft: DraftReport) -> dict[str, Any]:
    facts = draft.document
    return {
        "document": {
            "path": facts.path,
            "kind": facts.kind,
            "title": facts.title,
            "pages": facts.pages,
            "text_quality": facts.text_quality,
            "recognised": facts.recognised,
            "fiscal_years": list(facts.fiscal_years),
            "fiscal_years_from": facts.years_from,
        },
        "procedure": draft.procedure,
        "chosen_by": draft.chosen_by,
        "sections": [_section(result) for result in draft.sections],
        "references": [_reference(result) for result in draft.references],
        "projects": [_project(project) for project in draft.projects],
        "findings": [_finding(finding) for finding in draft.findings],
        "waived": [_waived(each) for each in draft.waived],
        "summary": {f"{severity}s": draft.count(severity) for severity in SEVERITIES},
    }


def _section(result: SectionResult) -> dict[str, Any]:
    return {
        "section": result.section,
        "status": result.status,
        "requirement": result.requirement,
        "found": [
            {"heading": each.heading, "match": each.match, "status": each.status, **_place(each.place)}
            for each in result.found
        ],
    }


def _reference(result: ReferenceResult) -> dict[str, Any]:
    return {
        "reference": result.reference,
        "status": result.status,
        "requirement": result.requirement,
        "expected": result.expected,
        "found": [
            {
                "text": each.text,
                "edition": each.edition,
                "years": list(each.years) if each.years else None,
                "status": each.status,
                "under": each.under,
                **_place(each.place),
            }
            for each in result.found
        ],
    }


def _project(project: Project) -> dict[str, Any]:
    period = project.period
    return {
        "name": project.name,
        **_place(project.place),
        "fields": dict(project.fields),
        "budget": _baht(project.budget) if project.budget is not None else None,
        "period": {"from": _month(period.first), "to": _month(period.last)} if period else None,
    }


def _baht(satang: int) -> int | float:
    return satang / 100 if satang % 100 else satang // 100


def _month(month: Month) -> str:
    return f"{month[0]}-{month[1]:02}"


def _finding(finding: Finding) -> dict[str, Any]:
    about = {"section": finding.section} if finding.section else {"reference": finding.reference}
    return {
        "code": finding.code,
        "severity": finding.severity,
        **(about if finding.section or finding.reference else {}),
        "message": _text(finding.message),
        "fix": _text(finding.fix),
        "place": {**_place(finding.place), "under": finding.under} if finding.place else None,
        "elsewhere": [_place(place) for place in finding.elsewhere],
        "basis": _basis(finding.basis) if finding.basis else None,
        "link": finding.link,
    }


def _waived(waived: Waived) -> dict[str, Any]:
    return {
        "finding": _finding(waived.finding),
        "reason": waived.reason,
        "place": _place(waived.place) if waived.place else None,
    }


def _basis(basis: Source) -> dict[str, Any]:
    return {"manual": basis.manual, "locators": list(basis.locators), "link": basis.link}


def _failure(failure: Failure) -> dict[str, Any]:
    return {"path": failure.path, "message": _text(failure.message), "fix": _text(failure.fix)}


def _place(place: Place) -> dict[str, int | None]:
    return {"page": place.page, "paragraph": place.paragraph, "line": place.line}


def _text(text: Text) -> dict[str, str]:
    return {"th": text.th, "en": text.en}
