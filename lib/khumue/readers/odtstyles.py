"""OpenDocument styles: what paragraphs and spans look like, and how lists and headings are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khumue.frozen import frozen
from khumue.readers.counting import MAX_LABEL, Level
from khumue.readers.package import Given, attribute, number

_CONTENTS = re.compile(r"contents(?:_20_| )\d", re.IGNORECASE)
_SIZE = re.compile(r"(\d+(?:\.\d+)?)(pt|%)$")
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
# The forms as Word names them; the Thai ones are written as samples: "ก, ข, ค, ...".
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_THAI_FORMS = {"ก": "thaiLetters", "๑": "thaiNumbers"}
_MAX_CHAIN = 20


@frozen
class Face:
    """How text looks; `size` is in points."""

    bold: bool = False
    size: float | None = None
    hidden: bool = False


class Style:
    """A style as written; None is not said here."""

    def __init__(self, name: str, family: str) -> None:
        self.name = name
        self.family = family
        self.parent: str | None = None
        self.level: int | None = None
        self.list: str | None = None
        self.bold: bool | None = None
        self.size: str | None = None
        self.hidden: bool | None = None


Levels = dict[int, Level]


class OdtStyles:
    """The styles of a file, by family and name."""

    def __init__(self) -> None:
        self.lists: dict[str, Levels] = {}
        self.outline: Levels = {}
        self._styles: dict[tuple[str, str], Style] = {}
        self._style: Style | None = None
        self._levels: Levels | None = None
        self._faces: dict[tuple[str | None, tuple[str, ...]], Face] = {}

    def start(self, tag: str, given: Given) -> None:
        """An element opens; `tag` is its name without namespace."""
        if tag in {"style", "default-style"}:
            self._open_style(tag, given)
        elif tag == "text-properties" and self._style:
            _say(self._style, given)
        elif tag == "list-style":
            self._levels = self.lists[attribute(given, "name") or ""] = {}
        elif tag == "outline-style":
            self._levels = self.outline
        elif tag in {"list-level-style-number", "outline-level-style"} and self._levels is not None:
            self._levels[(number(given, "level") or 1) - 1] = _level(given)

    def end(self, tag: str) -> None:
        """An element closes."""
        if tag in {"style", "default-style"}:
            self._style = None
        elif tag in {"list-style", "outline-style"}:
            self._levels = None

    def _open_style(self, tag: str, given: Given) -> None:
        name = (attribute(given, "name") or "") if tag == "style" else ""  # the default style has none
        family = attribute(given, "family") or ""
        self._style = self._styles[family, name] = Style(name, family)
        self._style.parent = attribute(given, "parent-style-name")
        self._style.level = number(given, "default-outline-level")
        self._style.list = attribute(given, "list-style-name")

    def level(self, name: str | None) -> int | None:
        """The outline level of a paragraph by its style."""
        return next((each.level for each in self._chain("paragraph", name) if each.level is not None), None)

    def list(self, name: str | None) -> str | None:
        """The list of a paragraph by its style."""
        return next((each.list for each in self._chain("paragraph", name) if each.list is not None), None)

    def is_contents(self, name: str | None) -> bool:
        """Whether a paragraph has the style of a contents entry."""
        return any(_CONTENTS.match(each.name) for each in self._chain("paragraph", name))

    def face(self, paragraph: str | None, spans: tuple[str, ...]) -> Face:
        """How text looks in a paragraph and the spans around it, outermost first."""
        if (paragraph, spans) not in self._faces:
            face = Face()
            for family, name in (("paragraph", paragraph), *(("text", span) for span in spans)):
                for style in reversed([*self._chain(family, name)]):
                    face = _over(face, style)
            self._faces[paragraph, spans] = face
        return self._faces[paragraph, spans]

    def _chain(self, family: str, name: str | None) -> Iterator[Style]:
        """A style and those that it inherits from, for paragraphs the default last; a circle in the chain ends it."""
        for _ in range(_MAX_CHAIN):
            style = self._styles.get((family, name)) if name else None
            if style is None:
                break
            yield style
            name = style.parent
        if family == "paragraph" and (default := self._styles.get((family, ""))):
            yield default


def _say(style: Style, given: Given) -> None:
    """Thai letters have properties of their own, which go before those of Latin ones."""
    weight = attribute(given, "font-weight-complex") or attribute(given, "font-weight")
    style.bold = weight in _BOLD if weight else style.bold
    style.size = attribute(given, "font-size-complex") or attribute(given, "font-size") or style.size
    display = attribute(given, "display")
    style.hidden = display == "none" if display else style.hidden


def _over(face: Face, style: Style) -> Face:
    return Face(
        bold=face.bold if style.bold is None else style.bold,
        size=_points(style.size, face.size) if style.size else face.size,
        hidden=face.hidden if style.hidden is None else style.hidden,
    )


def _points(size: str, inherited: float | None) -> float | None:
    match = _SIZE.match(size)
    if not match:
        return inherited
    if match[2] == "pt":
        return float(match[1])
    return inherited * float(match[1]) / 100 if inherited else None


def _level(given: Given) -> Level:
    at = number(given, "level") or 1
    shown = min(number(given, "display-levels") or 1, at)
    level = Level()
    form = attribute(given, "num-format") or ""
    level.form = _FORMS.get(form) or _THAI_FORMS.get(form[:1], "none")
    level.start = number(given, "start-value") or 1
    fields = ".".join(f"%{each}" for each in range(at - shown + 1, at + 1)) if level.form != "none" else ""
    prefix, suffix = (attribute(given, name) or "" for name in ("num-prefix", "num-suffix"))
    level.text = f"{prefix[:MAX_LABEL]}{fields}{suffix[:MAX_LABEL]}"
    return level
