"""A terminal to run the command in, and what a person then sees on it."""

from __future__ import annotations

import fcntl
import os
import re
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Sequence
from pathlib import Path

from khumue.reports.text.cells import cells

LIB = Path(__file__).parents[1] / "lib"
_STEERING = re.compile(r"\x1b\[([\d;?]*)([A-Za-z])")


def run_in_terminal(
    program: str, arguments: Sequence[object], *, columns: int = 80, piped: bool = False, term: str = "xterm"
) -> tuple[int, str, str]:
    """Exit status of a Python program, what its terminal received, and what went into a file in its stead."""
    terminal, other = os.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")
    }
    pipe = tempfile.TemporaryFile()  # noqa: SIM115  # a file, because nobody would empty a pipe meanwhile
    running = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdout=pipe if piped else other,
        stderr=other,
        env=inherited | {"PYTHONPATH": str(LIB), "TERM": term},
    )
    os.close(other)
    received = b""
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # Linux ends a terminal that nobody writes to any more like this
            break
        if not part:
            break
        received += part
    os.close(terminal)
    with pipe:
        status = running.wait()
        pipe.seek(0)
        return status, received.decode(), pipe.read().decode()


def without_styles(text: str) -> str:
    """The text alone."""
    return _STEERING.sub("", text).replace("\r\n", "\n")


def seen(received: str) -> str:
    """What stands on the terminal in the end, as its cells show it."""
    lines: list[dict[int, str]] = [{}]
    row = column = place = 0
    while place < len(received):
        if steering := _STEERING.match(received, place):
            place = steering.end()
            count = int(steering[1] or 1) if steering[1].isdigit() or not steering[1] else 0
            if steering[2] == "A":
                row -= count
            elif steering[2] == "K":
                lines[row] = {}
            continue
        char = received[place]
        place += 1
        if char == "\r":
            column = 0
        elif char == "\n":
            row += 1
            while len(lines) <= row:
                lines.append({})
        elif cells(char):
            lines[row][column] = char
            column += cells(char)
        elif column:
            lines[row][column - 1] = lines[row].get(column - 1, "") + char
    return "\n".join("".join(line.get(cell, " ") for cell in range(max(line, default=-1) + 1)) for line in lines)
