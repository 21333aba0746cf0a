"""HTML as a run of tags, text and comments, in time that grows with its length only.

The standard parser takes quadratic time on crafted tags before Python 3.14 and fails on `<![` of Word's own HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_BEGIN = re.compile(r"<(?:/?[a-zA-Z]|[!?])")  # any other < is text
_NAME = re.compile(r"</?([a-zA-Z][^\s/<>]*)")
_QUOTED_END = re.compile(r"""(?:[^'">]|"[^"]*"|'[^']*')*+>""")
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_RAW = frozenset({"script", "style", "textarea", "xmp"})


class Token:
    """A piece of HTML: `kind` is text, start, end or comment; `text` is the text, the comment or the tag's name."""

    __slots__ = ("at", "attributes", "kind", "text")

    def __init__(self, kind: str, text: str, at: int, attributes: str = "") -> None:
        self.kind = kind
        self.text = text
        self.at = at
        self.attributes = attributes

    def given(self) -> dict[str, str]:
        """The attributes of a tag by name."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.attributes):
            found.setdefault(match[1].lower(), unescape(match[2] or match[3] or match[4] or ""))
        return found


def tokens(source: str) -> Iterator[Token]:
    """The pieces of a file in order; `at` is where each begins."""
    at = 0
    quoting = True  # until a quote never closes: a file that does so once may do so at every tag
    while at < len(source):
        begin = _BEGIN.search(source, at)
        if begin is None:
            yield Token("text", unescape(source[at:]), at)
            return
        opened = begin.start()
        if opened > at:
            yield Token("text", unescape(source[at:opened]), at)
        if source.startswith("<!--", opened):
            at = _after(source, "-->", opened + 4)
            yield Token("comment", source[opened + 4 : at].removesuffix("-->"), opened)
        elif source.startswith(("<!", "<?"), opened):
            at = _after(source, ">", opened)
        elif name := _NAME.match(source, opened):
            quoted = _QUOTED_END.match(source, name.end()) if quoting else None
            quoting = bool(quoted)
            at = quoted.end() if quoted else _after(source, ">", name.end())
            tag = name[1].lower()
            closing = source[opened + 1] == "/"
            yield Token("end" if closing else "start", tag, opened, source[name.end() : at - 1])
            if tag in _RAW and not closing:
                at = _raw_end(source, tag, at)


def _after(source: str, mark: str, at: int) -> int:
    """Where what ends with a mark is over: at the end of the file if the mark never comes."""
    found = source.find(mark, at)
    return found + len(mark) if found >= 0 else len(source)


def _raw_end(source: str, tag: str, at: int) -> int:
    """Where the text of a script or style is over, which holds no tags."""
    closing = re.compile(rf"</{tag}[\s/>]", re.IGNORECASE).search(source, at)
    return closing.start() if closing else len(source)
