"""Who is who: agencies, committees and posts that decide, by the place whose work they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khumue.site.bandmap import Band, Box
from khumue.site.handovers import ORDER
from khumue.site.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khumue.model import Catalogue, Language, MapPlace, Procedure, Role, Step
    from khumue.site.bandmap import Look


@dataclass(frozen=True, kw_only=True)
class Body:
    """An agency, a committee, or another role that decides or belongs to an agency; `decides` are steps."""

    role: Role
    decides: tuple[tuple[Procedure, Step], ...]
    does: int


def bodies(catalogue: Catalogue) -> dict[MapPlace, tuple[Body, ...]]:
    """Bodies from the ministry down: agencies first, then those with most to decide."""
    found = [_body(catalogue, role) for role in catalogue.roles.values()]
    kept = [each for each in found if each.role.kind in ("agency", "committee") or each.decides or each.role.under]
    by_place = {place: [each for each in kept if _place(each.role) == place] for place in ORDER}
    return {place: tuple(sorted(own, key=_order)) for place, own in by_place.items() if own}


def _body(catalogue: Catalogue, role: Role) -> Body:
    steps = [(each, step) for each in catalogue.procedures.values() for step in each.steps if step.by == role.id]
    decides = tuple((each, step) for each, step in steps if step.kind == "decision")
    return Body(role=role, decides=decides, does=len(steps) - len(decides))


def _place(role: Role) -> MapPlace:
    return role.serves or role.place


def _order(body: Body) -> tuple[bool, int]:
    return not _is_office(body), -len(body.decides)


def _is_office(body: Body) -> bool:
    return body.role.kind == "agency" or body.role.under is not None


def body_bands(catalogue: Catalogue, language: Language) -> tuple[Band, ...]:
    """The map of bodies: offices and those that decide each in a box of its own, the rest in one."""
    return tuple(
        Band(title=word("place", place, language=language), boxes=tuple(_boxes(catalogue, place, own, language)))
        for place, own in bodies(catalogue).items()
    )


def _boxes(catalogue: Catalogue, place: MapPlace, own: tuple[Body, ...], language: Language) -> Iterator[Box]:
    rest = [each for each in own if not _is_office(each) and not each.decides]
    yield from (_box(catalogue, each, language) for each in own if each not in rest)
    if rest:
        title = word("concepts.bodies.others", language=language).format(count=len(rest))
        yield Box(title=title, anchor=f"at-{place}", look="open")


def _box(catalogue: Catalogue, body: Body, language: Language) -> Box:
    role = body.role
    title = f"{role.title[language]} ({role.abbreviation[language]})" if role.abbreviation else role.title[language]
    look: Look = "office" if _is_office(body) else "committee" if role.kind == "committee" else "plain"
    return Box(title=title, notes=tuple(_notes(catalogue, body, language)), anchor=role.id, look=look)


def _notes(catalogue: Catalogue, body: Body, language: Language) -> Iterator[str]:
    if body.role.under:
        parent = catalogue.roles[body.role.under]
        name = (parent.abbreviation or parent.title)[language]
        yield word("concepts.bodies.under", language=language).format(name=name)
    if body.decides:
        yield word("concepts.bodies.decides", language=language).format(count=len(body.decides))
    if body.role.note:
        yield word("concepts.bodies.check", language=language)
