"""D: the draft as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from khumue.rules.context import Checked, Remark


def no_headings(checked: Checked) -> Iterator[Remark]:
    """D001. Without a single heading the section rules would only repeat it for every part that is required."""
    if checked.facts.legible and checked.plan.document.sections and not checked.has_headings:
        yield Remark(severity="error")


def no_fiscal_year(checked: Checked) -> Iterator[Remark]:
    """D002. Citations are then judged for the present fiscal year."""
    if checked.facts.legible and checked.facts.years_from == "today":
        yield Remark(severity="warning", values={"years": checked.facts.years_written})


def not_legible(checked: Checked) -> Iterator[Remark]:
    """D003. Every part would seem to be missing."""
    if checked.facts.text_quality == "damaged":
        yield Remark(severity="error")


def repaired(checked: Checked) -> Iterator[Remark]:
    """D004. Folding heals what is damaged, but nobody can search or copy such a text. Of a scan D006 says enough."""
    if checked.facts.text_quality == "repaired" and not checked.facts.recognised:
        yield Remark(severity="note")


def no_text(checked: Checked) -> Iterator[Remark]:
    """D005. A scan, or a file of pictures."""
    if checked.facts.text_quality == "none":
        yield Remark(severity="error")


def recognised(checked: Checked) -> Iterator[Remark]:
    """D006. Letters read from a picture are never certain, so that the author confirms what was found."""
    if checked.facts.recognised:
        yield Remark(severity="note")


def unusable_waiver(checked: Checked) -> Iterator[Remark]:
    """D007. A waiver that only matches nothing may stand in a draft that was mended: a note."""
    for each in checked.unusable:
        yield Remark(
            severity="note" if each.fault == "unused" else "warning",
            variant=each.fault,
            values={"waiver": each.waiver.text},
            place=each.waiver.place,
        )
