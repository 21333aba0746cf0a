"""One YAML data file as plain values that remember their lines; what YAML would silently misread is a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO, TextIOWrapper
from typing import Any

import yaml
from yaml.constructor import SafeConstructor
from yaml.reader import Reader, ReaderError

from khumue.authoring.faults import Fault, KeyPath, say, show_path
from khumue.model import Text

_KEY_WITHOUT_SPACE = re.compile(r" *(?:- )?(\w+):[^\s:/]")  # YAML stumbles over it in the next line only

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, kw_only=True)
class Source:
    """A data file as read. `lines` (from 1) and `written` (a scalar's characters in the file) are by key path."""

    file: str
    data: Any = None
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    written: Mapping[KeyPath, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def fault(self, at: KeyPath, word: str, **values: object) -> Fault:
        """A fault of this file at a key path, in the words of this name."""
        return Fault(file=self.file, line=self._line(at), path=self._show(at), message=say(word, **values))

    def _show(self, at: KeyPath) -> str:
        """The key path; an entry of a list of entries goes by its id."""
        if at and isinstance(self.data, list):
            entry = self.data[int(at[0])]
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                return show_path((entry["id"], *at[1:]))
        return show_path(at)

    def _line(self, at: KeyPath) -> int | None:
        """The line of the key path, or of the nearest thing around it."""
        return next((self.lines[at[:end]] for end in range(len(at), -1, -1) if at[:end] in self.lines), None)


def read_yaml(data: bytes, file: str) -> Source:
    """The values of a file's bytes; `file` is its name in faults. What cannot be read has faults and no data."""
    try:
        text = TextIOWrapper(BytesIO(data), encoding="utf-8-sig").read()
    except UnicodeDecodeError:
        return Source(file=file, faults=(Fault(file=file, message=say("encoding")),))
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Source(file=file, faults=(_syntax_fault(file, text, error),))
    except ReaderError:
        return Source(file=file, faults=(_character_fault(file, text),))
    reader = _Reader(file)
    if node is None or (isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"):
        return Source(file=file, faults=(Fault(file=file, message=say("empty-file")),))
    values = reader.value(node, ())
    return Source(file=file, data=values, lines=reader.lines, written=reader.written, faults=tuple(reader.faults))


def _character_fault(file: str, text: str) -> Fault:
    found = Reader.NON_PRINTABLE.search(text)
    assert found is not None  # the reader stopped at it
    code, line = f"U+{ord(found[0]):04X}", text.count("\n", 0, found.start()) + 1
    return Fault(file=file, line=line, message=say("control-character", code=code))


def _syntax_fault(file: str, text: str, error: yaml.MarkedYAMLError) -> Fault:
    assert error.problem_mark is not None  # only None in errors of the constructor, which composing does not use
    line, problem, context = error.problem_mark.line + 1, error.problem or "", error.context or ""
    opened = line if error.context_mark is None else error.context_mark.line + 1
    if "tab character" in problem or "'\\t'" in problem:
        message = say("tab")
    elif context.startswith("while parsing a flow"):
        message = say("yaml-bracket", line=opened)
    elif context.startswith("while scanning a quoted"):
        message = say("yaml-quote", line=opened)
    elif quoted := _quote_before(text, line):
        line, message = quoted, say("yaml-quote", line=quoted)
    elif tight := _KEY_WITHOUT_SPACE.match(text.splitlines()[line - 2]) if line > 1 else None:
        line, message = line - 1, say("yaml-space", key=tight[1])
    else:
        message = say("yaml-colon" if problem.startswith("mapping values are not allowed") else "yaml")
    return Fault(file=file, line=line, message=message)


def _quote_before(text: str, line: int) -> int | None:
    """The line of a quotation mark that was closed only by one of another text, in the line that cannot be read."""
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.ScalarToken) and token.start_mark.line < token.end_mark.line == line - 1:
                return token.start_mark.line + 1 if token.style in ("'", '"') else None
    except yaml.YAMLError:
        pass
    return None


class _Reader:
    """Walks the nodes of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[KeyPath, int] = {}
        self.written: dict[KeyPath, str] = {}
        self.faults: list[Fault] = []
        self._seen: set[int] = set()
        self._scalars = SafeConstructor()

    def value(self, node: yaml.Node, at: KeyPath) -> Any:
        if id(node) in self._seen:
            line = self.lines.get(at, self.lines[at[:-1]])
            self.faults.append(Fault(file=self.file, line=line, path=show_path(at), message=say("alias")))
            return None
        self._seen.add(id(node))
        self.lines.setdefault(at, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return {key: self.value(item, (*at, key)) for key, item in self._keys(node, at)}
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*at, index)) for index, item in enumerate(node.value)]
        return self._scalar(node, at)

    def _keys(self, node: yaml.MappingNode, at: KeyPath) -> Iterator[tuple[str, yaml.Node]]:
        first: dict[str, int] = {}
        for key, item in node.value:
            if not self._is_word(key, at):
                continue
            line = key.start_mark.line + 1
            if key.value in first:
                self._fault(key, (*at, key.value), "duplicate-key", key=key.value, line=first[key.value])
                continue
            first[key.value] = self.lines[(*at, key.value)] = line
            yield key.value, item

    def _is_word(self, key: yaml.Node, at: KeyPath) -> bool:
        if not isinstance(key, yaml.ScalarNode):
            self._fault(key, at, "key-not-word")
            return False
        if key.tag == "tag:yaml.org,2002:str":
            return True
        read = str(self._construct(key)).lower()
        self._fault(key, (*at, key.value), "yaml-key", key=key.value, read=read)
        return False

    def _scalar(self, node: yaml.Node, at: KeyPath) -> Any:
        self.written[at] = node.value
        value = self._construct(node)
        return value.isoformat() if isinstance(value, date) else value

    def _construct(self, node: yaml.Node) -> Any:
        """What YAML reads; what it cannot make a plain value of, such as the date 2026-13-45, stays as written."""
        try:
            value = self._scalars.construct_object(node)
        except (ValueError, yaml.YAMLError):
            return node.value
        return value if isinstance(value, str | int | float | date | None) else node.value

    def _fault(self, node: yaml.Node, at: KeyPath, word: str, **values: str | int | Text) -> None:
        line = node.start_mark.line + 1
        self.faults.append(Fault(file=self.file, line=line, path=show_path(at), message=say(word, **values)))
