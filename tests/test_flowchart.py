"""The figure that `draw` returns: links, names, bytes and errors."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from flowcharts import OUTPUTS, catalogue, long_procedure, procedure, step
from khumue.flowchart import FONTS, FlowchartError, draw
from khumue.model import LANGUAGES, Language, Text

PLAN = procedure(
    step("write", Text(th="เขียนแผน & ตาราง", en="Write the plan & <tables>"), output=OUTPUTS[0]),
    step("agree", Text(th="เห็นชอบหรือไม่", en="Agreed?"), by="committee", no="write"),
    step("ask", Text(th="ประกาศได้หรือไม่", en="May it be announced?"), by="director", no="end"),
)


def parsed(language: Language = "th") -> ET.Element:
    return ET.fromstring(draw(PLAN, catalogue(), language))


def words(element: ET.Element) -> list[str | None]:
    return [label.text for label in element.iter("text") if "flow-label" in label.get("class", "")]


def test_figure_can_stand_in_markdown_and_stays_out_of_the_search_index() -> None:
    figure = draw(PLAN, catalogue(), "th")
    assert figure.startswith('<figure class="flow-fig" data-search-exclude')
    assert figure.endswith("</figure>")
    assert "\n" not in figure


def test_each_step_is_a_link_to_its_anchor_with_a_full_name() -> None:
    links = {link.get("href"): link.get("aria-label") for link in parsed("en").iter("a")}
    assert links == {
        "#step-write": "Step 1: Write the plan & <tables> (Policy and Planning Group)",
        "#step-agree": "Step 2: Agreed? (Provincial Education Committee)",
        "#step-ask": "Step 3: May it be announced? (Provincial Education Officer)",
    }
    thai = [link.get("aria-label") for link in parsed("th").iter("a")]
    assert thai[1] == "ขั้นตอนที่ 2: เห็นชอบหรือไม่ (คณะกรรมการศึกษาธิการจังหวัด)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_chart_is_a_group_with_a_title_and_a_description(language: Language) -> None:
    svg = parsed(language)[0]
    named = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
    assert svg.get("role") == "group"
    title, description = named[svg.get("aria-labelledby")], named[svg.get("aria-describedby")]
    assert title == {"th": "ผังกระบวนงาน: งานจัดทำแผน", "en": "Flowchart: Preparing the plan"}[language]
    assert (
        description
        == {
            "th": "มี 3 ขั้นตอน ดำเนินการจากบนลงล่าง; ขั้นตอนที่ 2 หากไม่ใช่ ให้กลับไปขั้นตอนที่ 1; ขั้นตอนที่ 3 หากไม่ใช่ ให้สิ้นสุดกระบวนงาน",
            "en": "Number of steps: 3, from top to bottom; Step 2: if no, go back to step 1; "
            "Step 3: if no, the procedure ends",
        }[language]
    )


def test_jump_ahead_is_described() -> None:
    jump = procedure(step("ask", no="publish"), step("write"), step("publish"))
    assert "Step 1: if no, go on to step 3" in draw(jump, catalogue(), "en")


def test_branches_are_labelled_and_lines_are_hidden_from_screen_readers() -> None:
    assert sorted(filter(None, words(parsed("en")))) == ["No", "No", "Yes", "Yes"]
    assert sorted(filter(None, words(parsed("th")))) == ["ใช่", "ใช่", "ไม่ใช่", "ไม่ใช่"]
    group = next(element for element in parsed()[0] if element.tag == "g")
    hidden = [element for element in group if element.get("aria-hidden") == "true"]
    assert {path for element in hidden for path in element.iter("path")} == {
        path for path in group.iter("path") if "flow-line" in path.get("class", "")
    }


def test_refusals_are_dashed_and_the_flow_is_not() -> None:
    classes = [path.get("class") for path in parsed().iter("path") if "flow-line" in path.get("class", "")]
    assert classes.count("flow-line flow-refusal") == 2
    assert classes.count("flow-line") == 4


def test_ids_are_unique_on_a_page_with_several_charts() -> None:
    other = procedure(*PLAN.steps, id_="other/plan")
    page = "".join(draw(of, catalogue(), language) for of in (PLAN, other) for language in LANGUAGES)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 12


def test_actors_have_lanes_in_order_of_appearance() -> None:
    assert [link.get("class") for link in parsed().iter("a")] == [
        "flow-task lane-1",
        "flow-decision lane-2",
        "flow-decision lane-3",
    ]


def test_copied_text_keeps_the_spaces_between_words() -> None:
    assert [copied(link) for link in parsed("en").iter("a")] == [
        "1. Write the plan & <tables> Policy and Planning Group Draft action plan",
        "2. Agreed? Provincial Education Committee",
        "3. May it be announced? Provincial Education Officer",
    ]
    assert copied(next(parsed("th").iter("a"))) == "1. เขียนแผน & ตาราง กลุ่มนโยบายและแผน (ร่าง) แผนปฏิบัติการ"


def copied(link: ET.Element) -> str:
    return "".join(span.text or "" for span in link.iter("tspan"))


def test_same_bytes_whatever_the_hash_seed_and_without_programs(tmp_path: Path) -> None:
    here = Path(__file__).parent
    code = (
        "import sys; from flowcharts import catalogue, long_procedure; from khumue.flowchart import draw\n"
        "for language in ('th', 'en'): sys.stdout.buffer.write(draw(long_procedure(), catalogue(), language).encode())"
    )
    outputs = set()
    for seed in ("1", "2"):
        environment = {
            "PYTHONHASHSEED": seed,
            "PATH": "",
            "HOME": str(tmp_path),
            "PYTHONPATH": os.pathsep.join((str(here), str(here.parent / "lib"))),
        }
        command = [sys.executable, "-W", "error", "-c", code]
        ran = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=True)
        assert ran.stderr == b""
        outputs.add(ran.stdout.decode())
    assert outputs == {"".join(draw(long_procedure(), catalogue(), language) for language in LANGUAGES)}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("library", ["pygraphviz", "diagrams", "pythainlp", "fontTools"])
def test_missing_library_is_named_with_the_command_that_installs_it(
    library: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for module in [name for name in sys.modules if name.partition(".")[0] == library]:
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setitem(sys.modules, library, None)
    fonts = tmp_path / "fonts"
    fonts.symlink_to(FONTS)
    fresh = procedure(step("a", Text(th=f"ทดสอบ{library}", en=library)))
    with pytest.raises(FlowchartError, match=rf'"{library}" cannot be loaded .* pip install "khumue\[site\]"'):
        draw(fresh, catalogue(), "th", fonts=fonts)


def test_missing_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(FlowchartError, match=r"sarabun-thai-400-normal\.woff2 is missing"):
        draw(PLAN, catalogue(), "th", fonts=tmp_path)


def test_importing_loads_no_drawing_library() -> None:
    code = (
        "import sys, khumue.flowchart; print({'diagrams', 'pygraphviz', 'pythainlp', 'fontTools'} & set(sys.modules))"
    )
    lib = str(Path(__file__).parents[1] / "lib")
    ran = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": lib}, capture_output=True, check=True)
    assert ran.stdout.strip() == b"set()"
