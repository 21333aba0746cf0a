"""PDF files for tests: written by hand, letter by letter, or printed by LibreOffice and Chromium where they are."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from khumue.thai import MARKS

WIDTH, HEIGHT = 595, 842  # points: A4

_LETTER, _SPACE = 0.5, 0.25  # em: the width of every letter and of a space; marks have none
_CODES = {bytes([code]).decode("cp874", "ignore"): code for code in range(0x20, 0x100)}


class Sheet:
    """A page to be written. Places are in points from the left and from the top; `y` is that of the baseline.

    A turned page is lying in the file and is shown upright, by one quarter turn clockwise.
    """

    def __init__(self, *, turned: bool = False) -> None:
        self.turned = turned
        self.parts: list[str] = []

    def text(self, x: float, y: float, text: str, size: float = 16, *, bold: bool = False) -> Sheet:
        """Letters on a baseline, each half an em wide."""
        codes = "".join(f"{_CODES[char]:02x}" for char in text)
        return self.codes(x, y, codes, size, bold=bold)

    def codes(self, x: float, y: float, codes: str, size: float = 16, *, bold: bool = False) -> Sheet:
        """Glyphs by their codes in hexadecimal; 01 to 1f are what `clusters` of `write_pdf` says."""
        place = f"0 1 -1 0 {y} {x} Tm" if self.turned else f"{x} {HEIGHT - y} Td"
        self.parts.append(f"BT /F{int(bold)} {size} Tf {place} <{codes}> Tj ET")
        return self

    def rule(self, x: float, y: float, to_x: float, to_y: float) -> Sheet:
        """A thin straight line."""
        self.parts.append(f"0.5 w {x} {HEIGHT - y} m {to_x} {HEIGHT - to_y} l S")
        return self

    def grid(self, columns: Iterable[float], rows: Iterable[float]) -> Sheet:
        """The lines of a table."""
        xs, ys = list(columns), list(rows)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        return self


def write_pdf(
    path: Path,
    *sheets: Sheet,
    title: str = "",
    locked: bool = False,
    clusters: Mapping[int, tuple[str, float]] | None = None,
) -> Path:
    """A PDF file of these pages. `clusters` gives glyphs 1 to 31 a text and a width in em."""
    shapes = {
        code: (char, 0.0 if char in MARKS else _SPACE if char == " " else _LETTER)
        for char, code in _CODES.items()
        if char
    }
    shapes |= clusters or {}
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    first = 7
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(sheets)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>")
    objects += [_font("Helvetica", shapes), _font("Helvetica-Bold", shapes), _stream(_unicode(shapes))]
    objects.append(f"<< /Title <feff{title.encode('utf-16-be').hex()}> >>" if title else "<< >>")
    for at, sheet in enumerate(sheets):
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {90 * sheet.turned}"
        fonts = "/Resources << /Font << /F0 3 0 R /F1 4 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} {fonts} /Contents {first + 2 * at + 1} 0 R >>")
        objects.append(_stream("\n".join(sheet.parts)))
    path.write_bytes(_file(objects, locked))
    return path


def _font(name: str, shapes: Mapping[int, tuple[str, float]]) -> str:
    widths = " ".join(str(round(1000 * shapes[code][1])) if code in shapes else "0" for code in range(256))
    # Letters are drawn as the narrow i, marks not at all, so that nothing reaches over its width.
    drawn = " ".join("/i" if shapes.get(code, ("", 0.0))[1] else "/space" for code in range(256))
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /FirstChar 0 /LastChar 255 /Widths [{widths}] "
        f"/Encoding << /Type /Encoding /Differences [0 {drawn}] >> /ToUnicode 5 0 R >>"
    )


def _unicode(shapes: Mapping[int, tuple[str, float]]) -> str:
    lines = [f"<{code:02x}> <{text.encode('utf-16-be').hex()}>" for code, (text, _) in sorted(shapes.items())]
    parts = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def",
            "1 begincodespacerange <00> <ff> endcodespacerange",
            *(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts),
            "endcmap end end",
        ]
    )


def _stream(text: str) -> str:
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def _file(objects: list[str], locked: bool) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    key = "00" * 32
    lock = f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -1 /O <{key}> /U <{key}> >> /ID [<00> <00>]"
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R {lock if locked else ''} >>"
    ending = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(data)}\n%%EOF"
    )
    return data + ending.encode("ascii")


def office_pdf(docx: Path) -> Path:
    """The PDF that LibreOffice makes of a Word file, beside it."""
    profile = (docx.parent / "office").as_uri()
    command = [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", docx.name]
    subprocess.run(command, cwd=docx.parent, check=True, capture_output=True, timeout=120)
    return docx.with_suffix(".pdf")


def chromium_pdf(page: Path) -> Path:
    """The PDF that Chromium prints of a page of HTML, beside it."""
    target = page.with_suffix(".pdf")
    settings = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    folder = f"--user-data-dir={page.parent / 'chromium'}"
    command = [CHROMIUM, *settings, folder, f"--print-to-pdf={target}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target


OFFICE = shutil.which("soffice") or ""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""
