"""What a build adds to hand-written pages: generated ones, blank forms, redirects, and what both languages share."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from khumue.commands import REPORT_SCHEMA
from khumue.site import links, offline
from khumue.site.calendar_files import calendar_files
from khumue.site.forms import blank_forms
from khumue.site.redirects import old_paths, redirect_page
from khumue.site.render import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from khumue.site.handbook import Handbook

ASSETS = "docs/assets"
KEPT_FORMS = ".cache/forms"
KEPT_CHARTS = ".cache/charts"
KEPT_TEMPLATES = ".cache/templates"
# The styles in the order in which they build on each other: they are served as one, which a phone fetches sooner.
STYLES = ("extra", "ways", "flowchart", "concepts", "search", "calendar", "learn", "questions")
# The scripts of the search's worker, in the order in which they build on each other: they are served as one.
WORKER = ("fold", "pages", "find", "widely", "show", "worker")
STUB = """---
title: {title}
description: {description}
---
{{{{ generated_page() }}}}
"""


def added_files(book: Handbook, config: MkDocsConfig, project: Path) -> Iterator[File]:
    """All of them, for one language."""
    yield from generated_pages(book, config)
    yield from _forms(book, config, project)
    yield from _calendars(book, config)
    yield from _redirects(book, config)
    yield from _shared(config, project / ASSETS)
    yield File.generated(config, f"schema/{REPORT_SCHEMA.name}", abs_src_path=str(REPORT_SCHEMA))


def is_offline(config: MkDocsConfig) -> bool:
    """Whether the site is to be opened from its folder: then links lead to files."""
    return not config.use_directory_urls


def generated_pages(book: Handbook, config: MkDocsConfig) -> Iterator[File]:
    """The pages that are made from data: for MkDocs each is a title, a description and a macro."""
    for page in book.pages.values():
        # The theme prints titles and descriptions as they are: they must be HTML already.
        title, description = escape_markdown(page.title), escape_markdown(page.description)
        stub = STUB.format(title=json.dumps(title), description=json.dumps(description))
        yield File.generated(config, page.path, content=stub)


def _forms(book: Handbook, config: MkDocsConfig, project: Path) -> Iterator[File]:
    for path, data in blank_forms(book.catalogue, book.language, project / KEPT_FORMS):
        yield File.generated(config, path, content=data)


def _calendars(book: Handbook, config: MkDocsConfig) -> Iterator[File]:
    page = File.generated(config, links.CALENDAR, content="").url
    address = config.site_url + page if config.site_url else ""
    for path, data in calendar_files(book.catalogue, book.language, address):
        yield File.generated(config, path, content=data)


def _redirects(book: Handbook, config: MkDocsConfig) -> Iterator[File]:
    for old, new in old_paths(book.catalogue, book.pages).items():
        here, there = (File.generated(config, path, content="") for path in (old, new))
        href = get_relative_url(there.url, here.url)
        canonical = config.site_url + there.url if config.site_url else href
        page = redirect_page(href, canonical, book.pages[new].title, book.language, offline=is_offline(config))
        yield File.generated(config, here.dest_uri, content=page)


def _shared(config: MkDocsConfig, assets: Path) -> Iterator[File]:
    """Styles, fonts and scripts."""
    joined = {
        "handbook.css": [assets / f"{name}.css" for name in STYLES],
        "search/worker.js": [assets / f"search/{name}.js" for name in WORKER],
    }
    pieces = {path for paths in joined.values() for path in paths}
    for path in sorted(assets.rglob("*")):
        if path.is_file() and path not in pieces and (path.parent.name != offline.FOLDER or is_offline(config)):
            yield File.generated(config, f"assets/{path.relative_to(assets).as_posix()}", abs_src_path=str(path))
    for name, paths in joined.items():
        content = "\n".join(path.read_text(encoding="utf-8") for path in paths)
        yield File.generated(config, f"assets/{name}", content=content)
