"""Citations in every spelling, judged for the plan's own years."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.citations import Mention, find_mentions, fold_references
from khumue.editions import edition_in_force, judge_mention
from khumue.model import Amendment, Checked, Edition, Names, Reference, Text
from khumue.readers.text import read_text

VERIFIED = Checked(level="verified", as_of="2569-11")
KNOWN = Checked(level="known", as_of="2569-11")


def text(thai: str) -> Text:
    return Text(th=thai, en="x")


def edition(edition_id: str, **values: Any) -> Edition:
    return Edition(**{"id": edition_id, "title": text(edition_id), "status": "in-force", "checked": VERIFIED, **values})


def series(reference_id: str, title: str, *aliases: str, **values: Any) -> Reference:
    defaults = {"kind": "plan", "issuer": text("x"), "status": "in-force", "checked": VERIFIED, "cited_by": "edition"}
    return Reference(
        **{
            **defaults,
            **values,
            "id": reference_id,
            "title": Text(th=title, en=f"{reference_id} title"),
            "aliases": Names(th=aliases),
        }
    )


PLAN = series(
    "plan",
    "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ",
    "แผนพัฒนาเศรษฐกิจฯ",
    decoys=("แผนพัฒนาเศรษฐกิจจังหวัด",),
    editions=(
        edition(
            "plan-12",
            edition="12",
            years=(2560, 2564),
            also_written=((2560, 2565),),
            fiscal_years=(2560, 2565),
            aliases=Names(th=("แผนฯ 12",)),
        ),
        edition("plan-13", edition="13", years=(2566, 2570), fiscal_years=(2566, 2570), aliases=Names(th=("แผนฯ 13",))),
        edition("plan-14", edition="14", years=(2571, 2575), fiscal_years=(2571, 2575), status="draft"),
    ),
)
STRATEGY = series(
    "strategy",
    "ยุทธศาสตร์ชาติ",
    cited_by="years",
    editions=(edition("strategy-2561", years=(2561, 2580), fiscal_years=(2561, 2580)),),
)
MASTER = series("master", "แผนแม่บทภายใต้ยุทธศาสตร์ชาติ", cited_by="name")
DECREE = series(
    "decree",
    "พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี",
    "พ.ร.ฎ. ว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี",
    cited_by="law-year",
    editions=(edition("decree-2546", year=2546, amendments=(Amendment(number=2, year=2562),)),),
)
POLICY = series(
    "policy",
    "นโยบายและจุดเน้นของ สพฐ.",
    cited_by="fiscal-year",
    editions=(edition("policy-2562", years=(2562, 2562)),),
    checked=KNOWN,
)
ENDED = series(
    "ended",
    "แผนการบริหารราชการแผ่นดิน",
    status="ended",
    cited_by="years",
    editions=(edition("e", years=(2555, 2558), fiscal_years=(2555, 2558)),),
)
ALL = {each.id: each for each in (PLAN, STRATEGY, MASTER, DECREE, POLICY, ENDED)}
NAMES = fold_references(ALL.values())


def mentions(*lines: str) -> list[Mention]:
    return list(find_mentions(read_text(Path("x.txt"), "\n".join(lines).encode()), NAMES))


def only(line: str) -> Mention:
    (mention,) = mentions(line)
    return mention


def verdict(line: str, *fiscal_years: int) -> str:
    mention = only(line)
    return judge_mention(mention, ALL[mention.reference], fiscal_years or (2570,)).status


TITLE = "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ"


@pytest.mark.parametrize(
    "tail",
    [
        " ฉบับที่ 13 (พ.ศ. 2566-2570)",
        " ฉบับที่ ๑๓ (พ.ศ. ๒๕๖๖ - ๒๕๗๐)",
        "ฉบับที่13พ.ศ.2566–2570)",
        " (ฉบับที่ 13) พ.ศ. 2566 ถึง พ.ศ. 2570",
        " ฉบับที่ 13 (2566-70)",
        " ฉบับที่ 13 (ค.ศ. 2023-2027)",
        " ฉบับที่สิบสาม พ.ศ. 2566–2570",
        " ระยะ 5 ปี ฉบับที่ 13 พ.ศ. 2566 — 2570",
        " ฉบับท ี่ 13 (พ.ศ. 25 66 - 2570)",
    ],
)
def test_edition_and_years_in_every_spelling(tail: str) -> None:
    found = only(f"สอดคล้องกับ{TITLE}{tail} และอื่น ๆ")
    assert (found.reference, found.edition, found.years) == ("plan", "13", (2566, 2570))
    assert verdict(f"{TITLE}{tail}") == "cited"


MARKS_LOST = str.maketrans("", "", "ัิีึืุู่้๊๋์็ํ")


@given(st.sampled_from([TITLE, DECREE.title.th, STRATEGY.title.th]), st.sampled_from(["", " ", "  "]), st.booleans())
def test_a_damaged_title_is_found(title: str, space: str, lost: bool) -> None:
    damaged = title.translate(MARKS_LOST) if lost else space.join(title)
    assert [each.reference for each in mentions(f"ตาม{damaged} ต่อไป")] == [only(title).reference]


@pytest.mark.parametrize(
    ("line", "years", "status"),
    [
        (f"{TITLE} ฉบับที่ 12 (พ.ศ. 2560-2564)", (2570,), "outdated"),
        (f"{TITLE} ฉบับที่ 12 (พ.ศ. 2560-2564)", (2561,), "cited"),
        (f"{TITLE} ฉบับที่ 12 (พ.ศ. 2560-2565)", (2565,), "cited"),
        (f"{TITLE} ฉบับที่ 12", (2566, 2567), "outdated"),
        (f"{TITLE} ฉบับที่ 13", (2566, 2567, 2568), "cited"),
        (f"{TITLE} ฉบับที่ 13 (พ.ศ. 2565-2570)", (2570,), "wrong-years"),
        (f"{TITLE} พ.ศ. 2561-2565", (2565,), "wrong-years"),
        (f"{TITLE} พ.ศ. 2566-2570", (2570,), "cited"),
        (f"{TITLE}", (2570,), "no-edition"),
        ("แผนฯ 13", (2570,), "cited"),
        ("แผนฯ ๑๒", (2570,), "outdated"),
        ("ยุทธศาสตร์ชาติ ระยะ 20 ปี (พ.ศ. 2561-2580)", (2570,), "cited"),
        ("ยุทธศาสตร์ชาติ 20 ปี พ.ศ.2560-2575", (2561,), "wrong-years"),
        ("ยุทธศาสตร์ชาติ 20 ปี “มั่นคง มั่งคั่ง ยั่งยืน” (พ.ศ. 2561-2580)", (2570,), "cited"),
        ("ยุทธศาสตร์ชาติ ประจำปีงบประมาณ พ.ศ. 2570", (2570,), "no-edition"),
        ("แผนแม่บทภายใต้ยุทธศาสตร์ชาติ", (2570,), "cited"),
        (f"{DECREE.title.th} พ.ศ. 2546", (2570,), "cited"),
        (f"{DECREE.title.th} พ.ศ. ๒๕๕๖ หมวด 3", (2570,), "wrong-years"),
        (f"{DECREE.title.th} (ฉบับที่ 2) พ.ศ. 2562", (2570,), "cited"),
        ("พ.ร.ฎ.ว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี", (2570,), "no-edition"),
        ("นโยบายและจุดเน้นของ สพฐ. ปีงบประมาณ พ.ศ. 2570", (2570,), "cited"),
        ("นโยบายและจุดเน้นของ สพฐ. ปีงบประมาณ พ.ศ. 2566", (2570,), "outdated"),
        ("แผนการบริหารราชการแผ่นดิน", (2570,), "outdated"),
        ("แผนการบริหารราชการแผ่นดิน พ.ศ. 2555-2558", (2557,), "cited"),
    ],
)
def test_verdicts(line: str, years: tuple[int, ...], status: str) -> None:
    assert verdict(line, *years) == status


@pytest.mark.parametrize("line", ["แผน 13 โครงการ", "แผนฯ 131", "แผนพัฒนาเศรษฐกิจจังหวัด", "ยุทธศาสตร์", ""])
def test_what_is_no_citation(line: str) -> None:
    assert mentions(line) == []


def test_the_longest_name_wins_and_several_stand_in_one_line() -> None:
    line = f"{TITLE} ฉบับที่ 13 แผนแม่บทภายใต้ยุทธศาสตร์ชาติ และยุทธศาสตร์ชาติ (พ.ศ. 2561-2580)"
    assert [each.reference for each in mentions(line)] == ["plan", "master", "strategy"]


def test_one_name_may_cite_two_plans() -> None:
    joint = "แผนพัฒนาจังหวัดและกลุ่มจังหวัด"
    both = [series(each, f"แผนพัฒนา{each}", joint, cited_by="name") for each in ("province", "cluster")]
    read = read_text(Path("x.txt"), joint.encode())
    assert [each.reference for each in find_mentions(read, fold_references(both))] == ["province", "cluster"]


def test_a_short_form_needs_its_sign() -> None:
    names = fold_references([series("plan", TITLE, "แผนฯ")])
    lines = {"ตามแผนฯ ต่อไป": ["plan"], "ตามแผนต่อไป": []}
    for line, found in lines.items():
        assert [each.reference for each in find_mentions(read_text(Path("x.txt"), line.encode()), names)] == found


def test_a_quote_holds_edition_and_years() -> None:
    assert only(f"ตาม{TITLE} ฉบับที่ 12 (พ.ศ. 2560-2564) เป็นต้น").text == f"{TITLE} ฉบับที่ 12 (พ.ศ. 2560-2564)"
    assert only(f"ตาม{TITLE}และอื่น").text == TITLE


def test_only_verified_facts_are_certain() -> None:
    unsure = edition(
        "u",
        edition="12",
        fiscal_years=(2560, 2565),
        checked=Checked(level="verified", as_of="x", unverified=("fiscal_years",)),
    )
    reference = series("plan", TITLE, editions=(unsure,))
    verdicts = [judge_mention(only(f"{TITLE} ฉบับที่ 12"), each, (2570,)) for each in (PLAN, reference)]
    assert [(each.status, each.verified) for each in verdicts] == [("outdated", True), ("outdated", False)]


def test_the_edition_in_force() -> None:
    assert [each and each.id for each in (edition_in_force(PLAN, [year]) for year in (2561, 2570, 2571, 2590))] == [
        "plan-12",
        "plan-13",
        "plan-14",
        None,
    ]
    assert (found := edition_in_force(PLAN, range(2569, 2574))) is not None
    assert found.id == "plan-13"


@given(st.text())
def test_any_text_is_read(line: str) -> None:
    if "\0" not in line:
        read = read_text(Path("x.txt"), (TITLE + line).encode("utf-8", "ignore"))
        assert find_mentions(read, NAMES)[0].reference == "plan"
