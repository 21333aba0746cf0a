"""`mkdocs serve` shows an edited data file in both languages, and stays when the data cannot be read."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from minimal_data import MINIMAL, add_procedure
from site_build import copy_project

PLAN = "procedures/office/plan/"
PATIENCE = 60  # seconds; the machine may be busy


@dataclass(frozen=True, kw_only=True)
class Served:
    """A small handbook that is served from `project`, whose data lie in `data`, and what the command says."""

    address: str
    project: Path
    data: Path
    log: Path

    def read(self, path: str) -> str:
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except URLError:
            return ""

    def edit(self, old: str, new: str) -> None:
        plan = self.data / "office/plan.yaml"
        text = plan.read_text(encoding="utf-8")
        assert old in text
        plan.write_text(text.replace(old, new, 1), encoding="utf-8")

    def shows(self, path: str, text: str) -> None:
        wait_for(lambda: text in self.read(path), f"{text} on {path}")

    def builds(self) -> int:
        return self.log.read_text(encoding="utf-8").count("Building documentation...")


def wait_for(happened: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, f"waited for: {what}"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project = tmp_path_factory.mktemp("served")
    copy_project(project)
    data = project / "own"
    shutil.copytree(MINIMAL, data)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    log = project / "log.txt"
    served = Served(address=f"http://{place}/", project=project, data=data, log=log)
    with log.open("w") as file:
        command = (sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place)
        environment = {**os.environ, "PROCEDURES": "own", "NO_MKDOCS_2_WARNING": "1"}
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=file, stderr=file)
        try:
            wait_for(lambda: served.read(PLAN) or server.poll() is not None, "the first build")
            assert server.poll() is None, log.read_text(encoding="utf-8")
            yield served
        finally:
            server.terminate()
            server.wait()


def test_an_edited_title_shows_in_both_languages_on_every_page_that_has_it(served: Served) -> None:
    served.edit("th: รวบรวมข้อมูล, en: Collect data", "th: เก็บสถิติ, en: Gather figures")
    served.shows(PLAN, "เก็บสถิติ")
    served.shows(f"en/{PLAN}", "Gather figures")
    assert "Collect data" not in served.read(f"en/{PLAN}")
    served.edit("en: Preparing the annual action plan", "en: Planning the year")
    served.shows("en/procedures/", "Planning the year")
    assert re.search(r"<nav.*Planning the year.*</nav>", served.read("en/documents/"), re.DOTALL)
    assert served.builds() == 1


def test_invalid_data_is_told_once_and_the_pages_stay_until_it_is_mended(served: Served) -> None:
    before = served.read(PLAN)
    served.edit("by: director", "by: directr")
    wait_for(lambda: "directr" in served.log.read_text(encoding="utf-8"), "the fault")
    (said,) = (line for line in served.log.read_text(encoding="utf-8").splitlines() if "directr" in line)
    assert re.search(r"own/office/plan\.yaml:\d+: steps\[2\]\.by: .*director", said)
    assert "Traceback" not in served.log.read_text(encoding="utf-8")
    assert without_time(served.read(PLAN)) == without_time(before)
    served.edit("by: directr", "by: director")
    served.edit("th: ยกร่างแผน", "th: เขียนร่างแผน")
    served.shows(PLAN, "เขียนร่างแผน")


def test_pages_that_come_and_texts_that_are_no_data_are_shown_too(served: Served) -> None:
    add_procedure(served.data, "second", number="4")
    served.shows("en/procedures/office/second/", "Draft the plan")
    about = served.project / "docs/en/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n\nA word of our own.\n", encoding="utf-8")
    served.shows("en/about/", "A word of our own.")


def without_time(page: str) -> str:
    """A page without what the server adds for reloading it."""
    return re.sub(r"livereload\(.*\)", "", page)
