"""The command line: check, list, show, explain, export, lint.

Exit status: 0 nothing at or above --fail-on, 1 something, 2 the command or a file could not be handled.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khumue.vocabulary import Language

Command = Callable[[argparse.Namespace], int]

OK, FOUND, FAILED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    try:
        status = _run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return 130
    return status


def _run(options: argparse.Namespace) -> int:
    command: Command = options.run
    try:
        return command(options)
    except Exception as error:
        said = _explained(error, options.lang)
        if said is None:
            raise
        print(said, file=sys.stderr)
        return FAILED


def _explained(error: Exception, language: Language) -> str | None:
    """What to tell the reader of an error that is theirs to mend; None for one of the program."""
    from khumue.authoring.faults import DataError
    from khumue.problems import CommandError

    if isinstance(error, DataError):
        return error.render(language)
    return error.text[language] if isinstance(error, CommandError) else None


def _check(options: argparse.Namespace) -> int:
    from khumue.checking import check_files
    from khumue.finding import SEVERITIES
    from khumue.messages import load_messages
    from khumue.problems import find_procedure
    from khumue.registry import load_registry
    from khumue.reports import FORMATS

    registry, messages = load_registry(options.procedures), load_messages()
    plan = find_procedure(options.procedure, registry.plans) if options.procedure else None
    report = check_files(options.files, registry, messages, plan=plan, fiscal_years=options.year or (), ocr=options.ocr)
    print(FORMATS[options.format](report, registry, messages, options.lang))
    if report.failures:
        return FAILED
    counted = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1] if options.fail_on != "never" else ()
    return FOUND if any(draft.count(severity) for draft in report.drafts for severity in counted) else OK


def _list(options: argparse.Namespace) -> int:
    from khumue.catalogue import load_catalogue
    from khumue.commands import list_procedures

    print(list_procedures(load_catalogue(options.procedures), options.lang))
    return OK


def _show(options: argparse.Namespace) -> int:
    from khumue.catalogue import load_catalogue
    from khumue.commands import show_procedure
    from khumue.problems import find_procedure

    catalogue = load_catalogue(options.procedures)
    print(show_procedure(find_procedure(options.id, catalogue.procedures), catalogue, options.lang))
    return OK


def _explain(options: argparse.Namespace) -> int:
    from khumue.commands import explain_rule

    print(explain_rule(options.code, options.lang))
    return OK


def _export(options: argparse.Namespace) -> int:
    import json

    from khumue.catalogue import export, load_catalogue

    print(json.dumps(export(load_catalogue(options.procedures)), ensure_ascii=False, indent=1))
    return OK


def _lint(options: argparse.Namespace) -> int:
    from khumue.catalogue import load_catalogue
    from khumue.commands import lint_result

    print(lint_result(load_catalogue(options.procedures), options.lang))
    return OK


def _language() -> Language:
    return "en" if os.environ.get("KHUMUE_LANG") == "en" else "th"


def _years(text: str) -> tuple[int, ...]:
    from khumue.thai import arabic

    first, _, last = arabic(text).partition("-")
    years = range(int(first), int(last or first) + 1)
    if not years or not all(2500 <= year <= 2700 for year in years):
        raise ValueError
    return tuple(years)


_years.__name__ = "ปี พ.ศ. / Buddhist-era year"  # argparse puts it into its message


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--lang", choices=("th", "en"), default=_language(), help="ภาษาของผลลัพธ์ / language of the output"
    )
    common.add_argument("--procedures", type=Path, metavar="DIR", help="โฟลเดอร์ข้อมูลของหน่วยงาน / your own data folder")
    parser = argparse.ArgumentParser(
        prog="khumue",
        description="คู่มือ: ตรวจร่างแผนและอ่านกระบวนงาน / check draft plans and read procedures",
        epilog="สถานะออก / exit status: 0 ผ่าน / clean, 1 มีสิ่งที่ต้องแก้ / findings, 2 ทำไม่ได้ / could not be handled",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, parents=[common], help=text, description=text)
        command.set_defaults(run=run)
        return command

    check = add("check", _check, "ตรวจร่างแผน (.docx .md .txt) / check draft plans")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE", help="แฟ้มร่าง / draft files")
    check.add_argument("--procedure", metavar="ID", help="กระบวนงาน (ปกติดูจากชื่อเอกสาร) / the procedure, if not detected")
    check.add_argument("--year", type=_years, metavar="YEAR", help="ปีงบประมาณ เช่น 2570 หรือ 2566-2570 / fiscal year")
    check.add_argument("--ocr", action="store_true", help="อ่านหน้าสแกนด้วย tesseract / read scanned pages by tesseract")
    check.add_argument("--format", choices=("text", "json"), default="text", help="รูปแบบรายงาน / report format")
    check.add_argument(
        "--fail-on",
        choices=("error", "warning", "note", "never"),
        default="error",
        help="ระดับที่ให้สถานะออกเป็น 1 / lowest severity that gives exit status 1 (error)",
    )
    add("list", _list, "แสดงกระบวนงานทั้งหมด / list the procedures")
    show = add("show", _show, "แสดงกระบวนงานหนึ่ง / show one procedure")
    show.add_argument("id", metavar="ID", help="เช่น / such as angthong/annual-action-plan")
    explain = add("explain", _explain, "อธิบายกฎของการตรวจ / explain a rule of the check")
    explain.add_argument("code", metavar="CODE", help="เช่น / such as S101")
    add("export", _export, "พิมพ์ข้อมูลทั้งหมดเป็น JSON / print all data as JSON")
    add("lint", _lint, "ตรวจแฟ้มข้อมูล YAML / check the YAML data files")
    return parser


if __name__ == "__main__":
    sys.exit(main())
