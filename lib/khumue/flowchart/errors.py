"""What goes wrong with charts, in one sentence that names the mending."""

from __future__ import annotations

import importlib
from types import ModuleType


class FlowchartError(Exception):
    """A chart cannot be drawn; the text says why and what to do."""


def load(module: str) -> ModuleType:
    """Import a library of the `site` extra when it is first needed. Raises FlowchartError when it is missing."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise FlowchartError(
            f'flowcharts: the library "{package}" cannot be loaded ({error}). Run: pip install "khumue[site]"'
        ) from error
