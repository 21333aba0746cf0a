"""Write the sample draft of an annual action plan that the handbook offers for download.

The office, its area, its numbers and its projects are fictional. Two faults are planted, of the kind that real drafts
have, so that a reader can try the checker on it:

1. The economic and social development plan is cited as "ฉบับที่ 12 (พ.ศ. 2560-2564)" throughout; in fiscal year 2570
   no. 13 (2566-2570) is in force.
2. The part on O-NET results holds only "(อยู่ระหว่างรวบรวมข้อมูล)" in place of its table.

Everything else is as the procedure asks. The file has the same bytes on every run.

    python tools/make_sample.py                       writes docs/assets/samples/แผนปฏิบัติการประจำปี-2570-ตัวอย่าง.docx
    python tools/make_sample.py --output FILE         writes the sample elsewhere
    python tools/make_sample.py --corrected FILE      writes the plan without the two faults
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sample.plan import plan_blocks
from sample.versions import CORRECTED, FAULTY
from sample.word_file import word_file

SAMPLE = Path(__file__).parents[1] / "docs/assets/samples/แผนปฏิบัติการประจำปี-2570-ตัวอย่าง.docx"


def main() -> None:
    """Write the version that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--output", type=Path, default=SAMPLE, metavar="FILE", help="where to write the sample")
    asked.add_argument("--corrected", type=Path, metavar="FILE", help="write the plan without the two faults here")
    options = parser.parse_args()
    path, version = (options.corrected, CORRECTED) if options.corrected else (options.output, FAULTY)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(word_file(plan_blocks(version)))
    print(path)


if __name__ == "__main__":
    main()
