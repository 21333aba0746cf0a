"""S: the parts that the procedure requires."""

from __future__ import annotations

from collections.abc import Iterator

from khumue.finding import Occurrence, SectionResult, SectionStatus, Severity
from khumue.rules.context import Checked, Remark, Rule


def _has_status(status: SectionStatus) -> Rule:
    """The rule that finds required sections of one status."""

    def rule(checked: Checked) -> Iterator[Remark]:
        if not checked.has_headings:
            return
        for result in checked.sections:
            if result.requirement != "optional" and result.status == status:
                yield _remark(checked, result, _severity(result), _first(result, status))

    return rule


missing = _has_status("missing")
empty = _has_status("empty")
placeholder = _has_status("placeholder")
contents_only = _has_status("toc-only")


def near_name(checked: Checked) -> Iterator[Remark]:
    """S105. A near match never passes silently: the author confirms it. D006 says so once for a scan."""
    if checked.facts.recognised:
        return
    for result in checked.sections:
        first = _first(result, "present")
        if result.requirement != "optional" and first and all(each.match == "near" for each in result.found):
            yield _remark(checked, result, "note", first)


def old_name(checked: Checked) -> Iterator[Remark]:
    """S108. Only where no heading has the present name."""
    for result in checked.sections:
        first = _first(result, "present")
        if result.requirement != "optional" and first and all(each.old for each in result.found):
            yield _remark(checked, result, "note", first)


def _severity(result: SectionResult) -> Severity:
    return "error" if result.requirement == "stated" else "warning"


def _first(result: SectionResult, status: SectionStatus) -> Occurrence | None:
    return next((each for each in result.found if each.status == status), None)


def _remark(checked: Checked, result: SectionResult, severity: Severity, at: Occurrence | None) -> Remark:
    section = checked.registry.sections[result.section]
    return Remark(
        severity=severity,
        values={
            "section": section.title,
            "heading_needed": section.title.th,  # drafts are Thai whatever the reader's language
            "guidance": section.guidance,
            "heading": at.heading if at else "",
        },
        section=section.id,
        place=at.place if at else None,
        basis=checked.section_source(section.id),
    )
