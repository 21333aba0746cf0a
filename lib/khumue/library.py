"""The checker for Python programs: what `khumue` exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

from khumue.catalogue import DataError, load_catalogue
from khumue.checking import Task, open_checker
from khumue.choices import Choices, read_years
from khumue.document import Place
from khumue.drafts import find_drafts
from khumue.finding import (
    Citation,
    DocumentFacts,
    DraftReport,
    Failure,
    Finding,
    Occurrence,
    ReferenceResult,
    Result,
    SectionResult,
    Source,
    Waived,
)
from khumue.model import Catalogue, Procedure
from khumue.problems import nearest
from khumue.projects.results import Project
from khumue.reports import FORMATS, Setup
from khumue.reports import render as render_all
from khumue.vocabulary import Language, Text

__all__ = [
    "Catalogue",
    "CheckError",
    "Citation",
    "DataError",
    "DocumentFacts",
    "DraftReport",
    "Failure",
    "Finding",
    "Occurrence",
    "Place",
    "Procedure",
    "Project",
    "ReferenceResult",
    "SectionResult",
    "Source",
    "Text",
    "Waived",
    "check",
    "check_files",
    "load_catalogue",
    "render",
]

StrPath = str | PathLike[str]


class CheckError(Exception):
    """A draft could not be checked. `failure` says why and what to do, in both languages."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure

    def __str__(self) -> str:
        return f"{self.failure.path}: {self.failure.message.en} {self.failure.fix.en}"


def check(
    path: StrPath,
    *,
    procedure: str | None = None,
    year: int | str | None = None,
    procedures: StrPath | None = None,
    settings: StrPath | bool = True,
    ocr: bool = False,
) -> DraftReport:
    """Check one draft, as the command `khumue check` does.

    `procedure` and `year` (2570, or "2566-2570", Buddhist era) are taken from the draft unless they are given.
    `procedures` is a data folder to use in place of the bundled data; it is read once in a process. `settings` is a
    settings file, or whether the khumue.toml nearest to the draft holds. `ocr` reads the scanned pages of a PDF.

    Raises CheckError for a draft that cannot be checked, ValueError for a procedure or year that there is not, and
    DataError for a data folder with faults.
    """
    task = _task(procedure, year, procedures, settings, ocr=ocr)
    result = open_checker(task).check_file(Path(path))
    if isinstance(result, Failure):
        raise CheckError(result)
    return result


def check_files(
    paths: StrPath | Iterable[StrPath],
    *,
    procedure: str | None = None,
    year: int | str | None = None,
    procedures: StrPath | None = None,
    settings: StrPath | bool = True,
    ocr: bool = False,
    jobs: int = 1,
) -> Iterator[Result]:
    """Check files, and every draft in folders and below, one after another: a DraftReport or a Failure for each.

    They come in the order of the files, as soon as they are there. `jobs` is the number of processes that share the
    work; a script that asks for several needs `if __name__ == "__main__":`. The rest is as for `check`, but a draft
    that cannot be checked raises nothing.
    """
    named = [paths] if isinstance(paths, str | PathLike) else paths
    files = find_drafts(map(Path, named))
    task = _task(procedure, year, procedures, settings, ocr=ocr)
    if min(jobs, len(files)) > 1:
        from khumue.jobs import check_in_processes  # multiprocessing takes 20 ms to import

        return check_in_processes(files, task, min(jobs, len(files)))
    return map(open_checker(task).check_file, files)


def render(
    results: Result | Iterable[Result],
    format: str = "text",  # noqa: A002 - its name on the command line
    *,
    language: Language = "th",
    procedures: StrPath | None = None,
    handbook: str | None = None,
) -> str:
    """A report on one result or several, in a format that `khumue check --format` prints.

    `procedures` is the data folder that they were checked with; `handbook` is the address of the handbook that the
    report links to. Raises ValueError for a format that there is not.
    """
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    checker = open_checker(Task(procedures=_folder(procedures)))
    setup = Setup(registry=checker.registry, messages=checker.messages, language=language, handbook=handbook)
    return render_all(format, [results] if isinstance(results, Result) else results, setup)


def _task(
    procedure: str | None, year: int | str | None, procedures: StrPath | None, settings: StrPath | bool, *, ocr: bool
) -> Task:
    """What to check with. Raises ValueError for a procedure or a year that there is not."""
    task = Task(
        procedures=_folder(procedures),
        choices=Choices(procedure=procedure, years=_years(year)),
        settings_file=None if isinstance(settings, bool) else Path(settings),
        use_settings=settings is not False,
        ocr=ocr,
    )
    plans = open_checker(task).registry.plans
    if procedure is not None and procedure not in plans:
        raise ValueError(f"no procedure {procedure!r}; the nearest are {nearest(procedure, plans)}")
    return task


def _folder(procedures: StrPath | None) -> Path | None:
    return None if procedures is None else Path(procedures)


def _years(year: int | str | None) -> tuple[int, ...] | None:
    if year is None:
        return None
    try:
        return read_years(str(year))
    except ValueError:
        raise ValueError(f"no fiscal year of the Buddhist era such as 2570, or 2566-2570: {year!r}") from None
