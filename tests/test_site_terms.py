"""Terms of the glossary found in texts: whole words only, in Thai too, where nothing stands between words."""

from __future__ import annotations

import pytest

from khumue.catalogue import load_catalogue
from khumue.model import Language
from khumue.site.terms import Glossary, Mentions

CATALOGUE = load_catalogue()
GLOSSARIES = {language: Glossary(CATALOGUE, language) for language in ("th", "en")}


def found(text: str, language: Language = "th") -> list[str]:
    return [piece for piece, term in GLOSSARIES[language].split(text) if term]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("เสนอ กศจ. พิจารณา", ["กศจ."]),
        ("ส่งให้คณะอนุกรรมการกลั่นกรองแผน", ["คณะอนุกรรมการ", "กลั่นกรอง"]),
        ("แบ่งนักเรียนกลุ่มเป้าหมายเป็นสองกลุ่ม", []),
        ("สมมติว่าได้งบประมาณเท่าเดิม", []),
        ("ตามยุทธศาสตร์ชาติ", []),
        ("ผล NT และ O-NET", ["NT", "O-NET"]),
        ("CONTENT", []),
        ("", []),
    ],
)
def test_thai(text: str, terms: list[str]) -> None:
    assert found(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The PEC considers the Annual Action Plan.", ["PEC", "Annual Action Plan"]),
        ("SPECIAL plans", []),
        ("a KPI-based review", ["KPI"]),
    ],
)
def test_english(text: str, terms: list[str]) -> None:
    assert found(text, "en") == terms


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_pieces_are_the_text_in_every_procedure(language: Language) -> None:
    for procedure in CATALOGUE.procedures.values():
        for step in procedure.steps:
            text = step.text[language]
            assert "".join(piece for piece, _ in GLOSSARIES[language].split(text)) == text


def test_only_the_first_mention_of_a_page_counts() -> None:
    mentions = Mentions(GLOSSARIES["th"])
    texts = ("เสนอ กศจ. แล้วแจ้งมติ กศจ.", "คณะกรรมการศึกษาธิการจังหวัดและ สพฐ.")
    marked = [piece for text in texts for piece, term in mentions.split(text) if term]
    assert marked == ["กศจ.", "มติ", "สพฐ."]
    assert list(mentions.met) == [term.id for term in mentions.met.values()]
