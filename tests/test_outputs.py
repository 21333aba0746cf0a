"""Files that a check writes: whole or not there, and never over something unasked."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from drafts import COMPLETE
from khumue.cli import main
from khumue.interrupts import Interrupts
from khumue.problems import CommandError
from khumue.reports.json import JsonReport
from khumue.writing import new_file

NAME = "ผล การตรวจ.json"


LIB = Path(__file__).parents[1] / "lib"


def command(*arguments: object, **streams: Any) -> subprocess.CompletedProcess[str]:
    """A check in a process of its own."""
    said = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **streams}
    return subprocess.run(
        [sys.executable, "-m", "khumue", "check", "--no-config", *map(str, arguments)], text=True, check=False, **said
    )


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "ร่าง แผน.md"
    path.write_text(COMPLETE, encoding="utf-8")
    return path


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main(["check", "--no-config", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_a_report_is_written_beside_what_is_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path
) -> None:
    target, second = tmp_path / NAME, tmp_path / "ผล.TXT"
    status, out, err = run(capsys, draft, "-o", target, "--output", second)
    assert (status, err) == (0, "")
    assert second.read_text(encoding="utf-8") == out
    assert json.loads(target.read_text(encoding="utf-8"))["drafts"][0]["document"]["path"] == str(draft)
    assert left(tmp_path) == sorted([draft.name, NAME, second.name])


def test_what_is_there_is_replaced_only_when_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path
) -> None:
    target = tmp_path / NAME
    target.write_text("ของเดิม", encoding="utf-8")
    for language, said in (("th", "--force"), ("en", "There is a file")):
        status, out, err = run(capsys, draft, "-o", target, "--lang", language)
        assert (status, out) == (2, "")
        assert said in err
        assert str(target) in err
        assert target.read_text(encoding="utf-8") == "ของเดิม"
    assert run(capsys, draft, "-o", target, "--force")[0] == 0
    assert json.loads(target.read_text(encoding="utf-8"))["failures"] == []


def test_a_link_stays_a_link(capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path) -> None:
    (tmp_path / "จริง.json").write_text("ของเดิม", encoding="utf-8")
    link = tmp_path / NAME
    link.symlink_to("จริง.json")
    assert run(capsys, draft, "-o", link, "--force")[0] == 0
    assert link.is_symlink()
    assert "drafts" in json.loads((tmp_path / "จริง.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("ไม่มี/ผล.json", "ไม่มีโฟลเดอร์"),
        ("ร่าง แผน.md/ผล.json", "ไม่มีโฟลเดอร์"),
        ("โฟลเดอร์.json", "เป็นโฟลเดอร์ ไม่ใช่แฟ้ม"),
        ("ท่อ.json", "เป็นท่อหรืออุปกรณ์"),
        ("ผล.doc", "ใช้นามสกุลใดนามสกุลหนึ่ง: .txt .html .json"),
        ("ผล", "ใช้นามสกุลใดนามสกุลหนึ่ง"),
        ("ก" * 90 + ".json", "ยาวเกินไป"),
    ],
)
def test_what_cannot_be_written_is_told_before_the_check(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path, target: str, said: str, force: list[str]
) -> None:
    (tmp_path / "โฟลเดอร์.json").mkdir()
    os.mkfifo(tmp_path / "ท่อ.json")
    before = left(tmp_path)
    status, out, err = run(capsys, draft, "-o", tmp_path / target, *force)
    assert (status, out) == (2, "")
    assert said in err
    assert target in err
    assert len(err.splitlines()) == 1
    assert left(tmp_path) == before


def test_a_draft_is_never_written_over(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    draft = tmp_path / "ร่าง.txt"
    draft.write_text(COMPLETE, encoding="utf-8")
    (tmp_path / "อีกชื่อ.txt").symlink_to(draft)
    for target in (draft, tmp_path / "อีกชื่อ.txt", tmp_path / "." / "ร่าง.txt"):
        status, _, err = run(capsys, tmp_path, "-o", target, "--force")
        assert status == 2
        assert "จะไม่ถูกเขียนทับ" in err
    assert draft.read_text(encoding="utf-8") == COMPLETE


@pytest.mark.skipif(sys.platform == "win32", reason="standard input is a file here")
def test_the_other_name_of_a_draft_is_not_written_over(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path
) -> None:
    linked = tmp_path / "ชื่อที่สอง.txt"
    os.link(draft, linked)
    assert run(capsys, draft, "-o", linked, "--force")[0] == 2
    with draft.open("rb") as given:
        done = command("-", "-o", linked, "--force", stdin=given)
    assert done.returncode == 2
    assert "จะไม่ถูกเขียนทับ" in done.stderr
    assert linked.read_text(encoding="utf-8") == COMPLETE


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_who_may_read_an_older_file_may_read_the_new_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path
) -> None:
    target = tmp_path / NAME
    target.write_text("ของเดิม", encoding="utf-8")
    target.chmod(0o600)
    assert run(capsys, draft, "-o", target, "--force")[0] == 0
    assert target.stat().st_mode & 0o777 == 0o600
    before = os.umask(0o027)
    try:
        run(capsys, draft, "-o", tmp_path / "ใหม่.json")
    finally:
        os.umask(before)
    assert (tmp_path / "ใหม่.json").stat().st_mode & 0o777 == 0o640


def test_one_file_for_two_reports(capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path) -> None:
    status, _, err = run(capsys, draft, "-o", tmp_path / NAME, "-o", tmp_path / "." / NAME)
    assert status == 2
    assert "สองครั้ง" in err
    assert left(tmp_path) == [draft.name]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path) -> None:
    closed = tmp_path / "ปิด"
    closed.mkdir(mode=0o500)
    status, _, err = run(capsys, draft, "-o", closed / NAME)
    assert status == 2
    assert "ไม่มีสิทธิ์เขียน" in err


@pytest.mark.parametrize("problem", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_a_file_that_another_program_has_open(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, problem: OSError
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise problem

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CommandError) as caught, new_file(tmp_path / NAME, force=False) as stream:
        stream.write(b"x")
    assert "ปิดแฟ้มในโปรแกรมนั้นก่อน" in caught.value.text.th
    assert left(tmp_path) == []


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
from khumue.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_disk_without_room(tmp_path: Path, draft: Path) -> None:
    arguments = ["check", "--no-config", *[str(draft)] * 8, "-o", str(tmp_path / NAME)]
    done = subprocess.run([sys.executable, "-c", LIMITED, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "ดิสก์หรือโควตาเต็ม" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert left(tmp_path) == [draft.name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_output_that_cannot_be_printed(draft: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "khumue", "check", "--no-config", draft],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_what_cannot_be_printed_does_not_cost_the_files(tmp_path: Path, draft: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = command(*[draft] * 9, "-o", tmp_path / NAME, stdout=full)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert len(json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["drafts"]) == 9


@pytest.mark.skipif(sys.platform == "win32", reason="streams of POSIX")
@pytest.mark.parametrize(
    ("ending", "status"), [(">&-", 0), (">&- 2>&- <&-", 0), ("ไม่มี.md 2>&-", 2), ("ไม่มี.md 2>/dev/full", 2)]
)
def test_streams_that_are_closed_or_full(tmp_path: Path, draft: Path, ending: str, status: int) -> None:
    called = [sys.executable, "-m", "khumue", "check", "--no-config", "-o", str(tmp_path / NAME), str(draft)]
    environment = {**os.environ, "PYTHONPATH": str(LIB)}
    done = subprocess.run(
        ["sh", "-c", f'"$@" {ending}', "sh", *called], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (status, b"")
    assert json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["format"] == "khumue-report/1"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that is in use")
def test_a_current_folder_that_is_gone(tmp_path: Path, draft: Path) -> None:
    gone = tmp_path / "หายไป"
    for arguments in (["check", str(draft), "-o", "ผล.json"], ["template", "project", "-o", "ผล.md"]):
        gone.mkdir()
        called = [sys.executable, "-m", "khumue", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(LIB)}
        script = 'cd "$0" && rmdir "$0" && exec "$@"'
        done = subprocess.run(["sh", "-c", script, gone, *called], capture_output=True, env=environment, check=False)
        assert done.returncode == 2
        assert done.stderr.decode().startswith("ไม่มีโฟลเดอร์ปัจจุบันแล้ว")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_that_would_steer_the_terminal(tmp_path: Path) -> None:
    hostile = tmp_path / "ร่าง\x1b[31m\nkhumue: ผ่าน\u202e.docx"
    hostile.write_bytes(b"PK\x03\x04")
    for arguments in (
        [hostile, "--quiet"],
        [tmp_path, "--annotate", f"{tmp_path}/"],
        [hostile, "-o", tmp_path / "x" / NAME],
    ):
        done = command(*arguments)
        assert done.returncode == 2
        assert not set("\x1b\u202e") & set(done.stdout + done.stderr)
        assert len(done.stderr.splitlines()) <= 1
    assert "\nkhumue: ผ่าน" not in done.stdout


def test_a_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / NAME
    with new_file(target, force=False) as stream:
        stream.write(b"x" * 100_000)
        assert not target.exists()
    assert target.stat().st_size == 100_000
    with pytest.raises(ValueError, match="xx"), new_file(tmp_path / "ข.json", force=False) as stream:
        stream.write(int("xx").to_bytes())
    with pytest.raises(CommandError), new_file(tmp_path / "ค.json", force=False) as stream:
        (tmp_path / "ค.json").write_text("ของคนอื่น", encoding="utf-8")
    assert (tmp_path / "ค.json").read_text(encoding="utf-8") == "ของคนอื่น"
    assert left(tmp_path) == sorted([NAME, "ค.json"])


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("sign", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("count", [1, 2])
def test_what_is_done_when_a_run_is_ended_is_kept(tmp_path: Path, draft: Path, count: int, sign: str) -> None:
    target = tmp_path / NAME
    running: subprocess.Popen[bytes] = subprocess.Popen(
        [sys.executable, "-m", "khumue", "check", "--no-config", *[draft] * 5000, "-o", target, "--jobs", str(count)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        bufsize=0,
    )
    assert running.stdout
    first = running.stdout.read(20_000)  # it is at work
    os.killpg(running.pid, signal.Signals[sign])
    start = time.monotonic()
    out, err = running.communicate(timeout=20)
    assert (running.returncode, err) == (130, b"")
    assert time.monotonic() - start < 5
    report = json.loads(target.read_text(encoding="utf-8"))
    assert 0 < report["unchecked"] < 5000
    assert len(report["drafts"]) == 5000 - report["unchecked"]
    assert f"อีก {report['unchecked']} แฟ้ม" in (first + out).decode(errors="replace")
    assert left(tmp_path) == sorted([draft.name, NAME])


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("ended", [1, 3])
def test_a_request_to_end_while_results_are_put_in_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path, ended: int
) -> None:
    finish = JsonReport.end

    def end(self: JsonReport, unchecked: int = 0) -> None:
        for _ in range(ended):
            signal.raise_signal(signal.SIGTERM)
        finish(self, unchecked)

    monkeypatch.setattr(JsonReport, "end", end)
    before = signal.getsignal(signal.SIGTERM)
    assert run(capsys, draft, "-o", tmp_path / NAME)[0] == 0
    assert json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["unchecked"] == 0
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_signals_that_are_ignored_stay_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        with Interrupts() as interrupts, interrupts.held_back():
            signal.raise_signal(signal.SIGHUP)
        with pytest.raises(KeyboardInterrupt), Interrupts() as interrupts, interrupts.held_back():
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_reader_who_has_seen_enough_does_not_cost_the_file(tmp_path: Path, draft: Path) -> None:
    target = tmp_path / NAME
    running: subprocess.Popen[bytes] = subprocess.Popen(
        [sys.executable, "-m", "khumue", "check", "--no-config", *[draft] * 100, "-o", target],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert running.stdout
    running.stdout.read(1)
    running.stdout.close()
    assert running.wait(timeout=20) == 0
    assert len(json.loads(target.read_text(encoding="utf-8"))["drafts"]) == 100


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
@pytest.mark.parametrize("ending", [".txt", ".json", ".sarif"])
def test_a_draft_whose_name_is_no_text(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, draft: Path, ending: str
) -> None:
    draft.rename(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md"))
    target = tmp_path / f"ผล{ending}"
    status, _, err = run(capsys, tmp_path, "-o", target, "--quiet")
    assert (status, err) == (0, "")
    assert ".md" in target.read_text(encoding="utf-8")
