"""What can be written on the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NoReturn

from khumue.choices import read_years
from khumue.reports import ENDINGS, FORMATS

Command = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in two lines, in both languages like the help, instead of the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: คำสั่งไม่ถูกต้อง / not valid: {message}\nดูวิธีใช้ / for help: {self.prog} --help\n")

    def refuse(self, option: str) -> NoReturn:
        """End with the name of an option that there is not, and the nearest one that there is."""
        from difflib import get_close_matches  # only where something is wrong: it takes 2 ms to import

        known = [name for action in self._actions for name in action.option_strings]
        near = get_close_matches(option.partition("=")[0], known, n=1)
        self.error(f"ไม่มีตัวเลือก / no option {option}" + (f", {near[0]}?" if near else ""))


class _Help(argparse.HelpFormatter):
    """Help of the terminal's width, without shutil, whose import would take 2 ms of every call."""

    def __init__(self, prog: str) -> None:
        try:
            columns = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
        except (ValueError, OSError):
            columns = 80
        super().__init__(prog, width=columns - 2)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "วิธีใช้ / usage: ")

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Each line by itself."""
        return "\n".join(super(_Help, self)._fill_text(line, width, indent) for line in text.splitlines())


def parse(commands: Mapping[str, Command], arguments: list[str] | None) -> argparse.Namespace:
    """The options of one command, with the command itself as `run`. Ends with status 2 where they are not valid."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = _Parser(
        prog="khumue",
        usage="khumue COMMAND ...",
        description="คู่มือ: ตรวจร่างแผนและอ่านกระบวนงาน / check draft plans and read procedures",
        epilog="วิธีใช้ของแต่ละคำสั่ง / help of a command: khumue check --help\n"
        "สถานะออก / status: 0 ผ่าน / clean, 1 ต้องแก้ / findings, 2 ทำไม่ได้ / failed",
        formatter_class=_Help,
        add_help=False,
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND", title="คำสั่ง / commands", prog="khumue")
    # Where the command is known the others need not be described, which saves a sixth of the time that this takes.
    for name in [given[0]] if given and given[0] in commands else commands:
        operand, text, add_options = _COMMANDS[name]
        command = subparsers.add_parser(
            name,
            usage=" ".join(["khumue", name, "[OPTION ...]", operand]).rstrip(),
            help=text,
            description=text,
            formatter_class=_Help,
            add_help=False,
        )
        command.set_defaults(run=commands[name])
        add_options(command)
        _common_options(command)
    _help_option(parser.add_argument_group("ตัวเลือก / options"))
    if not given:
        parser.exit(2, parser.format_help())
    options, unknown = parser.parse_known_args(given)
    if "files" in options and not any(name.startswith("-") for name in unknown):  # files after an option
        options.files += map(Path, unknown)
        unknown = []
    if unknown:
        subparsers.choices.get(given[0], parser).refuse(unknown[0])
    return options


def _common_options(command: argparse.ArgumentParser) -> None:
    common = command.add_argument_group("ทั่วไป / general")
    common.add_argument(
        "--lang", choices=("th", "en"), default=_language(), help="ภาษาของผลลัพธ์ / language of the output (th)"
    )
    common.add_argument("--procedures", type=Path, metavar="DIR", help="โฟลเดอร์ข้อมูลของหน่วยงาน / your own data folder")
    _help_option(common)


def _help_option(group: argparse._ArgumentGroup) -> None:
    group.add_argument("-h", "--help", action="help", help="แสดงวิธีใช้นี้ / show this help")


def _check_options(check: argparse.ArgumentParser) -> None:
    drafts = check.add_argument_group("ร่าง / drafts")
    drafts.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="แฟ้ม โฟลเดอร์ หรือ - / files, folders, or - for standard input",
    )
    drafts.add_argument(
        "--procedure", metavar="ID", help="กระบวนงาน (ปกติดูจากชื่อเอกสาร) / the procedure, if not detected"
    )
    drafts.add_argument("--year", type=_years, metavar="YEAR", help="ปีงบประมาณ เช่น 2570 หรือ 2566-2570 / fiscal year")
    drafts.add_argument(
        "--ocr", action="store_true", default=None, help="อ่านหน้าสแกนด้วย tesseract / read scanned pages with tesseract"
    )
    _report_options(check.add_argument_group("ผลการตรวจ / reports"))
    _rule_options(check.add_argument_group("กฎและการตั้งค่า / rules and settings"))


def _report_options(reports: argparse._ArgumentGroup) -> None:
    reports.add_argument(
        "-o",
        "--output",
        action="append",
        type=Path,
        metavar="FILE",
        help="เขียนรายงานลงแฟ้มด้วย ตามนามสกุล / write a report into a file, too: " + " ".join(ENDINGS),
    )
    reports.add_argument(
        "--annotate",
        metavar="FILE",
        help="เขียนสำเนาร่าง Word พร้อมข้อคิดเห็น หรือโฟลเดอร์/ / write a copy of a Word draft with comments, or a folder/",
    )
    reports.add_argument(
        "--matrix",
        type=Path,
        metavar="FILE",
        help="เขียนตารางร่างกับส่วนของแผน / write drafts and parts as a table: .xlsx .csv",
    )
    reports.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม / replace older files")
    reports.add_argument(
        "--handbook", metavar="URL", help="ที่อยู่เว็บของคู่มือ ให้รายงานลิงก์ไป / address of the handbook, for links in reports"
    )
    reports.add_argument(
        "--format",
        choices=tuple(FORMATS),
        metavar="FORMAT",
        help="รูปแบบที่พิมพ์ / what is printed: " + ", ".join(FORMATS) + " (text)",
    )
    reports.add_argument("--quiet", action="store_true", help="พิมพ์เฉพาะสิ่งที่ทำไม่ได้ / print only what could not be done")


def _rule_options(rules: argparse._ArgumentGroup) -> None:
    rules.add_argument(
        "--select", action="append", metavar="CODES", help="ใช้เฉพาะกฎ เช่น S101,R / apply only these rules"
    )
    rules.add_argument("--ignore", action="append", metavar="CODES", help="ไม่ใช้กฎ เช่น S107 / leave these rules out")
    rules.add_argument(
        "--fail-on",
        choices=("error", "warning", "note", "never"),
        metavar="LEVEL",
        help="ระดับที่ให้สถานะออกเป็น 1 / lowest severity that gives exit status 1: error, warning, note, never (error)",
    )
    rules.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="จำนวนงานที่ทำพร้อมกัน 0 = ทุกหน่วยประมวลผล / processes, 0 for all processors (0)",
    )
    settings = rules.add_mutually_exclusive_group()
    settings.add_argument(
        "--config", type=Path, metavar="FILE", help="แฟ้มตั้งค่าแทน khumue.toml ที่อยู่ใกล้ร่าง / settings file to use"
    )
    settings.add_argument("--no-config", action="store_true", help="ไม่ใช้แฟ้มตั้งค่า / use no settings file")


def _show_options(show: argparse.ArgumentParser) -> None:
    procedure = show.add_argument_group("กระบวนงาน / procedure")
    procedure.add_argument("id", metavar="ID", help="เช่น / such as angthong/annual-action-plan")


def _template_options(template: argparse.ArgumentParser) -> None:
    form = template.add_argument_group("แบบ / form")
    form.add_argument(
        "id", metavar="ID", help="กระบวนงาน หรือ project คือแบบเสนอโครงการ / a procedure, or project for a project sheet"
    )
    form.add_argument("--year", type=_years, metavar="YEAR", help="ปีงบประมาณ เช่น 2570 หรือ 2566-2570 / fiscal year")
    form.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="แฟ้ม .docx หรือ .md (ปกติพิมพ์เป็น Markdown) / file to write"
    )
    form.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม / replace an older file")


def _explain_options(explain: argparse.ArgumentParser) -> None:
    rule = explain.add_argument_group("กฎ / rule")
    rule.add_argument("code", metavar="CODE", help="เช่น / such as S101")


def _new_options(new: argparse.ArgumentParser) -> None:
    procedure = new.add_argument_group("กระบวนงาน / procedure")
    procedure.add_argument("id", metavar="ID", help="รหัสใหม่: คู่มือ/ชื่อ / the new id: manual/name")
    procedure.add_argument(
        "--from",
        dest="source",
        metavar="ID",
        help="เริ่มจากกระบวนงานของหน่วยงานอื่น / start from another office's procedure",
    )
    procedure.add_argument("--number", metavar="NUMBER", help="เลขงานตามคู่มือ เช่น 3 / its number in the manual")
    procedure.add_argument(
        "--job", metavar="ID", help="รหัสงานใน vocabulary/jobs.yaml (ปกติตามชื่อ) / the job (as in the name)"
    )
    procedure.add_argument(
        "--alone",
        action="store_true",
        help="โฟลเดอร์ใหม่ไม่มีกระบวนงานของหน่วยงานอื่น / make the folder without other offices' procedures",
    )
    procedure.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม / replace an older file")


def _site_options(site: argparse.ArgumentParser) -> None:
    output = site.add_argument_group("ผลลัพธ์ / output")
    output.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="โฟลเดอร์ที่จะเขียน / the folder to write into"
    )
    output.add_argument("--force", action="store_true", help="เขียนทับหน้าเดิม / replace pages written before")


def _no_options(_: argparse.ArgumentParser) -> None:
    """A command that has only the common ones."""


_COMMANDS: Mapping[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("FILE ...", "ตรวจร่างแผน (.docx .odt .pdf .html .md .txt) / check draft plans", _check_options),
    "list": ("", "แสดงกระบวนงานทั้งหมด / list the procedures", _no_options),
    "show": ("ID", "แสดงกระบวนงานหนึ่ง / show one procedure", _show_options),
    "template": ("ID", "สร้างแบบเปล่าของแผนหรือโครงการ (.docx .md) / make a blank form", _template_options),
    "explain": ("CODE", "อธิบายกฎของการตรวจ / explain a rule of the check", _explain_options),
    "export": ("", "พิมพ์ข้อมูลทั้งหมดเป็น JSON / print all data as JSON", _no_options),
    "schema": ("", "พิมพ์สคีมาของรายงาน JSON / print the schema of the JSON report", _no_options),
    "new": ("ID", "เริ่มแฟ้มข้อมูลของกระบวนงานใหม่ / start the data file of a new procedure", _new_options),
    "lint": ("", "ตรวจแฟ้มข้อมูล YAML / check the YAML data files", _no_options),
    "site": ("--to DIR", "เขียนหน้าคู่มือเป็น Markdown / write the handbook's pages as plain Markdown", _site_options),
}
"""What each command works on, what it does, and its own options."""


def _language() -> str | None:
    """The language that the environment asks for."""
    said = os.environ.get("KHUMUE_LANG")
    return said if said in ("th", "en") else None


def _years(text: str) -> tuple[int, ...]:
    try:
        return read_years(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"ใช้ปี พ.ศ. เช่น / use a BE year such as 2570, 2566-2570: {text!r}") from None


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"ใช้จำนวนตั้งแต่ 0 / use a number from 0: {text!r}")
    return int(text)
