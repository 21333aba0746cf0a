"""What the site's maps and wheels share: a figure of one line, whose drawings say what they show."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def figure(look: str, *drawings: str) -> str:
    """The `<figure>` in one line, as Markdown needs it. The page says the same in words, which the search reads."""
    return f'<figure class="{look}" data-search-exclude="">{"".join(drawings)}</figure>'


def drawing(
    name: str, width: float, height: float, parts: Iterable[str], *, title: str, description: str, look: str = ""
) -> str:
    """An SVG of this size in pixels, with the parts in it; `name` begins its ids, `look` is its class."""
    kind = f'class="{look}" ' if look else ""
    return (
        f'<svg {kind}viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" role="group" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )
