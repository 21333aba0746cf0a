"""`mkdocs serve` for those who write data: an edited file shows in both languages without a build of the whole site.

Only the data is read again. A page is written when a browser asks for it and it is older than the data. What is not
data (pages written by hand, templates, styles, scripts), and pages that come or go, take a whole build. So does the
search: until then it finds what it found.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.structure.nav import get_navigation

from khumue.authoring.compiling import compile_folder
from khumue.catalogue import DataError
from khumue.flowchart import draw
from khumue.messages import load_messages
from khumue.site.alternates import FOLDERS
from khumue.site.files import KEPT_CHARTS, generated_pages
from khumue.site.handbook import plan_handbook
from khumue.site.navigation import build_nav
from khumue.site.redirects import old_paths
from khumue.site.render import templates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

    from khumue.model import Catalogue, Language
    from khumue.site.handbook import Handbook

_log = logging.getLogger("mkdocs.khumue")
_STAY = "The pages stay as they are until this is mended."


@dataclass(kw_only=True)
class _Built:
    """One language as it was last built. `stale` are pages older than the data, by their files in the whole site."""

    config: MkDocsConfig
    files: Files
    env: Environment
    nav: Navigation | None = None
    stale: dict[str, File] = field(default_factory=dict)

    @property
    def book(self) -> Handbook:
        book: Handbook = self.config.extra["handbook"]
        return book

    def plan(self, catalogue: Catalogue) -> Handbook:
        """The handbook of other data."""
        charts = Path(self.config.config_file_path).parent / KEPT_CHARTS
        corrections = self.config.extra["corrections"]
        return plan_handbook(catalogue, self.book.language, corrections=corrections, charts=charts)

    def replace(self, book: Handbook) -> None:
        """Have another handbook with the same pages, of which none is written yet."""
        config, files = self.config, self.files
        config.extra["handbook"] = book
        for page in generated_pages(book, config):
            files.src_uris[page.src_uri].content_string = page.content_string
        config.nav = build_nav(book.catalogue, book.rules, book.language)
        self.nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self.stale = {FOLDERS[book.language] + file.dest_uri: file for file in files.documentation_pages()}

    def write(self, path: str) -> None:
        """Write the page whose file in the whole site this is."""
        file = self.stale[path]
        _populate_page(file.page, self.config, self.files)
        _build_page(file.page, self.config, self.files.documentation_pages(), self.nav, self.env)
        del self.stale[path]


_BUILT: dict[Language, _Built] = {}


def remember(config: MkDocsConfig, files: Files, env: Environment) -> None:
    """Keep a language that is being built."""
    _BUILT[config.extra["language"]] = _Built(config=config, files=files, env=env)


def serve_edits(server: LiveReloadServer, config: MkDocsConfig, build: Callable[[], None], data: Path) -> None:
    """Have a server show what is edited in the folder `data` without a whole `build`."""
    watched = map(Path, (config.docs_dir, config.config_file_path, *config.watch))
    edits = _Edits(server, build, data, [path for path in watched if path.resolve() != data.resolve()])
    edits.warm_up()
    server.builder = edits.show
    server.set_app(edits.answer)


class _Edits:
    def __init__(self, server: LiveReloadServer, build: Callable[[], None], data: Path, others: Sequence[Path]) -> None:
        self._server, self._build, self._data, self._others = server, build, data, others
        self._times: Mapping[Path, int] | None = self._times_of_others()
        self._lock = Lock()  # one page is written at a time, and none while the data changes

    def warm_up(self) -> None:
        """Read and draw once: the first edit shall not wait for libraries, dictionaries and all data files."""
        catalogue = compile_folder(self._data)
        draw(next(iter(catalogue.procedures.values())), catalogue, "th")

    def show(self) -> None:
        """Take over what was edited. Invalid data is reported, and the pages stay as they are."""
        try:
            catalogue = compile_folder(self._data)
        except DataError as error:
            _log.error("%s\n%s", error, _STAY)
            return
        with self._lock:
            times = self._times_of_others()
            if times != self._times or not _replace(catalogue):
                self._times = None  # a build that fails is to be made again
                for read in (templates, load_messages):
                    read.cache_clear()
                self._build()
                self._times = times

    def answer(self, environ: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request as the server does, with a page that is as new as the data."""
        place = environ["PATH_INFO"].removeprefix(self._server.mount_path)
        path = f"{place}index.html" if not place or place.endswith("/") else place
        while True:
            if _find_stale(path):
                with self._lock:
                    if built := _find_stale(path):
                        built.write(path)
            said: list[tuple[Any, ...]] = []
            body: Iterable[bytes] = self._server.serve_request(environ, lambda *args, said=said: said.append(args))
            if not _find_stale(path):  # nor has it become so while the server waited for a build
                start_response(*said[-1])
                return body

    def _times_of_others(self) -> Mapping[Path, int]:
        """When what is not data was changed."""
        files = (file for path in self._others for file in (path.rglob("*") if path.is_dir() else (path,)))
        return {file: file.stat().st_mtime_ns for file in files if file.is_file() and file.suffix != ".pyc"}


def _find_stale(path: str) -> _Built | None:
    """The language whose page this is, where it is older than the data."""
    return next((built for built in _BUILT.values() if path in built.stale), None)


def _replace(catalogue: Catalogue) -> bool:
    """Take over other data in both languages; false where only a whole build can show what has changed."""
    books = [(built, built.plan(catalogue)) for built in _BUILT.values()]
    if any(_paths(book) != _paths(built.book) for built, book in books):
        return False
    for built, book in books:
        built.replace(book)
    return True


def _paths(book: Handbook) -> tuple[set[str], Mapping[str, str]]:
    return set(book.pages), old_paths(book.catalogue, book.pages)
