"""A settings file to settings. Every fault names the file, the key, and what may stand there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from khumue.choices import Choices, read_codes, read_years
from khumue.document import DraftError
from khumue.finding import SEVERITIES
from khumue.reports import FORMATS
from khumue.settings import OWN, Settings
from khumue.vocabulary import LANGUAGES
from khumue.waivers import Waiver

Reader = Callable[[str, Any], Any]
"""Makes a setting of the key's path in the file and its plain value, or raises DraftError."""

PROCEDURE = "angthong/annual-action-plan"


def read_settings(path: Path, known: Collection[str]) -> Settings:
    """Read a settings file; `known` are the codes of the rules. Raises DraftError at its first fault."""
    return _SettingsFile(path, known).settings()


class _SettingsFile:
    def __init__(self, path: Path, known: Collection[str]) -> None:
        self.path = path
        self.known = known

    def settings(self) -> Settings:
        draft: dict[str, Reader] = {
            "procedure": self.text_like(PROCEDURE),
            "year": self.years,
            "select": self.codes,
            "ignore": self.codes,
        }
        run: dict[str, Reader] = {
            "fail-on": self.one_of(*SEVERITIES, "never"),
            "lang": self.one_of(*LANGUAGES),
            "format": self.one_of(*FORMATS),
            "procedures": self.folder,
            "ocr": self.yes_or_no,
            "jobs": self.count,
            "handbook": self.text_like("https://example.go.th/khumue/"),
        }
        readers = {**draft, **run, "per-file": self.tables(draft), "waive": self.waivers}
        said = self.table("", self.load(), readers)
        return Settings(
            file=self.path,
            choices=_choices({key: said[key] for key in draft if key in said}),
            per_file=tuple((pattern, _choices(own)) for pattern, own in said.get("per-file", {}).items()),
            waivers=said.get("waive", ()),
            run={key.replace("-", "_"): said[key] for key in run if key in said},
        )

    def load(self) -> Any:
        try:
            text = self.path.read_bytes().decode("utf-8-sig")
            whole = tomllib.loads(text)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise DraftError("settings-unreadable", file=self.path, reason=reason) from None
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise DraftError("settings-syntax", file=self.path, line=line) from None
        except tomllib.TOMLDecodeError as error:
            told = re.search(r"line (\d+)", str(error))
            line = int(told[1]) if told else text.rstrip().count("\n") + 1  # at the end of the document
            raise DraftError("settings-syntax", file=self.path, line=line) from None
        if self.path.name == OWN or "tool" not in whole:
            return whole
        return whole["tool"].get("khumue", {}) if isinstance(whole["tool"], dict) else whole["tool"]

    def table(self, at: str, value: Any, readers: Mapping[str, Reader]) -> dict[str, Any]:
        """A table of settings, each read by its reader."""
        if not isinstance(value, dict):
            raise self.unfit(at or "tool.khumue", value, f"[{at or 'tool.khumue'}]")
        if unknown := [key for key in value if key not in readers]:
            from khumue.problems import nearest

            key = _join(at, unknown[0])
            raise DraftError("settings-key", file=self.path, key=key, near=nearest(unknown[0], readers))
        return {key: readers[key](_join(at, key), own) for key, own in value.items()}

    def tables(self, readers: Mapping[str, Reader]) -> Reader:
        """Tables by pattern."""

        def read(at: str, value: Any) -> dict[str, dict[str, Any]]:
            if not isinstance(value, dict):
                raise self.unfit(at, value, f"[{at}]")
            return {pattern: self.table(_join(at, pattern), own, readers) for pattern, own in value.items()}

        return read

    def waivers(self, at: str, value: Any) -> tuple[tuple[str, Waiver], ...]:
        if not isinstance(value, list):
            raise self.unfit(at, value, f"[[{at}]]")
        return tuple(self.waiver(f"{at}[{number}]", own) for number, own in enumerate(value, 1))

    def waiver(self, at: str, value: Any) -> tuple[str, Waiver]:
        text = self.text_like
        readers = {
            "code": self.codes,
            "part": text("core-values"),
            "file": text("แผน*.docx"),
            "reason": text("มีในแผนพัฒนาการศึกษาแล้ว"),
        }
        said = self.table(at, value, readers)
        for needed in ("code", "reason"):
            if needed not in said:
                raise DraftError("settings-lacks", file=self.path, key=at, needed=needed)
        codes, part = said["code"], said.get("part", "")
        if missing := [code for code in codes if code not in self.known]:
            raise self.unfit(f"{at}.code", missing[0], *(each for each in self.known if each.startswith(missing[0])))
        return said.get("file", "*"), Waiver(text=" ".join(codes), codes=codes, part=part, reason=said["reason"])

    def text_like(self, example: str) -> Reader:
        def read(at: str, value: Any) -> str:
            if isinstance(value, str) and value.strip():
                return value.strip()
            raise self.unfit(at, value, f'"{example}"')

        return read

    def one_of(self, *allowed: str) -> Reader:
        def read(at: str, value: Any) -> str:
            if value in allowed:
                return str(value)
            raise self.unfit(at, value, *(f'"{each}"' for each in allowed))

        return read

    def years(self, at: str, value: Any) -> tuple[int, ...]:
        try:
            return read_years(str(value))
        except ValueError:
            raise self.unfit(at, value, "2570", '"2566-2570"') from None

    def codes(self, at: str, value: Any) -> tuple[str, ...]:
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
            raise self.unfit(at, value, '["S107", "R"]')
        try:
            return tuple(code for each in listed for code in read_codes(each, self.known))
        except DraftError as error:
            raise self.unfit(at, error.values["value"], error.values["near"]) from None

    def folder(self, at: str, value: Any) -> Path:
        return self.path.parent / str(self.text_like("ข้อมูล")(at, value))

    def yes_or_no(self, at: str, value: Any) -> bool:
        if isinstance(value, bool):
            return value
        raise self.unfit(at, value, "true", "false")

    def count(self, at: str, value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        raise self.unfit(at, value, "0", "1", "2")

    def unfit(self, at: str, value: Any, *near: object) -> DraftError:
        shown = str(value).lower() if isinstance(value, bool) else repr(value) if isinstance(value, str) else str(value)
        return DraftError("settings-value", file=self.path, key=at, value=shown, near=", ".join(map(str, near)))


def _join(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key


def _choices(said: Mapping[str, Any]) -> Choices:
    return Choices(**{"years" if key == "year" else key: value for key, value in said.items()})
