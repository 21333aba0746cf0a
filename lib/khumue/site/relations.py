"""What the pages say that no data file says by itself: who approves, what follows a step, who cites a law."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khumue.model import Catalogue, CitedReference, Edition, Job, Procedure, Reference, Step


def distinct(items: Iterable[str]) -> tuple[str, ...]:
    """The items without repeats, in the order in which they come first."""
    return tuple(dict.fromkeys(items))


def doers(procedure: Procedure) -> tuple[str, ...]:
    """Ids of the roles that do the tasks, the one with most steps first."""
    by = [step.by for step in procedure.steps if step.kind == "task"]
    return tuple(sorted(distinct(by), key=by.count, reverse=True))


def participants(procedure: Procedure) -> tuple[str, ...]:
    """Ids of the roles that take part without doing or deciding a step themselves."""
    acting = {step.by for step in procedure.steps}
    return tuple(role for role in distinct(r for step in procedure.steps for r in step.involves) if role not in acting)


def approvers(procedure: Procedure) -> tuple[str, ...]:
    """Ids of the roles that decide."""
    return distinct(step.by for step in procedure.steps if step.kind == "decision")


def predecessors(procedure: Procedure, step: Step) -> tuple[Step, ...]:
    """The steps that a step waits for: those of `after`, or else the one before it in the list."""
    if step.after:
        return tuple(other for other in procedure.steps if other.id in step.after)
    place = procedure.step_number(step.id) - 1
    return procedure.steps[place - 1 : place] if place else ()


def successors(procedure: Procedure, step: Step) -> tuple[Step, ...]:
    """The steps that may begin when a step is done; none at the end of the flow."""
    return tuple(other for other in procedure.steps if step in predecessors(procedure, other))


def step_of(procedure: Procedure, locator: str) -> Step | None:
    """The first step that rests on a number of the manual, itself or in one of its parts."""
    return next(
        (
            step
            for step in procedure.steps
            if locator in step.locators or any(locator in each.locators for each in step.substeps)
        ),
        None,
    )


def feeders(catalogue: Catalogue, procedure: Procedure) -> tuple[Procedure, ...]:
    """The procedures whose result this one uses."""
    return tuple(
        other for other in catalogue.procedures.values() if any(feed.to == procedure.id for feed in other.feeds)
    )


def shared_jobs(catalogue: Catalogue) -> tuple[tuple[Job, tuple[Procedure, ...]], ...]:
    """The jobs that more than one manual describes, each with its procedures."""
    by_job = (
        (job, tuple(each for each in catalogue.procedures.values() if each.job == job.id))
        for job in catalogue.jobs.values()
    )
    return tuple((job, own) for job, own in by_job if len({each.manual for each in own}) > 1)


def stage_steps(procedure: Procedure, stage: str | None) -> tuple[Step, ...]:
    """The steps of a procedure that belong to a stage of its job; None for those that belong to none."""
    return tuple(step for step in procedure.steps if step.stage == stage)


def unstaged(procedures: Iterable[Procedure]) -> bool:
    """Whether any of the procedures has a step outside of the job's stages."""
    return any(stage_steps(procedure, None) for procedure in procedures)


def same_job(catalogue: Catalogue, procedure: Procedure) -> tuple[Procedure, ...]:
    """The same work in other manuals."""
    return tuple(
        other
        for other in catalogue.procedures.values()
        if other.job == procedure.job and other.manual != procedure.manual
    )


def citing(catalogue: Catalogue, reference_id: str) -> tuple[Procedure, ...]:
    """The procedures that list a series among their references."""
    return tuple(p for p in catalogue.procedures.values() if any(c.reference == reference_id for c in p.references))


def requiring_reference(catalogue: Catalogue, reference_id: str) -> tuple[Procedure, ...]:
    """The procedures whose plan document must cite a series."""
    return tuple(
        p
        for p in catalogue.procedures.values()
        if p.document and any(r.reference == reference_id for r in p.document.references)
    )


def requiring_section(catalogue: Catalogue, section_id: str) -> tuple[Procedure, ...]:
    """The procedures whose plan document must hold a part."""
    return tuple(
        p
        for p in catalogue.procedures.values()
        if p.document and any(s.section == section_id for s in p.document.sections)
    )


def in_force(reference: Reference) -> tuple[Edition, ...]:
    """The editions that the registry records as in force."""
    return tuple(edition for edition in reference.editions if edition.status == "in-force")


def cited_edition(reference: Reference, cited: CitedReference) -> Edition | None:
    """The registry's entry for the edition that a manual cites, or None where the manual names none or a wrong one."""
    for edition in reference.editions:
        spans = (edition.years, *edition.also_written)
        if cited.cited_edition is not None and cited.cited_edition == edition.edition:
            return edition
        if cited.cited_edition is None and cited.cited_years is not None and cited.cited_years in spans:
            return edition
    return None


def find_edition(catalogue: Catalogue, reference: Reference, edition_id: str) -> tuple[Reference, Edition]:
    """An edition by its id, looked for in its own series first, and the series that holds it."""
    for series in (reference, *catalogue.references.values()):
        for edition in series.editions:
            if edition.id == edition_id:
                return series, edition
    raise KeyError(f"{reference.id}: no edition {edition_id!r} in the registry of references")
