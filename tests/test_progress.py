"""The progress: there while one waits, gone when something is told."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from khumue.finding import Failure, Result
from khumue.progress import followed
from khumue.vocabulary import Text
from terminals import run_in_terminal, seen, without_styles

CASES = Path(__file__).parent / "cases"
# The command with little patience, so that a test need not wait.
PROGRAM = """
import sys
from khumue import progress
progress._PATIENCE, progress._LARGE = {patience}
progress._BEAT = 0.01
from khumue.cli import main
sys.exit(main(sys.argv[1:]))
"""
EAGER, PATIENT = PROGRAM.format(patience=(0, 0)), PROGRAM.format(patience=(60, 10**9))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")


@pytest.fixture
def drafts(tmp_path: Path) -> list[Path]:
    """Drafts under names that a terminal must not take for markup."""
    folder = tmp_path / "ร่าง แผน"
    folder.mkdir()
    faulty = CASES / "references-wrong-outdated-missing" / "draft.md"
    return [Path(shutil.copy(faulty, folder / f"[red]แผน ที่ {number}.md")) for number in range(1, 25)]


def printed(program: str, arguments: Sequence[object]) -> str:
    """What goes into a pipe where there is no terminal at all."""
    import subprocess

    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("jobs", [1, 2])
def test_several_drafts_have_a_bar_that_leaves_the_report_alone(drafts: list[Path], jobs: int) -> None:
    arguments = ["check", "--no-config", "--jobs", jobs, *drafts]
    status, received, _ = run_in_terminal(EAGER, arguments)
    assert status == 1
    assert "กำลังตรวจ" in received
    assert "/24" in received
    assert "\x1b[?25h" in received  # the cursor is there again
    assert received.rindex("\x1b[?25h") > received.rindex("\x1b[?25l")
    plain = printed(EAGER, arguments)
    assert seen(received).rstrip().replace(" ", "") == seen(plain.replace("\n", "\r\n")).rstrip().replace(" ", "")


def test_the_bar_shows_where_the_report_goes_into_a_pipe(drafts: list[Path]) -> None:
    arguments = ["check", "--no-config", "--jobs", 1, *drafts]
    _, received, out = run_in_terminal(EAGER, arguments, piped=True)
    assert out == printed(EAGER, arguments)
    assert "กำลังตรวจ" in received
    assert "[red]แผน ที่ " in without_styles(received)
    assert seen(received).strip() == ""


def test_one_slow_draft_is_named(drafts: list[Path]) -> None:
    _, received, _ = run_in_terminal(EAGER, ["check", "--no-config", drafts[0]], piped=True)
    assert "กำลังตรวจ [red]แผน ที่ 1.md" in without_styles(received)
    assert seen(received).strip() == ""


@pytest.mark.parametrize(
    ("program", "options", "term"),
    [(PATIENT, [], "xterm"), (EAGER, ["--quiet"], "xterm"), (EAGER, [], "dumb")],
    ids=["quick", "quiet", "dumb"],
)
def test_there_is_no_progress_to_see(drafts: list[Path], program: str, options: list[str], term: str) -> None:
    _, received, out = run_in_terminal(program, ["check", *options, *drafts], piped=True, term=term)
    assert received == ""
    assert bool(out) != ("--quiet" in options)


def test_a_bar_fits_a_narrow_terminal(drafts: list[Path]) -> None:
    long = drafts[0].with_name(f"{'แผนปฏิบัติการ' * 5}.md")
    drafts[0].rename(long)
    _, received, _ = run_in_terminal(EAGER, ["check", "--no-config", long, *drafts[1:]], columns=50, piped=True)
    assert "…" in received
    assert seen(received).strip() == ""


def test_results_are_handed_on(capsys: pytest.CaptureFixture[str]) -> None:
    class Kept:
        def __init__(self) -> None:
            self.results: list[Result] = []
            self.unchecked = 0

        def add(self, result: Result) -> None:
            self.results.append(result)

        def end(self, unchecked: int = 0) -> None:
            self.unchecked = unchecked

    kept, also = Kept(), Kept()
    failure = Failure(path="ก.md", message=Text(th="ก", en="a"), fix=Text(th="ข", en="b"))
    with followed([kept, also], [Path("ก.md"), Path("ข.md")], "กำลังตรวจ", slow=False) as writer:
        writer.add(failure)
        writer.end(1)
    assert kept.results == also.results == [failure]
    assert kept.unchecked == also.unchecked == 1
    assert capsys.readouterr() == ("", "")


def test_a_person_is_told_what_was_written(drafts: list[Path], tmp_path: Path) -> None:
    report, matrix = tmp_path / "ผล.html", tmp_path / "ผล.csv"
    arguments = ["check", "--no-config", drafts[0], "-o", report, "--matrix", matrix, "--force"]
    _, received, _ = run_in_terminal(PATIENT, arguments, columns=400, piped=True)
    assert received.strip() == f"เขียนแล้ว: {report}, {matrix}"
    assert run_in_terminal(PATIENT, [*arguments, "--quiet"], piped=True)[1] == ""
    broken = tmp_path / "เสีย.docx"
    broken.write_bytes(b"PK")
    _, received, _ = run_in_terminal(PATIENT, ["check", broken, "--annotate", tmp_path / "ใหม่.docx"], piped=True)
    assert "เขียนแล้ว" not in received
