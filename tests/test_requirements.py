"""Every procedure's draft: a blank one is told all that it must hold, no more, and where the handbook says so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from khumue.catalogue import load_catalogue
from khumue.checking import check_files
from khumue.finding import DraftReport
from khumue.messages import load_messages
from khumue.model import Language
from khumue.registry import load_registry
from site_html import Html

CATALOGUE = load_catalogue()
REGISTRY = load_registry()
MAKERS = [each for each in CATALOGUE.procedures.values() if each.document]
EVERY_MAKER = pytest.mark.parametrize("procedure", [each.id for each in MAKERS])


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft whose only heading is no part of any document."""
    draft = tmp_path_factory.mktemp("blank") / "ร่างเปล่า.md"
    draft.write_text("# ร่าง\n\nปีงบประมาณ พ.ศ. 2570\n", encoding="utf-8")
    return draft


def checked(draft: Path, procedure: str) -> DraftReport:
    report = check_files([draft], REGISTRY, load_messages(), plan=REGISTRY.plans[procedure])
    assert report.failures == ()
    return report.drafts[0]


def test_every_procedure_makes_a_document() -> None:
    """Letters have no headings: what they must hold is read by people."""
    assert len(MAKERS) == len(CATALOGUE.procedures) == 50
    assert [each.id for each in MAKERS if each.document and not each.document.sections] == ["tak2/correspondence"]


@EVERY_MAKER
def test_a_blank_draft_is_told_exactly_what_is_required(procedure: str, blank: Path) -> None:
    document = CATALOGUE.procedures[procedure].document
    assert document
    report = checked(blank, procedure)
    required = [
        *(("S101", each.section) for each in document.sections),
        *(("R201", each.reference) for each in document.references),
    ]
    assert sorted((each.code, each.section or each.reference or "") for each in report.findings) == sorted(required)


@cache
def page(site: Path, procedure: str, language: str) -> Html:
    folder = site / ("en" if language == "en" else "")
    return Html((folder / "procedures" / procedure / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["th", "en"])
@EVERY_MAKER
def test_what_is_missing_leads_to_its_place_in_the_handbook(
    procedure: str, language: Language, blank: Path, site: Path
) -> None:
    handbook = page(site, procedure, language)
    for finding in checked(blank, procedure).findings:
        assert finding.basis
        path, _, anchor = finding.basis.link.partition("#")
        assert path == f"procedures/{procedure}/"
        place = next(tag for tag in handbook.tags if tag.attributes.get("id") == anchor)
        required = (
            CATALOGUE.sections[finding.section] if finding.section else CATALOGUE.references[str(finding.reference)]
        )
        assert required.title[language] in place.text
        assert all(locator in place.text for locator in finding.basis.locators)
