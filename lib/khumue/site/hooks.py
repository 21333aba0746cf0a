"""MkDocs hooks: data into pages and navigation, both languages in one build, the switch between them."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

# `mkdocs build` in a checkout builds that checkout, installed or not.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from khumue.catalogue import DataError
from khumue.flowchart import FlowchartError
from khumue.model import LANGUAGES
from khumue.site import offline, serving
from khumue.site.alternates import FOLDERS, alternates
from khumue.site.drawings import Drawings
from khumue.site.files import KEPT_CHARTS, KEPT_TEMPLATES, added_files, is_offline
from khumue.site.handbook import Handbook, read_handbook
from khumue.site.navigation import build_nav
from khumue.site.policy import with_policy
from khumue.site.render import escape_markdown
from khumue.site.searching import write_search
from khumue.site.searchtext import read_page
from khumue.site.theming import prepare_templates
from khumue.site.trail import thumb, trail
from khumue.site.wholewords import keep_words_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data, make the pages, and take the navigation from them."""
    own = config.extra["procedures"]
    try:
        book = read_handbook(
            config.extra["language"],
            procedures=_project(config) / own if own else None,
            corrections=config.extra["corrections"],
            charts=_project(config) / KEPT_CHARTS,
        )
        for page in book.pages.values():
            _ = page.markdown  # what cannot be written stops the build here, in one sentence
    except DataError as error:
        raise PluginError("\n".join(error.render(language) for language in LANGUAGES)) from error
    except FlowchartError as error:
        raise PluginError(str(error)) from error
    config.watch.append(str(_project(config) / (own or "procedures")))
    config.extra["handbook"], config.extra["search"] = book, {}
    config.nav = build_nav(book.catalogue, book.rules, book.language)
    config.markdown_extensions.append(Drawings())
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is not written by hand."""
    for file in added_files(config.extra["handbook"], config, _project(config)):
        files.append(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Prepare the theme's templates, and remember what a server needs to write single pages."""
    prepare_templates(env, files, _project(config) / KEPT_TEMPLATES)
    serving.remember(config, files, env)
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Remember what the search is to know of the page."""
    url = "" if page.url in {".", "./"} else page.url
    config.extra["search"][url] = read_page(html, url)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Give the page its address in each language, the pages above it, and the ways in."""
    context["alternates"] = alternates(page.url, config.extra["language"], _root(config))
    book: Handbook = config.extra["handbook"]
    path = page.file.src_uri
    crumbs = trail(book.catalogue, book.language, path)
    context["trail"] = [(escape_markdown(title), target, anchor) for title, target, anchor in crumbs]
    context["thumb"] = [(title, target, path == target) for title, target in thumb(book.language)]
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the page for missing addresses the home pages as its languages, and the site map all pages in both."""
    language, root = config.extra["language"], _root(config)
    if template_name == "404.html":  # it is read at every address: its links begin at the root
        homes = alternates("", language, root)
        context["alternates"] = [replace(home, href=context["base_url"] + FOLDERS[home.language]) for home in homes]
    elif template_name == "sitemap.xml":
        context["entries"] = [alternates(file.page.url, language, root) for file in context["pages"]]
    return context


def on_post_page(output: str, config: MkDocsConfig, **_: Any) -> str:
    """Keep words whole, and say what the page may load and run.

    The latter not for `mkdocs serve`, which puts a script of its own into every page.
    """
    output = keep_words_whole(output)
    is_served = (config.site_url or "").startswith(f"http://{config.dev_addr}/")
    return output if is_served else with_policy(output, offline=is_offline(config))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Both languages share one page for missing addresses and one site map, which needs the site's address."""
    if config.extra["language"] != "th" or (template_name == "sitemap.xml" and not config.site_url):
        return ""  # what is empty is not written
    return with_policy(keep_words_whole(output_content)) if template_name == "404.html" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """After the Thai site, build the English one into its folder, then the search of both."""
    if config.extra["language"] == "th":
        english = load_config(
            str(_project(config) / "mkdocs.en.yml"),
            site_dir=str(Path(config.site_dir) / FOLDERS["en"]),
            strict=config.strict,
            site_url=config.site_url and config.site_url + FOLDERS["en"],
            dev_addr=str(config.dev_addr),
        )
        english.plugins.on_startup(command="build", dirty=False)
        build(english)
        english.plugins.on_shutdown()
        write_search(config, english)
        write_search(english, config)
        if is_offline(config):
            for each in (config, english):
                offline.finish(Path(each.site_dir))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Show an edited data file without building the whole site again."""
    serving.serve_edits(server, config, builder, _project(config) / (config.extra["procedures"] or "procedures"))
    return server


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _root(config: MkDocsConfig) -> str:
    """The address of the Thai site, or an empty text where none is set."""
    return (config.site_url or "").removesuffix(FOLDERS[config.extra["language"]])
