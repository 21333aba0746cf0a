"""Templates to Markdown, for one language: every value that a template prints is escaped, so data is never markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined, pass_context
from markupsafe import Markup

from khumue.dates import review_due, show_date, show_fiscal_years, show_years
from khumue.model import Text
from khumue.months import show_month, show_months
from khumue.site import calendar, relations, rolework
from khumue.site import links as paths
from khumue.site.corrections import BY_MAIL, correction_link
from khumue.site.forms import form_path, has_form
from khumue.site.links import Links
from khumue.site.terms import Glossary, Mentions
from khumue.site.words import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from khumue.model import Catalogue, Language

TEMPLATES = Path(__file__).parent / "templates"

# As entities, these mean the same in Markdown, in raw HTML, in an attribute and in Jinja.
_ENTITIES = str.maketrans({char: f"&#{ord(char)};" for char in "\\`*_{}[]<>|~^&\"'$"})
_BLOCK_START = re.compile(r"^(?:[#+\-=!?:]|\d+(?=[.)]))")
_THAI_WORDS = re.compile(r"([\u0e01-\u0e5b](?:[\u0e01-\u0e5b\d ().-]*[\u0e01-\u0e5b\d)])?)")


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: the path of its Markdown file, its title and one line about it (plain text), and its Markdown."""

    path: str
    title: str
    description: str
    write: Callable[[], str]

    @cached_property
    def markdown(self) -> str:
        """Written when it is first asked for."""
        return self.write()


@cache
def escape_markdown(text: str) -> Markup:
    """The text as Markdown that prints it literally, on one line."""
    return _no_block(_inline(text))


def _no_block(line: str) -> Markup:
    """A line of Markdown whose first character does not begin a heading, a list or another block."""
    return Markup(_BLOCK_START.sub(lambda match: f"&#{ord(match[0][0])};{match[0][1:]}", str(line)))


@pass_context
def _show(context: Context, value: object) -> object:
    if isinstance(value, Markup | Undefined):
        return value
    if isinstance(value, Text):
        return mark_thai(value, context["language"])
    if isinstance(value, str | int):
        return escape_markdown(str(value))
    raise TypeError(f"a template printed {value!r}, which is not text")


def mark_thai(text: Text | str, language: Language) -> Markup:
    """A text whose Thai words, in another language, say that they are Thai."""
    words = text[language] if isinstance(text, Text) else text
    if language == "th":
        return escape_markdown(words)
    marked = (
        Markup('<span lang="th">{}</span>').format(_inline(piece)) if place % 2 else _inline(piece)
        for place, piece in enumerate(_THAI_WORDS.split(words))
    )
    return _no_block(Markup("").join(marked))


def _inline(piece: str) -> Markup:
    """A piece of a line, whose spaces at both ends belong to it."""
    return Markup(re.sub(r"\s+", " ", piece).translate(_ENTITIES))


@cache
def templates() -> Environment:
    """The templates: read once, for both languages."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        finalize=_show,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        paths=paths,
        relations=relations,
        rolework=rolework,
        calendar=calendar,
        review_due=review_due,
        has_form=has_form,
        form_path=form_path,
    )
    return environment


class Renderer:
    """Makes pages of one catalogue in one language. `corrections` is the address to which readers send them."""

    def __init__(self, catalogue: Catalogue, language: Language, corrections: str = BY_MAIL) -> None:
        self._language: Language = language
        self._glossary = Glossary(catalogue, language)
        self._values = {
            "catalogue": catalogue,
            "language": language,
            "word": partial(word, language=language),
            "date": partial(show_date, language=language),
            "years": partial(show_years, language=language),
            "fiscal_years": partial(show_fiscal_years, language=language),
            "month": partial(show_month, language=language),
            "months": partial(show_months, language=language),
            "in_thai": partial(mark_thai, language=language),
            "correction_link": partial(correction_link, address=corrections, language=language),
        }

    def text(self, template: str, path: str, /, **values: object) -> str:
        """The Markdown of a template, with links as seen from `path`."""
        links, mentions = Links(page=path), Mentions(self._glossary)
        values |= {"links": links, "mentions": mentions, "with_terms": partial(self._with_terms, links, mentions)}
        return templates().get_template(f"{template}.md.j2").render(self._values, **values)

    def _with_terms(self, links: Links, mentions: Mentions, text: Text) -> Markup:
        """A text whose first mentions of the glossary's terms lead there and are described by their meaning."""
        return Markup("").join(
            Markup('[{}]({}){{: .term aria-describedby="tip-{}" }}').format(
                mark_thai(piece, self._language), links.term(term.id), term.id
            )
            if term
            else mark_thai(piece, self._language)
            for piece, term in mentions.split(text[self._language])
        )

    def page(self, template: str, path: str, title: Text, description: Text, /, **values: object) -> Page:
        """A whole page."""
        write = partial(self.text, template, path, title=title, lead=description, **values)
        return Page(path=path, title=title[self._language], description=description[self._language], write=write)
