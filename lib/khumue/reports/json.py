"""The report for programs: format khumue-report/1, stable; both languages are always in it."""

from __future__ import annotations

import json
from typing import Any

from khumue.document import Place
from khumue.finding import SEVERITIES, DraftReport, Failure, Finding, ReferenceResult, Report, SectionResult, Source
from khumue.messages import Messages
from khumue.registry import Registry
from khumue.vocabulary import Language, Text

FORMAT = "khumue-report/1"


def write_json(report: Report, _registry: Registry, _messages: Messages, _language: Language) -> str:
    """The whole report as one JSON object."""
    plain = {
        "format": FORMAT,
        "drafts": [_draft(draft) for draft in report.drafts],
        "failures": [_failure(failure) for failure in report.failures],
    }
    return json.dumps(plain, ensure_ascii=False, indent=2)


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
        "findings": [_finding(finding) for finding in draft.findings],
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


def _basis(basis: Source) -> dict[str, Any]:
    return {"manual": basis.manual, "locators": list(basis.locators), "link": basis.link}


def _failure(failure: Failure) -> dict[str, Any]:
    return {"path": failure.path, "message": _text(failure.message), "fix": _text(failure.fix)}


def _place(place: Place) -> dict[str, int | None]:
    return {"page": place.page, "paragraph": place.paragraph, "line": place.line}


def _text(text: Text) -> dict[str, str]:
    return {"th": text.th, "en": text.en}
