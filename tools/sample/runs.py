"""Runs of text with bold words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

BOLD = re.compile(r"\*\*(.+?)\*\*")


def add_words(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Add text to a paragraph; what stands between double asterisks, or all of it, is bold."""
    for number, part in enumerate(BOLD.split(text)):
        if part:
            run = paragraph.add_run(part)
            if bold or number % 2:
                # Thai letters follow the complex-script weight, Latin letters and digits the other.
                run.bold = run.font.cs_bold = True
