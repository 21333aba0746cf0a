"""What rules see of a checked draft, and what they say of it before it is put in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from khumue.document import Document
from khumue.editions import JudgedMention
from khumue.finding import Concern, DocumentFacts, ReferenceResult, SectionResult, Source
from khumue.frozen import NOTHING, frozen
from khumue.headings import Heading
from khumue.projects.results import NO_PROJECTS, Projects
from khumue.registry import Registry
from khumue.unknown import UnknownCitation
from khumue.vocabulary import PlanRequirements, Text

if TYPE_CHECKING:
    from khumue.waivers import UnusableWaiver


@frozen
class Checked:
    """A draft with everything known of it; of one that is not legible, nothing but the facts of its file.

    Entries of its table of contents are not among the headings.
    """

    document: Document
    facts: DocumentFacts
    plan: PlanRequirements
    registry: Registry
    headings: Sequence[Heading] = ()
    sections: tuple[SectionResult, ...] = ()
    references: tuple[ReferenceResult, ...] = ()
    judged: tuple[JudgedMention, ...] = ()
    unknown: tuple[UnknownCitation, ...] = ()
    projects: Projects = NO_PROJECTS
    unusable: tuple[UnusableWaiver, ...] = ()

    @property
    def has_headings(self) -> bool:
        """Whether the draft has a heading at all."""
        return bool(self.headings)

    def section_source(self, section: str) -> Source | None:
        """Where the manual requires a section."""
        return section_source(self.plan, section)

    def reference_source(self, reference: str) -> Source | None:
        """Where the manual requires a series."""
        return reference_source(self.plan, reference)


def section_source(plan: PlanRequirements, section: str) -> Source | None:
    """Where the manual of a procedure requires a section, if it does."""
    required = next((each for each in plan.document.sections if each.section == section), None)
    return _source(plan, required.locators, f"part-{section}") if required else None


def reference_source(plan: PlanRequirements, reference: str) -> Source | None:
    """Where the manual of a procedure requires a series, if it does."""
    required = next((each for each in plan.document.references if each.reference == reference), None)
    return _source(plan, required.locators, f"cites-{reference}") if required else None


def _source(plan: PlanRequirements, locators: tuple[str, ...], anchor: str) -> Source:
    """`anchor` is that of the requirement on the procedure's page."""
    return Source(manual=plan.manual, locators=locators, link=f"procedures/{plan.id}/#{anchor}")


@frozen
class Remark(Concern):
    """A finding before it is put in words: what fills the rule's message, and which of its variants says it."""

    variant: str = ""
    values: Mapping[str, Text | str | int] = NOTHING


Rule = Callable[[Checked], Iterator[Remark]]
