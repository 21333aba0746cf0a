"""Copies with comments: the draft in every byte, but for the comments and their marks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docxfiles import W, document, heading, paragraph, write_docx
from khumue.annotating.anchors import Anchors
from khumue.annotating.comments import AUTHOR, INITIALS, Comment
from khumue.annotating.copying import commented
from khumue.annotating.repacking import repack
from khumue.document import Document, DraftError
from khumue.readers import read_draft
from khumue.readers.archive import BadArchiveError
from khumue.readers.package import Package
from test_sample import SAMPLE
from wordfiles import EXTENDED, PEOPLE, W15, content_types, relationships, write_real

WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MARK = (
    rb'<w:commentRangeStart w:id="(%s)"/>|<w:commentRangeEnd w:id="(%s)"/><w:r><w:commentReference w:id="(%s)"/></w:r>'
)


def annotated(path: Path, *paragraphs: int | None, title: str = "ข้อสังเกต") -> Path:
    """A copy with a comment at each paragraph."""
    comments = [Comment(paragraph=each, title=f"{title} {each}", lines=["วิธีแก้: <แก้> & ตรวจ"]) for each in paragraphs]
    copy = path.with_name(f"{path.stem}.checked{path.suffix}")
    copy.write_bytes(b"".join(commented(path.read_bytes(), comments, WHEN)))
    return copy


def parts(path: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def unmarked(copy: Path, draft: Path) -> bytes:
    """The text of a copy without the marks of comments that the draft has not."""
    comments = parts(draft).get("word/comments.xml", b"")
    ids = set(re.findall(rb'<w:comment w:id="(\d+)"', parts(copy)["word/comments.xml"]))
    own = b"|".join(ids - set(re.findall(rb'<w:comment w:id="(\d+)"', comments)))
    return re.sub(_MARK % (own, own, own), b"", parts(copy)["word/document.xml"])


def told(document: Document) -> dict[str, int | None]:
    """Where the reader sees each comment."""
    return {each.text.splitlines()[0]: each.place.paragraph for each in document.comments}


@pytest.fixture
def real(tmp_path: Path) -> Path:
    return write_real(tmp_path / "ร่าง แผน.docx")


@pytest.mark.parametrize("draft", ["sample", "real"])
def test_every_number_of_a_report_is_the_paragraph_with_that_text(draft: str, real: Path) -> None:
    path = SAMPLE if draft == "sample" else real
    package = Package(path.read_bytes())
    anchors = Anchors(package.read("word/document.xml"), "word/document.xml")
    texts = list(anchors.texts)
    blocks = [block for block in read_draft(path).blocks if not block.note]
    assert len(blocks) > 15
    for block in blocks:
        number = block.place.paragraph or 0
        assert texts[number - 1] == block.text
        if not block.text_box:
            assert said(anchors, number) == block.text


def said(anchors: Anchors, number: int) -> str:
    """What the bytes of a paragraph say to another parser."""
    element = anchors.paragraph(number)
    assert element is not None
    raw = anchors.data[element.start : element.stop].decode()
    names = (
        'xmlns:a="a" xmlns:r="r" xmlns:wp="wp" xmlns:pic="pic" xmlns:wps="wps" xmlns:w14="w14" xmlns:v="v" xmlns:o="o"'
    )
    root = ET.fromstring(f'<x {W} xmlns:mc="mc" {names}>{raw}</x>')[0]
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for box in [*root.iter("{mc}AlternateContent")]:
        box.clear()
    pieces = {f"{w}t": "", f"{w}tab": "\t", f"{w}br": "\n"}
    stops = {id(each) for tabs in root.iter(f"{w}tabs") for each in tabs}
    return "".join(
        (each.text or "") + pieces[each.tag] for each in root.iter() if each.tag in pieces and id(each) not in stops
    )


@pytest.mark.parametrize("draft", ["sample", "real"])
def test_nothing_but_the_comments_is_changed(draft: str, real: Path, tmp_path: Path) -> None:
    path = tmp_path / "ร่าง.docx"
    path.write_bytes((SAMPLE if draft == "sample" else real).read_bytes())
    numbers = [block.place.paragraph for block in read_draft(path).blocks]
    copy = annotated(path, None, *numbers)
    before, after = parts(path), parts(copy)
    listings = {"[Content_Types].xml", "word/_rels/document.xml.rels"}
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"word/document.xml", "word/comments.xml"} | (listings if draft == "sample" else set())
    assert unmarked(copy, path) == before["word/document.xml"]
    added = after["word/document.xml"].count(b"comment") - before["word/document.xml"].count(b"comment")
    assert added == 3 * (len(numbers) + 1)
    for name in changed & listings:
        assert re.sub(rb"<(Override|Relationship) [^>]*comments[^>]*/>", b"", after[name]) == before[name]
    if "word/comments.xml" in before:
        own = rb'<w:comment w:id="\d+" w:author="&#3588;.*</w:comment>(?=</w:comments>)'
        assert re.sub(own, b"", after["word/comments.xml"]) == before["word/comments.xml"]


@pytest.mark.parametrize("draft", ["sample", "real"])
def test_the_reader_sees_each_comment_at_its_paragraph_and_the_same_text(
    draft: str, real: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ร่าง.docx"
    path.write_bytes((SAMPLE if draft == "sample" else real).read_bytes())
    before = read_draft(path)
    numbers = {block.place.paragraph for block in before.blocks if not block.text_box}
    after = read_draft(annotated(path, *sorted(number for number in numbers if number)))
    assert after.blocks == before.blocks
    own = {title: number for title, number in told(after).items() if title.startswith("ข้อสังเกต")}
    assert own == {f"ข้อสังเกต {number}": number for number in numbers}


def test_a_text_box_is_told_at_the_paragraph_around_it(real: Path) -> None:
    box = next(block for block in read_draft(real).blocks if block.text_box)
    assert box.place.paragraph == 2
    copy = annotated(real, 2)
    assert told(read_draft(copy))["ข้อสังเกต 2"] == 3
    main = parts(copy)["word/document.xml"]
    assert all(b"comment" not in inner for inner in re.findall(rb"<w:txbxContent>.*?</w:txbxContent>", main))


def test_marks_stand_directly_in_a_paragraph_after_its_properties(real: Path) -> None:
    numbers = [block.place.paragraph for block in read_draft(real).blocks]
    root = ET.fromstring(parts(annotated(real, *numbers))["word/document.xml"])
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for parent in root.iter():
        kinds = [child.tag.removeprefix(w) for child in parent]
        if "commentRangeStart" in kinds or "commentRangeEnd" in kinds:
            assert parent.tag == f"{w}p"
            assert "pPr" not in kinds[1:]


def test_several_comments_keep_their_order_and_ids_do_not_clash(real: Path) -> None:
    copy = annotated(real, 5, None, 5, 4)
    ids = re.findall(r'<w:comment w:id="(\d+)" w:author="([^"]*)"', parts(copy)["word/comments.xml"].decode())
    assert len({name for name, _ in ids}) == len(ids) == 6
    assert [author for _, author in ids[:2]] == ["หัวหน้ากลุ่ม", "Khumue"]
    assert [*told(read_draft(copy))][:2] == ["ข้อสังเกต None", "ข้อสังเกต 4"]
    assert "ดูอีกครั้ง" in told(read_draft(copy))


def test_a_second_check_replaces_the_first_ones_comments(real: Path) -> None:
    first = annotated(real, None, 5, 5, 12)
    again = annotated(first, None, 12, title="รอบสอง")
    fresh = annotated(real, None, 12, title="รอบสอง")
    assert parts(again) == parts(fresh)
    assert {"ดูอีกครั้ง", "khumue: ยกเว้น S107: ตกลงแล้ว"} < told(read_draft(again)).keys()


def saved_by_word(path: Path, *, answered: bool) -> Path:
    """What Word makes of a copy: properties in the runs of references, ids of paragraphs, and a part with threads."""
    held = dict(parts(path))
    main = held["word/document.xml"].decode()
    main = main.replace(
        "<w:r><w:commentReference", '<w:r w:rsidR="00A"><w:rPr><w:lang w:val="th-TH"/></w:rPr><w:commentReference'
    )
    comments = held["word/comments.xml"].decode().replace("<w:p><w:pPr>", '<w:p w14:paraId="1C1C1C1C"><w:pPr>', 1)
    parent = ' w15:paraIdParent="1C1C1C1C"' if answered else ""
    threads = (
        f'<w15:commentsEx {W15}><w15:commentEx w15:paraId="1C1C1C1C" w15:done="0"/>'
        f'<w15:commentEx w15:paraId="0A0A0A0A"{parent} w15:done="0"/></w15:commentsEx>'
    )
    held |= {"word/document.xml": main.encode(), "word/comments.xml": comments.encode()}
    held["word/commentsExtended.xml"] = threads.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return path


def test_earlier_comments_are_known_after_word_saved_them_and_an_answered_one_stays(real: Path) -> None:
    again = annotated(saved_by_word(annotated(real, 5, 12), answered=False), 15)
    assert [title for title in told(read_draft(again)) if title.startswith("ข้อสังเกต")] == ["ข้อสังเกต 15"]
    held = parts(again)
    assert held["word/commentsExtended.xml"].decode() == EXTENDED
    assert unmarked(again, real) == parts(real)["word/document.xml"]
    answered = annotated(saved_by_word(annotated(real, 5, 12), answered=True), 15)
    assert {"ข้อสังเกต 5", "ข้อสังเกต 15"} < told(read_draft(answered)).keys()
    assert "ข้อสังเกต 12" not in told(read_draft(answered))


def test_a_person_of_that_name_alone_is_not_taken_for_the_program(tmp_path: Path) -> None:
    path = write_real(tmp_path / "ร่าง.docx")
    named = PEOPLE.replace("หัวหน้ากลุ่ม", AUTHOR)
    assert INITIALS not in named
    path.write_bytes(b"".join(repack(path.read_bytes(), {"word/comments.xml": named.encode()})))
    assert "ดูอีกครั้ง" in told(read_draft(annotated(path, 5)))


@pytest.mark.parametrize(
    "main",
    [
        document("").replace("<w:body>", "<w:body><w:p/>"),
        document(paragraph("ก")).replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0="),
        f'<document xmlns="{STRICT}"><body><p a=">"><r><t>ก</t></r></p></body></document>',
        f"<w:document {W} xmlns:x='y'><w:body><w:p x:a='/>'><w:pPr/></w:p></w:body></w:document>",
    ],
)
def test_any_prefix_and_namespace_and_even_an_empty_paragraph_will_do(tmp_path: Path, main: str) -> None:
    copy = annotated(write_docx(tmp_path / "ร่าง.docx", parts={"word/document.xml": main}), None, 1)
    held = parts(copy)
    root = ET.fromstring(held["word/document.xml"])
    namespace = root.tag.partition("}")[0] + "}"
    (paragraph_,) = root.iter(f"{namespace}p")
    assert [child.tag.removeprefix(namespace) for child in paragraph_ if "ange" in child.tag] == [
        *["commentRangeStart"] * 2,
        *["commentRangeEnd"] * 2,
    ]
    comments = ET.fromstring(held["word/comments.xml"])
    assert [comment.tag for comment in comments] == [f"{namespace}comment"] * 2
    assert {key for each in paragraph_ for key in each.attrib if "ange" in each.tag} == {f"{namespace}id"}
    strict = STRICT in namespace
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in held["word/_rels/document.xml.rels"]
    ) is strict


@pytest.mark.parametrize(
    "comments",
    [
        f"<w:comments {W}/>",
        f'<?xml version="1.0" encoding="us-ascii"?><w:comments {W}></w:comments>',
        f'<comments xmlns={W.partition("=")[2]}><comment xmlns:q={W.partition("=")[2]} q:id="0"/></comments>',
    ],
)
def test_the_part_with_comments_may_be_written_in_any_way(real: Path, comments: str) -> None:
    real.write_bytes(b"".join(repack(real.read_bytes(), {"word/comments.xml": comments.encode()})))
    copy = annotated(real, 5)
    assert "ข้อสังเกต 5" in told(read_draft(copy))
    ET.fromstring(parts(copy)["word/comments.xml"])


def test_a_part_of_another_name_is_found_and_one_that_is_not_related_is_left(tmp_path: Path) -> None:
    path = write_docx(
        tmp_path / "ร่าง.docx",
        heading("ก"),
        parts={
            "word/comments.xml": "<ก/>",
            "word/comments2.xml": "<ข/>",
            "[Content_Types].xml": content_types(("word/comments3.xml", "x")),
        },
    )
    held = parts(annotated(path, 1))
    assert (held["word/comments.xml"], held["word/comments2.xml"]) == ("<ก/>".encode(), "<ข/>".encode())
    assert b'Target="comments4.xml"' in held["word/_rels/document.xml.rels"]
    assert b'PartName="/word/comments4.xml"' in held["[Content_Types].xml"]


def test_a_relation_that_leads_nowhere_is_damage(real: Path) -> None:
    nowhere = relationships(("comments", "ก&quot;.xml"))
    real.write_bytes(b"".join(repack(real.read_bytes(), {"word/_rels/document.xml.rels": nowhere.encode()})))
    with pytest.raises(DraftError, match="broken-part"):
        annotated(real, 1)


def test_the_text_may_stand_in_a_folder_of_any_name(tmp_path: Path) -> None:
    relation = relationships(("officeDocument", "ก&amp;ข/ค.xml"))
    path = write_docx(tmp_path / "ร่าง.docx", parts={"_rels/.rels": relation, "ก&ข/ค.xml": document(heading("ง"))})
    with zipfile.ZipFile(path) as old:
        held = {name: old.read(name) for name in old.namelist() if name != "word/document.xml"}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in held.items():
            new.writestr(name, data)
    after = parts(annotated(path, 1))
    assert {"ก&ข/comments.xml", "ก&ข/_rels/ค.xml.rels"} < after.keys()
    types = ET.fromstring(after["[Content_Types].xml"])
    assert [each.get("PartName") for each in types].count("/ก&ข/comments.xml") == 1


def test_a_file_without_a_paragraph_says_so(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="no-paragraph"):
        annotated(write_docx(tmp_path / "ร่าง.docx"), None)


def test_a_damaged_part_is_named_before_anything_is_written(real: Path) -> None:
    real.write_bytes(b"".join(repack(real.read_bytes(), {"word/comments.xml": b"<w:comments"})))
    with pytest.raises(DraftError, match="broken-xml"):
        commented(real.read_bytes(), [Comment(paragraph=1, title="ก", lines=[])], WHEN)


def test_what_is_not_changed_is_copied_as_it_is_packed(tmp_path: Path) -> None:
    """A picture that unpacks to 100 MB, and one that is damaged, cost nothing and stay."""
    path = tmp_path / "ร่าง.docx"
    write_docx(path, heading("ก"), parts={"word/media/a.png": bytes(100_000_000)})
    data = path.read_bytes()
    copy = b"".join(commented(data, [Comment(paragraph=1, title="ก", lines=[])], WHEN))
    assert len(copy) < len(data) + 2_000
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        assert new.getinfo("word/media/a.png").CRC == old.getinfo("word/media/a.png").CRC
        assert [*new.namelist()[: len(old.namelist())]] == old.namelist()


def test_parts_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    data = bytearray(write_docx(tmp_path / "ก.docx", heading("ก" * 900)).read_bytes())
    at = data.rfind(b"PK\1\2", 0, data.rfind(b"PK\1\2"))
    data[at + 20 : at + 24] = (len(data)).to_bytes(4, "little")
    with pytest.raises(BadArchiveError):
        repack(bytes(data), {})


@given(
    st.dictionaries(st.text("abc/", min_size=1), st.binary(max_size=50), min_size=1, max_size=6),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
    st.binary(max_size=20),
)
def test_any_archive_keeps_its_parts(held: dict[str, bytes], method: int, new: bytes) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in held.items():
            with archive.open(name, "w") as file:
                file.write(data)
    first = next(iter(held))
    copy = b"".join(repack(b"before" + packed.getvalue(), {first: new, "ใหม่".encode().hex(): new}))
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            **held,
            first: new,
            "ใหม่".encode().hex(): new,
        }
