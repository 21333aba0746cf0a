"""How long a check takes, process start included, as ratios to a bare Python start in the same run: `make bench`.

Peers, where they are installed: python-docx only opening and reading the same file.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from docxfiles import heading, paragraph, table, write_docx

RUNS = 15
SENTENCE = "สำนักงานเขตพื้นที่การศึกษาส่งเสริมให้สถานศึกษาทุกแห่งพัฒนาคุณภาพผู้เรียนอย่างต่อเนื่องและรายงานผลทุกไตรมาส "
CITING = "ทั้งนี้ เป็นไปตามแผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566-2570)"
PARTS = ("ข้อมูลทั่วไป", "วิสัยทัศน์", "พันธกิจ", "เป้าประสงค์", "กลยุทธ์", "โครงการ/กิจกรรม", "งบประมาณ", "ภาคผนวก")
READ = "import sys, docx; [p.text for p in docx.Document(sys.argv[1]).paragraphs]"


def draft(path: Path, pages: int) -> Path:
    """A draft of pages with about 900 characters of text, a citation, two headings and a table."""
    body = [paragraph("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570")]
    for page in range(pages):
        for half in range(2):
            body.append(heading(f"{page + 1}.{half + 1} {PARTS[(2 * page + half) % len(PARTS)]}", 2))
            body += [paragraph(SENTENCE * 2)] * 2
        body.append(paragraph(CITING))
        body.append(table(["ที่", "โครงการ", "งบประมาณ"], ["1", "อ่านออกเขียนได้", "50,000"]))
    return write_docx(path, *body)


def milliseconds(*command: str) -> float:
    """The shortest of several runs: the others waited for something else."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = draft(Path(folder, "แผน-10.docx"), 10), draft(Path(folder, "แผน-150.docx"), 150)
        check = ("-m", "khumue", "check", "--procedure", "angthong/annual-action-plan")
        rows = {
            "python -c pass": milliseconds("-c", "pass"),
            "check, 10 pages": milliseconds(*check, str(short)),
            "check, 150 pages": milliseconds(*check, str(long)),
            "python-docx reads 10 pages": milliseconds("-c", READ, str(short)),
            "python-docx reads 150 pages": milliseconds("-c", READ, str(long)),
        }
    bare = rows["python -c pass"]
    for name, taken in rows.items():
        print(f"{name:30} {taken:7.1f} ms   {taken / bare:5.1f} x a bare start")


if __name__ == "__main__":
    main()
