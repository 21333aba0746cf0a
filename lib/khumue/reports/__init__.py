"""Report writers: each turns one report into one text. A new format is one small module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from khumue.finding import Report
from khumue.messages import Messages
from khumue.registry import Registry
from khumue.reports.json import write_json
from khumue.reports.text import write_text
from khumue.vocabulary import Language

Writer = Callable[[Report, Registry, Messages, Language], str]

FORMATS: Mapping[str, Writer] = {"text": write_text, "json": write_json}
