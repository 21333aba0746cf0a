"""MkDocs hooks: data into pages and navigation, both languages in one build, the switch between them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

# `mkdocs build` in a checkout builds that checkout, installed or not.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.utils import write_file

from khumue.catalogue import DataError
from khumue.commands import REPORT_SCHEMA
from khumue.flowchart import FlowchartError
from khumue.site.alternates import FOLDERS, alternates
from khumue.site.handbook import Handbook, read_handbook
from khumue.site.navigation import build_nav
from khumue.site.render import escape_markdown
from khumue.site.searchfiles import search_files
from khumue.site.searchnames import abbreviations, offices, other_names
from khumue.site.searchtext import read_page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ASSETS = "docs/assets"
# The scripts of the search's worker, in the order in which they build on each other: they are served as one.
WORKER = ("fold", "pages", "find", "widely", "show", "worker")
# All that the theme itself wants to know of the search: at what to part the words that a page is to mark.
SEARCH_CONFIG = {"config": {"lang": [], "separator": r"\s+", "pipeline": [], "fields": {}}, "docs": []}
STUB = """---
title: {title}
description: {description}
---
{{{{ generated_page() }}}}
"""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data, make the pages, and take the navigation from them."""
    try:
        book = read_handbook(config.extra["language"])
    except (DataError, FlowchartError) as error:
        raise PluginError(str(error)) from error
    config.extra["handbook"], config.extra["search"] = book, []
    config.nav = build_nav(book.catalogue, book.rules, book.language)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, the styles, fonts and scripts that both languages share, and the report's schema."""
    book: Handbook = config.extra["handbook"]
    for page in book.pages.values():
        # The theme prints titles and descriptions as they are: they must be HTML already.
        title, description = escape_markdown(page.title), escape_markdown(page.description)
        stub = STUB.format(title=json.dumps(title), description=json.dumps(description))
        files.append(File.generated(config, page.path, content=stub))
    assets = _project(config) / ASSETS
    scripts = [assets / f"search/{name}.js" for name in WORKER]
    for path in sorted(assets.rglob("*")):
        if path.is_file() and path not in scripts:
            place = f"assets/{path.relative_to(assets).as_posix()}"
            files.append(File.generated(config, place, abs_src_path=str(path)))
    files.append(File.generated(config, f"schema/{REPORT_SCHEMA.name}", abs_src_path=str(REPORT_SCHEMA)))
    worker = "\n".join(path.read_text(encoding="utf-8") for path in scripts)
    files.append(File.generated(config, "assets/search/worker.js", content=worker))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Remember what the search is to know of the page."""
    config.extra["search"].append(read_page(html, "" if page.url in {".", "./"} else page.url))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Give the page its address in each language."""
    context["alternates"] = alternates(page.url, config.extra["language"], _root(config))
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the page for missing addresses the home pages as its languages."""
    if template_name == "404.html":
        language = config.extra["language"]
        context["base_url"] = f"{context['base_url'].rstrip('/')}/{'' if config.site_url else FOLDERS[language]}"
        context["alternates"] = alternates("", language, _root(config) or "/")
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """After the Thai site, build the English one into its folder, then the search of both."""
    if config.extra["language"] == "th":
        english = load_config(
            str(_project(config) / "mkdocs.en.yml"),
            site_dir=str(Path(config.site_dir) / FOLDERS["en"]),
            strict=config.strict,
            site_url=config.site_url and config.site_url + FOLDERS["en"],
        )
        english.plugins.on_startup(command="build", dirty=False)
        build(english)
        english.plugins.on_shutdown()
        _write_search(config, english)
        _write_search(english, config)


def _write_search(config: MkDocsConfig, other: MkDocsConfig) -> None:
    book: Handbook = config.extra["handbook"]
    files = search_files(
        config.extra["search"],
        other.extra["search"],
        abbreviations=abbreviations(book.catalogue, book.language),
        other_names=other_names(book.catalogue, book.language),
        offices=offices(book.catalogue, book.language),
    )
    site = Path(config.site_dir)
    for path, script in files.items():
        write_file(script.encode(), str(site / "assets" / path))
    write_file(json.dumps(SEARCH_CONFIG).encode(), str(site / "search/search_index.json"))


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _root(config: MkDocsConfig) -> str:
    """The address of the Thai site, or an empty text where none is set."""
    return (config.site_url or "").removesuffix(FOLDERS[config.extra["language"]])
