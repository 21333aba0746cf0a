"""What each output costs: processor time of a check that writes it, as a multiple of the check that writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench import peers
from bench.long_drafts import long_draft
from bench.rows import Row
from bench.timing import milliseconds, processor_time
from khumue.vocabulary import Text

_PAGES = 10
_ALONE, _ALL = "--quiet", "all"
_PRINTED = "text"
_WRITTEN = {
    "-o .txt": ("-o", "report.txt"),
    "-o .html": ("-o", "report.html"),
    "-o .json": ("-o", "report.json"),
    "-o .sarif": ("-o", "report.sarif"),
    "-o .csv": ("-o", "report.csv"),
    "--matrix .xlsx": ("--matrix", "matrix.xlsx"),
    "--annotate": ("--annotate", "checked/"),
}


def measure_outputs(folder: Path, files: int, runs: int) -> Iterator[Row]:
    """A row for each output, of so many ten-page drafts of Word in one process."""
    drafts = [long_draft(folder, "docx", _PAGES, number=number) for number in range(files)]
    options: dict[str, tuple[str, ...]] = {
        name: (option, f"{folder}/{target}") for name, (option, target) in _WRITTEN.items()
    }
    options[_ALL] = tuple(each for pair in options.values() for each in pair)
    alone = ("--jobs", "1", "--no-config")
    commands = {
        _ALONE: peers.checking(*drafts, options=(*alone, "--quiet")),
        _PRINTED: peers.checking(*drafts, options=alone),
        **{
            name: peers.checking(*drafts, options=(*alone, "--quiet", "--force", *own)) for name, own in options.items()
        },
    }
    times = milliseconds(commands, runs, processor_time)
    if _ALONE not in times:
        return
    base = times.pop(_ALONE)
    for name, taken in times.items():
        yield Row(what=_what(name, files), of=str(runs), measured=f"{taken / base:.2f} ({taken:.0f} ms)")


def _what(name: str, files: int) -> Text:
    said = {
        _PRINTED: Text(th="พิมพ์รายงานข้อความ", en="text report, printed"),
        _ALL: Text(th="ผลลัพธ์ทุกแบบพร้อมกัน", en="every output at once"),
    }.get(name, Text(th=name, en=name))
    return Text(
        th=f"docx {_PAGES} หน้า {files:,} ฉบับ: {said.th} เวลาประมวลผลเป็นกี่เท่าของการตรวจอย่างเดียว",
        en=f"{files:,} {_PAGES}-page docx: {said.en}, processor time as a multiple of the check alone",
    )
