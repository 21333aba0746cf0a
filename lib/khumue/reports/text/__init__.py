"""The report for people: each draft as it comes, and after several how many pass and which are the worst."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, TextIO

from khumue.finding import Failure, Result
from khumue.frozen import frozen
from khumue.reports.summary import PASSING, verdict_of
from khumue.reports.text.draft import DraftPage
from khumue.reports.text.page import MARKS, Page, Piece
from khumue.reports.wording import Wording

if TYPE_CHECKING:
    from khumue.reports import Setup

_SHOWN = 10  # of the worst drafts

_Kind = Literal["confirm", "mend", "failed"]
_KINDS: dict[_Kind, Piece] = {"mend": MARKS["error"], "confirm": MARKS["warning"], "failed": MARKS["failed"]}


class TextReport:
    """In colour on a terminal, plain in a file or a pipe; the words and their order are the same."""

    def __init__(self, stream: TextIO, setup: Setup) -> None:
        self._page = Page(stream)
        self._words = Wording(setup)
        self._drafts = DraftPage(self._page, setup)
        self._count = 0
        self._open: list[_Open] = []
        self._explained = ""

    def add(self, result: Result) -> None:
        """Write one draft, or why it could not be checked."""
        if self._count:
            self._page.rule()
        self._count += 1
        if isinstance(result, Failure):
            self._failure(result)
            return
        self._drafts.write(result)
        if result.findings:
            self._explained = self._explained or result.findings[0].code
        verdict = verdict_of(result, self._words.setup.registry.plans[result.procedure].document)
        if verdict not in PASSING:
            said = " · ".join(text for _, text in self._words.counts(result))
            kind: _Kind = "confirm" if verdict == "confirm" else "mend"
            self._open.append(_Open(path=result.document.path, kind=kind, errors=result.count("error"), said=said))

    def end(self, unchecked: int = 0) -> None:
        """Write how many drafts pass, if there were several, and where to read more."""
        if self._count + unchecked > 1:
            self._summary(unchecked)
        if self._explained:
            self._page.line()
            self._page.entry([], (f"{self._words.say('more')}: khumue explain {self._explained}", "dim"))

    def _failure(self, failure: Failure) -> None:
        words, language = self._words, self._words.language
        self._page.line((words.name(failure.path), "title"))
        self._page.entry(
            [MARKS["failed"], (" ", "")], (f"{words.say('failed')}: ", "title"), (failure.message[language], "")
        )
        self._page.entry([("  ", ""), (f"{words.say('text-fix')}  ", "dim")], (failure.fix[language], ""))
        self._open.append(_Open(path=failure.path, kind="failed", said=failure.message[language]))

    def _summary(self, unchecked: int) -> None:
        words = self._words
        counts = Counter(each.kind for each in self._open)
        pieces: list[Piece] = [(words.say("text-summary", count=self._count), "title")]
        for key, (sign, style), count in (
            ("text-passing", MARKS["pass"], self._count - len(self._open)),
            *((f"text-{kind}", mark, counts[kind]) for kind, mark in _KINDS.items()),
        ):
            if count:
                pieces += [(" · ", "dim"), (f"{sign} {words.say(key, count=count)}", style)]
        self._page.rule()
        self._page.entry([], *pieces)
        worst = sorted(self._open, key=lambda each: ([*_KINDS][::-1].index(each.kind), -each.errors))
        for each in worst[:_SHOWN]:
            mark = _KINDS[each.kind]
            self._page.line(("  ", ""), mark, (f" {words.name(each.path)}", ""), (f" · {each.said}", "dim"))
        if len(worst) > _SHOWN:
            self._page.line((f"    {words.say('text-more', count=len(worst) - _SHOWN)}", "dim"))
        if unchecked:
            self._page.entry([], (words.say("unchecked-files", count=unchecked), "warning"))


@frozen
class _Open:
    """A file that does not pass, and why."""

    path: str
    kind: _Kind
    errors: int = 0
    said: str
