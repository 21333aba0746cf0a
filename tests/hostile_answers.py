"""What the command says of files and what it takes, asked from a small process: a child counts its parent's memory.

python tests/hostile_answers.py FOLDER    asks of every file in a folder, two at a time, and prints the answers as JSON
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

CHECK = (sys.executable, "-m", "khumue", "check", "--procedure", "angthong/annual-action-plan", "--lang", "en")


def ask(files: Sequence[Path], form: str) -> dict[str, Any]:
    """Run the command and measure it."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [*CHECK, "--format", form, *map(os.fspath, files)],
            stdout=out,
            stderr=err,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": "lib"},
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said = [(file.seek(0), file.read().decode("utf-8", "replace"))[1] for file in (out, err)]
    return {
        "status": process.returncode,
        "out": said[0],
        "err": said[1],
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000),
    }


def main() -> None:
    """Ask of every file."""
    files = sorted(Path(sys.argv[1]).iterdir())
    with ThreadPoolExecutor(2) as threads:
        answers = threads.map(lambda file: ask([file], "json"), files)
        print(json.dumps(dict(zip([file.name for file in files], answers, strict=True))))  # noqa: T201


if __name__ == "__main__":
    main()
