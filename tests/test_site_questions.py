"""Questions made from the data: one right answer each, which the question does not give away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from khumue.catalogue import load_catalogue
from khumue.frozen import replace
from khumue.model import Text
from khumue.site.questions import (
    CHOICES,
    Question,
    about_procedure,
    about_reference,
    about_role,
    about_section,
    about_step,
    about_term,
)

CATALOGUE = load_catalogue()
PLAN = CATALOGUE.procedures["angthong/annual-action-plan"]


def everything() -> Iterator[Question]:
    for procedure in CATALOGUE.procedures.values():
        yield from about_procedure(CATALOGUE, procedure)
    for reference in CATALOGUE.references.values():
        yield from about_reference(reference, 2570)
    for section in CATALOGUE.sections.values():
        yield from about_section(section)
    for term in CATALOGUE.glossary:
        yield from about_term(CATALOGUE, term)
    for role in CATALOGUE.roles:
        yield from about_role(CATALOGUE, role)


ALL = list(everything())


def asked(questions: Iterator[Question], start: str) -> Question:
    return next(each for each in questions if each.id.startswith(start))


def test_every_question_has_its_own_name() -> None:
    assert [key for key, count in Counter(each.id for each in ALL).items() if count > 1] == []


def test_answers_differ_in_both_languages() -> None:
    for each in ALL:
        assert 2 <= len(each.choices) <= CHOICES, each.id
        assert len({choice.th for choice in each.choices}) == len(each.choices), each.id
        assert len({choice.en for choice in each.choices}) == len(each.choices), each.id


def test_the_right_answer_stands_at_any_place() -> None:
    places = Counter(each.right for each in ALL if len(each.choices) == CHOICES)
    assert all(count > len(ALL) / 6 for count in (places[place] for place in range(CHOICES)))


def test_every_procedure_can_be_asked_about() -> None:
    few = [each.id for each in CATALOGUE.procedures.values() if len(list(about_procedure(CATALOGUE, each))) < 2]
    assert few == []


def test_who_must_agree_is_asked_without_naming_them() -> None:
    question = asked(about_procedure(CATALOGUE, PLAN), "decides/")
    right = question.choices[question.right]
    assert right == CATALOGUE.roles["provincial-education-committee"].title
    assert "กศจ." not in question.ask.th
    assert right.th not in question.ask.th
    assert "5" in question.why.th
    assert question.at == ("procedures/angthong/annual-action-plan.md", "step-committee")


def test_what_follows_a_refusal_is_a_step_or_the_end() -> None:
    question = asked(about_procedure(CATALOGUE, PLAN), "refused/")
    assert question.choices[question.right].en == "Go back to “Write the details of the annual action plan”"
    decision = next(step for step in PLAN.steps if step.kind == "decision")
    ending = asked(about_step(CATALOGUE, PLAN, replace(decision, else_="end")), "refused/")
    assert ending.choices[ending.right].th == "จบกระบวนงาน"


def test_the_edition_is_that_of_the_plans_own_year() -> None:
    nesdp = CATALOGUE.references["nesdp"]
    for year, number in ((2563, "12"), (2570, "13")):
        question = asked(about_reference(nesdp, year), "edition/")
        assert f"ฉบับที่ {number}" in question.choices[question.right].th
        assert str(year) in question.ask.en


def test_a_fact_that_is_not_verified_says_so() -> None:
    sure = asked(about_reference(CATALOGUE.references["national-education-plan"], 2570), "edition/")
    unsure = asked(about_reference(CATALOGUE.references["nesdp"], 2570), "edition/")
    assert "ยังไม่ยืนยัน" not in sure.why.th
    assert "ยังไม่ยืนยัน" in unsure.why.th
    assert "not confirmed" in unsure.why.en


@pytest.mark.parametrize("year", [2400, 2570])
def test_nothing_is_asked_where_there_is_nothing_to_choose(year: int) -> None:
    nesdp = CATALOGUE.references["nesdp"]
    only = replace(nesdp, editions=tuple(each for each in nesdp.editions if each.covers(2570)))
    assert list(about_reference(only, year)) == []
    assert list(about_role(CATALOGUE, "nobody")) == []


def test_wrong_answers_never_say_the_same_as_the_right_one() -> None:
    step = PLAN.steps[0]
    twin = replace(PLAN.steps[2], title=Text(th=PLAN.steps[1].title.th, en="Other words"))
    plan = replace(PLAN, steps=(step, PLAN.steps[1], twin, *PLAN.steps[3:]))
    question = asked(about_step(CATALOGUE, plan, step), "next/")
    assert [choice.th for choice in question.choices].count(PLAN.steps[1].title.th) == 1
