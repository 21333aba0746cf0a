"""Where in a draft a finding is told: at its own place, where a missing part belongs, or at the beginning."""

from __future__ import annotations

from typing import Literal

from khumue.finding import DraftReport, Finding
from khumue.frozen import frozen
from khumue.registry import Registry
from khumue.reports.belonging import Neighbours, headings_of, neighbours

_NOT_CITED = "R201"
_FOR_CITATIONS = ("plan-alignment", "policy-analysis", "reference-list")
"""The parts in which plans cite laws and other plans, the most usual one first."""

Reason = Literal["itself", "belongs", "citing", "whole"]
"""Why a finding is told there: it stands there, a part belongs there, it could be cited there, or it has no place."""


@frozen
class Spot:
    """A paragraph by its number from 1, None for the beginning; `beside` are the neighbours of a missing part."""

    reason: Reason
    paragraph: int | None = None
    beside: Neighbours | None = None


def spot(finding: Finding, report: DraftReport, registry: Registry) -> Spot:
    """Where a finding is told."""
    if beside := neighbours(finding, report, registry):
        at = beside.next or beside.previous
        return Spot(reason="belongs", paragraph=at.place.paragraph if at else None, beside=beside)
    if finding.place and finding.place.paragraph:
        return Spot(reason="itself", paragraph=finding.place.paragraph)
    if finding.code == _NOT_CITED:
        found = headings_of(report)
        for section in _FOR_CITATIONS:
            if section in found:
                return Spot(reason="citing", paragraph=found[section].place.paragraph)
    return Spot(reason="whole")
