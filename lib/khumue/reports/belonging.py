"""Where in a draft a part belongs that it does not have."""

from __future__ import annotations

from collections.abc import Mapping

from khumue.finding import DraftReport, Finding, Occurrence
from khumue.frozen import frozen
from khumue.registry import Registry
from khumue.rules.order import in_order

_NOT_IN_THE_TEXT = ("S101", "S104")  # missing, and in the contents only


@frozen
class Neighbours:
    """The headings between which a part belongs; of a first or last part there is one."""

    previous: Occurrence | None
    next: Occurrence | None


def neighbours(finding: Finding, draft: DraftReport, registry: Registry) -> Neighbours | None:
    """Where the part belongs that a finding says is not in the text; None for other findings, and where no part is."""
    if finding.code not in _NOT_IN_THE_TEXT or not finding.section:
        return None
    order = in_order(each.section for each in draft.sections if each.requirement != "optional")
    if finding.section not in order:
        return None
    found, at = headings_of(draft), order.index(finding.section)
    previous = next((found[each] for each in reversed(order[:at]) if each in found), None)
    following = next((each for each in order[at + 1 :] if each in found), None)
    after = found[following] if following else None
    if previous and after and after.block < previous.block:
        # The draft has these two in another order: that one counts on whose order the procedures agree.
        if following in registry.agreed_order.get(finding.section, ()):
            previous = None
        else:
            after = None
    return Neighbours(previous=previous, next=after) if previous or after else None


def headings_of(draft: DraftReport) -> Mapping[str, Occurrence]:
    """The first heading of each part in the text, by the part's id."""
    headings = {
        each.section: next((found for found in each.found if found.status != "toc-only"), None)
        for each in draft.sections
    }
    return {section: heading for section, heading in headings.items() if heading}
