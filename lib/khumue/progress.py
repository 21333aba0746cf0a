"""How far a check has come, on the standard error where that is a terminal.

It is drawn between two drafts: a second thread, to draw it meanwhile, would keep the PDF reader from forking.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from khumue.readers import STANDARD_INPUT

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from khumue.finding import Result
    from khumue.reports import Writer

# Seconds until it is worth drawing, and between two pictures of it.
_PATIENCE, _BEAT = 0.3, 0.1
# Bytes from which a draft may take a second: a PDF of 150 pages has about as many.
_LARGE = 1_000_000


class Progress:
    """A writer that hands all on to others, with a bar that is out of their way while they write.

    A first draft that takes long is named before it is read; `slow` says that all do.
    """

    def __init__(self, writers: Sequence[Writer], files: Sequence[Path], label: str, *, slow: bool) -> None:
        self._writers = writers
        self._files = files
        self._label = label
        self._done = 0
        self._next = time.monotonic() + _PATIENCE
        self._bar: Bar | None = None
        if slow or _is_large(files[0]):
            self._draw()

    def add(self, result: Result) -> None:
        """Hand a result to every writer."""
        with self._out_of_the_way():
            for writer in self._writers:
                writer.add(result)
        self._done += 1
        if self._done < len(self._files) and time.monotonic() >= self._next:
            self._draw()

    def end(self, unchecked: int = 0) -> None:
        """Tell every writer that there are no more."""
        self.wipe()
        for writer in self._writers:
            writer.end(unchecked)

    def wipe(self) -> None:
        """Leave no trace on the terminal."""
        if self._bar:
            with suppress(OSError):  # a terminal that has gone is no reason to stop
                self._bar.stop()

    @contextmanager
    def _out_of_the_way(self) -> Iterator[None]:
        """A report that goes elsewhere is not in the way."""
        if sys.stdout.isatty():
            self.wipe()
            yield
            with suppress(OSError):  # the report's own writing tells
                sys.stdout.flush()
        else:
            yield

    def _draw(self) -> None:
        self._next = time.monotonic() + _BEAT
        self._bar = self._bar or _bar(self._label, len(self._files))
        current = self._files[self._done]
        self._bar.update(
            self._bar.task_ids[0], completed=self._done, name="" if current == STANDARD_INPUT else current.name
        )
        with suppress(OSError):
            self._bar.start()
            self._bar.refresh()


@contextmanager
def followed(writers: Sequence[Writer], files: Sequence[Path], label: str, *, slow: bool) -> Iterator[Writer]:
    """The writers as one, with the progress through the files shown until the block ends."""
    progress = Progress(writers, files, label, slow=slow)
    try:
        yield progress
    finally:
        progress.wipe()


def _is_large(path: Path) -> bool:
    try:
        return os.path.getsize(path) >= _LARGE  # noqa: PTH202  # the reading tells what is wrong with it
    except OSError:
        return False


def _bar(label: str, files: int) -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.table import Column

    text = TextColumn(label, markup=False, table_column=Column(no_wrap=True))
    name = TextColumn("{task.fields[name]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
    columns = (text, BarColumn(20), MofNCompleteColumn(), name, TimeElapsedColumn()) if files > 1 else (text, name)
    bar = Progress(
        *columns,
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.add_task(label, total=files, name="")
    return bar
