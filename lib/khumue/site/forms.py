"""The blank forms that the site offers for download, one for each plan."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from khumue.template.plan import plan_form
from khumue.thai import present_fiscal_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khumue.model import Catalogue, Language, Procedure
    from khumue.template.outline import Form

_WRITER = Path(__file__).parents[1] / "template"


def has_form(procedure: Procedure) -> bool:
    """Whether a procedure's plan has parts to set out."""
    return procedure.document is not None and bool(procedure.document.sections)


def form_path(procedure_id: str) -> str:
    """Where the form of a procedure's plan stands on the site: `forms/<manual>-<name>.docx`."""
    return f"forms/{procedure_id.replace('/', '-')}.docx"


def blank_forms(catalogue: Catalogue, language: Language, kept: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """Every form for the present fiscal year with its path. What a folder `kept` has is not made again."""
    year = present_fiscal_year()
    for procedure in catalogue.procedures.values():
        if has_form(procedure):
            form = plan_form(procedure, catalogue, (year,), language)
            yield form_path(procedure.id), _written(form, kept)


def _written(form: Form, kept: Path | None) -> bytes:
    from khumue.template.docx import write_docx  # takes half a second to import

    if kept is None:
        return write_docx(form)
    place = kept / f"{hashlib.sha256((repr(form) + _writer()).encode()).hexdigest()}.docx"
    if place.exists():
        return place.read_bytes()
    data = write_docx(form)
    kept.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return data


@cache
def _writer() -> str:
    """What changes when the code that writes forms does."""
    code = b"".join(path.read_bytes() for path in sorted(_WRITER.glob("*.py")))
    return hashlib.sha256(code).hexdigest()
