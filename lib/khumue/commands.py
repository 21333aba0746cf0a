"""What the commands other than check print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from khumue.finding import unfilled
from khumue.messages import load_messages
from khumue.model import Catalogue, Language, Procedure, Step
from khumue.problems import CommandError, nearest

REPORT_SCHEMA = Path(__file__).parent / "schema" / "report-1.json"
"""The JSON Schema of the report khumue-report/1."""


def list_procedures(catalogue: Catalogue, language: Language) -> str:
    """Every procedure with its id and title, by manual."""
    lines = []
    for manual, own in catalogue.by_manual():
        width = max(len(each.id) for each in own)
        lines.append(f"{manual.short[language]} · {manual.title[language]}")
        lines += [f"  {each.id:<{width}}  {each.title[language]}" for each in own]
    return "\n".join(lines)


def show_procedure(procedure: Procedure, catalogue: Catalogue, language: Language) -> str:
    """A procedure's steps and what its plan document must hold."""
    return "\n".join(_shown(procedure, catalogue, language))


def _shown(procedure: Procedure, catalogue: Catalogue, language: Language) -> Iterator[str]:
    words = load_messages().words
    manual = catalogue.manuals[procedure.manual]
    yield f"{procedure.title[language]} [{procedure.id}]"
    yield f"{manual.title[language]} · {', '.join(procedure.numbers)}"
    yield f"\n{words['steps'][language]}"
    for place, step in enumerate(procedure.steps, 1):
        yield f"  {place}. {_step(step, catalogue, language)}"
    if procedure.document is None:
        return
    yield f"\n{words['document'][language]}: {catalogue.documents[procedure.document.type].title[language]}"
    for section in procedure.document.sections:
        yield f"  {catalogue.sections[section.section].title[language]}{_derived(section.basis, language)}"
    if procedure.document.references:
        yield f"\n{words['references'][language]}"
    for reference in procedure.document.references:
        yield f"  {catalogue.references[reference.reference].title[language]}{_derived(reference.basis, language)}"


def _step(step: Step, catalogue: Catalogue, language: Language) -> str:
    return f"{step.title[language]} ({catalogue.roles[step.by].title[language]})"


def _derived(basis: str, language: Language) -> str:
    return f" ({load_messages().words['derived'][language]})" if basis == "derived" else ""


def explain_rule(code: str, language: Language) -> str:
    """What a rule checks, why, an example that passes and how to mend it, in Word too, as its page says."""
    messages = load_messages()
    rule = messages.rules.get(code.upper())
    if rule is None:
        raise CommandError("unknown-code", value=code, near=nearest(code.upper(), messages.rules))
    said = [(messages.words[key][language], getattr(rule, key)[language]) for key in ("checks", "why", "example")]
    said.append((messages.words["fix"][language], unfilled(rule.fix)[language]))
    lines = [f"{code.upper()} {rule.title[language]}", *(f"\n{title}\n  {text}" for title, text in said)]
    lines.append(f"\n{messages.words['word'][language]}")
    lines += [f"  {number}. {step[language]}" for number, step in enumerate(rule.word, 1)]
    return "\n".join(lines)


def lint_result(catalogue: Catalogue, language: Language) -> str:
    """What was checked, and how much an author has still to fill in; faults would have been raised before."""
    words = load_messages().words
    counts = {kind: len(getattr(catalogue, kind)) for kind in ("procedures", "sections", "references")}
    waiting = [
        words["lint-open"][language].format(count=count, file=file) for file, count in _waiting(catalogue) if count
    ]
    return "\n".join([words["lint-clean"][language].format(**counts), *waiting])


def _waiting(catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    from khumue.authoring.starting import places_to_fill  # which loads YAML

    for kind, entries in (("manuals", catalogue.manuals), ("jobs", catalogue.jobs)):
        yield from ((f"vocabulary/{kind}.yaml ({name})", places_to_fill(entry)) for name, entry in entries.items())
    yield from ((f"{name}.yaml", places_to_fill(procedure)) for name, procedure in catalogue.procedures.items())
