"""Print the whole handbook, a PDF for each language: python tools/make_pdf.py OFFLINE_SITE FOLDER.

The site is the one that `make offline` builds. Without Chromium nothing is made, and a line says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from khumue.model import LANGUAGES, Language
from khumue.site.alternates import FOLDERS
from khumue.site.book import HOME, bind, contents_of

NO_BROWSER = (
    "ไม่พบ Chromium จึงไม่ได้สร้าง PDF ให้ติดตั้ง chromium หรือตั้งตัวแปร CHROMIUM / "
    "No Chromium, so no PDF was made: install chromium, or set CHROMIUM to its path."
)
SECONDS = 600


def find_browser() -> str | None:
    """The Chromium to use: $CHROMIUM, or the one of the system."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def make_pdf(browser: str, site: Path, target: Path, language: Language) -> int:
    """Print one language of the offline site and give the number of pages.

    The first printing tells on which pages the entries of the contents begin; the second one prints the numbers. Raises
    RuntimeError where the second one has other pages, and CalledProcessError where the browser fails.
    """
    root = site / FOLDERS[language]
    pages = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in root.rglob("*.html")}
    count = len(contents_of(pages[HOME]))
    book = root / f".book-{os.getpid()}.html"
    try:
        numbers: tuple[int, ...] = ()
        for _ in range(2):
            book.write_text(bind(pages, language, numbers), encoding="utf-8")
            print_page(browser, book, target)
            before, numbers = numbers, first_pages(target, count)
    finally:
        book.unlink(missing_ok=True)
    if before != numbers:
        raise RuntimeError("the contents changed their length with the numbers of the pages")
    with pypdfium2.PdfDocument(target) as document:
        return len(document)


def print_page(browser: str, page: Path, target: Path) -> None:
    """Let the browser print a local page, with an outline from its headings."""
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        command += [f"--user-data-dir={profile}", "--no-pdf-header-footer", "--generate-pdf-document-outline"]
        command += [f"--print-to-pdf={target}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)


def first_pages(file: Path, count: int) -> tuple[int, ...]:
    """The pages, from 1, that the first `count` links of a PDF lead to; a link over two lines counts once."""
    places: list[tuple[int, float]] = []
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            for place in link_places(document, page):
                if place not in places[-1:]:
                    places.append(place)
            if len(places) >= count:
                return tuple(number for number, _ in places[:count])
    raise RuntimeError(f"{file} has {len(places)} links, not {count}")


def link_places(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> list[tuple[int, float]]:
    """Page, from 1, and height of what the links of a page lead to, in order."""
    position, link = pdfium.c_int(0), pdfium.FPDF_LINK()
    places = []
    while pdfium.FPDFLink_Enumerate(page, position, link):
        target = pdfium.FPDFLink_GetDest(document, link)
        if target:
            has = [pdfium.FPDF_BOOL() for _ in range(3)]
            x, y, zoom = (pdfium.FS_FLOAT() for _ in range(3))
            pdfium.FPDFDest_GetLocationInPage(target, *has, x, y, zoom)
            places.append((pdfium.FPDFDest_GetDestPageIndex(document, target) + 1, y.value))
    return places


def main(site: str, folder: str) -> int:
    """Print both languages."""
    browser = find_browser()
    if browser is None:
        print(NO_BROWSER)
        return 0
    Path(folder).mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        target = Path(folder, f"khumue-{language}.pdf")
        with tempfile.TemporaryDirectory() as temporary:
            made = Path(temporary, target.name)
            try:
                count = make_pdf(browser, Path(site).resolve(), made, language)
            except subprocess.SubprocessError as error:
                print(f"{browser} พิมพ์ไม่สำเร็จ / could not print: {error}", file=sys.stderr)
                return 2
            shutil.move(made, target)
        print(f"{target}: {count} หน้า / pages, {target.stat().st_size / 1_000_000:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
