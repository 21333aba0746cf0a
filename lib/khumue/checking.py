"""Check files: read each draft, gather what was chosen for it, and tell what was found or why it could not be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from khumue.checker import check
from khumue.choices import NO_CHOICES, Choices, own_choices
from khumue.detection import detect_procedure
from khumue.document import LEGIBLE, Document, DraftError
from khumue.finding import ChosenBy, DraftReport, Failure, Report, Result, YearsFrom
from khumue.frozen import frozen
from khumue.messages import Messages, load_messages
from khumue.numbering import split_number
from khumue.quality import measure
from khumue.readers import read_draft
from khumue.registry import Registry, load_registry
from khumue.settings import Settings, SettingsSource
from khumue.thai import present_fiscal_year, skeleton
from khumue.vocabulary import PlanRequirements


@frozen
class Task:
    """What to check drafts with: a data folder (None: the bundled one), what the command says, settings files, and
    whether scanned pages are read."""

    procedures: Path | None = None
    choices: Choices = NO_CHOICES
    settings_file: Path | None = None
    use_settings: bool = True
    ocr: bool = False


@lru_cache(maxsize=8)
def open_checker(task: Task) -> Checker:
    """The checker for a task, with its data loaded once in a process."""
    messages = load_messages()
    source = SettingsSource(messages.rules, task.settings_file, wanted=task.use_settings)
    return Checker(load_registry(task.procedures), messages, task.choices, source, ocr=task.ocr)


def check_files(
    paths: Sequence[Path],
    registry: Registry,
    messages: Messages,
    *,
    plan: PlanRequirements | None = None,
    fiscal_years: Sequence[int] = (),
    ocr: bool = False,
) -> Report:
    """Check every file, without settings files; one that cannot be handled becomes a failure and the others go on.

    With `ocr` the scanned pages of a PDF are read, too.
    """
    choices = Choices(procedure=plan.id if plan else None, years=tuple(fiscal_years) or None)
    checker = Checker(registry, messages, choices, SettingsSource(messages.rules, wanted=False), ocr=ocr)
    return gather(map(checker.check_file, paths))


def gather(results: Iterable[Result]) -> Report:
    """A report of all results."""
    found = list(results)
    return Report(
        drafts=tuple(each for each in found if isinstance(each, DraftReport)),
        failures=tuple(each for each in found if isinstance(each, Failure)),
    )


class Checker:
    """Checks one file after another with the same data and choices."""

    def __init__(
        self, registry: Registry, messages: Messages, choices: Choices, source: SettingsSource, *, ocr: bool = False
    ) -> None:
        self.registry = registry
        self.messages = messages
        self.source = source
        self._choices = choices
        self._ocr = ocr

    def check_file(self, path: Path) -> Result:
        """Check one file; whatever is wrong with it is told in words."""
        try:
            return self._check(path, self.source.settings_for(path))
        except DraftError as error:
            return self.messages.failure(str(path), error)
        except Exception as error:  # a file that breaks the program must not cost the others
            return self.messages.failure(str(path), DraftError("internal", reason=type(error).__name__))
        finally:
            skeleton.cache_clear()  # the next draft has other texts
            split_number.cache_clear()

    def _check(self, path: Path, settings: Settings) -> DraftReport:
        document = read_draft(path, ocr=self._ocr)
        own, set_for_it = own_choices(document, self.messages.rules), settings.choices_for(path)
        plan, chosen_by = self._plan(document, own, set_for_it, settings.file)
        choices = self._choices.over(own.over(set_for_it))
        return check(
            document,
            plan,
            self.registry,
            self.messages.rules,
            today_fiscal_year=present_fiscal_year(),
            fiscal_years=choices.years or (),
            years_from=self._years_from(own),
            chosen_by=chosen_by,
            choices=choices,
            waivers=settings.waivers_for(path),
        )

    def _years_from(self, own: Choices) -> YearsFrom:
        return "option" if self._choices.years else "document" if own.years else "settings"

    def _plan(
        self, document: Document, own: Choices, set_for_it: Choices, file: Path | None
    ) -> tuple[PlanRequirements, ChosenBy]:
        """The procedure given, or that the draft or its settings name, or that its title shows."""
        plans = self.registry.plans
        sources: tuple[tuple[ChosenBy, Choices], ...] = (
            ("option", self._choices),
            ("front-matter", own),
            ("settings", set_for_it),
        )
        for chosen_by, choices in sources:
            if (named := choices.procedure) is None:
                continue
            if named in plans:
                return plans[named], chosen_by
            from khumue.problems import nearest

            near = nearest(named, plans)
            if chosen_by == "settings":
                raise DraftError("settings-value", file=file, key="procedure", value=repr(named), near=near)
            raise DraftError("unknown-procedure", value=named, near=near)
        found = detect_procedure(document, self.registry)
        if found is None:
            quality = measure(document)
            if quality not in LEGIBLE:
                raise DraftError("no-text" if quality == "none" else "not-legible")
            raise DraftError("undetected", example=next(iter(plans), "ID"))
        return found, "detected"
