"""What a page may load and run: its own site only, and of the scripts in it only those that stood there when it was
built.

The policy stands in each page, so that it holds on every server and without one. The theme's scripts in the page differ
with its depth and run before anything is loaded, so they stay where they are and are named by their hashes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

FIRST = '<meta charset="utf-8">'
"""After this the policy is put: before all that it is to hold for."""

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)

# Pictures in style sheets are partly data: addresses. Nothing else comes from anywhere but the site.
_RULES = (
    "default-src 'none'",
    "script-src {own} {hashes}",
    "style-src {own}",
    "img-src {own} data:",
    "font-src {own}",
    "connect-src {own}",
    "worker-src {own}",
    "frame-src {frames}",
    "base-uri 'none'",
    "form-action {own}",
)


def with_policy(page: str, *, offline: bool = False) -> str:
    """The page with its Content-Security-Policy. Raises ValueError where it does not begin as pages do.

    An `offline` page is opened from a file, which not every browser takes for a site of its own, and has its worker in
    a frame.
    """
    if FIRST not in page:
        raise ValueError(f"no {FIRST} in the page")
    own = "'self' file:" if offline else "'self'"
    values = {"own": own, "hashes": " ".join(_hashes(page)), "frames": own if offline else "'none'"}
    rules = "; ".join(rule.format(**values).strip() for rule in _RULES)
    return page.replace(FIRST, f'{FIRST}<meta http-equiv="Content-Security-Policy" content="{rules}">', 1)


def _hashes(page: str) -> list[str]:
    """The scripts that stand in the page itself; data is not run."""
    texts = {
        script["text"]: None
        for script in _SCRIPT.finditer(page)
        if "src=" not in script["attributes"] and "application/json" not in script["attributes"]
    }
    return [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts]
