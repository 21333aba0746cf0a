"""The registry from the catalogue, in its plain form: only what a check reads, with names folded beforehand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from khumue.decode import encode
from khumue.matching import fold_sections
from khumue.model import Catalogue, Section
from khumue.projects.labels import fold_fields
from khumue.referencenames import fold_references


def write_registry(catalogue: Catalogue) -> dict[str, Any]:
    """The registry as plain values."""
    return {
        "plans": [_plan(each) for each in encode(catalogue.procedures) if "document" in each],
        "manuals": encode(catalogue.manuals),
        "documents": encode(catalogue.documents),
        "sections": [_without_names(each) for each in encode(catalogue.sections)],
        "references": [_without_names(each) for each in encode(catalogue.references)],
        "project_fields": [_without_names(each) for each in encode(catalogue.project_fields)],
        "section_names": fold_sections(catalogue.sections),
        "section_structure": _structure(catalogue.sections.values()),
        "agreed_order": _agreed_order(catalogue),
        "project_field_names": fold_fields(catalogue.project_fields),
        "reference_names": vars(fold_references(catalogue.references.values())),
    }


def _agreed_order(catalogue: Catalogue) -> dict[str, list[str]]:
    """By section, those that two procedures or more put after it and none before it."""
    documents = [each.document for each in catalogue.procedures.values() if each.document]
    pairs = Counter(pair for each in documents for pair in combinations([own.section for own in each.sections], 2))
    agreed: dict[str, list[str]] = {}
    for (first, second), count in pairs.items():
        if count > 1 and (second, first) not in pairs:
            agreed.setdefault(first, []).append(second)
    return agreed


def _structure(sections: Iterable[Section]) -> dict[str, Any]:
    return {
        "pieces": {each.id: each.pieces for each in sections if each.pieces},
        "holds": {each.id: each.holds for each in sections if each.holds},
        "form_fields": [each.id for each in sections if each.form_field],
    }


def _plan(procedure: dict[str, Any]) -> dict[str, Any]:
    """What a draft must hold, without the reasons, which only the handbook gives."""
    document = procedure["document"]
    required = {
        kind: [{key: value for key, value in each.items() if key != "why"} for each in document[kind]]
        for kind in ("sections", "references")
    }
    plan = {key: procedure[key] for key in ("id", "manual", "title")}
    return {**plan, "document": {"type": document["type"], **required}}


_UNREAD = {"aliases", "shared_names", "inner_names", "old_names", "decoys", "pieces", "holds", "form_field", "note"}


def _without_names(entry: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in entry.items() if key not in _UNREAD}
    if "editions" in kept:
        kept["editions"] = [_without_names(edition) for edition in kept["editions"]]
    return kept
