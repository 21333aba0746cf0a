"""The rules by code. A code is permanent: it is never given another meaning and never used again."""

from __future__ import annotations

from collections.abc import Mapping

from khumue.finding import SEVERITIES, Concern, Finding, fill
from khumue.frozen import fields, replace
from khumue.rules import document, references, sections
from khumue.rules.context import Checked, Remark, Rule
from khumue.vocabulary import RuleText

__all__ = ["RULES", "Checked", "find_all"]

RULES: Mapping[str, Rule] = {
    "D001": document.no_headings,
    "D002": document.no_fiscal_year,
    "D003": document.not_legible,
    "D004": document.repaired,
    "D005": document.no_text,
    "D006": document.recognised,
    "S101": sections.missing,
    "S102": sections.empty,
    "S103": sections.placeholder,
    "S104": sections.contents_only,
    "S105": sections.near_name,
    "R201": references.missing,
    "R202": references.no_edition,
    "R203": references.wrong_years,
    "R204": references.outdated,
    "R205": references.ended,
}


def find_all(checked: Checked, texts: Mapping[str, RuleText]) -> tuple[Finding, ...]:
    """Every finding in words, errors first, then in the order of the rules and of the plan."""
    found = [_finding(code, remark, texts[code]) for code, rule in RULES.items() for remark in rule(checked)]
    if checked.facts.recognised:
        found = [_unsure(finding) for finding in found]
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))


def _unsure(finding: Finding) -> Finding:
    """What letters read from a picture show, or do not show, is never an error for certain; that there are none is."""
    certain = finding.severity != "error" or finding.code.startswith("D")
    return finding if certain else replace(finding, severity="warning")


def _finding(code: str, remark: Remark, text: RuleText) -> Finding:
    concern = {name: getattr(remark, name) for name in fields(Concern)}
    return Finding(code=code, message=fill(text.message, remark.values), fix=fill(text.fix, remark.values), **concern)
