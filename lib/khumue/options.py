"""What can be written on the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
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


def parse(commands: Mapping[str, Command], arguments: list[str] | None) -> argparse.Namespace:
    """The options of one command, with the command itself as `run`. Ends with status 2 where they are not valid."""
    given = sys.argv[1:] if arguments is None else arguments
    common = _Parser(add_help=False, formatter_class=_Help)
    common.add_argument(
        "--lang", choices=("th", "en"), default=_language(), help="ภาษาของผลลัพธ์ / language of the output"
    )
    common.add_argument("--procedures", type=Path, metavar="DIR", help="โฟลเดอร์ข้อมูลของหน่วยงาน / your own data folder")
    parser = _Parser(
        prog="khumue",
        description="คู่มือ: ตรวจร่างแผนและอ่านกระบวนงาน / check draft plans and read procedures",
        epilog="สถานะออก / exit status: 0 ผ่าน / clean, 1 มีสิ่งที่ต้องแก้ / findings, 2 ทำไม่ได้ / could not be handled",
        formatter_class=_Help,
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    # Where the command is known the others need not be described, which saves a sixth of the time that this takes.
    for name in [given[0]] if given and given[0] in commands else commands:
        text, add_options = _COMMANDS[name]
        command = subparsers.add_parser(name, parents=[common], help=text, description=text, formatter_class=_Help)
        command.set_defaults(run=commands[name])
        add_options(command)
    options, unknown = parser.parse_known_args(given)
    if unknown:
        subparsers.choices.get(given[0], parser).refuse(unknown[0])
    return options


def _check_options(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="แฟ้มร่าง โฟลเดอร์ หรือ - / draft files, folders or -"
    )
    check.add_argument("--procedure", metavar="ID", help="กระบวนงาน (ปกติดูจากชื่อเอกสาร) / the procedure, if not detected")
    check.add_argument("--year", type=_years, metavar="YEAR", help="ปีงบประมาณ เช่น 2570 หรือ 2566-2570 / fiscal year")
    check.add_argument(
        "--select", action="append", metavar="CODES", help="ตรวจเฉพาะกฎ เช่น S101,R / apply only these rules"
    )
    check.add_argument("--ignore", action="append", metavar="CODES", help="ไม่ตรวจกฎ เช่น S107 / leave these rules out")
    check.add_argument(
        "--ocr", action="store_true", default=None, help="อ่านหน้าสแกนด้วย tesseract / read scanned pages with tesseract"
    )
    check.add_argument("--format", choices=tuple(FORMATS), help="รูปแบบรายงาน / report format (text)")
    check.add_argument(
        "-o",
        "--output",
        action="append",
        type=Path,
        metavar="FILE",
        help="เขียนรายงานลงแฟ้มด้วย ตามนามสกุล / write a report into a file, too: " + " ".join(ENDINGS),
    )
    check.add_argument(
        "--matrix",
        type=Path,
        metavar="FILE",
        help="เขียนตารางร่างกับส่วนของแผน / write drafts and parts as a table (.xlsx, .csv)",
    )
    check.add_argument(
        "--annotate",
        metavar="FILE",
        help="เขียนสำเนาร่าง Word พร้อมความเห็น หรือโฟลเดอร์/ / write a copy of a Word draft with comments, or a folder/",
    )
    check.add_argument("--force", action="store_true", help="เขียนทับแฟ้มผลลัพธ์เดิม / replace older output files")
    check.add_argument(
        "--quiet", action="store_true", help="ไม่พิมพ์รายงาน / print no report, only what could not be done"
    )
    check.add_argument(
        "--handbook", metavar="URL", help="ที่อยู่เว็บของคู่มือ ให้รายงานลิงก์ไป / where the handbook stands, for links in reports"
    )
    check.add_argument(
        "--fail-on",
        choices=("error", "warning", "note", "never"),
        help="ระดับที่ให้สถานะออกเป็น 1 / lowest severity that gives exit status 1 (error)",
    )
    check.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="จำนวนงานที่ทำพร้อมกัน 0 = ทุกหน่วยประมวลผล / processes, 0 for all processors (0)",
    )
    settings = check.add_mutually_exclusive_group()
    settings.add_argument(
        "--config", type=Path, metavar="FILE", help="แฟ้มตั้งค่าแทน khumue.toml ที่อยู่ใกล้ร่าง / settings file to use"
    )
    settings.add_argument("--no-config", action="store_true", help="ไม่ใช้แฟ้มตั้งค่า / use no settings file")


def _show_options(show: argparse.ArgumentParser) -> None:
    show.add_argument("id", metavar="ID", help="เช่น / such as angthong/annual-action-plan")


def _template_options(template: argparse.ArgumentParser) -> None:
    template.add_argument(
        "id", metavar="ID", help="กระบวนงาน หรือ project / a procedure, or project for a project sheet"
    )
    template.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="แฟ้ม .docx หรือ .md (ปกติพิมพ์เป็น Markdown) / file to write"
    )
    template.add_argument("--year", type=_years, metavar="YEAR", help="ปีงบประมาณ เช่น 2570 หรือ 2566-2570 / fiscal year")
    template.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม / replace an older file")


def _explain_options(explain: argparse.ArgumentParser) -> None:
    explain.add_argument("code", metavar="CODE", help="เช่น / such as S101")


def _site_options(site: argparse.ArgumentParser) -> None:
    site.add_argument("--to", type=Path, required=True, metavar="DIR", help="โฟลเดอร์ที่จะเขียน / the folder to write into")
    site.add_argument("--force", action="store_true", help="เขียนทับหน้าเดิม / replace pages written before")


def _no_options(_: argparse.ArgumentParser) -> None:
    """A command that has only the common ones."""


_COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("ตรวจร่างแผน (.docx .odt .pdf .html .md .txt) / check draft plans", _check_options),
    "list": ("แสดงกระบวนงานทั้งหมด / list the procedures", _no_options),
    "show": ("แสดงกระบวนงานหนึ่ง / show one procedure", _show_options),
    "template": ("สร้างแบบเปล่าของแผนหรือโครงการ (.docx .md) / make a blank form", _template_options),
    "explain": ("อธิบายกฎของการตรวจ / explain a rule of the check", _explain_options),
    "export": ("พิมพ์ข้อมูลทั้งหมดเป็น JSON / print all data as JSON", _no_options),
    "schema": ("พิมพ์สคีมาของรายงาน JSON / print the schema of the JSON report", _no_options),
    "lint": ("ตรวจแฟ้มข้อมูล YAML / check the YAML data files", _no_options),
    "site": ("เขียนหน้าคู่มือเป็น Markdown / write the handbook's pages as plain Markdown", _site_options),
}


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
