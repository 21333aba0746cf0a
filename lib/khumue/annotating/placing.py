"""Where in a draft a finding is told: at its own place, where a missing part belongs, or at the beginning."""

from __future__ import annotations

from typing import Literal

from khumue.finding import DraftReport, Finding, Occurrence
from khumue.frozen import frozen
from khumue.registry import Registry
from khumue.rules.order import in_order

_NOT_IN_THE_TEXT = ("S101", "S104")
_NOT_CITED = "R201"
_FOR_CITATIONS = ("plan-alignment", "policy-analysis", "reference-list")
"""The parts in which plans cite laws and other plans, the most usual one first."""

Reason = Literal["itself", "between", "after", "before", "citing", "whole"]
"""Why a finding is told there: it stands there, a part belongs there, it could be cited there, or it has no place."""


@frozen
class Spot:
    """A paragraph by its number from 1, None for the beginning; the headings are those beside a missing part."""

    reason: Reason
    paragraph: int | None = None
    previous: str = ""
    next: str = ""


def spot(finding: Finding, report: DraftReport, registry: Registry) -> Spot:
    """Where a finding is told."""
    if finding.code in _NOT_IN_THE_TEXT and finding.section:
        return _belonging(finding.section, report, registry)
    if finding.place and finding.place.paragraph:
        return Spot(reason="itself", paragraph=finding.place.paragraph)
    if finding.code == _NOT_CITED:
        found = _present(report)
        for section in _FOR_CITATIONS:
            if section in found:
                return Spot(reason="citing", paragraph=found[section].place.paragraph)
    return Spot(reason="whole")


def _belonging(section: str, report: DraftReport, registry: Registry) -> Spot:
    """Beside the parts that are there. Where the draft has these in another order, that one counts on whose order the
    procedures agree."""
    order = in_order(each.section for each in report.sections if each.requirement != "optional")
    found, at = _present(report), order.index(section)
    previous = next((found[each] for each in reversed(order[:at]) if each in found), None)
    following = next((each for each in order[at + 1 :] if each in found), None)
    after = found[following] if following else None
    if previous and after and after.block < previous.block:
        if following in registry.agreed_order.get(section, ()):
            previous = None
        else:
            after = None
    if after and previous:
        return Spot(reason="between", paragraph=after.place.paragraph, previous=previous.heading, next=after.heading)
    if after:
        return Spot(reason="before", paragraph=after.place.paragraph, next=after.heading)
    if previous:
        return Spot(reason="after", paragraph=previous.place.paragraph, previous=previous.heading)
    return Spot(reason="whole")


def _present(report: DraftReport) -> dict[str, Occurrence]:
    """The first heading of each part in the text."""
    headings = {
        each.section: next((found for found in each.found if found.status != "toc-only"), None)
        for each in report.sections
    }
    return {section: heading for section, heading in headings.items() if heading}
