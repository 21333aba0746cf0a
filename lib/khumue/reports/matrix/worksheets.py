"""What each sheet of a workbook is given: a title that is allowed, a view, a page, and rules for its colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from khumue.reports.matrix.styles import FONT, LINE, SHADES

MAX_TITLE = 31

_PAPER_A4 = 9


def free_title(wanted: str, taken: Iterable[str]) -> str:
    """A sheet's title that is allowed and not taken; case does not tell titles apart."""
    plain = wanted.translate(dict.fromkeys(map(ord, "[]:*?/\\"), " ")).strip("' ") or "-"
    used = {each.casefold() for each in taken}
    return next(title for title in _numbered(plain) if title.casefold() not in used)


def _numbered(plain: str) -> Iterator[str]:
    for number in count(1):
        end = f" {number}" if number > 1 else ""
        room = MAX_TITLE - len(end)
        yield (plain if len(plain) <= room else plain[: room - 1] + "…") + end


def set_up(sheet: Any, *, widths: Sequence[float], top: int, fixed: int, repeated: int, zoom: int) -> None:
    """Prepare a sheet for the screen and for A4, before its first row is written.

    The rows at the `top` and the `fixed` first columns stay in view; those from `repeated` on stand on every page.
    """
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = LINE, True
    sheet.freeze_panes = f"{get_column_letter(fixed + 1)}{top + 1}"
    sheet.sheet_view.showGridLines, sheet.sheet_view.zoomScale = False, zoom
    sheet.print_title_rows = f"{repeated}:{top}"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    for side in ("left", "right"):
        setattr(sheet.page_margins, side, 0.4)  # inches
    sheet.page_margins.top, sheet.page_margins.bottom, sheet.page_margins.footer = 0.5, 0.7, 0.35
    for part, text in ((sheet.oddFooter.left, "&A"), (sheet.oddFooter.right, "&P / &N")):
        part.text, part.font, part.size = text, f"{FONT},Regular", 12


def colour(sheet: Any, cells: str, first: str) -> None:
    """Shade cells by the mark that they begin with; `first` is the one at the top left."""
    for shade, marks in SHADES.items():
        rule = f'AND({first}<>"",ISNUMBER(FIND(LEFT({first},1),"{marks}")))'
        sheet.conditional_formatting.add(cells, FormulaRule(formula=[rule], fill=_fill(shade), stopIfTrue=True))


def colour_shares(sheet: Any, cells: str, first: str) -> None:
    """Shade shares that are low."""
    for shade, below in zip(SHADES, (0.5, 0.8), strict=False):
        rule = f"AND(ISNUMBER({first}),{first}<{below})"
        sheet.conditional_formatting.add(cells, FormulaRule(formula=[rule], fill=_fill(shade), stopIfTrue=True))


def _fill(colour: str) -> PatternFill:
    return PatternFill(bgColor=colour, fill_type="solid")
