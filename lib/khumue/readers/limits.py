"""How large a draft may be, counted and not timed, so that every machine gives the same answer.

A plan of 1,000 pages has some 2.5 million characters in 40,000 paragraphs. Drafts just under a limit took 0.9 to 2.9 s
and 50 to 150 MB while the machine was busy three times over (2 cores, Python 3.11).
"""

from __future__ import annotations

from khumue.document import Document, DraftError

MAX_CHARACTERS = 5_000_000
MAX_BLOCKS = 100_000  # paragraphs, table cells or lines, the empty ones too
MAX_TEXT_BYTES = 3 * MAX_CHARACTERS  # a Thai letter takes three bytes of UTF-8


def check_block_count(count: int) -> None:
    """Raises DraftError for more blocks than a plan has."""
    if count > MAX_BLOCKS:
        raise DraftError("too-many-blocks", limit=f"{MAX_BLOCKS:,}")


def check_text_bytes(data: bytes) -> None:
    """Raises DraftError for a text file of more characters than a plan has, before it is decoded."""
    if len(data) > MAX_TEXT_BYTES:
        raise DraftError("too-much-text", limit=f"{MAX_CHARACTERS:,}")


def within_limits(document: Document) -> Document:
    """The document itself. Raises DraftError when it is larger than a plan can be."""
    check_block_count(len(document.blocks))
    if sum([len(block.text) for block in document.blocks]) > MAX_CHARACTERS:
        raise DraftError("too-much-text", limit=f"{MAX_CHARACTERS:,}")
    return document
