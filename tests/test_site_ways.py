"""The ways in: things to do, roles, kinds of documents, the alphabet, and where a page stands."""

from __future__ import annotations

import re
from functools import cache

import pytest

from khumue.catalogue import load_catalogue
from khumue.frozen import replace
from khumue.messages import load_rules
from khumue.model import LANGUAGES, Catalogue, Job, Language, Task, Text
from khumue.site import links
from khumue.site.alphabet import first_letter, sort_key
from khumue.site.documents import document_uses
from khumue.site.navigation import NavItem, build_nav
from khumue.site.pages import build_pages, doors, sample
from khumue.site.render import Page, mark_thai
from khumue.site.rolework import by_place, fed, partners, passed_on, passings_of, received
from khumue.site.tasks import ways
from khumue.site.trail import thumb, trail
from site_catalogue import CATALOGUE, RULES

BOTH = pytest.mark.parametrize("language", LANGUAGES)
DEEPEST = 3


@cache
def bundled() -> Catalogue:
    return load_catalogue()


@cache
def pages(language: Language) -> dict[str, Page]:
    return build_pages(CATALOGUE, RULES, language)


def with_tasks(*tasks: Task) -> Catalogue:
    job = replace(CATALOGUE.jobs["annual-action-plan"], topic="plans", tasks=tasks)
    return replace(CATALOGUE, jobs={job.id: job})


def task(name: str, *procedures: str) -> Task:
    return Task(title=Text(th=name, en=name), procedures=procedures)


def test_every_procedure_is_reached_from_something_to_do() -> None:
    reached = {each.id for own in ways(bundled()).values() for way in own for each in way.procedures}
    assert reached == set(bundled().procedures)


def test_every_job_of_the_handbook_is_said_in_words_of_its_own_under_a_topic() -> None:
    assert [job.id for job in bundled().jobs.values() if not job.tasks or job.topic == "other"] == []
    titles = [way.title.th for own in ways(bundled()).values() for way in own]
    assert len(titles) == len(set(titles))


def test_a_procedure_that_no_task_names_is_reached_by_the_title_of_its_job() -> None:
    only = ways(with_tasks(task("screen", "other/screen")))
    assert [(way.title.en, [each.id for each in way.procedures]) for way in only["plans"]] == [
        ("screen", ["other/screen"]),
        ("Annual action plan", ["angthong/annual-action-plan"]),
    ]
    all_of_them = ways(with_tasks(task("plan")))
    assert [(way.title.en, len(way.procedures)) for way in all_of_them["plans"]] == [("plan", 2)]
    assert [way.title.en for way in ways(CATALOGUE)["other"]] == ["Annual action plan"]


def test_a_task_without_procedures_in_the_data_is_not_offered() -> None:
    letters = Job(id="letters", title=Text(th="ก", en="a"), text=Text(th="ก", en="a"), tasks=(task("letters"),))
    assert "letters" not in repr(ways(replace(CATALOGUE, jobs={**CATALOGUE.jobs, "letters": letters})))


@BOTH
def test_the_home_page_offers_three_doors_and_all_that_can_be_browsed(language: Language) -> None:
    written = doors(CATALOGUE, language, links.HOME)
    for path in (links.TASKS, links.ROLES, links.DRAFT, links.DOCUMENTS, links.REFERENCES, links.A_TO_Z):
        assert f"]({path})" in written
    assert f"]({links.ROLES}#place-committee)" in written


def test_roles_are_grouped_by_where_they_belong_offices_first() -> None:
    assert [(place, [role.id for role in own]) for place, own in by_place(CATALOGUE).items()] == [
        ("area-office", ["planning-group"]),
        ("school", ["schools"]),
        ("committee", ["committee"]),
    ]


def test_a_role_page_says_from_whom_work_comes_and_to_whom_it_goes() -> None:
    passings = tuple(passings_of(CATALOGUE))
    taken = received(passings, "committee")
    assert [(role, [(each.start.id, each.end.id) for each in own]) for role, own in taken.items()] == [
        ("planning-group", [("draft", "agree")])
    ]
    assert list(passed_on(passings, "committee")) == ["planning-group"]
    assert received(passings, "schools") == {}
    page = pages("en")["roles/committee.md"].markdown
    assert "Draft plan → [Consider the draft](../procedures/angthong/annual-action-plan.md#step-agree)" in page
    assert "[Publish the plan](../procedures/angthong/annual-action-plan.md#step-publish)" in page


def test_a_role_page_says_with_whom_it_acts_and_which_results_it_receives() -> None:
    assert partners(CATALOGUE, "schools") == (("planning-group", 1),)
    governor = {procedure.id for procedure, _ in fed(bundled(), "governor")}
    assert "tak2/budget-transfer" in governor


def test_old_addresses_of_roles_are_anchors_of_the_list() -> None:
    for language in LANGUAGES:
        written = build_pages(bundled(), load_rules(), language)[links.ROLES].markdown
        assert all(f'<li id="{role}" markdown>' in written for role in bundled().roles)


def test_a_kind_of_document_names_its_makers_steps_and_forms() -> None:
    uses = {use.document.id: use for use in document_uses(bundled())}
    made = {each.id for use in uses.values() for each in use.makers}
    assert made == {each.id for each in bundled().procedures.values() if each.document}
    assert [form.id for _, form in uses["project-proposal"].forms] == ["project-proposal-form"]
    assert any(p.id == "tak2/budget-transfer" for p, _ in uses["committee-appointment-order"].steps)
    page = pages("en")[links.DOCUMENTS].markdown
    assert "Required parts: 2" in page
    assert "khumue template angthong/annual-action-plan --lang en -o plan.docx" in page


def test_thai_names_stand_in_the_order_of_the_dictionary() -> None:
    names = ["SWOT", "เก็บ", "แผนงาน", "ไก่", "ก่า", "แผ่น", "การ", "กา", "แผน", "เกณฑ์", "(กศจ.)", "A", "ข้อมูล", "ฃ"]
    assert sorted(names, key=sort_key) == [
        "กศจ.".join("()"), "กา", "ก่า", "การ", "เกณฑ์", "เก็บ", "ไก่", "ข้อมูล", "ฃ", "แผน", "แผ่น", "แผนงาน", "A", "SWOT",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "letter"), [("แผน", "ผ"), ("โครงการ", "ค"), ("swot", "S"), ("“ก”", "ก"), ("5 ปี", "#"), ("…", "#")]
)
def test_a_name_stands_under_its_first_consonant(name: str, letter: str) -> None:
    assert first_letter(name) == letter


@BOTH
def test_everything_with_a_name_stands_in_the_alphabet(language: Language) -> None:
    written = pages(language)[links.A_TO_Z].markdown
    for target in (
        "procedures/other/screen.md",
        "roles/committee.md",
        "sections.md#budget",
        "references.md#nesdp",
        "documents.md#annual-action-plan",
        "glossary.md#swot",
    ):
        assert f"]({target})" in written
    abbreviation = CATALOGUE.roles["planning-group"].abbreviation
    assert abbreviation
    assert f"[{abbreviation[language]}](roles/planning-group.md)" in written


def test_every_page_says_where_it_stands() -> None:
    for path in [*pages("en"), links.CHECK, links.ABOUT]:
        above = trail(CATALOGUE, "en", path)
        assert 1 <= len(above) <= DEEPEST
        assert above[0] == ("Home", links.HOME, "")
    assert trail(CATALOGUE, "en", links.HOME) == ()
    assert trail(CATALOGUE, "en", "procedures/other/screen.md")[1:] == (
        ("Procedures", links.PROCEDURES, ""),
        ("PEO", links.PROCEDURES, "other"),
    )
    assert [path for _, path in thumb("th")] == [links.HOME, links.TASKS, links.ROLES, links.DRAFT, links.A_TO_Z]


@BOTH
def test_the_navigation_is_never_deeper_than_three(language: Language) -> None:
    def depth(items: list[NavItem]) -> int:
        inner = [
            value for item in items if isinstance(item, dict) for value in item.values() if isinstance(value, list)
        ]
        return 1 + max(map(depth, inner), default=0)

    navigation = build_nav(bundled(), load_rules(), language)
    assert depth(navigation) == DEEPEST
    assert len(navigation) <= 7


def test_the_sample_report_is_the_real_one() -> None:
    thai, english = (sample(CATALOGUE, language, links.DRAFT) for language in LANGUAGES)
    assert re.findall(r"\[([A-Z]\d{3})\]\(rules/", thai) == ["S103", "R204"]
    assert "**ต้องแก้ 2 ข้อ** · ส่วนของแผน 15/16 · เอกสารอ้างอิง 9/10" in thai
    assert "There is only a placeholder under the heading" in english
    assert thai.count('<span class="strip-present"></span>') == 15


def test_thai_words_in_an_english_text_say_so() -> None:
    text = Text(th="อ้าง <แผน>", en="Cite “แผน ฉบับที่ 13 (พ.ศ. 2566)” & no more.")
    assert mark_thai(text, "en") == ('Cite “<span lang="th">แผน ฉบับที่ 13 (พ.ศ. 2566)</span>” &#38; no more.')
    assert mark_thai(text, "th") == "อ้าง &#60;แผน&#62;"
