"""The command line: check, list, show, template, explain, export, schema, new, lint, site.

The exit statuses are in statuses.py.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from khumue.options import parse
from khumue.statuses import FAILED, OK, STOPPED
from khumue.telling import lead_nowhere, tell

if TYPE_CHECKING:
    import argparse

    from khumue.vocabulary import Language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    gc.disable()  # one check is over before there is garbage to collect: 4 of its 70 ms
    try:
        status = _run(parse(COMMANDS, [*arguments] if arguments is not None else None))
    except BrokenPipeError:  # the reader of the output has seen enough
        lead_nowhere(sys.stdout)
        return OK
    except KeyboardInterrupt:
        return STOPPED
    finally:
        gc.enable()
    return status


def _run(options: argparse.Namespace) -> int:
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except Exception as error:
        said = _explained(error, _language(options))
        if said is None:
            raise
        for line in said:
            tell(line)
        if isinstance(error, OSError):
            lead_nowhere(sys.stdout)
        return FAILED
    return status


def _open_closed_streams() -> None:
    """Let streams that are closed lead nowhere, so that no file that is opened later takes their place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _language(options: argparse.Namespace) -> Language:
    """Thai, unless the command, the environment or the settings ask for English."""
    return "en" if options.lang == "en" else "th"


def _explained(error: Exception, language: Language) -> list[str] | None:
    """What to tell the reader, in lines, of an error that is theirs to mend; None for one of the program."""
    from khumue.authoring.faults import DataError
    from khumue.problems import CommandError

    if isinstance(error, DataError):
        return error.render(language).split("\n")
    if isinstance(error, FileNotFoundError) and error.filename is None:
        error = CommandError("no-current-folder")
    if isinstance(error, OSError) and error.filename is None:  # files are named in errors of their own
        error = CommandError("print-failed", reason=error.strerror or type(error).__name__)
    return [error.text[language]] if isinstance(error, CommandError) else None


def _check(options: argparse.Namespace) -> int:
    from khumue.check_command import run_check

    return run_check(options)


def _list(options: argparse.Namespace) -> int:
    from khumue.catalogue import load_catalogue
    from khumue.commands import list_procedures

    print(list_procedures(load_catalogue(options.procedures), _language(options)))
    return OK


def _show(options: argparse.Namespace) -> int:
    from khumue.catalogue import load_catalogue
    from khumue.commands import show_procedure
    from khumue.problems import find_procedure

    catalogue = load_catalogue(options.procedures)
    print(show_procedure(find_procedure(options.id, catalogue.procedures), catalogue, _language(options)))
    return OK


def _template(options: argparse.Namespace) -> int:
    from khumue.template_command import run_template

    return run_template(options)


def _explain(options: argparse.Namespace) -> int:
    from khumue.commands import explain_rule

    print(explain_rule(options.code, _language(options)))
    return OK


def _export(options: argparse.Namespace) -> int:
    import json

    from khumue.catalogue import export, load_catalogue

    print(json.dumps(export(load_catalogue(options.procedures)), ensure_ascii=False, indent=1))
    return OK


def _schema(_: argparse.Namespace) -> int:
    from khumue.commands import REPORT_SCHEMA

    print(REPORT_SCHEMA.read_text(encoding="utf-8"), end="")
    return OK


def _new(options: argparse.Namespace) -> int:
    from khumue.new_command import start_procedure

    print(start_procedure(options))
    return OK


def _lint(options: argparse.Namespace) -> int:
    from khumue.catalogue import load_catalogue
    from khumue.commands import lint_result

    print(lint_result(load_catalogue(options.procedures), _language(options)))
    return OK


def _site(options: argparse.Namespace) -> int:
    from khumue.site_command import write_site

    print(write_site(options))
    return OK


COMMANDS = {
    "check": _check,
    "list": _list,
    "show": _show,
    "template": _template,
    "explain": _explain,
    "export": _export,
    "schema": _schema,
    "new": _new,
    "lint": _lint,
    "site": _site,
}


if __name__ == "__main__":
    sys.exit(main())
