"""What no single data file can say of itself: that the names which they use for each other fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from khumue.authoring.calendarchecks import find_calendar_faults
from khumue.authoring.conceptchecks import find_concept_faults
from khumue.authoring.datafiles import DataFolder, Entry
from khumue.authoring.faults import NO_HINT, Fault, KeyPath, say
from khumue.authoring.flowchecks import find_flow_faults
from khumue.authoring.namechecks import find_name_faults
from khumue.authoring.pathchecks import find_path_faults
from khumue.authoring.textchecks import find_text_faults
from khumue.authoring.uses import Use, find_unknown_names
from khumue.frozen import fields, is_frozen
from khumue.model import Procedure, Reference, Section


def find_cross_faults(folder: DataFolder) -> Iterator[Fault]:
    """Every fault between the entries of the folder, and of the texts in them."""
    for sources in folder.sources.values():
        for source in sources:
            yield from find_text_faults(source)
    for kind, entries in folder.entries.items():
        if kind != "procedures":
            yield from _repeated_ids(entries)
    for kind in ("procedures", "jobs", "roles"):
        yield from _former_ids(folder.entries[kind])
    yield from _check_procedures(folder)
    yield from _check_references(folder)
    yield from _check_tasks(folder)
    for section in folder.entries["sections"]:
        yield from find_unknown_names(section, _related(section.value), folder)
    for kind in ("sections", "project-fields", "documents", "references"):
        yield from find_name_faults(folder.entries[kind])
    yield from _check_project_fields(folder)
    yield from _check_form_tables(folder)
    yield from find_path_faults(folder)
    yield from find_concept_faults(folder)
    yield from find_calendar_faults(folder)


def _repeated_ids(entries: Iterable[Entry[Any]]) -> Iterator[Fault]:
    first: dict[str, Entry[Any]] = {}
    for entry in entries:
        other = first.setdefault(entry.value.id, entry)
        if other is not entry:
            yield entry.fault(("id",), "same-id", value=entry.value.id, line=other.line("id"))


def _former_ids(entries: Iterable[Entry[Any]]) -> Iterator[Fault]:
    """Former ids that an entry has now, or that two entries had: their addresses would lead to two pages."""
    owners = {entry.value.id: entry.value.id for entry in entries}
    for entry in entries:
        for index, former in enumerate(entry.value.was):
            owner = owners.setdefault(former, entry.value.id)
            if owner != entry.value.id or former == entry.value.id:
                yield entry.fault(("was", index), "former-id", value=former, other=owner)


# --- procedures -----------------------------------------------------------------------------------------------------


def _check_procedures(folder: DataFolder) -> Iterator[Fault]:
    numbers: dict[tuple[str, str], str] = {}
    for entry in folder.entries["procedures"]:
        yield from _check_id(entry)
        yield from find_unknown_names(entry, _uses(entry.value), folder)
        yield from _check_numbers(entry, numbers)
        yield from _check_locators(entry)
        yield from _check_years(entry)
        yield from _ended_references(entry, folder)
        yield from find_flow_faults(entry)
        yield from _unknown_stages(entry, folder)


def _check_id(entry: Entry[Procedure]) -> Iterator[Fault]:
    procedure = entry.value
    expected = entry.source.file.split("/", 1)[1].removesuffix(".yaml")
    if procedure.id != expected:
        yield entry.fault(("id",), "procedure-id", value=procedure.id, expected=expected)
    for index, fed in enumerate(procedure.feeds):
        if fed.to == procedure.id:
            yield entry.fault(("feeds", index, "to"), "feeds-itself")


def _uses(procedure: Procedure) -> Iterator[Use]:
    yield Use(at=("manual",), kind="manuals", name=procedure.manual)
    yield Use(at=("job",), kind="jobs", name=procedure.job)
    for index, step in enumerate(procedure.steps):
        yield Use(at=("steps", index, "by"), kind="roles", name=step.by)
        for place, role in enumerate(step.involves):
            yield Use(at=("steps", index, "involves", place), kind="roles", name=role)
    for index, cited in enumerate(procedure.references):
        yield Use(at=("references", index, "reference"), kind="references", name=cited.reference)
    for index, fed in enumerate(procedure.feeds):
        yield Use(at=("feeds", index, "to"), kind="procedures" if "/" in fed.to else "roles", name=fed.to)
    document = procedure.document
    if document is not None:
        yield Use(at=("document", "type"), kind="documents", name=document.type)
        for index, part in enumerate(document.sections):
            yield Use(at=("document", "sections", index, "section"), kind="sections", name=part.section)
        for index, series in enumerate(document.references):
            yield Use(at=("document", "references", index, "reference"), kind="references", name=series.reference)


def _related(section: Section) -> Iterator[Use]:
    for key in ("pieces", "holds"):
        for index, name in enumerate(getattr(section, key)):
            yield Use(at=(key, index), kind="sections", name=name)


def _unknown_stages(entry: Entry[Procedure], folder: DataFolder) -> Iterator[Fault]:
    """Stages that the procedure's job does not have."""
    job = next((each.value for each in folder.entries["jobs"] if each.value.id == entry.value.job), None)
    known = [stage.id for stage in job.stages] if job is not None else []
    for index, step in enumerate(entry.value.steps):
        if job is not None and step.stage is not None and step.stage not in known:
            yield entry.unknown(("steps", index, "stage"), "stages", step.stage, known)


def _check_tasks(folder: DataFolder) -> Iterator[Fault]:
    """Procedures that a job names for a task although they do another job, or are not there."""
    job_of = {each.value.id: each.value.job for each in folder.entries["procedures"]}
    known = folder.ids.get("procedures", job_of.keys())
    for entry in folder.entries["jobs"]:
        own = [name for name, job in job_of.items() if job == entry.value.id]
        for index, task in enumerate(entry.value.tasks):
            for place, name in enumerate(task.procedures):
                if name not in known or job_of.get(name, entry.value.id) != entry.value.id:
                    yield entry.unknown(("tasks", index, "procedures", place), "job-procedures", name, own)


def _check_numbers(entry: Entry[Procedure], numbers: dict[tuple[str, str], str]) -> Iterator[Fault]:
    for index, number in enumerate(entry.value.numbers):
        other = numbers.setdefault((entry.value.manual, number), entry.source.file)
        if other != entry.source.file:
            yield entry.fault(("numbers", index), "same-number", value=number, other=other)


def _check_locators(entry: Entry[Procedure]) -> Iterator[Fault]:
    numbers = entry.value.numbers
    for at, value in _walk(entry.value, ()):
        for index, locator in enumerate(value if at[-1:] == ("locators",) else ()):
            if not any(locator.startswith(f"{number} ") for number in numbers):
                yield entry.fault((*at, index), "locator-number", value=locator, numbers=", ".join(numbers))


def _check_years(entry: Entry[Any]) -> Iterator[Fault]:
    for at, value in _walk(entry.value, ()):
        match value:
            case (int() as first, int() as last) if first > last:
                yield entry.fault(at, "years-order", first=first, last=last)


def _walk(value: Any, at: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """The value and everything in it, with key paths."""
    yield at, value
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*at, index))
    elif is_frozen(value):
        for name in fields(value):
            yield from _walk(getattr(value, name), (*at, name.rstrip("_")))


def _ended_references(entry: Entry[Procedure], folder: DataFolder) -> Iterator[Fault]:
    ended = {series.value.id: series.value for series in folder.entries["references"] if series.value.status == "ended"}
    document = entry.value.document
    for index, requirement in enumerate(document.references if document else ()):
        series = ended.get(requirement.reference)
        if series is not None:
            hint = say("replacement", name=series.replaced_by) if series.replaced_by else NO_HINT
            yield entry.fault(
                ("document", "references", index, "reference"), "ended-reference", value=series.id, hint=hint
            )


# --- project fields and form tables ---------------------------------------------------------------------------------


def _check_project_fields(folder: DataFolder) -> Iterator[Fault]:
    for entry in folder.entries["project-fields"]:
        uses = (
            Use(at=("met_by", index), kind="project-fields", name=name) for index, name in enumerate(entry.value.met_by)
        )
        yield from find_unknown_names(entry, uses, folder)


def _check_form_tables(folder: DataFolder) -> Iterator[Fault]:
    for entry in folder.entries["form-tables"]:
        kind = "sections" if entry.value.form == "plan" else "project-fields"
        yield from find_unknown_names(entry, [Use(at=("at",), kind=kind, name=entry.value.at)], folder)


# --- references -----------------------------------------------------------------------------------------------------


def _check_references(folder: DataFolder) -> Iterator[Fault]:
    entries: tuple[Entry[Reference], ...] = folder.entries["references"]
    series = folder.ids.get("references", frozenset())
    known = series | {edition.id for entry in entries for edition in entry.value.editions}
    for entry in entries:
        yield from _check_replaced_by(entry, series)
        yield from _check_editions(entry, known)
        yield from _check_years(entry)


def _check_replaced_by(entry: Entry[Reference], series: frozenset[str]) -> Iterator[Fault]:
    name = entry.value.replaced_by
    if name == entry.value.id:
        yield entry.fault(("replaced_by",), "superseded-itself")
    elif name is not None and name not in series:
        yield entry.unknown(("replaced_by",), "references", name, series)


def _check_editions(entry: Entry[Reference], known: frozenset[str]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for index, edition in enumerate(entry.value.editions):
        at: KeyPath = ("editions", index)
        other = first.setdefault(edition.id, index)
        if other != index:
            yield entry.fault((*at, "id"), "same-id", value=edition.id, line=entry.line("editions", other, "id"))
        name = edition.superseded_by
        if name == edition.id:
            yield entry.fault((*at, "superseded_by"), "superseded-itself")
        elif name is not None and name not in known:
            yield entry.unknown((*at, "superseded_by"), "editions", name, known)
