"""Procedures to draw, and drawn charts as geometry that tests can measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

from khumue.flowchart import draw
from khumue.flowchart.measuring import Ruler
from khumue.model import Catalogue, Language, Procedure, Role, Step, Text

RULER = Ruler()

ROLES = {
    "group": ("กลุ่มนโยบายและแผน", "Policy and Planning Group", None),
    "director": ("ศึกษาธิการจังหวัด", "Provincial Education Officer", None),
    "committee": ("คณะกรรมการศึกษาธิการจังหวัด", "Provincial Education Committee", Text(th="กศจ.", en="PEC")),
    "ministry": (
        "คณะกรรมการบูรณาการยุทธศาสตร์ระดับกระทรวงศึกษาธิการ",
        "Strategy Integration Committee of the Ministry of Education",
        None,
    ),
}
TITLES = (
    ("รับนโยบาย ยุทธศาสตร์ และปฏิทินการจัดทำแผนจากสำนักงานปลัดกระทรวง", "Receive policy directions and the planning calendar"),
    ("เสนอแต่งตั้งคณะทำงานประจำปีงบประมาณ พ.ศ. 2570", "Propose a working group for the fiscal-year 2027 plan"),
    ("ลงนามคำสั่ง", "Sign the order"),
    ("วิเคราะห์ข้อมูลสารสนเทศต่าง ๆ ของจังหวัด (SWOT)", "Analyse provincial data (SWOT) & the environment"),
    ("แผนครบถ้วนและสอดคล้องกับยุทธศาสตร์ชาติหรือไม่", "Is the plan complete and aligned with the strategy?"),
    ("กศจ. เห็นชอบหรือไม่", "Does the PEC agree?"),
)
OUTPUTS = (
    Text(th="(ร่าง) แผนปฏิบัติการ", en="Draft action plan"),
    Text(th="รายงานผลการวิเคราะห์สภาพแวดล้อมและข้อมูลสารสนเทศทางการศึกษา", en="Report on the environment and education data"),
)


def catalogue() -> Catalogue:
    """A catalogue with the roles of these tests."""
    nothing = Text(th="", en="")
    roles = {
        id_: Role(id=id_, place="area-office", kind="unit", title=Text(th=th, en=en), text=nothing, abbreviation=short)
        for id_, (th, en, short) in ROLES.items()
    }
    return Catalogue(
        procedures={},
        manuals={},
        roles=roles,
        sections={},
        references={},
        documents={},
        jobs={},
        glossary={},
    )


def step(
    id_: str,
    title: Text | None = None,
    *,
    by: str = "group",
    no: str | None = None,
    after: tuple[str, ...] = (),
    output: Text | None = None,
) -> Step:
    """A step; one with `no` is a decision."""
    return Step(
        id=id_,
        by=by,
        title=title or Text(th="จัดทำแผน", en="Write the plan"),
        text=Text(th="", en=""),
        kind="decision" if no else "task",
        else_=no,
        after=after,
        output=output,
    )


def procedure(*steps: Step, id_: str = "office/plan") -> Procedure:
    """A procedure with these steps."""
    title = Text(th="งานจัดทำแผน", en="Preparing the plan")
    return Procedure(
        id=id_,
        manual="office",
        numbers=("1",),
        job="plan",
        title=title,
        objectives=(),
        steps=steps,
        reviewed="2026-11-20",
    )


def long_procedure() -> Procedure:
    """22 steps, every fifth a decision that leads back."""
    steps = (
        step(
            f"s{number}",
            Text(th=TITLES[number % 6][0], en=TITLES[number % 6][1]),
            by=list(ROLES)[number % 4],
            no=f"s{number - 3}" if number % 5 == 4 else None,
            output=OUTPUTS[0] if number % 3 == 0 else None,
        )
        for number in range(22)
    )
    return procedure(*steps)


@st.composite
def procedures(draw_from: st.DrawFn) -> Procedure:
    """Any procedure that the catalogue accepts: 1 to 24 steps with loops, jumps, side-by-side steps and joins."""
    count = draw_from(st.integers(1, 24))
    ids = [f"s{number}" for number in range(count)]
    steps = []
    for number, id_ in enumerate(ids):
        others = [other for other in (*ids, "end") if other != id_]
        decides = draw_from(st.integers(0, 3)) == 0
        forks = number > 0 and draw_from(st.integers(0, 3)) == 0
        after = (
            draw_from(st.lists(st.sampled_from(ids[max(0, number - 4) : number]), min_size=1, max_size=3, unique=True))
            if forks
            else []
        )
        th, en = draw_from(st.sampled_from(TITLES))
        steps.append(
            step(
                id_,
                Text(th=th, en=en),
                by=draw_from(st.sampled_from(list(ROLES))),
                no=draw_from(st.sampled_from(others)) if decides else None,
                after=tuple(after),
                output=draw_from(st.sampled_from((None, None, *OUTPUTS))),
            )
        )
    return procedure(*steps)


Point = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of text: its words, the middle of its baseline, its width and its font size."""

    text: str
    x: float
    y: float
    width: float
    size: float

    def corners(self, tail: float) -> list[Point]:
        """Corners of the area of its letters, with the tail below the line as a share of the font size."""
        half = self.width / 2
        return [(self.x + dx, self.y + dy * self.size) for dx in (-half, half) for dy in (-0.6, tail)]


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A drawn node: its body, the strip under it and its text."""

    href: str | None
    name: str | None
    rhombus: bool
    left: float
    top: float
    right: float
    bottom: float
    strip: tuple[float, float, float, float] | None
    lines: tuple[Line, ...]

    def holds(self, point: Point, slack: float = 0) -> bool:
        """Whether the body holds a point, or holds it within `slack` pixels of its outline."""
        dx, dy = abs(point[0] - (self.left + self.right) / 2), abs(point[1] - (self.top + self.bottom) / 2)
        half_width, half_height = (self.right - self.left) / 2 + slack, (self.bottom - self.top) / 2 + slack
        if self.rhombus:
            return dx / half_width + dy / half_height <= 1
        return dx <= half_width and dy <= half_height

    def strip_holds(self, point: Point, slack: float = 0) -> bool:
        """Whether the strip holds a point."""
        if self.strip is None:
            return False
        left, top, right, bottom = self.strip
        return left - slack <= point[0] <= right + slack and top - slack <= point[1] <= bottom + slack

    @property
    def area(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom, strip included."""
        return self.left, self.top, self.right, self.strip[3] if self.strip else self.bottom


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A drawn chart. Paths are the corners of its lines, words the labels beside them."""

    root: ET.Element
    shapes: tuple[Shape, ...]
    paths: tuple[tuple[Point, ...], ...]
    words: tuple[Line, ...]
    view: tuple[float, float, float, float]


def drawn(of: Procedure, language: Language) -> Drawn:
    """Draw a procedure and read the figure back."""
    root = ET.fromstring(draw(of, catalogue(), language))
    svg = root[0]
    group = next(element for element in svg if element.tag == "g")
    return Drawn(
        root=root,
        shapes=tuple(
            _shape(element)
            for element in group
            if element.find("text") is not None and element.tag != "text" and element.get("aria-hidden") is None
        ),
        paths=tuple(_corners(path.get("d", "")) for path in group.iter("path") if "flow-line" in path.get("class", "")),
        words=tuple(_word(text) for text in group.iter("text") if "flow-label" in text.get("class", "")),
        view=_numbers(svg.get("viewBox", "")),  # type: ignore[arg-type]
    )


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(map(float, re.findall(r"-?\d+(?:\.\d+)?", text)))


def _corners(path: str) -> tuple[Point, ...]:
    """The corners of a path of M, L and Q commands, the control points of Q included."""
    numbers = _numbers(path)
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _shape(node: ET.Element) -> Shape:
    polygon, rect, strip = node.find("polygon"), node.find("rect"), node.find("path")
    if polygon is not None:
        points = _corners(polygon.get("points", ""))
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
    else:
        assert rect is not None
        left, top, width, height = (float(rect.get(key, "")) for key in ("x", "y", "width", "height"))
        right, bottom = left + width, top + height
    return Shape(
        href=node.get("href"),
        name=node.get("aria-label"),
        rhombus=polygon is not None,
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        strip=_strip(strip.get("d", "")) if strip is not None else None,
        lines=tuple(_line(span) for span in node.iter("tspan")),
    )


def _strip(path: str) -> tuple[float, float, float, float]:
    left, top, middle, quarter, wave, *_ = _numbers(path)
    return left, top, left + 4 * quarter, middle + wave / 2


def _line(span: ET.Element) -> Line:
    text = span.text or ""
    size = 13 if span.get("class") == "flow-small" else 15
    x = float(span.get("x", "")) - RULER.width(text[len(text.rstrip()) :], size) / 2
    return Line(text=text, x=x, y=float(span.get("y", "")), width=RULER.width(text.rstrip(), size), size=size)


def _word(label: ET.Element) -> Line:
    width = RULER.width(label.text or "", 14)
    start = float(label.get("x", "")) - (width if label.get("text-anchor") == "end" else 0)
    return Line(text=label.text or "", x=start + width / 2, y=float(label.get("y", "")), width=width, size=14)
