"""Made drafts as web pages, which Chromium also prints."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from bench.pieces import Draft, Piece

_FONTS = Path(__file__).parents[3] / "docs" / "assets" / "fonts"


def write_html(draft: Draft, path: Path) -> Path:
    """The draft as an HTML file."""
    fonts = "".join(
        f"@font-face{{font-family:Sarabun;font-weight:{weight};src:url({font.as_uri()})}}"
        for weight, font in ((400, _font("thai-400")), (700, _font("thai-700")))
        if font
    )
    style = f"{fonts} body{{font:16px/1.6 Sarabun,sans-serif}} td,th{{border:1px solid;padding:.2em .5em}}"
    body = "\n".join(_body(draft))
    path.write_text(
        f'<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{escape(draft.pieces[0].text)}</title>'
        f"<style>{style}</style></head>\n<body>\n{body}\n</body></html>\n",
        encoding="utf-8",
    )
    return path


def _font(weight: str) -> Path | None:
    return next((each for each in sorted(_FONTS.rglob("*.woff2")) if weight in each.name.lower()), None)


def _body(draft: Draft) -> Iterator[str]:
    for kind, pieces in groupby(draft.pieces, key=lambda piece: piece.kind):
        if kind == "bullet":
            yield "<ul>" + "".join(f"<li>{escape(piece.text)}</li>" for piece in pieces) + "</ul>"
        elif kind == "entry":
            yield _contents(list(pieces), draft.contents)
        else:
            yield from map(_piece, pieces)


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "title":
            return f'<p style="font-size:24px"><b>{escape(piece.text)}</b></p>'
        case "heading" | "inserted":
            return _heading(piece)
        case "deleted":
            return ""
        case "table":
            return _table(piece.rows, bold_first=piece.bold_first)
        case _:
            return f"<p>{escape(piece.text)}</p>"


def _heading(piece: Piece) -> str:
    line = escape(piece.line)
    match piece.look:
        case "style" | "outline":
            return f"<h{piece.level}>{line}</h{piece.level}>"
        case "bold" | "listed":
            return f"<p><b>{line}</b></p>"
        case "bcs":
            return f'<p style="font-weight:bold">{line}</p>'
        case "cell":
            return _table(((piece.line,),), bold_first=True)
        case "box":
            return f'<div style="border:1px solid"><strong>{line}</strong></div>'
        case _:
            return f"<p>{line}</p>"


def _table(rows: tuple[tuple[str, ...], ...], *, bold_first: bool) -> str:
    lines = []
    for number, row in enumerate(rows):
        tag = "th" if bold_first and not number else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>")
    return "<table>" + "".join(lines) + "</table>"


def _contents(entries: list[Piece], kind: str) -> str:
    if kind == "table":
        return _table((("เรื่อง", "หน้า"), *((entry.line, entry.rows[0][0]) for entry in entries)), bold_first=True)
    return "".join(f"<p>{escape(entry.line)} .................... {entry.rows[0][0]}</p>" for entry in entries)
