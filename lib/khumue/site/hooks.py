"""MkDocs hooks: data into pages and navigation, both languages in one build, the switch between them."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

# `mkdocs build` in a checkout builds that checkout, installed or not.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url

from khumue.catalogue import DataError
from khumue.commands import REPORT_SCHEMA
from khumue.flowchart import FlowchartError
from khumue.site.alternates import FOLDERS, alternates
from khumue.site.forms import blank_forms
from khumue.site.handbook import Handbook, read_handbook
from khumue.site.navigation import build_nav
from khumue.site.render import escape_markdown
from khumue.site.trail import thumb, trail
from khumue.thai import fiscal_year

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

ASSETS = "docs/assets"
KEPT_FORMS = ".cache/forms"
STUB = """---
title: {title}
description: {description}
---
{{{{ generated_page() }}}}
"""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data, make the pages, and take the navigation from them."""
    try:
        book = read_handbook(config.extra["language"], corrections=config.extra["corrections"])
    except (DataError, FlowchartError) as error:
        raise PluginError(str(error)) from error
    config.extra["handbook"] = book
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
    today = time.localtime()
    year = fiscal_year(today.tm_year, today.tm_mon)
    for form, data in blank_forms(book.catalogue, book.language, year, _project(config) / KEPT_FORMS):
        files.append(File.generated(config, form, content=data))
    assets = _project(config) / ASSETS
    for path in sorted(assets.rglob("*")):
        if path.is_file():
            place = f"assets/{path.relative_to(assets).as_posix()}"
            files.append(File.generated(config, place, abs_src_path=str(path)))
    files.append(File.generated(config, f"schema/{REPORT_SCHEMA.name}", abs_src_path=str(REPORT_SCHEMA)))
    return files


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give the page its address in each language, the pages above it, and the ways in."""
    context["alternates"] = alternates(page.url, config.extra["language"], _root(config))
    book: Handbook = config.extra["handbook"]
    urls: dict[str, str] = {other.file.src_uri: get_relative_url(other.url, page.url) for other in nav.pages}

    def link(path: str, anchor: str = "") -> str:
        return urls[path] + (f"#{anchor}" if anchor else "")

    path = page.file.src_uri
    crumbs = trail(book.catalogue, book.language, path)
    context["trail"] = [(escape_markdown(title), link(target, anchor)) for title, target, anchor in crumbs]
    context["thumb"] = [(title, link(target), path == target) for title, target in thumb(book.language)]
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the page for missing addresses the home pages as its languages."""
    if template_name == "404.html":
        language = config.extra["language"]
        context["base_url"] = f"{context['base_url'].rstrip('/')}/{'' if config.site_url else FOLDERS[language]}"
        context["alternates"] = alternates("", language, _root(config) or "/")
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """After the Thai site, build the English one into its folder."""
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


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _root(config: MkDocsConfig) -> str:
    """The address of the Thai site, or an empty text where none is set."""
    return (config.site_url or "").removesuffix(FOLDERS[config.extra["language"]])
