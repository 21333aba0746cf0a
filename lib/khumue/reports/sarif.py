"""SARIF 2.1.0 (OASIS), the format in which code hosts and editors take findings of other tools.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/ names the properties. Messages are in the reader's language.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from khumue import __version__
from khumue.document import Place
from khumue.finding import DraftReport, Failure, Finding, Result, Waived
from khumue.reports.belonging import neighbours
from khumue.reports.sarifrules import describe_rules
from khumue.reports.wording import Wording

if TYPE_CHECKING:
    from khumue.reports import Setup

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_Plain = dict[str, Any]


class SarifReport:
    """A log of one run: each finding as it comes, then the files and what could not be done."""

    def __init__(self, stream: TextIO, setup: Setup) -> None:
        self._stream = stream
        self._words = Wording(setup)
        self._codes = [*setup.messages.rules]
        self._artifacts: list[_Plain] = []
        self._failures: list[_Plain] = []
        self._results = 0
        stream.write(f'{{\n"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n"tool": ')
        stream.write(_json({"driver": self._driver()}))
        stream.write(f',\n"language": "{setup.language}",\n"columnKind": "unicodeCodePoints",\n"results": [')

    def add(self, result: Result) -> None:
        """Write the findings of one draft; a file that could not be checked is told of at the end."""
        if isinstance(result, Failure):
            self._fail(self._words.advice(result), _location(self._artifact(result.path)))
        else:
            self._add_draft(result)

    def end(self, unchecked: int = 0) -> None:
        """Write the files and what could not be done, and close the log."""
        if unchecked:
            self._fail(self._words.say("unchecked-files", count=unchecked))
        invocation = {"executionSuccessful": not self._failures, "toolExecutionNotifications": self._failures}
        rest = {"artifacts": self._artifacts, "invocations": [invocation]}
        self._stream.write("\n]" if self._results else "]")
        for name, value in rest.items():
            self._stream.write(f',\n"{name}": {_json(value)}')
        self._stream.write("\n}]\n}\n")

    def _driver(self) -> _Plain:
        page = self._words.setup.page("")
        return {
            "name": "khumue",
            "version": __version__,
            "semanticVersion": __version__,
            **({"informationUri": page} if page else {}),
            "language": self._words.language,
            "rules": [*describe_rules(self._words)],
        }

    def _fail(self, message: str, *locations: _Plain) -> None:
        self._failures.append({"level": "error", "message": {"text": _plain(message)}, "locations": [*locations]})

    def _artifact(self, path: str, **properties: object) -> _Plain:
        """Note one file; the artifactLocation that results refer to it by."""
        uri = {"uri": _uri(path)}
        roles = ["analysisTarget", "standardStream"] if path == "-" else ["analysisTarget"]
        self._artifacts.append({"location": uri, "roles": roles, **({"properties": properties} if properties else {})})
        return {**uri, "index": len(self._artifacts) - 1}

    def _add_draft(self, draft: DraftReport) -> None:
        facts = draft.document
        artifact = self._artifact(facts.path, procedure=draft.procedure, fiscalYears=list(facts.fiscal_years))
        writer = _Draft(draft, artifact, self._words)
        for finding in draft.findings:
            self._write(writer.result(finding))
        for waived in draft.waived:
            self._write(writer.result(waived.finding, waived))

    def _write(self, result: _Plain) -> None:
        rule = {"ruleId": result["ruleId"], "ruleIndex": self._codes.index(result["ruleId"])}
        self._stream.write((",\n" if self._results else "\n") + _json({**rule, **result}))
        self._results += 1


class _Draft:
    """The findings of one draft as results."""

    def __init__(self, draft: DraftReport, artifact: _Plain, words: Wording) -> None:
        self._draft = draft
        self._artifact = artifact
        self._words = words
        self._alike = Counter[str]()
        # The lines of a PDF are those of a page; a region counts from the beginning of the file.
        self._has_lines = draft.document.kind != "pdf"

    def result(self, finding: Finding, waived: Waived | None = None) -> _Plain:
        """One finding. All of a log say whether they are suppressed, as the format demands."""
        elsewhere = [
            {"id": number, "message": {"text": self._words.place(place)}, **self._location(place)}
            for number, place in enumerate(finding.elsewhere, 1)
        ]
        about = self._about(finding)
        return {
            "ruleId": finding.code,
            "level": finding.severity,
            "message": {"text": _plain(self._message(finding))},
            "locations": [self._location(finding.place, finding.under, about)],
            **({"relatedLocations": elsewhere} if elsewhere else {}),
            "partialFingerprints": self._fingerprints(finding),
            "suppressions": [self._suppression(waived)] if waived else [],
            "properties": self._properties(finding),
        }

    def _message(self, finding: Finding) -> str:
        beside = neighbours(finding, self._draft, self._words.setup.registry)
        return self._words.advice(finding) + (f"\n{self._words.belonging(beside)}" if beside else "")

    def _location(self, place: Place | None, under: str | None = None, about: Iterable[_Plain] = ()) -> _Plain:
        line = place.line if place and self._has_lines else None
        logical = [*about]
        if place and line is None:
            kind = "paragraph" if place.paragraph else "page" if place.page else "text"
            logical.append({"name": self._words.place(place, under), "kind": kind})
        numbers = {name: number for name, number in vars(place).items() if number is not None} if place else {}
        return {
            **_location(self._artifact, line),
            **({"logicalLocations": logical} if logical else {}),
            **({"properties": numbers} if numbers else {}),
        }

    def _about(self, finding: Finding) -> list[_Plain]:
        """The part of the plan that a finding is about."""
        if not finding.section:
            return []
        title = self._words.setup.registry.sections[finding.section].title[self._words.language]
        return [{"name": title, "fullyQualifiedName": finding.section, "kind": "section"}]

    def _fingerprints(self, finding: Finding) -> _Plain:
        """What stays the same when lines move: the rule, what it is about, its words, and which of those alike it is.

        GitHub reads the second name only.
        """
        said = "\n".join([finding.code, finding.section or finding.reference or "", finding.message.th])
        digest = hashlib.sha256(said.encode()).hexdigest()[:16]
        self._alike[digest] += 1
        value = f"{digest}:{self._alike[digest]}"
        return {"khumue/v1": value, "primaryLocationLineHash": value}

    def _suppression(self, waived: Waived) -> _Plain:
        """An author's waiver, in the draft or in the settings."""
        place = {"location": self._location(waived.place)} if waived.place else {}
        kind = "inSource" if waived.place else "external"
        return {"kind": kind, "status": "accepted", "justification": _plain(waived.reason), **place}

    def _properties(self, finding: Finding) -> _Plain:
        basis = {"manual": finding.basis.manual, "locators": list(finding.basis.locators)} if finding.basis else {}
        about = {"section": finding.section, "reference": finding.reference}
        return {"procedure": self._draft.procedure, **{key: name for key, name in about.items() if name}, **basis}


def _location(artifact: _Plain, line: int | None = None) -> _Plain:
    region = {"region": {"startLine": line}} if line else {}
    return {"physicalLocation": {"artifactLocation": artifact, **region}}


def _uri(path: str) -> str:
    """A path as a URI, relative where the path is."""
    place = Path(path)
    return place.as_uri() if place.is_absolute() else quote(os.fsencode(place.as_posix()))


def _plain(text: str) -> str:
    """A text in which nothing is a link: what a draft says is quoted, and [a](b) would be one."""
    return re.sub(r"[\\[\]]", r"\\\g<0>", text) if "](" in text else text


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
