"""Amounts of money as plans write them: Thai or Arabic digits, 50,000 บาท, 50,000.-, 1.5 ล้านบาท.

All amounts are whole numbers of satang (1 baht is 100 satang), so that sums are exact.
"""

from __future__ import annotations

import re

from khumue.frozen import frozen
from khumue.thai import arabic

BAHT = 100
MILLION = 1_000_000 * BAHT

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?"
# Marks of Thai words may be lost, moved or spaced in a damaged text.
_AMOUNT = re.compile(
    rf"(?<![\d.,])(?P<number>{_NUMBER}|\d+\.\d+(?=\s*ล))(?:\s*(?P<million>ล\W{{0,2}}[้]?\W?าน)?\s*(?:บ\s?า\s?ท|฿)|\.-)"
)
_CELL = re.compile(rf"({_NUMBER})\s*(?:\.-|-|บ\s?า\s?ท|฿)?")
_NONE = re.compile(r"[-–—−]+")
_BEGINNINGS = tuple("0123456789๐๑๒๓๔๕๖๗๘๙-–—−")


@frozen
class Amount:
    """An amount in satang, and where it stands in its text."""

    satang: int
    start: int
    end: int


def find_amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a text, each with its unit: a number alone is none."""
    if "บ" not in text and ".-" not in text and "฿" not in text:
        return ()
    return tuple(
        Amount(
            satang=_satang(match["number"], MILLION if match["million"] else BAHT), start=match.start(), end=match.end()
        )
        for match in _AMOUNT.finditer(arabic(text))
    )


def read_cell(text: str) -> int | None:
    """The satang of a table cell that holds an amount of baht and nothing else; a dash is 0, anything else None."""
    plain = text.strip()
    if not plain.startswith(_BEGINNINGS):
        return None  # most cells
    plain = plain if plain.isascii() else arabic(plain)
    if _NONE.fullmatch(plain):
        return 0
    match = _CELL.fullmatch(plain)
    return _satang(match[1], BAHT) if match else None


def write_baht(satang: int) -> str:
    """An amount as a report gives it: 1,234 or 1,234.50."""
    baht, rest = divmod(abs(satang), BAHT)
    return f"{'-' if satang < 0 else ''}{baht:,}{f'.{rest:02}' if rest else ''}"


def differ(a: int, b: int) -> bool:
    """Whether two amounts differ by more than rounding to whole baht explains."""
    return abs(a - b) > BAHT


def _satang(number: str, unit: int) -> int:
    whole, _, fraction = number.replace(",", "").partition(".")
    return int(whole) * unit + (int(fraction) * unit // 10 ** len(fraction) if fraction else 0)
