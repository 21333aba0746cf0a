"""The checker on made drafts: a small, fixed part of what `make bench` measures, at the same thresholds."""

from __future__ import annotations

import pytest

from bench import phrases
from bench.accuracy import Bench, Size, total
from bench.damage import DAMAGES
from bench.generator import STYLES
from bench.pieces import Look
from bench.scoring import Score

SIZE = Size(clean=6, damaged=3, printed=0)
COMPLETE: tuple[Look, ...] = ("style", "plain")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("ร่าง"), SIZE)


def wrong(score: Score) -> str:
    return "\n".join([*score.unread[:3], *map(str, score.misses)])


@pytest.mark.parametrize("kind", ["docx", "odt", "md", "txt"])
def test_sections_and_references_are_found_as_labelled(bench: Bench, kind: str) -> None:
    scores = bench.score_written(kind)
    assert {style for style, _ in scores} == set(STYLES)
    clean = total(scores, lambda _, damage: damage == "clean")
    damaged = total(scores, lambda _, damage: damage in DAMAGES)
    assert clean.section_accuracy >= 0.995, wrong(clean)
    assert damaged.section_accuracy >= 0.995, wrong(damaged)
    assert clean.reference_accuracy >= 0.995, wrong(clean)
    assert damaged.reference_accuracy >= 0.995, wrong(damaged)


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_complete_drafts_of_every_plan_raise_no_error_and_no_warning(bench: Bench, kind: str) -> None:
    drafts, findings = bench.findings_on_complete(kind, COMPLETE)
    assert drafts == len(bench.registry.plans) * len(COMPLETE) * 2
    assert findings == []


def test_damaged_names_are_found_and_never_as_another_part(bench: Bench) -> None:
    recalls = phrases.recall_by_damage(bench.catalogue, bench.registry, seed=4)
    assert {damage: recall.lost for damage, recall in recalls.items() if damage != "typos" and recall.lost} == {}
    assert recalls["typos"].share >= 0.98, recalls["typos"].lost
    assert [case for recall in recalls.values() for case in recall.wrong] == []


def test_running_text_and_look_alikes_are_never_silently_taken_for_parts(bench: Bench) -> None:
    lines = phrases.negative_lines(bench.catalogue)
    assert len(lines) == 1_000
    taken = phrases.taken_for_parts(lines, bench.registry)
    assert taken.silent == 0, taken.cases
    _, confused = phrases.confused(bench.catalogue, bench.registry, seed=4)
    assert confused == []
