"""D: the draft as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from khumue.rules.context import Checked, Remark


def no_headings(checked: Checked) -> Iterator[Remark]:
    """D001. Without a single heading the section rules would only repeat it for every part that is required."""
    if checked.plan.document.sections and not checked.has_headings:
        yield Remark(severity="error")


def no_fiscal_year(checked: Checked) -> Iterator[Remark]:
    """D002. Citations are then judged for the present fiscal year."""
    if checked.facts.years_from == "today":
        yield Remark(severity="warning", values={"years": checked.fiscal_years})


def recognised(checked: Checked) -> Iterator[Remark]:
    """D006. Letters read from a picture are never certain, so that the author confirms what was found."""
    if checked.facts.recognised:
        yield Remark(severity="note")
