"""What the comments say, in the reader's language: the result of the check first, then each finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from khumue.annotating.comments import Comment
from khumue.annotating.placing import Spot, spot
from khumue.finding import DraftReport, Finding
from khumue.reports import Setup
from khumue.reports.wording import Wording

_MAX_PLACES = 50  # further places of one finding that have a comment; 2,000 would hide the draft
_MAX_COMMENTS = 2_000  # on one draft; Word opens no file with more than 32,767
_MAX_LINE = 1_000  # characters; a draft may have a heading of a thousand pages
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def comments(report: DraftReport, setup: Setup, *, copy: str) -> Iterator[Comment]:
    """The comments on a draft, the gravest first, with the result before all; `copy` is the name of their file.

    A crafted draft has more findings than comments; the report has all of them.
    """
    words = _Words(setup)
    yield words.summary(report, copy)
    on_findings = (
        comment
        for finding in report.findings
        for comment in words.finding(finding, spot(finding, report, setup.registry))
    )
    yield from islice(on_findings, _MAX_COMMENTS)


class _Words(Wording):
    """The comments in words."""

    def summary(self, report: DraftReport, copy: str) -> Comment:
        plan = self.setup.registry.plans[report.procedure]
        manual = self.setup.registry.manuals[plan.manual].short[self.language]
        verdict = " · ".join([self.verdict(report), *(said for _, said in self.counts(report))])
        lines = [verdict, f"{self.say('procedure')}: {plan.title[self.language]} ({manual})"]
        if report.document.legible:
            lines.append(f"{self.say('fiscal-years')} {self.years(report.document)}")
        if report.waived:
            lines.append(self.say("waived", count=len(report.waived)))
        if report.findings:
            lines += [self.say("comment-next"), f'khumue check "{copy}"']
        return _comment(None, self.say("comment-result"), lines)

    def finding(self, finding: Finding, at: Spot) -> Iterator[Comment]:
        """The comment on a finding, and short ones where the same stands again."""
        again = [place.paragraph for place in finding.elsewhere if place.paragraph != at.paragraph]
        others = [*dict.fromkeys(number for number in again if number)]
        severity = self.say(finding.severity)
        title = f"{severity[:1].upper()}{severity[1:]} · {finding.code}"
        fix = f"{self.say('fix')}: {finding.fix[self.language]}"
        lines = [finding.message[self.language], self._where(at), fix, *self._more(finding)]
        if others[_MAX_PLACES:]:
            lines.append(self.say("comment-more-places", count=len(others) - _MAX_PLACES))
        count = len(others) + 1
        yield _comment(at.paragraph, title + (f" (1/{count})" if others else ""), lines)
        rule = self.setup.messages.rules[finding.code].title[self.language]
        for number, paragraph in enumerate(others[:_MAX_PLACES], 2):
            yield _comment(paragraph, f"{title} ({number}/{count})", [rule, fix])

    def _where(self, at: Spot) -> str:
        """Why the comment stands there, where the finding has no place of its own."""
        if at.reason == "citing":
            return self.say("comment-citing")
        if not at.beside:
            return ""
        previous, following = at.beside.previous, at.beside.next
        key = "between" if previous and following else "after" if previous else "before"
        headings = {"previous": previous and previous.heading, "next": following and following.heading}
        return self.say(f"comment-{key}", **headings)

    def _more(self, finding: Finding) -> Iterator[str]:
        if basis := self.basis(finding):
            yield f"{self.say('basis')}: {basis}"
        if page := self.setup.page(finding.link):
            yield f"{self.say('more')}: {page}"


def _comment(paragraph: int | None, title: str, lines: list[str]) -> Comment:
    return Comment(paragraph=paragraph, title=_clean(title), lines=[_clean(line) for line in lines if line])


def _clean(text: str) -> str:
    """One line that XML can hold. No line of a comment begins with words of the draft: it could read as a waiver."""
    line = " ".join(_NOT_IN_XML.sub("\ufffd", text).split())
    return line if len(line) <= _MAX_LINE else line[:_MAX_LINE] + "…"
