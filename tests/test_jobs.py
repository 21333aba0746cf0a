"""Many files in several processes: the same report as from one, whatever becomes of a process."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from drafts import ACTION_PLAN, COMPLETE
from khumue import check_command, jobs
from khumue.checking import Checker, Task, open_checker
from khumue.choices import Choices
from khumue.cli import main
from khumue.finding import DraftReport, Failure, Result
from khumue.jobs import check_in_processes

TASK = Task(choices=Choices(procedure=ACTION_PLAN), use_settings=False)
check_one = Checker.check_file


@pytest.fixture
def drafts(tmp_path: Path) -> list[Path]:
    """Thirty drafts under Thai names, of different lengths, one of them missing and one damaged."""
    paths = [tmp_path / f"ร่าง แผน {number}.md" for number in range(30)]
    for number, path in enumerate(paths):
        path.write_text(COMPLETE + "ข้อความท้ายเล่ม\n\n" * (number % 7), encoding="utf-8")
    paths[3].unlink()
    paths[11].write_bytes(b"PK\x03\x04")
    return paths


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "khumue", "check", "--no-config", *map(str, arguments)]


def test_the_report_is_the_same_byte_by_byte(capsys: pytest.CaptureFixture[str], drafts: list[Path]) -> None:
    for form in ("text", "json"):
        said = []
        for count in ("1", "2", "3"):
            status = main(["check", *map(str, drafts), "--no-config", "--format", form, "--jobs", count])
            said.append((status, capsys.readouterr().out))
        assert said[0] == said[1] == said[2]
        assert said[0][0] == 2


def test_json_that_is_written_piece_by_piece_is_json_as_written_at_once(
    capsys: pytest.CaptureFixture[str], drafts: list[Path]
) -> None:
    for paths in (drafts, drafts[3:4], drafts[:1]):
        main(["check", *map(str, paths), "--no-config", "--format", "json"])
        out = capsys.readouterr().out
        assert out == json.dumps(json.loads(out), ensure_ascii=False, indent=2) + "\n"


def dying(self: Checker, path: Path) -> Result:
    if "ตาย" in path.name:
        os._exit(9)
    return check_one(self, path)


@pytest.mark.skipif(sys.platform != "linux", reason="a replaced function reaches forked processes only")
@pytest.mark.parametrize("count", [1, 2])
def test_a_process_that_dies_costs_only_its_file(
    monkeypatch: pytest.MonkeyPatch, drafts: list[Path], count: int
) -> None:
    monkeypatch.setattr(Checker, "check_file", dying)
    for number in (0, 1, 15, 29):
        drafts[number] = drafts[number].with_name(f"ตาย {number}.md")
    results = list(check_in_processes(drafts, TASK, count))
    paths = [each.path if isinstance(each, Failure) else each.document.path for each in results]
    assert paths == [str(path) for path in drafts]
    failed = [number for number, each in enumerate(results) if isinstance(each, Failure)]
    assert failed == [0, 1, 3, 11, 15, 29]
    dead = results[15]
    assert isinstance(dead, Failure)
    assert "exit 9" in dead.message.th


def test_results_come_before_the_last_file_is_read(monkeypatch: pytest.MonkeyPatch, drafts: list[Path]) -> None:
    many = drafts[:3] * 40
    results = check_in_processes(many, TASK, 2)
    assert isinstance(next(results), DraftReport)
    drafts[0].unlink()
    rest = list(results)
    assert len(rest) == 119
    assert isinstance(rest[-3], Failure)  # it was read after the first result was out


def test_nothing_is_left_running(drafts: list[Path]) -> None:
    results = check_in_processes(drafts, TASK, 2)
    next(results)
    assert len(multiprocessing.active_children()) == 2
    results.close()
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("count", [1, 2])
def test_ctrl_c_ends_at_once_without_a_traceback(tmp_path: Path, count: int) -> None:
    draft = tmp_path / "ร่าง.md"
    draft.write_text(COMPLETE, encoding="utf-8")
    running: subprocess.Popen[bytes] = subprocess.Popen(
        command(*[draft] * 5000, "--jobs", count),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert running.stdout
    running.stdout.read(1)  # it is at work
    os.killpg(running.pid, signal.SIGINT)
    start = time.monotonic()
    _, err = running.communicate(timeout=20)
    assert (running.returncode, err) == (130, b"")
    assert time.monotonic() - start < 5


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_processes_end_with_the_parent(tmp_path: Path) -> None:
    draft = tmp_path / "ร่าง.md"
    draft.write_text(COMPLETE, encoding="utf-8")
    running: subprocess.Popen[bytes] = subprocess.Popen(
        command(*[draft] * 5000, "--jobs", 2), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert running.stdout
    running.stdout.read(1)
    running.kill()
    running.communicate(timeout=20)  # ends when no process holds the output any longer


def test_memory_does_not_grow_with_the_number_of_drafts(tmp_path: Path) -> None:
    """Of what every report writes of a draft, only a small row is kept: a kilobyte or so of some eighty."""
    draft = tmp_path / "ร่าง.md"
    draft.write_text(COMPLETE, encoding="utf-8")
    files = [f"-o={tmp_path / f'ผล.{ending}'}" for ending in ("txt", "html", "json", "sarif", "csv")]
    code = (
        "import resource, sys; from khumue.cli import main; main(sys.argv[1:]); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    used = []
    for count in (30, 200):
        arguments = ["check", *[str(draft)] * count, "--no-config", "--jobs", "1", *files, "--force"]
        done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=True)
        used.append(int(done.stderr))
    assert used[1] < used[0] * 1.15


@pytest.mark.skipif(sys.platform == "win32", reason="pipes that are waited for are POSIX")
@pytest.mark.parametrize("count", [1, 2])
def test_results_are_printed_as_they_come(drafts: list[Path], count: int) -> None:
    """The first report is out while the last files are not even read."""
    whole = drafts[0].read_bytes()
    waiting = [drafts[0]] * 200
    last = drafts[0].with_name("สุดท้าย.md")
    running = subprocess.Popen(
        command(*waiting, last, "--jobs", count), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert running.stdout
    first = running.stdout.read(1)
    last.write_bytes(whole)  # it is missing until now
    out = (first + running.communicate(timeout=60)[0]).decode()
    assert running.returncode == 0
    assert out.count(str(last)) == 1


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    counts: list[int] = []

    def instead(paths: list[Path], task: Task, count: int) -> Any:
        counts.append(count)
        return map(open_checker(task).check_file, paths)

    monkeypatch.setattr("khumue.jobs.check_in_processes", instead)
    monkeypatch.setattr(check_command, "_processors", lambda: 4)
    return counts


@pytest.mark.parametrize(
    ("files", "options", "processes"),
    [(15, [], []), (16, [], [4]), (2, ["--jobs", "0"], []), (3, ["--jobs", "8"], [3]), (16, ["--jobs", "1"], [])],
)
def test_processes_are_started_where_they_pay(
    monkeypatch: pytest.MonkeyPatch, drafts: list[Path], files: int, options: list[str], processes: list[int]
) -> None:
    counts = counted(monkeypatch)
    main(["check", *map(str, drafts[:files]), "--no-config", *options])
    assert counts == processes


def test_there_is_a_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 <= check_command._processors() <= (os.cpu_count() or 1)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert check_command._processors() == (os.cpu_count() or 1)


@pytest.mark.parametrize("count", ["-1", "x", "๒.๕"])
def test_a_number_of_jobs_that_is_none(capsys: pytest.CaptureFixture[str], count: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "x.md", f"--jobs={count}"])
    assert stopped.value.code == 2
    assert "--jobs" in capsys.readouterr().err


def test_a_vanished_folder_is_no_end(tmp_path: Path, drafts: list[Path]) -> None:
    other = tmp_path / "หายไป"
    other.mkdir()
    gone = Path(shutil.copy(drafts[0], other))
    shutil.rmtree(other)
    results = list(check_in_processes([gone, drafts[0]], TASK, 2))
    assert [type(each) for each in results] == [Failure, DraftReport]


def test_processes_that_died_idle_cost_no_file(drafts: list[Path]) -> None:
    team = jobs._Team(drafts, TASK)
    team.start(2)
    for worker in team._workers:
        worker.process.kill()
        worker.process.join()
    try:
        failed = [number for number, each in enumerate(team.results()) if isinstance(each, Failure)]
    finally:
        team.stop()
    assert failed == [3, 11]


def test_processes_may_be_started_anew(monkeypatch: pytest.MonkeyPatch, drafts: list[Path]) -> None:
    monkeypatch.setattr(jobs, "_CONTEXT", multiprocessing.get_context("spawn"))
    monkeypatch.setattr(jobs, "_FORKS", False)
    results = list(check_in_processes(drafts[:5], TASK, 2))
    assert [type(each) for each in results] == [DraftReport, DraftReport, DraftReport, Failure, DraftReport]


def test_a_process_answers_until_the_parent_is_gone(drafts: list[Path]) -> None:
    ours, theirs = multiprocessing.Pipe()
    unused = multiprocessing.Pipe()
    thread = threading.Thread(target=jobs._work, args=(theirs, TASK, unused))
    thread.start()
    ours.send((5, drafts[5]))
    number, result = ours.recv()
    assert (number, result.document.path) == (5, str(drafts[5]))
    ours.close()
    thread.join(timeout=20)
    assert not thread.is_alive()
    assert all(each.closed for each in unused)
    theirs.close()
