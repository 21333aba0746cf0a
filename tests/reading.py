"""Reading a report without its layout."""

from __future__ import annotations


def close(text: str) -> str:
    """The text without spaces, so that it does not matter where lines end."""
    return "".join(text.split())
