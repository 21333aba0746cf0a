"""Lines of text: nothing lost, nothing too wide, broken where a reader would break."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowcharts import RULER
from khumue.flowchart.breaking import unbreakable
from khumue.flowchart.wrapping import widest_run, wrap

WORDS = st.sampled_from(
    [
        "แผน",
        "ยุทธศาสตร์",
        "บูรณาการ",
        "การ",
        "และ",
        "ต่าง ๆ",
        "ฯลฯ",
        "(กศจ.)",
        "พ.ศ. 2570",
        "ก.ค.",
        "plan,",
        "(draft)",
        "no. 12",
    ]
)
SENTENCES = st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), min_size=1, max_size=14).map(
    lambda parts: "".join(word + space for word, space in parts)
)
ANYTHING = st.text(alphabet=[*map(chr, range(0x0E01, 0x0E3A)), *map(chr, range(0x0E40, 0x0E5A)), *"ab ().,/-12 \n"])
NEVER_FIRST = tuple(")]ๆฯ.,:;!?%0123456789")


def lines_of(text: str, limit: float) -> tuple[str, ...]:
    return wrap(text, size=15, limit=limit, ruler=RULER)


@settings(max_examples=150, derandomize=True)
@given(text=st.one_of(SENTENCES, ANYTHING), limit=st.integers(40, 300))
def test_no_text_is_lost_and_no_line_too_wide(text: str, limit: int) -> None:
    lines = lines_of(text, limit)
    assert "".join(lines) == " ".join(text.split())
    assert all(RULER.width(line.rstrip(), 15) <= limit for line in lines)


@settings(max_examples=100, derandomize=True)
@given(text=SENTENCES, extra=st.integers(0, 150))
def test_no_line_starts_with_what_belongs_to_the_line_before(text: str, extra: int) -> None:
    lines = lines_of(text, widest_run(text, size=15, ruler=RULER) + extra)
    assert not any(line.startswith(NEVER_FIRST) for line in lines[1:])


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("เอกสารประกอบแผนพัฒนาการศึกษาขั้นพื้นฐาน", ["เอกสารประกอบ", "แผนพัฒนาการศึกษา", "ขั้นพื้นฐาน"]),
        ("ประสานหน่วยงานให้ดำเนินการตามแผน", ["ประสาน", "หน่วยงาน", "ให้ดำเนินการ", "ตามแผน"]),
        ("เสนอ กศจ. พิจารณา", ["เสนอ ", "กศจ. ", "พิจารณา"]),
        ("ตาม พ.ร.บ. พ.ศ. 2542", ["ตาม พ.ร.บ. ", "พ.ศ. 2542"]),
        ("งานต่าง ๆ ของจังหวัด (ร่าง)", ["งาน", "ต่าง ๆ ", "ของจังหวัด ", "(ร่าง)"]),
        ("ยุทธศาสตร์ เป้าหมาย ฯลฯ", ["ยุทธศาสตร์ ", "เป้าหมาย ฯลฯ"]),
        ("7. รับนโยบาย", ["7. รับ", "นโยบาย"]),
        (
            "Plan no. 12 (draft) for the mid-year review",
            ["Plan ", "no. 12 ", "(draft) ", "for ", "the ", "mid-", "year ", "review"],
        ),
    ],
)
def test_a_line_breaks_between_words_only(text: str, runs: list[str]) -> None:
    assert list(unbreakable(text)) == runs


def test_lines_are_about_equally_long() -> None:
    widths = [RULER.width(line, 15) for line in lines_of("Receive policy directions and the planning calendar", 236)]
    assert len(widths) == 2
    assert max(widths) - min(widths) < 40


def test_word_wider_than_the_line_is_split_before_no_mark() -> None:
    lines = lines_of("กี่กี่กี่กี่กี่กี่", 30)
    assert len(lines) > 1
    assert all(line.startswith("กี่") for line in lines)


def test_words_kept_together_are_parted_before_letters_are() -> None:
    text = "แผนปฏิบัติราชการของกระทรวงศึกษาธิการ"
    together = max(RULER.width(run, 15) for run in unbreakable(text))
    lines = lines_of(text, together - 1)
    assert "".join(lines) == text
    assert [line for line in lines if line.startswith("ง") or line.endswith("ขอ")] == []


def test_widths_are_those_of_the_font() -> None:
    # Advances of Sarabun in thousandths of the font size: 'A' 636 and 'b' 588; Thai marks have none.
    assert RULER.width("กิ่", 1000) == RULER.width("ก", 1000)
    assert RULER.width("Ab", 10) == pytest.approx(RULER.width("A", 10) + RULER.width("b", 10))
