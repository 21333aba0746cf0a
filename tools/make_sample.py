"""Write the sample draft that the handbook offers for download, and the three drafts of its worked example.

The office, its area, its numbers and its projects are fictional. In the sample two faults are planted, of the kind that
real drafts have, so that a reader can try the checker on it:

1. The economic and social development plan is cited as "ฉบับที่ 12 (พ.ศ. 2560-2564)" throughout; in fiscal year 2570
   no. 13 (2566-2570) is in force.
2. The part on O-NET results holds only "(อยู่ระหว่างรวบรวมข้อมูล)" in place of its table.

Everything else is as the procedure asks. The drafts of the worked example are the same plan in the handbook's form:
blank, half written with the faults that `sample/stages.yaml` lists, and complete. The files have the same bytes on
every run.

    python tools/make_sample.py                       writes all of them into docs/assets/samples/
    python tools/make_sample.py --output FILE         writes the sample elsewhere
    python tools/make_sample.py --corrected FILE      writes the plan without the two faults
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from sample.plan import plan_blocks
from sample.stages import stages
from sample.versions import CORRECTED, FAULTY, Version
from sample.word_file import word_file

SAMPLES = Path(__file__).parents[1] / "docs/assets/samples"
SAMPLE = SAMPLES / "แผนปฏิบัติการประจำปี-2570-ตัวอย่าง.docx"
STAGES = {
    stage: SAMPLES / f"stages/แผนปฏิบัติการประจำปี-2570-ร่างที่-{name}.docx"
    for stage, name in {"blank": "1-แบบเปล่า", "half": "2-ครึ่งทาง", "complete": "3-ครบถ้วน"}.items()
}
"""The drafts of the worked example; their names sort in the order of its story."""


def main() -> None:
    """Write the versions that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--output", type=Path, metavar="FILE", help="write the sample here")
    asked.add_argument("--corrected", type=Path, metavar="FILE", help="write the plan without the two faults here")
    for path, data in _files(parser.parse_args()):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(path)


def _files(asked: argparse.Namespace) -> Iterator[tuple[Path, bytes]]:
    if asked.corrected:
        yield asked.corrected, _plan(CORRECTED)
    elif asked.output:
        yield asked.output, _plan(FAULTY)
    else:
        yield SAMPLE, _plan(FAULTY)
        yield from ((STAGES[stage], data) for stage, data in stages().items())


def _plan(version: Version) -> bytes:
    return word_file(plan_blocks(version))


if __name__ == "__main__":
    main()
