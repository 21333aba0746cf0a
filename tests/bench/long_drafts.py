"""Drafts of many pages, for measuring time: every page has two parts, a citation and a table."""

from __future__ import annotations

from pathlib import Path

from bench import words
from bench.pieces import Draft, Piece
from bench.writers import write

PROCEDURE = "angthong/annual-action-plan"
_PARTS = ("ข้อมูลทั่วไป", "วิสัยทัศน์", "พันธกิจ", "เป้าประสงค์", "กลยุทธ์", "โครงการ/กิจกรรม", "งบประมาณ", "การติดตามและประเมินผล")
_CITATION = "ทั้งนี้ เป็นไปตามแผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566-2570)"
_PROJECT = (("ที่", "โครงการ", "งบประมาณ"), ("1", "อ่านออกเขียนได้", "50,000"))


def long_draft(folder: Path, kind: str, pages: int, *, number: int = 0, without: str = "") -> Path:
    """A draft of so many pages of about 900 characters. `without` leaves the headings of one part out."""
    pieces = [Piece(kind="title", text="แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570")]
    for page in range(pages):
        for half in range(2):
            part = _PARTS[(2 * page + half) % len(_PARTS)]
            if part != without:
                pieces.append(Piece(kind="heading", text=part, number=f"{page + 1}.{half + 1}", level=2))
            for sentence in range(4):
                at = page + 3 * half + sentence + number
                pieces.append(Piece(kind="text", text=words.SENTENCES[at % len(words.SENTENCES)]))
        pieces += [Piece(kind="text", text=_CITATION), Piece(kind="table", rows=_PROJECT)]
    draft = Draft(name=f"long-{pages}-{number}", procedure=PROCEDURE, style="style", pieces=tuple(pieces))
    return write(draft, folder, kind)


def headings(pages: int) -> list[str]:
    """The headings of such a draft, as a Markdown file has them."""
    return [
        f"## {page + 1}.{half + 1} {_PARTS[(2 * page + half) % len(_PARTS)]}"
        for page in range(pages)
        for half in range(2)
    ]
