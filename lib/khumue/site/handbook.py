"""One language of the handbook, complete: what the adapters hand to MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khumue.catalogue import load_catalogue
from khumue.flowchart import draw
from khumue.messages import load_rules
from khumue.site.charts import keeping
from khumue.site.corrections import BY_MAIL
from khumue.site.pages import plan_pages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from khumue.model import Catalogue, Language, RuleText
    from khumue.site.render import Page


# Not to be written out: mkdocs-macros does so with all that a page may ask for, which took a fifth of the build.
@dataclass(frozen=True, kw_only=True, repr=False)
class Handbook:
    """The data and the pages made from it, each when it is asked for; pages by the path of their Markdown file."""

    language: Language
    catalogue: Catalogue
    rules: Mapping[str, RuleText]
    pages: Mapping[str, Page]


def read_handbook(
    language: Language, *, procedures: Path | None = None, corrections: str = BY_MAIL, charts: Path | None = None
) -> Handbook:
    """The handbook from a folder of data files, or the bundled data.

    Readers send corrections to an address with {title} and {body}; flowcharts are kept in the folder `charts`.

    Raises `khumue.catalogue.DataError` where the data is invalid, and where a page is asked for,
    `khumue.flowchart.FlowchartError` where its flowchart cannot be drawn.
    """
    return plan_handbook(load_catalogue(procedures), language, corrections=corrections, charts=charts)


def plan_handbook(
    catalogue: Catalogue, language: Language, *, corrections: str = BY_MAIL, charts: Path | None = None
) -> Handbook:
    """The handbook of a catalogue; see `read_handbook`."""
    rules, drawing = load_rules(), keeping(charts) if charts else draw
    pages = plan_pages(catalogue, rules, language, corrections=corrections, draw=drawing)
    return Handbook(language=language, catalogue=catalogue, rules=rules, pages=pages)
