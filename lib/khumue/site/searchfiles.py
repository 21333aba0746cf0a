"""The files that the search downloads: small enough for a phone, so they are packed closely.

The first file has every title and the texts that most people look for; the second, which follows when the first query
is answered, has everything else. `docs/assets/search/` reads them.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from khumue.site.searchtext import SearchPage, Section

FIRST = "search/index.js"
SECOND = "search/more.js"

# Characters of different texts in the first file: with titles, addresses and scripts this makes less than 80 kB.
ROOM = 170_000
IMPORTANT = ("procedures/", "jobs/", "roles/", "glossary/", "references/", "sections/")

_NOT_IN_CP874 = re.compile(r"[^\x00-\x7f\u0e01-\u0e3a\u0e3f-\u0e5b]")


def search_files(
    pages: Iterable[SearchPage],
    foreign: Iterable[SearchPage],
    *,
    abbreviations: Sequence[Sequence[str]],
    other_names: Mapping[str, Sequence[str]],
    offices: Mapping[str, str],
) -> Mapping[str, str]:
    """The scripts by their path below the assets of one language.

    `foreign` are the same pages in the other language, whose titles find a page where no word of its own does.
    `abbreviations` stand before what they mean; `other_names` are those of what has the title; `offices` says
    by the address of a page, without its last slash, whose work it describes.
    """
    ordered = sorted(pages, key=_importance)
    titles = {(page.url, section.anchor): section.title for page in foreign for section in page.sections}
    first, second = _Strings(), _Strings()
    index: list[object] = []
    more: list[object] = []
    for number, page in enumerate(ordered):
        sections = []
        for place, section in enumerate(page.sections):
            here = first.size < ROOM
            names = [*section.names, *other_names.get(section.title, ())]
            written = [section.anchor, first.put(section.title), *map(first.put, section.texts if here else ())]
            sections.append([*written, [first.put(name) for name in names]] if here and names else written)
            rest = [
                [second.put(text) for text in texts]
                for texts in (
                    () if here else section.texts,
                    [*section.asides, *second.unseen(section.labels)],
                    () if here else names,
                    _foreign(section, titles.get((page.url, section.anchor))),
                )
            ]
            if any(rest):
                more.append([number, place, *rest])
        index.append([page.url, offices.get(page.url.removesuffix("/"), ""), sections])
    return {
        FIRST: _script("index", {"pages": index, "abbreviations": abbreviations}),
        SECOND: _script("more", more),
    }


@dataclass(kw_only=True)
class _Strings:
    """Strings of a file: the second time, a string is only the number of the first one."""

    numbers: dict[str, int] = field(default_factory=dict)
    size: int = 0

    def put(self, text: str) -> str | int:
        if text in self.numbers:
            return self.numbers[text]
        self.numbers[text] = len(self.numbers)
        self.size += len(text)
        return text

    def unseen(self, texts: Iterable[str]) -> list[str]:
        return [text for text in dict.fromkeys(texts) if text not in self.numbers]


def _importance(page: SearchPage) -> tuple[int, str]:
    """Procedures first; the same procedure of several offices one after the other, which packs better."""
    kind = next((place for place, start in enumerate(IMPORTANT) if page.url.startswith(start)), len(IMPORTANT))
    return kind, "/".join(reversed(page.url.split("/")))


def _foreign(section: Section, title: str | None) -> list[str]:
    return [title] if title and title != section.title else []


def _script(name: str, value: object) -> str:
    """A script that hands over a value: JSON with one byte for a Thai letter, compressed, as text."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = _NOT_IN_CP874.sub(lambda match: json.dumps(match[0])[1:-1], text)
    packed = base64.b64encode(gzip.compress(text.encode("cp874"), mtime=0)).decode()
    return f'searchFile("{name}", "{packed}")\n'
