"""What a child process of the guard may do to itself."""

from __future__ import annotations

import os
import time

from khumue.document import DraftError


def double(data: bytes, argument: str) -> bytes:
    return data * 2 + argument.encode()


def abort(data: bytes, argument: str) -> bytes:
    os.abort()


def spin(data: bytes, argument: str) -> bytes:
    while True:
        pass


def sleep(data: bytes, argument: str) -> bytes:
    if argument:
        with open(argument, "w") as file:  # noqa: PTH123 - so that the test knows it
            file.write(str(os.getpid()))
    time.sleep(1000)
    return b""


def swell(data: bytes, argument: str) -> bytes:
    return b"x" * 1_000_000_000


def talk(data: bytes, argument: str) -> bytes:
    return b"x" * 80_000_000


def refuse(data: bytes, argument: str) -> bytes:
    raise DraftError("part-too-large", part="ภาพ", limit=64)


def fail(data: bytes, argument: str) -> bytes:
    raise ZeroDivisionError("a secret")


def look_around(data: bytes, argument: str) -> bytes:
    """The open files of the child."""
    return " ".join(sorted(os.listdir("/proc/self/fd"))).encode()  # noqa: PTH208
