"""Where known names stand in a folded text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khumue.names import split_names
from khumue.referencenames import find_names, fold_references
from khumue.thai import skeleton
from reference_series import NAMES, series

SPELLINGS = sorted({name[0] for joined in NAMES.names.values() for name in split_names(joined)})


@given(st.lists(st.one_of(st.sampled_from(SPELLINGS), st.text("กแผน13ยุทธ\n", max_size=6)), max_size=6))
def test_beginnings_find_what_looking_for_each_name_finds(parts: list[str]) -> None:
    folded = "\n".join(map(skeleton, parts)) + "\n"
    found = find_names(folded, NAMES)
    assert all(folded[hit.start : hit.end] in SPELLINGS for hit in found)
    covered = {place for hit in found for place in range(hit.start, hit.end)}
    for name in SPELLINGS:
        at = folded.find(name)
        assert at < 0 or covered & set(range(at, at + len(name))) or folded[at + len(name)].isdigit()


def test_no_character_belongs_to_two_names() -> None:
    ends = [0]
    for hit in find_names(skeleton("แผนแม่บทภายใต้ยุทธศาสตร์ชาติและยุทธศาสตร์ชาติ") + "\n", NAMES):
        assert hit.start >= ends[-1]
        ends.append(hit.end)
    assert len(ends) == 3


def test_two_spellings_with_one_skeleton_are_found_once() -> None:
    names = fold_references([series("a", "แผนพัฒนาการศึกษา", "แผนพัฒนา การศึกษา")])
    (hit,) = find_names(skeleton("แผนพัฒนาการศึกษา") + "\n", names)
    assert len(hit.series) == 1
