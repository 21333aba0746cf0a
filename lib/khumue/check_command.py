"""The command `check`: settings, files, report, exit status."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

from khumue.checking import Checker, Task, open_checker
from khumue.choices import Choices, read_codes
from khumue.document import DraftError
from khumue.drafts import find_drafts
from khumue.finding import SEVERITIES, Failure, Result, Severity
from khumue.interrupts import Interrupts
from khumue.messages import load_messages
from khumue.problems import CommandError, find_procedure
from khumue.readers import STANDARD_INPUT
from khumue.reports import Setup, Writer, open_writer
from khumue.settings import SettingsSource
from khumue.statuses import FAILED, FOUND, OK, STOPPED
from khumue.telling import tell

if TYPE_CHECKING:
    from khumue.problems import Tell
    from khumue.vocabulary import Language

# Starting two processes takes as long as checking six ten-page drafts: from twelve on they pay, from here on for sure.
MANY = 16

_DEFAULTS = {"fail_on": "error", "format": "text", "jobs": 0, "ocr": False}


def run_check(options: argparse.Namespace) -> int:
    """Check the files and print the report as it is made. Raises CommandError and DataError."""
    files = find_drafts(options.files)
    if len(files) > 1:
        gc.enable()
    try:
        task = _prepare(options, files[0])
    except DraftError as error:
        raise CommandError(error.problem, **{name: str(value) for name, value in error.values.items()}) from None
    checker = open_checker(task)
    if options.procedure:
        find_procedure(options.procedure, checker.registry.plans)
    setup = Setup(
        registry=checker.registry,
        messages=checker.messages,
        language=options.lang or "th",
        handbook=options.handbook,
    )
    tally = Tally()
    printed = None if options.quiet else _Printed(options.format, setup, alone=not _writes_files(options))
    with ExitStack() as stack:
        interrupts = stack.enter_context(Interrupts())
        writers = [tally, *_file_writers(stack, options, files, setup, tally), printed or _failures(setup)]
        if _is_watched(options):
            from khumue.progress import followed

            label = setup.messages.words["text-checking"][setup.language]
            writers = [stack.enter_context(followed(writers, files, label, slow=task.ocr))]
        results = stack.enter_context(closing(_results(files, task, checker, options.jobs)))
        finished = _write(results, writers, len(files), interrupts)
    if printed and printed.error:
        raise printed.error
    if _is_watched(options):
        _tell_written(options, tally, setup)
    return tally.status(options.fail_on) if finished else STOPPED


def _writes_files(options: argparse.Namespace) -> bool:
    return bool(options.output or options.matrix or options.annotate is not None)


def _file_writers(
    stack: ExitStack, options: argparse.Namespace, files: Sequence[Path], setup: Setup, tally: Tally
) -> Sequence[Writer]:
    """The writers of the files asked for, which take their places when the stack ends well."""
    if not _writes_files(options):
        return ()
    from khumue.outputs import Outputs, open_outputs

    outputs = Outputs(
        reports=tuple(options.output or ()), matrix=options.matrix, annotate=options.annotate, force=options.force
    )
    return stack.enter_context(open_outputs(outputs, files, setup, tally.tell_in(setup.language)))


def _failures(setup: Setup) -> Writer:
    """What is said in place of the report where none is wanted."""
    from khumue.reports.failures import FailureReport

    return FailureReport(setup)


def _write(results: Iterable[Result], writers: Sequence[Writer], files: int, interrupts: Interrupts) -> bool:
    """Hand every result to every writer. False if the call was interrupted: what is done by then is written."""
    done = 0
    try:
        for result in results:
            with interrupts.held_back():
                done += 1
                for writer in writers:
                    writer.add(result)
        interrupts.hold()
    except KeyboardInterrupt:
        pass
    for writer in writers:
        writer.end(files - done)
    return done == files


class _Printed:
    """The report on the standard output. That it cannot be printed any more is an `error` for later where files are
    still to be written."""

    def __init__(self, name: str, setup: Setup, *, alone: bool) -> None:
        self.error: OSError | None = None
        self._kept = () if alone else (OSError,)
        self._writer = open_writer(name, sys.stdout, setup)

    def add(self, result: Result) -> None:
        if not self.error:
            try:
                self._writer.add(result)
            except self._kept as error:
                self.error = error

    def end(self, unchecked: int = 0) -> None:
        if not self.error:
            try:
                self._writer.end(unchecked)
            except self._kept as error:
                self.error = error


def _tell_written(options: argparse.Namespace, tally: Tally, setup: Setup) -> None:
    """Name the files that now are there; where a draft has failed, there may be no copy of it with comments."""
    names = [*(options.output or ()), options.matrix, None if tally.failed else options.annotate]
    if written := ", ".join(str(name) for name in names if name is not None):
        tell(setup.messages.words["written-files"][setup.language].format(files=written))


def _is_watched(options: argparse.Namespace) -> bool:
    """Whether a person sees what is told beside the report."""
    return sys.stderr.isatty() and not options.quiet and os.environ.get("TERM") != "dumb"


def _prepare(options: argparse.Namespace, first: Path) -> Task:
    """What the command says; what it does not say is taken from the settings of the first file."""
    known = load_messages().rules
    choices = Choices(
        procedure=options.procedure,
        years=options.year,
        select=_codes(options.select, known),
        ignore=_codes(options.ignore, known),
    )
    settings = SettingsSource(known, options.config, wanted=not options.no_config).settings_for(first)
    for name, value in {**_DEFAULTS, **settings.run}.items():
        if getattr(options, name, None) is None:
            setattr(options, name, value)
    return Task(
        procedures=options.procedures,
        choices=choices,
        settings_file=options.config,
        use_settings=not options.no_config,
        ocr=options.ocr,
    )


def _codes(given: Sequence[str] | None, known: Iterable[str]) -> tuple[str, ...] | None:
    return tuple(code for each in given for code in read_codes(each, [*known])) if given else None


def _results(paths: Sequence[Path], task: Task, checker: Checker, jobs: int) -> Generator[Result]:
    count = min(jobs or (_processors() if len(paths) >= MANY else 1), len(paths))
    if count > 1 and STANDARD_INPUT not in paths:  # which only this process can read
        from khumue.jobs import check_in_processes

        yield from check_in_processes(paths, task, count)
    else:
        yield from map(checker.check_file, paths)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Tally:
    """What the exit status depends on; `failed` says that something could not be checked or written."""

    def __init__(self) -> None:
        self.failed = False
        self._found: set[Severity] = set()

    def tell_in(self, language: Language) -> Tell:
        """Prints what could not be written for one draft while the others go on, and counts it where it failed."""

        def told(error: CommandError, failed: bool) -> None:
            tell(error.text[language])
            self.failed = self.failed or failed

        return told

    def add(self, result: Result) -> None:
        """Count one more."""
        if isinstance(result, Failure):
            self.failed = True
        else:
            self._found.update(finding.severity for finding in result.findings)

    def end(self, unchecked: int = 0) -> None:
        """There are no more."""

    def status(self, fail_on: str) -> int:
        """The exit status where findings of this severity and above count."""
        counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
        return FAILED if self.failed else FOUND if self._found.intersection(counted) else OK
