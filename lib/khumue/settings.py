"""Settings files: khumue.toml, or [tool.khumue] in pyproject.toml, beside the drafts or in a folder above them.

The nearest folder that has one counts, alone; in one folder khumue.toml comes before pyproject.toml. The search ends at
a repository's root. Looking for a file takes 0.1 ms in a folder ten deep; TOML is only loaded to read one.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khumue.choices import NO_CHOICES, Choices
from khumue.frozen import NOTHING, frozen

if TYPE_CHECKING:
    from khumue.waivers import Waiver

OWN, SHARED = "khumue.toml", "pyproject.toml"


@frozen
class Settings:
    """What one settings file says. Patterns are of file names, or of paths from the settings file's folder.

    `run` holds what is set for a whole call, by the name of the option: fail_on, lang, format, procedures, ocr, jobs,
    handbook.
    """

    file: Path | None = None
    choices: Choices = NO_CHOICES
    per_file: tuple[tuple[str, Choices], ...] = ()
    waivers: tuple[tuple[str, Waiver], ...] = ()
    run: Mapping[str, Any] = NOTHING

    def choices_for(self, draft: Path) -> Choices:
        """What it says for one draft; of several patterns that match, the last one counts first."""
        chosen = self.choices
        for pattern, own in self.per_file:
            if self._is_for(pattern, draft):
                chosen = own.over(chosen)
        return chosen

    def waivers_for(self, draft: Path) -> tuple[Waiver, ...]:
        """The waivers that hold for one draft."""
        return tuple(waiver for pattern, waiver in self.waivers if self._is_for(pattern, draft))

    def _is_for(self, pattern: str, draft: Path) -> bool:
        from fnmatch import fnmatchcase

        folder = self.file.parent if self.file else Path()
        path = os.path.relpath(draft, folder).replace(os.sep, "/")
        return fnmatchcase(draft.name, pattern) or fnmatchcase(path, pattern)


NO_SETTINGS = Settings()


class SettingsSource:
    """The settings of drafts: of the file given, or of the nearest one; none where they are not wanted."""

    def __init__(self, known: Collection[str], file: Path | None = None, *, wanted: bool = True) -> None:
        self._known = known
        self._given = file
        self._wanted = wanted
        self._read: dict[Path, Settings] = {}

    def settings_for(self, draft: Path) -> Settings:
        """The settings that hold for a draft. Raises DraftError where their file cannot be used."""
        if not self._wanted:
            return NO_SETTINGS
        folder = Path(os.path.abspath(draft.parent))  # noqa: PTH100 - a link's own folder counts, not its target's
        if folder not in self._read:
            file = self._given or find_settings(folder)
            self._read[folder] = self._load(file) if file else NO_SETTINGS
        return self._read[folder]

    def _load(self, file: Path) -> Settings:
        from khumue.settingsfile import read_settings

        return read_settings(file, self._known)


def find_settings(folder: Path) -> Path | None:
    """The nearest settings file of a folder, which must be absolute."""
    for each in _upwards(str(folder)):
        own, shared = f"{each}/{OWN}", f"{each}/{SHARED}"
        if os.path.isfile(own):  # noqa: PTH113 - pathlib takes five times as long, for every folder above
            return Path(own)
        if os.path.isfile(shared) and _names_us(shared):  # noqa: PTH113
            return Path(shared)
        if os.path.exists(f"{each}/.git"):  # noqa: PTH110
            return None
    return None


def _upwards(folder: str) -> Iterable[str]:
    while True:
        yield folder
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return
        folder = above


def _names_us(file: str) -> bool:
    try:
        return b"tool.khumue" in Path(file).read_bytes()
    except OSError:
        return False  # another program's file, which is no matter of ours
