"""How fast checks are, as ratios to peers in the same run."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import peers
from bench.long_drafts import headings, long_draft
from bench.outputs import measure_outputs
from bench.printing import by_libreoffice
from bench.rows import Row
from bench.timing import milliseconds
from khumue.vocabulary import Text

_OURS, _BARE = "khumue", "python"
_PAGES, _MANY_PAGES = 10, 150
_PRINTED_PAGES = 240  # LibreOffice prints so many on 150 sheets
_WITHOUT = "กลยุทธ์"


@dataclass(frozen=True)
class Size:
    """`runs` of single files, `batch_runs` of batches of `files` files."""

    runs: int
    batch_runs: int
    files: int


FULL, QUICK = Size(9, 3, 1_000), Size(3, 1, 100)


def measure_speed(folder: Path, size: Size) -> Iterator[Row]:
    """Rows for the table, files made in the folder."""
    yield from _word(folder, _PAGES, 60, size)
    yield from _word(folder, _MANY_PAGES, 180, size)
    yield from _pdf(folder, size)
    yield from _markdown(folder, size)
    yield from _batch(folder, size)
    yield from measure_outputs(folder, size.files // 5, size.batch_runs)


def _word(folder: Path, pages: int, limit: int, size: Size) -> Iterator[Row]:
    file = long_draft(folder, "docx", pages)
    times = _times({_OURS: peers.checking(file), **peers.reading_docx(file)}, size.runs)
    what = Text(th=f"ตรวจ docx {pages} หน้า ทั้งกระบวนการ", en=f"Check of a {pages}-page docx, whole process")
    yield _time(what, times, size.runs, limit)
    yield from _ratios(times, {"markitdown": 6.0})


def _pdf(folder: Path, size: Size) -> Iterator[Row]:
    source = long_draft(folder, "docx", _PRINTED_PAGES)
    printed = by_libreoffice([source]).get(source)
    what = Text(th=f"ตรวจ PDF {_MANY_PAGES} หน้า ทั้งกระบวนการ", en=f"Check of a {_MANY_PAGES}-page PDF, whole process")
    commands = {_OURS: peers.checking(printed), **peers.reading_pdf(printed)} if printed else {}
    times = _times(commands, size.runs)
    yield _time(what, times, size.runs, 700)
    yield from _ratios(times, {})


def _markdown(folder: Path, size: Size) -> Iterator[Row]:
    """One plan in ten lacks a part."""
    plans = folder / "plans"
    plans.mkdir(exist_ok=True)
    for number in range(size.files):
        long_draft(plans, "md", _PAGES, number=number, without="" if number % 10 else _WITHOUT)
    commands = {_OURS: peers.checking(*sorted(plans.iterdir()))}
    if peers.BIN.exists():
        commands |= peers.linting_markdown(plans, headings(_PAGES))
    times = _times(commands, size.batch_runs)
    what = Text(th=f"ตรวจแผน Markdown {size.files:,} ฉบับ", en=f"Check of {size.files:,} Markdown plans")
    yield _time(what, times, size.batch_runs, None)
    yield from _ratios(times, {"compliance-trestle": 1.0, "rumdl": 1 / 8})


def _batch(folder: Path, size: Size) -> Iterator[Row]:
    files = [long_draft(folder, "docx", _PAGES, number=number) for number in range(size.files)]
    jobs = ("--jobs", "2") if _offers("--jobs") else ()
    times = _times({_OURS: peers.checking(*files, options=jobs)}, size.batch_runs)
    rate = size.files / times[_OURS] * 1000
    processes = Text(th="สองกระบวนการ", en="two processes") if jobs else Text(th="หนึ่งกระบวนการ", en="one process")
    what = Text(
        th=f"docx {_PAGES} หน้า {size.files:,} ฉบับ {processes.th} ต่อวินาที",
        en=f"{size.files:,} {_PAGES}-page docx, {processes.en}, a second",
    )
    yield Row(what=what, of=str(size.batch_runs), measured=f"{rate:.0f}", target="≥ 200", met=rate >= 200)


def _times(commands: Mapping[str, peers.Command], runs: int) -> dict[str, float]:
    """The time of each command, and of a bare start of Python in the same runs."""
    return milliseconds({**commands, _BARE: peers.bare()}, runs)


def _offers(option: str) -> bool:
    shown = subprocess.run([*peers.checking()[:2], "--help"], capture_output=True, text=True, check=False)
    return option in shown.stdout


def _time(what: Text, times: Mapping[str, float], runs: int, limit: int | None) -> Row:
    """Our own time, also as a multiple of a bare start of Python, for a busy machine slows both."""
    if _OURS not in times:
        return Row(what=what, measured="")
    taken, bare = times[_OURS], times[_BARE]
    met = None if limit is None else taken <= limit
    target = "" if limit is None else f"≤ {limit} ms"
    return Row(
        what=what, of=str(runs), measured=f"{taken:.0f} ms = {taken / bare:.1f} × python", target=target, met=met
    )


def _ratios(times: Mapping[str, float], targets: Mapping[str, float]) -> Iterator[Row]:
    """Each peer's time as a multiple of ours."""
    for name, taken in times.items():
        if name in {_OURS, _BARE} or _OURS not in times:
            continue
        ratio = taken / times[_OURS]
        least = targets.get(name)
        yield Row(
            what=Text(th=f"— {name} ใช้เวลาเป็นกี่เท่าของเรา", en=f"— time of {name} as a multiple of ours"),
            measured=f"{ratio:.2f} ({taken:.0f} ms)",
            target="" if least is None else f"≥ {least:g}",
            met=None if least is None else ratio >= least,
        )
