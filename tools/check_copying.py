"""Whether texts of the data stand word for word in the source manuals: python tools/check_copying.py FOLDER_WITH_TXT.

The manuals give facts, order, names and numbers; their sentences are not copied. A run of 60 characters in common
(spaces aside) is a copy, unless it is made of names of laws, plans, bodies, forms or documents, which stay exact.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

from khumue.catalogue import load_catalogue
from khumue.frozen import fields, is_frozen
from khumue.model import Catalogue, Text

RUN = 60


def copies(catalogue: Catalogue, folder: Path) -> list[str]:
    """One line for each text that holds a run of a source: where it is, and the run."""
    sources = [_squeeze(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]
    runs = {source[at : at + RUN] for source in sources for at in range(len(source) - RUN + 1)}
    names = re.compile("|".join(map(re.escape, sorted(_names(catalogue), key=len, reverse=True))))
    found = []
    for at, text in texts(catalogue.procedures, ""):
        # A name is taken out of the text, so that a run on both of its sides does not count as one.
        for piece in names.split(_squeeze(text.th)):
            run = next((piece[n : n + RUN] for n in range(len(piece) - RUN + 1) if piece[n : n + RUN] in runs), None)
            if run:
                found.append(f"{at}: {run}")
    return found


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _names(catalogue: Catalogue) -> set[str]:
    """Names that stay as they are."""
    found: set[str] = set()
    for series in catalogue.references.values():
        found |= {series.title.th, *series.aliases.th}
        found |= {name for each in series.editions for name in (each.title.th, *each.aliases.th)}
    found |= {role.title.th for role in catalogue.roles.values()}
    found |= {kind.title.th for kind in catalogue.documents.values()}
    for procedure in catalogue.procedures.values():
        found |= {procedure.title.th, *(form.title.th for form in procedure.forms)}
        found |= {definition.term.th for definition in procedure.definitions}
    return {_squeeze(name) for name in found if len(name) > 8}


def texts(value: Any, at: str) -> Iterator[tuple[str, Text]]:
    """Every text under a value, with its place."""
    if isinstance(value, Text):
        yield at, value
    elif is_frozen(value):
        for name in fields(value):
            yield from texts(getattr(value, name), f"{at}.{name}")
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from texts(each, f"{at}[{number}]")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts(each, key)


def main(folder: str) -> int:
    """Print the copies; status 1 when there are any."""
    found = copies(load_catalogue(), Path(folder))
    print("\n".join(found) or "no copies")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
