"""Ctrl-C, a system that asks to end, or a terminal that closes: what is finished by then is kept."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Self

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)  # Windows has no SIGHUP
"""The signals that ask a program to end."""


class Interrupts:
    """Within the block, the first request to end is a KeyboardInterrupt, and later ones change nothing.

    So what follows on the first one, such as putting finished files in their places, is done whole.
    """

    def __init__(self) -> None:
        self._held = False
        self._waiting = False
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        with suppress(ValueError):  # only the main thread is told of signals
            for number in ENDING:
                if signal.getsignal(number) not in (signal.SIG_IGN, None):  # nohup and shells have some ignored
                    self._before[number] = signal.signal(number, self._told)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]

    def hold(self) -> None:
        """From now on, change nothing."""
        self._held = True

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Let a request wait until the block is done, so that no result is written by half."""
        self._held = True
        yield
        self._held = False
        if self._waiting:
            self._raise()

    def _told(self, _number: int, _frame: FrameType | None) -> None:
        self._waiting = True
        if not self._held:
            self._raise()

    def _raise(self) -> None:
        self.hold()
        raise KeyboardInterrupt
