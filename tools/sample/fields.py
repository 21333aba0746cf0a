# ruff: noqa: SLF001 - python-docx has no words for fields, bookmarks and repeated rows; its elements are private names.
"""Word's fields, bookmarks and links, which python-docx has no words for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """A new element of the `w` namespace with attributes of the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def field_char(kind: str) -> BaseOxmlElement:
    """A run that begins, separates or ends a field."""
    run = element("r")
    run.append(element("fldChar", fldCharType=kind))
    return run


def instruction(code: str) -> BaseOxmlElement:
    """A run that holds the code of a field."""
    run, text = element("r"), element("instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {code} "
    run.append(text)
    return run


def text_run(text: str) -> BaseOxmlElement:
    """A run of text; a tab character becomes Word's tab."""
    run = element("r")
    for number, part in enumerate(text.split("\t")):
        if number:
            run.append(element("tab"))
        words = element("t")
        words.set(qn("xml:space"), "preserve")
        words.text = part
        run.append(words)
    return run


def field(code: str, result: str) -> list[BaseOxmlElement]:
    """The runs of a field with the result that shows until Word works it out again."""
    return [field_char("begin"), instruction(code), field_char("separate"), text_run(result), field_char("end")]


def bookmark(paragraph: Paragraph, number: int, name: str) -> None:
    """Wrap the runs of a paragraph in a bookmark."""
    runs = list(paragraph._p.iterchildren(qn("w:r")))
    runs[0].addprevious(element("bookmarkStart", id=str(number), name=name))
    runs[-1].addnext(element("bookmarkEnd", id=str(number)))


def link(anchor: str, runs: list[BaseOxmlElement]) -> BaseOxmlElement:
    """A link to a bookmark of the same document."""
    made = element("hyperlink", anchor=anchor, history="1")
    made.extend(runs)
    return made
