"""Thai words that browsers break where no line may end. They find words by the dictionary of ICU, which lacks some."""

from __future__ import annotations

import re

_WORD = "บูรณาการ"
"""ICU 78 parts it before its vowel: of all words on this site, the only one."""

# What is passed over: what holds no text of the page, and pictures, which have lines of their own.
_PIECES = re.compile(rf"<(?P<passed>script|style|svg|title|option)\b.*?</(?P=passed)>|<[^>]*>|{_WORD}", re.DOTALL)


def keep_words_whole(page: str) -> str:
    """The page, HTML, with the words marked that are to stay on one line."""
    if _WORD not in page:
        return page
    return _PIECES.sub(lambda match: f'<span class="nowrap">{_WORD}</span>' if match[0] == _WORD else match[0], page)
