"""Annotations for GitHub Actions: each finding is a workflow command in a line of its own, then the verdict in words.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from khumue.finding import SEVERITIES, DocumentFacts, DraftReport, Failure, Finding, Result
from khumue.reports.belonging import neighbours
from khumue.reports.wording import Wording

if TYPE_CHECKING:
    from khumue.reports import Setup

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


class GithubReport:
    """An annotation for each finding and for each file that could not be checked, as they come."""

    def __init__(self, stream: TextIO, setup: Setup) -> None:
        self._stream = stream
        self._words = Wording(setup)
        self._counts = Counter[str]()
        self._drafts = self._failed = 0

    def add(self, result: Result) -> None:
        """Write the annotations of one draft or failure. What was waived has none."""
        if isinstance(result, Failure):
            self._failed += 1
            self._annotate("error", self._words.advice(result), result.path, title=self._words.say("failed"))
        else:
            self._drafts += 1
            self._add_draft(result)

    def end(self, unchecked: int = 0) -> None:
        """Write the verdict on all drafts, for whoever reads the log."""
        if unchecked:
            self._annotate("error", self._words.say("unchecked-files", count=unchecked))
        counts = {f"{severity}s": self._counts[severity] for severity in SEVERITIES}
        said = self._words.say("github-verdict", drafts=self._drafts, failed=self._failed, **counts)
        self._stream.write(f"khumue: {said}\n")

    def _add_draft(self, draft: DraftReport) -> None:
        for finding in draft.findings:
            self._counts[finding.severity] += 1
            self._annotate(
                _COMMANDS[finding.severity],
                self._message(finding, draft),
                draft.document.path,
                line=_line(finding, draft.document),
                title=self._title(finding),
            )

    def _title(self, finding: Finding) -> str:
        setup = self._words.setup
        return f"{finding.code} {setup.messages.rules[finding.code].title[setup.language]}"

    def _message(self, finding: Finding, draft: DraftReport) -> str:
        """What to mend, how, and where: the file alone is shown where a draft has no lines."""
        lines = [self._words.advice(finding)]
        if beside := neighbours(finding, draft, self._words.setup.registry):
            lines.append(self._words.belonging(beside))
        if finding.place:
            lines.append(self._words.place(finding.place, finding.under))
        if finding.elsewhere:
            places = ", ".join(map(self._words.place, finding.elsewhere))
            lines.append(f"{self._words.say('elsewhere', count=len(finding.elsewhere))}: {places}")
        return "\n".join(lines)

    def _annotate(self, command: str, message: str, path: str = "-", line: int | None = None, title: str = "") -> None:
        file = None if path == "-" else _in_workspace(path)
        said = {"file": file, "line": line, "title": title}
        properties = ",".join(f"{name}={_escape(str(value), ':,')}" for name, value in said.items() if value)
        self._stream.write(f"::{command}{' ' if properties else ''}{properties}::{_escape(message)}\n")


def _line(finding: Finding, facts: DocumentFacts) -> int | None:
    """The line of the file; the lines of a PDF are those of a page."""
    return finding.place.line if finding.place and facts.kind != "pdf" else None


def _in_workspace(path: str) -> str:
    """A path as GitHub knows it: from the root of the checkout, wherever in it the command runs."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace:
        place, root = Path(os.path.abspath(path)), Path(os.path.abspath(workspace))  # noqa: PTH100 - links stay links
        if place.is_relative_to(root):
            return place.relative_to(root).as_posix()
    return Path(path).as_posix()


def _escape(text: str, also: str = "") -> str:
    """A text as workflow commands take it: in a property the signs that part properties are escaped, too."""
    for sign in f"%\r\n{also}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
