"""The forms: those that steps are done on, with who fills them in, and the blank plans of the handbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khumue.site.forms import has_form

if TYPE_CHECKING:
    from khumue.model import Catalogue, DocumentType, Form, Procedure, Step


@dataclass(frozen=True, kw_only=True)
class FormUse:
    """A form that a manual names, and the steps in which it is filled in."""

    procedure: Procedure
    form: Form
    steps: tuple[Step, ...]


def form_uses(catalogue: Catalogue) -> tuple[FormUse, ...]:
    """Every form of every procedure."""
    return tuple(
        FormUse(procedure=procedure, form=form, steps=tuple(step for step in procedure.steps if step.form == form.id))
        for procedure in catalogue.procedures.values()
        for form in procedure.forms
    )


def blank_plans(catalogue: Catalogue) -> tuple[tuple[DocumentType, tuple[Procedure, ...]], ...]:
    """The kinds of documents that have blank forms, each with the procedures whose form there is."""
    made = [procedure for procedure in catalogue.procedures.values() if has_form(procedure)]
    own = (
        (document, tuple(each for each in made if each.document and each.document.type == document.id))
        for document in catalogue.documents.values()
    )
    return tuple((document, procedures) for document, procedures in own if procedures)
