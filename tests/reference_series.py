"""A few series of references for tests, and what a draft of given lines cites of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from khumue.citations import Citations, Mention, find_citations
from khumue.document import Block
from khumue.editions import Verdict, judge_mention
from khumue.model import Amendment, Checked, Edition, Names, Reference, Text
from khumue.readers.markdown import read_markdown
from khumue.readers.text import read_text
from khumue.referencenames import fold_references

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


TITLE = "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ"
PLAN = series(
    "plan",
    TITLE,
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
ACT = series(
    "act",
    "พระราชบัญญัติการศึกษาแห่งชาติ",
    "พ.ร.บ.การศึกษาแห่งชาติ",
    cited_by="law-year",
    decoys=("ร่างพระราชบัญญัติการศึกษาแห่งชาติ",),
    editions=(
        edition(
            "act-2542",
            year=2542,
            amendments=(Amendment(number=2, year=2545), Amendment(year=2553), Amendment(number=4, year=2562)),
        ),
    ),
)
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
ALL = {each.id: each for each in (PLAN, STRATEGY, MASTER, ACT, DECREE, POLICY, ENDED)}
NAMES = fold_references(ALL.values())


def blocks(*lines: str) -> tuple[Block, ...]:
    return read_text(Path("x.txt"), "\n".join(lines).encode()).blocks


def cite(*lines: str) -> Citations:
    return find_citations(blocks(*lines), NAMES)


def cite_table(*rows: str) -> tuple[Mention, ...]:
    """What a Markdown table cites; each row is written with | between its cells."""
    lines = [f"| {row} |" for row in rows]
    return find_citations(read_markdown(Path("x.md"), "\n".join(lines).encode()).blocks, NAMES).mentions


def only(*lines: str) -> Mention:
    (mention,) = cite(*lines).mentions
    return mention


def judge(line: str, *fiscal_years: int) -> Verdict:
    mention = only(line)
    return judge_mention(mention, ALL[mention.reference], fiscal_years or (2570,))
