"""Lines, cells and blocks from letters placed by hand: no PDF and no pdfium."""

from __future__ import annotations

from collections.abc import Iterable

from khumue.document import Block
from khumue.readers.pdfblocks import blocks_of
from khumue.readers.pdfgrids import find_grids
from khumue.readers.pdflayout import Layout, columns_of
from khumue.readers.pdflines import Chunk, Look, Page, Piece, Rule, join, page_of, split_at
from khumue.readers.pdfrunning import without_cut_lines, without_running_lines
from khumue.readers.pdftables import rows_of

WIDTH, HEIGHT = 595.0, 842.0


def chunk(text: str, x: float, y: float = 100, *, at: int = 0, size: float = 16) -> Chunk:
    """Letters half an em wide; y from the top."""
    return Chunk(text, x, x + len(text) * size / 2, HEIGHT - y, at)


def page(*chunks: Chunk, looks: dict[int, Look] | None = None, rules: Iterable[Rule] = ()) -> Page:
    return page_of(chunks, list(rules), lambda at: (looks or {}).get(at, Look(16.0, False)), WIDTH, HEIGHT)


def lines(*chunks: Chunk) -> list[str]:
    return [piece.text for piece in page(*chunks).pieces]


def piece(text: str, x: float, y: float, order: int, *, bold: bool = False) -> Piece:
    return Piece([(text, x, x + 8 * len(text))], y=y, size=16.0, bold=bold, order=order)


def blocks(*pieces: Piece) -> list[Block]:
    return blocks_of(Layout().lines(Page(pieces=list(pieces), rules=[], width=WIDTH, height=HEIGHT), 1))


# --- pieces -----------------------------------------------------------------------------------------------------------


def test_spaces_come_from_gaps_alone() -> None:
    assert lines(chunk("กข", 72), chunk("คง", 88), chunk("จฉ", 108)) == ["กขคง จฉ"]


def test_a_wide_gap_ends_a_piece_and_is_a_tab_when_joined() -> None:
    pieces = page(chunk("กข", 72), chunk("คง", 100), chunk("จฉ", 200)).pieces
    assert [each.text for each in pieces] == ["กข", "คง", "จฉ"]
    assert join(pieces).text == "กข คง\tจฉ"


def test_a_displaced_mark_goes_back_to_its_letter() -> None:
    assert lines(chunk("ข้อม", 72), chunk("ู", 300, 90), chunk("ล", 104)) == ["ข้อมูล"]
    assert lines(chunk("ข้อม", 72), chunk("ูล", 104)) == ["ข้อมูล"]


def test_raised_figures_stay_on_their_line() -> None:
    assert lines(chunk("กข", 72), chunk("1", 88, 95), chunk("คง", 96)) == ["กข1คง"]


def test_text_that_jumps_back_begins_another_piece() -> None:
    assert lines(chunk("กขคง", 72), chunk("จ", 40)) == ["กขคง", "จ"]


def test_struck_text_leaves_no_gap() -> None:
    struck = Chunk("", 88, 150, HEIGHT - 100, 0)
    assert lines(struck, chunk("กข", 72), struck, chunk("คง", 150)) == ["กขคง"]


def test_looks_are_those_of_thai_letters() -> None:
    # Complex-script bold: figures and brackets are set in the smaller Latin font.
    looks = {0: Look(11.0, False), 1: Look(16.0, True), 3: Look(11.0, False)}
    (line,) = page(chunk("1.", 72, at=0), chunk("กข", 92, at=1), chunk("(2570)", 112, at=3), looks=looks).pieces
    assert (line.size, line.bold) == (16.0, True)
    (figures,) = page(chunk("2570", 72), looks={0: Look(11.0, False)}).pieces
    assert (figures.size, figures.bold) == (11.0, False)


def test_a_piece_is_cut_before_the_words_behind_a_line() -> None:
    whole = join([piece("กข", 72, 100, 0), piece("คง", 92, 100, 1), piece("จฉ", 150, 100, 2)])
    assert [part.text for part in split_at(whole, [10, 90, 140, 900])] == ["กข", "คง", "จฉ"]


# --- tables and columns -----------------------------------------------------------------------------------------------


def test_rows_are_those_of_one_baseline() -> None:
    rows = rows_of([piece("ข", 90, 103, 1), piece("ก", 72, 100, 0), piece("ค", 72, 120, 2)])
    assert [[each.text for each in row] for row in rows] == [["ก", "ข"], ["ค"]]


def grid(columns: list[float], rows: list[float]) -> list[Rule]:
    return [
        *(Rule(x, rows[0], x, rows[-1]) for x in columns),
        *(Rule(columns[0], y, columns[-1], y) for y in rows),
    ]


def test_a_frame_a_change_bar_and_an_underline_are_no_table() -> None:
    assert find_grids(grid([70, 300], [80, 200])) == []
    assert find_grids([Rule(65, 80, 65, 120), Rule(72, 103, 150, 103), Rule(200, 103, 230, 103)]) == []
    assert find_grids([*grid([30, 565], [30, 812]), Rule(72, 400, 200, 400)]) == []


def test_a_table_inside_a_page_frame_is_one() -> None:
    (found,) = find_grids([*grid([30, 565], [30, 812]), *grid([70, 150, 300], [80, 110, 140])])
    assert (found.top, found.bottom, found.columns) == (80, 140, [70, 150, 300])


def test_a_table_open_at_its_sides_has_all_its_columns() -> None:
    (found,) = find_grids([Rule(150, 80, 150, 140), *(Rule(70, y, 300, y) for y in (80, 110, 140))])
    assert [found.cell(piece("ก", x, y, 0)) for y in (100, 130) for x in (72, 155)] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_a_line_under_a_word_makes_no_row() -> None:
    (found,) = find_grids([*grid([70, 150, 300], [80, 140]), Rule(72, 103, 100, 103)])
    assert [found.cell(piece("ก", 72, y, 0)) for y in (100, 130)] == [(1, 1), (1, 1)]


def test_a_merged_cell_counts_as_the_first_of_its_columns() -> None:
    rules = [Rule(x, 80, x, 110) for x in (70, 150, 230, 300)] + [Rule(x, 110, x, 140) for x in (70, 230, 300)]
    (found,) = find_grids([*rules, *(Rule(70, y, 300, y) for y in (80, 110, 140))])
    assert found.cell(piece("รวม", 100, 130, 0)) == (2, 1)
    assert found.cell(piece("100", 240, 130, 0)) == (2, 3)


def test_the_weight_of_a_line_is_that_of_its_thai_text() -> None:
    assert join([piece("3.", 72, 100, 0), piece("กข", 100, 100, 1, bold=True)]).bold
    assert not join([piece("กข", 72, 100, 0), piece("คง", 100, 100, 1, bold=True)]).bold


def test_justified_words_are_one_line() -> None:
    first = [piece("ก" * 20, 72, 100, 0), piece("ข" * 20, 245, 100, 1), piece("ค" * 10, 420, 100, 2)]
    second = [piece("ก" * 10, 72, 124, 3), piece("ข" * 25, 170, 124, 4), piece("ค" * 15, 385, 124, 5)]
    assert [block.cell for block in blocks(*first, *second)] == [None]


def test_one_line_that_is_spread_to_the_edge_is_no_row_of_cells() -> None:
    words = [piece("ก" * 20, 72, 100, 0), piece("ข" * 15, 260, 100, 1), piece("ค" * 10, 443, 100, 2)]
    assert [block.cell for block in blocks(*words)] == [None]
    words[2] = piece("ค" * 5, 443, 100, 2)
    assert len([block.cell for block in blocks(*words) if block.cell]) == 3


def test_a_line_below_a_table_is_not_its_cell() -> None:
    rows = [
        piece(text, x, y, n)
        for n, (text, x, y) in enumerate((("ก", 72, 100), ("ข", 200, 100), ("ค", 72, 130), ("ง", 200, 130)))
    ]
    found = blocks(*rows, piece("พันธกิจ", 72, 170, 4))
    assert [block.text for block in found if block.cell is None] == ["พันธกิจ"]


def test_short_columns_are_cells_and_long_ones_are_columns() -> None:
    left = [piece("ก", 72, 100 + 20 * n, n) for n in range(6)]
    right = [piece("ข", 320, 100 + 20 * n, 6 + n) for n in range(6)]
    below = [piece("ค" * 50, 72, 300, 12)]
    assert [len(column) for column in columns_of([*left, *right, *below]) if column] == [6, 6, 1]
    assert len(columns_of([*left[:5], *right[:5]])) == 1


# --- running lines ----------------------------------------------------------------------------------------------------


def test_an_empty_page_among_others_does_no_harm() -> None:
    pages = [page(), page(chunk("กข", 72)), page()]
    without_cut_lines(pages)
    without_running_lines(pages)
    assert [len(each.pieces) for each in pages] == [0, 1, 0]


def test_a_repeated_contents_title_stays() -> None:
    pages = [page(chunk("สารบัญ (ต่อ)", 250, 50), chunk("กข", 72, 120)) for _ in range(4)]
    without_running_lines(pages)
    assert all(len(each.pieces) == 2 for each in pages)


# --- blocks -----------------------------------------------------------------------------------------------------------


def test_english_words_are_parted_where_a_line_ends() -> None:
    first, second = "annual action plan of the office in the fiscal yearr", "and its budget"
    (block,) = blocks(piece(first, 72, 100, 0), piece(second, 72, 124, 1))
    assert block.text == f"{first} {second}"


def test_a_gap_another_weight_or_a_leader_ends_a_block() -> None:
    full = "ก" * 56
    assert len(blocks(piece(full, 72, 100, 0), piece(full, 72, 124, 1), piece("ข", 72, 148, 2))) == 1
    assert len(blocks(piece(full, 72, 100, 0), piece(full, 72, 124, 1), piece("ข", 72, 170, 2))) == 2
    assert len(blocks(piece(full, 72, 100, 0, bold=True), piece(full, 72, 124, 1), piece("ข", 72, 148, 2))) == 2
    assert len(blocks(piece("ก" * 30 + "." * 26, 72, 100, 0), piece("ข", 72, 124, 1))) == 2


def test_a_heading_that_ends_in_brackets_ends_there_however_full_its_line() -> None:
    years = "ก" * 44 + "(2566-2570)"
    assert len(blocks(piece("ก" * 56, 72, 100, 0, bold=True), piece(years, 72, 124, 1, bold=True))) == 1
    assert len(blocks(piece(years, 72, 100, 0, bold=True), piece("ข" * 9, 72, 124, 1, bold=True))) == 2
    assert len(blocks(piece("1. " + years[3:], 72, 100, 0), piece("ข" * 50, 72, 124, 1))) == 2
    assert len(blocks(piece(years, 72, 100, 0), piece("ข" * 50, 72, 124, 1))) == 1


def test_a_hanging_item_is_one_block() -> None:
    item = Piece([("1.", 72, 88), ("ก" * 50, 108, 520)], y=100.0, size=16.0)
    assert len(blocks(item, piece("ข" * 5, 108, 124, 1))) == 1


def test_a_long_word_in_two_chunks_counts_as_one() -> None:
    word = [("คณะ", 72.0, 96.0), ("กรรมการ", 96.0, 152.0), ("อื่น", 170.0, 202.0)]
    below = Piece(word, y=124.0, size=16.0, order=1)
    # 68 points are left on the first line: the first chunk would fit, the whole word does not.
    assert len(blocks(piece("ก" * 48, 72, 100, 0), below)) == 1
    assert len(blocks(piece("ก" * 40, 72, 100, 0), below)) == 2
