"""What an author starts from: a new procedure, or another office's made one's own, and the entries that it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from khumue.authoring.datafiles import VOCABULARY
from khumue.authoring.shapes import TO_FILL, Shape, example, shape_of
from khumue.authoring.yamllines import Explaining, write_list, write_mapping
from khumue.decode import encode
from khumue.model import Catalogue, Job, Manual, Procedure

NO_PLACE = "?"
"""In place of the number in the manual, where an author has still to look it up."""

_ABOUT_THE_MANUAL = frozenset({"was", "notes", "left_out", "cited_edition", "cited_years"})
"""What is true of one manual only, and so is not copied from another's procedure."""


def new_procedure(facts: Mapping[str, Any]) -> str:
    """A procedure's data file with only what it must have, all still to be filled in. `facts` has by key what is known.

    They are `id`, `manual`, `numbers`, `job`, `by` (who takes the first step), `locators` and `reviewed`.
    """
    shape = shape_of("procedure")
    given = {key: value for key, value in facts.items() if key != "id"}
    return write_mapping({**_least(shape, given), "id": facts["id"]}, shape, Explaining(given=given))


def own_copy(procedure: Procedure, facts: Mapping[str, Any]) -> str:
    """Another office's procedure as the start of one's own: every place in the manual is still to be looked up.

    What is true of the other manual only is left out, and so are stages where the job is another.
    """
    plain: dict[str, Any] = _moved(encode(procedure), facts["locators"], keep_stages=procedure.job == facts["job"])
    plain["feeds"] = [feed for feed in plain["feeds"] if "/" not in feed["to"]]  # this office has not that procedure
    own = {key: facts[key] for key in ("id", "manual", "numbers", "job", "reviewed")}
    return write_mapping({**plain, **own}, shape_of("procedure"), Explaining(given=facts))


def new_entry(kind: str, facts: Mapping[str, Any]) -> str:
    """An entry of a vocabulary with only what it must have. `facts` has by key what is known."""
    shape = shape_of(kind)
    return write_list([{**_least(shape.items, facts), **facts}], shape, Explaining(given=facts))


def data_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Every data file of a catalogue as path and text."""
    for kind in VOCABULARY:
        entries = encode(getattr(catalogue, kind.replace("-", "_")))
        yield f"vocabulary/{kind}.yaml", write_list(entries, shape_of(kind)) or "[]\n"
    for procedure in catalogue.procedures.values():
        yield f"{procedure.id}.yaml", write_mapping(encode(procedure), shape_of("procedure"))


def places_to_fill(value: Procedure | Manual | Job) -> int:
    """How many texts and numbers of the manual an author has still to write."""
    return sum(1 for _ in _to_fill(encode(value), in_locators=False))


def _to_fill(value: Any, *, in_locators: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _to_fill(item, in_locators=key == "locators")
    elif isinstance(value, list):
        for item in value:
            yield from _to_fill(item, in_locators=in_locators)
    elif isinstance(value, str) and (
        value.endswith(f" {NO_PLACE}") if in_locators else value.startswith((TO_FILL.th, TO_FILL.en))
    ):
        yield value


def _least(shape: Shape, given: Mapping[str, Any]) -> Any:
    """An example with required keys only, and with places in the manual."""
    if not shape.keys:
        return [_least(shape.items, given)] if shape.plain.get("items") else example(shape, given)
    whole = example(shape, given)
    kept = [key for key in shape.keys if key in shape.required or key == "locators"]
    return {
        key: whole[key]
        if key in given or not (shape.inner(key).keys or "items" in shape.inner(key).plain)
        else _least(shape.inner(key), given)
        for key in kept
    }


def _moved(value: Any, locators: list[str], *, keep_stages: bool) -> Any:
    if isinstance(value, list):
        return [_moved(item, locators, keep_stages=keep_stages) for item in value]
    if not isinstance(value, dict):
        return value
    left_out = _ABOUT_THE_MANUAL if keep_stages else _ABOUT_THE_MANUAL | {"stage"}
    return {
        key: locators if key == "locators" and item else _moved(item, locators, keep_stages=keep_stages)
        for key, item in value.items()
        if key not in left_out
    }
