"""What the search is made from: the texts of a page, and the files that carry them."""

from __future__ import annotations

import base64
import gzip
import json
import re
from typing import Any

import pytest

from khumue.site import searchfiles
from khumue.site.searchfiles import FIRST, SECOND, search_files
from khumue.site.searchnames import abbreviations, offices, other_names
from khumue.site.searchtext import SearchPage, Section, read_page
from site_catalogue import CATALOGUE

PAGE = """
<h1 id="title">งานโอนงบประมาณ</h1>
<p class="lead">เปลี่ยน<strong>แผนงาน</strong>หรือรายการ</p>
<dl class="facts"><dt>ผู้ปฏิบัติ</dt><dd><a href="../../../roles/#group">กลุ่มนโยบาย&amp;แผน</a></dd></dl>
<ul data-search-exclude><li>ไม่ค้น</li></ul>
<h3 id="step-ask"><span>1<span class="unseen">.</span></span> ขออนุมัติ</h3>
<p>เสนอผู้ว่าราชการ <span class="source">ที่มา: 3 5.2</span></p>
<p>ต่อไป <a href="#step-end">ขั้นที่ 2: จบ</a> และ <a href="../other/#document">งานอื่น</a></p>
<div class="note"><p>คู่มือไม่ชัดเจน</p></div>
<h2 id="names">ชื่อ</h2>
<p class="names"><strong>ชื่ออื่น</strong> <span>โอนงบ · ขอโอน</span></p>
<p class="names decoys"><strong>ไม่ใช่</strong> <span>โอนเงิน</span></p>
<p>one<br>two</p>
"""


def unpack(script: str) -> Any:
    match = re.fullmatch(r'searchFile\("\w+", "([A-Za-z0-9+/=]*)"\)\n', script)
    assert match
    return json.loads(gzip.decompress(base64.b64decode(match[1])).decode("cp874"))


def files(*pages: SearchPage, foreign: tuple[SearchPage, ...] = ()) -> tuple[Any, Any]:
    written = search_files(pages, foreign, abbreviations=[("กศจ.", "คณะกรรมการ")], other_names={}, offices={})
    return unpack(written[FIRST]), unpack(written[SECOND])


def test_a_page_is_read_section_by_section() -> None:
    title, step, names = read_page(PAGE, "procedures/x/transfer/").sections
    assert (title.anchor, title.title) == ("", "งานโอนงบประมาณ")
    assert title.texts == ["เปลี่ยนแผนงานหรือรายการ", "กลุ่มนโยบาย&แผน"]
    assert title.labels == ["ผู้ปฏิบัติ"]
    assert (step.anchor, step.title) == ("step-ask", "1. ขออนุมัติ")
    assert step.texts == ["เสนอผู้ว่าราชการ", "ต่อไป และ"]
    assert step.asides == ["คู่มือไม่ชัดเจน"]
    assert names.names == ["โอนงบ", "ขอโอน"]
    assert names.asides == ["ไม่ใช่ โอนเงิน"]
    assert names.texts == ["one", "two"]


def test_a_page_without_headings_has_nothing_to_find() -> None:
    assert read_page("<p>text</p>", "").sections == ()


def test_what_most_people_look_for_is_in_the_first_file() -> None:
    steps = SearchPage(url="procedures/x/y/", sections=(Section(title="งาน", texts=["ทำแผน →"], asides=["ไม่ชัด"]),))
    first, second = files(steps)
    assert first == {
        "pages": [["procedures/x/y/", "", [["", "งาน", "ทำแผน →"]]]],
        "abbreviations": [["กศจ.", "คณะกรรมการ"]],
    }
    assert second == [[0, 0, [], ["ไม่ชัด"], [], []]]


def test_where_the_first_file_is_full_titles_still_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searchfiles, "ROOM", 10)
    pages = [SearchPage(url=url, sections=(Section(title=url, texts=["x" * 20]),)) for url in ("about/", "jobs/a/")]
    pages[0].sections[0].texts.append("about")
    first, second = files(*pages)
    assert first["pages"] == [["jobs/a/", "", [["", "jobs/a/", "x" * 20]]], ["about/", "", [["", "about/"]]]]
    assert second == [[1, 0, ["x" * 20, "about"], [], [], []]]


def test_other_names_go_with_the_texts() -> None:
    section = Section(title="แผน", texts=["ทำแผน"], names=["แผนงาน"])
    first, second = files(SearchPage(url="jobs/a/", sections=(section,)))
    assert first["pages"] == [["jobs/a/", "", [["", "แผน", "ทำแผน", ["แผนงาน"]]]]]
    assert second == []


def test_a_string_is_written_once() -> None:
    section = Section(title="แผน", texts=["กลุ่มนโยบาย", "แผน", "กลุ่มนโยบาย"], labels=["ขั้น"])
    first, second = files(
        SearchPage(url="jobs/a/", sections=(section,)),
        SearchPage(url="jobs/b/", sections=(Section(title="แผน", labels=["ขั้น"]),)),
    )
    assert [page[2] for page in first["pages"]] == [[["", "แผน", "กลุ่มนโยบาย", 0, 1]], [["", 0]]]
    assert second == [[0, 0, [], ["ขั้น"], [], []]], "a label is found where it stands first"


def test_titles_of_the_other_language_come_with_their_sections() -> None:
    own = SearchPage(url="jobs/a/", sections=(Section(title="แผน"), Section(anchor="swot", title="SWOT")))
    other = SearchPage(url="jobs/a/", sections=(Section(title="Plan"), Section(anchor="swot", title="SWOT")))
    assert files(own, foreign=(other,))[1] == [[0, 0, [], [], [], ["Plan"]]]


def test_names_come_from_the_vocabulary() -> None:
    short = abbreviations(CATALOGUE, "th")
    assert all(len(pair) == 2 for pair in short)
    assert len(set(short)) == len(short)
    named = other_names(CATALOGUE, "th")
    for procedure in CATALOGUE.procedures.values():
        job = CATALOGUE.jobs[procedure.job]  # one without tasks: its title is what people call the work
        assert job.title.th in named[procedure.title.th]
    assert {reference.title.th for reference in CATALOGUE.references.values()} <= named.keys()
    assert set(offices(CATALOGUE, "en")) == {f"procedures/{procedure}" for procedure in CATALOGUE.procedures}
