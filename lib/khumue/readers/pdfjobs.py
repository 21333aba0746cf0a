"""What is done to a PDF in a child process. The parent imports it too, so that a batch loads pdfium once."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2_raw as pdfium

from khumue.document import Document, DraftError
from khumue.readers.carrying import pack, unpack
from khumue.readers.guard import confine
from khumue.readers.pdf import read_pdf

_DOTS_PER_POINT = 200 / 72
_MOST_DOTS = 4_000  # on the longer side: A3 has 3,300


def read_confined(path: Path, data: bytes) -> Document:
    """Read a PDF in a child process. Raises DraftError as read_pdf does, and when pdfium crashes or takes too much."""
    return unpack(confine(f"{__name__}:packed", data, str(path)), path)


def drawn(data: bytes, page: str) -> bytes:
    """A page (from 1) as a grey picture (PGM) of 200 dots to the inch, fewer where the page is larger than A3."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    loaded = pdfium.FPDF_LoadPage(document, int(page) - 1)
    if not loaded:
        raise DraftError("ocr-failed", page=page)
    sides = pdfium.FPDF_GetPageWidthF(loaded), pdfium.FPDF_GetPageHeightF(loaded)
    scale = min(_DOTS_PER_POINT, _MOST_DOTS / max(*sides, 1))
    width, height = (max(1, round(side * scale)) for side in sides)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, loaded, 0, 0, width, height, 0, pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    rows = (dots[start : start + width] for start in range(0, stride * height, stride))
    return b"P5 %d %d 255\n" % (width, height) + b"".join(rows)


def packed(data: bytes, path: str) -> bytes:
    """The document of a PDF as the child hands it over."""
    return pack(read_pdf(Path(path), data))
