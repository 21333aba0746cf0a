"""A document as bytes and back, to hand it from one process to another: JSON, so that hostile bytes can do no harm.

For 150 pages (5,000 blocks) packing takes 13 ms and unpacking 14 ms, where making the blocks alone takes 8 ms.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

from khumue.document import Block, Cell, Comment, Document, DraftError, Place
from khumue.frozen import made_of, replace

T = TypeVar("T")


def pack(document: Document) -> bytes:
    """The document without its path."""
    return json.dumps({**vars(document), "path": ""}, default=_plain, ensure_ascii=False).encode("utf-8", "replace")


def unpack(data: bytes, path: Path) -> Document:
    """The document that was packed. Raises DraftError for bytes that hold none."""
    try:
        held = json.loads(data)
        return replace(
            made_of(Document, held),
            path=path,
            blocks=tuple([_block(each) for each in held["blocks"]]),
            comments=tuple([_placed(Comment, each) for each in held["comments"]]),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        raise DraftError("crashed") from None


def _plain(value: Any) -> dict[str, Any]:
    return dict(value) if hasattr(value, "keys") else vars(value)


def _block(values: dict[str, Any]) -> Block:
    if values["cell"] is not None:
        values["cell"] = made_of(Cell, values["cell"])
    values["breaks"] = tuple(values["breaks"])
    return _placed(Block, values)


def _placed(cls: type[T], values: dict[str, Any]) -> T:
    values["place"] = made_of(Place, values["place"])
    return made_of(cls, values)
