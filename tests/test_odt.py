"""OpenDocument drafts as their reader hands them over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khumue.document import Block, Document, DraftError
from khumue.readers import read_draft
from odtfiles import flat_odt, h, p, style, write_odt

BOLD = 'style:font-weight-complex="bold"'


def texts(draft: Document) -> list[str]:
    return [block.text for block in draft.blocks]


def only(path: Path, *body: str, **given: Any) -> Block:
    (block,) = read_draft(write_odt(path / "แผน.odt", *body, **given)).blocks
    return block


def test_headings_and_paragraphs(tmp_path: Path) -> None:
    named = style("Own", more='style:default-outline-level="3"') + style("Below", more='style:parent-style-name="Own"')
    draft = read_draft(
        write_odt(
            tmp_path / "แผน.odt",
            *(h("ส่วนที่ 1"), h("1.1", 2), p("ก", "Below"), p(""), p("ข")),
            styles=f"<office:styles>{named}</office:styles>",
        )
    )
    assert draft.kind == "odt"
    assert [(block.text, block.level, block.place.paragraph) for block in draft.blocks] == [
        *(("ส่วนที่ 1", 1, 1), ("1.1", 2, 2), ("ก", 3, 3), ("ข", None, 5)),
    ]


def test_looks_are_those_of_thai_letters_through_parents(tmp_path: Path) -> None:
    default = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt" '
        'style:font-size-complex="16pt"/></style:default-style>'
    )
    named = (
        default
        + style("Big", f'{BOLD} style:font-size-complex="150%"')
        + style("Round", more='style:parent-style-name="Round"')
    )
    automatic = style("P1", more='style:parent-style-name="Big"') + style(
        "P2",
        'style:font-weight-complex="normal" fo:font-weight="bold" fo:font-size="bad"',
        more='style:parent-style-name="Big"',
    )
    draft = read_draft(
        write_odt(
            tmp_path / "แผน.odt",
            *(p("ก", "P1"), p("ข", "P2"), p("ค"), p("ง", "Round")),
            automatic=automatic,
            styles=f"<office:styles>{named}</office:styles>",
        )
    )
    assert [(block.bold, block.size) for block in draft.blocks] == [(True, 24), (False, 24), (False, 16), (False, 16)]


def test_spans_have_looks_of_their_own(tmp_path: Path) -> None:
    automatic = (
        style("T1", BOLD, "text")
        + style("T2", 'text:display="none"', "text")
        + style("T3", 'fo:font-size="20pt"', "text")
    )
    span = '<text:span text:style-name="T1">วิสัยทัศน์<text:span text:style-name="T3">ทั้งหมด</text:span></text:span>'
    hidden = '<text:span text:style-name="T2">ซ่อน</text:span>'
    block = only(tmp_path, f"<text:p>{hidden}{span} </text:p>", automatic=automatic)
    assert (block.text, block.bold) == ("วิสัยทัศน์ทั้งหมด", True)
    half = only(tmp_path, f"<text:p>{span} ของเรา</text:p>", automatic=automatic)
    assert not half.bold
    linked = only(tmp_path, '<text:p><text:a text:style-name="T1">ลิงก์</text:a></text:p>', automatic=automatic)
    assert linked.bold


def test_styles_of_headers_do_not_reach_the_text(tmp_path: Path) -> None:
    headers = f"<office:automatic-styles>{style('P1', BOLD)}</office:automatic-styles>"
    master = f"<office:master-styles><style:header>{p('หัวกระดาษ')}</style:header></office:master-styles>"
    block = only(tmp_path, p("ก", "P1"), automatic=style("P1"), styles=headers + master)
    assert (block.text, block.bold) == ("ก", False)


def test_white_space_is_what_is_printed(tmp_path: Path) -> None:
    body = '<text:p>\n  ก <text:s text:c="3"/>ข<text:tab/>ค<text:line-break/>ง\n</text:p>'
    assert only(tmp_path, body).text == "ก    ข\tค\nง"


@pytest.mark.parametrize(
    "hidden",
    [
        "<text:tracked-changes><text:changed-region><text:p>ลบ</text:p></text:changed-region></text:tracked-changes>",
        '<text:section text:display="none"><text:p>ซ่อน</text:p></text:section>',
        "<text:p><text:hidden-text>ซ่อน</text:hidden-text></text:p>",
        '<text:p>ซ่อน<text:hidden-paragraph text:is-hidden="true"/></text:p>',
        "<office:forms><text:p>แบบ</text:p></office:forms>",
        "<text:p><draw:frame><svg:title>รูป</svg:title><office:binary-data>QUJD</office:binary-data></draw:frame></text:p>",
    ],
)
def test_what_is_not_shown_is_left_out(tmp_path: Path, hidden: str) -> None:
    shown = '<text:section text:name="ส่วน"><text:p>ก<text:change text:change-id="1"/></text:p></text:section>'
    assert texts(read_draft(write_odt(tmp_path / "แผน.odt", hidden, shown, p("ข")))) == ["ก", "ข"]


def test_text_boxes_are_read_once_and_text_after_them_goes_on(tmp_path: Path) -> None:
    frame = f"<draw:frame>\n<draw:text-box>{p('ในกรอบ')}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{p('ในรูปร่าง')}</draw:custom-shape>"
    draft = read_draft(write_odt(tmp_path / "แผน.odt", shape, f"<text:p>ก่อน{frame}หลัง</text:p>"))
    assert [(block.text, block.text_box) for block in draft.blocks] == [
        *(("ในรูปร่าง", True), ("ในกรอบ", True), ("ก่อนหลัง", False)),
    ]


def test_notes_follow_their_paragraph(tmp_path: Path) -> None:
    cited = "<text:note-citation>1</text:note-citation>"
    note = f"<text:note>{cited}<text:note-body>{p('เชิงอรรถ')}</text:note-body></text:note>"
    draft = read_draft(write_odt(tmp_path / "แผน.odt", f"<text:p>นโยบาย{note}ต่อ</text:p>", p("ต่อไป")))
    assert [(block.text, block.note, block.place.paragraph) for block in draft.blocks] == [
        *(("นโยบายต่อ", False, 1), ("เชิงอรรถ", True, 1), ("ต่อไป", False, 2)),
    ]


def test_comments_stand_where_they_are_anchored(tmp_path: Path) -> None:
    said = "<dc:creator>ใคร</dc:creator><dc:date>2027</dc:date>" + p("khumue: ข้าม S101") + p("เพราะ")
    body = f"<text:p>ก<office:annotation>{said}</office:annotation>ข<office:annotation-end/></text:p>"
    draft = read_draft(write_odt(tmp_path / "แผน.odt", p("นำ"), body))
    assert texts(draft) == ["นำ", "กข"]
    assert [(each.text, each.place.paragraph) for each in draft.comments] == [("khumue: ข้าม S101\nเพราะ", 2)]
    loose = f"<office:annotation>{p('ลอย')}</office:annotation>"
    assert read_draft(write_odt(tmp_path / "ข.odt", loose, p("ก"))).comments[0].place.paragraph is None


def test_contents_entries(tmp_path: Path) -> None:
    title = "<text:index-title-template>สารบัญ</text:index-title-template>"
    template = f"<text:table-of-content-source>{title}</text:table-of-content-source>"
    entries = f"<text:index-body>{p('วิสัยทัศน์')}</text:index-body>"
    index = f"<text:table-of-content>{template}{entries}</text:table-of-content>"
    draft = read_draft(
        write_odt(
            tmp_path / "แผน.odt",
            index,
            p("พันธกิจ", "P1"),
            p("ก"),
            automatic=style("P1", more='style:parent-style-name="Contents_20_1"'),
            styles=f"<office:styles>{style('Contents_20_1')}</office:styles>",
        )
    )
    assert [(block.text, block.contents_entry) for block in draft.blocks] == [
        *(("วิสัยทัศน์", True), ("พันธกิจ", True), ("ก", False)),
    ]


def test_pages_where_they_are_recorded(tmp_path: Path) -> None:
    broken = "<text:p><text:soft-page-break/>ข</text:p><text:p>ค<text:soft-page-break/>ค</text:p>"
    draft = read_draft(write_odt(tmp_path / "แผน.odt", p("ก"), broken, p("ง")))
    assert ([block.place.page for block in draft.blocks], draft.pages) == ([1, 2, 2, 3], 3)
    assert only(tmp_path, p("ก")).place.page is None


def test_tables_count_columns_past_merged_cells(tmp_path: Path) -> None:
    def cell(inside: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{inside}</table:table-cell>"

    inner = f"<table:table><table:table-row>{cell(p('ใน'))}</table:table-row></table:table>"
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    wide = cell(p("ก"), 'table:number-columns-spanned="3"') + covered + cell(p("ข"))
    empty = cell("", 'table:number-columns-repeated="2"')
    body = (
        f"<table:table><table:table-header-rows><table:table-row>{wide}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{empty}{cell(p('ค') + inner)}</table:table-row></table:table>"
    )
    draft = read_draft(write_odt(tmp_path / "แผน.odt", body))
    assert {
        block.text: block.cell and (block.cell.table, block.cell.row, block.cell.column, block.cell.filled)
        for block in draft.blocks
    } == {"ก": (1, 1, 1, 2), "ข": (1, 1, 4, 2), "ค": (1, 2, 3, 1), "ใน": (2, 1, 1, 1)}


def items(*inside: str, more: str = "") -> str:
    return f"<text:list {more}>{''.join(f'<text:list-item>{each}</text:list-item>' for each in inside)}</text:list>"


def number(level: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" {more}/>'


def test_lists_have_numbers(tmp_path: Path) -> None:
    lists = (
        '<text:list-style style:name="L1">'
        + number(1, "๑, ๒, ๓, ...", 'style:num-prefix="ส่วนที่ "')
        + number(2, "1", 'style:num-suffix=")" text:display-levels="2"')
        + number(3, "ก, ข, ค, ...", 'text:start-value="2"')
        + '</text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/>'
        + '<text:list-level-style-number text:level="2" style:num-format=""/></text:list-style>'
    )
    own = 'text:style-name="L1"'
    body = [
        items(p("ก") + p("ต่อ") + items(p("ข"), p("ค") + items(p("ง"))), h("จ"), more=own),
        p("คั่น"),
        items(p("ฉ"), more=f'{own} text:continue-numbering="true"'),
        items(p("ช"), more=own),
        items(p("จุด") + items(p("ไม่มี")), more='text:style-name="L2"'),
        items(p("ตามย่อหน้า", "P1")),
        f"<text:list {own}><text:list-header>{p('หัว')}</text:list-header></text:list>",
        f'<text:list {own}><text:list-item text:start-value="7">{p("ซ")}</text:list-item></text:list>',
    ]
    automatic = lists + style("P1", more='style:list-style-name="L1"')
    draft = read_draft(write_odt(tmp_path / "แผน.odt", *body, automatic=automatic))
    assert [(block.text, block.label) for block in draft.blocks] == [
        *(("ก", "ส่วนที่ ๑"), ("ต่อ", ""), ("ข", "๑.1)"), ("ค", "๑.2)"), ("ง", "ข"), ("จ", "ส่วนที่ ๒"), ("คั่น", "")),
        *(("ฉ", "ส่วนที่ ๓"), ("ช", "ส่วนที่ ๑"), ("จุด", ""), ("ไม่มี", ""), ("ตามย่อหน้า", "ส่วนที่ ๒"), ("หัว", "")),
        ("ซ", "ส่วนที่ ๗"),
    ]


def test_headings_are_numbered_by_the_outline(tmp_path: Path) -> None:
    outline = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-prefix="บทที่ "/><text:outline-level-style text:level="2" style:num-format="1" '
        'text:display-levels="2"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>'
        "</office:styles>"
    )
    again = '<text:h text:outline-level="1" text:restart-numbering="true" text:start-value="9">ง</text:h>'
    unnumbered = '<text:h text:outline-level="1" text:is-list-header="true">จ</text:h>'
    draft = read_draft(
        write_odt(tmp_path / "แผน.odt", h("ก"), h("ข", 2), h("ค"), again, unnumbered, h("ฉ", 3), styles=outline)
    )
    assert [block.label for block in draft.blocks] == ["บทที่ I", "I.1", "บทที่ II", "บทที่ IX", "", ""]


META = '<dc:title>แผนของเรา</dc:title><meta:user-defined meta:name="khumue-procedure">a/b</meta:user-defined>'


def test_title_and_own_properties(tmp_path: Path) -> None:
    draft = read_draft(write_odt(tmp_path / "แผน.odt", p("ก"), meta=META))
    assert (draft.title, draft.properties) == ("แผนของเรา", {"khumue-procedure": "a/b"})


@pytest.mark.parametrize("name", ["แผน.fodt", "แผน.xml", "แผน.docx"])
def test_a_flat_file_is_read_as_the_zipped_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    header = f"<style:master-page><style:header>{p('หัวกระดาษ')}</style:header></style:master-page>"
    flat = flat_odt(
        h("วิสัยทัศน์"),
        p("ก", "P1"),
        styles=style("Big", BOLD),
        automatic=style("P1", more='style:parent-style-name="Big"'),
        meta=META,
        master=header,
    )
    path.write_text(flat, encoding="utf-8")
    draft = read_draft(path)
    assert (draft.kind, draft.title) == ("odt", "แผนของเรา")
    assert [(block.text, block.level, block.bold) for block in draft.blocks] == [
        ("วิสัยทัศน์", 1, False),
        ("ก", None, True),
    ]


def test_a_template_and_a_file_of_few_parts(tmp_path: Path) -> None:
    path = write_odt(
        tmp_path / "แม่แบบ.ott", p("ก"), parts={"mimetype": "application/vnd.oasis.opendocument.text-template"}
    )
    assert read_draft(path).kind == "odt"


ELEMENTS = [
    "text:p",
    "text:h",
    "text:span",
    "text:list",
    "text:list-item",
    "text:note",
    "office:annotation",
    "draw:frame",
    "table:table",
    "table:table-row",
    "table:table-cell",
    "table:covered-table-cell",
    "text:table-of-content",
    "text:section",
    "text:s",
    "text:soft-page-break",
]
trees = st.recursive(st.just(""), lambda inner: st.tuples(st.sampled_from(ELEMENTS), st.lists(inner, max_size=3)))


def written(tree: str | tuple[str, list[Any]]) -> str:
    if isinstance(tree, str):
        return "ก"
    name, inside = tree
    return f"<{name}>{''.join(map(written, inside))}</{name}>"


@given(st.lists(trees, max_size=5))
def test_elements_in_any_order_never_break_the_reader(
    tmp_path_factory: pytest.TempPathFactory, forest: list[Any]
) -> None:
    read_draft(write_odt(tmp_path_factory.mktemp("odd") / "แผน.odt", *map(written, forest)))


words = st.text(alphabet="กขคงำิ้ <>&1", min_size=1).map(lambda text: " ".join(text.split())).filter(len)


@given(st.lists(words, max_size=8))
def test_every_paragraph_comes_back_once_and_in_order(
    tmp_path_factory: pytest.TempPathFactory, said: list[str]
) -> None:
    assert texts(read_draft(write_odt(tmp_path_factory.mktemp("odt") / "แผน.odt", *map(p, said)))) == said


def test_damage_names_the_part(tmp_path: Path) -> None:
    with pytest.raises(DraftError) as caught:
        read_draft(write_odt(tmp_path / "แผน.odt", parts={"content.xml": "<office:"}))
    assert (caught.value.problem, caught.value.values["part"]) == ("broken-xml", "content.xml")
