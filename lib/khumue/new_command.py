"""The command `new`: starts the data file of a procedure, and what it needs around it."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from khumue.authoring.apart import without_procedures
from khumue.authoring.schemafaults import SCHEMAS, both_languages
from khumue.authoring.shapes import shape_of
from khumue.authoring.starting import NO_PLACE, data_files, new_entry, new_procedure, own_copy
from khumue.catalogue import load_catalogue
from khumue.freshness import find_checkout
from khumue.messages import load_messages
from khumue.model import Catalogue, Language, Procedure
from khumue.problems import CommandError, find_procedure, nearest
from khumue.shipped import PACKAGE
from khumue.thai import arabic
from khumue.writing import make_folder_of, new_file, new_folder

_FIRST_ROLE = "policy-planning-group"


@dataclass(frozen=True, kw_only=True)
class _Start:
    """What is to be started, where, and from which procedure; `catalogue` is what the folder has or will have."""

    id: str
    folder: Path
    catalogue: Catalogue
    source: Procedure | None
    office_kind: str | None
    job: str
    number: str

    @property
    def manual(self) -> str:
        """The manual's id, which is its folder's name."""
        return self.id.partition("/")[0]


def start_procedure(options: argparse.Namespace) -> str:
    """Write the file, and the folder and entries that are missing; say what was written and what comes next.

    Raises CommandError and DataError; then nothing is written.
    """
    language: Language = "en" if options.lang == "en" else "th"
    start = _start(options)
    bundled = dict(data_files(start.catalogue)) if _is_missing(start.folder) else {}
    files = _files(start, bundled)
    if bundled:
        _fill_folder(start.folder, {**bundled, **files})
    else:
        _add_files(start.folder, files, force=options.force)
    words = load_messages().words
    made = "new-folder-alone" if options.alone else "new-folder"
    said = [words[made][language].format(folder=start.folder)] if bundled else []
    said += [words["new-written"][language].format(file=start.folder / file) for file in files]
    option = f" --procedures {_shown(start.folder)}" if options.procedures else ""
    return "\n".join([*said, words["new-next"][language].format(option=option)])


def _shown(folder: Path) -> str:
    """A folder as it is typed in a command."""
    return f'"{folder}"' if " " in str(folder) else str(folder)


def _start(options: argparse.Namespace) -> _Start:
    shape = shape_of("procedure").inner("id").plain
    if not re.fullmatch(shape["pattern"], options.id) or options.id.startswith("vocabulary/"):
        raise CommandError("new-id", value=options.id, rule=both_languages(shape["patternErrorMessage"]))
    folder = _folder(options.procedures)
    is_missing = _is_missing(folder)
    if options.alone and not is_missing:
        raise CommandError("new-alone", folder=str(folder))
    known = load_catalogue(None if is_missing else folder)
    catalogue = without_procedures(known) if options.alone else known
    if options.id in catalogue.procedures and not options.force:
        raise CommandError("new-exists", value=options.id)
    source = None if options.source is None else find_procedure(options.source, known.procedures)
    if options.job and options.job not in catalogue.jobs:
        raise CommandError("new-job", value=options.job, near=nearest(options.job, catalogue.jobs))
    manual, _, name = options.id.partition("/")
    return _Start(
        id=options.id,
        folder=folder,
        catalogue=catalogue,
        source=source,
        office_kind=known.manuals[source.manual].office_kind if source else None,
        job=options.job or (source.job if source else name),
        number=_number(options, manual, catalogue),
    )


def _folder(given: Path | None) -> Path:
    """The folder that the command names, or the data of the checkout. Those of an installation are left alone."""
    if given is not None:
        return given
    root = find_checkout(PACKAGE)
    if root is None:
        raise CommandError("new-where")
    return Path(os.path.relpath(root / "procedures")) if Path.cwd().is_relative_to(root) else root / "procedures"


def _is_missing(folder: Path) -> bool:
    """Whether the folder has still to be filled with the data that come with the program."""
    try:
        return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        raise CommandError("folder-failed", folder=str(folder), reason=error.strerror or "") from None


def _number(options: argparse.Namespace, manual: str, catalogue: Catalogue) -> str:
    """The number that the command gives, or the first that no procedure of the manual has."""
    others = [each for each in catalogue.procedures.values() if each.manual == manual and each.id != options.id]
    taken = {number: each.id for each in others for number in each.numbers}
    number = " ".join(arabic(options.number or "").split())
    if not number.isprintable() or NO_PLACE in number:  # such as letters of another encoding, which no file can hold
        raise CommandError("new-number-odd")
    if number in taken:
        raise CommandError("new-number", value=number, other=taken[number])
    return number or next(str(count) for count in range(1, len(taken) + 2) if str(count) not in taken)


def _files(start: _Start, bundled: Mapping[str, str]) -> dict[str, str]:
    """What is to be written, by path: the procedure, then the entries of the vocabulary that it needs."""
    facts = {
        "id": start.id,
        "manual": start.manual,
        "numbers": [start.number],
        "job": start.job,
        "by": _FIRST_ROLE if _FIRST_ROLE in start.catalogue.roles else next(iter(start.catalogue.roles)),
        "locators": [f"{start.number} {NO_PLACE}"],
        "reviewed": date.today().isoformat(),  # noqa: DTZ011 -- the day where the author sits
    }
    file = f"{start.id}.yaml"
    text = own_copy(start.source, facts) if start.source else new_procedure(facts)
    files = {file: _head(start.folder / file) + text}
    for kind, entry, known in (
        ("manuals", start.manual, start.catalogue.manuals),
        ("jobs", start.job, start.catalogue.jobs),
    ):
        if entry not in known:
            path = f"vocabulary/{kind}.yaml"
            older = bundled[path] if bundled else (start.folder / path).read_bytes().decode("utf-8-sig")
            files[path] = _with(older, new_entry(kind, {"id": entry, **_kind_of_office(start, kind)}))
    return files


def _kind_of_office(start: _Start, kind: str) -> dict[str, str]:
    return {"office_kind": start.office_kind} if kind == "manuals" and start.office_kind else {}


def _head(path: Path) -> str:
    """What editors and authors are to know of the file, as comments."""
    schema, root = SCHEMAS / "procedure.schema.json", find_checkout(PACKAGE)
    here = path.resolve()
    is_inside = root is not None and here.is_relative_to(root)
    address = Path(os.path.relpath(schema, here.parent)).as_posix() if is_inside else schema.as_uri()
    said = load_messages().words["new-head"]
    lines = [f"# {line}".rstrip() for text in (said.th, said.en) for line in text.splitlines()]
    return "\n".join([f"# yaml-language-server: $schema={address}", "#", *lines, "", ""])


def _with(older: str, entry: str) -> str:
    """A list in YAML with an entry more, in lines that end as the others do."""
    before = "" if older.strip() == "[]" else f"{older.rstrip()}\n"
    whole = before.replace("\r\n", "\n") + entry
    return whole.replace("\n", "\r\n") if "\r\n" in older else whole


def _fill_folder(folder: Path, files: Mapping[str, str]) -> None:
    with new_folder(folder, force=False) as beside:
        for file, text in files.items():
            path = beside / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())


def _add_files(folder: Path, files: Mapping[str, str], *, force: bool) -> None:
    """Write all files or none. Vocabularies are written again with their new entry, whatever `force` says."""
    with ExitStack() as stack:
        for file, text in files.items():
            make_folder_of(folder / file)
            is_vocabulary = file.startswith("vocabulary/")
            stack.enter_context(new_file(folder / file, force=force or is_vocabulary)).write(text.encode())
