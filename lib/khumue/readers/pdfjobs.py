"""What is done to a PDF in a child process. The parent imports it too, so that a batch loads pdfium once."""

from __future__ import annotations

from pathlib import Path

from khumue.document import Document
from khumue.readers.carrying import pack, unpack
from khumue.readers.guard import confine
from khumue.readers.pdf import read_pdf


def read_confined(path: Path, data: bytes) -> Document:
    """Read a PDF in a child process. Raises DraftError as read_pdf does, and when pdfium crashes or takes too much."""
    return unpack(confine(f"{__name__}:packed", data, str(path)), path)


def packed(data: bytes, path: str) -> bytes:
    """The document of a PDF as the child hands it over."""
    return pack(read_pdf(Path(path), data))
