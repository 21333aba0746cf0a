"""Markdown drafts as their reader hands them over."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.document import Document
from khumue.readers.markdown import read_markdown


def markdown(text: str) -> Document:
    return read_markdown(Path("แผน.md"), text.encode())


def texts(text: str) -> list[str]:
    return [block.text for block in markdown(text).blocks]


def test_headings_and_lines() -> None:
    draft = markdown("# แผน #\n\nวิสัยทัศน์\n---\n**พันธกิจ**\nข้อความ *เอียง* [ลิงก์](x) a_b_c\n***\n")
    assert [(block.text, block.level, block.bold, block.place.line) for block in draft.blocks] == [
        ("แผน", 1, False, 1),
        ("วิสัยทัศน์", 2, False, 3),
        ("พันธกิจ", None, True, 5),
        ("ข้อความ เอียง ลิงก์ a_b_c", None, False, 6),
    ]


@pytest.mark.parametrize(
    ("line", "text", "level"),
    [
        ("## วิสัยทัศน์ {#vision .x}", "วิสัยทัศน์", 2),
        ("  ### ๑.๒ พันธกิจ ###", "๑.๒ พันธกิจ", 3),
        ("# ค#", "ค#", 1),
        ("> ## ในคำพูด", "ในคำพูด", 2),
        ("####### เจ็ด", "####### เจ็ด", None),
        ("#ไม่เว้น", "#ไม่เว้น", None),
        ("    # ย่อหน้า", "# ย่อหน้า", None),
        ("\tย่อหน้า", "ย่อหน้า", None),
    ],
)
def test_what_is_a_heading(line: str, text: str, level: int | None) -> None:
    (block,) = markdown(f"\n{line}\n").blocks
    assert (block.text, block.level) == (text, level)


def test_underlined_headings_need_a_line_of_text_above() -> None:
    draft = markdown("แผน\n===\n\n---\n- ข้อ\n\n=\n[^1]: หมายเหตุ\n---\n")
    assert [(block.text, block.level) for block in draft.blocks] == [
        ("แผน", 1),
        ("ข้อ", None),
        ("=", None),
        ("หมายเหตุ", None),
    ]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- ข้อหนึ่ง", "ข้อหนึ่ง"),
        ("  * [x] ทำแล้ว", "ทำแล้ว"),
        ("> > ซ้อน", "ซ้อน"),
        ("1. ข้อหนึ่ง", "1. ข้อหนึ่ง"),
        ("ก<br>ข", "ก\nข"),
        ("<u>ขีด</u> <span style='x'>สี</span> <a id=\"b\"></a>", "ขีด สี"),
        ("น้อยกว่า <ระบุชื่อ> 5 < 6", "น้อยกว่า <ระบุชื่อ> 5 < 6"),
        ("ก&nbsp;ข &amp; ค", "ก\xa0ข & ค"),
        (r"\*ดาว\* 1\. \[x\]", "*ดาว* 1. [x]"),
        ("![ผังองค์กร](a.png) [แผน][p] [ก](b_(c).md)", "ผังองค์กร แผน ก"),
        ("~~ตัด~~ `โค้ด` ***หนาเอียง***", "ตัด โค้ด หนาเอียง"),
        ("ท้ายบรรทัด\\", "ท้ายบรรทัด"),
        ("[หมายเหตุ]: ข้อความ", "[หมายเหตุ]: ข้อความ"),
    ],
)
def test_a_line_as_it_is_shown(line: str, text: str) -> None:
    assert texts(line) == [text]


@pytest.mark.parametrize(
    ("line", "bold"),
    [("**พันธกิจ**", True), ("__พันธกิจ__:", True), ("***พันธกิจ***", True), ("**ก** และ **ข**", False), ("** ก**", False)],
)
def test_a_line_is_bold_when_all_of_it_is(line: str, bold: bool) -> None:
    assert markdown(line).blocks[0].bold is bold


def test_code_is_left_out_and_ends_with_its_own_fence() -> None:
    assert texts("ก\n```\n# ง\n~~~\n``` x\n````\nจ\n~~~~\nฉ\n~~~\nช\n~~~~\nซ\n") == ["ก", "จ", "ซ"]


def test_comments_are_kept_beside_the_text() -> None:
    draft = markdown("ก\n<!-- khumue: ข้าม S101\nค -->\n```\n# ง\n```\nจ <!--ฉ--> ช\n<!-- ไม่ปิด\n")
    assert [(block.text, block.place.line) for block in draft.blocks] == [("ก", 1), ("จ  ช", 7), ("<!-- ไม่ปิด", 8)]
    assert [(each.text, each.place.line) for each in draft.comments] == [("khumue: ข้าม S101\nค", 2), ("ฉ", 7)]


def test_footnotes_are_notes() -> None:
    draft = markdown('นโยบาย[^1] ข้อสอง[^note]\n\n[^1]: แผนการศึกษาแห่งชาติ\n[^note]:\n[p]: https://example.org "ที่มา"\n')
    assert [(block.text, block.note) for block in draft.blocks] == [
        ("นโยบาย ข้อสอง", False),
        ("แผนการศึกษาแห่งชาติ", True),
    ]


def test_links_to_headings_are_contents_entries() -> None:
    draft = markdown("- [วิสัยทัศน์](#v)\n1. [พันธกิจ](#m) ..... ๓\n[ที่มา](#s) ของข้อมูล\n[เว็บ](http://x)\n# [แผน](#p)\n")
    assert [block.contents_entry for block in draft.blocks] == [True, True, False, False, False]


def test_tables() -> None:
    draft = markdown("| ก | ข |\n|---|---|\n| 1 |  |\n\n| a\\|b | **ค** |\nต่อ\n")
    assert [
        (block.text, block.cell and (block.cell.table, block.cell.row, block.cell.column, block.cell.filled))
        for block in draft.blocks
    ] == [
        ("ก", (1, 1, 1, 2)),
        ("ข", (1, 1, 2, 2)),
        ("1", (1, 3, 1, 1)),
        ("a|b", (2, 1, 1, 2)),
        ("ค", (2, 1, 2, 2)),
        ("ต่อ", None),
    ]
    assert draft.blocks[4].bold


def test_tables_without_outer_pipes() -> None:
    draft = markdown("โครงการ | งบ\n--- | ---:\nอ่าน | 50\n# หัวข้อ | ข\nก | ข\n")
    assert [(block.text, block.level, block.cell and block.cell.row) for block in draft.blocks] == [
        *(("โครงการ", None, 1), ("งบ", None, 1), ("อ่าน", None, 3), ("50", None, 3)),
        *(("# หัวข้อ", None, 4), ("ข", None, 4), ("ก", None, 5), ("ข", None, 5)),
    ]


@pytest.mark.parametrize("end", ["---", "..."])
def test_front_matter(end: str) -> None:
    draft = markdown(f'---\ntitle: "แผน"\nkhumue-procedure: a/b\n# x\n{end}\nก\n')
    assert (draft.title, draft.properties["khumue-procedure"]) == ("แผน", "a/b")
    assert [(block.text, block.place.line) for block in draft.blocks] == [("ก", 6)]
    assert texts("---\nไม่ปิด\n") == ["ไม่ปิด"]


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_is_read(text: str) -> None:
    assert all(block.text.strip() for block in markdown(text).blocks)


words = st.lists(st.text(alphabet="กขคงำิ้ 12", min_size=1).map(str.strip).filter(len), max_size=8)


@given(words, st.sampled_from(["{}\n\n", "# {}\n", "- {}\n", "**{}**\n\n", "> {}\n\n", "| {} |\n\n"]))
def test_every_line_comes_back_once_and_in_order(written: list[str], form: str) -> None:
    assert texts("".join(form.format(line) for line in written)) == written


@pytest.mark.parametrize(
    "piece",
    ["[", "[a](", "[a]((a)", "<!--", "<b ", "*a", "# #", "\\", "[^a]:", "|", "> ", "{#", "**a", "[x](#a) .", "x\n=\n"],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    """Ten times the text may take thirty times as long, for memory is not free; squared it would be a hundred."""

    def seconds(times: int) -> float:
        data = (piece * times).encode()
        gc.collect()
        gc.disable()  # it would go through all that other tests have left behind
        start = time.process_time()
        read_markdown(Path("แผน.md"), data)
        taken = time.process_time() - start
        gc.enable()
        return taken

    assert min(seconds(20_000) for _ in range(2)) < 30 * max(min(seconds(2_000) for _ in range(3)), 0.01)
