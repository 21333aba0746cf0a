"""The numbers before headings, of every kind that Thai plans use, in Thai and Arabic digits, damaged ones too."""

from __future__ import annotations

import re
from functools import lru_cache

from khumue.frozen import frozen
from khumue.thai import skeleton, skeleton_positions

_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒ"  # a list that goes on further is not seen; ม.6 and ส.ค. are no numbers
_LATIN = "abcdefgh"
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

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
_INITIALS = frozenset(name[0] for name in _NAMED)

_BULLETS = " \t\u00a0\u200b*#•·‣⁃∙◆◇●○■□▪▫►▶➢➤❖✓✔★☆»>–—-" + "".join(map(chr, range(0xF0A0, 0xF100)))
_DIGITS = "[0-9๐-๙]{1,2}"
_SEPARATOR = r"(?:\s*[:–—-](?=\s*[^\s0-9๐-๙]))?\s*"
# The patterns of a check are compiled at every start: one that allowed for damage between all letters of the kinds
# would take 15 ms, so that kinds are looked up in the skeleton. A lost mark is no word character (\W).
_KIND = re.compile("|".join(_NAMED))
_LONGEST_KIND = 32  # characters, damage included
_AT = re.compile(rf"({_DIGITS}(?:\.{_DIGITS})*|[ivxIVX]{{1,4}}\b|[ก-ฒ](?=\s))(?:\W*(?=[ก-ฮเ-ไ])|[.)]?{_SEPARATOR})")
_NUMBER = re.compile(
    rf"(?:(?P<open>\()?(?P<dotted>{_DIGITS}(?:\s?\.\s?{_DIGITS}){{0,4}})(?P<close>\s?[.)]+|(?=[\sก-๙A-Za-z“\"(]))"
    rf"|(?P<paren>\()?(?P<letter>[ก-ฒa-hA-H])(?P<end>[.)])(?!\s?[ก-ฮA-Z]\.)"
    rf"|(?P<roman>[ivxIVX]{{1,4}})[.)]){_SEPARATOR}"
)
# กลยุทธ์ที่ ๑ ..., ภาคผนวก ก ...: the name of a part with the number of one of its items.
_ITEM = re.compile(rf"(\D{{3,60}}?)(?<!ป)(?<!ปี)ท\W{{0,6}}({_DIGITS})(?![0-9๐-๙/])")
_ANNEX = skeleton("ภาคผนวก")
_ANNEX_AT = re.compile(rf"([ก-ฒ]|{_DIGITS})(?=[\s.:)]|$)")


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


@lru_cache(1_024)
def split_number(text: str) -> tuple[Numbering | None, str]:
    """A heading's number, if it has one, and the heading without it. Thai and Arabic digits may be mixed."""
    bare = text.lstrip(_BULLETS)
    numbering, rest = _named(bare) or _plain(bare) or (None, "")
    return (numbering, rest.strip()) if rest.strip() else (None, bare.strip())


def split_item(text: str) -> tuple[str, Numbering] | None:
    """The name of a part that numbers its items, and the item's number: กลยุทธ์ that of กลยุทธ์ที่ 1 โอกาส."""
    start = _after(text, _ANNEX) if "ภ" in text[:_LONGEST_KIND] else None
    if start is not None and (match := _ANNEX_AT.match(text, start)) is not None:
        return text[:start].strip(), Numbering(kind="ภาคผนวก", values=(_value(match[1]),))
    match = _ITEM.match(text)
    if match is None:
        return None
    return match[1], Numbering(kind=f"{skeleton(match[1])}ที่", values=(_value(match[2]),))


def _named(text: str) -> tuple[Numbering, str] | None:
    """ส่วนที่ 1, บทที่ II, หมวด ก."""
    if text[:1] not in _INITIALS or (kind := _KIND.match(skeleton(text[:_LONGEST_KIND]))) is None:
        return None
    start = _after(text, kind[0])
    match = _AT.match(text, start) if start is not None else None
    if match is None:
        return None
    values = _values(match[1])
    return (Numbering(kind=_NAMED[kind[0]][0], values=values), text[match.end() :]) if min(values) >= 0 else None


def _plain(text: str) -> tuple[Numbering, str] | None:
    """1.2, (1), ก., A), IV."""
    match = _NUMBER.match(text)
    if match is None:
        return None
    values = _values(match["dotted"] or match["letter"] or match["roman"])
    if match["dotted"]:
        kind = "(1)" if match["open"] else "1)" if ")" in (match["close"] or "") else "1."
    elif match["letter"]:
        script = "A" if match["letter"].isascii() else "ก"
        kind = f"({script})" if match["paren"] else f"{script}{match['end']}"
    else:
        kind = "I."
    return (Numbering(kind=kind, values=values), text[match.end() :]) if min(values) >= 0 else None


def _after(text: str, beginning: str) -> int | None:
    """Where the next letter or digit of a text stands after a folded beginning, if it has that."""
    folded = skeleton(text[:_LONGEST_KIND])
    if not folded.startswith(beginning) or folded == beginning:
        return None
    return skeleton_positions(text[:_LONGEST_KIND])[len(beginning)]


def _values(numbers: str) -> tuple[int, ...]:
    return tuple(map(_value, numbers.split(".")))


def _value(mark: str) -> int:
    """What a digit, a Roman number or a letter counts; -1 for letters that are no Roman number."""
    if mark.strip().isdigit():
        return int(mark)  # Thai digits are digits to Python
    mark = mark.casefold()
    if set(mark) <= set("ivx"):
        return _ROMAN.index(mark) if mark in _ROMAN else -1
    return (_LATIN if mark.isascii() else _LETTERS).find(mark) + 1
