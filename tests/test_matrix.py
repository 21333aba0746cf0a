"""The reviewer's matrix: both formats say the same, hold anything, and stay small."""

from __future__ import annotations

import csv
import gc
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tracemalloc
import zipfile
from collections.abc import Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from drafts import ACTION_PLAN, COMPLETE, checked, document, registry
from khumue.cli import main
from khumue.document import DraftError
from khumue.finding import DraftReport, Failure, Result
from khumue.frozen import replace
from khumue.messages import load_messages
from khumue.problems import CommandError
from khumue.reports import Setup, open_writer, render
from khumue.reports.matrix import workbook as workbooks
from khumue.reports.matrix.rows import MARKS, OUTCOMES, RIGHT, STATUSES, key_of
from khumue.reports.matrix.styles import SHADES
from khumue.vocabulary import LANGUAGES, Language

OTHER_PLAN = "uthaithani/peo-annual-plan"
FAULTY = COMPLETE.replace("ฉบับที่ 13 (พ.ศ. 2566-2570)", "ฉบับที่ 12 (พ.ศ. 2560-2564)").replace("วิสัยทัศน์", "ความฝัน")


@cache
def results() -> tuple[Result, ...]:
    """A draft without fault, one with faults and a waiver, one of another procedure, and one that cannot be read."""
    return (
        checked(document(COMPLETE, path="ร่าง/สพป. หนึ่ง.docx")),
        checked(document(FAULTY, "khumue: ยกเว้น S101 วิสัยทัศน์: อยู่ในแผนห้าปี", path="ร่าง/=1+1 สอง.docx")),
        load_messages().failure("ร่าง/เสีย.docx", DraftError("broken-zip")),
        checked(document(COMPLETE, path="อื่น/สาม.docx"), procedure=OTHER_PLAN),
    )


def setup(language: Language = "th", **values: Any) -> Setup:
    return Setup(registry=registry(), messages=load_messages(), language=language, **values)


def written(results: Sequence[Result], said: Setup, unchecked: int = 0) -> bytes:
    stream = io.BytesIO()
    writer = open_writer("xlsx", stream, said)
    for result in results:
        writer.add(result)
    writer.end(unchecked)
    return stream.getvalue()


def opened(results: Sequence[Result], said: Setup, unchecked: int = 0) -> Any:
    return load_workbook(io.BytesIO(written(results, said, unchecked)))


def table(sheet: Any) -> list[dict[str, Any]]:
    """The rows under the header, which is where the filter starts."""
    header = int(re.findall(r"\d+", sheet.auto_filter.ref)[0])
    last = int(re.findall(r"\d+", sheet.auto_filter.ref)[1])
    rows = list(sheet.iter_rows(min_row=header, max_row=last, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def comma_separated(results: Sequence[Result], language: Language) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render("csv", results, setup(language)).removeprefix("\ufeff"))))


def word(key: str, language: Language) -> str:
    return load_messages().words[key][language]


def named(path: str) -> DraftReport:
    first = results()[0]
    assert isinstance(first, DraftReport)
    return replace(first, document=replace(first.document, path=path))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_has_a_row_for_each_file(language: Language) -> None:
    sheet = opened(results(), setup(language)).worksheets[0]
    rows = table(sheet)
    assert [row[word("number", language)] for row in rows] == [1, 2, 3, 4]
    assert [row[word("file", language)] for row in rows] == [
        "สพป. หนึ่ง.docx",
        "=1+1 สอง.docx",
        "เสีย.docx",
        "สาม.docx",
    ]
    assert [row[word("matrix-folder", language)] for row in rows] == ["ร่าง", "ร่าง", "ร่าง", "อื่น"]
    signs = [row[word("matrix-verdict", language)].split(" ", 1) for row in rows]
    assert signs[:3] == [
        ["✓", word("verdict-clean", language)],
        ["✗", word("error", language)],
        ["⊘", word("failed", language)],
    ]
    assert [row[word("set-aside", language)] for row in rows] == [0, 1, None, 0]
    failed = rows[2]
    (failure,) = [each for each in results() if isinstance(each, Failure)]
    assert failed[word("matrix-remark", language)].startswith(failure.message[language])
    assert failure.fix[language] in failed[word("matrix-remark", language)]
    assert failed[word("procedure", language)] is None
    assert all(row[word("matrix-remark", language)] is None for row in rows if row is not failed)


def test_folders_have_a_column_only_where_they_differ() -> None:
    assert word("matrix-folder", "th") not in table(opened(results()[:3], setup()).worksheets[0])[0]


def test_shares_sort_as_numbers_and_read_as_shares() -> None:
    sheet = opened(results()[:2], setup()).worksheets[0]
    at = [cell.value for cell in sheet[4]].index(word("matrix-parts", "th")) + 1
    first, second = sheet.cell(5, at), sheet.cell(6, at)
    assert (first.value, first.number_format) == (16, '0"/16"')
    assert (second.value, second.number_format) == (15, '0"/16"'), "a part that is waived is required, too"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_procedure_has_a_sheet_of_its_drafts_and_parts(language: Language) -> None:
    book = opened(results(), setup(language))
    assert len(book.worksheets) == 5
    assert book.sheetnames[0] == word("matrix-overview", language)
    assert book.sheetnames[3:] == [word("matrix-findings", language), word("matrix-legend", language)]
    sheet = book.worksheets[1]
    plan = registry().plans[ACTION_PLAN]
    assert plan.title[language] in sheet["A1"].value
    rows = table(sheet)
    assert [row[word("number", language)] for row in rows] == [1, 2]
    titles = [registry().sections[each.section].title[language] for each in plan.document.sections]
    titles += [registry().references[each.reference].title[language] for each in plan.document.references]
    assert [name.removesuffix(" *") for name in list(rows[0])[5:]] == titles
    assert set(list(rows[0].values())[5:]) == {"✓"}
    vision = registry().sections["vision"].title[language] + " *"
    economy = registry().references["nesdp"].title[language]
    assert (rows[1][vision], rows[1][economy]) == ("–", "«")


def test_how_many_drafts_have_a_part_stands_over_it() -> None:
    sheet = opened(results(), setup()).worksheets[1]
    heads = [cell.value for cell in sheet[4]]
    economy = heads.index(registry().references["nesdp"].title.th) + 1
    vision = heads.index(registry().sections["vision"].title.th + " *") + 1
    assert (sheet.cell(2, economy).value, sheet.cell(2, economy).number_format) == (1, '0"/2"')
    assert (sheet.cell(3, economy).value, sheet.cell(3, economy).number_format) == (0.5, "0%")
    assert (sheet.cell(2, vision).value, sheet.cell(2, vision).number_format) == (1, '0"/2"')


def test_text_that_is_not_legible_is_neither_there_nor_missing() -> None:
    scan = checked(document("   \n"))
    sheet = opened([scan], setup()).worksheets[1]
    (row,) = table(sheet)
    assert set(list(row.values())[5:]) == {"·"}
    assert sheet.cell(2, 6).value is None
    assert row[word("matrix-parts", "th")] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_a_row_that_can_be_sorted_and_sent(language: Language) -> None:
    rows = table(opened(results(), setup(language)).worksheets[3])
    drafts = [each for each in results() if isinstance(each, DraftReport)]
    assert len(rows) == 1 + sum(len(draft.findings) + len(draft.waived) for draft in drafts)
    (waived,) = [row for row in rows if row[word("matrix-waived-for", language)]]
    assert waived[word("matrix-severity", language)] == f"– {word('set-aside', language)}"
    assert waived[word("matrix-waived-for", language)] == "อยู่ในแผนห้าปี"
    (outdated,) = [row for row in rows if row[word("matrix-code", language)] == "R204"]
    finding = next(each for each in drafts[1].findings if each.code == "R204")
    assert outdated[word("matrix-finding", language)] == finding.message[language]
    assert outdated[word("fix", language)] == finding.fix[language]
    assert outdated[word("matrix-line", language)] == finding.place.line  # type: ignore[union-attr]
    assert outdated[word("basis", language)].startswith(registry().manuals["angthong"].short[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_formats_say_the_same(language: Language) -> None:
    book, flat = opened(results(), setup(language)), comma_separated(results(), language)
    overview, plan = table(book.worksheets[0]), table(book.worksheets[1])
    assert len(flat) == len(overview)
    for row, other in zip(overview, flat, strict=True):
        for key in (
            "number",
            "error",
            "warning",
            "note",
            "set-aside",
            "fiscal-years",
            "matrix-remark",
            "text-in-file",
        ):
            assert str(row[word(key, language)] or 0) == (other[word(key, language)] or "0"), key
        assert row[word("matrix-verdict", language)].split(" ", 1)[1] == other[word("matrix-verdict", language)]
    signs = {word(key, language): MARKS[key] for key in STATUSES}
    prefix = {word("matrix-part", language), word("matrix-reference", language)}
    for row in plan:
        other = flat[row[word("number", language)] - 1]
        told = {
            name.split(": ", 1)[1]: signs[said]
            for name, said in other.items()
            if name.split(": ")[0] in prefix and said
        }
        assert told == {name.removesuffix(" *"): sign for name, sign in list(row.items())[5:]}


def test_the_flat_table_is_one_that_excel_and_statistics_read() -> None:
    text = render("csv", results(), setup())
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    assert text.count("\r\n") == text.count("\n") == 5
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len({len(row) for row in rows}) == 1
    assert len(set(rows[0])) == len(rows[0]), "every column has a name of its own"
    assert ACTION_PLAN in rows[1]
    own = {each.section for each in registry().plans[ACTION_PLAN].document.sections}
    other = next(each.section for each in registry().plans[OTHER_PLAN].document.sections if each.section not in own)
    only_other = word("matrix-part", "th") + ": " + registry().sections[other].title.th
    assert [row[rows[0].index(only_other)] for row in rows[1:4]] == ["", "", ""], "not asked for by their procedure"


@pytest.mark.parametrize("name", ["=1+1.docx", "+1.docx", "-1.docx", "@SUM(1).docx", "#REF!"])
def test_no_file_name_becomes_a_formula(name: str) -> None:
    cell = opened([named(name)], setup()).worksheets[0]["B5"]
    assert (cell.value, cell.data_type) == (name, "s")
    assert cell.quotePrefix == (not name.startswith("#"))
    (row,) = comma_separated([named(name)], "th")
    assert row[word("file", "th")] == (name if name.startswith("#") else f"'{name}")


def test_whatever_a_name_holds_the_files_are_written() -> None:
    result = named("ก\x00\x1b\udcff\ufffe\n,\"ข'.docx")
    shown = "ก\ufffd\ufffd\ufffd\ufffd ,\"ข'.docx"
    assert opened([result], setup(folder=Path("/ผล"))).worksheets[0]["B5"].value == shown
    (row,) = comma_separated([result], "th")
    assert row[word("file", "th")] == shown


def test_links_lead_to_the_report_and_the_draft() -> None:
    data = written(results(), setup(html="%E0%B8%9C%E0%B8%A5%20x.html", folder=Path("ผล")))
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    links = {cell.coordinate: cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert {each.location for each in links.values()} == {None, "draft-1", "draft-2", "draft-3", "draft-4"}
    report = next(each for each in links.values() if each.location == "draft-3")
    assert (report.target, report.ref) == ("%E0%B8%9C%E0%B8%A5%20x.html", "D7")
    assert unquote(links["C5"].target) == "../ร่าง/สพป. หนึ่ง.docx"
    assert links["C5"].target.isascii()
    assert " " not in links["C5"].target
    assert not [cell for row in opened(results(), setup()).worksheets[0].iter_rows() for cell in row if cell.hyperlink]


def test_rules_that_found_something_link_to_the_handbook() -> None:
    sheet = opened(results(), setup(handbook="https://example.org/k/")).worksheets[4]
    links = [cell.hyperlink.target for (cell, *_) in sheet.iter_rows() if cell.hyperlink]
    assert "https://example.org/k/rules/R204/" in links


def test_the_standard_input_has_a_name_and_no_link() -> None:
    cell = opened([named("-")], setup("en", folder=Path())).worksheets[0]["B5"]
    assert (cell.value, cell.hyperlink) == ("standard input", None)


def test_limits_of_excel_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MAX_ROWS", 8)
    monkeypatch.setattr(workbooks, "MAX_LINKS", 3)
    monkeypatch.setattr(workbooks, "MAX_TEXT", 12)
    many = [named(f"ร่าง {number}.docx") for number in range(10)]
    book = opened([*many, results()[2]], setup("en", folder=Path()))
    assert book.sheetnames[:3] == ["Overview", "Overview 2", "Overview 3"]
    overviews = [sheet for sheet in book.worksheets if sheet.title.startswith("Overview")]
    assert [row["No."] for sheet in overviews for row in table(sheet)] == list(range(1, 12))
    links = [sum(cell.hyperlink is not None for row in sheet.iter_rows() for cell in row) for sheet in overviews]
    assert links == [3, 3, 3]
    assert table(overviews[2])[-1]["Remark"] == "The file is…"


def test_titles_of_sheets_are_allowed_and_different() -> None:
    every = [checked(document(COMPLETE), procedure=plan) for plan in registry().plans]
    for language in LANGUAGES:
        titles = opened(every, setup(language)).sheetnames
        assert len({title.casefold() for title in titles}) == len(titles) == len(registry().plans) + 3
        assert max(map(len, titles)) <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", "\n".join(titles), re.MULTILINE)


def test_sheets_are_ready_to_be_read_and_printed() -> None:
    for sheet in opened(results(), setup()).worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert "&P" in sheet.oddFooter.right.text
        assert sheet.print_title_rows
        if sheet.auto_filter.ref:
            header = int(re.findall(r"\d+", sheet.auto_filter.ref)[0])
            assert sheet.freeze_panes == f"{sheet.freeze_panes[0]}{header + 1}"
            assert sheet.print_title_rows.endswith(f":${header}")
            assert all(cell.value for cell in sheet[header])


def test_every_sign_is_told_apart_without_colour() -> None:
    for keys in (STATUSES, [*map(key_of, OUTCOMES)]):
        signs = [MARKS[key] for key in keys if key != "cited"]
        assert len(set(signs)) == len(signs)
    coloured = "".join(SHADES.values())
    assert len(set(coloured)) == len(coloured)
    lightness = [
        sum(weight * int(shade[at : at + 2], 16) for at, weight in ((0, 0.299), (2, 0.587), (4, 0.114)))
        for shade in SHADES
    ]
    assert all(abs(one - other) > 9 for one, other in combinations(lightness, 2))
    assert all(coloured.index(MARKS[key]) >= coloured.index("~") for key in RIGHT), "what is there is the lightest"


def test_colours_follow_what_a_cell_says() -> None:
    rules = opened(results(), setup()).worksheets[1].conditional_formatting
    parts = next(each for each in rules if len(each.rules) == len(SHADES))
    assert str(parts.sqref).startswith("C5:")
    assert [rule.formula[0] for rule in parts.rules] == [
        f'AND(C5<>"",ISNUMBER(FIND(LEFT(C5,1),"{marks}")))' for marks in SHADES.values()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_interrupted_run_says_so(language: Language) -> None:
    said = load_messages().words["unchecked-files"][language].format(count=5)
    assert said in [row[0] for row in opened(results(), setup(language), 5).worksheets[0].iter_rows(values_only=True)]
    stream = io.StringIO(newline="")
    writer = open_writer("csv", stream, setup(language))
    writer.add(results()[0])
    writer.end(5)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().removeprefix("\ufeff"))))
    assert [row[word("matrix-remark", language)] for row in rows] == ["", said]


def test_without_a_file_there_is_still_a_workbook() -> None:
    assert len(opened([], setup(), 3).worksheets) == 3
    assert render("csv", [], setup()).count("\r\n") == 1


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_memory_stays_small(name: str) -> None:
    stream = io.BytesIO() if name == "xlsx" else io.StringIO()
    writer = open_writer(name, stream, setup(folder=Path()))
    for result in results():
        writer.add(result)
    many = [replace(result) for result in results()] * 40
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for result in many:
        writer.add(result)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (after - before) / len(many) < 1_500, "bytes for each draft"


@pytest.mark.parametrize(("ending", "language"), [("xlsx", "th"), ("csv", "en")])
def test_the_command_writes_a_matrix(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str, language: Language
) -> None:
    draft, target = tmp_path / "ร่าง แผน.md", tmp_path / f"ผล การตรวจ.{ending.upper()}"
    draft.write_text(FAULTY, encoding="utf-8")
    arguments = ["check", "--no-config", str(tmp_path), "--matrix", str(target), "--lang", language, "--quiet"]
    assert main(arguments) == 1
    assert capsys.readouterr() == ("", "")
    if ending == "xlsx":
        cell = load_workbook(target).worksheets[0]["B5"]
        assert (cell.value, cell.hyperlink.target) == (
            draft.name,
            "%E0%B8%A3%E0%B9%88%E0%B8%B2%E0%B8%87%20%E0%B9%81%E0%B8%9C%E0%B8%99.md",
        )
    else:
        assert target.read_bytes().startswith(b"\xef\xbb\xbfNo.,File,Result,")
        assert b"\r\r" not in target.read_bytes()
    assert main(arguments) == 2
    assert "--force" in capsys.readouterr().err


def test_a_matrix_of_another_kind_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "ร่าง.md"
    draft.write_text(COMPLETE, encoding="utf-8")
    assert main(["check", "--no-config", str(draft), "--matrix", str(tmp_path / "ผล.ods")]) == 2
    assert ".xlsx .csv" in capsys.readouterr().err


def test_the_workbook_has_no_formulas_and_no_shared_text(tmp_path: Path) -> None:
    """What counts says stands in the file, for programs that compute nothing."""
    with zipfile.ZipFile(io.BytesIO(written(results(), setup()))) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 5
    assert not [sheet for sheet in sheets if re.search(r"<f[ >]", sheet)]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    target = tmp_path / "ผล.xlsx"
    target.write_bytes(written(results(), setup("en")))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76",
            "--outdir",
            tmp_path,
            target,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    rows = list(csv.reader((tmp_path / "ผล.csv").read_text(encoding="utf-8").splitlines()))
    assert rows[0][0] == "Result of checking draft plans"
    assert rows[4][2:5] == ["สพป. หนึ่ง.docx", "✓ nothing to mend", "0"]
    assert "16/16" in rows[4]


class FullDisk(io.BytesIO):
    """Takes a little, then no more."""

    def write(self, data: Any) -> int:
        if self.tell() > 2_000:
            raise CommandError("output-full", file="ผล.xlsx")
        return super().write(data)


def test_a_workbook_that_cannot_be_finished_says_one_thing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    complaints: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", complaints.append)
    writer = open_writer("xlsx", FullDisk(), setup())
    writer.add(results()[0])
    with pytest.raises(CommandError) as caught:
        writer.end()
    assert "ผล.xlsx" in caught.value.text.th
    del writer, caught
    gc.collect()
    abandoned = open_writer("xlsx", io.BytesIO(), setup())
    abandoned.add(results()[1])
    del abandoned
    gc.collect()
    assert complaints == []
    assert list(tmp_path.iterdir()) == []


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
from khumue.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_no_room_for_temporary_files(tmp_path: Path) -> None:
    draft, temporary = tmp_path / "ร่าง.md", tmp_path / "ชั่วคราว"
    draft.write_text(FAULTY, encoding="utf-8")
    temporary.mkdir()
    arguments = ["check", "--no-config", "--quiet", *[str(draft)] * 20, "--matrix", str(tmp_path / "ผล.xlsx")]
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *arguments],
        env={**os.environ, "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "เขียนแฟ้มชั่วคราว" in done.stderr
    assert str(temporary) in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert sorted(tmp_path.iterdir()) == sorted([draft, temporary])
    assert list(temporary.iterdir()) == []
