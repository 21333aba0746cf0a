"""Every page that is made from data. Pure: the same catalogue gives the same pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from markupsafe import Markup

from khumue.authoring.starting import places_to_fill
from khumue.finding import unfilled
from khumue.flowchart import draw
from khumue.model import Text
from khumue.site import calendar, links
from khumue.site.calendar_picture import draw_year
from khumue.site.concepts.pages import concept_pages
from khumue.site.corrections import BY_MAIL
from khumue.site.documents import document_uses
from khumue.site.example import example_pages
from khumue.site.handover_map import anchor, draw_map
from khumue.site.handovers import ORDER, handovers
from khumue.site.index import index_entries
from khumue.site.learning import learning_pages, with_open_paths
from khumue.site.links import Links, edition_anchor, job_path, procedure_path, role_path, rule_path
from khumue.site.relations import shared_jobs
from khumue.site.render import Page, Renderer
from khumue.site.rolework import by_place, fed, partners, passed_on, passings_of, received, work_of
from khumue.site.sample import check_sample
from khumue.site.story import read_story
from khumue.site.tasks import ways
from khumue.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khumue.model import Catalogue, Language, Procedure, RuleText
    from khumue.site.charts import Draw


class _HasKind(Protocol):
    @property
    def kind(self) -> str: ...


_Kind = TypeVar("_Kind", bound=_HasKind)


def build_pages(
    catalogue: Catalogue, rules: Mapping[str, RuleText], language: Language, *, corrections: str = BY_MAIL
) -> dict[str, Page]:
    """All generated pages of one language, written, by the path of their Markdown file."""
    pages = plan_pages(catalogue, rules, language, corrections=corrections)
    for page in pages.values():
        _ = page.markdown
    return pages


def plan_pages(
    catalogue: Catalogue,
    rules: Mapping[str, RuleText],
    language: Language,
    *,
    corrections: str = BY_MAIL,
    draw: Draw = draw,
) -> dict[str, Page]:
    """The same pages, each written when it is first asked for. `draw` makes the flowcharts."""
    catalogue = with_open_paths(catalogue)
    renderer = Renderer(catalogue, language, corrections)
    pages = [
        *_vocabulary_pages(renderer, catalogue, language),
        *_role_pages(renderer, catalogue),
        *_job_pages(renderer, catalogue),
        _handover_page(renderer, catalogue, language),
        *_calendar_page(renderer, catalogue, language),
        *concept_pages(renderer, catalogue, language),
        *_procedure_pages(renderer, catalogue, language, draw),
        *example_pages(renderer, catalogue, rules, language),
        *_rule_pages(renderer, rules),
        *learning_pages(renderer, catalogue, language),
    ]
    return {page.path: page for page in pages}


def doors(catalogue: Catalogue, language: Language, path: str) -> str:
    """The ways in and what can be browsed, for a hand-written page at `path`."""
    values = {"topics": ways(catalogue), "places": by_place(catalogue), "jobs": shared_jobs(catalogue)}
    return Renderer(catalogue, language).text("doors", path, has_example=read_story().is_of(catalogue), **values)


def sample(catalogue: Catalogue, language: Language, path: str) -> str:
    """What the check says of the sample draft, for a hand-written page at `path`."""
    has_example = read_story().is_of(catalogue)
    return Renderer(catalogue, language).text("sample", path, report=check_sample(), has_example=has_example)


def _procedure_pages(renderer: Renderer, catalogue: Catalogue, language: Language, draw: Draw) -> Iterator[Page]:
    for procedure in catalogue.procedures.values():
        yield renderer.page(
            "procedure",
            procedure_path(procedure.id),
            procedure.title,
            catalogue.jobs[procedure.job].text,
            procedure=procedure,
            manual=catalogue.manuals[procedure.manual],
            to_fill=places_to_fill(procedure),
            notes_by_kind=_by_kind(procedure.notes),
            chart=partial(_chart, draw, procedure, catalogue, language),
        )


def _chart(draw: Draw, procedure: Procedure, catalogue: Catalogue, language: Language) -> Markup:
    return Markup(draw(procedure, catalogue, language))


def _vocabulary_pages(renderer: Renderer, catalogue: Catalogue, language: Language) -> Iterator[Page]:
    def page(name: str, path: str, **values: object) -> Page:
        return renderer.page(name.removesuffix(".all"), path, WORDS[name], WORDS[f"{name}.lead"], **values)

    shared = {job.id for job, _ in shared_jobs(catalogue)}
    yield page("tasks", links.TASKS, topics=ways(catalogue), shared=shared)
    yield page("procedures", links.PROCEDURES)
    yield page("documents", links.DOCUMENTS, uses=document_uses(catalogue))
    yield page(
        "references",
        links.REFERENCES,
        kinds=_by_kind(catalogue.references.values()),
        edition_anchor=edition_anchor,
    )
    yield page("roles", links.ROLES, places=by_place(catalogue))
    yield page("sections", links.SECTIONS)
    yield page("glossary", links.GLOSSARY)
    yield page("a-z", links.A_TO_Z, letters=index_entries(catalogue, language, Links(page=links.A_TO_Z)))
    yield page("notes.all", links.NOTES, by_kind=_by_kind)


def _role_pages(renderer: Renderer, catalogue: Catalogue) -> Iterator[Page]:
    passings = tuple(passings_of(catalogue))
    for role in catalogue.roles.values():
        yield renderer.page(
            "role",
            role_path(role.id),
            role.title,
            role.text,
            role=role,
            work=work_of(catalogue, role.id),
            partners=partners(catalogue, role.id),
            received=received(passings, role.id),
            passed_on=passed_on(passings, role.id),
            fed=fed(catalogue, role.id),
        )


def _job_pages(renderer: Renderer, catalogue: Catalogue) -> Iterator[Page]:
    jobs = shared_jobs(catalogue)
    if jobs:
        yield renderer.page("jobs", links.JOBS, WORDS["jobs.all"], WORDS["jobs.lead"], jobs=jobs)
    for job, own in jobs:
        yield renderer.page("job", job_path(job.id), job.title, job.text, job=job, own=own)


def _handover_page(renderer: Renderer, catalogue: Catalogue, language: Language) -> Page:
    pairs = handovers(catalogue)
    counts = {pair: len(items) for pair, items in pairs.items()}
    names = {place: WORDS[f"place.{place}"][language] for place in ORDER}
    title, lead = WORDS["handovers"], WORDS["handovers.lead"]
    chart = Markup(draw_map(counts, names, title[language], lead[language])) if counts else ""
    return renderer.page("handovers", links.HANDOVERS, title, lead, chart=chart, pairs=pairs, anchor=anchor)


def _calendar_page(renderer: Renderer, catalogue: Catalogue, language: Language) -> Iterator[Page]:
    entries = calendar.in_order(catalogue)
    if entries:
        title, lead = WORDS["calendar"], WORDS["calendar.lead"]
        chart = Markup(draw_year(entries, language))
        yield renderer.page("calendar", links.CALENDAR, title, lead, entries=entries, chart=chart)


def _rule_pages(renderer: Renderer, rules: Mapping[str, RuleText]) -> Iterator[Page]:
    yield renderer.page("rules", links.RULES, WORDS["rules"], WORDS["rules.lead"], rules=rules)
    for code, rule in rules.items():
        title = Text(th=f"{code} {rule.title.th}", en=f"{code} {rule.title.en}")
        yield renderer.page(
            "rule",
            rule_path(code),
            title,
            rule.checks,
            code=code,
            rule=rule,
            message=unfilled(rule.message),
            fix=unfilled(rule.fix),
        )


def _by_kind(entries: Iterable[_Kind]) -> dict[str, list[_Kind]]:
    """Entries by kind; kinds in the order in which they come first."""
    kinds: dict[str, list[_Kind]] = {}
    for entry in entries:
        kinds.setdefault(entry.kind, []).append(entry)
    return kinds
