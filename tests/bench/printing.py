"""Drafts printed to PDF by the programs that planners print with: LibreOffice and Chromium, where they are installed.

Printing is slow, so that what was printed once is kept by the hash of its source.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from playwright.sync_api import PdfMargins, sync_playwright

from make_pdf import find_browser

CACHE = Path(__file__).parents[2] / ".bench-cache"
_MARGIN = PdfMargins(top="2cm", bottom="2cm", left="2cm", right="2cm")
_AT_ONCE = 40  # files in one call of LibreOffice


def by_libreoffice(sources: Iterable[Path], kind: str = "pdf") -> Mapping[Path, Path]:
    """Each source with its print; empty where LibreOffice is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return {}
    printed = {source: _kept(source, kind) for source in sources}
    waiting = [source for source, target in printed.items() if not target.exists()]
    for start in range(0, len(waiting), _AT_ONCE):
        _convert(program, {source: printed[source] for source in waiting[start : start + _AT_ONCE]}, kind)
    return {source: target for source, target in printed.items() if target.exists()}


def _convert(program: str, printed: Mapping[Path, Path], kind: str) -> None:
    """LibreOffice names its files after the sources, so that these are given the names of the prints."""
    folder = CACHE / "converting"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sources = [shutil.copy(source, folder / f"{target.stem}{source.suffix}") for source, target in printed.items()]
    profile = f"-env:UserInstallation={(CACHE / 'libreoffice').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(CACHE), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    shutil.rmtree(folder)


def by_chromium(sources: Iterable[Path]) -> Mapping[Path, Path]:
    """Each web page with its print; empty where Chromium is not installed."""
    program = find_browser()
    if program is None:
        return {}
    printed = {source: _kept(source, "pdf") for source in sources}
    waiting = {source: target for source, target in printed.items() if not target.exists()}
    if waiting:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            page = browser.new_page()
            for source, target in waiting.items():
                page.goto(source.resolve().as_uri())
                page.pdf(path=target, format="A4", display_header_footer=True, margin=_MARGIN)
            browser.close()
    return printed


def _kept(source: Path, kind: str) -> Path:
    CACHE.mkdir(exist_ok=True)
    return CACHE / f"{hashlib.sha256(_content(source)).hexdigest()[:20]}.{kind}"


def _content(source: Path) -> bytes:
    """What a file says: of a package its parts, for the archive itself holds the time of writing."""
    if not zipfile.is_zipfile(source):
        return source.read_bytes()
    with zipfile.ZipFile(source) as archive:
        return b"\0".join(name.encode() + archive.read(name) for name in sorted(archive.namelist()))
