"""Drafts for tests, from Markdown text, with what readers add to them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from khumue.checker import check
from khumue.choices import NO_CHOICES, Choices
from khumue.document import Comment, Document, Place
from khumue.finding import DraftReport, Finding
from khumue.frozen import replace
from khumue.messages import load_messages
from khumue.readers.markdown import read_markdown
from khumue.registry import Registry, load_registry
from khumue.waivers import Waiver

ACTION_PLAN = "angthong/annual-action-plan"
COMPLETE = (Path(__file__).parent / "cases" / "complete" / "draft.md").read_text(encoding="utf-8")

registry = cache(load_registry)


def document(text: str, *comments: str, path: str = "ร่างแผน.md") -> Document:
    """A draft as read, with more comments at the lines 101, 102 ..."""
    read = read_markdown(Path(path), text.encode())
    placed = (Comment(text=comment, place=Place(line=line)) for line, comment in enumerate(comments, 101))
    return replace(read, comments=(*read.comments, *placed))


def checked(
    draft: Document,
    *,
    procedure: str = ACTION_PLAN,
    choices: Choices = NO_CHOICES,
    waivers: tuple[Waiver, ...] = (),
    own: Registry | None = None,
) -> DraftReport:
    """The report on a draft in fiscal year 2570."""
    data = own or registry()
    rules = load_messages().rules
    return check(draft, data.plans[procedure], data, rules, today_fiscal_year=2570, choices=choices, waivers=waivers)


def said(report: DraftReport) -> list[str]:
    """Every finding as "code severity what"."""
    return [one(finding) for finding in report.findings]


def one(finding: Finding) -> str:
    """A finding as "code severity what"."""
    return f"{finding.code} {finding.severity} {finding.section or finding.reference or ''}".strip()
