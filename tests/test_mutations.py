"""Damaged drafts of every kind: whatever bytes change, a draft is read or refused in words, and then checked."""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docxfiles import write_docx
from hostile.pdf_files import one_page
from khumue.checker import check
from khumue.document import Block, Cell, Document, DraftError, Place
from khumue.messages import load_messages
from khumue.readers import read_draft
from khumue.registry import Registry, load_registry

SAMPLE = next(Path("docs/assets/samples").glob("*.docx"))
GOLDEN = sorted(Path("tests/cases").glob("*/draft.*"))
TOKENS = [
    *(
        b"<w:p>",
        b"</w:p>",
        b"<w:tbl>",
        b"<w:tr><w:tc>",
        b"<w:r><w:t>",
        b"<w:del>",
        b'<w:fldChar w:fldCharType="begin"/>',
    ),
    *(b"<", b">", b"&", b"&#0;", b"]]>", b"\0", b"\xff\xfe", b"PK\x01\x02", b"\n---\n", b"| a | b |\n", b"# ", b"<!--"),
    *("ส่วนที่ 1 ".encode(), "วิสัยทัศน์\n".encode(), "สารบัญ\n".encode(), "\u200b\uf70a์".encode(), "๙๙๙".encode()),
]

mutations = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "insert", "repeat", "swap"]),
        st.floats(0, 1),
        st.integers(1, 40),
        st.sampled_from(TOKENS),
    ),
    min_size=1,
    max_size=6,
)
often = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
seldom = settings(often, max_examples=15)


def mutated(data: bytes, changes: list[tuple[str, float, int, bytes]]) -> bytes:
    """The bytes after some changes."""
    for kind, where, length, token in changes:
        at = int(where * len(data))
        here, rest = data[at : at + length], data[at + length :]
        data = (
            data[:at]
            + {
                "flip": bytes(byte ^ 1 << length % 8 for byte in here) + rest,
                "cut": rest,
                "insert": token + here + rest,
                "repeat": (here or token) * length + rest,
                "swap": here[::-1] + rest,
            }[kind]
        )
    return data


@cache
def registry() -> Registry:
    return load_registry()


def survive(path: Path) -> None:
    """Read and check a file; only a refusal in words may end it."""
    refused: DraftError | None = None
    try:
        survive_check(read_draft(path))
    except DraftError as error:
        refused = error
    if refused is not None:
        assert refused.problem != "internal"
        assert "{" not in load_messages().failure(str(path), refused).message.th


def survive_check(document: Document) -> None:
    plan = registry().plans["angthong/annual-action-plan"]
    report = check(document, plan, registry(), load_messages().rules, today_fiscal_year=2570)
    assert len(report.sections) >= (len(plan.document.sections) if report.document.legible else 0)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
@often
@given(changes=mutations)
def test_a_damaged_part_of_a_word_file(tmp_path: Path, part: str, changes: list[Any]) -> None:
    with zipfile.ZipFile(SAMPLE) as archive:
        data = archive.read(part)
    # The whole sample would take a second; its beginning has all kinds of elements.
    short = data if len(data) < 60_000 else data[:60_000]
    survive(write_docx(tmp_path / "แผน.docx", parts={part: mutated(short, changes)}))


@often
@given(changes=mutations)
def test_a_damaged_word_file(tmp_path: Path, changes: list[Any]) -> None:
    path = tmp_path / "แผน.docx"
    path.write_bytes(mutated(SAMPLE.read_bytes(), changes))
    survive(path)


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html", ".odt", ".docx"])
@often
@given(source=st.sampled_from([path for path in GOLDEN if path.suffix != ".docx"]), changes=mutations)
def test_a_damaged_text_under_any_name(tmp_path: Path, suffix: str, source: Path, changes: list[Any]) -> None:
    path = tmp_path / f"แผน{suffix}"
    path.write_bytes(mutated(source.read_bytes(), changes))
    survive(path)


@seldom
@given(changes=mutations)
def test_a_damaged_pdf(tmp_path: Path, changes: list[Any]) -> None:
    path = tmp_path / "แผน.pdf"
    path.write_bytes(mutated(one_page(), changes))
    survive(path)


texts = st.text(alphabet="กขคง่้ัำเแ ๑2.()|:…-\n\tAaส่วนที่", max_size=40) | st.sampled_from(
    ["วิสัยทัศน์", "สารบัญ", "พันธกิจ ........ 3", "แผนฯ 13", "ส่วนที่ 1 ข้อมูลทั่วไป", "พ.ศ. 2566-70", "(ระบุ...)"]
)
small = st.integers(1, 4)
cells = st.none() | st.builds(Cell, table=small, row=small, column=small, filled=small)
blocks: st.SearchStrategy[Block] = st.builds(
    Block,
    text=texts,
    place=st.builds(Place, page=st.none() | small, paragraph=st.none() | small, line=st.none() | small),
    label=st.sampled_from(["", "๑.", "ก."]),
    level=st.none() | st.integers(1, 9),
    bold=st.booleans(),
    size=st.none() | st.floats(0, 100),
    contents_entry=st.booleans(),
    text_box=st.booleans(),
    note=st.booleans(),
    cell=cells,
)


@settings(often, max_examples=150)
@given(held=st.lists(blocks, max_size=25).map(tuple), recognised=st.booleans(), title=st.none() | texts)
def test_any_blocks_can_be_checked(held: tuple[Block, ...], recognised: bool, title: str | None) -> None:
    survive_check(Document(path=Path("แผน.pdf"), kind="pdf", title=title, blocks=held, pages=4, recognised=recognised))
