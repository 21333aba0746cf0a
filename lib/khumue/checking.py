"""Check files: read each draft, choose its procedure, and gather reports and failures in the order given."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from khumue.checker import check
from khumue.detection import detect_procedure
from khumue.document import LEGIBLE, Document, DraftError
from khumue.finding import ChosenBy, DraftReport, Failure, Report
from khumue.messages import Messages
from khumue.quality import measure
from khumue.readers import read_draft
from khumue.registry import Registry
from khumue.thai import fiscal_year
from khumue.vocabulary import PlanRequirements

SETTING = "khumue-procedure"


def check_files(
    paths: Sequence[Path],
    registry: Registry,
    messages: Messages,
    *,
    plan: PlanRequirements | None = None,
    fiscal_years: Sequence[int] = (),
    ocr: bool = False,
) -> Report:
    """Check every file; one that cannot be handled becomes a failure and the others go on.

    With `ocr` the scanned pages of a PDF are read, too.
    """
    drafts: list[DraftReport] = []
    failures: list[Failure] = []
    for path in paths:
        try:
            drafts.append(_check_draft(read_draft(path, ocr=ocr), registry, messages, plan, fiscal_years))
        except DraftError as error:
            failures.append(messages.failure(str(path), error))
        except Exception as error:  # a file that breaks the program must not cost the others
            failures.append(messages.failure(str(path), DraftError("internal", reason=type(error).__name__)))
    return Report(drafts=tuple(drafts), failures=tuple(failures))


def _check_draft(
    document: Document,
    registry: Registry,
    messages: Messages,
    given: PlanRequirements | None,
    fiscal_years: Sequence[int],
) -> DraftReport:
    plan, chosen_by = _choose(document, registry, given)
    today = time.localtime()
    return check(
        document,
        plan,
        registry,
        messages.rules,
        today_fiscal_year=fiscal_year(today.tm_year, today.tm_mon),
        fiscal_years=fiscal_years,
        chosen_by=chosen_by,
    )


def _choose(
    document: Document, registry: Registry, given: PlanRequirements | None
) -> tuple[PlanRequirements, ChosenBy]:
    """The procedure given, or that the draft names in its settings, or that its title shows."""
    if given:
        return given, "option"
    if named := document.properties.get(SETTING):
        if named not in registry.plans:
            from khumue.problems import nearest

            raise DraftError("unknown-procedure", value=named, near=nearest(named, registry.plans))
        return registry.plans[named], "front-matter"
    found = detect_procedure(document, registry)
    if found is None:
        quality = measure(document)
        if quality not in LEGIBLE:
            raise DraftError("no-text" if quality == "none" else "not-legible")
        makers = [each.id for each in registry.plans.values() if each.document]
        raise DraftError("undetected", example=next(iter(makers), "ID"))
    return found, "detected"
