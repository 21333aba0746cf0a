"""Links by which a reader tells what is wrong on a page, with the page and the step filled in."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from khumue.site.words import word

if TYPE_CHECKING:
    from khumue.model import Language, Procedure, Step

BY_MAIL = "mailto:?subject={title}&body={body}"
"""Where corrections go unless the site says another address: a letter whose receiver the reader names."""


def correction_link(procedure: Procedure, step: Step | None, *, address: str, language: Language) -> Markup:
    """The address with its {title} and {body} filled in for a procedure or one of its steps."""
    say = partial(word, language=language)
    at = f"{say('step')} {procedure.step_number(step.id)}: {step.title[language]}" if step else ""
    title = " ".join((say("correction.title"), procedure.title[language]))
    lines = (
        ("correction.place", f"{procedure.id}{f'#step-{step.id}' if step else ''} {at}"),
        ("correction.file", f"procedures/{procedure.id}.yaml"),
        ("correction.wrong", ""),
        ("correction.right", ""),
    )
    body = "\n".join(f"{say(key)} {value}".strip() for key, value in lines) + "\n"
    return Markup(escape(address.format(title=quote(title), body=quote(body.replace("\n", "\r\n")))))
