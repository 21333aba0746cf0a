"""Every report says the same of the same draft: its verdict, its counts, how much is there, where a part belongs."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from typing import get_args

import pytest

from allresults import all_results, setup
from drafts import COMPLETE, checked, document, registry
from khumue.annotating.wording import comments
from khumue.finding import SEVERITIES, DraftReport
from khumue.frozen import replace
from khumue.messages import load_messages
from khumue.reports import render
from khumue.reports.belonging import neighbours
from khumue.reports.summary import VERDICTS, Verdict, verdict_of
from khumue.reports.wording import Wording
from khumue.vocabulary import LANGUAGES, Language
from khumue.waivers import Waiver
from reading import close

FAULTY = COMPLETE.replace("ฉบับที่ 13 (พ.ศ. 2566-2570)", "ฉบับที่ 12 (พ.ศ. 2560-2564)").replace("วิสัยทัศน์", "ความฝัน")


@cache
def drafts() -> tuple[DraftReport, ...]:
    """The golden cases, and what none of them is: a scan, a text that is not legible, one without headings, a letter of
    which nothing is required, and one whose lack of headings is waived."""
    no_headings = document("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570\n\nข้อความที่ไม่มีหัวข้อเลย\n")
    waiver = Waiver(text="", codes=("D001",), part="", reason="ร่างเป็นภาพรวม")
    made = (
        checked(replace(document(FAULTY), recognised=True)),
        checked(document("   \n")),
        checked(no_headings),
        checked(no_headings, waivers=(waiver,)),
        checked(document("# หนังสือ\n\nขอเชิญประชุม ปีงบประมาณ 2570"), procedure="tak2/correspondence"),
    )
    golden = [each for each in all_results() if isinstance(each, DraftReport)]
    return tuple(
        replace(each, document=replace(each.document, path=f"ร่าง {number}.docx"))
        for number, each in enumerate((*golden, *made), 1)
    )


def verdict(draft: DraftReport) -> Verdict:
    return verdict_of(draft, registry().plans[draft.procedure].document)


def word(key: str, language: Language, **values: object) -> str:
    return load_messages().words[key][language].format(**values)


def coverage_in_html(html: str) -> list[tuple[int, int]]:
    """The coverage of parts and of references as the page says it in Thai."""
    titles = (word("html-covered-sections", "th"), word("html-covered-references", "th"))
    return [
        (int(done), int(required))
        for title, done, required in re.findall(r"<dt>([^<]+)</dt>\s*<dd>(\d+) จาก (\d+)", html)
        if title in titles
    ]


@cache
def flat_rows(language: Language) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render("csv", drafts(), setup(language)).removeprefix("\ufeff"))))


@cache
def shown(name: str, number: int, language: Language = "th") -> str:
    """What a report says of one of the drafts."""
    if name == "html":
        return sections(language)[number]
    return render(name, [drafts()[number]], setup(language))


@cache
def sections(language: Language) -> list[str]:
    """The HTML report on all of them, which takes its time to begin, cut up."""
    return render("html", drafts(), setup(language)).split('<section class="draft"')[1:]


def test_the_drafts_have_every_verdict() -> None:
    assert {verdict(each) for each in drafts()} == set(VERDICTS) == set(get_args(Verdict))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_verdict_is_the_same_everywhere(language: Language) -> None:
    for number, draft in enumerate(drafts()):
        said = word(f"judged-{verdict(draft)}", language)
        assert close(shown("text", number, language)).partition(close(said))[1], draft.document.path
        assert f'class="verdict verdict-{verdict(draft)}"' in shown("html", number, language)
        row = flat_rows(language)[number]
        assert row[word("matrix-verdict", language)] == word(f"verdict-{verdict(draft)}", language)
        first = next(comments(draft, setup(language), copy="ร่าง.docx"))
        assert first.lines[0].startswith(said)


def test_the_counts_are_the_same_everywhere() -> None:
    for number, draft in enumerate(drafts()):
        counts = {severity: draft.count(severity) for severity in SEVERITIES}
        told = [word(f"text-{severity}", "th", count=count) for severity, count in counts.items() if count]
        text, html = shown("text", number), shown("html", number)
        tally = html.partition('<ul class="tally">')[2].partition("</ul>")[0]
        comment = next(comments(draft, setup(), copy="ร่าง.docx")).lines[0]
        row = flat_rows("th")[number]
        assert all(each in text.partition("\n\n")[0] and each in comment for each in told)
        assert [int(count) for count in re.findall(r"<b>(\d+)</b>", tally)] == list(counts.values())
        assert {severity: int(row[word(severity, "th")]) for severity in SEVERITIES} == counts
        assert json.loads(shown("json", number))["drafts"][0]["summary"] == {
            f"{severity}s": count for severity, count in counts.items()
        }
        results = json.loads(shown("sarif", number))["runs"][0]["results"]
        levels = [each["level"] for each in results if not each["suppressions"]]
        assert {severity: levels.count(severity) for severity in SEVERITIES} == counts
        annotated = re.findall("^::(error|warning|notice)", shown("github", number), re.MULTILINE)
        assert [annotated.count(each) for each in ("error", "warning", "notice")] == list(counts.values())


def test_the_coverage_is_the_same_everywhere() -> None:
    of = word("matrix-of", "th")
    for number in range(len(drafts())):
        head = close(shown("text", number).partition("\n\n")[0])
        in_text = [
            (int(done), int(required))
            for key in ("sections", "references")
            for done, required in re.findall(rf"{close(word(key, 'th'))}(\d+)/(\d+)", head)
        ]
        row = flat_rows("th")[number]
        in_matrix = [
            (int(row[word(key, "th")]), int(row[f"{word(key, 'th')}: {of}"]))
            for key in ("matrix-parts", "matrix-references")
        ]
        assert coverage_in_html(shown("html", number)) == in_text
        assert [each for each in in_matrix if each[1]] == in_text


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_missing_part_belongs_is_the_same_everywhere(language: Language) -> None:
    told = 0
    for number, draft in enumerate(drafts()):
        for finding in draft.findings:
            beside = neighbours(finding, draft, registry())
            if not beside:
                continue
            told += 1
            said = Wording(setup(language)).belonging(beside)
            assert all(each.heading in said for each in (beside.previous, beside.next) if each)
            for name in ("text", "html", "github", "sarif"):
                plain = re.sub(r"<[^>]+>|\\", "", shown(name, number, language))
                assert close(said) in close(plain), (name, draft.document.path)
    assert told > 5
