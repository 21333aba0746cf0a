"""Templates to HTML in one language. Whatever they print is escaped and made harmless: a draft is never markup."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup, escape

from khumue.projects.amounts import write_baht
from khumue.reports.summary import is_whole
from khumue.reports.wording import Wording
from khumue.vocabulary import Text

if TYPE_CHECKING:
    from khumue.reports import Setup

FOLDER = Path(__file__).parent

# Controls, marks that turn the direction of writing, and halves of characters: unseen, or shown as what they are not.
_HARMFUL = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_THAI = re.compile("[\u0e01-\u0e5b](?:[^A-Za-z]*[\u0e01-\u0e5b])?")


def harmless(text: str) -> str:
    """The text with a visible sign in place of each character that could deceive or break a page."""
    return _HARMFUL.sub("\N{REPLACEMENT CHARACTER}", text)


def file_name(path: str) -> str:
    """The last part of a path, whichever stroke its system parts it with."""
    return PureWindowsPath(path).name or path


def folder_of(path: str) -> str:
    """The path without its last part, empty where it has no other."""
    return path.removesuffix(file_name(path))


class Renderer:
    """Lays out pages in the language of a setup."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self.language = setup.language
        self._words = Wording(setup)
        self._environment = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._show,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(plain=lambda text: escape(self._plain(text)), name=file_name, folder=folder_of)
        self._environment.globals.update(
            language=self.language,
            rules=setup.messages.rules,
            registry=setup.registry,
            handbook=self._handbook(),
            say=self._words.say,
            place=self._words.place,
            belonging=self._words.belonging,
            names=self._field_names,
            baht=write_baht,
            is_whole=is_whole,
            zip=zip,
            style=Style((FOLDER / "style.css").read_text(encoding="utf-8")),
        )

    def render(self, template: str, **values: object) -> str:
        """The HTML of a template."""
        return self._environment.get_template(f"{template}.html.j2").render(**values)

    def pieces(self, template: str, **values: object) -> Iterator[str]:
        """The HTML of a template, piece by piece; iterators that it prints are read as it goes on."""
        return self._environment.get_template(f"{template}.html.j2").generate(**values)

    def _field_names(self, ids: Iterable[str]) -> str:
        return ", ".join(self._setup.registry.project_fields[each].title[self.language] for each in ids)

    def _plain(self, value: str | Text) -> str:
        """Words without markup, for attributes and the title."""
        return harmless(value[self.language] if isinstance(value, Text) else value)

    def _show(self, value: object) -> object:
        """What is printed: in an English report, Thai words say that they are Thai."""
        if isinstance(value, Markup | Undefined):
            return value
        if isinstance(value, Text | str):
            said = self._plain(value)
            return said if self.language == "th" else _mark_thai(said)
        if isinstance(value, int | float):
            return value
        raise TypeError(f"a template printed {value!r}, which is not text")

    def _handbook(self) -> Markup | None:
        """The root of the handbook in the reader's language."""
        root = self._setup.page("")
        return escape(root) if root else None


class Style:
    """The stylesheet and the hash by which the page's own policy lets it pass, and nothing else."""

    def __init__(self, text: str) -> None:
        self.text = Markup(text)
        self.hash = f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _mark_thai(text: str) -> Markup:
    shown, end = Markup(), 0
    for run in _THAI.finditer(text):
        shown += escape(text[end : run.start()]) + Markup('<span lang="th">{}</span>').format(run[0])
        end = run.end()
    return shown + escape(text[end:])
