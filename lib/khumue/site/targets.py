"""Where the items of learning paths lead, and what a link there is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khumue.model import Text
from khumue.site import links
from khumue.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khumue.learning import ProcedurePart, SitePage, Target
    from khumue.model import Catalogue

PAGES: Mapping[SitePage, tuple[str, str]] = {
    "tasks": (links.TASKS, "tasks"),
    "procedures": (links.PROCEDURES, "procedures.all"),
    "documents": (links.DOCUMENTS, "documents"),
    "jobs": (links.JOBS, "jobs"),
    "roles": (links.ROLES, "roles"),
    "references": (links.REFERENCES, "references"),
    "sections": (links.SECTIONS, "sections"),
    "glossary": (links.GLOSSARY, "glossary"),
    "handovers": (links.HANDOVERS, "handovers"),
    "notes": (links.NOTES, "notes.all"),
    "a-z": (links.A_TO_Z, "a-z"),
    "draft": (links.DRAFT, "draft"),
    "check": (links.CHECK, "check.how"),
    "reports": (links.REPORTS, "reports"),
    "rules": (links.RULES, "rules"),
    "calendar": (links.CALENDAR, "calendar"),
    "plans": (links.CONCEPT_PLANS, "concepts.plans"),
    "bodies": (links.CONCEPT_BODIES, "concepts.bodies"),
    "words": (links.CONCEPT_WORDS, "concepts.words"),
    "forms": (links.CONCEPT_FORMS, "concepts.forms"),
    "example": (links.EXAMPLE, "example.nav"),
    "adopt": (links.ADOPT, "adopt"),
}
"""The pages that paths may lead to: path of the file, and the word that is the page's title."""

PARTS: Mapping[ProcedurePart, str] = {
    "flowchart": "flowchart",
    "steps": "how",
    "document": "document",
    "references": "cited",
    "notes": "notes",
    "related": "flow",
    "source": "source",
}
"""Parts of the page of a procedure, with the word that is their heading."""

_PLACES: Mapping[tuple[SitePage | None, str | None], str] = {
    ("draft", "check"): "draft.check",
    ("draft", "result"): "draft.result",
    ("draft", "sample"): "draft.sample",
    ("check", "draft"): "check.draft",
    ("check", "result"): "check.result",
    ("reports", "matrix"): "reports.matrix",
    ("reports", "comments"): "reports.comments",
}
"""Parts of hand-written pages that have a name of their own."""


def target_place(target: Target) -> tuple[str, str]:
    """The path of the page and the anchor there, which may be empty."""
    if target.page:
        return PAGES[target.page][0], target.at or ""
    if target.procedure:
        return links.procedure_path(target.procedure), f"step-{target.step}" if target.step else target.part or ""
    if target.role:
        return links.role_path(target.role), ""
    if target.job:
        return links.job_path(target.job), ""
    lists = (
        (links.SECTIONS, target.section),
        (links.REFERENCES, target.reference),
        (links.GLOSSARY, target.term),
        (links.DOCUMENTS, target.document),
    )
    return next((path, name) for path, name in lists if name)


def target_title(catalogue: Catalogue, target: Target) -> Text:
    """What the link is called: for a procedure its office, too, and its step or part."""
    if target.page:
        title, place = WORDS[PAGES[target.page][1]], _PLACES.get((target.page, target.at))
        return _joined(WORDS[place], title) if place else title
    if target.procedure:
        return _procedure_title(catalogue, target)
    if target.role:
        return catalogue.roles[target.role].title
    if target.job:
        return _joined(WORDS["jobs.all"], catalogue.jobs[target.job].title)
    if target.section:
        return catalogue.sections[target.section].title
    if target.reference:
        return catalogue.references[target.reference].title
    if target.term:
        return catalogue.glossary[target.term].term
    return catalogue.documents[target.document or ""].title


def _procedure_title(catalogue: Catalogue, target: Target) -> Text:
    procedure = catalogue.procedures[target.procedure or ""]
    office = catalogue.manuals[procedure.manual].short
    title = Text(th=f"{procedure.title.th} ({office.th})", en=f"{procedure.title.en} ({office.en})")
    if target.step:
        step = next(each for each in procedure.steps if each.id == target.step)
        number, named = procedure.step_number(step.id), WORDS["step"]
        own = Text(th=f"{named.th} {number} {step.title.th}", en=f"{named.en} {number}, {step.title.en}")
        return _joined(own, title)
    return _joined(WORDS[PARTS[target.part]], title) if target.part else title


def _joined(first: Text, second: Text) -> Text:
    return Text(th=f"{first.th} · {second.th}", en=f"{first.en} · {second.en}")
