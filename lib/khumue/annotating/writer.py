"""Copies of Word drafts with the findings as comments, each written when its draft has been checked."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from khumue.annotating.copying import commented
from khumue.annotating.targets import is_folder, single_target, targets_in
from khumue.annotating.wording import comments
from khumue.document import DraftError
from khumue.finding import DraftReport, Failure, Result
from khumue.problems import CommandError, Tell
from khumue.readers import STANDARD_INPUT
from khumue.reports import Setup
from khumue.writing import check_outputs, make_folder_of, new_file


class Annotator:
    """Writes the copies. Raises CommandError, before anything is checked, for what can be seen to stand in the way.

    In a folder, drafts that are not of Word are told and passed over, and so is a copy that cannot be written; the one
    copy of one draft raises CommandError. A draft that could not be checked has no copy.
    """

    def __init__(
        self,
        asked: str,
        drafts: Sequence[Path],
        setup: Setup,
        *,
        tell: Tell,
        force: bool = False,
        now: datetime | None = None,
    ) -> None:
        self._setup = setup
        self._force = force
        self._now = now
        self._tell = tell
        self._folder = is_folder(asked)
        self._targets: Mapping[str, Path] = {
            str(draft): target
            for draft, target in (targets_in(asked, drafts) if self._folder else single_target(asked, drafts)).items()
        }
        check_outputs(self._targets.values(), [draft for draft in drafts if draft != STANDARD_INPUT])
        for target in self._targets.values():
            if not force and os.path.lexists(target):
                raise CommandError("output-exists", file=str(target))

    def add(self, result: Result) -> None:
        """Write the copy of one draft."""
        if isinstance(result, Failure):
            return
        path = result.document.path
        target = self._targets.get(path)
        if target is None or result.document.kind != "docx":
            problem = "annotate-input" if path == str(STANDARD_INPUT) else "annotate-not-word"
            self._tell(CommandError(problem, draft=path), False)
            return
        try:
            self._write(result, target)
        except CommandError as error:
            if not self._folder:
                raise
            self._tell(error, True)

    def end(self, unchecked: int = 0) -> None:
        """Every copy is written."""

    def _write(self, report: DraftReport, target: Path) -> None:
        path = report.document.path
        now = self._now or datetime.now()  # noqa: DTZ005  # Word writes the time of the place, too
        try:
            pieces = commented(Path(path).read_bytes(), comments(report, self._setup, copy=target.name), now)
        except DraftError as error:
            raise self._failed(path, error) from None
        except OSError as error:
            raise self._failed(path, DraftError("unreadable", reason=error.strerror or type(error).__name__)) from None
        if self._folder:
            make_folder_of(target)
        with new_file(target, force=self._force) as file:
            file.writelines(pieces)

    def _failed(self, path: str, error: DraftError) -> CommandError:
        why = self._setup.messages.failure(path, error)
        return CommandError("annotate-failed", draft=path, reason=why.message, remedy=why.fix)
