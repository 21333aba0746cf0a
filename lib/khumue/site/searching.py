"""The search of one language, written into its site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import write_file

from khumue.site.searchfiles import search_files
from khumue.site.searchnames import abbreviations, offices, other_names

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from khumue.site.handbook import Handbook

# All that the theme itself wants to know of the search: at what to part the words that a page is to mark.
_CONFIG = {"config": {"lang": [], "separator": r"\s+", "pipeline": [], "fields": {}}, "docs": []}


def write_search(config: MkDocsConfig, other: MkDocsConfig) -> None:
    """Write what the worker of the search reads, and what the theme wants; `other` is the other language's build."""
    book: Handbook = config.extra["handbook"]
    files = search_files(
        config.extra["search"].values(),
        other.extra["search"].values(),
        abbreviations=abbreviations(book.catalogue, book.language),
        other_names=other_names(book.catalogue, book.language),
        offices=offices(book.catalogue, book.language),
    )
    site = Path(config.site_dir)
    for path, script in files.items():
        write_file(script.encode(), str(site / "assets" / path))
    write_file(json.dumps(_CONFIG).encode(), str(site / "search/search_index.json"))
