"""Work on hostile bytes in a child process with limits: a reader that crashes, hangs or swells costs one sentence.

A crafted PDF can make pdfium abort the whole process (a stream of 2.5 MB that unpacks to 1 GB does). Where there is no
fork the child is a new Python (`python -m khumue.readers.guard`); where there are no processes at all, as in a browser,
the page itself is the fence.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from khumue.document import DraftError

Job = Callable[[bytes, str], bytes]
"""Work on the bytes of a file. The text says which part of it, or whatever else the job must know."""

# 262 pages from LibreOffice (1 MB) took 1 s of computing, 214 from Chromium (2.7 MB) 2 s; a crafted file of a few kB
# may take for ever.
CPU_SECONDS, CPU_SECONDS_PER_MB = 1.5, 4.0
MOST_CPU_SECONDS = 30
WALL_FACTOR, WALL_SECONDS = 10, 20  # a busy machine lets a process wait; nothing legitimate sleeps
# Above what the parent holds already. Those pages were read in 44 MB; with a file of 200 MB all stays under 512 MB.
ROOM = 256_000_000
MAX_ANSWER = 64_000_000

_DONE, _REFUSED = b"+", b"-"
_TIME_SIGNALS = ("SIGPROF", "SIGXCPU", "SIGALRM")


def confine(job: str, data: bytes, argument: str = "", *, room: int = ROOM) -> bytes:
    """What a job ("module:function") answers. Raises DraftError when it does, crashes or exceeds a limit.

    `room` is the memory in bytes that the job may take.
    """
    if sys.platform == "emscripten":
        return _function(job)(data, argument)
    seconds = min(CPU_SECONDS + CPU_SECONDS_PER_MB * len(data) / 1_000_000, MOST_CPU_SECONDS)
    if hasattr(os, "fork") and not _has_threads():
        return _forked(_function(job), data, argument, seconds, room)
    return _spawned(job, data, argument, seconds, room)


def _function(job: str) -> Job:
    module, _, name = job.partition(":")
    function: Job = getattr(import_module(module), name)
    return function


def _has_threads() -> bool:
    """Another thread may hold a lock that the copy of this process would wait for."""
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1


def _answer(job: Job, data: bytes, argument: str) -> bytes:
    """What a child says: the answer, or why there is none. Faults of the program are named, never printed."""
    try:
        return _DONE + job(data, argument)
    except DraftError as error:
        problem, values = error.problem, {key: str(value) for key, value in error.values.items()}
    except MemoryError:
        problem, values = "too-much-memory", {}
    except Exception as error:  # a child has nobody to raise to
        problem, values = "internal", {"reason": type(error).__name__}
    return _REFUSED + json.dumps([problem, values]).encode()


def _heard(answer: bytes, ended_by: str | None) -> bytes:
    """The answer of a child that ended, by a signal or by itself."""
    if answer[:1] == _DONE and ended_by is None:
        return answer[1:]
    if answer[:1] == _REFUSED and ended_by is None:
        problem, values = json.loads(answer[1:])
        raise DraftError(problem, **values)
    raise DraftError("too-slow" if ended_by in _TIME_SIGNALS else "crashed")


# --- by fork ----------------------------------------------------------------------------------------------------------


def _forked(job: Job, data: bytes, argument: str, seconds: float, room: int) -> bytes:
    """The job in a copy of this process: 3 ms (a new Python: 30 ms), and the job's modules are imported only once."""
    reading, writing = os.pipe()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))  # none may fall between the two
    child = os.fork()
    if child == 0:
        _be_child(writing, job, data, argument, seconds, room)
    status: int | None = None
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(writing)
        answer = _drained(reading, time.monotonic() + WALL_SECONDS + WALL_FACTOR * seconds)
        status = os.waitpid(child, 0)[1]
    finally:
        os.close(reading)
        if status is None:  # too slow, too long an answer, or this process is interrupted: nobody stays behind
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    return _heard(answer, signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else None)


def _drained(pipe: int, deadline: float) -> bytes:
    """All that a child writes before it ends."""
    import select

    parts: list[bytes] = []
    length = 0
    while select.select([pipe], [], [], max(0, deadline - time.monotonic()))[0]:
        part = os.read(pipe, 1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)
        length += len(part)
        if length > MAX_ANSWER:
            raise DraftError("too-much-memory")
    raise DraftError("too-slow")


def _be_child(pipe: int, job: Job, data: bytes, argument: str, seconds: float, room: int) -> NoReturn:
    """Never returns to the code that forked, whatever happens; what the parent has buffered stays the parent's."""
    status = 1
    try:
        _let_go(pipe)
        _limit(seconds, room)
        rest = memoryview(_answer(job, data, argument))
        while rest:
            rest = rest[os.write(pipe, rest) :]
        status = 0
    finally:
        os._exit(status)


def _let_go(pipe: int) -> None:
    """Give up what was inherited: open files, the terminal, how the parent handles signals."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE, signal.SIGPROF, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.closerange(3, pipe)
    os.closerange(pipe + 1, min(os.sysconf("SC_OPEN_MAX"), 65_536))


def _limit(seconds: float, room: int) -> None:
    """Limits of computing time and memory. The alarm ends a child whose parent was killed before it could."""
    import resource

    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS + WALL_FACTOR * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = _address_space() + room
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _address_space() -> int:
    """How many bytes this process has mapped; 0 where the system does not say, which sets no limit of memory either."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


# --- by a new Python --------------------------------------------------------------------------------------------------


def _spawned(job: str, data: bytes, argument: str, seconds: float, room: int) -> bytes:
    """The job in a Python of its own. Where the system has no limits for processes, only the wall clock ends it."""
    import subprocess

    command = (sys.executable, "-m", __name__, job, argument, str(seconds), str(room))
    try:
        ended = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WALL_SECONDS + WALL_FACTOR * seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DraftError("too-slow") from None
    if len(ended.stdout) > MAX_ANSWER:
        raise DraftError("too-much-memory")
    return _heard(ended.stdout, signal.Signals(-ended.returncode).name if ended.returncode < 0 else None)


def _main(job: str, argument: str, seconds: str, room: str) -> None:
    if hasattr(os, "fork"):
        _limit(float(seconds), int(room))
    sys.stdout.buffer.write(_answer(_function(job), sys.stdin.buffer.read(), argument))


if __name__ == "__main__":
    _main(*sys.argv[1:])
