"""Short questions by which readers check what they understood, made from the data where it has one exact answer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from khumue.dates import show_fiscal_years
from khumue.editions import edition_in_force
from khumue.finding import fill
from khumue.model import Text
from khumue.site import links
from khumue.site.links import edition_anchor, procedure_path
from khumue.site.relations import successors
from khumue.site.rolework import work_of
from khumue.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khumue.model import Catalogue, Procedure, Reference, Section, Step

CHOICES = 3


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked, the answers to choose from with the place of the right one, why, and where it is to be read.

    `id` is the same in both languages and as long as the data are. `at` is the path of a page and an anchor on it.
    """

    id: str
    ask: Text
    choices: tuple[Text, ...]
    right: int
    why: Text
    at: tuple[str, str]


def about_procedure(catalogue: Catalogue, procedure: Procedure) -> Iterator[Question]:
    """Who decides, what follows where it is not agreed, and what comes next: the decisions of the flow first."""
    for ask in (_who_decides, _if_refused, _what_next):
        for step in procedure.steps:
            yield from ask(catalogue, procedure, step)


def about_step(catalogue: Catalogue, procedure: Procedure, step: Step) -> Iterator[Question]:
    """Who does or decides a step, and what comes after it."""
    for ask in (_who_decides, _who_does, _if_refused, _what_next):
        yield from ask(catalogue, procedure, step)


def about_reference(reference: Reference, fiscal_year: int) -> Iterator[Question]:
    """Which edition a plan for a Buddhist-era fiscal year rests on; none where the registry knows no choice."""
    edition = edition_in_force(reference, (fiscal_year,))
    if edition is None or edition.fiscal_years is None:
        return
    certain = edition.checked.level == "verified" and "fiscal_years" not in edition.checked.unverified
    yield from _question(
        f"edition/{reference.id}/{fiscal_year}",
        _say("ask.edition", reference=reference.title, year=fiscal_year),
        edition.title,
        (other.title for other in reversed(reference.editions) if not other.covers(fiscal_year)),
        _say("ask.edition.why" if certain else "ask.edition.unverified", years=_years(edition.fiscal_years)),
        (links.REFERENCES, edition_anchor(reference.id, edition.id)),
    )


def about_section(section: Section) -> Iterator[Question]:
    """Which heading is no name of a part of a plan, though it looks like one."""
    names = [section.title, *(_alike(name) for name in section.aliases.th)]
    for decoy in section.decoys[:1]:
        yield from _question(
            f"decoy/{section.id}",
            _say("ask.decoy", section=section.title),
            _alike(decoy),
            names,
            _say("ask.decoy.why", decoy=decoy),
            (links.SECTIONS, section.id),
        )


def about_term(catalogue: Catalogue, term_id: str) -> Iterator[Question]:
    """What a word of the glossary means; the other answers are what the words after it mean."""
    terms = list(catalogue.glossary.values())
    place = list(catalogue.glossary).index(term_id)
    term, *others = (*terms[place:], *terms[:place])
    if len(others) < CHOICES - 1:
        return
    yield from _question(
        f"term/{term_id}",
        _say("ask.term", term=term.term),
        term.text,
        (other.text for other in others),
        _say("ask.term.why", one=others[0].term, two=others[1].term),
        (links.GLOSSARY, term_id),
    )


def about_role(catalogue: Catalogue, role_id: str) -> Iterator[Question]:
    """Which step is the role's own: one of the procedure in which it acts most; others act in the wrong ones."""
    work = max(work_of(catalogue, role_id), key=lambda each: each.steps, default=None)
    if work is None:
        return
    procedure = work.procedure
    own = (*work.does, *work.decides, *work.takes_part)
    step = own[0]
    yield from _question(
        f"own/{role_id}",
        _say("ask.own", procedure=procedure.title, role=catalogue.roles[role_id].title),
        step.title,
        (other.title for other in procedure.steps if other not in own and other.kind == "task"),
        _say("ask.own.why", number=procedure.step_number(step.id)),
        _at(procedure, step),
    )


def _who_decides(catalogue: Catalogue, procedure: Procedure, step: Step) -> Iterator[Question]:
    """The step's own title may name who decides: the question names the step that comes after it."""
    following = successors(procedure, step)
    if step.kind == "decision" and following:
        role = catalogue.roles[step.by].title
        yield from _question(
            f"decides/{procedure.id}/{step.id}",
            _say("ask.decides", procedure=procedure.title, next=following[0].title),
            role,
            (catalogue.roles[other].title for other in _deciders(catalogue) if other not in (step.by, *step.involves)),
            _say("ask.decides.why", number=procedure.step_number(step.id), role=role),
            _at(procedure, step),
        )


def _deciders(catalogue: Catalogue) -> list[str]:
    """Ids of the roles that decide anywhere, those that decide most first."""
    steps = (step for procedure in catalogue.procedures.values() for step in procedure.steps)
    return [role for role, _ in Counter(step.by for step in steps if step.kind == "decision").most_common()]


def _who_does(catalogue: Catalogue, procedure: Procedure, step: Step) -> Iterator[Question]:
    if step.kind == "task":
        role = catalogue.roles[step.by].title
        acting = (other for each in procedure.steps for other in (each.by, *each.involves))
        yield from _question(
            f"does/{procedure.id}/{step.id}",
            _say("ask.does", procedure=procedure.title, step=step.title),
            role,
            (catalogue.roles[other].title for other in acting if other not in (step.by, *step.involves)),
            _say("ask.does.why", number=procedure.step_number(step.id), role=role),
            _at(procedure, step),
        )


def _if_refused(_: Catalogue, procedure: Procedure, step: Step) -> Iterator[Question]:
    if step.else_ is None:
        return
    ways = {other.id: _say("ask.refused.back", step=other.title) for other in procedure.steps if other != step}
    ways = {"end": WORDS["ask.refused.end"], **ways}
    yield from _question(
        f"refused/{procedure.id}/{step.id}",
        _say("ask.refused", procedure=procedure.title, step=step.title),
        ways[step.else_],
        (way for key, way in ways.items() if key != step.else_),
        _say("ask.refused.why", number=procedure.step_number(step.id)),
        _at(procedure, step),
    )


def _what_next(_: Catalogue, procedure: Procedure, step: Step) -> Iterator[Question]:
    following = successors(procedure, step)
    if step.kind == "decision" or len(following) != 1:
        return
    then = following[0]
    yield from _question(
        f"next/{procedure.id}/{step.id}",
        _say("ask.next", procedure=procedure.title, step=step.title),
        then.title,
        (other.title for other in reversed(procedure.steps) if other not in (step, then)),
        _say("ask.next.why", number=procedure.step_number(step.id), next=procedure.step_number(then.id)),
        _at(procedure, step),
    )


def _question(
    key: str, ask: Text, right: Text, others: Iterable[Text], why: Text, at: tuple[str, str]
) -> Iterator[Question]:
    """The question, unless there is nothing wrong to choose. Its choices stand in an order that tells nothing."""
    wrong = [other for other in dict.fromkeys(others) if other.th != right.th and other.en != right.en]
    if not wrong:
        return
    choices = sorted((right, *wrong[: CHOICES - 1]), key=lambda each: crc32(f"{key} {each.th}".encode()))
    yield Question(id=key, ask=ask, choices=tuple(choices), right=choices.index(right), why=why, at=at)


def _at(procedure: Procedure, step: Step) -> tuple[str, str]:
    return procedure_path(procedure.id), f"step-{step.id}"


def _alike(name: str) -> Text:
    """A heading as plans have it, Thai also where it is told in English."""
    return Text(th=name, en=name)


def _years(years: tuple[int, int | None]) -> Text:
    return Text(th=show_fiscal_years(years, "th"), en=show_fiscal_years(years, "en"))


def _say(key: str, **values: Text | str | int) -> Text:
    return fill(WORDS[key], values)
