"""Numbers before headings, in every kind that Thai plans use."""

from __future__ import annotations

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

CHAPTERS = ("ส่วนที่ 1", "ส่วนที่ ๑", "บทที่ 1", "บทที่ ๑", "ตอนที่ 1", "หมวดที่ 1", "หมวด ๑", "องค์ประกอบที่ 1", "ภาคที่ 1", "I.")
"""How chapters are numbered, each shown by its first number."""

ITEMS = ("1.", "๑.", "1", "1)", "๑)", "(1)", "(๑)", "ก.", "(ก)", "")
"""How parts are numbered where all stand on one level or within a chapter."""

NESTED = ("1.1", "๑.๑", *ITEMS)
"""How parts within a chapter are numbered."""


def numbered(kind: str, chapter: int, item: int) -> str:
    """The number of a kind; `item` counts within the chapter."""
    if kind in {"1.1", "๑.๑"}:
        number = f"{chapter}.{item}"
        return number.translate(_THAI) if kind == "๑.๑" else number
    if "I" in kind:
        return kind.replace("I", _ROMAN[(item - 1) % len(_ROMAN)])
    if kind in {"ก.", "(ก)"}:
        return kind.replace("ก", _LETTERS[(item - 1) % len(_LETTERS)])
    return kind.replace("1", str(item)).replace("๑", str(item).translate(_THAI))
