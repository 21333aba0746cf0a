"""The data as texts: spelled right, in our own words, whole."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from check_copying import copies, texts
from khumue.catalogue import load_catalogue
from khumue.model import DocumentType, Reference, Section
from khumue.thai import skeleton

ROOT = Path(__file__).parents[1]
SOURCES = Path(os.environ.get("KHUMUE_SOURCES", ROOT.parent / "shared" / "sources"))
CATALOGUE = load_catalogue()
ALL = list(texts(CATALOGUE, ""))


def test_thai_words_are_in_the_dictionary_or_are_ours() -> None:
    """Unknown words are slips of the keyboard or belong into tests/data/words.txt, after a look at a dictionary."""
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import thai_words
    from pythainlp.tokenize import Trie, word_tokenize

    ours = set((ROOT / "tests/data/words.txt").read_text(encoding="utf-8").split())
    known = set(thai_words()) | ours
    trie = Trie(known)
    unknown: dict[str, str] = {}
    for at, text in ALL:
        for run in re.findall("[\u0e01-\u0e5b]+", text.th):
            for word in word_tokenize(run, custom_dict=trie, engine="newmm"):
                if word not in known and not re.fullmatch("[ก-ฮ]|ฯ|ๆ", word):
                    unknown.setdefault(word, at)
    assert unknown == {}


def test_our_words_are_used() -> None:
    ours = (ROOT / "tests/data/words.txt").read_text(encoding="utf-8").split()
    thai = "\n".join(text.th for _, text in ALL)
    assert [word for word in ours if word not in thai] == []
    assert len(ours) == len(set(ours))


def test_no_sentence_is_a_manuals() -> None:
    if not SOURCES.is_dir():
        pytest.skip("the manuals' texts are not here; KHUMUE_SOURCES names their folder")
    assert copies(CATALOGUE, SOURCES) == []


def test_every_step_has_an_actor_and_a_text_in_both_languages() -> None:
    for procedure in CATALOGUE.procedures.values():
        for step in procedure.steps:
            assert step.by in CATALOGUE.roles
            assert all((step.title.th, step.title.en, step.text.th, step.text.en))


def test_roles_and_documents_are_used() -> None:
    steps = [step for procedure in CATALOGUE.procedures.values() for step in procedure.steps]
    used = {step.by for step in steps} | {role for step in steps for role in step.involves}
    used |= {feed.to for procedure in CATALOGUE.procedures.values() for feed in procedure.feeds}
    assert [role for role in CATALOGUE.roles if role not in used] == []
    assert {each.job for each in CATALOGUE.procedures.values()} == set(CATALOGUE.jobs)


def test_every_decoy_looks_like_a_name_of_its_entry() -> None:
    """It shares four letters in a row with one; another text could not be taken for it anyway."""
    entries: list[Section | DocumentType | Reference] = [
        *CATALOGUE.sections.values(),
        *CATALOGUE.documents.values(),
        *CATALOGUE.references.values(),
    ]
    for entry in entries:
        names = [skeleton(each) for each in (entry.title.th, entry.title.en, *entry.aliases.th, *entry.aliases.en)]
        runs = {name[at : at + 4] for name in names for at in range(len(name) - 3)}
        for decoy in map(skeleton, entry.decoys):
            assert any(decoy[at : at + 4] in runs for at in range(len(decoy) - 3)), f"{entry.id}: {decoy}"
