"""The site's own words in both languages: headings, labels and badges. Data brings its own texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from khumue.authoring.yamlfiles import read_yaml
from khumue.model import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khumue.model import Language

TEXTS = Path(__file__).parent / "texts"


def read_words(folder: Path) -> dict[str, Text]:
    """The words of all files of a folder, by key. Raises ValueError where a key stands twice."""
    words: dict[str, Text] = {}
    for path in sorted(folder.glob("*.yaml")):
        source = read_yaml(path.read_bytes(), path.name)
        own = {key: Text(th=text["th"], en=text["en"]) for key, text in source.data.items()}
        if source.faults or own.keys() & words.keys():
            raise ValueError(f"{path}: these words cannot be read, or stand in another file, too")
        words |= own
    return words


WORDS: Mapping[str, Text] = read_words(TEXTS)


def word(*key: str, language: Language) -> str:
    """One of the site's words; dots join the parts of its key. Raises KeyError for a word that is not there."""
    return WORDS[".".join(key)][language]
