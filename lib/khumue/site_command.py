"""The command `site`: the generated pages of the handbook as plain Markdown, in both languages."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from khumue.catalogue import load_catalogue
from khumue.flowchart import FlowchartError
from khumue.messages import load_messages, load_rules
from khumue.model import LANGUAGES
from khumue.problems import CommandError
from khumue.writing import new_folder

if TYPE_CHECKING:
    from khumue.model import Catalogue


def write_site(options: argparse.Namespace) -> str:
    """Write the pages and say what was written. Raises CommandError and DataError; then nothing is written."""
    catalogue = load_catalogue(options.procedures)
    count = {".md": 0, ".svg": 0, ".docx": 0, ".ics": 0}
    with new_folder(options.to, force=options.force) as folder:
        for path, data in _files(catalogue):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            count[file.suffix] += not path.is_relative_to(Path(path.parts[0], "assets"))
    said = load_messages().words["site-written"]["en" if options.lang == "en" else "th"]
    return said.format(
        folder=os.fspath(options.to),
        pages=count[".md"],
        pictures=count[".svg"],
        forms=count[".docx"],
        calendars=count[".ics"],
    )


def _files(catalogue: Catalogue) -> Iterator[tuple[Path, bytes]]:
    try:
        from khumue.site.calendar_files import calendar_files
        from khumue.site.example import example_files
        from khumue.site.forms import blank_forms
        from khumue.site.links import EXAMPLE
        from khumue.site.pages import build_pages
        from khumue.site.plain import plain_files
        from khumue.site.redirects import old_paths

        for language in LANGUAGES:
            pages = build_pages(catalogue, load_rules(), language)
            for path, text in plain_files(pages.values(), language, old_paths(catalogue, pages)):
                yield Path(language, path), text.encode()
            for path, form in blank_forms(catalogue, language):
                yield Path(language, path), form
            if EXAMPLE in pages:
                for path, draft in example_files():
                    yield Path(language, path), draft
            for path, calendar in calendar_files(catalogue, language):
                yield Path(language, path), calendar
    except (ImportError, FlowchartError) as error:
        raise CommandError("site-not-installed", reason=str(error)) from None
