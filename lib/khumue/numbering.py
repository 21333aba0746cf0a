"""The numbers before headings, of every kind that Thai plans use, in Thai and Arabic digits, damaged ones too."""

from __future__ import annotations

import re

from khumue.frozen import frozen
from khumue.thai import MARKS, skeleton

_LETTERS = "กขคงจฉชซฌญ"  # a list that goes on further is not seen; ม.6 and ส.ค. are no numbers
_LATIN = "abcdefgh"
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMANS = "|".join(sorted(_ROMAN[1:], key=len, reverse=True))

_OUTER, _INNER, _LAST = 1, 5, 6
# By the letters that are left of a damaged word: สว่ นท่ี, ส วนท.
_NAMED = {
    "ภาคท": ("ภาคที่", _OUTER),
    "ภาค": ("ภาคที่", _OUTER),
    "สวนท": ("ส่วนที่", _OUTER),
    "บทท": ("บทที่", _OUTER),
    "ตอนท": ("ตอนที่", _OUTER),
    "หมวดท": ("หมวดที่", _OUTER),
    "หมวด": ("หมวดที่", _OUTER),
    "องคประกอบท": ("องค์ประกอบที่", _OUTER),
    "ระเบยบวาระท": ("วาระที่", _OUTER),
    "วาระท": ("วาระที่", _OUTER),
    "กลมท": ("กลุ่มที่", _INNER),
    "ขอท": ("ข้อที่", _LAST),
    "ขอ": ("ข้อที่", _LAST),
}
_RANKS = dict(_NAMED.values())

_GAP = rf"[\s{''.join(sorted(MARKS))}\uf701-\uf71a]*"
_DIGITS = "[0-9๐-๙]{1,2}"
_BULLETS = r"[\s\u200b*#•·‣⁃∙◆◇●○■□▪▫►▶➢➤❖✓✔★☆»>–—\uf000-\uf0ff-]*"
_SEPARATOR = r"(?:\s*[:–—-](?=\s*[^\s0-9๐-๙]))?"
_NUMBER = re.compile(
    rf"""{_BULLETS}(?:
        (?P<named>{"|".join(_GAP.join(word) for word in _NAMED)}){_GAP}
        (?P<at>{_DIGITS}(?:\.{_DIGITS})*|(?:{_ROMANS})\b|[ก-ญ](?=\s)){_GAP}[.)]?
      | (?P<open>\()?(?P<dotted>{_DIGITS}(?:\s?\.\s?{_DIGITS}){{0,4}})
        (?P<close>\s?[.)]+|(?=\s)|(?=[ก-๙A-Za-z“"(]))
      | (?P<paren>\()?(?P<letter>[ก-ญa-h])(?P<end>[.)])(?!\s?[ก-ฮA-Z]\.)
      | (?P<roman>{_ROMANS})[.)]
    ){_SEPARATOR}\s*""",
    re.VERBOSE | re.IGNORECASE,
)
# กลยุทธ์ที่ ๑ ..., ภาคผนวก ก ...: the name of a part with the number of one of its items.
_ITEM = re.compile(
    rf"(?P<part>\D{{3,60}}?)(?<!ป)(?<!ปี)ท{_GAP}(?P<at>{_DIGITS})(?![0-9๐-๙/])"
    rf"|(?P<annex>{_GAP.join('ภาคผนวก')}){_GAP}(?P<letter>[ก-ญ]|{_DIGITS})(?=[\s.:)]|$)"
)


@frozen
class Numbering:
    """The number before a heading: its kind (ส่วนที่, 1., (1), ก. ...) and its values, outermost first."""

    kind: str
    values: tuple[int, ...]

    @property
    def rank(self) -> int:
        """How deep such numbers usually stand: 1 for parts and chapters, then by the dots, items last."""
        if self.kind in _RANKS:
            return _RANKS[self.kind]
        if self.kind in ("I.", "A."):
            return 2
        return 1 + len(self.values) if self.kind == "1." else _LAST

    def is_followed_by(self, other: Numbering) -> bool:
        """Whether the other is the next number of this series, or of a level above it: 5.9 by 5.10 and by 6."""
        depth = len(other.values)
        if other.kind != self.kind or depth > len(self.values):
            return False
        return other.values == (*self.values[: depth - 1], self.values[depth - 1] + 1)

    def ends(self, other: Numbering) -> bool:
        """Whether a heading with this number ends what one with the other number opens.

        A series of another kind that begins stands inside: ตอนที่ 1 in ส่วนที่ 2, 1. in ก.
        """
        if self.kind == other.kind:
            return len(self.values) <= len(other.values)
        if self.values == (1,) and (self.rank > _OUTER or self.rank == other.rank):
            return False
        return self.rank <= other.rank


def split_number(text: str) -> tuple[Numbering | None, str]:
    """A heading's number, if it has one, and the heading without it. Thai and Arabic digits may be mixed."""
    match = _NUMBER.match(text)
    if not match or not text[match.end() :].strip():
        return None, text.strip(" \t*#•–-")
    return _numbering(match), text[match.end() :].strip()


def split_item(text: str) -> tuple[str, Numbering] | None:
    """The name of a part that numbers its items, and the item's number: กลยุทธ์ that of กลยุทธ์ที่ 1 โอกาส."""
    match = _ITEM.match(text)
    if match is None:
        return None
    if match["annex"]:
        return match["annex"], Numbering(kind="ภาคผนวก", values=(_value(match["letter"]),))
    return match["part"], Numbering(kind=f"{skeleton(match['part'])}ที่", values=(_value(match["at"]),))


def _numbering(match: re.Match[str]) -> Numbering:
    if match["named"]:
        kind, _ = _NAMED[skeleton(match["named"])]
        return Numbering(kind=kind, values=_values(match["at"]))
    if match["dotted"]:
        kind = "(1)" if match["open"] else "1)" if ")" in (match["close"] or "") else "1."
        return Numbering(kind=kind, values=_values(match["dotted"]))
    if match["letter"]:
        script = "A" if match["letter"].isascii() else "ก"
        kind = f"({script})" if match["paren"] else f"{script}{match['end']}"
        return Numbering(kind=kind, values=(_value(match["letter"]),))
    return Numbering(kind="I.", values=(_value(match["roman"]),))


def _values(numbers: str) -> tuple[int, ...]:
    return tuple(map(_value, numbers.split(".")))


def _value(mark: str) -> int:
    if mark.strip().isdigit():
        return int(mark)  # Thai digits are digits to Python
    mark = mark.casefold()
    if mark in _ROMAN:
        return _ROMAN.index(mark)
    return (_LATIN if mark.isascii() else _LETTERS).find(mark) + 1
