"""The HTML report: everything that a check found is in it, in the reader's language, harmless and linked."""

from __future__ import annotations

import base64
import hashlib
import io
import itertools
import re
from functools import cache
from pathlib import Path

import pytest

from drafts import COMPLETE, checked, document, registry
from khumue.choices import Choices
from khumue.cli import main
from khumue.document import Place
from khumue.drafts import REPORT_MARK, find_drafts
from khumue.finding import SEVERITIES, DraftReport, Failure, Result
from khumue.frozen import replace
from khumue.messages import load_messages
from khumue.reports import Setup, html, open_writer, render
from khumue.reports.html.render import harmless
from khumue.vocabulary import LANGUAGES, Language, Text
from khumue.waivers import Waiver
from site_html import Html

CASES = Path(__file__).parent / "cases"
TEXTS = {path.parent.name: path.read_text(encoding="utf-8") for path in sorted(CASES.glob("*/draft.md"))}
FAULTY = COMPLETE.replace("## 3.1 วิสัยทัศน์", "## 3.1 เรื่องอื่น").replace(
    "ฉบับที่ 13 (พ.ศ. 2566-2570)", "ฉบับที่ 12 (พ.ศ. 2560-2564)"
)
BROKEN = Failure(
    path="ร่าง/เสีย.pdf",
    message=Text(th="แฟ้ม <เสีย> เปิดไม่ได้", en="The file <is broken>."),
    fix=Text(th="ขอแฟ้มใหม่", en="Ask for it again."),
)
IN_BOTH = pytest.mark.parametrize("language", LANGUAGES)
HANDBOOK = "https://example.org/handbook/"


def setup(language: Language = "th", handbook: str | None = None) -> Setup:
    return Setup(registry=registry(), messages=load_messages(), language=language, handbook=handbook)


def page(*results: Result, language: Language = "th", handbook: str | None = None) -> Html:
    return Html(render("html", results, setup(language, handbook)))


def draft(text: str = FAULTY, *comments: str, path: str = "ร่าง/แผน ๒๕๗๐.md") -> DraftReport:
    return checked(document(text, *comments, path=path))


def words(page: Html) -> str:
    """The text of a page with plain single spaces."""
    return " ".join(page.text.split())


@cache
def of_case(case: str) -> DraftReport:
    return draft(TEXTS[case])


def verdict(page: Html) -> str:
    return " ".join(next(page.find("p", **{"class": "said"})).text.split())


@IN_BOTH
@pytest.mark.parametrize("case", TEXTS)
def test_everything_that_was_found_is_there(case: str, language: Language) -> None:
    report = of_case(case)
    shown = page(report, language=language)
    text = words(shown)
    for number, finding in enumerate(report.findings, 1):
        item = next(shown.find("li", id=f"draft-1-finding-{number}"))
        said = " ".join(item.text.split())
        assert item.attributes["value"] == str(number)
        assert " ".join(harmless(finding.message[language]).split()) in said
        assert " ".join(harmless(finding.fix[language]).split()) in said
        assert load_messages().rules[finding.code].why[language] in text
        if finding.basis:
            assert all(locator in said for locator in finding.basis.locators)
    headers = {" ".join(tag.text.split()) for tag in shown.find("th", scope="row")}
    for section in report.sections:
        title = registry().sections[section.section].title[language]
        assert any(each.startswith(title) for each in headers) == (section.requirement != "optional") or title in text
    for severity in SEVERITIES:
        assert f"{load_messages().words[severity][language]} {report.count(severity)}" in text


@IN_BOTH
def test_the_page_is_sound(language: Language) -> None:
    shown = page(*map(of_case, TEXTS), BROKEN, language=language)
    assert len(set(shown.anchors)) == len(shown.anchors)
    assert {link.removeprefix("#") for link in shown.links} <= set(shown.anchors)
    levels = [int(tag.name[1]) for tag in shown.tags if re.fullmatch(r"h\d", tag.name)]
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in itertools.pairwise(levels))
    labels = {tag.attributes["aria-labelledby"] for tag in shown.tags if "aria-labelledby" in tag.attributes}
    assert labels <= set(shown.anchors)
    assert next(shown.find("html")).attributes["lang"] == language
    assert not re.search(r"\{\{|\}\}|\{%|None|Text\(", shown.text)
    assert not [tag for tag in shown.tags if "<" in "".join(tag.attributes.values())]


def test_the_parts_stand_in_the_order_of_the_plan_with_what_the_draft_has() -> None:
    report = draft()
    shown = page(report)
    rows = [" ".join(tag.text.split()) for tag in shown.find("tr", role="row")]
    titles = [registry().sections[each.section].title.th for each in report.sections if each.requirement != "optional"]
    places = [next(n for n, row in enumerate(rows) if row.startswith(title)) for title in titles]
    assert places == sorted(places)
    vision = next(row for row in rows if row.startswith("วิสัยทัศน์"))
    assert re.search(
        r"อนุมาน 3 5\.2\(13\).* ไม่พบ ข้อ 2 เพิ่มหลัง “ส่วนที่ 2 .+” \(บรรทัด \d+\) และก่อน “.+” \(บรรทัด \d+\)$", vision
    ), vision
    mission = next(row for row in rows if row.startswith("พันธกิจ"))
    assert re.search(r"มีแล้ว 3\.2 พันธกิจ บรรทัด \d+", mission), mission


def test_references_tell_what_is_expected_and_what_is_cited() -> None:
    rows = [" ".join(tag.text.split()) for tag in page(draft()).find("tr", role="row")]
    row = next(row for row in rows if row.startswith("แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ"))
    assert "ไม่ใช่ฉบับของปีแผน ข้อ 1" in row
    assert re.search(r"ฉบับที่ 13 \(พ\.ศ\. 2566 - 2570\).*ฉบับที่ 12 \(พ\.ศ\. 2560-2564\) บรรทัด \d+", row), row


def test_the_same_words_are_quoted_once_with_every_place() -> None:
    cited = "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 12 (พ.ศ. 2560-2564)"
    report = draft(FAULTY.replace("## 3.2 พันธกิจ\n", f"## 3.2 พันธกิจ\n\nสอดคล้องกับ{cited}\n"))
    finding = next(each for each in report.findings if each.code == "R204")
    assert finding.elsewhere
    shown = page(report)
    item = next(shown.find("li", id="draft-1-finding-1")).text
    assert [tag.text for tag in shown.find("q")].count(cited) == 2  # the finding's and the table's
    assert "ใต้หัวข้อ “3.2 พันธกิจ”" in item
    places = [f"บรรทัด {each.line}" for each in (finding.place, *finding.elsewhere) if each]
    assert all(place in item for place in places)


@pytest.mark.parametrize(
    ("text", "thai", "english"),
    [
        (FAULTY, "ต้องแก้ 1 ข้อก่อนเสนอ", "Must be mended before it is submitted: 1"),
        (
            COMPLETE.replace("## 3.1 วิสัยทัศน์", "## 3.1 เรื่องอื่น"),
            "ไม่มีข้อที่ต้องแก้ มีข้อที่ควรแก้ 1 ข้อ",
            "Nothing must be mended; should be mended: 1",
        ),
        (COMPLETE, "ผ่าน ไม่พบสิ่งที่ต้องแก้", "Passes. Nothing to mend."),
    ],
)
def test_the_verdict_comes_in_words(text: str, thai: str, english: str) -> None:
    assert verdict(page(draft(text))) == thai
    assert verdict(page(draft(text), language="en")) == english


def test_the_verdict_on_what_cannot_be_judged_for_certain() -> None:
    garbled = checked(replace(document("# แผน"), blocks=()))
    assert "อ่านข้อความในแฟ้มไม่ได้" in verdict(page(garbled))
    scanned = checked(replace(document(FAULTY), recognised=True))
    assert "ต้องยืนยันทุกข้อกับต้นฉบับ" in verdict(page(scanned))
    letter = checked(document("# หนังสือ\n\nขอเชิญประชุม ปีงบประมาณ 2570"), procedure="tak2/correspondence")
    assert "ให้อ่านตรวจเอง" in verdict(page(letter))
    assert "1 of 3" not in words(page(letter, language="en"))


def test_parts_that_were_not_looked_for_are_not_said_to_be_missing() -> None:
    bare = checked(document("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570\n\nข้อความ"))
    assert next(finding.code for finding in bare.findings) == "D001"
    assert "ส่วนที่มีแล้ว" not in words(page(bare))


def test_coverage_counts_what_is_required_and_tells_what_is_waived() -> None:
    report = draft(FAULTY, "khumue: ยกเว้น S101 วิสัยทัศน์: อยู่ในแผนพัฒนา <ฯ>")
    shown = page(report)
    assert re.search(r"ส่วนที่มีแล้ว 15 จาก 16 \(ยกเว้น 1\)", words(shown))
    assert re.search(r"เอกสารที่อ้างถูกฉบับ 9 จาก 10", words(shown))
    assert len(list(shown.find("rect", **{"class": "done"}))) == 24 + len(report.projects)
    assert len(list(shown.find("rect", **{"class": "waived"}))) == 1
    waived = next(shown.find("ul", **{"class": "waived"})).text
    assert "S101" in waived
    assert "อยู่ในแผนพัฒนา <ฯ>" in waived
    assert "บรรทัด 101" in waived
    assert "S101" not in "".join(tag.text for tag in shown.find("article"))


def test_a_waiver_of_the_settings_says_so() -> None:
    waiver = Waiver(text="", codes=("S101",), part="วิสัยทัศน์", reason="ตามมติ")
    shown = page(checked(document(FAULTY), waivers=(waiver,)))
    assert re.search(r"เหตุผล ตามมติ ในแฟ้มตั้งค่า", words(shown))


def test_projects_are_listed_with_what_they_lack() -> None:
    report = draft(TEXTS["project-fields-lacking"])
    text = words(page(report))
    for project in report.projects:
        assert project.name in text
        for field in project.lacking:
            assert registry().project_fields[field].title.th in text


@pytest.mark.parametrize(
    "hostile",
    ['<script>alert("x")</script>', "</style><img src=x onerror=alert(1)>", "{{ 7*7 }} {% raw %} &amp; \"'"],
)
def test_a_draft_is_never_markup(hostile: str) -> None:
    text = FAULTY.replace("## 3.2 พันธกิจ", f"## 3.2 พันธกิจ {hostile}")
    report = checked(document(text, path=f"{hostile}/ก{hostile}.md"))
    report = replace(report, document=replace(report.document, title=hostile))
    failure = replace(BROKEN, path=hostile, message=Text(th=hostile, en=hostile))
    for language in LANGUAGES:
        shown = page(report, failure, language=language)
        allowed = {tag.name for tag in page(draft(), BROKEN, language=language).tags} | {"q", "span"}
        assert {tag.name for tag in shown.tags} <= allowed
        assert not {"script", "img"} & allowed
        assert hostile in shown.text


def test_unseen_characters_of_a_draft_are_shown_as_such() -> None:
    evil = "แผน\u202egpj.exe\u2066\x07\x85\ufeff"
    report = checked(document(FAULTY, path=f"{evil}\udcff.md"))
    source = render("html", [report], setup("en"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07\x85\ufeff\ud800-\udfff]", source)
    assert "แผน\ufffdgpj.exe\ufffd\ufffd\ufffd\ufffd\ufffd.md" in Html(source).text
    source.encode()  # which half a character would break


def test_thai_words_in_an_english_report_say_that_they_are_thai() -> None:
    source = render("html", [draft()], setup("en"))
    outside = re.sub(r'<span lang="th">[^<]*</span>|<title>.*?</title>', "", source)
    assert re.search("[\u0e01-\u0e5b]", re.sub(r"(?s)<style>.*?</style>", "", outside)) is None
    assert next(Html(source).find("title")).text == "แผน ๒๕๗๐.md – Result of checking draft plans"


def test_nothing_is_asked_of_elsewhere_and_nothing_runs() -> None:
    source = render("html", [draft(), BROKEN], setup())
    shown = Html(source)
    policy = next(tag for tag in shown.find("meta") if tag.attributes.get("http-equiv")).attributes["content"]
    style = re.search(r"(?s)<style>(.*?)</style>", source)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:;" in policy
    assert not re.search(r"url\(|@import|@font-face", style[1])
    for tag in shown.tags:
        assert tag.name not in {"script", "iframe", "object", "form", "img"}
        assert not {"style", "src", "srcset"} & tag.attributes.keys()
        assert not [name for name in tag.attributes if name.startswith("on")]
        assert tag.attributes.get("href", "#").startswith(("#", "data:image/svg+xml,"))


@pytest.mark.parametrize(("language", "root"), [("th", HANDBOOK), ("en", f"{HANDBOOK}en/")])
def test_rules_and_requirements_lead_into_the_handbook(language: Language, root: str) -> None:
    report = draft()
    links = page(report, language=language, handbook=HANDBOOK).links
    for finding in report.findings:
        assert root + finding.link in links
        assert finding.basis
        assert root + finding.basis.link in links
    assert f"{root}procedures/angthong/annual-action-plan/" in links
    assert f"{root}procedures/angthong/annual-action-plan/#part-mission" in links
    assert not [link for link in links if not link.startswith(("#", root))]


def test_the_handbook_may_stand_at_a_thai_address() -> None:
    links = page(draft(), language="en", handbook='https://คู่มือ.ไทย/"ก"/').links
    assert 'https://คู่มือ.ไทย/"ก"/en/rules/R204/' in links


def test_several_files_have_a_summary_that_leads_to_each() -> None:
    results: list[Result] = [draft(path="ก/หนึ่ง.md"), BROKEN, draft(COMPLETE, path="ข/สอง.md")]
    shown = page(*results)
    summary = next(shown.find("section", **{"class": "summary"})).text
    assert " ".join(summary.split()).startswith("สรุปผล 3 แฟ้ม มีข้อที่ต้องแก้ 1 ไม่มีข้อที่ต้องแก้ 1 ตรวจไม่ได้ 1")
    assert shown.links[:3] == ["#draft-1", "#draft-2", "#draft-3"]
    assert [tag.attributes["id"] for tag in shown.find("section", **{"class": "draft"})] == [
        "draft-1",
        "draft-2",
        "draft-3",
    ]
    rows = [" ".join(tag.text.split()) for tag in shown.find("tr", role="row")][1:4]
    assert rows == [
        "1 หนึ่ง.md ก/ ต้องแก้ 1 1 0 15 จาก 16 9 จาก 10",
        "2 เสีย.pdf ร่าง/ ตรวจไม่ได้",
        "3 สอง.md ข/ ไม่พบสิ่งที่ต้องแก้ 0 0 0 16 จาก 16 10 จาก 10",
    ]
    failure = next(shown.find("section", id="draft-2")).text
    assert "แฟ้ม <เสีย> เปิดไม่ได้" in failure
    assert "ขอแฟ้มใหม่" in failure


def test_a_folder_that_all_share_is_not_repeated_in_the_summary() -> None:
    summary = next(page(draft(), draft()).find("section", **{"class": "summary"})).text
    assert "แผน ๒๕๗๐.md" in summary
    assert "ร่าง/" not in summary


def test_one_file_needs_no_summary() -> None:
    assert "summary" not in page(draft()).anchors


@IN_BOTH
def test_files_that_were_not_reached_are_told(language: Language) -> None:
    stream = io.StringIO()
    writer = open_writer("html", stream, setup(language))
    writer.add(draft())
    writer.end(unchecked=7)
    text = words(Html(stream.getvalue()))
    assert load_messages().words["unchecked-files"][language].format(count=7) in text


def test_many_drafts_are_put_aside_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    results: list[Result] = [draft(), BROKEN, draft(COMPLETE)]
    at_once = render("html", results, setup())
    monkeypatch.setattr(html, "_IN_MEMORY", 100)
    assert render("html", results, setup()) == at_once


@pytest.mark.parametrize(
    ("path", "name", "folder"),
    [
        ("แผน.docx", "แผน.docx", None),
        ("/งาน/ปี 70/แผน.docx", "แผน.docx", "/งาน/ปี 70/"),
        ("C:\\งาน\\แผน.docx", "แผน.docx", "C:\\งาน\\"),
        ("-", "ข้อมูลเข้ามาตรฐาน", None),
    ],
)
def test_a_draft_is_headed_by_its_name(path: str, name: str, folder: str | None) -> None:
    shown = page(draft(path=path))
    assert " ".join(next(shown.find("h2")).text.split()) == (f"{name} {folder}" if folder else name)
    assert next(shown.find("title")).text == f"{name} – ผลตรวจร่างแผน"


def test_the_facts_of_a_pdf() -> None:
    report = draft()
    facts = replace(report.document, kind="pdf", pages=12, text_quality="repaired")
    text = words(page(replace(report, document=facts)))
    assert "ชนิดแฟ้ม เอกสาร PDF, 12 หน้า" in text
    assert "สระหรือวรรณยุกต์เสียหายบางส่วน" in text
    near = replace(report.sections[0].found[0], match="near", place=Place(page=3, line=4))
    section = replace(report.sections[0], found=(near,))
    text = words(page(replace(report, sections=(section,))))
    assert re.search(r"มีแล้ว, ใกล้เคียง โปรดยืนยัน .* หน้า 3 บรรทัด 4", text)


def test_the_day_of_the_check_is_told() -> None:
    assert re.search(r"ตรวจเมื่อ \d+ [ก-๙]+ 2[5-6]\d\d ", words(page(draft())))
    assert re.search(r"Checked on \d+ \w+ 2\d\d\d ", words(page(draft(), language="en")))


def test_a_report_beside_the_drafts_is_no_draft(tmp_path: Path) -> None:
    (tmp_path / "ผล.html").write_text(render("html", [draft()], setup()), encoding="utf-8")
    (tmp_path / "ร่าง.md").write_text(COMPLETE, encoding="utf-8")
    assert REPORT_MARK in (tmp_path / "ผล.html").read_text(encoding="utf-8")[:500]
    assert find_drafts([tmp_path]) == [tmp_path / "ร่าง.md"]


def test_the_command_writes_it_for_an_html_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ร่าง.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "เสีย.pdf").write_bytes(b"%PDF-1.7 nothing")
    report = tmp_path / "ผลตรวจ.html"
    command = ["check", str(tmp_path), "-o", str(report), "--lang", "en", "--handbook", HANDBOOK.rstrip("/"), "--quiet"]
    assert main(command) == 2
    assert capsys.readouterr().out == ""
    shown = Html(report.read_text(encoding="utf-8"))
    assert words(shown).startswith("Result of checking draft plans Checked on")
    assert "Summary of 2 files To be mended 1 Nothing must be mended 0 Could not be checked 1" in words(shown)
    assert f"{HANDBOOK}en/rules/R204/" in shown.links


def test_rules_left_out_leave_a_part_without_a_number() -> None:
    report = checked(document(FAULTY), choices=Choices(ignore=("S101",)))
    rows = [" ".join(tag.text.split()) for tag in page(report).find("tr", role="row")]
    assert next(row for row in rows if row.startswith("วิสัยทัศน์")).endswith("ไม่พบ –")
