"""Files that could break a reader: what each is called, what the checker is to say of it, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hostile.other_files import OTHER_FILES
from hostile.pdf_files import PDF_FILES
from hostile.word_files import WORD_FILES
from hostile.zip_files import ZIP_FILES

__all__ = ["CORPUS"]

CORPUS: Mapping[str, tuple[str, Callable[[], bytes]]] = {**WORD_FILES, **ZIP_FILES, **OTHER_FILES, **PDF_FILES}
"""By file name: the problem that is to be named ("" where the file is checked like any draft), and its bytes."""
