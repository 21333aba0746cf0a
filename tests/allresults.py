"""Results of real checks that together have everything a report can hold, for tests of report formats."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from drafts import COMPLETE, checked, document, registry
from khumue.checker import check
from khumue.choices import own_choices
from khumue.detection import detect_procedure
from khumue.document import Document, DraftError, Place
from khumue.finding import DraftReport, Failure, Result
from khumue.frozen import replace
from khumue.messages import load_messages
from khumue.readers import read_draft
from khumue.reports import Setup
from khumue.vocabulary import Language
from khumue.waivers import Waiver

CASES = Path(__file__).parent / "cases"
SAMPLE = next((Path(__file__).parents[1] / "docs/assets/samples").glob("*.docx"))

WAIVING = COMPLETE.replace("## 3.1 วิสัยทัศน์", "<!-- khumue: ยกเว้น S101 วิสัยทัศน์: ใช้ของเดิม [ดู](x) -->").replace(
    "พันธกิจ", "เรื่องอื่น"
)


def setup(language: Language = "th", handbook: str | None = None) -> Setup:
    return Setup(registry=registry(), messages=load_messages(), language=language, handbook=handbook)


def waived() -> DraftReport:
    """A draft with a waiver of its own and one in the settings."""
    own = Waiver(text="", codes=("S101",), part="mission", reason="ตกลงกับผู้พิจารณาแล้ว")
    return checked(document(WAIVING), waivers=(own,))


def failure(path: str = "ร่าง เสีย.pdf") -> Failure:
    return load_messages().failure(path, DraftError("missing"))


def on_pages(report: DraftReport) -> DraftReport:
    """The same report as of a PDF: lines of pages, and a finding that stands in two places."""
    place = Place(page=3, line=12)
    findings = [replace(each, place=place, elsewhere=(Place(page=4, line=1), place)) for each in report.findings]
    facts = replace(report.document, kind="pdf", path="ร่าง.pdf", pages=9)
    return replace(report, document=facts, findings=tuple(findings))


@cache
def all_results() -> tuple[Result, ...]:
    """Every golden case, the sample, waivers, a PDF, a scan and a file that could not be checked."""
    cases = [_case(folder) for folder in sorted(path.parent for path in CASES.rglob("expected.yaml"))]
    faulty = next(each for each in cases if each.findings and each.document.kind == "md")
    sample = _check(read_draft(SAMPLE), {})
    return (*cases, sample, waived(), on_pages(faulty), failure())


def _case(folder: Path) -> DraftReport:
    (draft,) = [path for path in folder.iterdir() if path.stem == "draft"]
    return _check(read_draft(draft), yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8")))


def _check(draft: Document, options: dict[str, object]) -> DraftReport:
    messages, data = load_messages(), registry()
    own = own_choices(draft, messages.rules)
    named = options.get("procedure") or own.procedure
    plan = data.plans[str(named)] if named else detect_procedure(draft, data)
    assert plan is not None
    year = options.get("year")
    years = (int(str(year)),) if year else own.years or ()
    return check(draft, plan, data, messages.rules, today_fiscal_year=2570, fiscal_years=years, choices=own)
