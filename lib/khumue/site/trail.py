"""Where a page stands: the pages above it, from the home page down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khumue.site import links
from khumue.site.words import word

if TYPE_CHECKING:
    from khumue.model import Catalogue, Language

Crumb = tuple[str, str, str]
"""A title, the path of its page, and an anchor there or nothing."""

_ABOVE = {
    "concepts": ("concepts.index", links.CONCEPTS),
    "procedures": ("procedures", links.PROCEDURES),
    "jobs": ("jobs.all", links.JOBS),
    "roles": ("roles", links.ROLES),
    "rules": ("rules", links.RULES),
}
"""By folder, the word for the page above its pages, and the path of that page."""
_BEGINNING = {"learn", "calendar.md", "example", "concepts", "adopt.md"}
"""The folders and pages of the tab for new colleagues, which begins with the choice of a path."""


def trail(catalogue: Catalogue, language: Language, path: str) -> tuple[Crumb, ...]:
    """The pages above a page, by the path of its Markdown file; none above the home page."""
    if path == links.HOME:
        return ()
    crumbs: list[Crumb] = [(word("home", language=language), links.HOME, "")]
    folder, *rest = path.split("/")
    if folder in _BEGINNING and path != links.LEARN and catalogue.paths:
        crumbs.append((word("learn.tab", language=language), links.LEARN, ""))
    if folder in _ABOVE and path != _ABOVE[folder][1]:
        key, overview = _ABOVE[folder]
        crumbs.append((word(key, language=language), overview, ""))
        if folder == "procedures":
            manual = catalogue.manuals[rest[0]]
            crumbs.append((manual.short[language], links.PROCEDURES, manual.id))
    return tuple(crumbs)


def thumb(language: Language) -> tuple[tuple[str, str], ...]:
    """Short names and paths of the pages that stand where the thumb of a reader on a phone is."""
    return (
        (word("home", language=language), links.HOME),
        (word("thumb.tasks", language=language), links.TASKS),
        (word("thumb.roles", language=language), links.ROLES),
        (word("thumb.draft", language=language), links.DRAFT),
        (word("a-z", language=language), links.A_TO_Z),
    )
