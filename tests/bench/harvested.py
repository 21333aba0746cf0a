"""Headings and citations as published plans write them, from the tests' own data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from bench.citations import FISCAL_YEAR, read_citations
from bench.phrases import Recall, find_parts
from khumue.finding import ReferenceStatus
from khumue.registry import Registry

DATA = Path(__file__).parents[1] / "data"


def variants_assigned(registry: Registry) -> Recall:
    """The headings of published plans, each in a heading style: given to the parts that a reader gave them to.

    Of several parts any may be found, for the words do not always tell; those that name no part may be taken for none.
    """
    variants = _read("heading-variants")
    found = find_parts([each["text"] for each in variants], registry, level=1)
    recall = Recall()
    for number, variant in enumerate(variants, 1):
        named, matches = set(variant["sections"]), found.get(number, [])
        said = f"{variant['text']} is {', '.join(named) or 'no part'}: {matches or 'not found'}"
        recall.asked += bool(named)
        recall.found += bool(named) and any(section in named for section, _ in matches)
        if named and not any(section in named for section, _ in matches):
            recall.lost.append(said)
        if any(section not in named and match != "near" for section, match in matches):
            recall.wrong.append(said)
    return recall


def citations_right(registry: Registry) -> tuple[Recall, list[str]]:
    """Citations of published plans found as the series that they cite, and right ones that are judged wrong."""
    recall = Recall()
    blamed = []
    for each in _read("citations"):
        found = _citations(each, registry)
        if series := each.get("series"):
            recall.asked += 1
            recall.found += series in found
            if series not in found:
                recall.lost.append(f"{each['text']} is {series}: {', '.join(found) or 'not found'}")
        recall.wrong += [f"{each['text']} taken for {other}" for other in found if other != series]
        if each.get("faulty") is False:
            blamed += [f"{each['text']} is right: {status}" for status in found.values() if status != "cited"]
    return recall, blamed


def _citations(entry: dict[str, Any], registry: Registry) -> dict[str, ReferenceStatus]:
    found = read_citations([entry["text"]], registry, entry.get("year", FISCAL_YEAR))
    return {series: status for line in found.values() for series, status in line.items()}


def _read(name: str) -> list[dict[str, Any]]:
    path = DATA / f"{name}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
