"""Draft files to documents. The reader is chosen by what the file holds, not by its name."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from khumue.document import Document, DraftError
from khumue.readers.limits import check_text_bytes, within_limits

# A plan of 150 pages with pictures is under 100 MB; what is larger is not a text to check.
MAX_BYTES = 200_000_000

STANDARD_INPUT = Path("-")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # bytes: some programs and mail gateways put others before it
_BINARY = {
    b"{\\rtf": "rtf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
}


def read_draft(path: Path, *, ocr: bool = False) -> Document:
    """Read one draft; `-` is the standard input. With `ocr` the pages of a PDF that are pictures are read, too.

    Raises DraftError when the file is missing, empty, a folder, of a kind that is not read, damaged, or over a limit.
    """
    data = _load(path)
    document = _read(path, data)
    if ocr and document.kind == "pdf":
        from khumue.readers.ocr import recognise

        document = recognise(document, data)
    return within_limits(document)


def _read(path: Path, data: bytes) -> Document:
    if data.startswith(b"PK"):
        return _read_package(path, data)
    if _PDF in data[:_PDF_WITHIN]:
        from khumue.readers.pdfjobs import read_confined

        return read_confined(path, data)
    for magic, problem in _BINARY.items():
        if data.startswith(magic):
            raise DraftError(problem)
    if data.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise DraftError("encrypted" if encrypted else "old-office")
    check_text_bytes(data)
    return _read_text(path, data)


def _read_package(path: Path, data: bytes) -> Document:
    from khumue.readers.package import Package, package_kind

    package = Package(data)
    if package_kind(package) == "odt":
        from khumue.readers.odt import read_odt

        return read_odt(path, package)
    from khumue.readers.docx import read_docx

    return read_docx(path, package)


def _read_text(path: Path, data: bytes) -> Document:
    from khumue.readers.sniffing import text_kind

    kind = text_kind(path, data)
    if kind == "md":
        from khumue.readers.markdown import read_markdown

        return read_markdown(path, data)
    if kind == "html":
        from khumue.readers.html import read_html

        return read_html(path, data)
    if kind == "odt":
        from khumue.readers.odt import read_flat_odt

        return read_flat_odt(path, data)
    from khumue.readers.text import read_text

    return read_text(path, data)


def _load(path: Path) -> bytes:
    if path == STANDARD_INPUT:
        return _load_input()
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            next(path.iterdir(), None)  # one that may not be read says so
            raise DraftError("folder")
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for, a device may never end
            raise DraftError("not-a-file")
        if status.st_size > MAX_BYTES:
            raise DraftError("too-large", limit=MAX_BYTES // 1_000_000)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES)
    except FileNotFoundError:
        raise DraftError("missing") from None
    except OSError as error:
        raise DraftError("unreadable", reason=error.strerror or type(error).__name__) from None
    if not data or data.isspace():
        raise DraftError("empty")
    return data


def _load_input() -> bytes:
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
    if len(data) > MAX_BYTES:
        raise DraftError("too-large", limit=MAX_BYTES // 1_000_000)
    if not data or data.isspace():
        raise DraftError("no-input")
    return data
