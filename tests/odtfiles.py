"""OpenDocument files for tests, written part by part so that a test says exactly what is in them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    **{name: f"{_OPEN}{name}:1.0" for name in ("office", "style", "text", "table", "meta")},
    "draw": f"{_OPEN}drawing:1.0",
    "fo": f"{_OPEN}xsl-fo-compatible:1.0",
    "svg": f"{_OPEN}svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_NAMES = " ".join(f'xmlns:{name}="{space}"' for name, space in _SPACES.items())
KIND = "application/vnd.oasis.opendocument.text"


def p(text: str, style: str = "") -> str:
    """A paragraph of plain text."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{escape(text)}</text:p>"


def h(text: str, level: int = 1) -> str:
    """A heading."""
    return f'<text:h text:outline-level="{level}">{escape(text)}</text:h>'


def style(name: str, properties: str = "", family: str = "paragraph", more: str = "") -> str:
    """A style whose text properties are given as attributes."""
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}><style:text-properties {properties}/>'
        "</style:style>"
    )


def _part(root: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {_NAMES}>{inside}</office:{root}>'


def write_odt(
    path: Path,
    *body: str,
    automatic: str = "",
    styles: str = "",
    meta: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> Path:
    """An OpenDocument text; `automatic` are styles of the text itself, `styles` is what the part styles.xml holds."""
    text = f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
    held: dict[str, str | bytes] = {
        "mimetype": KIND,
        "content.xml": _part(
            "document-content", f"<office:automatic-styles>{automatic}</office:automatic-styles>{text}"
        ),
        "styles.xml": _part("document-styles", styles),
        "meta.xml": _part("document-meta", f"<office:meta>{meta}</office:meta>"),
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return path


def flat_odt(*body: str, styles: str = "", automatic: str = "", meta: str = "", master: str = "") -> str:
    """The text of a flat file."""
    inside = (
        f"<office:meta>{meta}</office:meta><office:styles>{styles}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
    )
    return _part("document", inside).replace("<office:document ", f'<office:document office:mimetype="{KIND}" ', 1)
