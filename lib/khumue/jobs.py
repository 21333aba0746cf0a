"""Many files in several processes: the same results in the same order as in one, whatever happens to a process."""

from __future__ import annotations

import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from khumue.checking import Task, open_checker
from khumue.document import DraftError
from khumue.finding import Result
from khumue.interrupts import ENDING

# Each process has the next files waiting, so that it never waits for the parent.
_AHEAD = 4
# Results that wait for an earlier file; then no further files are given out, so that memory stays flat.
_HELD = 64

# A forked process has the data already: 4 drafts took 0.23 s in two of them, 0.76 s in two that started anew.
_FORKS = sys.platform == "linux"
_CONTEXT: Any = get_context("fork" if _FORKS else "spawn")


def check_in_processes(paths: Sequence[Path], task: Task, count: int) -> Generator[Result]:
    """The result of every file, in order, from `count` processes."""
    team = _Team(paths, task)
    try:
        team.start(count)
        yield from team.results()
    finally:
        team.stop()


class _Worker:
    """One process and the numbers of the files that it was given and has not answered."""

    def __init__(self, task: Task, others: Sequence[Connection]) -> None:
        self.pipe, other = _CONTEXT.Pipe()
        self.given: deque[int] = deque()
        # A forked process has the parent's ends of all pipes too, and while one is open nobody sees the parent's end.
        inherited = (self.pipe, *others) if _FORKS else ()
        self.process = _CONTEXT.Process(target=_work, args=(other, task, inherited))
        self.process.start()
        other.close()

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Team:
    def __init__(self, paths: Sequence[Path], task: Task) -> None:
        self._paths = paths
        self._task = task
        self._waiting = deque(range(len(paths)))
        self._done: dict[int, Result] = {}
        self._workers: list[_Worker] = []

    def start(self, count: int) -> None:
        sys.stdout.flush()  # else what waits there is written by each process
        with _signals_wait():
            for _ in range(count):
                self._workers.append(_Worker(self._task, [worker.pipe for worker in self._workers]))

    def stop(self) -> None:
        for worker in self._workers:
            worker.stop()

    def results(self) -> Iterator[Result]:
        for number in range(len(self._paths)):
            while number not in self._done:
                self._hand_out(number)
                self._collect()
            yield self._done.pop(number)

    def _hand_out(self, needed: int) -> None:
        for worker in self._workers:
            while self._waiting and self._waiting[0] < needed + _HELD and len(worker.given) < _AHEAD:
                number = self._waiting[0]
                try:
                    worker.pipe.send((number, self._paths[number]))
                except OSError:
                    break  # it has ended, which is seen when its answers are collected
                worker.given.append(self._waiting.popleft())

    def _collect(self) -> None:
        by_pipe = {worker.pipe: worker for worker in self._workers}
        for pipe in connection.wait(list(by_pipe)):
            worker = by_pipe[pipe]
            try:
                number, result = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            worker.given.remove(number)
            self._done[number] = result

    def _replace(self, worker: _Worker) -> None:
        """A process has ended: the file that it was at has failed, another process takes its others."""
        worker.stop()
        self._workers.remove(worker)
        if worker.given:
            number = worker.given.popleft()
            error = DraftError("internal", reason=f"exit {worker.process.exitcode}")
            self._done[number] = open_checker(self._task).messages.failure(str(self._paths[number]), error)
            self._waiting.extendleft(reversed(worker.given))
        self.start(1)


@contextmanager
def _signals_wait() -> Iterator[None]:
    """Let requests to end, which this process answers, wait until others are started, in which they wait for ever."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, task: Task, inherited: Sequence[Connection]) -> None:
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows tells every process of Ctrl-C
    for each in inherited:
        each.close()
    checker = open_checker(task)
    while True:
        try:
            number, path = pipe.recv()
            pipe.send((number, checker.check_file(path)))
        except (EOFError, OSError):  # the parent is gone
            return
