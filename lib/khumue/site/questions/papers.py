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
    from collections.abc import Iterator

    from khumue.learning import PageQuestion
    from khumue.model import Catalogue, Checked, Procedure, Reference, Section

STATUSES = ("in-force", "ended", "unknown")
"""Those of a series. What is issued from time to time may be in force as well: it is not asked about."""


def about_requirements(catalogue: Catalogue, procedure: Procedure) -> Iterator[Question]:
    """Which part a procedure's document must hold, as the manual states it: the last, the first are alike everywhere.

    Wrong answers are parts that only documents of other kinds must hold.
    """
    documents = [each.document for each in catalogue.procedures.values() if each.document]
    if procedure.document is None:
        return
    kind = procedure.document.type
    alike = {each.section for document in documents if document.type == kind for each in document.sections}
    within = {name for each in alike for name in (*catalogue.sections[each].pieces, *catalogue.sections[each].holds)}
    others = [each.section for document in documents for each in document.sections if each.basis == "stated"]
    for right in [each.section for each in procedure.document.sections if each.basis == "stated"][-1:]:
        yield from question(
            f"holds/{procedure.id}",
            say("ask.holds", procedure=procedure.title),
            catalogue.sections[right].title,
            (catalogue.sections[each].title for each in reversed(others) if each not in alike | within),
            say("ask.holds.why"),
            (procedure_path(procedure.id), "document"),
        )


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
    """Which edition a plan for a (Buddhist-era) fiscal year uses, where there is a choice; then its status."""
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
    if reference.status == "periodic":
        return
    yield from question(
        f"status/{reference.id}",
        say("ask.status", reference=reference.title),
        WORDS[f"status.{reference.status}"],
        (WORDS[f"status.{other}"] for other in STATUSES),
        _with_doubt(reference.checked, "status", WORDS["ask.status.why"]),
        (links.REFERENCES, reference.id),
    )


def about_section(section: Section) -> Iterator[Question]:
    """Which heading is no part of a plan, though it looks like one; the title with a word added would be a trick."""
    names = [*(_alike(name) for name in section.aliases.th if name != section.title.th), section.title]
    for decoy in [each for each in section.decoys if section.title.th not in each][:1]:
        yield from question(
            f"decoy/{section.id}",
            say("ask.decoy", section=section.title),
            _alike(decoy),
            names,
            say("ask.decoy.why", decoy=decoy),
            (links.SECTIONS, section.id),
        )


def about_term(catalogue: Catalogue, term_id: str) -> Iterator[Question]:
    """What a word of the glossary means; the other answers are what the words after it mean.

    Nothing is asked where the meaning holds the word, which gives it away.
    """
    terms = list(catalogue.glossary.values())
    place = list(catalogue.glossary).index(term_id)
    term, *others = (*terms[place:], *terms[:place])
    if _told(term.term, term.text) or len(others) < CHOICES - 1:
        return
    yield from question(
        f"term/{term_id}",
        say("ask.term", term=term.term),
        term.text,
        (other.text for other in others),
        say("ask.term.why", one=others[0].term, two=others[1].term),
        (links.GLOSSARY, term_id),
    )


def _told(term: Text, meaning: Text) -> bool:
    words = term.th.split()
    return any(word in meaning.th for word in words) or term.en.casefold() in meaning.en.casefold()


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
