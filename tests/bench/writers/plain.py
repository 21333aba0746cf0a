"""Made drafts as Markdown and as plain text in the encodings that offices still send."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.pieces import Draft, Piece

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp874")


def write_markdown(draft: Draft, path: Path) -> Path:
    """The draft as Markdown."""
    path.write_text("\n\n".join(_markdown(draft)) + "\n", encoding="utf-8")
    return path


def write_text(draft: Draft, path: Path) -> Path:
    """The draft as plain text; the encoding changes from draft to draft."""
    encoding = ENCODINGS[sum(map(ord, draft.name)) % len(ENCODINGS)]
    text = "\n".join(line for piece in draft.pieces for line in _text(piece))
    try:
        path.write_bytes(text.encode(encoding))
    except UnicodeEncodeError:  # letters of the private use area, which the Thai code page does not have
        path.write_text(text, encoding="utf-8")
    return path


def _markdown(draft: Draft) -> Iterator[str]:
    for piece in draft.pieces:
        match piece.kind:
            case "heading" | "inserted":
                yield _heading(piece)
            case "bullet":
                yield f"- {piece.text}"
            case "table":
                yield _table(piece.rows, bold_first=piece.bold_first)
            case "entry":
                yield f"{piece.line} .................... {piece.rows[0][0]}"
            case "deleted":
                pass
            case _:
                yield piece.text


def _heading(piece: Piece) -> str:
    match piece.look:
        case "style" | "outline":
            return f"{'#' * piece.level} {piece.line}"
        case "bold" | "bcs" | "box" | "listed":
            return f"**{piece.line}**"
        case "cell":
            return _table(((piece.line,),), bold_first=True)
        case _:
            return piece.line


def _table(rows: tuple[tuple[str, ...], ...], *, bold_first: bool) -> str:
    first, *others = rows
    heads = [f"**{cell}**" for cell in first] if bold_first else list(first)
    lines = [heads, ["---"] * len(first), *map(list, others)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _text(piece: Piece) -> Iterator[str]:
    match piece.kind:
        case "deleted":
            return
        case "table":
            yield from ("\t".join(row) for row in piece.rows)
        case "entry":
            yield f"{piece.line} .................... {piece.rows[0][0]}"
        case "bullet":
            yield f"- {piece.text}"
        case _:
            yield piece.line
