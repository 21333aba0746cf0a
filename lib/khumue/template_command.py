"""The command `template`: a blank form of a plan or a project sheet, to a file or printed."""

from __future__ import annotations

import argparse
import sys

from khumue.catalogue import load_catalogue
from khumue.interrupts import Interrupts
from khumue.model import Catalogue
from khumue.problems import CommandError, unknown_procedure
from khumue.statuses import OK
from khumue.template.markdown import write_markdown
from khumue.template.outline import Form
from khumue.template.plan import plan_form
from khumue.template.sheet import sheet_form
from khumue.template.wording import Wording
from khumue.thai import present_fiscal_year
from khumue.vocabulary import Language
from khumue.writing import new_file

SHEET = "project"
"""What asks for a project sheet, in place of a procedure."""


def run_template(options: argparse.Namespace) -> int:
    """Write the form into the file that the options name, or print it as Markdown. Raises CommandError, DataError."""
    form = _form(options, load_catalogue(options.procedures))
    if options.output is None:
        sys.stdout.write(write_markdown(form))
        return OK
    data = _written(form, options)
    with Interrupts(), new_file(options.output, force=options.force) as file:
        file.write(data)
    wording, name = Wording(form.language), str(options.output)
    told = ["written"] if options.id == SHEET else ["written", "next"]  # a sheet is checked within a plan
    sys.stdout.writelines(f"{wording.say(key, file=name)}\n" for key in told)
    return OK


def _form(options: argparse.Namespace, catalogue: Catalogue) -> Form:
    language: Language = options.lang or "th"
    if options.id == SHEET:
        return sheet_form(catalogue, language)
    procedure = catalogue.procedures.get(options.id)
    if procedure is None:
        known = (SHEET, *catalogue.procedures)
        raise unknown_procedure(options.id, known)
    years = options.year or (present_fiscal_year(),)
    return plan_form(procedure, catalogue, years, language)


def _written(form: Form, options: argparse.Namespace) -> bytes:
    ending = options.output.suffix.lower()
    if ending == ".md":
        return write_markdown(form).encode()
    if ending != ".docx":
        raise CommandError("form-ending", file=str(options.output))
    from khumue.template.docx import write_docx  # python-docx takes half a second to import

    return write_docx(form)
