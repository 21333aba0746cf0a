"""The measurements of accuracy as rows, in the order of the table, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bench import phrases
from bench.accuracy import SEED, Bench, total
from bench.citations import citations_judged
from bench.damage import DAMAGES
from bench.harvested import citations_right, variants_assigned
from bench.rows import Row, count, share
from bench.scoring import Score
from khumue.vocabulary import Text

_WRITTEN = ("docx", "odt", "html", "md", "txt")
_HELD = {"docx": 0.995, "odt": 0.995}
_PRINTED = (
    ("docx", "odt", "odt, LibreOffice", 0.995),
    ("docx", "pdf", "PDF, LibreOffice", 0.98),
    ("html", "pdf", "PDF, Chromium", 0.97),
)
_COMPLETE = ("docx", "odt", "md", "pdf")
_IN_THAI = {
    "displaced marks": "สระและวรรณยุกต์เลื่อนที่",
    "swapped marks": "สระและวรรณยุกต์สลับที่",
    "tones lost": "วรรณยุกต์หาย",
    "all marks lost": "สระบนล่างและวรรณยุกต์หาย",
    "marks to spaces": "สระและวรรณยุกต์กลายเป็นช่องว่าง",
    "private use": "อักขระเฉพาะของแบบอักษร",
    "SARA AM split": "สระอำแยก",
    "typos": "พิมพ์ผิดหนึ่งตัว",
}


@dataclass
class Accuracy:
    """Rows for the table; the scores by kind of file, style and damage; and every case that was wrong."""

    rows: list[Row] = field(default_factory=list)
    scores: dict[str, Mapping[tuple[str, str], Score]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def measure_accuracy(bench: Bench) -> Accuracy:
    """Everything that is compared with labels."""
    result = Accuracy()
    for kind in _WRITTEN:
        result.scores[kind] = bench.score_written(kind)
    for kind, to, name, _ in _PRINTED:
        result.scores[name] = bench.score_printed(kind, to)
    result.rows += _section_rows(result.scores)
    result.rows += _reference_rows(result.scores)
    for scores in result.scores.values():
        whole = total(scores)
        result.wrong += [*whole.unread, *map(str, whole.misses)]
    result.rows += _phrase_rows(bench, result.wrong)
    result.rows += _citation_rows(bench, result.wrong)
    result.rows += _harvested_rows(bench, result.wrong)
    result.rows += _complete_rows(bench, result.wrong)
    return result


def _section_rows(scores: Mapping[str, Mapping[tuple[str, str], Score]]) -> Iterator[Row]:
    for kind in _WRITTEN:
        clean = total(scores[kind], lambda _, damage: damage == "clean")
        what = Text(th=f"สถานะของส่วน {kind} ข้อความปกติ", en=f"Section status, {kind}, clean text")
        yield share(what, clean.sections.total(), clean.section_accuracy, _HELD.get(kind))
        damaged = total(scores[kind], lambda _, damage: damage in DAMAGES)
        what = Text(th=f"สถานะของส่วน {kind} ข้อความชำรุด", en=f"Section status, {kind}, damaged text")
        yield share(what, damaged.sections.total(), damaged.section_accuracy, _HELD.get(kind))
    for _, _, name, target in _PRINTED:
        whole = total(scores[name])
        what = Text(th=f"สถานะของส่วน {name}", en=f"Section status, {name}")
        yield share(what, whole.sections.total(), whole.section_accuracy, target)
    everything = Score()
    for each in scores.values():
        everything.add(total(each, lambda _, damage: damage != "typos"))
    of = everything.sections.total()
    yield share(Text(th="ความแม่นยำของ “มี”", en="Precision of “present”"), of, everything.precision())
    yield share(Text(th="ความครบถ้วนของ “มี”", en="Recall of “present”"), of, everything.recall())
    typos = total(scores["docx"], lambda _, damage: damage == "typos")
    what = Text(th="สถานะของส่วน docx หัวข้อพิมพ์ผิดหนึ่งตัว", en="Section status, docx, headings with one typo")
    yield share(what, typos.sections.total(), typos.section_accuracy)


def _reference_rows(scores: Mapping[str, Mapping[tuple[str, str], Score]]) -> Iterator[Row]:
    for name, each in scores.items():
        whole = total(each)
        what = Text(th=f"สถานะของเอกสารอ้างอิง {name}", en=f"Reference status, {name}")
        yield share(what, whole.references.total(), whole.reference_accuracy)


def _phrase_rows(bench: Bench, wrong: list[str]) -> Iterator[Row]:
    recalls = phrases.recall_by_damage(bench.catalogue, bench.registry, SEED)
    for damage, recall in recalls.items():
        what = Text(th=f"ชื่อส่วนที่หาพบ: {_IN_THAI[damage]}", en=f"Names of parts found: {damage}")
        yield share(what, recall.asked, recall.share, 0.98 if damage == "typos" else 1)
        wrong += recall.lost
    silent = [each for recall in recalls.values() for each in recall.wrong]
    asked = sum(recall.asked for recall in recalls.values())
    yield count(
        Text(th="ชื่อชำรุดที่จับผิดส่วนโดยไม่เตือน", en="Damaged names taken silently for another part"), asked, len(silent), 0
    )
    lines = phrases.negative_lines(bench.catalogue)
    taken = phrases.taken_for_parts(lines, bench.registry)
    what = Text(th="บรรทัดเนื้อความที่จับเป็นส่วนโดยไม่เตือน", en="Lines of running text taken silently for a part")
    yield count(what, len(lines), taken.silent, 0)
    what = Text(th="บรรทัดเนื้อความที่จับแบบใกล้เคียง", en="Lines of running text taken as near a name")
    yield count(what, len(lines), taken.near)
    alike, confused = phrases.confused(bench.catalogue, bench.registry, SEED)
    what = Text(th="ชื่อที่คล้ายกันซึ่งจับผิดโดยไม่เตือน", en="Look-alike names taken silently")
    yield count(what, alike, len(confused), 0)
    wrong += [*taken.cases, *confused]


def _citation_rows(bench: Bench, wrong: list[str]) -> Iterator[Row]:
    for damage, recall in citations_judged(bench.catalogue, bench.registry, SEED).items():
        th, en = ("ข้อความปกติ", "clean") if damage == "clean" else (_IN_THAI[damage], damage)
        what = Text(th=f"การอ้างอิงที่ตัดสินถูก: {th}", en=f"Citations judged right: {en}")
        yield share(what, recall.asked, recall.share, 1)
        wrong += recall.lost


def _harvested_rows(bench: Bench, wrong: list[str]) -> Iterator[Row]:
    assigned = variants_assigned(bench.registry)
    what = Text(th="หัวข้อจากแผนจริงที่จับถูกส่วน", en="Headings of real plans given to the right part")
    yield share(what, assigned.asked, assigned.share, 0.97)
    what = Text(th="หัวข้อจากแผนจริงที่จับผิดโดยไม่เตือน", en="Headings of real plans given silently to a wrong part")
    yield count(what, assigned.asked, len(assigned.wrong), 0)
    cited, blamed = citations_right(bench.registry)
    what = Text(th="การอ้างอิงจากแผนจริงที่รู้ว่าอ้างอะไร", en="Citations of real plans given to the right series")
    yield share(what, cited.asked, cited.share)
    what = Text(th="การอ้างอิงจากแผนจริงที่จับผิดฉบับ", en="Citations of real plans given to a wrong series")
    yield count(what, cited.asked, len(cited.wrong), 0)
    what = Text(th="การอ้างอิงที่ถูกแต่ถูกทักว่าผิด", en="Right citations of real plans judged wrong")
    yield count(what, cited.asked, len(blamed), 0)
    wrong += [*assigned.lost, *assigned.wrong, *cited.lost, *cited.wrong, *blamed]


def _complete_rows(bench: Bench, wrong: list[str]) -> Iterator[Row]:
    for kind in _COMPLETE:
        drafts, findings = bench.findings_on_complete(kind)
        what = Text(
            th=f"ข้อผิดพลาดและคำเตือนในร่างที่ครบและถูกต้อง {kind}",
            en=f"Errors and warnings on complete, correct drafts, {kind}",
        )
        yield count(what, drafts, len(findings), 0)
        wrong += findings
    drafts, mistaken = bench.kinds_recognised()
    what = Text(th="ชนิดเอกสารที่รู้จากชื่อเล่ม", en="Kind of document recognised from its title")
    yield share(what, drafts, 1 - len(mistaken) / drafts)
    wrong += [f"{each}: kind of document not recognised" for each in mistaken]
