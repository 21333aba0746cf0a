"""What is told on the standard error: a line each, that steers no terminal."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def tell(text: str) -> None:
    """Tell one thing. That nobody can hear it is no reason to stop."""
    from khumue.reports.text.page import harmless  # which most calls that tell nothing do not need

    try:
        sys.stderr.write(f"{harmless(text)}\n")
        sys.stderr.flush()
    except OSError:
        lead_nowhere(sys.stderr)


def lead_nowhere(stream: TextIO) -> None:
    """Drop what waits to be written to a stream, and all that follows: it would fail again when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
