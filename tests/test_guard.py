"""Readers in a child process: whatever happens there becomes one sentence, and nobody stays behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from khumue.document import Block, Cell, Comment, Document, DraftError, Place
from khumue.messages import load_messages
from khumue.readers import guard
from khumue.readers.carrying import pack, unpack
from khumue.readers.guard import confine

WAYS = ("fork", "spawn")


@pytest.fixture(autouse=True)
def paths(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new Python finds the package and the jobs."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(("lib", "tests")))
    monkeypatch.setattr(guard, "WALL_SECONDS", 0.3)
    monkeypatch.setattr(guard, "WALL_FACTOR", 2)
    monkeypatch.setattr(guard, "CPU_SECONDS", 0.4)


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if request.param == "spawn":
        monkeypatch.setattr(guard, "_has_threads", lambda: True)
    yield request.param
    with pytest.raises(ChildProcessError):  # no child is left, running or dead
        os.waitpid(-1, os.WNOHANG)


def test_the_answer_comes_back(way: str) -> None:
    assert confine("guardjobs:double", "แผน".encode(), "ท้าย") == "แผนแผนท้าย".encode()


@pytest.mark.parametrize(
    ("job", "problem"),
    [
        ("abort", "crashed"),
        ("spin", "too-slow"),
        ("sleep", "too-slow"),
        ("swell", "too-much-memory"),
        ("refuse", "part-too-large"),
        ("fail", "internal"),
    ],
)
def test_what_goes_wrong_in_a_child_is_one_sentence(
    way: str, job: str, problem: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DraftError) as caught:
        confine(f"guardjobs:{job}", b"x")
    assert caught.value.problem == problem
    failure = load_messages().failure("แผน.pdf", caught.value)
    assert "{" not in failure.message.th + failure.fix.th
    assert "secret" not in failure.message.en
    assert capfd.readouterr() == ("", "")


def test_values_of_a_refusal_come_back() -> None:
    with pytest.raises(DraftError) as caught:
        confine("guardjobs:refuse", b"")
    assert caught.value.values == {"part": "ภาพ", "limit": "64"}


def test_an_answer_without_end_is_not_heard_to_the_end() -> None:
    with pytest.raises(DraftError, match="too-much-memory"):
        confine("guardjobs:talk", b"")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not list open files")
def test_a_child_has_only_its_own_files(tmp_path: Path) -> None:
    with (tmp_path / "ลับ").open("w"):
        open_files = confine("guardjobs:look_around", b"").decode().split()
    assert len(open_files) == 5  # nothing for the three standard ones, the pipe, and the folder being listed


def test_a_process_with_threads_does_not_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert confine("guardjobs:double", b"ab") == b"abab"
    finally:
        done.set()
        thread.join()


def test_without_processes_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    assert confine("guardjobs:double", b"ab") == b"abab"


@pytest.mark.parametrize(("job", "said"), [("double", b"+abab"), ("fail", b'-["internal"'), ("refuse", b'-["part-too')])
def test_what_a_child_says(job: str, said: bytes) -> None:
    assert guard._answer(guard._function(f"guardjobs:{job}"), b"ab", "").startswith(said)


def test_memory_that_is_not_there_is_said() -> None:
    def greedy(data: bytes, argument: str) -> bytes:
        raise MemoryError

    assert guard._answer(greedy, b"", "") == b'-["too-much-memory", {}]'


def test_limits_leave_room_above_what_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource", reason="this system sets no limits")
    limits: dict[int, tuple[int, int]] = {}
    timers: dict[int, float] = {}
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    monkeypatch.setattr(signal, "setitimer", timers.__setitem__)
    guard._limit(1.5, 1_000_000)
    assert limits[resource.RLIMIT_CPU] == (2, 3)
    assert limits[resource.RLIMIT_AS][0] > 1_000_000
    assert timers[signal.ITIMER_PROF] == 1.5
    assert timers[signal.ITIMER_REAL] > 1.5


def _in_a_worker(data: bytes) -> bytes:
    return confine("guardjobs:double", data)


def test_a_worker_of_a_pool_has_children_too() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.map(_in_a_worker, [b"a", b"b"]) == [b"aa", b"bb"]


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGKILL])
def test_no_child_outlives_an_interrupted_parent(tmp_path: Path, ended_by: signal.Signals) -> None:
    """Of a killed parent the child ends by its own alarm."""
    told = tmp_path / "child"
    script = (
        "from khumue.readers import guard; guard.WALL_SECONDS = 1; guard.WALL_FACTOR = 0\n"
        f"guard.confine('guardjobs:sleep', b'', {str(told)!r})"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.DEVNULL)
    _wait(lambda: told.exists() and told.read_text() != "")
    child = int(told.read_text())
    assert _runs(child)
    parent.send_signal(ended_by)
    assert parent.wait(5) != 0
    _wait(lambda: not _runs(child))


def _wait(condition: object) -> None:
    deadline = time.monotonic() + 10
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _runs(process: int) -> bool:
    """Whether a process runs; one that ended and that nobody asked for is none."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


DOCUMENT = Document(
    path=Path("แผน.pdf"),
    kind="pdf",
    title="แผนปฏิบัติการ",
    blocks=(
        Block(text="วิสัยทัศน์", place=Place(page=1, line=2), bold=True, size=16.5, level=1, label="๑."),
        Block(text="\ud800 เสีย", place=Place(paragraph=3), cell=Cell(table=1, row=2, column=3, filled=4)),
    ),
    pages=2,
    properties={"khumue-procedure": "angthong/annual-action-plan"},
    comments=(Comment(text="ก", place=Place(line=1)),),
    repairs=7,
    recognised=True,
)


def test_a_document_is_the_same_after_its_journey() -> None:
    carried = unpack(pack(DOCUMENT), Path("แผน.pdf"))
    assert carried.blocks[1].text == "? เสีย"  # half a character is damage
    assert carried.blocks[0] == DOCUMENT.blocks[0]
    assert carried.blocks[1].cell == DOCUMENT.blocks[1].cell
    assert {**vars(carried), "blocks": ()} == {**vars(DOCUMENT), "blocks": ()}
    assert carried.path == Path("แผน.pdf")


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b'{"blocks": 1}', b"\xff", b'{"blocks": [{"place": 1}]}'])
def test_what_is_no_document_is_a_crash(data: bytes) -> None:
    with pytest.raises(DraftError, match="crashed"):
        unpack(data, Path("x"))
