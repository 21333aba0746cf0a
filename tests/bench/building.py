"""How long the whole site takes to build: ours against plain Material for MkDocs on the same Markdown, in one run.

    python -m bench.building [ROUNDS]

"The same Markdown" is what our own build hands to MkDocs once data has become pages: every generated page and every
hand-written one with its macros filled in, both languages, drawings included, and beside it the same forms, pictures
and scripts as finished files. Plain means the stock theme with its own search, the same navigation, Markdown extensions
and strictness, and no hook, no macro, no template and no data of ours: the time of reading the data, of writing pages
and forms from it and of drawing is all on our side. Both languages of the plain site are built by one process, as ours
are. Cold means without `.cache`; kept means that a build before has filled it. The catalogue is compiled in both, as
any command does when a data file has changed.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from mkdocs.config import load_config

from bench.timing import processor_time
from khumue.model import LANGUAGES, Language
from khumue.site import pages
from khumue.site.files import added_files
from khumue.site.handbook import Handbook, read_handbook
from khumue.site.navigation import build_nav
from site_build import ROOT, copy_project

TARGET = 1.3
_BOTH = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
for file in sys.argv[1:]:
    config = load_config(file)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
"""
_OF_THE_SITE = ("markdown_extensions", "use_directory_urls", "strict", "validation")


@dataclass(frozen=True)
class Taken:
    """Seconds of processors and of the clock."""

    processor: float
    clock: float


def main() -> None:
    """Build in turns, and print medians and ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        own, plain = Path(folder, "own"), Path(folder, "plain")
        own.mkdir()
        copy_project(own)
        for language in LANGUAGES:
            write_plain(plain / language, language)
        builds: dict[str, Callable[[], None]] = {
            "plain": lambda: _build_plain(plain),
            "cold": lambda: _build_cold(own),
            "kept": lambda: _build_own(own),
        }
        taken: dict[str, list[Taken]] = {name: [] for name in builds}
        for _ in range(rounds):
            for name, build in builds.items():
                taken[name].append(_timed(build))
    _report(taken)


def write_plain(folder: Path, language: Language) -> None:
    """A project of plain Material for MkDocs whose pages are those of the handbook."""
    book = read_handbook(language)
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs" / language, docs)
    for path, text in _pages(book, docs):
        _write(docs / path, text.encode())
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins._current_plugin = ""  # files say who made them, and here no plugin is at work
    for file in added_files(book, config, ROOT):
        if not file.is_documentation_page():
            _write(docs / file.src_uri, file.content_bytes)
    _write(folder / "mkdocs.yml", yaml.safe_dump(_settings(book), allow_unicode=True).encode())


def _settings(book: Handbook) -> dict[str, object]:
    ours = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Lenient)
    return {
        "site_name": "plain",
        **{name: ours[name] for name in _OF_THE_SITE},
        "use_directory_urls": True,
        "theme": {"name": "material", "language": book.language, "font": False, "features": ours["theme"]["features"]},
        "nav": _plain(build_nav(book.catalogue, book.rules, book.language)),
    }


class _Lenient(yaml.SafeLoader):
    """Reads our settings, whose values from the environment are of no matter here."""


_Lenient.add_constructor("!ENV", lambda *_: None)


def _plain(nav: object) -> object:
    """The navigation with titles that YAML can write."""
    return json.loads(json.dumps(nav))


def _pages(book: Handbook, docs: Path) -> Iterator[tuple[str, str]]:
    for page in book.pages.values():
        front = {"title": page.title, "description": page.description}
        yield page.path, f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{page.markdown}"
    for written in docs.glob("*.md"):
        text, path = written.read_text(encoding="utf-8"), written.name
        text = text.replace("{{ doors() }}", pages.doors(book.catalogue, book.language, path))
        yield path, text.replace("{{ sample_report() }}", pages.sample(book.catalogue, book.language, path))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _build_plain(folder: Path) -> None:
    _run("-c", _BOTH, *(str(folder / language / "mkdocs.yml") for language in LANGUAGES), within=folder)


def _build_cold(folder: Path) -> None:
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    _build_own(folder)


def _build_own(folder: Path) -> None:
    _run("-m", "mkdocs", "build", "--quiet", within=folder)


def _run(*command: str, within: Path) -> None:
    subprocess.run([sys.executable, *command], cwd=within, check=True)


def _timed(build: Callable[[], None]) -> Taken:
    worked, start = processor_time(), time.perf_counter()
    build()
    return Taken(processor_time() - worked, time.perf_counter() - start)


def _report(taken: dict[str, list[Taken]]) -> None:
    processor, clock = (
        {name: statistics.median(getattr(each, what) for each in times) for name, times in taken.items()}
        for what in ("processor", "clock")
    )
    print(f"{'':8}{'processor s':>12}{'x plain':>9}{'clock s':>12}{'x plain':>9}")
    for name in taken:
        ratios = [f"{values[name]:12.2f}{values[name] / values['plain']:9.2f}" for values in (processor, clock)]
        print(f"{name:8}{''.join(ratios)}")
    met = processor["cold"] <= TARGET * processor["plain"]
    print(f"cold <= {TARGET} x plain: {'ok' if met else 'miss'}  (load {os.getloadavg()[0]:.1f})")


if __name__ == "__main__":
    main()
