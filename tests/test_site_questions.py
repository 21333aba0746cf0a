"""Questions made from the data: one right answer each, which the question does not give away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from khumue.catalogue import load_catalogue
from khumue.frozen import replace
from khumue.learning import LearningPath, Target
from khumue.model import Text
from khumue.site.questions.choosing import MOST, about, path_questions
from khumue.site.questions.flow import about_procedure, about_results, about_role, about_step
from khumue.site.questions.papers import (
    about_document,
    about_page,
    about_reference,
    about_requirements,
    about_section,
    about_term,
)
from khumue.site.questions.question import CHOICES, Question

CATALOGUE = load_catalogue()
PLAN = CATALOGUE.procedures["angthong/annual-action-plan"]


def everything() -> Iterator[Question]:
    for procedure in CATALOGUE.procedures.values():
        yield from about_procedure(CATALOGUE, procedure)
        yield from about_results(CATALOGUE, procedure)
        yield from about_requirements(CATALOGUE, procedure)
    for reference in CATALOGUE.references.values():
        yield from about_reference(reference, 2570)
    for section in CATALOGUE.sections.values():
        yield from about_section(section)
    for term in CATALOGUE.glossary:
        yield from about_term(CATALOGUE, term)
    for role in CATALOGUE.roles:
        yield from about_role(CATALOGUE, role)
    for document in CATALOGUE.documents:
        yield from about_document(CATALOGUE, document)
    for asked in CATALOGUE.questions.values():
        yield from about_page(asked, "draft.md")


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
    assert question.choices[question.right].en == "Go to the step “Write the details of the annual action plan”"
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


def test_a_law_with_one_edition_is_asked_for_its_status() -> None:
    act = CATALOGUE.references["personal-data-act"]
    question = asked(about_reference(act, 2570), "status/")
    assert question.choices[question.right].th == "ใช้อยู่"


@pytest.mark.parametrize("year", [2400, 2570])
def test_nothing_is_asked_where_there_is_nothing_to_choose(year: int) -> None:
    nesdp = CATALOGUE.references["nesdp"]
    only = replace(nesdp, editions=tuple(each for each in nesdp.editions if each.covers(2570)))
    assert [each.id for each in about_reference(only, year)] == ["status/nesdp"]
    assert list(about_role(CATALOGUE, "nobody")) == []


def test_wrong_answers_never_say_the_same_as_the_right_one() -> None:
    step = PLAN.steps[0]
    twin = replace(PLAN.steps[2], title=Text(th=PLAN.steps[1].title.th, en="Other words"))
    plan = replace(PLAN, steps=(step, PLAN.steps[1], twin, *PLAN.steps[3:]))
    question = asked(about_step(CATALOGUE, plan, step), "next/")
    assert [choice.th for choice in question.choices].count(PLAN.steps[1].title.th) == 1


@pytest.mark.parametrize("path", CATALOGUE.paths.values(), ids=list(CATALOGUE.paths))
def test_every_item_of_a_path_ends_in_a_question(path: LearningPath) -> None:
    questions = path_questions(CATALOGUE, path, 2570)
    assert [item.id for item in path.items if not 1 <= len(questions[item.id]) <= MOST] == []
    ids = [each.id for own in questions.values() for each in own]
    assert len(ids) == len(set(ids))


def test_a_link_to_a_part_of_a_page_asks_about_that_part() -> None:
    own = list(about(CATALOGUE, Target(page="reports", at="matrix"), 2570))
    assert [each.id for each in own] == ["page/rows-of-the-matrix"]
    assert len(list(about(CATALOGUE, Target(page="reports"), 2570))) == 2
    document = Target(procedure=PLAN.id, part="document")
    assert next(about(CATALOGUE, document, 2570)).id.startswith("holds/")


def test_what_a_plan_must_hold_is_stated_by_its_manual() -> None:
    assert PLAN.document is not None
    stated = {each.section for each in PLAN.document.sections if each.basis == "stated"}
    question = asked(about_requirements(CATALOGUE, PLAN), "holds/")
    titles = [CATALOGUE.sections[each].title for each in stated]
    assert question.choices[question.right] in titles
    assert [choice for choice in question.choices if choice in titles] == [question.choices[question.right]]


def test_who_decided_before_is_no_wrong_answer() -> None:
    plan = CATALOGUE.procedures["uttaradit2/annual-action-plan"]
    before = CATALOGUE.roles["education-quality-subcommittee"].title
    question = asked(about_procedure(CATALOGUE, plan), f"decides/{plan.id}/committee")
    assert before not in question.choices


def test_nobody_is_asked_to_agree_where_the_work_goes_on_anyway() -> None:
    plan = CATALOGUE.procedures["uthaithani/provincial-education-development-plan"]
    questions = list(about_procedure(CATALOGUE, plan))
    assert [each.id for each in questions if each.id.startswith("decides/")] == []
    forward = asked(iter(questions), "refused/")
    assert (
        forward.choices[forward.right].en == "Go to the step “Revise the draft after the comments of the sub-committee”"
    )


def test_an_office_and_its_group_are_not_set_against_each_other() -> None:
    group, office = (CATALOGUE.roles[role].title for role in ("policy-planning-group", "esao"))
    together = [each.id for each in ALL if each.id.startswith("does/") and {group, office} <= set(each.choices)]
    assert together == []
    plan = CATALOGUE.procedures["uttaradit2/annual-action-plan"]
    step = next(each for each in plan.steps if each.id == "build-database")
    assert office not in asked(about_step(CATALOGUE, plan, step), "does/").choices


def test_a_step_that_names_the_role_is_not_asked_for() -> None:
    assert list(about_role(CATALOGUE, "provincial-education-committee")) == []
    question = asked(about_role(CATALOGUE, "provincial-info-committee"), "own/")
    assert question.choices[question.right].th == "สารสนเทศผ่านการกลั่นกรองหรือไม่"


def test_parts_of_the_same_kind_of_document_are_no_wrong_answers() -> None:
    question = asked(about_requirements(CATALOGUE, PLAN), "holds/")
    parts = {
        each.section
        for other in CATALOGUE.procedures.values()
        if other.document and PLAN.document and other.document.type == PLAN.document.type
        for each in other.document.sections
    }
    assert [each for each in question.choices if each in {CATALOGUE.sections[part].title for part in parts}] == [
        question.choices[question.right]
    ]


def test_a_word_that_stands_in_its_own_meaning_is_not_asked_for() -> None:
    assert list(about_term(CATALOGUE, "agree-approve-note")) == []
    assert [each.id for each in about_term(CATALOGUE, "resolution-term")] == ["term/resolution-term"]


def test_who_decides_is_not_told_by_the_step_that_follows() -> None:
    committee = CATALOGUE.roles["provincial-education-committee"].title
    for each in [each for each in ALL if each.id.startswith("decides/")]:
        following = each.ask.th.rpartition("จึงจะไปถึงขั้น")[2]
        assert "หรือไม่" not in following, each.id
        assert each.choices[each.right] != committee or "กศจ." not in following, each.id


@pytest.mark.parametrize("path", CATALOGUE.paths.values(), ids=list(CATALOGUE.paths))
def test_a_path_does_not_ask_the_same_thing_of_one_step_after_another(path: LearningPath) -> None:
    for own in path_questions(CATALOGUE, path, 2570).values():
        kinds = [each.id.partition("/")[0] for each in own if not each.id.startswith("page/")]
        assert len(kinds) == len(set(kinds))
    does = [
        each for own in path_questions(CATALOGUE, path, 2570).values() for each in own if each.id.startswith("does/")
    ]
    assert len(does) == len({each.choices[each.right].th for each in does})


def test_what_follows_an_agreement_is_not_the_way_of_a_refusal() -> None:
    procedure = CATALOGUE.procedures["uthaithani/coordinate-provincial-plan"]
    decision = next(step for step in procedure.steps if step.id == "sub-committee")
    agreed = asked(about_step(CATALOGUE, procedure, decision), "agreed/")
    assert agreed.choices[agreed.right] != next(step for step in procedure.steps if step.id == decision.else_).title


def test_a_word_may_have_a_question_that_somebody_wrote() -> None:
    written = next(about(CATALOGUE, Target(term="fiscal-year"), 2570))
    assert written.choices[written.right].th == "2570"
    assert written.at == ("glossary.md", "fiscal-year")
