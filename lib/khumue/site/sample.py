"""What the check says of the sample draft: the page on drafts shows it as it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from khumue.checking import check_files
from khumue.flowchart import FONTS
from khumue.messages import load_messages
from khumue.registry import load_registry

if TYPE_CHECKING:
    from khumue.finding import DraftReport

SAMPLES = FONTS.parent / "samples"
_PLAN = "angthong/annual-action-plan"
"""What the sample was written for; an office's own data may hold another plan that its title fits as well."""


@cache
def check_sample() -> DraftReport:
    """The report on the one Word file among the samples. Raises ValueError where there is not one."""
    (path,) = SAMPLES.glob("*.docx")
    registry = load_registry()
    (report,) = check_files([path], registry, load_messages(), plan=registry.plans.get(_PLAN)).drafts
    return report
