"""How long commands take, process start included: medians of runs that alternate, so that load meets all alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping

from bench.peers import Command, installed


def processor_time() -> float:
    """Seconds that processors have worked on the processes that were started: the load does not count."""
    used = os.times()
    return used.children_user + used.children_system


def milliseconds(
    commands: Mapping[str, Command], runs: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """The median of each command that is installed and works. A round before fills the caches and shows which do."""
    working = {name: command for name, command in commands.items() if installed(command) and _works(command)}
    taken: dict[str, list[float]] = {name: [] for name in working}
    for _ in range(runs):
        for name, command in working.items():
            start = clock()
            _run(command)
            taken[name].append(clock() - start)
    return {name: statistics.median(times) * 1000 for name, times in taken.items()}


def _works(command: Command) -> bool:
    """Whether it ends as linters do: 0, or 1 where there is something to say."""
    return _run(command) in {0, 1}


def _run(command: Command) -> int:
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return done.returncode
