"""How the cells of a workbook look. In grey the shades differ in lightness, and every mark has a sign of its own."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

FONT = "TH Sarabun New"
"""The font of Thai official papers; where it is not installed office programs take another Thai one."""

LINE = 22
"""Points of one line of text, and of a row of one."""

WRAPPED = ("text", "strong", "link")
"""The styles whose text goes on in a next line."""

# Lightness in grey: 66, 82, 78, 89 and 97 %.
SHADES = {"E58F87": "✗", "F6CC94": "!○…≡?≠«", "C6C6C6": "⊘", "FBE38E": "~", "F1F9F2": "✓"}
"""The fill for what begins with one of these marks, worst first."""

_INK, _LIGHT, _LINK, _ALERT = "1B2733", "FFFFFF", "0B57A4", "A3150B"
_HEAD, _BAND, _LINE = "24455F", "DCE5EC", "C9D1D8"


def styles() -> Iterator[NamedStyle]:
    """The styles that cells name."""
    yield _style("title", size=22, bold=True, bordered=False)
    yield _style("subtitle", size=16, bold=True, bordered=False)
    yield _style("line", bordered=False)
    yield _style("alert", colour=_ALERT, bold=True, bordered=False)
    yield _style("text")
    yield _style("strong", bold=True)
    yield _style("link", colour=_LINK, underlined=True)
    yield _style("number", across="center")
    yield _style("mark", bold=True, across="center")
    yield _style("head", colour=_LIGHT, bold=True, fill=_HEAD, across="center")
    yield _style("turned", size=12, colour=_LIGHT, bold=True, fill=_HEAD, across="center", down="bottom", turned=True)
    yield _style("band", bold=True, fill=_BAND)
    yield _style("group", bold=True, fill=_BAND, bordered=False)
    yield _style("count", size=12, bold=True, fill=_BAND, across="center")


def _style(
    name: str,
    *,
    size: int = 14,
    colour: str = _INK,
    bold: bool = False,
    underlined: bool = False,
    fill: str | None = None,
    bordered: bool = True,
    across: str = "left",
    down: str = "center",
    turned: bool = False,
) -> NamedStyle:
    line = Side(style="thin", color=_LINE)
    return NamedStyle(
        name=name,
        font=Font(name=FONT, size=size, color=colour, bold=bold, underline="single" if underlined else None),
        fill=PatternFill(fgColor=fill, fill_type="solid") if fill else PatternFill(),
        border=Border(left=line, right=line, top=line, bottom=line) if bordered else Border(),
        alignment=Alignment(
            horizontal=across,
            vertical=down,
            wrap_text=name in (*WRAPPED, "head", "turned"),
            text_rotation=90 if turned else 0,
            indent=1 if across == "left" and bordered else 0,
        ),
    )


def lines_of(value: str | float | None, width: float) -> int:
    """How many lines a text takes in a column of this width. Thai vowels and tone marks above and below take none."""
    if not isinstance(value, str):
        return 1
    letters = len(value.translate(_WITHOUT_WIDTH))
    return min(ceil(letters * 1.12 / (width - _INDENT)), _MOST_LINES) or 1  # 12 %: ends of lines stay empty


_INDENT = 1.5  # characters by which text stands in from the left
_MOST_LINES = 18  # a row is 409 points high at most
_WITHOUT_WIDTH = dict.fromkeys(
    map(ord, "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e")
)
