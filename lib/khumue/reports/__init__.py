"""Report writers: each turns results, as they come, into pieces of text. A new format is one small module and a line
here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from khumue.finding import Result
from khumue.messages import Messages
from khumue.registry import Registry
from khumue.reports.json import write_json
from khumue.reports.text import write_text
from khumue.vocabulary import Language

Writer = Callable[[Iterable[Result], Registry, Messages, Language], Iterator[str]]

FORMATS: Mapping[str, Writer] = {"text": write_text, "json": write_json}
