"""Word comments: what they say, where they stand, where the copies go, and what is refused."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docxfiles import heading, paragraph, write_docx
from drafts import COMPLETE, checked, registry
from khumue.annotating.placing import spot
from khumue.annotating.repacking import repack
from khumue.annotating.targets import targets_in
from khumue.annotating.wording import comments
from khumue.annotating.writer import Annotator
from khumue.cli import main
from khumue.document import Comment, Document, Place
from khumue.finding import DraftReport, Finding
from khumue.frozen import replace
from khumue.messages import load_messages
from khumue.problems import CommandError
from khumue.readers import read_draft
from khumue.reports import Setup
from khumue.vocabulary import Language, Text
from khumue.waivers import read_waivers
from pdffiles import OFFICE
from test_sample import NO_12, NO_13, O_NET, SAMPLE
from wordfiles import write_real

office = pytest.mark.skipif(not OFFICE, reason="LibreOffice (soffice) is not installed")
PROCEDURE = ("--procedure", "angthong/annual-action-plan")


def word(path: Path, text: str = COMPLETE) -> Path:
    """Markdown as a Word file."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("---")]
    body = (
        heading(line.lstrip("# "), min(line.count("#"), 2)) if line[0] == "#" else paragraph(line) for line in lines
    )
    return write_docx(path, *body)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main(["check", "--no-config", "--jobs", "1", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def setup(language: Language = "en", handbook: str | None = None) -> Setup:
    return Setup(registry=registry(), messages=load_messages(), language=language, handbook=handbook)


def told(path: Path) -> list[tuple[str, str]]:
    """The first lines of each comment and the text of the paragraph that it is on."""
    document = read_draft(path)
    texts = {block.place.paragraph: block.text for block in document.blocks}
    return [(each.text, texts.get(each.place.paragraph, "")) for each in document.comments]


def left(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


# --- what is said, and where ---


def test_the_samples_faults_are_told_where_they_are(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    copy = tmp_path / "ร่าง.checked.docx"
    status, out, err = run(capsys, SAMPLE, "--annotate", copy, "--quiet")
    assert (status, out, err) == (1, "", "")
    summary, *others = told(copy)
    assert summary == (
        (
            "ผลตรวจร่างแผน\nยังไม่ผ่าน · ต้องแก้ 2 ข้อ\n"
            "กระบวนงาน: งานจัดทำแผนปฏิบัติการประจำปี (สพป.อ่างทอง)\nปีงบประมาณ 2570 (ตามที่ร่างบอก)\n"
            'ทำต่อ: แก้ตามข้อคิดเห็นในสำเนานี้ บันทึก แล้วตรวจอีกครั้งด้วยคำสั่ง\nkhumue check "ร่าง.checked.docx"'
        ),
        "(ร่าง)",
    )
    assert [text.splitlines()[0] for text, _ in others] == [
        "ต้องแก้ · R204 (1/5)",
        "ต้องแก้ · S103",
        *(f"ต้องแก้ · R204 ({number}/5)" for number in (2, 3, 4, 5)),
    ]
    assert others[1][1] == O_NET
    assert all(NO_12 in where for text, where in others if "R204" in text)
    assert others[0][0].endswith("\nที่มา: สพป.อ่างทอง 3 5.2(5), 3 8.2")
    again = others[2][0].splitlines()
    assert again[1] == "อ้างฉบับที่ไม่ใช้ในปีของแผน"
    assert again[2].startswith("วิธีแก้: อ้างฉบับที่ใช้ในปีของแผน")


def test_the_authors_loop_is_clean_in_one_round(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Check, mend in the copy what its comments say, check again."""
    first, second = tmp_path / "รอบ 1.docx", tmp_path / "รอบ 2.docx"
    assert run(capsys, SAMPLE, "--annotate", first, "--quiet")[0] == 1
    mend(first)
    status, _, err = run(capsys, first, "--annotate", second, "--quiet")
    assert (status, err) == (0, "")
    ((text, _),) = told(second)
    assert text.splitlines()[:2] == ["ผลตรวจร่างแผน", "ผ่าน ไม่พบสิ่งที่ต้องแก้"]
    assert len(text.splitlines()) == 4


def mend(path: Path) -> None:
    """Mend the sample as its comments say, with another program."""
    import docx

    document = docx.Document(str(path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    lines = [*document.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    for line in lines:
        if NO_12 in line.text:
            line.runs[0].text = line.text.replace(NO_12, NO_13)
            for run in line.runs[1:]:
                run.text = ""
    at = next(number for number, line in enumerate(document.paragraphs) if line.text == O_NET)
    below = document.paragraphs[at + 1]
    below.runs[0].text = "นักเรียนชั้นประถมศึกษาปีที่ 6 ได้คะแนนเฉลี่ย 41.20 ในปีการศึกษา 2567 และ 42.10 ในปีการศึกษา 2568"
    for run in below.runs[1:]:
        run.text = ""
    document.save(str(path))


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_finding_has_a_comment_in_the_readers_language(language: Language) -> None:
    text = COMPLETE.replace("## 3.1 วิสัยทัศน์", "## 3.1 เรื่องอื่น").replace("แผนการศึกษาแห่งชาติ", "แผนอื่น")
    report = checked_word(text)
    said = [*comments(report, setup(language, "https://example.go.th/"), copy="ก.docx")]
    assert len(said) == len(report.findings) + 1
    for finding, comment in zip(report.findings, said[1:], strict=True):
        whole = "\n".join(comment.lines)
        assert finding.code in comment.title
        assert finding.message[language] in whole
        assert finding.fix[language] in whole
        english = "en/" if language == "en" else ""
        assert f"https://example.go.th/{english}rules/{finding.code}/" in whole


def checked_word(text: str) -> DraftReport:
    """The report on a Markdown draft as if its lines were paragraphs of Word."""
    from drafts import document

    return checked(numbered(document(text)))


def numbered(read: Document) -> Document:
    blocks = [replace(block, place=Place(paragraph=number)) for number, block in enumerate(read.blocks, 1)]
    return replace(read, kind="docx", blocks=tuple(blocks))


PARTS = ["ข้อมูลทั่วไป", "วิสัยทัศน์", "เป้าประสงค์", "กลยุทธ์", "งบประมาณ"]


Told = tuple[str, int | None, str, str]
"""Why there, in which paragraph, and the headings before and after."""


def told_at(finding: Finding, report: DraftReport) -> Told:
    at = spot(finding, report, registry())
    beside = (at.beside.previous, at.beside.next) if at.beside else (None, None)
    previous, following = (each.heading if each else "" for each in beside)
    return at.reason, at.paragraph, previous, following


def belonging(*headings: str, missing: str = "mission") -> Told:
    """Where the missing part is told in a draft with these headings."""
    body = "\n\n".join(f"# {each}\n\nเนื้อหาของส่วน 12 ข้อ" for each in headings)
    report = checked_word(f"แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570\n\n{body}\n")
    finding = next(each for each in report.findings if each.code == "S101" and each.section == missing)
    return told_at(finding, report)


def test_a_missing_part_is_told_where_it_belongs() -> None:
    assert belonging(*PARTS) == ("belongs", 6, "วิสัยทัศน์", "เป้าประสงค์")
    assert belonging(*PARTS[2:]) == ("belongs", 2, "", "เป้าประสงค์")
    assert belonging(*PARTS[:2]) == ("belongs", 4, "วิสัยทัศน์", "")
    assert belonging(*PARTS[:2], "ภาคผนวก") == ("belongs", 6, "วิสัยทัศน์", "ภาคผนวก")
    assert belonging("บทที่ไม่มีใครรู้จัก") == ("whole", None, "", "")


def test_in_another_order_the_neighbour_that_all_agree_on_counts() -> None:
    """A mission stands before the goals in all procedures; a vision does not stand before it in all."""
    follows = registry().agreed_order
    assert "goals" in follows["mission"]
    assert belonging("เป้าประสงค์", "วิสัยทัศน์") == ("belongs", 2, "", "เป้าประสงค์")


def test_a_reference_that_is_missing_is_told_where_plans_cite() -> None:
    def where(text: str) -> Told:
        report = checked_word(text)
        return told_at(next(each for each in report.findings if each.code == "R201"), report)

    without = COMPLETE.replace("แผนการศึกษาแห่งชาติ", "แผนอื่น")
    assert where(without)[0] == "citing"
    report = checked_word(without)
    found = next(each for each in report.sections if each.section == "policy-analysis").found[0]
    assert where(without)[1] == found.place.paragraph
    assert where("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570\n\n# วิสัยทัศน์\n\nดี\n") == ("whole", None, "", "")


def a_finding(message: str, *, elsewhere: Sequence[int] = ()) -> DraftReport:
    text = Text(th=message, en=message)
    places = tuple(Place(paragraph=number) for number in elsewhere)
    finding = Finding(code="R204", severity="error", message=text, fix=text, place=Place(paragraph=3), elsewhere=places)
    return replace(clean(), findings=(finding,))


@cache
def clean() -> DraftReport:
    return checked_word(COMPLETE)


def test_further_places_have_short_comments_up_to_a_number() -> None:
    said = [*comments(a_finding("ก", elsewhere=[3, 9, 9, *range(100, 200)]), setup(), copy="ก.docx")]
    assert [each.title for each in said[1:3]] == ["Must be mended · R204 (1/102)", "Must be mended · R204 (2/102)"]
    assert [each.paragraph for each in said[1:4]] == [3, 9, 100]
    assert len(said) == 1 + 1 + 50
    assert "The same stands at 51 more places that have no comment." in said[1].lines


def test_a_crafted_draft_cannot_ask_for_more_comments_than_word_opens() -> None:
    report = a_finding("ก", elsewhere=range(100, 200))
    report = replace(report, findings=report.findings * 1_000)
    assert len([*comments(report, setup(), copy="ก.docx")]) == 2_001


@given(st.text(max_size=60), st.sampled_from(["\n", "\r", "\x0b", "\x85", "\u2028", "\x1c", " "]))
def test_no_comment_is_taken_for_a_waiver_or_breaks_the_file(text: str, end: str) -> None:
    report = a_finding(f"“{text}{end}khumue: ยกเว้น S101: เหตุผล” {text}")
    for language in ("th", "en"):
        for each in comments(report, setup(language), copy=f"{end}khumue: ignore S101: x{text}.docx"):
            for line in (each.title, *each.lines):
                assert [*read_waivers([Comment(text=line, place=Place())])] == []
                assert len(line.splitlines()) == 1
                line.encode("utf-8")


def test_a_draft_that_is_not_legible_has_its_single_finding(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    draft = word(tmp_path / "ร่าง.docx", "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570\n" + "ฏูฑฯ๎ฅฃ ฌฎฑฒ๏ \n" * 400)
    run(capsys, draft, "--annotate", tmp_path / "ก.docx", *PROCEDURE, "--lang", "en")
    report = [text.splitlines()[0] for text, _ in told(tmp_path / "ก.docx")]
    assert report == ["Result of the check", "Must be mended · D003"]


# --- where copies go, and what is refused ---


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What a refused command says in English; in both languages nothing is printed but that."""
    said = []
    for language in ("th", "en"):
        status, out, err = run(capsys, *arguments, "--lang", language)
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
        said.append(err)
    assert said[0] != said[1]
    return said[1]


@pytest.mark.parametrize("name", ["ร่าง.md", "ร่าง.pdf", "ร่าง.odt", "ร่าง.docx"])
def test_only_a_word_file_carries_comments(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
    """Also not a text that has the name of one."""
    draft = tmp_path / name
    draft.write_text("%PDF-1.4" if name.endswith("pdf") else COMPLETE, encoding="utf-8")
    assert "is not a Word file" in refused(capsys, draft, "--annotate", tmp_path / "ก.docx")
    assert left(tmp_path) == [name]


def test_a_copy_is_not_made_under_a_name_that_cannot_be(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    draft, other = word(tmp_path / "ร่าง.docx"), tmp_path / "ผล.docx"
    assert "never written over" in refused(capsys, draft, "--annotate", draft, "--force")
    assert "Use a name that ends in .docx" in refused(capsys, draft, "--annotate", tmp_path / "ก.docm")
    assert "standard input" in refused(capsys, "-", "--annotate", other)
    assert "there are 2 drafts" in refused(capsys, draft, word(tmp_path / "อื่น.docx"), "--annotate", other)
    assert "There is no folder" in refused(capsys, draft, "--annotate", tmp_path / "ไม่มี" / "ก.docx", "--quiet")
    other.write_text("เดิม", encoding="utf-8")
    assert "--force" in refused(capsys, draft, "--annotate", other)
    assert left(tmp_path) == sorted(["ร่าง.docx", "ผล.docx", "อื่น.docx"])
    assert run(capsys, draft, "--annotate", other, "--force", "--quiet") == (0, "", "")
    assert told(other)[0][0].startswith("ผลตรวจร่างแผน")


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", ".docm"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", ".dotx"),
    ],
)
def test_templates_and_files_with_macros_keep_their_kind(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, kind: str, ending: str
) -> None:
    draft = write_real(tmp_path / f"ร่าง{ending}", main=kind)
    assert f"Use a name that ends in {ending}" in refused(capsys, draft, "--annotate", tmp_path / "ก.docx")
    run(capsys, draft, "--annotate", tmp_path / f"ก{ending}", "--quiet")
    assert len(told(tmp_path / f"ก{ending}")) > 2


def test_a_draft_that_cannot_be_checked_has_no_copy(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    draft = word(tmp_path / "ร่าง.docx", "# หัวข้อ\n\nไม่ใช่แผน")
    status, out, err = run(capsys, draft, "--annotate", tmp_path / "ก.docx")
    assert (status, err) == (2, "")
    assert "--procedure" in out
    status, _, _ = run(capsys, tmp_path / "ไม่มี.docx", "--annotate", tmp_path / "ก.docx")
    assert status == 2
    assert left(tmp_path) == ["ร่าง.docx"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Drafts of one name in several folders, and some of other kinds."""
    for inner in ("", "ก", "ก/ข"):
        (tmp_path / "ร่าง" / inner).mkdir()
        word(tmp_path / "ร่าง" / inner / "แผน.docx")
    (tmp_path / "ร่าง" / "แผน.md").write_text(COMPLETE, encoding="utf-8")
    word(tmp_path / "ร่าง" / "เดิม.doc")
    (tmp_path / "ร่าง" / "เสีย.docx").write_bytes(b"PK\3\4")
    return tmp_path / "ร่าง"


def test_copies_in_a_folder_keep_the_drafts_folders_apart(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, folder: Path
) -> None:
    target = tmp_path / "ตรวจแล้ว"
    status, _, err = run(capsys, folder, "--annotate", f"{target}/", "--lang", "en", "--quiet")
    assert status == 2  # one is damaged
    damaged, other = err.splitlines()
    assert "เสีย.docx: could not be checked" in damaged
    assert "แผน.md is not a Word file" in other
    copies = ["แผน.checked.docx", "ก/แผน.checked.docx", "ก/ข/แผน.checked.docx", "เดิม.checked.docx"]
    assert left(target) == sorted(copies)
    assert all(told(target / copy)[0][0].startswith("Result") for copy in copies)
    assert "There is a file" in refused(capsys, folder, "--annotate", target)
    assert run(capsys, folder, "--annotate", target, "--quiet", "--force")[0] == 2
    assert left(target) == sorted(copies)


def test_copies_beside_the_drafts_are_not_checked_again(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, folder: Path
) -> None:
    (folder / "เสีย.docx").unlink()
    for _ in range(2):
        status, _, err = run(capsys, folder, "--annotate", folder, "--quiet", "--force")
        assert (status, err.count("\n")) == (0, 1)  # a draft that is not of Word is no failure
    assert len([name for name in left(folder) if ".checked." in name]) == 4


def test_a_copy_that_cannot_be_written_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, folder: Path
) -> None:
    (folder / "เสีย.docx").unlink()
    target = tmp_path / "ตรวจแล้ว"
    (target / "แผน.checked.docx").mkdir(parents=True)
    status, _, err = run(capsys, folder, "--annotate", target, "--quiet", "--force", "--lang", "en")
    assert status == 2
    assert "แผน.checked.docx is a folder, not a file." in err
    assert left(target) == sorted(["ก/แผน.checked.docx", "ก/ข/แผน.checked.docx", "เดิม.checked.docx"])


def test_a_folder_that_cannot_be_made_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    draft, file = word(tmp_path / "ร่าง.docx"), tmp_path / "แฟ้ม"
    file.write_text("เดิม", encoding="utf-8")
    for asked in (f"{file}/", f"{file}/ใน/"):
        status, _, err = run(capsys, draft, "--annotate", asked, "--quiet", "--lang", "en")
        assert status == 2
        assert "There is no folder" in err or "cannot be written" in err
    assert left(tmp_path) == sorted(["ร่าง.docx", "แฟ้ม"])


def test_drafts_on_two_drives_keep_their_folders_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_common(_: object) -> str:
        raise ValueError("Paths don't have the same drive")

    monkeypatch.setattr("os.path.commonpath", no_common)
    targets = targets_in("ผล", [Path("/ก/แผน.docx"), Path("/ข/แผน.docx"), Path("-"), Path("/ไม่มี.doc")])
    assert [*targets.values()] == [Path("ผล/ก/แผน.checked.docx"), Path("ผล/ข/แผน.checked.docx")]


def test_the_standard_input_among_drafts_has_no_copy(tmp_path: Path) -> None:
    told_of: list[tuple[str, bool]] = []
    annotator = Annotator(
        f"{tmp_path}/ผล/", [Path("-")], setup(), tell=lambda error, failed: told_of.append((error.text.en, failed))
    )
    annotator.add(replace(clean(), document=replace(clean().document, path="-", kind="docx")))
    annotator.end()
    ((text, failed),) = told_of
    assert text.startswith("A draft from the standard input")
    assert not failed
    assert left(tmp_path) == []


def test_a_draft_that_went_away_meanwhile_is_told(tmp_path: Path) -> None:
    draft = word(tmp_path / "ร่าง.docx")
    annotator = Annotator(str(tmp_path / "ก.docx"), [draft], setup(), tell=lambda *_: None)
    draft.unlink()
    facts = replace(clean().document, path=str(draft), kind="docx")
    with pytest.raises(CommandError, match="annotate-failed"):
        annotator.add(replace(clean(), document=facts))


def test_damage_that_only_a_copy_meets_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    draft = word(tmp_path / "ร่าง.docx")
    draft.write_bytes(b"".join(repack(draft.read_bytes(), {"[Content_Types].xml": b"<Types"})))
    status, _, err = run(capsys, draft, "--annotate", tmp_path / "ก.docx", "--lang", "en", "--quiet")
    assert status == 2
    assert "There is no copy of" in err
    assert "[Content_Types].xml in the file is damaged" in err
    assert left(tmp_path) == ["ร่าง.docx"]


# --- other programs ---


@office
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_libreoffice_keeps_every_comment_at_its_paragraph(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, kind: str
) -> None:
    copy = tmp_path / "copy.docx"
    run(capsys, SAMPLE, "--annotate", copy, "--quiet")
    out = tmp_path / "out"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(copy)]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    saved, expected = told(out / f"copy.{kind}"), told(copy)
    assert [*shown(saved)] == [*shown(expected)]
    if kind == "docx":  # and what it saved is known as Khumue's own
        again = tmp_path / "again.docx"
        run(capsys, out / "copy.docx", "--annotate", again, "--quiet")
        assert [text.splitlines()[0] for text, _ in told(again)] == [text.splitlines()[0] for text, _ in expected]


def shown(comments: Sequence[tuple[str, str]]) -> Iterator[tuple[list[str], str]]:
    for text, where in comments:
        yield text.split(), where.strip()


def test_python_docx_reads_the_comments(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    import docx

    run(capsys, SAMPLE, "--annotate", tmp_path / "ก.docx", "--quiet")
    read = docx.Document(str(tmp_path / "ก.docx")).comments
    assert [each.text for each in read] == [text for text, _ in told(tmp_path / "ก.docx")]
    assert {(each.author, each.initials) for each in read} == {("คู่มือ (Khumue)", "KHM")}
    (first, *_) = read
    assert abs((first.timestamp.replace(tzinfo=UTC) - datetime.now(tz=UTC)).days) <= 1
