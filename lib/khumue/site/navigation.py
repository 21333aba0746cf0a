"""The navigation, from the catalogue and the rules: tabs first, then the pages of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from khumue.site import links
from khumue.site.links import job_path, learning_path, procedure_path, role_path, rule_path
from khumue.site.relations import shared_jobs
from khumue.site.render import escape_markdown
from khumue.site.rolework import by_place
from khumue.site.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khumue.model import Catalogue, Language, Procedure, Role, RuleText

NavItem: TypeAlias = "str | dict[str, str | list[NavItem]]"
"""As MkDocs takes it: a path, or a title with a path or with further items."""


def build_nav(catalogue: Catalogue, rules: Mapping[str, RuleText], language: Language) -> list[NavItem]:
    """The whole navigation of one language. Titles are HTML, as the theme prints them."""

    def page(key: str, path: str) -> NavItem:
        return {word(key, language=language): path}

    return [
        page("home", links.HOME),
        {word("learn.tab", language=language): [*_learning(catalogue, language), page("adopt", links.ADOPT)]},
        {
            word("procedures", language=language): [
                page("tasks", links.TASKS),
                page("procedures.all", links.PROCEDURES),
                page("documents", links.DOCUMENTS),
                *_manuals(catalogue, language),
                *_jobs(catalogue, language),
            ]
        },
        {word("roles.tab", language=language): [page("roles.all", links.ROLES), *_roles(catalogue, language)]},
        {
            word("lookup", language=language): [
                page("a-z", links.A_TO_Z),
                page("references", links.REFERENCES),
                page("sections", links.SECTIONS),
                page("glossary", links.GLOSSARY),
                page("handovers", links.HANDOVERS),
                page("notes.all", links.NOTES),
            ]
        },
        {
            word("check", language=language): [
                page("draft", links.DRAFT),
                page("check.how", links.CHECK),
                page("reports", links.REPORTS),
                {word("rules", language=language): [page("rules.all", links.RULES), *_rules(rules, language)]},
                page("library", links.LIBRARY),
                page("measurements", links.MEASUREMENTS),
            ]
        },
        {
            word("about", language=language): [
                page("about.handbook", links.ABOUT),
                page("accessibility", links.ACCESSIBILITY),
            ]
        },
    ]


def _learning(catalogue: Catalogue, language: Language) -> list[NavItem]:
    paths: list[NavItem] = [
        {escape_markdown(path.title[language]): learning_path(path.id)} for path in catalogue.paths.values()
    ]
    return [{word("learn", language=language): links.LEARN}, *paths] if paths else []


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


def _rules(rules: Mapping[str, RuleText], language: Language) -> list[NavItem]:
    return [{f"{code} {escape_markdown(rule.title[language])}": rule_path(code)} for code, rule in rules.items()]
