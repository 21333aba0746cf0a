"""What drafts are checked against: the part of the catalogue that a check needs, so that it starts at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from khumue.citations import ReferenceNames
from khumue.decode import decode
from khumue.frozen import frozen
from khumue.names import Folded
from khumue.shipped import read_compiled
from khumue.vocabulary import DocumentType, Manual, PlanRequirements, Reference, Section

T = TypeVar("T")


@frozen
class Registry:
    """Everything that a draft is compared with. Mappings keep the order of the data files.

    Names of sections and references stand in the two name lists, folded, and not in the entries themselves.
    """

    plans: Mapping[str, PlanRequirements]
    manuals: Mapping[str, Manual]
    documents: Mapping[str, DocumentType]
    sections: Mapping[str, Section]
    references: Mapping[str, Reference]
    section_names: Folded
    reference_names: ReferenceNames


def load_registry(folder: Path | None = None) -> Registry:
    """The registry of a folder of data files, or the bundled one. Raises DataError when data files are not valid."""
    if folder is None:
        return read_registry(read_compiled("registry"))
    from khumue.authoring.registering import write_registry
    from khumue.catalogue import load_catalogue

    return read_registry(write_registry(load_catalogue(folder)))


def read_registry(plain: Mapping[str, Any]) -> Registry:
    """The registry from its plain form."""

    def entries(kind: type[T], name: str) -> dict[str, T]:
        return {each["id"]: decode(kind, each) for each in plain[name]}

    return Registry(
        plans=entries(PlanRequirements, "plans"),
        manuals=entries(Manual, "manuals"),
        documents=entries(DocumentType, "documents"),
        sections=entries(Section, "sections"),
        references=entries(Reference, "references"),
        section_names=plain["section_names"],
        reference_names=plain["reference_names"],
    )
