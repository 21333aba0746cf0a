"""How far a check has come, on the standard error where that is a terminal.

A bar is drawn only when there is something to wait for. Between two pictures of it nothing runs: where the system has
alarm signals they draw it, so that there is no second thread, with which the PDF reader could not fork. Windows has
neither, and there a thread does.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from khumue.readers import STANDARD_INPUT

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from khumue.finding import Result
    from khumue.reports import Writer

# Seconds until a bar is worth drawing, for several drafts and for one, and between two pictures of it.
_SEVERAL, _ONE, _BEAT = 0.3, 1.0, 0.1

Beats = Callable[[Callable[[], None], float], AbstractContextManager[None]]


@contextmanager
def followed(writers: Sequence[Writer], files: Sequence[Path], label: str) -> Iterator[Writer]:
    """The writers as one, with the progress through the files shown until the block ends."""
    progress = Progress(writers, files, label)
    beats = by_signal if _has_alarms() else by_thread
    try:
        with beats(progress.draw, _SEVERAL if len(files) > 1 else _ONE):
            yield progress
    finally:
        progress.wipe()


class Progress:
    """A bar, or for a single file a turning sign, that is out of the way while results are written."""

    def __init__(self, writers: Sequence[Writer], files: Sequence[Path], label: str) -> None:
        self._writers = writers
        self._files = files
        self._label = label
        self._done = 0
        self._bar: Bar | None = None
        self._shown = False
        self._drawing = threading.Lock()

    def add(self, result: Result) -> None:
        """Hand a result to every writer."""
        with self._aside():
            for writer in self._writers:
                writer.add(result)
        self._done += 1

    def end(self, unchecked: int = 0) -> None:
        """Tell every writer that there are no more."""
        with self._aside():
            for writer in self._writers:
                writer.end(unchecked)

    @contextmanager
    def _aside(self) -> Iterator[None]:
        """A report that goes elsewhere is not disturbed."""
        if not sys.stdout.isatty():
            yield
            return
        with self._drawing, _undisturbed():
            self._wipe()
            yield
            sys.stdout.flush()

    def wipe(self) -> None:
        """Leave no trace on the terminal."""
        with self._drawing:
            self._wipe()

    def _wipe(self) -> None:
        if self._shown and self._bar:
            self._shown = False
            with suppress(OSError):
                self._bar.stop()

    def draw(self) -> None:
        """Draw it as it is now. Never waits: it may be called in the middle of anything."""
        if self._drawing.acquire(blocking=False):
            try:
                with suppress(OSError), _undisturbed():  # a terminal that has gone is no reason to stop
                    self._draw()
            finally:
                self._drawing.release()

    def _draw(self) -> None:
        self._bar = self._bar or _bar(self._label, len(self._files))
        current = self._files[min(self._done, len(self._files) - 1)]
        name = "" if current == STANDARD_INPUT else current.name
        self._bar.update(self._bar.task_ids[0], completed=self._done, name=name)
        if self._shown:
            self._bar.refresh()
        else:
            self._bar.start()
            self._shown = True


def _bar(label: str, files: int) -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.table import Column

    name = TextColumn("{task.fields[name]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
    text = TextColumn(label, markup=False, table_column=Column(no_wrap=True))
    columns = (text, BarColumn(20), MofNCompleteColumn(), name) if files > 1 else (SpinnerColumn("line"), text, name)
    bar = Progress(
        *columns,
        TimeElapsedColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.add_task(label, total=files, name="")
    return bar


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No beat while the terminal is written to: not every system hands on all of a write that a signal cuts short."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGALRM,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _has_alarms() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def by_signal(call: Callable[[], None], first: float) -> Iterator[None]:
    """Call a function after so many seconds and then at every beat, in the middle of the block."""

    def beat(_number: int, _frame: FrameType | None) -> None:
        call()

    before = signal.signal(signal.SIGALRM, beat)
    signal.setitimer(signal.ITIMER_REAL, first, _BEAT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def by_thread(call: Callable[[], None], first: float) -> Iterator[None]:
    """The same from a thread."""
    ended = threading.Event()

    def run() -> None:
        wait = first
        while not ended.wait(wait):
            call()
            wait = _BEAT

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
