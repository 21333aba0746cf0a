"""Where things stand on the site: paths of pages, anchors, and links between them.

Paths are those of the Markdown files, so that MkDocs checks every link. Anchors are the same in both languages.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from markupsafe import Markup

PROCEDURES = "procedures/index.md"
REFERENCES = "references.md"
ROLES = "roles/index.md"
SECTIONS = "sections.md"
GLOSSARY = "glossary.md"
RULES = "rules/index.md"
JOBS = "jobs/index.md"
HANDOVERS = "handovers.md"
NOTES = "notes.md"
TASKS = "tasks.md"
DOCUMENTS = "documents.md"
A_TO_Z = "a-z.md"
LEARN = "learn/index.md"

HOME = "index.md"
DRAFT = "draft.md"
CHECK = "check.md"
REPORTS = "reports.md"
LIBRARY = "library.md"
MEASUREMENTS = "measurements.md"
ADOPT = "adopt.md"
ABOUT = "about.md"
ACCESSIBILITY = "accessibility.md"


def procedure_path(procedure_id: str) -> str:
    """The page of a procedure: `procedures/<manual>/<name>.md`."""
    return f"procedures/{procedure_id}.md"


def job_path(job_id: str) -> str:
    """The page that compares the offices that do a job: `jobs/<id>.md`."""
    return f"jobs/{job_id}.md"


def role_path(role_id: str) -> str:
    """The page of a role: `roles/<id>.md`."""
    return f"roles/{role_id}.md"


def rule_path(code: str) -> str:
    """The page of a rule, to which findings link: `rules/<CODE>.md`."""
    return f"rules/{code}.md"


def learning_path(path_id: str) -> str:
    """The page of a learning path: `learn/<id>.md`."""
    return f"learn/{path_id}.md"


def edition_anchor(reference_id: str, edition_id: str) -> str:
    """The anchor of one edition on the references page; series have their own id as anchor."""
    return edition_id if edition_id.startswith(f"{reference_id}-") else f"{reference_id}-{edition_id}"


@dataclass(frozen=True, kw_only=True)
class Links:
    """Links as they are written on one page."""

    page: str

    def to(self, path: str, anchor: str = "") -> Markup:
        """A relative link to another page or, with an anchor, into this or another page."""
        target = "" if path == self.page else posixpath.relpath(path, posixpath.dirname(self.page) or ".")
        return Markup(target + (f"#{anchor}" if anchor else ""))

    def procedure(self, procedure_id: str, anchor: str = "") -> Markup:
        """A link to a procedure's page."""
        return self.to(procedure_path(procedure_id), anchor)

    def step(self, procedure_id: str, step_id: str) -> Markup:
        """A link to one step of a procedure."""
        return self.procedure(procedure_id, f"step-{step_id}")

    def role(self, role_id: str) -> Markup:
        """A link to a role's page."""
        return self.to(role_path(role_id))

    def job(self, job_id: str) -> Markup:
        """A link to the comparison of the offices that do a job."""
        return self.to(job_path(job_id))

    def section(self, section_id: str) -> Markup:
        """A link to a part of plan documents."""
        return self.to(SECTIONS, section_id)

    def document(self, document_id: str) -> Markup:
        """A link to a kind of document."""
        return self.to(DOCUMENTS, document_id)

    def reference(self, reference_id: str) -> Markup:
        """A link to a series of laws or plans."""
        return self.to(REFERENCES, reference_id)

    def edition(self, reference_id: str, edition_id: str) -> Markup:
        """A link to one edition of a series."""
        return self.to(REFERENCES, edition_anchor(reference_id, edition_id))

    def term(self, term_id: str) -> Markup:
        """A link to an entry of the glossary."""
        return self.to(GLOSSARY, term_id)

    def rule(self, code: str) -> Markup:
        """A link to a rule of the checker."""
        return self.to(rule_path(code))
