"""What a site needs to work from a folder, where a browser loads no data and starts no worker, but takes scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khumue.site.policy import with_policy

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "offline"
"""The folder of the assets that only such a site needs; see docs/assets/offline/worker.js."""


def finish(site: Path) -> None:
    """Put the index of the search into a script, as the theme asks for it, and a policy into the worker's frame."""
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    (site / "search/search_index.js").write_text(f"var __index = {index}\n", encoding="utf-8")
    frame = site / "assets" / FOLDER / "frame.html"
    frame.write_text(with_policy(frame.read_text(encoding="utf-8"), offline=True), encoding="utf-8")
