"""Bytes of a text file to text: UTF-8, UTF-16 with and without its mark, and the Thai one-byte encodings."""

from __future__ import annotations

import re

from khumue.document import DraftError

_HEAD = 4096  # bytes that are looked at to guess
_CHARSET = re.compile(rb"""<meta\b[^<>]*?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_WESTERN = frozenset({b"windows-1252", b"iso-8859-1", b"us-ascii"})  # Word's HTML writes Thai as entities in these
# The high bytes of UTF-16 in Thai drafts: Latin, Thai, dashes and quotes, Thai presentation forms.
_HIGH = b"\x00\x0e\x20\xf7"
_CONTROLS = re.compile("[\0-\x08\x0e-\x19\x1b-\x1f]")


def decode(data: bytes) -> str:
    """The text of a file. Raises DraftError for bytes that are no text.

    UTF-8 with a few broken characters stays UTF-8; U+FFFD stands for them. What is not UTF-8 is Windows-874, of which
    TIS-620 and ISO-8859-11 are parts, unless an HTML file names a Western encoding.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    if unmarked := _unmarked_utf16(data[:_HEAD]):
        return data.decode(unmarked, errors="replace")
    if b"\0" in data:
        raise DraftError("not-text")
    text = data.decode("utf-8-sig", errors="replace")
    # A Thai character takes three bytes, so that the bytes beyond the characters tell how much is whole.
    return text if text.count("\ufffd") * 20 <= len(data) - len(text) else _one_byte(data)


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 without its mark has high bytes of few values in every second place, and low ones in the others."""
    if not {0x00, 0x0E}.intersection(head):
        return None  # neither byte stands in other text
    for encoding, high, low in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        blocks = sum(map(high.count, _HIGH))
        if blocks >= 0.95 * len(high) and sum(map(low.count, b"\x00\x0e")) < 0.3 * len(low):
            return encoding
    return None


def _one_byte(data: bytes) -> str:
    named = _CHARSET.search(data[:_HEAD])
    if named and named[1].lower() in _WESTERN:
        return data.decode("cp1252", errors="replace")
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError:
        raise DraftError("not-text") from None
    if _CONTROLS.search(text):
        raise DraftError("not-text")
    return text
