"""The rules by code. A code is permanent: it is never given another meaning and never used again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from khumue.choices import NO_CHOICES, Choices
from khumue.finding import SEVERITIES, Concern, Finding, Waived, fill
from khumue.frozen import fields, replace
from khumue.rules import contents, document, duplicates, order, projects, references, sections
from khumue.rules.context import Checked, Remark, Rule
from khumue.vocabulary import RuleText

if TYPE_CHECKING:
    from khumue.waivers import Waiver

__all__ = ["RULES", "Checked", "find_all"]

RULES: Mapping[str, Rule] = {
    "D001": document.no_headings,
    "D002": document.no_fiscal_year,
    "D003": document.not_legible,
    "D004": document.repaired,
    "D005": document.no_text,
    "D006": document.recognised,
    "D007": document.unusable_waiver,
    "S101": sections.missing,
    "S102": sections.empty,
    "S103": sections.placeholder,
    "S104": sections.contents_only,
    "S105": sections.near_name,
    "S106": duplicates.duplicate,
    "S107": order.out_of_order,
    "S108": sections.old_name,
    "S109": contents.thin,
    "R201": references.missing,
    "R202": references.no_edition,
    "R203": references.wrong_years,
    "R204": references.outdated,
    "R205": references.ended,
    "R206": references.unknown,
    "R207": references.near_name,
    "P301": projects.lacking_fields,
    "P302": projects.outside_fiscal_year,
    "P303": projects.budget_lines,
    "P304": projects.plan_total,
}


_AFTER_ALL = "D007"
"""It judges what the others found."""


def find_all(
    checked: Checked, texts: Mapping[str, RuleText], choices: Choices = NO_CHOICES, waivers: Sequence[Waiver] = ()
) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
    """Every finding in words, errors first, then in the order of the rules and of the plan; and the waived ones."""
    codes = [code for code in RULES if choices.holds(code)]
    found = _by_severity([each for code in codes if code != _AFTER_ALL for each in _apply(code, checked, texts)])
    if checked.facts.recognised:
        found = _by_severity([_unsure(finding) for finding in found])
    if not waivers:
        return tuple(found), ()
    from khumue.waivers import settle  # seldom needed

    settled = settle(found, waivers, checked.registry, known=RULES, judged=codes)
    found = [*settled.kept]
    if _AFTER_ALL in codes:
        found += _apply(_AFTER_ALL, replace(checked, unusable=settled.unusable), texts)
    return tuple(_by_severity(found)), settled.waived


def _by_severity(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))


def _apply(code: str, checked: Checked, texts: Mapping[str, RuleText]) -> list[Finding]:
    return [_finding(code, remark, texts[code]) for remark in RULES[code](checked)]


def _unsure(finding: Finding) -> Finding:
    """What letters read from a picture show, or do not show, is never an error for certain; that there are none is."""
    certain = finding.severity != "error" or finding.code.startswith("D")
    return finding if certain else replace(finding, severity="warning")


def _finding(code: str, remark: Remark, text: RuleText) -> Finding:
    concern = {name: getattr(remark, name) for name in fields(Concern)}
    values = dict(remark.values)
    if remark.variant:
        values["variant"] = fill(text.variants[remark.variant], values)
    return Finding(code=code, message=fill(text.message, values), fix=fill(text.fix, values), **concern)
