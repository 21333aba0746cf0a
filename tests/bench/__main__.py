"""`make bench`: measure accuracy and speed, print one table, and write it into the handbook.

`--quick` takes a sample in about a minute and leaves the handbook alone; `--wrong` lists every case that was wrong.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from bench import accuracy, speed
from bench.accuracy_rows import Accuracy, measure_accuracy
from bench.publishing import confusion, machine, publish
from bench.rows import as_text
from bench.scoring import Score


def main() -> None:
    """Measure, print and publish."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--wrong", action="store_true")
    options.add_argument("--skip-speed", action="store_true")
    chosen = options.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder)
        measured = measure_accuracy(accuracy.Bench(own, accuracy.QUICK if chosen.quick else accuracy.FULL))
        timed = [] if chosen.skip_speed else list(speed.measure_speed(own, speed.QUICK if chosen.quick else speed.FULL))
    whole = _whole(measured)
    print(as_text([*measured.rows, *timed]))
    print("\n" + "\n".join("".join(f"{cell:>14}" for cell in line) for line in confusion(whole, "en")))
    print(f"\n{machine().en} {whole.drafts:,} drafts, {time.monotonic() - start:.0f} s.")
    if chosen.wrong:
        print(*measured.wrong, sep="\n")
    if not (chosen.quick or chosen.skip_speed):
        publish({"accuracy": measured.rows, "speed": timed}, whole)
    sys.stdout.flush()


def _whole(measured: Accuracy) -> Score:
    whole = Score()
    for scores in measured.scores.values():
        for each in scores.values():
            whole.add(each)
    return whole


if __name__ == "__main__":
    main()
