"""Kinds of documents: which procedures make them, and in which others a step brings one forth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khumue.model import Catalogue, DocumentType, Form, Procedure, Step


@dataclass(frozen=True, kw_only=True)
class DocumentUse:
    """A kind of document: procedures whose plan it is, steps of others that result in one, forms for it."""

    document: DocumentType
    makers: tuple[Procedure, ...]
    steps: tuple[tuple[Procedure, Step], ...]
    forms: tuple[tuple[Procedure, Form], ...]


def document_uses(catalogue: Catalogue) -> tuple[DocumentUse, ...]:
    """Every kind of document; those that a procedure is about come first, those that none names last."""
    uses = (_use(catalogue, document) for document in catalogue.documents.values())
    return tuple(sorted(uses, key=lambda use: (not use.makers, not use.steps and not use.forms)))


def _use(catalogue: Catalogue, document: DocumentType) -> DocumentUse:
    makers = tuple(p for p in catalogue.procedures.values() if p.document and p.document.type == document.id)
    # The Thai names are the official ones: they stand in the Thai text of a result as they are registered.
    names = (document.title.th, *document.aliases.th)
    others = tuple(p for p in catalogue.procedures.values() if p not in makers)
    return DocumentUse(
        document=document,
        makers=makers,
        steps=tuple((p, s) for p in others if not makers for s in p.steps if s.output and _names(s.output.th, names)),
        forms=tuple((p, f) for p in catalogue.procedures.values() for f in p.forms if _names(f.title.th, names)),
    )


def _names(text: str, names: tuple[str, ...]) -> bool:
    return any(name in text for name in names)
