"""Macros for Markdown pages: each returns Markdown that the pure page functions made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khumue.site import pages

if TYPE_CHECKING:
    from khumue.site.handbook import Handbook


def define_env(env: Any) -> None:
    """Register the macros (called by mkdocs-macros)."""

    def handbook() -> Handbook:
        book: Handbook = env.conf.extra["handbook"]
        return book

    def generated_page() -> str:
        """The body of a page that is made from data."""
        return handbook().pages[env.page.file.src_uri].markdown

    def doors() -> str:
        """The ways in: by what is to be done, by role, with a draft; then what can be browsed."""
        return pages.doors(handbook().catalogue, handbook().language, env.page.file.src_uri)

    def sample_report() -> str:
        """What the check says of the sample draft."""
        return pages.sample(handbook().catalogue, handbook().language, env.page.file.src_uri)

    for macro in (generated_page, doors, sample_report):
        env.macro(macro)
