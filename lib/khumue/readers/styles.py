"""Word styles: what a paragraph or run looks like once the chain of `basedOn` is followed."""

from __future__ import annotations

from collections.abc import Mapping

from khumue.frozen import NOTHING, fields, frozen, replace
from khumue.readers.package import Given, Package, attribute, number, parse_xml

_HEADINGS = {f"heading {level}": level for level in range(1, 10)}
_CONTENTS = frozenset({"toc heading", *(f"toc {level}" for level in range(1, 10))})


def toggled(given: Given) -> bool:
    """Whether an on-off property is on."""
    return attribute(given) not in {"0", "false", "off", "none"}


def outline_level(given: Given) -> int:
    """The outline level, 1 at the top; 0 is body text."""
    level = number(given)
    return 0 if level is None or level >= 9 else level + 1


@frozen
class Look:
    """Run properties; None is not said here. Sizes are half points, as the file writes them."""

    bold: bool | None = None
    size: str | None = None
    latin_size: str | None = None
    hidden: bool | None = None
    style: str | None = None

    def over(self, other: Look) -> Look:
        """This look with what the other one says laid over it."""
        said = {key: value for key in _LOOK_FIELDS if (value := getattr(other, key)) is not None}
        return replace(self, **said) if said else self

    @property
    def points(self) -> float | None:
        """The size of Thai letters in points, or that of Latin ones where only it is said."""
        size = self.size or self.latin_size
        return int(size) / 2 if size and size.isdigit() else None


NO_LOOK = Look()
_LOOK_FIELDS = fields(Look)


@frozen
class Style:
    """A style with all that it inherits. `level` is the outline level, 1 at the top; 0 is body text."""

    look: Look = NO_LOOK
    level: int | None = None
    contents_entry: bool = False
    list: str | None = None
    list_level: int | None = None


NO_STYLE = Style()


class _Raw:
    """A style as written."""

    def __init__(self, *, default: bool) -> None:
        self.default = default
        self.name = ""
        self.based_on: str | None = None
        self.level: int | None = None
        self.list: str | None = None
        self.list_level: int | None = None
        self.look = NO_LOOK


class StyleSheet:
    """The styles that a text uses, by id, over the document's defaults."""

    def __init__(
        self, defaults: Look = NO_LOOK, paragraph: Style = NO_STYLE, styles: Mapping[str, Style] = NOTHING
    ) -> None:
        self.defaults = defaults
        self.paragraph = paragraph
        self.styles = styles
        self._looks: dict[tuple[int, int], Look] = {}

    def style(self, name: str | None) -> Style:
        """The style of a paragraph; one that is not said is the default one."""
        return self.styles.get(name or "", self.paragraph)

    def look(self, paragraph: Style, run: Look) -> Look:
        """What a run looks like: defaults, its paragraph's style, its own style, its own properties."""
        key = id(paragraph), id(run)  # both live as long as the draft is read
        if key not in self._looks:
            own = self.styles.get(run.style or "", NO_STYLE)
            self._looks[key] = self.defaults.over(paragraph.look).over(own.look).over(run)
        return self._looks[key]


def read_styles(package: Package, part: str | None, used: frozenset[str]) -> StyleSheet:
    """The styles used, of a part that holds styles."""
    if part is None:
        return StyleSheet()
    sheet = _Sheet()
    parse_xml(_slice(package.read(part), used), part, sheet.start, sheet.end)
    base = next((name for name, raw in sheet.raw.items() if raw.default), None)
    return StyleSheet(
        defaults=sheet.defaults,
        paragraph=sheet.resolve(base) if base else NO_STYLE,
        styles={name: sheet.resolve(name) for name in used if name in sheet.raw},
    )


# Bytes in all that may be searched for styles: 5 ms; parsing 350 kB takes 10 ms.
_SEARCHED = 50_000_000


def _slice(data: bytes, used: frozenset[str]) -> bytes:
    """The sheet without styles that the text does not use: parsing them all took 85 % of a 10-page draft's time.

    A sheet that is not written with the usual prefix is given back whole.
    """
    first = data.find(b"<w:style ")
    if first < 0:
        return data
    wanted = [name.encode() for name in used] + _defaults(data)
    kept: dict[bytes, bytes] = {}
    while wanted:
        if len(kept) * len(data) > _SEARCHED:
            return data
        name = wanted.pop()
        if name not in kept:
            kept[name] = _one_style(data, name)
            wanted += [each.partition(b'"')[0] for each in kept[name].split(b'<w:basedOn w:val="')[1:]]
    before, _, latent = data[:first].partition(b"<w:latentStyles")
    return before + latent.partition(b"</w:latentStyles>")[2] + b"".join(kept.values()) + b"</w:styles>"


def _defaults(data: bytes) -> list[bytes]:
    """The ids of the default styles. Here and above, patterns would take longer to compile than the work takes."""
    tags = (before[before.rfind(b"<") :] for before in data.split(b'w:default="1"')[:-1])
    after = (rest.partition(b">")[0] for rest in data.split(b'w:default="1"')[1:])
    both = (tag + rest for tag, rest in zip(tags, after, strict=True) if tag.startswith(b"<w:style "))
    return [tag.partition(b'w:styleId="')[2].partition(b'"')[0] for tag in both]


def _one_style(data: bytes, name: bytes) -> bytes:
    at = data.find(b'w:styleId="%s"' % name)
    end = data.find(b"</w:style>", at) + len(b"</w:style>")
    return data[data.rfind(b"<w:style ", 0, at) : end] if at >= 0 else b""


class _Sheet:
    """The style sheet as written."""

    def __init__(self) -> None:
        self.raw: dict[str, _Raw] = {}
        self.defaults = Look()
        self._style: _Raw | None = None
        self._where = ""

    def start(self, name: str, given: Given) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "style":
            default = attribute(given, "default") in {"1", "true"} and attribute(given, "type") == "paragraph"
            self._style = self.raw[attribute(given, "styleId") or ""] = _Raw(default=default)
        elif tag in {"rPrDefault", "rPr", "tblStylePr"}:
            self._where = tag
        elif self._style is not None:
            self._said_by_style(self._style, tag, given)
        elif self._where:
            self.defaults = self.defaults.over(_look(tag, given))

    def end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "style":
            self._style = None
        if tag in {"rPrDefault", "rPr", "tblStylePr"}:
            self._where = ""

    def _said_by_style(self, style: _Raw, tag: str, given: Given) -> None:
        if tag == "basedOn":
            style.based_on = attribute(given)
        elif tag == "name":
            style.name = (attribute(given) or "").lower()
        elif tag == "outlineLvl":
            style.level = outline_level(given)
        elif tag == "numId":
            style.list = attribute(given)
        elif tag == "ilvl":
            style.list_level = number(given)
        elif self._where == "rPr":
            style.look = style.look.over(_look(tag, given))

    def resolve(self, name: str) -> Style:
        """A style with all it inherits; a circle in the chain ends it."""
        chain: list[_Raw] = []
        at: str | None = name
        while at in self.raw and self.raw[at] not in chain and len(chain) < 20:
            chain.append(self.raw[at])
            at = self.raw[at].based_on
        look = NO_LOOK
        for raw in reversed(chain):
            look = look.over(raw.look)
        return Style(
            look=look,
            level=next((level for raw in chain if (level := _level(raw)) is not None), None),
            contents_entry=any(raw.name in _CONTENTS for raw in chain),
            list=next((raw.list for raw in chain if raw.list is not None), None),
            list_level=next((raw.list_level for raw in chain if raw.list_level is not None), None),
        )


def _level(raw: _Raw) -> int | None:
    return _HEADINGS.get(raw.name, raw.level)


def _look(tag: str, given: Given) -> Look:
    if tag in {"b", "bCs"}:
        return Look(bold=toggled(given))
    if tag == "szCs":
        return Look(size=attribute(given))
    if tag == "sz":
        return Look(latin_size=attribute(given))
    return Look(hidden=toggled(given)) if tag == "vanish" else NO_LOOK
