"""The measurements in the handbook: tables between marks, in both languages, with the date and the machine."""

from __future__ import annotations

import os
import platform
import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.rows import Row, as_markdown, grid_as_markdown
from bench.scoring import Score
from khumue.thai import buddhist_year
from khumue.vocabulary import Language, Text

DOCS = Path(__file__).parents[2] / "docs"
_LANGUAGES: tuple[Language, ...] = ("th", "en")
STATUSES = ("present", "empty", "placeholder", "toc-only", "missing", "unread")
_STATUS_WORDS = {
    "present": Text(th="มี", en="present"),
    "empty": Text(th="ว่าง", en="empty"),
    "placeholder": Text(th="มีแต่ที่ว่างให้เติม", en="placeholder"),
    "toc-only": Text(th="มีแต่ในสารบัญ", en="contents only"),
    "missing": Text(th="ไม่มี", en="missing"),
    "unread": Text(th="อ่านไม่ได้", en="not read"),
}
_CORNER = Text(th="ที่เป็นจริง \\ ที่ตรวจได้", en="Is \\ found")


def machine() -> Text:
    """The day, the processor, the number of cores, the system and Python."""
    today = time.localtime()
    day = f"{today.tm_mday:02}/{today.tm_mon:02}"
    system = f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    thai = system.replace(" cores", " แกน")
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return Text(
        th=f"วัดเมื่อ {day}/{buddhist_year(today.tm_year)} บนเครื่อง {thai} ภาระของเครื่องขณะวัด {load}",
        en=f"Measured on {today.tm_year}-{today.tm_mon:02}-{today.tm_mday:02} on {system}; load of the machine {load}.",
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    return named[1] if named else platform.machine()


def confusion(score: Score, language: Language) -> list[list[str]]:
    """The statuses that sections have against those found."""
    columns = [status for status in STATUSES if status != "unread" or any(s == status for _, s in score.sections)]
    head = [_CORNER[language], *(_STATUS_WORDS[each][language] for each in columns)]
    rows = [
        [_STATUS_WORDS[have][language], *(f"{score.sections[have, found]:,}" for found in columns)]
        for have in STATUSES[:-1]
    ]
    return [head, *rows]


def publish(tables: Mapping[str, Sequence[Row]], score: Score, docs: Path = DOCS) -> None:
    """Write the tables into the pages of both languages, between `<!-- NAME -->` and `<!-- /NAME -->`."""
    about = machine()
    for language in _LANGUAGES:
        fill({"machine": about[language], "confusion": grid_as_markdown(confusion(score, language))}, language, docs)
    publish_tables(tables, docs)


def publish_tables(tables: Mapping[str, Sequence[Row]], docs: Path = DOCS) -> None:
    """Write only these tables."""
    for language in _LANGUAGES:
        fill({name: as_markdown(rows, language) for name, rows in tables.items()}, language, docs)


def fill(written: Mapping[str, str], language: Language, docs: Path = DOCS) -> None:
    """Write texts into the page of one language, each between the marks of its name."""
    page = docs / language / "measurements.md"
    page.write_text(_filled(page.read_text(encoding="utf-8"), written), encoding="utf-8")


def _filled(text: str, written: Mapping[str, str]) -> str:
    for name, table in written.items():
        before, mark, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        text = f"{before}{mark}\n{table}\n\n{end}{after}"
    return text
