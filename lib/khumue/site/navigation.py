"""The navigation, from the catalogue and the rules: tabs first, then the pages of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from khumue.site import links
from khumue.site.links import job_path, learning_path, procedure_path, role_path, rule_path
from khumue.site.relations import shared_jobs
from khumue.site.render import escape_markdown
from khumue.site.rolework import by_place
from khumue.site.story import read_story
from khumue.site.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khumue.model import Catalogue, Language, Procedure, Role, RuleText

NavItem: TypeAlias = "str | dict[str, str | list[NavItem]]"
"""As MkDocs takes it: a path, or a title with a path or with further items."""

_PROCEDURES = {"tasks": links.TASKS, "procedures.all": links.PROCEDURES, "documents": links.DOCUMENTS}
_LOOKUP = {
    "a-z": links.A_TO_Z,
    "references": links.REFERENCES,
    "sections": links.SECTIONS,
    "glossary": links.GLOSSARY,
    "handovers": links.HANDOVERS,
    "notes.all": links.NOTES,
}
_CONCEPTS = {
    "concepts.index": links.CONCEPTS,
    "concepts.plans": links.CONCEPT_PLANS,
    "concepts.bodies": links.CONCEPT_BODIES,
    "concepts.words": links.CONCEPT_WORDS,
    "concepts.forms": links.CONCEPT_FORMS,
}
_CHECK = {"draft": links.DRAFT, "check.how": links.CHECK, "reports": links.REPORTS}
_MEASURED = {"library": links.LIBRARY, "measurements": links.MEASUREMENTS}
_ABOUT = {"about.handbook": links.ABOUT, "accessibility": links.ACCESSIBILITY}


def build_nav(catalogue: Catalogue, rules: Mapping[str, RuleText], language: Language) -> list[NavItem]:
    """The whole navigation of one language. Titles are HTML, as the theme prints them."""
    tabs: Mapping[str, list[NavItem]] = {
        "learn.tab": _beginning(catalogue, language),
        "procedures": [*_pages(_PROCEDURES, language), *_manuals(catalogue, language), *_jobs(catalogue, language)],
        "roles.tab": [*_pages({"roles.all": links.ROLES}, language), *_roles(catalogue, language)],
        "lookup": _pages(_LOOKUP, language),
        "check": [*_pages(_CHECK, language), _rules(rules, language), *_pages(_MEASURED, language)],
        "about": _pages(_ABOUT, language),
    }
    items: list[NavItem] = [{word(key, language=language): own} for key, own in tabs.items()]
    return [*_pages({"home": links.HOME}, language), *items]


def _pages(paths: Mapping[str, str], language: Language) -> list[NavItem]:
    """Pages by the words that are their titles."""
    return [{word(key, language=language): path} for key, path in paths.items()]


def _beginning(catalogue: Catalogue, language: Language) -> list[NavItem]:
    calendar = {"calendar": links.CALENDAR} if catalogue.calendar else {}
    example = {"example.nav": links.EXAMPLE} if read_story().is_of(catalogue) else {}
    return [
        *_learning(catalogue, language),
        *_pages({**calendar, **example}, language),
        {word("concepts.index", language=language): _pages(_CONCEPTS, language)},
        *_pages({"adopt": links.ADOPT}, language),
    ]


def _learning(catalogue: Catalogue, language: Language) -> list[NavItem]:
    paths: list[NavItem] = [
        {escape_markdown(path.title[language]): learning_path(path.id)} for path in catalogue.paths.values()
    ]
    return [*_pages({"learn": links.LEARN}, language), *paths] if paths else []


def _manuals(catalogue: Catalogue, language: Language) -> list[NavItem]:
    def pages(own: Iterable[Procedure]) -> list[NavItem]:
        return [{escape_markdown(each.title[language]): procedure_path(each.id)} for each in own]

    return [{escape_markdown(manual.short[language]): pages(own)} for manual, own in catalogue.by_manual()]


def _roles(catalogue: Catalogue, language: Language) -> list[NavItem]:
    def pages(own: Iterable[Role]) -> list[NavItem]:
        return [{escape_markdown(role.title[language]): role_path(role.id)} for role in own]

    return [{word("place", place, language=language): pages(own)} for place, own in by_place(catalogue).items()]


def _jobs(catalogue: Catalogue, language: Language) -> list[NavItem]:
    shared: list[NavItem] = [
        {escape_markdown(job.title[language]): job_path(job.id)} for job, _ in shared_jobs(catalogue)
    ]
    overview: NavItem = {word("jobs.all", language=language): links.JOBS}
    return [{word("jobs", language=language): [overview, *shared]}] if shared else []


def _rules(rules: Mapping[str, RuleText], language: Language) -> NavItem:
    own: list[NavItem] = [
        {f"{code} {escape_markdown(rule.title[language])}": rule_path(code)} for code, rule in rules.items()
    ]
    return {word("rules", language=language): [*_pages({"rules.all": links.RULES}, language), *own]}
