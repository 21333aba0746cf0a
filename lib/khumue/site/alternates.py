"""The same page in the other language: for the language switch and for search engines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khumue.model import LANGUAGES

if TYPE_CHECKING:
    from khumue.model import Language

NAMES: dict[Language, str] = {"th": "ไทย", "en": "English"}

FOLDERS: dict[Language, str] = {"th": "", "en": "en/"}
"""Where each language stands below the root of the site."""


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """A page in one language: `href` relative to the page that links to it, `canonical` absolute.

    `canonical` is empty where the site's address is not known: search engines take no relative one.
    """

    language: Language
    name: str
    href: str
    canonical: str
    current: bool


def alternates(page_url: str, language: Language, site_root: str) -> tuple[Alternate, ...]:
    """Both languages of a page. `page_url` is relative to its language's folder, `site_root` absolute or empty."""
    url = "" if page_url in {".", "./"} else page_url
    up = "../" * (url.count("/") + FOLDERS[language].count("/"))
    return tuple(
        Alternate(
            language=other,
            name=NAMES[other],
            href=f"{up}{FOLDERS[other]}{url}" or "./",
            canonical=f"{site_root}{FOLDERS[other]}{url}" if site_root else "",
            current=other == language,
        )
        for other in LANGUAGES
    )
