"""The files that a check writes beside what it prints."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from khumue.addresses import address_from
from khumue.frozen import frozen, replace
from khumue.problems import CommandError, Tell
from khumue.reports import ENDINGS, FILE_FORMATS, Setup, Writer, open_writer
from khumue.writing import check_outputs, new_file

MATRIX_ENDINGS = (".xlsx", ".csv")


@frozen
class Outputs:
    """The files asked for: reports, whose endings tell their formats, a matrix, and copies with comments in a file or a
    folder, which a stroke at its end may name."""

    reports: tuple[Path, ...] = ()
    matrix: Path | None = None
    annotate: str | None = None
    force: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them, but for copies."""
        return (*self.reports, *((self.matrix,) if self.matrix else ()))


@contextmanager
def open_outputs(outputs: Outputs, drafts: Sequence[Path], setup: Setup, tell: Tell) -> Iterator[list[Writer]]:
    """The writers of all files; the files take their places when the block ends well. Raises CommandError.

    `tell` is told of drafts that have no copy with comments.
    """
    check_outputs(outputs.files, drafts)
    formats = [_format(path, [*ENDINGS]) for path in outputs.reports]
    if outputs.matrix:
        formats.append(_format(outputs.matrix, MATRIX_ENDINGS))
    html = next((path for path, name in zip(outputs.reports, formats, strict=False) if name == "html"), None)
    annotators: list[Writer] = []
    if outputs.annotate is not None:
        from khumue.annotating.writer import Annotator

        annotators.append(Annotator(outputs.annotate, drafts, setup, tell=tell, force=outputs.force))
    with ExitStack() as stack:
        reports = [
            _open(stack, path, name, _seen_from(path.parent, html, setup), force=outputs.force)
            for path, name in zip(outputs.files, formats, strict=True)
        ]
        yield [*annotators, *reports]


def _format(path: Path, endings: Sequence[str]) -> str:
    ending = path.suffix.casefold()
    if ending not in endings:
        raise CommandError("output-ending", file=str(path), endings=" ".join(endings))
    return ENDINGS[ending]


def _open(stack: ExitStack, path: Path, name: str, setup: Setup, *, force: bool) -> Writer:
    stream = stack.enter_context(new_file(path, force=force))
    if name in FILE_FORMATS:
        return open_writer(name, stream, setup)
    # A file's name may hold bytes that are no text: they are replaced, as on the screen.
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="")
    stack.callback(text.detach)  # the last of it is written; the file below is closed by its own block
    return open_writer(name, text, setup)


def _seen_from(folder: Path, html: Path | None, setup: Setup) -> Setup:
    """The same for a report in this folder."""
    return replace(setup, folder=folder, html=address_from(folder, html) if html else None)
