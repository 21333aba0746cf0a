"""Questions on plans and their words: what a plan must hold and cite, which edition, which name, what a word means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khumue.dates import show_fiscal_years
from khumue.editions import edition_in_force
from khumue.model import Text
from khumue.site import links
from khumue.site.links import edition_anchor, procedure_path
from khumue.site.questions.question import CHOICES, Question, question, say
from khumue.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khumue.learning import PageQuestion
    from khumue.model import Basis, Catalogue, Checked, Procedure, Reference, Section

STATUSES = ("in-force", "ended", "unknown", "periodic")
"""Those of a series, the usual ones first."""


def about_requirements(catalogue: Catalogue, procedure: Procedure) -> Iterator[Question]:
    """Which part a procedure's plan must hold and what it must cite, as the manual states it."""
    if procedure.document is None:
        return
    held = {each.section: each.basis for each in procedure.document.sections}
    within = {name for each in held for name in (*catalogue.sections[each].pieces, *catalogue.sections[each].holds)}
    elsewhere = [each.title for each in catalogue.sections.values() if each.id not in {*held, *within}]
    yield from _required("holds", procedure, [catalogue.sections[each].title for each in _stated(held)], elsewhere)
    cited = {each.reference: each.basis for each in procedure.document.references}
    listed = {*cited, *(each.reference for each in procedure.references)}
    others = [each.title for each in catalogue.references.values() if each.id not in listed]
    yield from _required("cites", procedure, [catalogue.references[each].title for each in _stated(cited)], others)


def about_document(catalogue: Catalogue, document_id: str) -> Iterator[Question]:
    """Which procedure makes a kind of document."""
    makers = [each for each in catalogue.procedures.values() if each.document and each.document.type == document_id]
    others = (each.title for each in catalogue.procedures.values() if each.document and each not in makers)
    for procedure in makers[:1]:
        yield from question(
            f"makes/{document_id}",
            say("ask.makes", document=catalogue.documents[document_id].title),
            procedure.title,
            others,
            say("ask.makes.why", office=catalogue.manuals[procedure.manual].short),
            (procedure_path(procedure.id), "document"),
        )


def about_page(asked: PageQuestion, path: str) -> Iterator[Question]:
    """A question that somebody wrote, on the page at `path`."""
    yield from question(f"page/{asked.id}", asked.ask, asked.answer, asked.others, asked.why, (path, asked.at or ""))


def about_reference(reference: Reference, fiscal_year: int) -> Iterator[Question]:
    """Which edition a plan for a (Buddhist-era) fiscal year uses, where there is a choice; then the status."""
    edition = edition_in_force(reference, (fiscal_year,))
    if edition and edition.fiscal_years:
        yield from question(
            f"edition/{reference.id}/{fiscal_year}",
            say("ask.edition", reference=reference.title, year=fiscal_year),
            edition.title,
            (other.title for other in reversed(reference.editions) if not other.covers(fiscal_year)),
            _with_doubt(edition.checked, "fiscal_years", say("ask.edition.why", years=_years(edition.fiscal_years))),
            (links.REFERENCES, edition_anchor(reference.id, edition.id)),
        )
    yield from question(
        f"status/{reference.id}",
        say("ask.status", reference=reference.title),
        WORDS[f"status.{reference.status}"],
        (WORDS[f"status.{other}"] for other in STATUSES),
        _with_doubt(reference.checked, "status", WORDS["ask.status.why"]),
        (links.REFERENCES, reference.id),
    )


def about_section(section: Section) -> Iterator[Question]:
    """Which heading is no name of a part of a plan, though it looks like one."""
    names = [section.title, *(_alike(name) for name in section.aliases.th)]
    for decoy in section.decoys[:1]:
        yield from question(
            f"decoy/{section.id}",
            say("ask.decoy", section=section.title),
            _alike(decoy),
            names,
            say("ask.decoy.why", decoy=decoy),
            (links.SECTIONS, section.id),
        )


def about_term(catalogue: Catalogue, term_id: str) -> Iterator[Question]:
    """What a word of the glossary means; the other answers are what the words after it mean."""
    terms = list(catalogue.glossary.values())
    place = list(catalogue.glossary).index(term_id)
    term, *others = (*terms[place:], *terms[:place])
    if len(others) < CHOICES - 1:
        return
    yield from question(
        f"term/{term_id}",
        say("ask.term", term=term.term),
        term.text,
        (other.text for other in others),
        say("ask.term.why", one=others[0].term, two=others[1].term),
        (links.GLOSSARY, term_id),
    )


def _required(verb: str, procedure: Procedure, required: list[Text], others: list[Text]) -> Iterator[Question]:
    """Of what is required, the last: the first parts of a plan are much the same everywhere."""
    for right in required[-1:]:
        yield from question(
            f"{verb}/{procedure.id}",
            say(f"ask.{verb}", procedure=procedure.title),
            right,
            others,
            say(f"ask.{verb}.why"),
            (procedure_path(procedure.id), "document"),
        )


def _stated(required: Mapping[str, Basis]) -> list[str]:
    return [name for name, basis in required.items() if basis == "stated"]


def _alike(name: str) -> Text:
    """A heading as plans have it, Thai also where it is told in English."""
    return Text(th=name, en=name)


def _with_doubt(checked: Checked, fact: str, why: Text) -> Text:
    """Why, and that it is not verified where it is not."""
    if checked.level == "verified" and fact not in checked.unverified:
        return why
    doubt = WORDS["ask.unverified"]
    return Text(th=f"{why.th} {doubt.th}", en=f"{why.en} {doubt.en}")


def _years(years: tuple[int, int | None]) -> Text:
    return Text(th=show_fiscal_years(years, "th"), en=show_fiscal_years(years, "en"))
