"""Old addresses that lead to new ones, for pages whose ids have changed (`was` in the data files)."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from khumue.site.links import job_path, procedure_path, role_path
from khumue.site.policy import FIRST, with_policy
from khumue.site.words import word

if TYPE_CHECKING:
    from collections.abc import Container

    from khumue.model import Catalogue, Language

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
{first}
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<noscript><meta http-equiv="refresh" content="0; url={href}"></noscript>
</head>
<body>
<p>{moved} <a href="{href}">{title}</a></p>
<script>location.replace(document.querySelector("a").href + location.search + location.hash)</script>
</body>
</html>
"""


def old_paths(catalogue: Catalogue, pages: Container[str]) -> dict[str, str]:
    """The paths that pages had, with those that they have now."""
    kinds = (
        (catalogue.procedures, procedure_path),
        (catalogue.jobs, job_path),
        (catalogue.roles, role_path),
    )
    moved = {path(former): path(each.id) for entries, path in kinds for each in entries.values() for former in each.was}
    return {old: new for old, new in moved.items() if new in pages}


def redirect_page(href: str, canonical: str, title: str, language: Language, *, offline: bool = False) -> str:
    """A page that leads on, place in the page included; without scripts to the page only.

    `href` is relative to the old address, `canonical` absolute, or `href` where the site's address is not known.
    """
    values = {"href": href, "canonical": canonical, "title": title, "moved": word("moved", language=language)}
    page = _PAGE.format(language=language, first=FIRST, **{key: escape(each) for key, each in values.items()})
    return with_policy(page, offline=offline)
