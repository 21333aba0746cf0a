"""What a Word file says of itself: its title, and the properties that its author gave it."""

from __future__ import annotations

from collections.abc import Mapping

from khumue.frozen import NOTHING
from khumue.readers.package import Given, Package, parse_xml

_CORE = "docProps/core.xml"
_CUSTOM = "docProps/custom.xml"
_TITLE = "http://purl.org/dc/elements/1.1/ title"


def read_title(package: Package) -> str | None:
    """The title among the properties."""
    if _CORE not in package.names:
        return None
    inside = False
    parts: list[str] = []

    def start(name: str, _: Given) -> None:
        nonlocal inside
        inside = name == _TITLE

    def end(_: str) -> None:
        nonlocal inside
        inside = False

    parse_xml(package.read(_CORE), _CORE, start, end, lambda text: parts.append(text) if inside else None)
    return "".join(parts).strip() or None


def read_properties(package: Package) -> Mapping[str, str]:
    """The author's own properties (File, Properties, Custom) by name."""
    if _CUSTOM not in package.names:
        return NOTHING
    found: dict[str, str] = {}
    name = ""

    def start(_: str, attributes: Given) -> None:
        nonlocal name
        name = attributes.get("name", name)

    def text(said: str) -> None:
        if name and said.strip():
            found[name] = found.get(name, "") + said

    parse_xml(package.read(_CUSTOM), _CUSTOM, start, lambda _: None, text)
    return {key: value.strip() for key, value in found.items()}
