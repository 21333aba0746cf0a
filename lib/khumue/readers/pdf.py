"""PDF drafts: the text of every page as its reader sees it, in lines, cells and paragraphs.

A block's place is its page and, on that page, the line in which it begins, counted from the top without running
headers: what one counts with a finger on the printed page. Text that is struck through and running lines are left out.
A scanned document has no blocks, or few.
"""

from __future__ import annotations

import ctypes
from itertools import chain
from pathlib import Path
from typing import Any

import pypdfium2_raw as pdfium

from khumue.document import Document, DraftError
from khumue.readers.pdfcontinued import continue_tables
from khumue.readers.pdfglyphs import PageReader
from khumue.readers.pdflayout import Layout
from khumue.readers.pdflines import Page
from khumue.readers.pdfnotes import blocks_and_notes
from khumue.readers.pdfrunning import without_cut_lines, without_running_lines

MAX_PAGES = 2000

_LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)


def read_pdf(path: Path, data: bytes) -> Document:
    """Read a PDF draft.

    Raises DraftError when it is protected by a password ("encrypted"), damaged ("broken-pdf") or has more than 2,000
    pages ("too-many-pages").
    """
    pdfium.FPDF_InitLibrary()  # does nothing the second time
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise DraftError("encrypted" if pdfium.FPDF_GetLastError() in _LOCKED else "broken-pdf")
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise DraftError("broken-pdf")
        if count > MAX_PAGES:
            raise DraftError("too-many-pages", count=count, limit=MAX_PAGES)
        title = _title(document)
        pages, repairs = _pages(document, count)
    finally:
        pdfium.FPDF_CloseDocument(document)
    without_running_lines(pages)
    without_cut_lines(pages)
    layout = Layout()
    lines = [layout.lines(page, number) for number, page in enumerate(pages, 1)]
    continue_tables(lines)
    blocks = blocks_and_notes(list(chain.from_iterable(lines)))
    return Document(path=path, kind="pdf", title=title, blocks=tuple(blocks), pages=count, repairs=repairs)


def _pages(document: Any, count: int) -> tuple[list[Page], int]:
    pages: list[Page] = []
    repairs = 0
    for number in range(count):
        reader = PageReader(document, number)
        try:
            pages.append(reader.read())
            repairs += reader.repairs
        finally:
            reader.close()
    return pages, repairs


def _title(document: Any) -> str | None:
    size = pdfium.FPDF_GetMetaText(document, b"Title", None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, b"Title", buffer, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip() or None
