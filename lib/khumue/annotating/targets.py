"""Where the copies with comments go: one file for one draft, or a folder that keeps the drafts' own folders apart."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from khumue.annotating.parts import word_ending
from khumue.document import DraftError
from khumue.drafts import CHECKED
from khumue.problems import CommandError
from khumue.readers import MAX_BYTES, STANDARD_INPUT
from khumue.readers.docx import main_part
from khumue.readers.package import Package, package_kind

_WORD = (".docx", ".docm", ".dotx", ".dotm")


def is_folder(asked: str) -> bool:
    """Whether a name stands for a folder: there is one, or a stroke at its end says so."""
    return asked.endswith(("/", os.sep)) or os.path.isdir(asked)  # noqa: PTH112  # Path.is_dir raises for some names


def single_target(asked: str, drafts: Sequence[Path]) -> Mapping[Path, Path]:
    """The one copy of the one draft. Raises CommandError where there can be none; a draft that cannot be read at all is
    left to its check."""
    if len(drafts) != 1:
        raise CommandError("annotate-one-file", file=asked, count=len(drafts))
    draft, target = drafts[0], Path(asked)
    if draft == STANDARD_INPUT:
        raise CommandError("annotate-input")
    try:
        ending = _ending(draft)
    except (DraftError, OSError):
        return {draft: target}
    if ending is None:
        raise CommandError("annotate-not-word", draft=str(draft))
    if target.suffix.casefold() != ending:
        raise CommandError("annotate-ending", draft=str(draft), file=asked, ending=ending)
    return {draft: target}


def targets_in(folder: str, drafts: Sequence[Path]) -> Mapping[Path, Path]:
    """A copy for each draft of Word."""
    endings = {draft: ending for draft in drafts if (ending := _ending_of_copy(draft))}
    places = [Path(os.path.abspath(draft)) for draft in endings]  # noqa: PTH100  # Path keeps "..", which leads out
    try:
        root = os.path.commonpath([place.parent for place in places]) if places else ""
    except ValueError:  # drafts on two drives of Windows
        root = ""
    return {
        draft: Path(folder, *_below(place, root), f"{draft.stem.removesuffix(CHECKED)}{CHECKED}{ending}")
        for (draft, ending), place in zip(endings.items(), places, strict=True)
    }


def _below(place: Path, root: str) -> tuple[str, ...]:
    """The folders of a draft below the one that all have in common, or below that of its drive."""
    if root:
        return place.parent.relative_to(root).parts
    return (place.drive.rstrip(":"), *place.parent.parts[1:])


def _ending_of_copy(draft: Path) -> str | None:
    """That of the draft's own name; some Word files have another one, such as .doc."""
    if draft.suffix.casefold() in _WORD:
        return draft.suffix
    try:
        return _ending(draft) if draft != STANDARD_INPUT else None
    except (DraftError, OSError):
        return None


def _ending(draft: Path) -> str | None:
    """What the name of a Word file must end in; None for another kind of file."""
    with draft.open("rb") as file:
        if not file.read(2).startswith(b"PK"):
            return None
        data = b"PK" + file.read(MAX_BYTES)
    package = Package(data)
    return word_ending(package, main_part(package)) if package_kind(package) == "docx" else None
