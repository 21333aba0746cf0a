"""Which fields of a project sheet a line begins with: "4. กิจกรรมและงบประมาณ งบประมาณรวม 520,000 บาท"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from khumue.frozen import frozen
from khumue.names import Folded, fold_names
from khumue.thai import MARKS, skeleton, skeleton_positions
from khumue.vocabulary import ProjectField

# The shortest name has four letters.
_HEAD = 4
_NUMBER = re.compile(r"\s*\(?[ก-ฮ]\s*[.)](?!\s*[ก-ฮ]\s*\.)|[0-9๐-๙.()\s]+")
# What a name may go on with, as skeletons: วัตถุประสงค์ของโครงการ, ผู้รับผิดชอบกิจกรรม, ผลที่คาดว่าจะได้รับจากโครงการ.
_TAIL = re.compile("(?:ของ|จาก|ใน)?(?:โครงการ|กจกรรม)?")
_AND = re.compile("และ|กบ|หรอ")
# The longest labels of two fields have about 60 characters.
_LONGEST = 80
_MARKS = "".join(MARKS)


@frozen
class Label:
    """The fields that a line names first, and what follows them in the line. `marked` is a colon or a number by which
    the line shows that it is a label, not a sentence."""

    fields: tuple[str, ...]
    value: str
    marked: bool


def fold_fields(fields: Mapping[str, ProjectField]) -> Folded:
    """The names of all fields."""
    names = [
        (field.id, spelling)
        for field in fields.values()
        for spelling in (field.title.th, field.title.en, *field.aliases.th, *field.aliases.en)
    ]
    return fold_names(names, (decoy for field in fields.values() for decoy in field.decoys))


class FieldNames:
    """Reads labels."""

    def __init__(self, folded: Folded) -> None:
        self._ids = {name: entries.partition("|")[0] for name, entries in folded.items()}
        self._by_head: dict[str, list[str]] = {}
        for name in sorted(folded, key=len, reverse=True):
            self._by_head.setdefault(name[:_HEAD], []).append(name)

    def read(self, line: str, folded: str, *, numbered: bool = False) -> Label | None:
        """The label that a line begins with, after its number, if the name ends where a word ends.

        `folded` is the skeleton of the line, with or without the digits that it begins with.
        """
        head = folded.lstrip("0123456789")
        if head[:_HEAD] not in self._by_head and head[1 : _HEAD + 1] not in self._by_head:
            return None  # most lines; the second place is that of a name after ก.
        number = _NUMBER.match(line)
        start = number.end() if number else 0
        text = line[start : start + _LONGEST].lstrip(" \t-–•*")
        folded, places = skeleton(text), skeleton_positions(text)
        named, at = self._names(text, folded, places)
        if not named or not _is_end(text, places, at):
            return None
        rest = text[places[at - 1] + 1 :].lstrip(_MARKS) + line[start + _LONGEST :]
        marked = numbered or bool(number and number[0].strip()) or rest.lstrip().startswith((":", "："))
        return Label(fields=named, value=rest.strip(" \t:：-–"), marked=marked)

    def _names(self, text: str, folded: str, places: Sequence[int]) -> tuple[tuple[str, ...], int]:
        """The fields named one after the other, joined by และ or a stroke, and where the last name ends."""
        strokes = _strokes(text, places) if "/" in text or "," in text else ()
        named: list[str] = []
        at = end = 0
        while (name := self._up_to_stroke(folded, at, strokes) or self._name(folded, at)) and self._ids[name]:
            named.append(self._ids[name])
            end = at + len(name)
            tail = _TAIL.match(folded, end)
            if tail and end not in strokes and _is_end(text, places, tail.end()):
                end = tail.end()
            joint = _AND.match(folded, end)
            if joint is None and end not in strokes:
                break
            at = joint.end() if joint else end
        return tuple(dict.fromkeys(named)), end

    def _up_to_stroke(self, folded: str, at: int, strokes: Sequence[int]) -> str | None:
        """The text up to the next stroke if it is a name: of หน่วยงาน/ผู้รับผิดชอบ, not the name that is both."""
        name = folded[at : next((stroke for stroke in strokes if stroke > at), at)]
        return name if name in self._ids else None

    def _name(self, folded: str, at: int) -> str | None:
        """The longest name at a place of the skeleton; a decoy is one too."""
        names = self._by_head.get(folded[at : at + _HEAD], ())
        return next((name for name in names if folded.startswith(name, at)), None)


def _strokes(text: str, places: Sequence[int]) -> Sequence[int]:
    """The letters of the skeleton before which a stroke or comma stands."""
    return [at for at in range(1, len(places)) if not {"/", ","}.isdisjoint(text[places[at - 1] : places[at]])]


def _is_end(text: str, places: Sequence[int], at: int) -> bool:
    """Whether a word of the text ends before the skeleton's letter `at`: by a space, a sign or a digit."""
    if at >= len(places):
        return True
    between = text[places[at - 1] + 1 : places[at]].strip(_MARKS)
    return bool(between) or text[places[at]] in "0123456789๐๑๒๓๔๕๖๗๘๙"
