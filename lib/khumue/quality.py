"""How good the text of a draft is: clean, damaged in ways that folding heals, not legible, or not there at all.

Measured on four published manuals, made drafts and their damaged copies, as shares of the Thai consonants:
                        clean           damaged
    tone marks          .077 to .107    .000 (lost), .030 (a published manual)
    other marks         .165 to .206    .000
    SARA AM in AA       .104 to .138    .000
    misplaced marks     .000 to .001    .033
    usual words         .254 to .340    .000 (letters exchanged)
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from khumue.document import Document, TextQuality
from khumue.thai import MARKS, PRIVATE_USE, skeleton

# Below these a text is too short for shares to mean anything.
_JUDGED = 300  # consonants
_SAMPLE = 10_000  # characters, four pages; of a longer text every nth block is looked at
_FEWEST_ON_PAGE = 20  # letters a page: a scan may carry a stamped page number and no more

_TONES_LOST = 0.045
_MARKS_LOST = 0.08
_AM_LOST = 0.03
_AM_JUDGED = 100  # long vowels; of fewer, a clean text has three in a hundred by chance
_MISPLACED = 0.005
_PRIVATE = 0.002
_MENDED = 0.002
_FOREIGN = 0.03  # digits inside words, which folding keeps: พร3อม
_USUAL = 0.06
_USUAL_ENGLISH = 0.03

# Folded.
_USUAL_WORDS = ("การ", "และ", "ของ", "เปน", "ให", "งาน", "แผน", "ศกษา", "ความ", "ตาม", "โดย", "ประ", "โรงเรยน", "บาน")
_USUAL_ENGLISH_WORDS = (" the ", " of ", " and ", " to ", " in ")

# Every character is one of these. MAI HAN-AKAT stands for itself: no word ends in it, but many a moved one does.
_CONSONANT, _TONE, _HAN, _MARK, _AA, _AM, _PUA, _DIGIT, _LATIN, _ALIEN, _OTHER = (
    bytes([code]) for code in b"CTHMAUPDLX "
)


def _classes() -> bytes:
    table = bytearray(_OTHER * 256)
    for byte, char in enumerate(bytes(range(256)).decode("cp874", "replace")):
        if "ก" <= char <= "ฮ":
            table[byte] = _CONSONANT[0]
        elif "่" <= char <= "๋":
            table[byte] = _TONE[0]
        elif char == "ั":
            table[byte] = _HAN[0]
        elif char in MARKS:
            table[byte] = _MARK[0]
        elif char in "าำ":
            table[byte] = (_AA if char == "า" else _AM)[0]
        elif char.isascii() and char.isalpha():
            table[byte] = _LATIN[0]
        elif char.isdigit():
            table[byte] = _DIGIT[0]
    # Bytes that cp874 leaves free stand for what it does not have.
    table[_FREE_PRIVATE], table[_FREE_ALIEN] = _PUA[0], _ALIEN[0]
    return bytes(table)


_FREE_PRIVATE, _FREE_ALIEN = 0xDB, 0xFC


def _stand_in(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    stood = (_byte(char) for char in error.object[error.start : error.end])
    return bytes(byte for byte in stood if byte is not None), error.end


def _byte(char: str) -> int | None:
    if ord(char) in PRIVATE_USE:
        return _FREE_PRIVATE
    return _FREE_ALIEN if char.isalpha() or char == "\N{REPLACEMENT CHARACTER}" or "\ue000" <= char < "\uf900" else 0x20


codecs.register_error("khumue.quality", _stand_in)
_TABLE = _classes()


def measure(document: Document) -> TextQuality:
    """The quality of a draft's text. `none` is under 20 letters a page, or none at all where pages are not recorded."""
    step = sum(len(block.text) for block in document.blocks) // _SAMPLE + 1
    text = "\n".join(block.text for block in document.blocks[::step])
    seen = text.encode("cp874", "khumue.quality").translate(_TABLE)
    letters = len(seen) - seen.count(_OTHER) - seen.count(_DIGIT)
    if not letters or letters * step < _FEWEST_ON_PAGE * (document.pages or 0):
        return "none"
    if not _legible(text, seen, letters):
        return "damaged"
    return "repaired" if _is_damaged(seen, document.repairs) else "clean"


def _legible(text: str, seen: bytes, letters: int) -> bool:
    """Whether the letters make words. A wrong table of letters in a PDF gives Thai letters that say nothing."""
    consonants = seen.count(_CONSONANT)
    if seen.count(_ALIEN) > letters / 3:
        return False
    if consonants >= _JUDGED:
        folded = skeleton(text)
        thai = len(folded) - seen.count(_LATIN) - seen.count(_DIGIT)
        foreign = _count(seen, ((_CONSONANT, _DIGIT, after) for after in (_CONSONANT, _AA, _MARK)))
        return _share(folded, _USUAL_WORDS, thai) >= _USUAL and foreign < _FOREIGN * consonants
    latin = seen.count(_LATIN)
    if latin >= _JUDGED and latin > consonants:
        spaced = " ".join(text.lower().split())
        return _share(spaced, _USUAL_ENGLISH_WORDS, latin) >= _USUAL_ENGLISH
    return True


def _is_damaged(seen: bytes, repairs: int) -> bool:
    """Whether marks were lost, moved or written in private signs, or the reader mended letters."""
    consonants = seen.count(_CONSONANT)
    tones, marks, private = seen.count(_TONE), seen.count(_MARK) + seen.count(_HAN), seen.count(_PUA)
    long_aa, am = seen.count(_AA), seen.count(_AM)
    misplaced = _count(seen, _MISPLACED_PAIRS)
    shares = (
        misplaced > max(2, _MISPLACED * consonants),
        private > max(2, _PRIVATE * consonants),
        repairs > max(2, _MENDED * consonants),
    )
    if consonants < _JUDGED:
        return any(shares)
    lost = (
        tones < _TONES_LOST * consonants,
        marks < _MARKS_LOST * consonants,
        long_aa + am >= _AM_JUDGED and am < _AM_LOST * (long_aa + am),
    )
    return any(shares) or any(lost)


_MISPLACED_PAIRS = (
    *((before, mark) for before in (_OTHER, _TONE) for mark in (_TONE, _MARK, _HAN)),
    *((_HAN, after) for after in (_OTHER, _AA, _AM)),
)


def _count(seen: bytes, sequences: Iterable[tuple[bytes, ...]]) -> int:
    return sum(seen.count(b"".join(sequence)) for sequence in sequences)


def _share(text: str, words: Iterable[str], length: int) -> float:
    return sum(text.count(word) * len(word.strip()) for word in words) / max(1, length)
