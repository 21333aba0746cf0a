"""Which fonts of a PDF are bold."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2_raw as pdfium

# pdfium guesses a font's weight from its stems: 625 for a regular Norasi, 400 for every font of LibreOffice. So only
# its name tells, and the guess where the name is a mere number.
_BOLD_NAME = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_NO_NAME = re.compile(rb"(?:\w+\+)?[A-Z]{1,2}\d+(?:_\d+)?")
_BOLD_WEIGHT = 700
_FORCE_BOLD = 1 << 18


def is_bold(font: Any) -> bool:
    """Whether a font of pdfium is a bold one."""
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value
    if _BOLD_NAME.search(name) or pdfium.FPDFFont_GetFlags(font) & _FORCE_BOLD:
        return True
    return bool(_NO_NAME.fullmatch(name)) and pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
