"""One language of the handbook, complete: what the adapters hand to MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khumue.catalogue import load_catalogue
from khumue.messages import load_rules
from khumue.site.corrections import BY_MAIL
from khumue.site.pages import build_pages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from khumue.model import Catalogue, Language, RuleText
    from khumue.site.render import Page


@dataclass(frozen=True, kw_only=True)
class Handbook:
    """The data and the pages made from it; pages by the path of their Markdown file."""

    language: Language
    catalogue: Catalogue
    rules: Mapping[str, RuleText]
    pages: Mapping[str, Page]


def read_handbook(language: Language, *, procedures: Path | None = None, corrections: str = BY_MAIL) -> Handbook:
    """The handbook from a folder of data files, or the bundled data.

    Readers send corrections to an address with {title} and {body}.

    Raises `khumue.catalogue.DataError` where the data is invalid.
    """
    catalogue, rules = load_catalogue(procedures), load_rules()
    pages = build_pages(catalogue, rules, language, corrections=corrections)
    return Handbook(language=language, catalogue=catalogue, rules=rules, pages=pages)
