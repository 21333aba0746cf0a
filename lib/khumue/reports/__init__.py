"""Report writers: each turns results, as they come, into pieces of text. A new format is one small module and a line
here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khumue.finding import Result
    from khumue.messages import Messages
    from khumue.registry import Registry
    from khumue.vocabulary import Language

    Writer = Callable[[Iterable[Result], Registry, Messages, Language], Iterator[str]]

# The command line and the settings name them, so that naming one does not load its writer.
FORMATS = {"text": "write_text", "json": "write_json"}
"""Formats by name, which is that of their module, and the writer in it."""


def find_writer(name: str) -> Writer:
    """The writer of a format."""
    writer: Writer = getattr(import_module(f"{__name__}.{name}"), FORMATS[name])
    return writer
