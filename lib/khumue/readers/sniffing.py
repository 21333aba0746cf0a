"""What kind of draft a file is, by what it holds: senders rename files, and learning platforms export HTML as .doc."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from khumue.document import DraftError
from khumue.readers.encodings import decode
from khumue.readers.package import OPEN_TEXT

Kind = Literal["odt", "html", "md", "txt"]

_HEAD = 4096  # characters that are looked at
_MARKDOWN = frozenset({".md", ".markdown"})
_OFFICE = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".ott"})
_BEFORE_ROOT = re.compile(r"\s*(?:<\?[^<>]*>\s*|<!--(?:(?!-->).){0,2000}-->\s*)*", re.DOTALL)
_HTML = re.compile(r"<(?:!doctype\s+html|(?:html|head|body)[\s>])", re.IGNORECASE)
_FRAGMENT = re.compile(r"<(?:p|div|table|meta|style|title|span|font|center|b|strong|ul|ol|h[1-6])[\s>]", re.IGNORECASE)
_MAIL = re.compile(r"(?:[\w-]+:.*\n(?:[ \t].*\n)*)*?Content-Type:\s*multipart/related", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n[\w-]+[ \t]*:")
_ATX = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)


def text_kind(path: Path, data: bytes) -> Kind:
    """The kind of a draft that is text. Raises DraftError for other kinds, and for text under an office file's name."""
    suffix = path.suffix.lower()
    head = decode(data)[:_HEAD]
    root = _BEFORE_ROOT.match(head)
    start = head[root.end() :] if root else head
    if _HTML.match(start) or (_FRAGMENT.match(start) and suffix not in _MARKDOWN):
        return "html"
    if start.startswith("<office:document") and OPEN_TEXT in head:
        return "odt"
    if start.startswith(("<pkg:package", "<w:wordDocument")):
        raise DraftError("word-xml")
    if _MAIL.match(start):
        raise DraftError("web-archive")
    if suffix in _OFFICE:
        raise DraftError("not-docx")
    return "md" if suffix in _MARKDOWN or _is_markdown(start) else "txt"


def _is_markdown(start: str) -> bool:
    """Front matter, or headings: one at the top, or two."""
    headings = _ATX.findall(start)
    return bool(_FRONT_MATTER.match(start) or (headings and _ATX.match(start.lstrip())) or len(headings) > 1)
