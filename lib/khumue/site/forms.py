"""The blank forms that the site offers for download, one for each plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from khumue.site.keeping import digest, digest_of_files, kept
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


def blank_forms(catalogue: Catalogue, language: Language, folder: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """Every form for the present fiscal year with its path. What `folder` has kept is not made again."""
    year = present_fiscal_year()
    for procedure in catalogue.procedures.values():
        if has_form(procedure):
            form = plan_form(procedure, catalogue, (year,), language)
            yield form_path(procedure.id), _written(form, folder)


def _written(form: Form, folder: Path | None) -> bytes:
    if folder is None:
        return _docx(form)
    return kept(folder / f"{digest(repr(form), digest_of_files(_WRITER, '*.py'))}.docx", lambda: _docx(form))


def _docx(form: Form) -> bytes:
    from khumue.template.docx import write_docx  # takes half a second to import

    return write_docx(form)
