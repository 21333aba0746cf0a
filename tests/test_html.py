"""HTML drafts as their reader hands them over."""

from __future__ import annotations

import time
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.document import Document, DraftError
from khumue.readers import read_draft
from khumue.readers.html import read_html


def html(text: str) -> Document:
    return read_html(Path("แผน.html"), text.encode())


def texts(text: str) -> list[str]:
    return [block.text for block in html(text).blocks]


def test_headings_paragraphs_and_what_stands_between() -> None:
    draft = html("<h1>แผน\n ปฏิบัติการ</h1>ลอย<p>ก<p><b>วิสัยทัศน์</b></p>\n<div>ข<h2><i>พันธกิจ</i></h2>ค</div>")
    assert [(block.text, block.level, block.bold, block.place.line) for block in draft.blocks] == [
        ("แผน ปฏิบัติการ", 1, False, 1),
        ("ลอย", None, False, 2),
        ("ก", None, False, 2),
        ("วิสัยทัศน์", None, True, 2),
        ("ข", None, False, 3),
        ("พันธกิจ", 2, False, 3),
        ("ค", None, False, 3),
    ]


def test_a_line_break_parts_paragraphs_but_not_headings() -> None:
    draft = html("<p><b>วิสัยทัศน์</b><br>องค์กรแห่งการเรียนรู้<br/></p><h1>ส่วนที่ 1<br>ข้อมูล</h1>ก</br>ข")
    assert [(block.text, block.bold) for block in draft.blocks] == [
        ("วิสัยทัศน์", True),
        ("องค์กรแห่งการเรียนรู้", False),
        ("ส่วนที่ 1\nข้อมูล", False),
        ("กข", False),
    ]


def test_looks_that_styles_give() -> None:
    draft = html(
        '<p style="font-weight:bold;font-size:18.0pt">ก</p><p><b style="font-weight: normal">ข</b></p>'
        '<p><span style="FONT-WEIGHT:700">ค</span></p><p><strong>ง</strong> จ</p>'
    )
    assert [(block.bold, block.size) for block in draft.blocks] == [
        *((True, 18), (False, None), (True, None), (False, None)),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>'<p>'</script>",
        "<style>p{}</style>",
        "<nav>เมนู</nav>",
        "<template><p>แม่แบบ</p></template>",
        "<p hidden>ซ่อน</p>",
        '<div style="display: none">ซ่อน</div>',
        '<p style="mso-hide:all">ซ่อน</p>',
        "<del>ลบ</del>",
        '<div title="header"><p>หัวกระดาษ</p></div>',
        "<![if !supportLists]><?xml x?><!doctype html>",
        "<!-- หมายเหตุ -->",
        "<select><option>ตัวเลือก</select>",
    ],
)
def test_what_is_not_shown_is_left_out(hidden: str) -> None:
    assert texts(f"ก{hidden}<p>ข") == ["ก", "ข"]


def test_the_head_has_the_title_and_settings_but_no_text() -> None:
    head = '<html><head><title>แผน &amp; งบ</title><meta name="khumue-procedure" content=" a/b "><base href=x></head>'
    draft = html(f"{head}<body>ก<svg><title>รูป</title></svg>")
    assert (draft.title, draft.properties["khumue-procedure"]) == ("แผน & งบ", "a/b")
    assert [block.text for block in draft.blocks] == ["ก"]
    assert texts("<head><title>x</title><p>ไม่ปิดหัว") == texts("<head>ไม่ปิดหัว") == ["ไม่ปิดหัว"]


def test_comments_are_kept_beside_the_text() -> None:
    draft = html("<p>ก</p>\n<!-- khumue: ข้าม S101 -->\n<!--[if gte mso 9]><xml></xml><![endif]--><p>ข<!--ค-->")
    assert [(each.text, each.place.line) for each in draft.comments] == [("khumue: ข้าม S101", 2), ("ค", 3)]


def test_tables_count_columns_past_wide_and_tall_cells() -> None:
    draft = html(
        "<table><tr><th colspan=2>ก<th rowspan=2>ข<tr><td>ค<td><table><tr><td>ใน</table><tr><td>ง<td><td>จ</table>"
        "<table><tbody><tr><td>ฉ</td></tr></tbody><td>ไม่มีแถว</table>"
    )
    assert {
        block.text: block.cell and (block.cell.table, block.cell.row, block.cell.column, block.cell.filled)
        for block in draft.blocks
    } == {
        "ก": (1, 1, 1, 2),
        "ข": (1, 1, 3, 2),
        "ค": (1, 2, 1, 1),
        "ใน": (2, 1, 1, 1),
        "ง": (1, 3, 1, 2),
        "จ": (1, 3, 3, 2),
        "ฉ": (3, 1, 1, 2),
        "ไม่มีแถว": (3, 1, 2, 2),
    }
    assert draft.blocks[0].bold


def test_ordered_lists_have_numbers() -> None:
    draft = html(
        '<ol start="4"><li>ก<li><p>ข</p><p>ต่อ</p><ul><li>จุด</ul><li value=9>ค</ol><ol type="I"><li>ง</ol><li>หลง'
    )
    assert [(block.text, block.label) for block in draft.blocks] == [
        *(("ก", "4."), ("ข", "5."), ("ต่อ", ""), ("จุด", ""), ("ค", "9."), ("ง", "I."), ("หลง", "")),
    ]


def test_contents_entries() -> None:
    draft = html(
        '<p class="MsoToc1">วิสัยทัศน์</p><p><a href="#_Toc1">พันธกิจ</a>....3</p><li><a href="#x">ค่านิยม</a></li>'
        '<div id="Table of Contents1"><p>กลยุทธ์</p></div><h2><a href="#x">หัวข้อ</a></h2><p>ดู <a href="#x">นี่</a></p>'
    )
    assert [block.contents_entry for block in draft.blocks] == [True, True, True, True, False, False]


def test_notes() -> None:
    draft = html("<p>ก<div style='mso-element:footnote' id=ftn1><p>หนึ่ง</div><div id=\"sdfootnote2\"><p>สอง</p></div>ข")
    assert [(block.text, block.note) for block in draft.blocks] == [
        *(("ก", False), ("หนึ่ง", True), ("สอง", True), ("ข", False)),
    ]


def test_lines_of_preformatted_text() -> None:
    draft = html("<pre>ก\n\n  ข</pre>ค")
    assert [(block.text, block.place.line) for block in draft.blocks] == [("ก", 1), ("ข", 3), ("ค", 3)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("งบ < 5 &lt; 6 &#3585;", ["งบ < 5 < 6 ก"]),
        ("<p title='a>b'>ก", ["ก"]),
        ('<p title="ไม่ปิด>ก</p>ข', ["ก", "ข"]),
        ("<b><p>ก</b>ข</p>", ["ก", "ข"]),
        ("<table><tr><td>ก</div></span><td>ข</table>", ["ก", "ข"]),
        ("ก</p></table></li></html>ข", ["กข"]),
        ("<p>ก <font><font>ข</p>ค", ["ก ข", "ค"]),
        ("<dl><dt>ก<dd>ข<dt>ค</dl>", ["ก", "ข", "ค"]),
        ("<details><summary>ก</summary>ข</details>", ["ก", "ข"]),
        ("ก<!-- ไม่ปิด", ["ก"]),
        ("<p>ก<b", ["ก"]),
        ("&nbsp;<p> </p>", []),
    ],
)
def test_what_authors_write_by_hand(text: str, read: list[str]) -> None:
    assert texts(text) == read


@pytest.mark.parametrize("charset", ["tis-620", "windows-874", "utf-8"])
def test_encodings(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "แผน.html"
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset={charset}"><h1>วิสัยทัศน์</h1>'
    path.write_bytes(page.encode("cp874" if charset != "utf-8" else charset))
    draft = read_draft(path)
    assert (draft.kind, [block.text for block in draft.blocks]) == ("html", ["วิสัยทัศน์"])
    path.write_bytes(page.encode("utf-16"))
    assert [block.text for block in read_draft(path).blocks] == ["วิสัยทัศน์"]


def test_blocks_too_deep_inside_one_another() -> None:
    with pytest.raises(DraftError, match="too-deep"):
        html("<div>" * 300)
    assert texts("<b>" * 500 + "<p>ก</p>" + "<p>ข" * 500)[0] == "ก"


paragraphs = st.lists(
    st.text(alphabet="กขคงำิ้ <>&'\"1", min_size=1).map(lambda text: " ".join(text.split())).filter(len), max_size=8
)


@given(paragraphs, st.sampled_from(["p", "div", "li", "td", "h2", "pre", "dd"]))
def test_every_paragraph_comes_back_once_and_in_order(written: list[str], tag: str) -> None:
    assert texts("".join(f"<{tag}>{escape(each)}</{tag}>\n" for each in written)) == written


@given(st.text(alphabet="<>/!-= '\"abdhlmprt1ก\n", max_size=60))
def test_any_text_is_read(text: str) -> None:
    html(text)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "<a ",
            "<!--",
            '<a " > "',
            "<",
            "<b>",
            "<p>x",
            "<b><i></b></i>",
            "&",
            "<![foo",
            "x='",
            "<li>x",
            "<b><p>x</p>",
            "<b></i>",
        ),
        *("<td rowspan=9999 colspan=9999>x", "<tr><td rowspan=9999 colspan=9999>x", "<script>", "<br>x"),
    ],
)
@pytest.mark.parametrize("start", ["", "<table><tr>" + "<b>" * 900])
def test_time_grows_with_the_length_only(piece: str, start: str) -> None:
    """Ten times the text may take thirty times as long, for memory is not free; squared it would be a hundred."""

    def seconds(times: int) -> float:
        data = (start + piece * times).encode()
        begun = time.process_time()
        read_html(Path("แผน.html"), data)
        return time.process_time() - begun

    assert min(seconds(4_000) for _ in range(2)) < 30 * max(min(seconds(400) for _ in range(3)), 0.01)
