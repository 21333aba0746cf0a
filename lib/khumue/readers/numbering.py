"""Word lists: the number before a paragraph, which its text does not hold. Numbers are counted in reading order."""

from __future__ import annotations

from khumue.readers.counting import MAX_LABEL, Counter, Level
from khumue.readers.package import Given, Package, attribute, number, parse_xml
from khumue.readers.styles import toggled

_LEVELS = 9


class _List:
    """An abstract list."""

    def __init__(self) -> None:
        self.levels: dict[int, Level] = {}
        self.counter = Counter()
        self.style: str | None = None
        self.style_link: str | None = None


class _Num:
    """A list as paragraphs name it: an abstract list with what it says otherwise."""

    def __init__(self) -> None:
        self.list: str | None = None
        self.starts: dict[int, int] = {}
        self.levels: dict[int, Level] = {}


class WordLists:
    """The lists of a Word file. `label` counts: ask once for each paragraph, in reading order."""

    def __init__(self, lists: dict[str, _List], nums: dict[str, _Num]) -> None:
        self._lists = lists
        self._nums = nums
        self._by_style = {each.style: each for each in lists.values() if each.style}

    def label(self, num: str, level: int | None, style: str | None) -> str:
        """The number of the next paragraph of a list. Without a level it is that of the paragraph's style."""
        own = self._nums.get(num)
        items = self._lists.get(own.list or "") if own else None
        if own is None or items is None:
            return ""
        items = self._by_style.get(items.style_link or "", items)
        levels = {**items.levels, **own.levels}
        if level is None:
            level = next((at for at, each in levels.items() if each.style == style), 0)
        if level not in levels:
            return ""
        label = items.counter.label(levels, level, own.starts.pop(level, None))
        return "" if levels[level].form == "bullet" else label


def read_lists(package: Package, part: str) -> WordLists:
    """The lists of a Word file."""
    reader = _Reader()
    parse_xml(package.read(part), part, reader.start, reader.end)
    return WordLists(reader.lists, reader.nums)


class _Reader:
    def __init__(self) -> None:
        self.lists: dict[str, _List] = {}
        self.nums: dict[str, _Num] = {}
        self._list: _List | None = None
        self._num: _Num | None = None
        self._level: Level | None = None
        self._overridden = 0

    def start(self, name: str, given: Given) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "abstractNum":
            self._list = self.lists[attribute(given, "abstractNumId") or ""] = _List()
        elif tag == "num":
            self._num = self.nums[attribute(given, "numId") or ""] = _Num()
        elif tag == "lvlOverride":
            self._overridden = number(given, "ilvl") or 0
        elif tag == "lvl":
            self._open_level(number(given, "ilvl") or 0)
        elif self._level is not None:
            _say(self._level, tag, given)
        elif self._num is not None:
            self._said_by_num(self._num, tag, given)
        elif self._list is not None and tag == "styleLink":
            self._list.style = attribute(given)
        elif self._list is not None and tag == "numStyleLink":
            self._list.style_link = attribute(given)

    def end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "lvl":
            self._level = None
        elif tag == "num":
            self._num = None
        elif tag == "abstractNum":
            self._list = None

    def _open_level(self, at: int) -> None:
        holder = self._num or self._list
        if holder is not None and at < _LEVELS:
            self._level = holder.levels[at] = Level()

    def _said_by_num(self, num: _Num, tag: str, given: Given) -> None:
        if tag == "abstractNumId":
            num.list = attribute(given)
        elif tag == "startOverride":
            num.starts[self._overridden] = number(given) or 0


def _say(level: Level, tag: str, given: Given) -> None:
    if tag == "start":
        level.start = number(given) or 0
    elif tag == "numFmt":
        level.form = attribute(given) or ""
    elif tag == "lvlText":
        level.text = (attribute(given) or "")[:MAX_LABEL]
    elif tag == "pStyle":
        level.style = attribute(given)
    elif tag == "isLgl":
        level.legal = toggled(given)
    elif tag == "lvlRestart":
        level.restarts = number(given)
