"""Flowcharts are kept by what they are made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from khumue.flowchart import draw
from khumue.frozen import replace
from khumue.model import Procedure
from khumue.site import charts
from khumue.site.charts import keeping
from site_catalogue import CATALOGUE

PLAN = CATALOGUE.procedures["angthong/annual-action-plan"]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the charts that were drawn, not kept."""
    titles: list[str] = []

    def listen(procedure: Procedure, *rest: object) -> str:
        titles.append(procedure.title.en)
        return draw(procedure, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(charts, "draw", listen)
    return titles


def test_a_kept_chart_is_the_same_bytes_and_is_drawn_once_for_each_language(tmp_path: Path, drawn: list[str]) -> None:
    for language in ("th", "en"):
        expected = draw(PLAN, CATALOGUE, language)
        assert keeping(tmp_path)(PLAN, CATALOGUE, language) == expected
        assert keeping(tmp_path)(PLAN, CATALOGUE, language) == expected
    assert drawn == [PLAN.title.en] * 2
    assert len(list(tmp_path.iterdir())) == 2


def test_a_chart_is_drawn_again_when_its_steps_or_the_names_of_its_roles_change(
    tmp_path: Path, drawn: list[str]
) -> None:
    first = keeping(tmp_path)(PLAN, CATALOGUE, "en")
    step = PLAN.steps[0]
    other = replace(PLAN, steps=(replace(step, title=replace(step.title, en="Gather figures")), *PLAN.steps[1:]))
    assert "Gather" in keeping(tmp_path)(other, CATALOGUE, "en")
    role = CATALOGUE.roles[step.by]
    renamed = replace(
        CATALOGUE, roles={**CATALOGUE.roles, role.id: replace(role, title=replace(role.title, en="Statisticians"))}
    )
    assert "Statisticians" in keeping(tmp_path)(PLAN, renamed, "en")
    assert keeping(tmp_path)(PLAN, CATALOGUE, "en") == first
    assert len(drawn) == 3


def test_a_chart_is_drawn_again_when_a_library_changes(
    tmp_path: Path, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping(tmp_path)(PLAN, CATALOGUE, "en")
    monkeypatch.setattr(charts, "_drawing", lambda: "another version")
    keeping(tmp_path)(PLAN, CATALOGUE, "en")
    assert len(drawn) == 2
