"""The report for people: each draft as it comes, and after several how many pass and which are the worst."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from khumue.finding import Failure, Result
from khumue.frozen import frozen
from khumue.reports.text.draft import DraftPage
from khumue.reports.text.page import Page, Piece
from khumue.reports.wording import MARKS, Wording

if TYPE_CHECKING:
    from khumue.reports import Setup

_SHOWN = 10  # of the worst drafts


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
        if result.count("error"):
            said = " · ".join(text for text, _ in self._words.counts(result))
            self._open.append(_Open(path=result.document.path, rank=result.count("error"), said=said))

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
        self._open.append(_Open(path=failure.path, said=failure.message[language]))

    def _summary(self, unchecked: int) -> None:
        words = self._words
        failed = sum(not each.rank for each in self._open)
        faulty = len(self._open) - failed
        pieces: list[Piece] = [(words.say("text-summary", count=self._count), "title")]
        for key, mark, count in (
            ("text-passing", "pass", self._count - failed - faulty),
            ("text-failing", "error", faulty),
            ("text-failed", "failed", failed),
        ):
            if count:
                pieces += [(" · ", "dim"), (f"{MARKS[mark][0]} {words.say(key, count=count)}", MARKS[mark][1])]
        self._page.rule()
        self._page.entry([], *pieces)
        worst = sorted(self._open, key=lambda each: (each.rank > 0, -each.rank))
        for each in worst[:_SHOWN]:
            sign = MARKS["error" if each.rank else "failed"]
            self._page.line(("  ", ""), sign, (f" {words.name(each.path)}", ""), (f" · {each.said}", "dim"))
        if len(worst) > _SHOWN:
            self._page.line((f"    {words.say('text-more', count=len(worst) - _SHOWN)}", "dim"))
        if unchecked:
            self._page.entry([], (words.say("unchecked-files", count=unchecked), "warning"))


@frozen
class _Open:
    """A draft that does not pass: `rank` is the number of errors, 0 where it could not be checked."""

    path: str
    rank: int = 0
    said: str
