"""What drafts are checked against: the part of the catalogue that a check needs, so that it starts at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from khumue.decode import decode
from khumue.frozen import frozen
from khumue.names import Folded, NameIndex
from khumue.referencenames import ReferenceNames
from khumue.shipped import read_compiled
from khumue.vocabulary import DocumentType, Manual, PlanRequirements, ProjectField, Reference, Section, SectionStructure

T = TypeVar("T")


@frozen
class Registry:
    """Everything that a draft is compared with. Mappings keep the order of the data files.

    Names of sections, references and project fields stand in name lists, folded, and not in the entries themselves.
    `agreed_order` has, by section, those that stand after it in every procedure that names both.
    """

    plans: Mapping[str, PlanRequirements]
    manuals: Mapping[str, Manual]
    documents: Mapping[str, DocumentType]
    sections: Mapping[str, Section]
    references: Mapping[str, Reference]
    project_fields: Mapping[str, ProjectField]
    section_names: Folded
    section_structure: SectionStructure
    project_field_names: Folded
    agreed_order: Mapping[str, Sequence[str]]
    reference_names: ReferenceNames

    @cached_property
    def section_index(self) -> NameIndex:
        """The names of sections, ready to be found; made once, for every draft of a call."""
        return NameIndex(self.section_names)

    @cached_property
    def project_field_index(self) -> NameIndex:
        """The names of the fields of project sheets."""
        return NameIndex(self.project_field_names)


def load_registry(folder: Path | None = None) -> Registry:
    """The registry of a folder of data files, or the bundled one. Raises DataError when data files are not valid."""
    if folder is None:
        return read_registry(read_compiled("registry"))
    from khumue.authoring.registering import write_registry
    from khumue.catalogue import load_catalogue

    return read_registry(write_registry(load_catalogue(folder)))


def read_registry(plain: Mapping[str, Any]) -> Registry:
    """The registry from its plain form."""
    return Registry(
        plans=_Entries(PlanRequirements, plain["plans"]),
        manuals=_Entries(Manual, plain["manuals"]),
        documents=_Entries(DocumentType, plain["documents"]),
        sections=_Entries(Section, plain["sections"]),
        references=_Entries(Reference, plain["references"]),
        project_fields=_Entries(ProjectField, plain["project_fields"]),
        section_names=plain["section_names"],
        section_structure=SectionStructure(**plain["section_structure"]),
        agreed_order=plain["agreed_order"],
        project_field_names=plain["project_field_names"],
        reference_names=ReferenceNames(**plain["reference_names"]),
    )


class _Entries(Mapping[str, T]):
    """Entries by id, each decoded when it is first asked for: a check needs a few of hundreds."""

    def __init__(self, kind: type[T], plain: Iterable[Mapping[str, Any]]) -> None:
        self._kind = kind
        self._plain = {entry["id"]: entry for entry in plain}
        self._decoded: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._decoded:
            self._decoded[name] = decode(self._kind, self._plain[name])
        return self._decoded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)
