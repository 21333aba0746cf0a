"""What is done to a PDF in a child process. Imported by the parent too, so that a batch loads pdfium once."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # noqa: F401 - the readers import it where they need it

from khumue.readers.carrying import pack
from khumue.readers.pdf import read_pdf


def read(data: bytes, name: str) -> bytes:
    """The document of a PDF, packed."""
    return pack(read_pdf(Path(name), data))
